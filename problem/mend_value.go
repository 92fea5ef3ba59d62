package problem

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// value reads a value of any kind.
func (m *mender) value() {
	m.number = false
	if m.done() || oneOf(m.peek(), "\n#＃,}]") {
		m.noValue()
		return
	}
	switch r := m.peek(); {
	case m.open > maxDepth: // the limits make sure of it in what TOML can read; here nothing else does
		m.lost, m.i = true, len(m.s)
	case m.has(`"""`) || m.has("'''"):
		m.longText()
	case r == '"' || r == '\'':
		m.text(r)
	case oneOf(r, "“”‘’「」『』＂＇„«《"):
		m.chineseText()
	case oneOf(r, "[【［"):
		m.list()
	case oneOf(r, "{｛"):
		m.tableValue()
	case oneOf(r, "－−–—") && unicode.IsDigit(m.runeAt(m.i+utf8.RuneLen(r))):
		start := m.i
		m.skip()
		for unicode.IsDigit(m.peek()) {
			m.skip()
		}
		m.say(start, m.i, "负号要用英文的 -，数字用半角的 0–9，比如 -1")
	case r == '+' || r == '-' || unicode.IsDigit(r) || r == '.' && validScalar("0"+m.s[m.i:min(len(m.s), m.i+2)]):
		m.numberValue()
	case oneOf(r, "(（"):
		start := m.i
		m.skip()
		m.say(start, m.i, "列表要用英文方括号 [ ]，不是圆括号："+m.example(`["…", "…"]`))
		m.listItems(start, true)
	default:
		m.bareText()
	}
}

func (m *mender) noValue() {
	at := m.i
	if m.valueBelow() {
		return
	}
	if m.done() || m.peek() == '\n' {
		at = len(strings.TrimRight(m.s[:m.i], " \t\r"))
		m.say(max(at-1, 0), at, "等号后面没有写值："+m.example(`"…"`))
		return
	}
	m.say(at, at+len(string(m.peek())), "这里少了一个值："+m.example(`"…"`))
}

// valueBelow looks for the value on the next line, for someone pressed Enter before it.
func (m *mender) valueBelow() bool {
	start := len(strings.TrimRight(m.s[:m.i], " \t\r"))
	below := m.i + len(m.s[m.i:]) - len(strings.TrimLeft(m.s[m.i:], " \t\r\n"))
	if m.done() || m.peek() != '\n' || start == 0 || !oneOf(m.runeAt(below), "\"'“[{0123456789") {
		return false
	}
	from := m.i
	if m.i = below; m.keyHere() || m.statementHere(true) {
		m.i = from
		return false
	}
	m.say(start-1, start, "值要和键写在同一行；请把下一行接上来")
	m.value()
	return true
}

// longText reads a text in triple quotes.
func (m *mender) longText() {
	start := m.i
	end := skipString(m.s, m.i)
	if end < start+6 || !strings.HasSuffix(m.s[start:end], m.s[start:start+3]) {
		m.say(start, start+3, `三个引号 """ 开头的文字没有收尾；只有一行的话，两头各用一个英文双引号就够了`)
		end = len(m.s)
	}
	m.i = end
}

// text reads a text in quotes of one line.
func (m *mender) text(quote rune) {
	start := m.i
	end := skipString(m.s, m.i)
	if end == start+1 || m.s[end-1] != byte(quote) {
		m.unclosedText(start)
		return
	}
	if quote == '"' {
		m.escapesOf(start+1, end-1)
	}
	if !m.endsValue(end) && m.swallowed(start, end) {
		return
	}
	m.i = end
	m.blanks()
	if m.endsValue(m.i) && !m.textGoesOn() || m.done() || m.keyHere() || m.peek() == '"' && end-start > 2 {
		return // a missing comma or bracket is found by whoever reads the list
	}
	if again := m.closing(m.i, `"'”`); again >= 0 {
		message := "引号里面又用了英文引号；里面的请换成中文引号“ ”，只留最外面两个英文双引号"
		if end-start == 2 {
			message = "引号多写了一个；两头各用一个英文双引号就够了"
		}
		m.say(m.i, again, message)
		m.i = again
	}
}

// nextOpens is the text between a quote and the opening quote of the next value: the value, what closes around it, a
// comma, and what may stand before the next.
var nextOpens = regexp.MustCompile(`^(.*?)[\s\]}]*,[\s\[{]*([A-Za-z_-]+\s*=[\s\[{]*)?$`)

