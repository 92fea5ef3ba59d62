package replybox

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Break cuts text that needs no cleaning into rows of at most width cells (2 at least), as m counts them, by the rules of
// the box. New lines end rows; apart from them the rows put together are the text.
func Break(text string, width int, m ansi.Method) []string {
	width = max(minWidth, width)
	c := make([]cluster, 0, utf8.RuneCountInString(text))
	for text != "" {
		s := first(text)
		text = text[len(s):]
		for _, part := range fitting(s, width, m) {
			c = append(c, newCluster(part, Pasted))
		}
	}
	rows := breakRows(nil, c, width, m)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = join(c[r.a:r.b])
	}
	return out
}

// fitting cuts a cluster that is wider than a whole row, as a chain of joined emoji can be, between its characters.
func fitting(s string, width int, m ansi.Method) []string {
	if m.StringWidth(s) <= width {
		return []string{s}
	}
	var parts []string
	start := 0
	for i, r := range s {
		if i > start && m.StringWidth(string(r)) > 0 {
			parts, start = append(parts, s[start:i]), i
		}
	}
	return append(parts, s[start:])
}

func join(c []cluster) string {
	var s strings.Builder
	for i := range c {
		s.WriteString(c[i].s)
	}
	return s.String()
}

// row is the clusters [a,b) of the text; a new line ends a row and belongs to none.
type row struct{ a, b int }

// breakRows appends the rows of c to rows; there is always one at least.
func breakRows(rows []row, c []cluster, width int, m ansi.Method) []row {
	for a := 0; ; {
		b := rowEnd(c, a, width, m)
		rows = append(rows, row{a, b})
		switch {
		case b == len(c):
			return rows
		case c[b].kind&newline != 0:
			a = b + 1
			if a == len(c) {
				return append(rows, row{a, a})
			}
		default:
			a = b
		}
	}
}

// rowEnd is the end of the row that starts at a.
func rowEnd(c []cluster, a, width int, m ansi.Method) int {
	i := a
	for w := 0; i < len(c) && c[i].kind&newline == 0; i++ {
		if w += c[i].width(width, m); w > width && i > a {
			break
		}
	}
	if i == len(c) || c[i].kind&newline != 0 {
		return i
	}
	k := i
	for k > a && hold(c, k) > loose {
		k--
	}
	if k > a && fits(c, k, width, m) {
		return k
	}
	// What stands there is longer than a row. Cut it where the row is full, but rather in a word than beside
	// punctuation that must not be parted from its neighbour.
	for k = i; k > a && hold(c, k) > inWord; {
		k--
	}
	if k > a {
		return k
	}
	return i
}

// width is the cells the cluster takes in a box of that width: one that is wider than the box is shown as a stand-in.
func (c *cluster) width(box int, m ansi.Method) int {
	w := int(c.cells[m])
	if w > box {
		return len(standIn)
	}
	return w
}

// standIn is shown for a cluster that does not fit the box at all; it needs a chain of emoji, or a box of a few cells.
const standIn = "?"

// fits tells whether what may not be parted from k on is short enough for a row.
func fits(c []cluster, k, width int, m ansi.Method) bool {
	w := 0
	for i := k; i < len(c) && c[i].kind&newline == 0 && (i == k || hold(c, i) > loose); i++ {
		if w += c[i].width(width, m); w > width {
			return false
		}
	}
	return true
}

// How strongly a cluster holds to the one before it.
const (
	loose  = iota
	inWord // inside a word
	tight  // beside punctuation that must not start or end a row
)

func hold(c []cluster, k int) int {
	x, y := c[k-1].kind, c[k].kind
	switch {
	case y&closing != 0 || x&opening != 0:
		return tight
	case x&y&paired != 0 && c[k-1].s == c[k].s:
		return tight
	case inOneWord(c, k):
		return inWord
	}
	return loose
}

// inOneWord tells whether clusters k-1 and k belong to one word; a joiner does when it has the word on both sides.
func inOneWord(c []cluster, k int) bool {
	x, y := c[k-1].kind, c[k].kind
	switch {
	case x&y&word != 0:
		return true
	case x&word != 0 && y&joiner != 0:
		return k+1 < len(c) && c[k+1].kind&word != 0
	case x&joiner != 0 && y&word != 0:
		return k > 1 && c[k-2].kind&word != 0
	}
	return false
}
