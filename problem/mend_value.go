package problem

import (
	"strconv"
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
		for unicode.IsDigit(m.peek()) || m.peek() == '.' {
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
	if m.open == 0 && m.peek() == '{' {
		m.say(start-1, start, "等号后面少了 [；一行一行的 { … } 要放在 [ 和 ] 之间")
		m.listItems(start-1, true)
		return true
	}
	m.say(start-1, start, "值要和键写在同一行；请把下一行接上来")
	m.value()
	return true
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
	if digit := strings.Index("零一二三四五六七八九", text); digit >= 0 && utf8.RuneCountInString(text) == 1 {
		m.say(start, m.i, "文字要用英文双引号括起来："+m.example(`"`+text+`"`)+"；要的是数字就写 "+strconv.Itoa(digit/len("一")))
		return
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return oneOf(r, "，、；") })
	longest := 0
	for _, w := range words {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	if len(words) < 2 || longest > short || m.open == m.braces {
		m.say(start, m.i, "文字要用英文双引号括起来："+m.example(`"`+Show(text)+`"`))
		return
	}
	const most = 5
	example := `["` + strings.Join(words[:min(len(words), most)], `", "`) + `"]`
	if len(words) > most {
		example = strings.TrimSuffix(example, "]") + ", …]"
	}
	m.say(start, m.i, "文字要用英文双引号括起来，各项之间用英文逗号："+m.example(example))
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
		m.i = end + 1 + len(m.s[end+1:]) - len(strings.TrimLeft(m.s[end+1:], "0123456789."))
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