// swallowed reports a text that has no closing quote of its own, so that the next one's opening quote closed it.
func (m *mender) swallowed(start, end int) bool {
	found := nextOpens.FindStringSubmatchIndex(m.s[start+1 : end-1])
	if found == nil {
		return false
	}
	m.i = start + 1 + found[3]
	if r, n := utf8.DecodeLastRuneInString(m.s[start+1 : m.i]); oneOf(r, "”“＂’‘'」』") {
		m.otherQuote(m.i-n, r)
	} else {
		m.say(start, m.i, `引号没有配对：这段文字的结尾少了英文双引号 "`)
	}
	return true
}

func (m *mender) otherQuote(at int, r rune) {
	name := "中文引号 " + string(r)
	if r < 0x80 {
		name = "另一种引号 " + string(r)
	}
	m.say(at, at+utf8.RuneLen(r), "结尾用了"+name+`；值的两头要用英文双引号 "…"`)
}

// endsValue reports whether at i, after blanks, something stands that may follow a value.
func (m *mender) endsValue(i int) bool {
	rest := strings.TrimLeft(m.s[i:], " \t\r")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || oneOf(r, "\n#＃,，、;；。]】］}｝)）")
}

// nextKey is a key with what people put behind it.
var nextKey = regexp.MustCompile(`^[\p{L}_-]+[ \t]*[=＝:：]`)

// textGoesOn reports a Chinese mark behind a closing quote, behind which no other value or key begins: the quote stood
// inside a text.
func (m *mender) textGoesOn() bool {
	if !oneOf(m.peek(), "，、；。") {
		return false
	}
	rest := strings.TrimLeft(m.s[m.i+utf8.RuneLen(m.peek()):m.lineEnd()], " \t\r")
	return rest != "" && !nextKey.MatchString(rest) && !oneOf([]rune(rest)[0], "\"'“‘「[【［{｛]】］}｝#＃,0123456789") && m.closing(m.i, `"”`) > 0
}

// closing is the offset after the one of the quotes, from i on this line, that closes a text; -1 when there is none.
// A text may hold quotes of its own (“…”，…): on a line of its own it ends with the line, inside brackets before an
// English comma or bracket, and only if there is neither before a Chinese one.
func (m *mender) closing(i int, quotes string) int {
	end := skipComment(m.s, i)
	last, first, wide := -1, -1, -1
	for i < end {
		r, n := utf8.DecodeRuneInString(m.s[i:end])
		if i += n; !oneOf(r, quotes) || !m.endsValue(i) {
			continue
		}
		rest := strings.TrimLeft(m.s[i:end], " \t\r")
		switch next, _ := utf8.DecodeRuneInString(rest); {
		case rest == "" || next == '#':
			last = i
		case next > 0x7f && wide < 0:
			wide = i
		case next < 0x80 && first < 0:
			first = i
		}
	}
	if m.open == 0 && last >= 0 {
		return last
	}
	for _, found := range []int{first, last, wide} {
		if found >= 0 {
			return found
		}
	}
	return -1
}

// unclosedText is a text whose line ends before its quote is closed.
func (m *mender) unclosedText(start int) {
	if end := m.closing(start+1, "”“＂'\""); end >= 0 && !pairedQuote(m.s[start:end]) {
		r, n := utf8.DecodeLastRuneInString(m.s[:end])
		m.otherQuote(end-n, r)
		m.i = end
		return
	}
	if end := m.nextLineCloses(start); end > 0 {
		m.say(start, skipComment(m.s, start), `引号里不能换行；请写在一行里，或者两头各用三个引号 """`)
		m.i = end
		return
	}
	end := m.tail(skipComment(m.s, start))
	m.say(start, max(end, start+1), `引号没有配对：这段文字的结尾少了英文双引号 "`)
	m.i = max(end, start+1)
}

// pairedQuote reports a text that ends with the ” of a “ inside it: that is no closing quote.
func pairedQuote(text string) bool {
	return strings.HasSuffix(text, "”") && strings.Count(text, "“") >= strings.Count(text, "”")
}

