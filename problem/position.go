package problem

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// positions turns byte offsets of a text into lines and columns. Any offset costs the same, however long its line,
// so that a hostile file of one line cannot make reporting slow.
type positions struct {
	text  string
	lines []int    // offset at which each line begins
	marks []uint32 // code points begun before every markStep-th byte
}

const markStep = 64

func newPositions(text string) *positions {
	p := &positions{text: text, lines: make([]int, 1, 1+strings.Count(text, "\n"))}
	p.marks = make([]uint32, 0, len(text)/markStep+1)
	var count uint32
	for i := range len(text) {
		if i%markStep == 0 {
			p.marks = append(p.marks, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
		if text[i] == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	if len(text)%markStep == 0 {
		p.marks = append(p.marks, count)
	}
	return p
}

// before is the number of code points begun before the offset.
func (p *positions) before(offset int) int {
	n := int(p.marks[offset/markStep])
	for i := offset / markStep * markStep; i < offset; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}

// at is the line and column of an offset; offsets outside the text are moved to its ends.
func (p *positions) at(offset int) (line, col int) {
	offset = min(max(offset, 0), len(p.text))
	line = sort.SearchInts(p.lines, offset+1)
	return line, p.before(offset) - p.before(p.lines[line-1]) + 1
}

func (p *positions) span(start, end int) Span {
	var s Span
	s.Line, s.Col = p.at(start)
	s.EndLine, s.EndCol = p.at(max(start, end))
	return s
}

// line is the text of a line (1-based) without its end.
func (p *positions) line(n int) string {
	if n < 1 || n > len(p.lines) {
		return ""
	}
	text := p.text[p.lines[n-1]:]
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	return strings.TrimSuffix(text, "\r")
}

func runes(s string) int { return utf8.RuneCountInString(s) }
