package problem

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// keyValue reads key = value. top says that it is a line of its own.
func (m *mender) keyValue(top bool) {
	start := m.i
	if !m.keyName(top) {
		m.i = m.stop(top)
		return
	}
	m.key = m.s[start:m.keyEnd]
	if top && m.key != "" {
		m.define(start, m.keyEnd)
	}
	if english := m.names[m.key]; english != "" {
		m.key = english
	}
	if !m.separator(start, top) {
		m.i = m.stop(top)
		return
	}
	m.blanks()
	m.value()
}

// define notes a key of a line of its own and reports it when the same table has it already.
func (m *mender) define(start, end int) {
	key := m.heading + "\n" + m.key
	line, _ := m.file.pos.at(start)
	if first, ok := m.defined[key]; ok {
		span := m.file.pos.span(start, end)
		item := ""
		if name, _, many := strings.Cut(m.heading, "\n"); many && m.first == m.key && m.keys > 1 && m.begins[name] == m.key {
			item = name
			m.heading, m.first, m.keys = name+"\n"+strconv.Itoa(start), m.key, 1
		}
		m.out = append(m.out, m.file.At(span, "S03", Error, twiceMessage(m.key, first, item)))
		key = m.heading + "\n" + m.key
	}
	if m.keys++; m.keys == 1 {
		m.first = m.key
		if name, _, _ := strings.Cut(m.heading, "\n"); m.begins[name] == "" {
			m.begins[name] = m.key
		}
	}
	m.defined[key] = line
}

// keyName reads the name of a key. After a name that is only written wrongly reading goes on (true); where there is
// no key at all it does not.
func (m *mender) keyName(top bool) bool {
	for {
		if !m.keyPart(top) {
			return false
		}
		m.keyEnd = m.i
		m.blanks()
		if m.done() || m.peek() != '.' {
			return true
		}
		m.i++
		m.blanks()
	}
}

func (m *mender) keyPart(top bool) bool {
	start, r := m.i, m.peek()
	switch {
	case m.done():
		m.say(m.i, m.i, "点号后面少了键名")
		return false
	case r == '"' || r == '\'':
		end := skipString(m.s, m.i)
		closed := end > m.i+1 && m.s[end-1] == byte(r)
		if eq := strings.IndexByte(m.restOfLine(), '='); eq >= 0 && (!closed || start+eq < end) {
			m.i = start + len(strings.TrimRight(m.s[start:start+eq], " \t"))
			m.say(start, m.i, "键名的引号没有配对；英文键名不用引号，中文的两头都用英文双引号")
			return true
		}
		if m.i = end; closed {
			return m.quotedKey(start, top)
		}
		m.i = start
		m.say(start, m.visibleEnd(), "引号没有配对；每一行要写成 键 = 值")
		return false
	case oneOf(r, "=＝:："):
		m.say(start, start+len(string(r)), "等号前面少了键名")
		rest := strings.Trim(m.restOfLine(), "=＝:： \t\r")
		return rest != "" && !oneOf([]rune(rest)[0], ",，}｝]】#") // the value is read all the same
	case isTextRune(r):
		for !m.done() && (isTextRune(m.peek()) || m.peek() == '/' && m.braces > 0 && m.i > start) {
			m.skip()
		}
		return m.bareKey(start, top)
	case oneOf(r, "“”‘’「」『』＂＇"):
		return m.chineseQuotedKey(start, top)
	}
	return m.noKey(start, top)
}

// quotedKey accepts a quoted name; a quoted text that is no key is a value without one.
func (m *mender) quotedKey(start int, top bool) bool {
	if m.separatorFollows() {
		return true
	}
	if top {
		m.say(start, m.i, "这一行只有引号里的文字，没有 键 = 值；是列表的一项的话，请检查上面的方括号")
	} else {
		m.say(start, m.i, `花括号里每一项都要写成 键 = 值，比如 text = "…"`)
	}
	return false
}

func (m *mender) chineseQuotedKey(start int, top bool) bool {
	if !m.separatorOnLine() {
		return m.noKey(start, top)
	}
	for !m.done() && !oneOf(m.peek(), "=＝:：\n") {
		m.skip()
	}
	m.i = start + len(strings.TrimRight(m.s[start:m.i], " \t"))
	m.say(start, m.i, "键名用了中文引号；英文键名不用引号，中文的两头都用英文双引号")
	return true
}

// bareKey judges a word in the place of a key.
func (m *mender) bareKey(start int, top bool) bool {
	word := m.s[start:m.i]
	if bareEnd(word, 0) == len(word) {
		return true
	}
	if !m.separatorOnLine() {
		return m.noKey(start, top)
	}
	english := m.names[word]
	if english == "" {
		english = foldLatin(word)
	}
	switch {
	case english != "":
		m.say(start, m.i, "键名不能写『"+Show(word)+"』；请写英文名 "+english)
	case m.braces > 0 || strings.HasPrefix(m.heading, "hear") || strings.Contains(m.heading, ".hear\n"):
		m.say(start, m.i, `中文的键名要加英文双引号："`+Show(word)+`" = …`)
	case !strings.ContainsFunc(word, isHan):
		m.say(start, m.i, "键名『"+Show(word)+"』里混进了不是英文的字母；请切到英文输入法重新打一遍")
	default:
		m.say(start, m.i, "键名不能写中文『"+Show(word)+"』；键名是固定的英文词，比如 title、say、good")
	}
	return true
}

// foldLatin is the word in ASCII when it was typed in full-width letters, else "".
func foldLatin(word string) string {
	folded := strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, word)
	if bareEnd(folded, 0) != len(folded) {
		return ""
	}
	return folded
}