// nextLineCloses is the offset after the quote that closes the text at start on one of the next lines, if these are
// no statements of their own; else 0.
func (m *mender) nextLineCloses(start int) int {
	const most = 5
	at := skipComment(m.s, start)
	for range most {
		if at++; at >= len(m.s) {
			return 0
		}
		end := skipComment(m.s, at)
		line := strings.TrimSpace(m.s[at:end])
		if after := at + len(m.s[at:end]) - len(strings.TrimLeft(m.s[at:end], " \t")) + 1; strings.HasPrefix(line, `"`) && m.endsValue(after) {
			return after
		}
		if strings.ContainsAny(line, "=＝") || strings.HasPrefix(line, "[") || strings.HasPrefix(line, "#") {
			return 0
		}
		if quote := strings.IndexByte(line, '"'); quote >= 0 {
			close := at + strings.IndexByte(m.s[at:end], '"') + 1
			if m.endsValue(close) && quote > 0 {
				return close
			}
			return 0
		}
		at = end
	}
	return 0
}

// tail moves an end of line back before the brackets and commas that stand there, so that lists stay closed.
func (m *mender) tail(end int) int {
	kept := strings.TrimRight(m.s[m.i:end], " \t\r")
	if m.open > 0 {
		kept = strings.TrimRight(kept, "]】］}｝, \t")
	}
	return m.i + len(kept)
}

// chineseText is a text between quotes of a Chinese keyboard.
func (m *mender) chineseText() {
	start, r := m.i, m.peek()
	m.skip()
	m.say(start, m.i, "用了中文引号 "+string(r)+`；值的两头要用英文双引号 "…"（引号里面的内容随便用中文标点）`)
	if end := m.closing(m.i, "”“’‘」』＂＇»》\"'"); end >= 0 {
		m.i = end
		return
	}
	m.i = m.tail(m.lineEnd())
}

// escapesOf reports backslashes that TOML does not know.
func (m *mender) escapesOf(i, end int) {
	for ; i < end; i++ {
		if m.s[i] != '\\' {
			continue
		}
		n := 2
		if i+1 < end {
			n = 1 + strings.IndexByte("_btnfre\"\\", m.s[i+1])
		}
		if digits := strings.IndexByte("xxuuuuUUUUUUUU", m.s[min(i+1, end)]); digits >= 0 {
			digits = strings.Count("xxuuuuUUUUUUUU", m.s[i+1:i+2])
			if i+2+digits <= end && isHex(m.s[i+2:i+2+digits]) {
				n = 2
			}
		}
		if n < 2 {
			_, size := utf8.DecodeRuneInString(m.s[i+1:])
			m.say(i, i+1+size, `反斜杠 \ 在双引号里有特殊意思；真要写它请写两个 \\`)
		}
		i++
	}
}

