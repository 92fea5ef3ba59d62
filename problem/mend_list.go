package problem

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// list reads [ … ].
func (m *mender) list() {
	start := m.i
	m.bracket("[")
	m.listItems(start, false)
}

// listItems reads the rest of a list. brace is true when it was opened with a { and that was reported.
func (m *mender) listItems(start int, brace bool) {
	m.open++
	defer func() { m.open-- }()
	comma := false // one is due before the next item
	bare := false  // a row without its { was reported
	for {
		last := m.i
		newline := m.spread()
		if len(m.out) >= maxMended {
			m.lost = true
			return
		}
		if m.done() || newline && m.statementHere(true) {
			if m.lost = true; !brace {
				m.unclosedHere(start, "[")
			}
			return
		}
		m.listBullet(newline)
		switch r := m.peek(); {
		case oneOf(r, commas):
			m.comma(comma)
			comma = false
			continue
		case oneOf(r, "(（") && m.noteInBrackets():
			continue
		case oneOf(r, "]】］}｝)）"):
			if m.number = false; brace && r != ']' {
				m.skip()
				return
			}
			if m.listEnds(r, start, bare) {
				return
			}
			continue
		case m.braces > 0 && m.keyHere():
			m.unclosedHere(start, "[")
			m.taken = !comma
			return
		case comma && m.missingComma(last, newline):
			continue
		}
		if m.keyHere() {
			m.say(m.i, m.stop(false), "列表里的 键 = 值 要放进花括号："+`[{ if = "…", say = "…" }]`)
			bare = true
			m.unbraced()
		} else {
			m.item(m.value)
		}
		if m.lost {
			return
		}
		comma, m.taken = !m.taken, false
	}
}

// listEnds takes a closing bracket inside a list, and is true when the list ends with it.
func (m *mender) listEnds(r rune, start int, bare bool) bool {
	at := m.i
	switch {
	case oneOf(r, "]】］"):
		m.bracket("]")
		return true
	case oneOf(r, "}｝") && bare:
		m.skip()
		rest := strings.TrimLeft(m.s[m.i:min(len(m.s), m.i+256)], " \t\r\n")
		goesOn := strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "]")
		return m.open-m.braces > 1 || !goesOn // else only the { of its row is missing
	case oneOf(r, "}｝") && m.braces > 0:
		m.unclosedHere(start, "[")
		return true
	}
	m.skip()
	rest := strings.TrimLeft(m.s[m.i:min(len(m.s), m.i+256)], " \t\r\n")
	if next := strings.TrimLeft(rest, ", \t\r\n"); oneOf(r, "}｝") && next != "" && oneOf(rune(next[0]), "{]\"") {
		m.say(at, m.i, "多了一个『"+string(r)+"』，前面没有和它配对的括号；请删掉它")
		return false
	}
	m.say(at, m.i, "括号没有配对：列表用 [ 开头，要用 ] 结尾，这里是『"+string(r)+"』")
	return true
}

// listBullet takes a mark at the beginning of a line before a row or a text of a list.
func (m *mender) listBullet(newline bool) {
	rest := m.restOfLine()
	mark := bullets.FindString(rest)
	if !newline || mark == "" || !oneOf(m.runeAt(m.i+len(mark)), `{｛"“`) {
		return
	}
	m.say(m.i, m.i+len(strings.TrimRight(mark, " \t")), "行首的『"+strings.TrimSpace(mark)+"』要删掉；备注才要写在 # 后面")
	m.i += len(mark)
}

// noteInBrackets takes （a note）between the rows of a list.
func (m *mender) noteInBrackets() bool {
	rest := m.restOfLine()
	close := strings.IndexAny(rest, ")）")
	if close < 0 || strings.ContainsAny(rest[:close], "\"“,，{[=") {
		return false
	}
	if end := m.i + close; m.endsValue(end + utf8.RuneLen(m.runeAt(end))) {
		_, n := utf8.DecodeRuneInString(m.s[end:])
		if r := m.runeAt(end + n); oneOf(r, "]}") {
			return false // no note: a text in round brackets for quotes
		}
		m.say(m.i, end+n, "备注要用 # 开头，写在这一行的最后")
		m.i = end + n
		return true
	}
	return false
}