// noKey reports a line, or a part of a table, that has no key.
func (m *mender) noKey(start int, top bool) bool {
	m.i = start
	r := m.peek()
	end := m.stop(top)
	text := m.s[start:end]
	if top { // it may have been a heading: what follows is perhaps another table
		m.heading = strconv.Itoa(start)
	}
	switch {
	case oneOf(r, "]】］}｝)）"):
		m.say(start, start+len(string(r)), "多了一个『"+string(r)+"』，前面没有和它配对的括号；请删掉它")
		return false
	case top && unicode.IsLetter(r):
		m.say(start, end, "这一行不是 键 = 值；如果是备注，请在最前面加 #；如果是要说的话，请放进引号里")
	case top:
		m.say(start, start+len(string(r)), "这里不能写『"+Show(string(r))+"』；每一行要写成 键 = 值，备注前面加 #")
	default:
		m.say(start, max(end, start+1), "花括号里每一项都要写成 键 = 值，这里是『"+Show(text)+"』")
	}
	return false
}

// separator takes the = between key and value, or what was written for it.
func (m *mender) separator(key int, top bool) bool {
	start, r := m.i, m.peek()
	switch {
	case m.done() || r == '\n' || r == '#':
		return m.separatorBelow(key, top)
	case r == '=':
		m.i++
		if again := len(m.restOfLine()) - len(strings.TrimLeft(m.restOfLine(), " \t")); oneOf(m.runeAt(m.i+again), "=＝>") {
			m.i += again
			m.say(start, m.i+1, "等号只写一个 =")
			m.skip()
		}
		return true
	case r == '＝':
		m.skip()
		m.say(start, m.i, "等号 ＝ 是全角的；请换成英文的 =")
		return true
	case r == ':' || r == '：':
		m.skip()
		if !m.done() && oneOf(m.peek(), "=＝") {
			m.skip()
		}
		m.say(start, m.i, "键和值之间要用英文等号 =，不是冒号："+m.example(`"…"`))
		return true
	case oneOf(r, "\"'[{“”‘’「『") || r >= '0' && r <= '9':
		m.say(start, start+len(string(r)), "键和值之间少了等号 =："+m.example(`"…"`))
		return true
	}
	return m.separatorBehind(start, top)
}

// separatorBehind finds the = behind what does not belong between key and value, or what stands for it.
func (m *mender) separatorBehind(start int, top bool) bool {
	rest := m.restOfLine()
	eq := strings.IndexAny(rest, "=＝")
	if eq > 0 {
		if word := strings.TrimSpace(rest[:eq]); bareEnd(word, 0) == len(word) {
			m.say(start, start+len(word), "键名中间不能有空格；请检查键名")
			m.i += eq
			m.skip()
			return true
		}
	}
	const most = 24 // bytes; more is no sign
	value := strings.IndexAny(rest, "\"'[{“‘「0123456789")
	if value <= 0 || strings.ContainsAny(rest[:value], ",，;；}｝]】#") || len(strings.TrimSpace(rest[:value])) > most {
		m.say(start, m.stop(top), "键和值之间少了等号 =；文字要放进英文双引号："+m.example(`"…"`))
		return false
	}
	junk := strings.TrimSpace(rest[:value])
	if word := strings.TrimSpace(strings.TrimRight(junk, "=＝")); eq > 0 && eq < value && word != "" {
		m.say(start, start+len(word), "键名后面多了『"+Show(word)+"』；请删掉，备注写在行尾的 # 后面")
	} else {
		m.say(start, start+len(junk), "键和值之间要用英文等号 =，这里是『"+Show(junk)+"』："+m.example(`"…"`))
	}
	m.i += value
	return true
}

// separatorBelow looks for the = on the next line, for someone pressed Enter before it.
func (m *mender) separatorBelow(key int, top bool) bool {
	below := m.i + len(m.s[m.i:]) - len(strings.TrimLeft(m.s[m.i:], " \t\r\n"))
	if m.runeAt(below) == '=' && m.runeAt(below+1) != '=' {
		m.say(key, key+len(m.key), "『"+Show(m.key)+"』后面的 = 要写在同一行；请把下一行接上来")
		m.i = below + 1
		return true
	}
	m.say(key, max(key+len(m.key), key+1), "『"+Show(m.key)+"』后面没有写 = 和值")
	if top { // it may have been a heading: what follows is perhaps another table
		m.heading = strconv.Itoa(key)
	}
	return false
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func (m *mender) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(m.s[min(i, len(m.s)):])
	return r
}

func (m *mender) separatorFollows() bool {
	rest := strings.TrimLeft(m.restOfLine(), " \t\u3000\u00a0")
	r := []rune(rest[:min(len(rest), 4)])
	return len(r) > 0 && oneOf(r[0], "=＝:：.")
}

func (m *mender) separatorOnLine() bool {
	return strings.ContainsAny(m.restOfLine(), "=＝:：")
}

// stop is where reading goes on after something that is no key: the end of the line, or of the item.
func (m *mender) stop(top bool) int {
	if top {
		return m.visibleEnd()
	}
	return m.i + len(strings.TrimRight(m.s[m.i:m.itemEnd(m.i, ",，}｝]】］")], " \t\r"))
}

// itemEnd is the first place from i on, outside quotes, where one of the marks stands, or the end of the line.
func (m *mender) itemEnd(i int, marks string) int {
	end := skipComment(m.s, i)
	for i < end {
		r, n := utf8.DecodeRuneInString(m.s[i:])
		if close := skipString(m.s, i); r == '"' && close > i+1 && close <= end && m.s[close-1] == '"' {
			i = close
			continue
		}
		if oneOf(r, marks) {
			return i
		}
		i += n
	}
	return end
}