func isHex(s string) bool {
	return strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

// bareText is a text without quotes, or a word that TOML spells otherwise.
func (m *mender) bareText() {
	start := m.i
	if m.lostOpening() {
		return
	}
	switch {
	case m.open > 0:
		m.i = m.bareEnd()
	case startsKey(m.restOfLine()):
		m.i = m.visibleEnd()
		m.say(start, m.i, "『"+Show(m.s[start:m.i])+"』要放进花括号："+m.example(`{ name = "…" }`))
		return
	default:
		m.i = m.visibleEnd()
		if hash := strings.Index(m.s[start:m.i], " #"); hash >= 0 {
			m.i = start + len(strings.TrimRight(m.s[start:start+hash], " \t"))
		}
	}
	m.i = max(m.i, start+1)
	for !m.done() && !utf8.RuneStart(m.s[m.i]) {
		m.i++
	}
	word := m.s[start:m.i]
	if validScalar(word) {
		return
	}
	switch strings.ToLower(word) {
	case "true", "yes", "on":
		m.say(start, m.i, "这里要写 true（小写，不加引号）")
	case "false", "no", "off":
		m.say(start, m.i, "这里要写 false（小写，不加引号）")
	default:
		if strings.HasSuffix(word, "”") {
			m.say(start, m.i, `引号没有配对：这段文字的开头少了英文双引号 "`)
			return
		}
		m.unquoted(start, word)
	}
}

// bareEnd is the end of a text without quotes inside brackets. A Chinese comma ends it when a key or a value in quotes
// follows; else it belongs to the text.
func (m *mender) bareEnd() int {
	end := m.itemEnd(m.i, ",}｝]】］")
	for i := m.i; i < end; {
		r, n := utf8.DecodeRuneInString(m.s[i:])
		rest := strings.TrimLeft(m.s[i+n:], " \t")
		if oneOf(r, "，、；") && (startsKey(rest) || rest != "" && oneOf([]rune(rest[:min(len(rest), 4)])[0], "\"“[{")) {
			end = i
			break
		}
		i += n
	}
	return m.i + len(strings.TrimRight(m.s[m.i:end], " \t\r"))
}

// unquoted reports a text without quotes; short words between Chinese commas are several.
func (m *mender) unquoted(start int, text string) {
	const short = 4
	words := strings.FieldsFunc(text, func(r rune) bool { return oneOf(r, "，、；") })
	longest := 0
	for _, w := range words {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	if len(words) < 2 || longest > short || m.open == m.braces {
		m.say(start, m.i, "文字要用英文双引号括起来："+m.example(`"`+Show(text)+`"`))
		return
	}
	m.say(start, m.i, "文字要用英文双引号括起来，各项之间用英文逗号："+m.example(`["`+strings.Join(words, `", "`)+`"]`))
}

// lostOpening reports a text that has a closing quote and no opening one.
func (m *mender) lostOpening() bool {
	start, quote := m.i, strings.IndexByte(m.restOfLine(), '"')
	if quote < 0 || !m.endsValue(start+quote+1) || strings.ContainsAny(m.s[start:start+quote], "=[]{}") {
		return false
	}
	m.i = start + quote + 1
	m.say(start, m.i, `引号没有配对：这段文字的开头少了英文双引号 "`)
	return true
}

// numberValue reads a number or a date; a unit behind it is reported at the unit.
func (m *mender) numberValue() {
	start := m.i
	end := start
	for end < len(m.s) {
		r, n := utf8.DecodeRuneInString(m.s[end:])
		if isSpecialSpace(r) || isControl(r) || oneOf(r, " \t\r\n,，、]】］}｝#＃;；\"“”") {
			break
		}
		end += n
	}
	m.i, m.number = end, true
	word := m.s[start:end]
	valid := validScalar(word)
	if m.i = start; (!valid || strings.HasPrefix(m.s[end:], `"`)) && m.lostOpening() {
		return
	}
	if m.i = end; valid {
		m.dateTime(word)
		return
	}
	digits := len(word) - len(strings.TrimLeft(word, "+-0123456789_."))
	switch {
	case word == "-" && unicode.IsDigit(m.runeAt(end+1)):
		m.i = end + 1 + bareEnd(m.s[end+1:], 0)
		m.say(start, m.i, "负号和数字之间不能有空格："+m.example("-"+m.s[end+1:m.i]))
	case digits == 0 || strings.ContainsFunc(word, isWideDigit):
		m.say(start, end, "数字要用半角的 0–9，不能用全角")
	case strings.Count(word, "-") > 1 || strings.ContainsAny(word, "/年月") || strings.Count(word, ".") > 1:
		m.say(start, end, `日期请用英文双引号括起来，比如 "2025-01-31"`)
	case word[0] == '.':
		m.say(start, end, "小数点前面要写 0，比如 0.5")
	case digits < len(word):
		m.say(start+digits, end, unitMessage(word[digits:]))
	case strings.HasPrefix(strings.TrimLeft(word, "+-"), "0") && len(word) > 1:
		m.say(start, end, "数字前面不能补 0；编号这类要加英文双引号")
	default:
		m.say(start, end, "这个数写得不对；只写数字，比如 30 或 1.5")
	}
}

func isWideDigit(r rune) bool { return r > 0x7f && unicode.IsDigit(r) }

func unitMessage(unit string) string {
	return "数字后面不能带『" + Show(unit) + `』；只写数字，或者把整个值放进英文双引号里`
}

// dateTime takes the time that may follow a date after a blank.
func (m *mender) dateTime(word string) {
	rest := m.restOfLine()
	if strings.Count(word, "-") == 2 && len(rest) > 3 && rest[0] == ' ' && rest[3] == ':' {
		m.i += 1 + strings.IndexAny(rest[1:]+" ", " ,]}#\r")
	}
}

// validScalar asks the library, so that there is one opinion about numbers and dates.
func validScalar(word string) bool {
	if len(word) > 64 || strings.ContainsAny(word, "\n[{\"'") {
		return false
	}
	var into map[string]any
	_, err := toml.Decode("x="+word, &into)
	return err == nil
}
