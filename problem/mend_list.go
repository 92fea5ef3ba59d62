package problem

import (
	"strings"
	"unicode/utf8"
)

// list reads [ … ].
func (m *mender) list() {
	start := m.i
	m.bracket("[")
	m.open++
	defer func() { m.open-- }()
	comma := false // one is due before the next item
	for {
		newline := m.spread()
		if len(m.out) >= maxMended {
			m.lost = true
			return
		}
		if m.done() || newline && m.statementHere(true) {
			m.unclosed(start, "[")
			return
		}
		switch r := m.peek(); {
		case oneOf(r, "]】］"):
			m.bracket("]")
			m.number = false
			return
		case oneOf(r, ",，、;；"):
			m.comma(comma)
			comma = false
			continue
		case oneOf(r, "}｝") && m.braces > 0:
			m.unclosedHere(start, "[")
			return
		case oneOf(r, "}｝"):
			m.stray(r)
			continue
		case m.braces > 0 && m.keyHere():
			m.unclosedHere(start, "[")
			m.taken = !comma
			return
		case comma:
			m.missingComma()
		}
		if m.keyHere() {
			m.say(m.i, m.i+bareEnd(m.s, m.i), "列表里的 键 = 值 要放进花括号："+`[{ if = "…", say = "…" }]`)
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

func (m *mender) keyHere() bool { return startsKey(m.s[m.i:min(len(m.s), m.i+64)]) }

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
	m.open++
	m.braces++
	defer func() { m.open--; m.braces-- }()
	comma := false
	for {
		newline := m.spread()
		if len(m.out) >= maxMended {
			m.lost = true
			return
		}
		if m.done() || newline && m.statementHere(comma) {
			m.unclosed(start, "{")
			return
		}
		switch r := m.peek(); {
		case oneOf(r, "}｝"):
			m.bracket("}")
			m.number = false
			return
		case oneOf(r, ",，、;；"):
			m.comma(comma)
			comma = false
			continue
		case oneOf(r, "]】］") && m.open > m.braces:
			m.unclosedHere(start, "{")
			return
		case oneOf(r, "]】］"):
			m.stray(r)
			continue
		case oneOf(r, "{｛"):
			m.unclosedHere(start, "{")
			m.taken = !comma
			return
		case comma:
			m.missingComma()
		}
		m.item(func() { m.keyValue(false) })
		if m.lost {
			return
		}
		comma, m.taken = !m.taken, false
	}
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

func (m *mender) missingComma() {
	note := "这一项前面少了英文逗号 ,"
	if m.number && m.peek() > 0x7f {
		note = "数字后面不能带单位；要带就把整个值放进英文双引号里"
	}
	m.say(m.i, max(m.i+utf8.RuneLen(m.peek()), m.stop(false)), note)
}

func (m *mender) stray(r rune) {
	m.say(m.i, m.i+utf8.RuneLen(r), "多了一个『"+string(r)+"』，前面没有和它配对的括号；请删掉它")
	m.skip()
}

// unclosed reports a bracket that is still open where the next statement begins, or the file ends.
func (m *mender) unclosed(start int, bracket string) {
	m.unclosedHere(start, bracket)
	m.lost = true
}

func (m *mender) unclosedHere(start int, bracket string) {
	other := map[string]string{"[": "]", "{": "}"}[bracket]
	_, n := utf8.DecodeRuneInString(m.s[start:])
	m.say(start, start+n, "括号没有配对：这个 "+bracket+" 后面少了 "+other)
}

// statementHere reports whether a heading, or with keys a key = value, begins at this place, the first of its line.
func (m *mender) statementHere(keys bool) bool {
	rest := m.s[m.i:min(len(m.s), m.i+128)]
	if keys && startsKey(rest) {
		return true
	}
	name := strings.TrimLeft(rest, "[")
	n := len(rest) - len(name)
	end := bareEnd(name, 0)
	return (n == 1 || n == 2) && end > 0 && name[0] > '9' && strings.HasPrefix(name[end:], strings.Repeat("]", n))
}
