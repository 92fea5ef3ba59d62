package problem

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mend reads a text that is no TOML the way its author meant it, and reports where it departs from TOML: quotes and
// signs from a Chinese keyboard, missing brackets, units behind numbers. It goes on after every mistake, so that all
// of them are reported at once. bad is where the library stopped; it is used only when nothing else is found.
func (f *File) mend(text string, names map[string]string, bad *refusal) []Problem {
	m := mender{file: f, s: text, names: names, defined: map[string]int{}, begins: map[string]string{}}
	m.statements()
	if len(m.out) == 0 {
		m.libraryError(bad)
	}
	return m.out
}

// maxMended is the number of syntax problems after which reading stops: it is no scenario then.
const maxMended = 200

type mender struct {
	file    *File
	s       string
	i       int
	names   map[string]string
	out     []Problem
	heading string            // the table that top-level keys go to, made unique for each [[x]]
	first   string            // the first key of that table
	keys    int               // how many keys it has so far
	begins  map[string]string // the first key of the first [[x]], by name
	key     string            // the key whose value is being read
	keyEnd  int
	defined map[string]int // heading + key → line
	open    int            // brackets and braces around the current place
	braces  int            // braces among them
	number  bool           // the last value was a number
	taken   bool           // an unclosed bracket ended behind a comma: the next item needs none
	lost    bool           // an unclosed bracket was reported: give up up to the next statement
}

func (m *mender) say(start, end int, message string) {
	m.out = append(m.out, m.file.At(m.file.pos.span(start, end), "S02", Error, message))
}

// libraryWords says in Chinese what only the library finds out.
var libraryWords = []struct{ part, text string }{
	{"has already been defined", "这个键前面已经写过了；同一张表里每个键只能写一次"},
	{"was already created", "这个标题和前面的写法冲突；同一个名字只能有一种写法"},
	{"is out of range", "这个数太大了；请改小"},
	{"invalid datetime", "这个日期不存在或写得不完整；日期请用英文双引号括起来"},
	{"is not a table", "这个键前面已经写成值了，不能再往里面加东西"},
}

// libraryError is the last resort: the library's place with words of our own.
func (m *mender) libraryError(bad *refusal) {
	const generic = "这里不合 TOML 的写法；请对照上下几行，检查引号、逗号、等号和括号有没有写全"
	if bad == nil || bad.offset < 0 {
		m.say(0, 0, "这个文件有程序读不懂的写法；请对照示例场景，检查引号、逗号、等号和括号")
		return
	}
	message := generic
	for _, known := range libraryWords {
		if strings.Contains(bad.message, known.part) {
			message = known.text
			break
		}
	}
	start := min(max(bad.offset, 0), len(m.s))
	for start > 0 && start < len(m.s) && !utf8.RuneStart(m.s[start]) {
		start--
	}
	end := min(len(m.s), start+max(1, bad.length))
	if nl := strings.IndexByte(m.s[start:end], '\n'); nl >= 0 {
		end = start + nl
	}
	m.say(start, end, message)
}

func (m *mender) peek() rune {
	r, _ := utf8.DecodeRuneInString(m.s[m.i:])
	return r
}

func (m *mender) skip() { // one character
	_, n := utf8.DecodeRuneInString(m.s[m.i:])
	m.i += n
}

func (m *mender) done() bool         { return m.i >= len(m.s) }
func (m *mender) has(p string) bool  { return strings.HasPrefix(m.s[m.i:], p) }
func (m *mender) lineEnd() int       { return skipComment(m.s, m.i) }
func (m *mender) restOfLine() string { return m.s[m.i:m.lineEnd()] }
func isSpecialSpace(r rune) bool {
	return r > ' ' && (unicode.IsSpace(r) || isInvisible(r) || joins(r) || r == 0x3164)
}
func isTextRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-'
}
func oneOf(r rune, chars string) bool { return r != utf8.RuneError && strings.ContainsRune(chars, r) }

// blanks skips spaces and tabs; spaces that only look like spaces are reported.
func (m *mender) blanks() {
	for !m.done() {
		switch r := m.peek(); {
		case r == ' ' || r == '\t' || r == '\r':
			m.i++
		case r > 0x7f && isControl(r): // reported as such
			m.skip()
		case isSpecialSpace(r):
			start := m.i
			for !m.done() && isSpecialSpace(m.peek()) {
				m.skip()
			}
			if isInvisible(r) || joins(r) {
				m.say(start, m.i, "这里有一个看不见的字符（多半是从微信或网页里复制来的）；请删掉它，删不准就把这一行重打一遍")
			} else {
				m.say(start, m.i, "这里有一个特殊空格（全角空格或网页里复制来的空格）；请换成普通的半角空格")
			}
		default:
			return
		}
	}
}

// comment skips a comment if there is one; also the ones that TOML does not know.
func (m *mender) comment() bool {
	switch {
	case m.done() || m.peek() == '#':
	case m.peek() == '＃':
		m.say(m.i, m.i+len("＃"), "这里用了全角的 ＃；备注要用英文的 # 开头")
	case m.has("//") || m.has("--") || m.has("<!--"):
		m.say(m.i, m.i+2, "备注要用 # 开头，不能用 // 或 --")
	default:
		return false
	}
	m.i = m.lineEnd()
	return true
}

// spread skips blanks, line ends and comments inside brackets. newline is true when the place reached is the first
// of its line.
func (m *mender) spread() (newline bool) {
	for {
		m.blanks()
		switch {
		case m.done():
			return newline
		case m.peek() == '\n':
			m.i++
			newline = true
		case m.has("--") && m.open > 0 || !m.comment():
			return newline
		}
	}
}

func (m *mender) statements() {
	for !m.done() && len(m.out) < maxMended {
		m.lost, m.taken, m.open, m.braces, m.number = false, false, 0, 0, false
		if m.spread(); m.done() {
			return
		}
		m.bullet()
		switch {
		case oneOf(m.peek(), "[【［"):
			m.headingLine()
		case oneOf(m.peek(), "{｛"):
			m.strayRows()
		default:
			m.keyValue(true)
		}
		if !m.lost {
			m.endOfLine()
		}
	}
}

// bracket takes one bracket of any kind; a full-width or round one is reported.
func (m *mender) bracket(want string) {
	start := m.i
	r := m.peek()
	m.skip()
	switch {
	case r > 0x7f:
		m.say(start, m.i, "这里用了全角括号 "+string(r)+"；请换成英文的 "+want)
	case r == ')':
		m.say(start, m.i, "这里用了圆括号；请换成方括号 "+want)
	}
}

func (m *mender) example(value string) string {
	if m.key == "" {
		return value
	}
	return m.key + " = " + value
}

// visibleEnd is the end of the line without blanks at its end.
func (m *mender) visibleEnd() int {
	return m.i + len(strings.TrimRight(m.restOfLine(), " \t\r"))
}

// startsKey reports whether the text begins like key = …
func startsKey(text string) bool {
	n := bareEnd(text, 0)
	if n == 0 {
		return false
	}
	rest := strings.TrimLeft(text[n:], " \t")
	return strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "＝")
}
