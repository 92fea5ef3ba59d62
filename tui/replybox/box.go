// Package replybox is a multi-line reply editor that is right for Chinese.
//
// The text is kept as grapheme clusters, cut and measured by the very functions the renderer uses, so that a row is
// never wider than the box, no character is hidden and the caret is told as the cell where the terminal must show its
// real cursor (an IME opens its candidate window there). Rows break between Han characters, keep an ASCII word whole
// when it fits, never start with closing punctuation and never end with an opening one, unless nothing else is possible.
//
// The box takes plain calls, or key names (Key), and hands out plain strings. It knows nothing of Bubble Tea, draws no
// border and no colour, reads no clock and no clipboard, and keeps erased text only for Undo.
package replybox

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The narrowest box: a Han character takes two cells.
const minWidth = 2

// Box is the editor. Use New; a Box must not be copied.
type Box struct {
	width, height int
	method        ansi.Method
	limit         int // in clusters, 0 = none

	text []cluster
	at   caret
	goal int   // the column Up and Down want to keep, -1 = none
	rows []row // the layout of text
	top  int   // the first visible row

	slots []string // names of the slots ever inserted; slot n is slots[n-1]

	steps []step // the history of changes
	done  int    // how many of them are in effect
	last  op     // what the last call did, to group steps

	added, removed int // since the last Delta
}

// caret is a place between two clusters. With a slot, the whole slot from pos on is selected.
type caret struct {
	pos  int
	slot int32
}

// New makes an empty box of w by h cells.
func New(w, h int) *Box {
	b := &Box{goal: -1}
	b.SetSize(w, h)
	return b
}

// SetSize changes the text area; the caret keeps its place in the text.
func (b *Box) SetSize(w, h int) {
	w, h = max(minWidth, w), max(1, h)
	if w == b.width {
		b.height = h
		b.scroll()
		return
	}
	b.width, b.height, b.goal = w, h, -1
	b.reflow()
}

// SetMethod says how the renderer counts cells: by ansi.WcWidth until the terminal has confirmed mode 2027, then by
// ansi.GraphemeWidth.
func (b *Box) SetMethod(m ansi.Method) {
	if m != ansi.GraphemeWidth {
		m = ansi.WcWidth
	}
	if m != b.method {
		b.method, b.goal = m, -1
		b.reflow()
	}
}

// SetLimit sets the greatest number of graphemes the box takes; 0 is no limit. Text already there stays.
func (b *Box) SetLimit(n int) { b.limit = max(0, n) }

// Reset empties the box and forgets its history: a reply that was sent does not come back by Undo.
func (b *Box) Reset() {
	clear(b.text)
	clear(b.steps)
	b.text, b.steps, b.slots = b.text[:0], b.steps[:0], nil
	b.at, b.goal, b.done, b.last, b.top = caret{}, -1, 0, opNone, 0
	b.added, b.removed = 0, 0
	b.reflow()
}

// Set starts afresh with a text that the program supplies. It counts as pasted, since nobody typed it, and neither
// Undo nor Delta know of it. It returns how many graphemes the limit kept out.
func (b *Box) Set(text string) (dropped int) {
	b.Reset()
	dropped = b.insert(opNone, Pasted, text)
	b.steps, b.done = b.steps[:0], 0
	b.added, b.removed = 0, 0
	return dropped
}

// Value is the whole text.
func (b *Box) Value() string {
	var s strings.Builder
	for i := range b.text {
		s.WriteString(b.text[i].s)
	}
	return s.String()
}

// Len is the number of graphemes, new lines included.
func (b *Box) Len() int { return len(b.text) }

// Empty tells whether there is no text at all.
func (b *Box) Empty() bool { return len(b.text) == 0 }

// Counts says how many graphemes of the present text came in which way.
type Counts struct{ Typed, Pasted, Phrase int }

// Counts tells where the present text came from.
func (b *Box) Counts() Counts {
	var n [3]int
	for i := range b.text {
		n[b.text[i].origin]++
	}
	return Counts{Typed: n[Typed], Pasted: n[Pasted], Phrase: n[Phrase]}
}

// Delta returns how many graphemes were added and removed since the last call, for a time line of the typing. A
// combining mark that joins its base counts as one removed and one added.
func (b *Box) Delta() (added, removed int) {
	added, removed = b.added, b.removed
	b.added, b.removed = 0, 0
	return added, removed
}
