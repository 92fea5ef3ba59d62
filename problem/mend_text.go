package problem

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// This file reads texts in quotes of every kind, closed or not.

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