// keyHere reports whether key = … stands here, the key in quotes or not.
func (m *mender) keyHere() bool {
	if r := m.peek(); r == '"' || r == '\'' {
		end := skipString(m.s, m.i)
		return strings.HasPrefix(strings.TrimLeft(m.s[end:min(len(m.s), end+64)], " \t"), "=")
	}
	return startsKey(m.s[m.i:min(len(m.s), m.i+64)])
}

// item reads one item and makes sure that reading gets on.
func (m *mender) item(read func()) {
	at := m.i
	read()
	if m.i == at && !m.done() {
		m.skip()
	}
}

// unbraced reads key = value rows up to the end of the list around them.
func (m *mender) unbraced() {
	for !m.lost && m.keyHere() {
		m.item(func() { m.keyValue(false) })
		m.blanks()
		if !m.done() && m.peek() == ',' {
			at := m.i
			m.i++
			m.spread()
			if !m.keyHere() {
				m.i = at
			}
		}
	}
}

// tableValue reads { … }.
func (m *mender) tableValue() {
	start := m.i
	m.bracket("{")
	m.spread()
	if !m.done() && (oneOf(m.peek(), "{｛") || oneOf(m.peek(), `"'“`) && !m.quotedKeyHere()) {
		m.say(start, start+1, "花括号里每一项都要写成 键 = 值；如果是列表，请用方括号 [ ]")
		m.listItems(start, true)
		return
	}
	m.open++
	m.braces++
	outer := m.key
	defer func() { m.open--; m.braces--; m.key = outer }()
	comma := false
	for {
		last := m.i
		newline := m.spread()
		if m.done() || newline && m.statementHere(comma) {
			m.unclosed(start, "{")
			return
		}
		switch r := m.peek(); {
		case oneOf(r, commas):
			m.comma(comma)
			comma = false
			continue
		case r == '"' && !comma && m.key != outer && !m.quotedKeyHere():
			m.lostList()
			comma = true
			continue
		case oneOf(r, "}｝]】］)）"):
			m.tableEnds(r, start)
			return
		case oneOf(r, "{｛"):
			m.unclosedHere(start, "{")
			m.taken = !comma
			return
		case comma && m.missingComma(last, newline):
			continue
		}
		m.item(func() { m.keyValue(false) })
		if m.lost {
			return
		}
		comma, m.taken = !m.taken, false
	}
}

// lostList takes the rest of a list of texts that has lost its [, with its ] if that is there.
func (m *mender) lostList() {
	m.say(m.i, m.stop(false), "好几个值要写成列表，用英文方括号括起来："+m.example(`["…", "…"]`))
	for !m.done() && m.peek() == '"' && !m.keyHere() {
		m.i = skipString(m.s, m.i)
		m.i += blankAt(m.s, m.i)
		switch next := m.i + 1 + blankAt(m.s, m.i+1); {
		case m.has("]"):
			m.i++
			return
		case m.has(",") && m.runeAt(next) == '"':
			m.i = next
		default:
			return
		}
	}
}

// blankAt is the number of blanks and tabs from i on.
func blankAt(s string, i int) int {
	n := 0
	for i+n < len(s) && (s[i+n] == ' ' || s[i+n] == '\t') {
		n++
	}
	return n
}

// quotedKeyHere reports whether what begins with a quote is a key, perhaps with other quotes than it should have.
func (m *mender) quotedKeyHere() bool {
	end := skipString(m.s, m.i)
	if rest := strings.TrimLeft(m.s[end:skipComment(m.s, end)], " \t"); strings.IndexAny(rest, "=＝:：") == 0 {
		return true
	}
	return strings.ContainsAny(m.s[m.i:m.stop(false)], "=＝")
}

