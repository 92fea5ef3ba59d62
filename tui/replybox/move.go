package replybox

// moveTo puts the caret at p; inside a slot it selects that slot.
func (b *Box) moveTo(p int) {
	p = max(0, min(p, len(b.text)))
	b.last, b.goal = opNone, -1
	if b.insideSlot(p) {
		b.selectSlot(p)
		return
	}
	b.at = caret{pos: p}
	b.scroll()
}

// Left moves one grapheme back; from a selected slot to its start.
func (b *Box) Left() {
	if b.at.slot != 0 {
		b.moveTo(b.at.pos)
		return
	}
	b.moveTo(b.at.pos - 1)
}

// Right moves one grapheme on; from a selected slot to its end.
func (b *Box) Right() {
	if i, j := b.selection(); i < j {
		b.moveTo(j)
		return
	}
	b.moveTo(b.at.pos + 1)
}

// Up moves one row up and keeps to the column where the way up or down began.
func (b *Box) Up() { b.vertical(-1) }

// Down moves one row down and keeps to the column where the way up or down began.
func (b *Box) Down() { b.vertical(1) }

func (b *Box) vertical(d int) {
	y := b.caretRow()
	goal := b.goal
	if goal < 0 {
		goal = b.column(b.rows[y], b.at.pos)
	}
	if y+d >= 0 && y+d < len(b.rows) {
		r := b.rows[y+d]
		p := r.a
		for x := 0; p < r.b; p++ {
			if x += b.text[p].width(b.width, b.method); x > goal {
				break
			}
		}
		b.moveTo(min(p, b.rowLast(y+d)))
	}
	b.last, b.goal = opNone, goal
}

// rowLast is the last place of the caret on row y. The place behind a row that goes on is shown at the start of the
// next one, so the last one of its own is before its last cluster.
func (b *Box) rowLast(y int) int {
	r := b.rows[y]
	if y+1 < len(b.rows) && b.rows[y+1].a == r.b && r.b > r.a {
		return r.b - 1
	}
	return r.b
}

// Home moves to the start of the row on the screen.
func (b *Box) Home() { b.moveTo(b.rows[b.caretRow()].a) }

// End moves to the last place on the row on the screen.
func (b *Box) End() { b.moveTo(b.rowLast(b.caretRow())) }

// LineStart moves to the start of the logical line, which a new line ends.
func (b *Box) LineStart() { b.moveTo(b.lineStart()) }

// LineEnd moves to the end of the logical line.
func (b *Box) LineEnd() { b.moveTo(b.lineEnd()) }

// TextStart moves before the whole text.
func (b *Box) TextStart() { b.moveTo(0) }

// TextEnd moves behind the whole text.
func (b *Box) TextEnd() { b.moveTo(len(b.text)) }

func (b *Box) lineStart() int {
	i := b.at.pos
	for i > 0 && b.text[i-1].kind&newline == 0 {
		i--
	}
	return i
}

func (b *Box) lineEnd() int {
	i := b.at.pos
	for i < len(b.text) && b.text[i].kind&newline == 0 {
		i++
	}
	return i
}

// WordLeft moves to the start of the word before the caret.
//
// Chinese has no spaces and the box no dictionary; nor can it go by what the IME committed, since a terminal delivers
// a commit character by character. So a stop is wherever the sort of character changes (Han and kana, letters and
// digits, punctuation and symbols), at the bounds of a slot or a line, and within a long Han run every four characters
// counted from the start of the run, if two at least are left: set phrases are that long, and KillWord then takes a word
// or two, not a clause. The stops hang on the text alone, so the way back is the way there. Spaces are passed over.
func (b *Box) WordLeft() { b.moveTo(b.wordLeft(b.at.pos)) }

// WordRight moves to the end of the word behind the caret; see WordLeft.
func (b *Box) WordRight() {
	_, p := b.selection()
	if p == b.at.pos {
		p = b.wordRight(p)
	}
	b.moveTo(p)
}

const (
	chunk    = 4 // a stop in a Han run
	chunkMin = 2 // but none that leaves fewer than this to the end of the run
)

func (b *Box) wordLeft(p int) int {
	start := p
	for p > 0 && b.isSpace(p-1) {
		p--
	}
	if p == 0 || b.text[p-1].kind&newline != 0 {
		if p == start && p > 0 {
			p--
		}
		return p
	}
	i, j := b.run(p - 1)
	if b.chunked(i) {
		for k := i + chunk; k < p && j-k >= chunkMin; k += chunk {
			i = k
		}
	}
	return i
}

func (b *Box) wordRight(p int) int {
	start := p
	for p < len(b.text) && b.isSpace(p) {
		p++
	}
	if p == len(b.text) || b.text[p].kind&newline != 0 {
		if p == start && p < len(b.text) {
			p++
		}
		return p
	}
	i, j := b.run(p)
	if b.chunked(i) {
		for k := i + chunk; j-k >= chunkMin; k += chunk {
			if k > p {
				return k
			}
		}
	}
	return j
}

func (b *Box) isSpace(p int) bool { return b.text[p].kind&blank != 0 && b.text[p].slot == 0 }

func (b *Box) chunked(p int) bool { return b.text[p].kind&ideograph != 0 && b.text[p].slot == 0 }

// run is the run of one sort that cluster p belongs to.
func (b *Box) run(p int) (i, j int) {
	for i = p; i > 0 && b.oneRun(i); i-- {
	}
	for j = p + 1; j < len(b.text) && b.oneRun(j); j++ {
	}
	return i, j
}

func (b *Box) oneRun(k int) bool {
	x, y := &b.text[k-1], &b.text[k]
	if x.slot != 0 || y.slot != 0 {
		return x.slot == y.slot
	}
	const sorts = newline | blank | ideograph | word
	return x.kind&sorts == y.kind&sorts && y.kind&newline == 0 || inOneWord(b.text, k)
}
