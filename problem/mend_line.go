package problem

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file reads what is no key = value: headings, marks and numbers before a line, rows outside of any list, and
// what stands behind a value.

// bullets are what people put before the lines of a list.
var bullets = regexp.MustCompile(`^(?:[-–—*·•●○◆▪>＞]+|[0-9]+[、.．)）]|[(（][0-9]+[)）]|[①-⑳])[ \t]*`)

// bullet takes a mark or number before a key, a row or a heading.
func (m *mender) bullet() {
	mark := bullets.FindString(m.restOfLine())
	if mark == "" {
		return
	}
	rest := m.restOfLine()[len(mark):]
	if !startsKey(rest) && !strings.HasPrefix(rest, "[") && !strings.HasPrefix(rest, "{") {
		return
	}
	m.say(m.i, m.i+len(strings.TrimRight(mark, " \t")), "行首的『"+strings.TrimSpace(mark)+"』要删掉；备注才要写在 # 后面")
	m.i += len(mark)
}

// strayRows reports rows that stand in no list, once for all of them.
func (m *mender) strayRows() {
	if line := m.restOfLine(); !strings.ContainsAny(line, "=＝\"“") {
		m.say(m.i, m.visibleEnd(), "标题要用方括号，比如 [[turn]]；文字要放进引号里")
		m.heading = strconv.Itoa(m.i)
		m.i = m.lineEnd()
		return
	}
	m.say(m.i, m.visibleEnd(), "这一行不在列表里；是不是上面少了一行，比如 branch = [")
	for at := m.i; at < len(m.s); at++ {
		end := skipComment(m.s, at)
		if line := strings.TrimSpace(m.s[at:end]); line != "" && !oneOf([]rune(line)[0], "{｛}｝]】］#\"") {
			return
		}
		m.i = end
		at = end
	}
}

// headingLine reads [x] or [[x]].
func (m *mender) headingLine() {
	start := m.i
	opened, wide := m.headingBrackets("[【［")
	nameStart := m.i
	for !m.done() && !oneOf(m.peek(), "]】］)）\n#") {
		m.skip()
	}
	name := strings.Trim(m.s[nameStart:m.i], " \t\r\"'")
	closed, wideEnd := m.headingBrackets("]】］)）")
	m.heading, m.keys = name+"\n"+strconv.Itoa(m.i), 0 // the place makes it unique
	switch {
	case name == "":
		m.say(start, max(m.i, start+1), "标题的方括号里没有写名字，比如 [[turn]]")
	case opened != closed || opened > 2:
		m.say(start, m.i, "标题的方括号没有配对：两边要一样多，比如 [[turn]]（两层）或 [ticket]（一层）")
	case m.names[name] != "":
		m.say(nameStart, nameStart+len(name), "标题要写英文名："+m.names[name])
	case !headingName(name):
		at := nameStart
		if wide {
			at = start
		}
		m.say(at, max(nameStart+len(name), nameStart+1), "标题里只能写英文名，比如 [[turn]]；如果是备注，请在最前面加 #")
	case wide || wideEnd:
		m.say(start, m.i, "标题的方括号要用英文的："+strings.Repeat("[", opened)+name+strings.Repeat("]", opened))
	}
}

// headingBrackets takes the brackets of a heading, and says how many there are and whether one is not a plain one.
func (m *mender) headingBrackets(any string) (n int, wide bool) {
	end := m.i
	for !m.done() && oneOf(m.peek(), any+" ") {
		if r := m.peek(); r != ' ' {
			n++
			wide = wide || r > 0x7f || r == ')'
		}
		if m.skip(); m.s[m.i-1] != ' ' {
			end = m.i
		}
	}
	if any[0] == ']' {
		m.i = end // blanks behind it are none of its business
	}
	return n, wide
}

func headingName(name string) bool {
	if strings.ContainsAny(name, `"'`) {
		return true
	}
	for part := range strings.SplitSeq(name, ".") {
		if part = strings.TrimSpace(part); part == "" || bareEnd(part, 0) != len(part) {
			return false
		}
	}
	return true
}

// endOfLine expects nothing more on this line.
func (m *mender) endOfLine() {
	m.blanks()
	if m.done() || m.peek() == '\n' || m.comment() {
		return
	}
	start, end, rest := m.i, m.visibleEnd(), m.restOfLine()
	r := m.peek()
	body := strings.TrimSpace(strings.TrimLeft(rest, ",，、;；。"))
	switch {
	case oneOf(r, ",，、;；。") && (body == "" || body[0] == '#'):
		m.say(start, start+utf8.RuneLen(r), "行尾多了一个『"+string(r)+"』；请删掉它")
	case oneOf(r, ",，、"):
		m.say(start, start+utf8.RuneLen(r), "好几个值要写成列表，用英文方括号括起来："+m.example(`["…", "…"]`))
	case oneOf(r, "]】］}｝"):
		m.say(start, start+utf8.RuneLen(r), "多了一个『"+string(r)+"』，前面没有和它配对的括号；请删掉它")
	case startsKey(rest):
		m.say(start, start+bareEnd(rest, 0), "一行只能写一个 键 = 值；请在这里换行")
		return // and read it as the line it should be
	case r == '[' && m.statementHere(false):
		m.say(start, end, "标题要另起一行；请在这里换行")
		return
	case m.number && unicode.IsLetter(r):
		m.say(start, end, unitMessage(m.s[start:end]))
	default:
		m.say(start, end, "这一行后面多出了内容『"+Show(m.s[start:end])+"』；请删掉，或者放进引号里，备注前面要加 #")
	}
	m.i = m.lineEnd()
}
