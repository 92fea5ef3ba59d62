//go:build unix

package e2e

import (
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-runewidth"
)

// screen is a small terminal: what full-screen programs of our kind send, and nothing more. Unknown sequences are
// ignored.
type screen struct {
	mu     sync.Mutex
	w, h   int
	cells  [][]string // "" = right half of a wide character
	x, y   int
	wrap   bool // the next character starts a new row
	alt    bool // the alternate screen is on
	cursor bool // the cursor is shown
	last   rune
	parser *ansi.Parser
	cond   runewidth.Condition
}

func newScreen(w, h int) *screen {
	s := &screen{w: w, h: h, cursor: true}
	s.clear()
	s.parser = ansi.NewParser()
	s.parser.SetHandler(ansi.Handler{Print: s.print, Execute: s.execute, HandleCsi: s.csi, HandleEsc: s.esc})
	return s
}

func (s *screen) clear() {
	s.cells = make([][]string, s.h)
	for i := range s.cells {
		s.cells[i] = blank(s.w)
	}
}

func blank(w int) []string {
	row := make([]string, w)
	for i := range row {
		row[i] = " "
	}
	return row
}

// Write feeds what the program printed.
func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range b {
		s.parser.Advance(c)
	}
	return len(b), nil
}

// text is the screen as rows without trailing blanks.
func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for _, row := range s.cells {
		b.WriteString(strings.TrimRight(strings.Join(row, ""), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// at is the cursor's cell and the text left of it on its row.
func (s *screen) at() (x, y int, left string, shown bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.x, s.y, strings.Join(s.cells[s.y][:s.x], ""), s.cursor
}

func (s *screen) onAlt() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.alt
}

func (s *screen) resize(w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.w, s.h = w, h
	s.clear()
	s.x, s.y = min(s.x, w-1), min(s.y, h-1)
}

func (s *screen) put(x int, c string) {
	row := s.cells[s.y]
	if row[x] == "" && x > 0 {
		row[x-1] = " "
	}
	if x+1 < s.w && row[x+1] == "" {
		row[x+1] = " "
	}
	row[x] = c
}

func (s *screen) print(r rune) {
	w := s.cond.RuneWidth(r)
	if w == 0 {
		return
	}
	if s.wrap || s.x+w > s.w {
		s.x, s.wrap = 0, false
		s.down()
	}
	s.put(s.x, string(r))
	if w == 2 {
		s.put(s.x+1, " ")
		s.cells[s.y][s.x], s.cells[s.y][s.x+1] = string(r), ""
	}
	s.last = r
	if s.x += w; s.x >= s.w {
		s.x, s.wrap = s.w-1, true
	}
}

func (s *screen) down() {
	if s.y < s.h-1 {
		s.y++
		return
	}
	s.cells = append(s.cells[1:], blank(s.w))
}

func (s *screen) execute(b byte) {
	switch b {
	case '\r':
		s.x, s.wrap = 0, false
	case '\n':
		s.down()
		s.wrap = false
	case '\b':
		s.x, s.wrap = max(0, s.x-1), false
	case '\t':
		s.x, s.wrap = min(s.w-1, (s.x/8+1)*8), false
	}
}

func (s *screen) esc(cmd ansi.Cmd) {
	if cmd.Final() == 'M' { // one row up
		if s.y > 0 {
			s.y--
			return
		}
		s.cells = append([][]string{blank(s.w)}, s.cells[:s.h-1]...)
	}
}

func (s *screen) csi(cmd ansi.Cmd, params ansi.Params) {
	arg := func(i, or int) int {
		if n, _, ok := params.Param(i, or); ok && n > 0 {
			return n
		}
		return or
	}
	if cmd.Prefix() == '?' {
		s.mode(arg(0, 0), cmd.Final() == 'h')
		return
	}
	if cmd.Prefix() != 0 || cmd.Intermediate() != 0 {
		return
	}
	s.move(cmd.Final(), arg(0, 1), arg(1, 1))
	s.erase(cmd.Final(), arg(0, 0), arg(0, 1))
}

func (s *screen) mode(n int, on bool) {
	switch n {
	case 25:
		s.cursor = on
	case 1049:
		s.alt = on
		s.clear()
	}
}

func (s *screen) move(final byte, n, m int) {
	switch final {
	case 'A':
		s.y -= n
	case 'B', 'e':
		s.y += n
	case 'C', 'a':
		s.x += n
	case 'D':
		s.x -= n
	case 'E':
		s.y, s.x = s.y+n, 0
	case 'F':
		s.y, s.x = s.y-n, 0
	case 'G', '`':
		s.x = n - 1
	case 'd':
		s.y = n - 1
	case 'H', 'f':
		s.y, s.x = n-1, m-1
	case 'b':
		for range n {
			s.print(s.last)
		}
		return
	default:
		return
	}
	s.x, s.y, s.wrap = max(0, min(s.x, s.w-1)), max(0, min(s.y, s.h-1)), false
}

func (s *screen) erase(final byte, how, n int) {
	row := s.cells[s.y]
	switch final {
	case 'J':
		s.eraseRows(how)
	case 'K':
		from, to := s.x, s.w
		if how == 1 {
			from, to = 0, s.x+1
		} else if how == 2 {
			from = 0
		}
		s.blankCells(from, to)
	case 'X':
		s.blankCells(s.x, min(s.w, s.x+n))
	case 'P':
		n = min(n, s.w-s.x)
		copy(row[s.x:], row[s.x+n:])
		copy(row[s.w-n:], blank(n))
	case '@':
		n = min(n, s.w-s.x)
		copy(row[s.x+n:], row[s.x:s.w-n])
		copy(row[s.x:], blank(n))
	case 'L':
		for range min(n, s.h-s.y) {
			s.cells = append(s.cells[:s.y], append([][]string{blank(s.w)}, s.cells[s.y:s.h-1]...)...)
		}
	case 'M':
		for range min(n, s.h-s.y) {
			s.cells = append(append(s.cells[:s.y], s.cells[s.y+1:]...), blank(s.w))
		}
	}
}

func (s *screen) blankCells(from, to int) {
	for x := from; x < to; x++ {
		s.put(x, " ")
	}
}

func (s *screen) eraseRows(how int) {
	if how == 2 || how == 3 {
		s.clear()
		return
	}
	from, to := s.y+1, s.h
	if how == 1 {
		from, to = 0, s.y
		s.blankCells(0, s.x+1)
	} else {
		s.blankCells(s.x, s.w)
	}
	for y := from; y < to; y++ {
		s.cells[y] = blank(s.w)
	}
}
