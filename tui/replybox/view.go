package replybox

import (
	"sort"
	"strings"
)

// reflow lays the text out again. It does all of it: for 2,000 clusters that takes a few microseconds, since the widths
// are stored, and there is no state to get wrong.
func (b *Box) reflow() {
	b.rows = breakRows(b.rows[:0], b.text, b.width, b.method)
	// The caret may stand behind a row that is full to the last cell. A soft break puts it on the next row; where the
	// line ends it needs an empty row of its own. That row is there whether or not the caret is, so that moving the
	// caret never moves text.
	for i := len(b.rows) - 1; i >= 0; i-- {
		r := b.rows[i]
		lineEnds := r.b == len(b.text) || b.text[r.b].kind&newline != 0
		if lineEnds && b.column(r, r.b) >= b.width {
			b.rows = append(b.rows, row{})
			copy(b.rows[i+2:], b.rows[i+1:])
			b.rows[i+1] = row{r.b, r.b}
		}
	}
	b.scroll()
}

// scroll moves the visible rows as little as shows the caret, and leaves none unused while there is text above.
func (b *Box) scroll() {
	y := b.caretRow()
	if y < b.top {
		b.top = y
	}
	if y >= b.top+b.height {
		b.top = y - b.height + 1
	}
	b.top = max(0, min(b.top, len(b.rows)-b.height))
}

// caretRow is the last row that starts at or before the caret: at a soft break the caret stands on the lower row.
func (b *Box) caretRow() int {
	return sort.Search(len(b.rows), func(i int) bool { return b.rows[i].a > b.at.pos }) - 1
}

// column is the width of the row before pos.
func (b *Box) column(r row, pos int) (x int) {
	for i := r.a; i < min(pos, r.b); i++ {
		x += b.text[i].width(b.width, b.method)
	}
	return x
}

// Lines are the visible rows, always as many as the box is high; none is wider than the box.
func (b *Box) Lines() []string {
	out := make([]string, b.height)
	var s strings.Builder
	for y := range out {
		if b.top+y >= len(b.rows) {
			break
		}
		r := b.rows[b.top+y]
		s.Reset()
		s.Grow(3 * b.width)
		for i := r.a; i < r.b; i++ {
			if c := &b.text[i]; int(c.cells[b.method]) > b.width {
				s.WriteString(standIn)
			} else {
				s.WriteString(c.s)
			}
		}
		out[y] = s.String()
	}
	return out
}

// Cursor is the cell of the caret in Lines: 0 ≤ x < width, 0 ≤ y < height.
func (b *Box) Cursor() (x, y int) {
	y = b.caretRow()
	return b.column(b.rows[y], b.at.pos), y - b.top
}

// RowCount is the number of rows the text needs, so that the caller can let the box grow.
func (b *Box) RowCount() int { return len(b.rows) }

// Hidden is the number of rows above and below the visible ones, so that the caller can say so.
func (b *Box) Hidden() (above, below int) {
	return b.top, max(0, len(b.rows)-b.top-b.height)
}