// tableEnds takes the closing bracket of a table, or leaves a ] to the list around it.
func (m *mender) tableEnds(r rune, start int) {
	m.number = false
	at := m.i
	if oneOf(r, "}｝") {
		m.bracket("}")
		return
	}
	if oneOf(r, "]】］") && m.open > m.braces && !m.moreOfList() {
		m.unclosedHere(start, "{")
		return
	}
	m.skip()
	m.say(at, m.i, "括号没有配对：用 { 开头，要用 } 结尾，这里是『"+string(r)+"』")
}

// moreOfList reports whether behind the bracket at this place the list around it goes on, or ends by its own.
func (m *mender) moreOfList() bool {
	rest := strings.TrimLeft(m.restOfLine()[1:], " \t")
	if rest, ok := strings.CutPrefix(rest, ","); ok {
		rest = strings.TrimSpace(rest)
		return rest == "" || rest[0] == '{'
	}
	return strings.HasPrefix(rest, "]")
}

// comma takes a comma of any kind. due says that a value stands before it.
func (m *mender) comma(due bool) {
	start, r := m.i, m.peek()
	m.skip()
	switch {
	case r != ',':
		m.say(start, m.i, "各项之间要用英文逗号 , ，这里是『"+string(r)+"』")
	case !due:
		m.say(start, m.i, "多了一个逗号；请删掉它")
	}
}

// commas are what people write between items.
const commas = ",，、;；。"

// missingComma reports two items without a comma, and is true when what stands here is no item but a unit. last is
// where the first of them ended: on an earlier line the comma is missed there.
func (m *mender) missingComma(last int, newline bool) bool {
	if m.number && unicode.IsLetter(m.peek()) && !m.keyHere() {
		start := m.i
		m.i = m.stop(false)
		m.say(start, m.i, unitMessage(m.s[start:m.i]))
		return true
	}
	if last = len(strings.TrimRight(m.s[:last], " \t\r")); newline && last > 0 {
		m.say(last-m.runeBefore(last), last, "这一行末尾少了英文逗号 ,")
		return false
	}
	m.say(m.i, max(m.i+utf8.RuneLen(m.peek()), m.stop(false)), "这一项前面少了英文逗号 ,")
	return false
}

// unclosed reports a bracket that is still open where the next statement begins, or the file ends.
func (m *mender) unclosed(start int, bracket string) {
	m.unclosedHere(start, bracket)
	m.lost = true
}

// unclosedHere reports it at the bracket when what it holds stands on one line; else at the last of what it holds, for
// that is where the other one is missing.
func (m *mender) unclosedHere(start int, bracket string) {
	other := map[string]string{"[": "]", "{": "}"}[bracket]
	_, n := utf8.DecodeRuneInString(m.s[start:])
	last := len(strings.TrimRight(m.s[:m.i], " \t\r\n"))
	line, _ := m.file.pos.at(start)
	if end, _ := m.file.pos.at(last - 1); last > start && end > line {
		m.say(last-m.runeBefore(last), last, fmt.Sprintf("括号没有配对：第 %d 行的 %s 到这里还没有 %s", line, bracket, other))
		return
	}
	m.say(start, start+n, "括号没有配对：这个 "+bracket+" 后面少了 "+other)
}

// statementHere reports whether a heading, or with keys a key = value, begins at this place, the first of its line.
func (m *mender) statementHere(keys bool) bool {
	rest := m.s[m.i:min(len(m.s), m.i+128)]
	if keys && startsKey(rest) {
		line := m.restOfLine() // a row that lost its { still has its }
		return strings.Count(line, "}") <= strings.Count(line, "{")
	}
	name := strings.TrimLeft(rest, "[")
	n := len(rest) - len(name)
	end := bareEnd(name, 0)
	return (n == 1 || n == 2) && end > 0 && name[0] > '9' && strings.HasPrefix(name[end:], strings.Repeat("]", n))
}

// runeBefore is the size of the character before i.
func (m *mender) runeBefore(i int) int {
	_, n := utf8.DecodeLastRuneInString(m.s[:i])
	return n
}
