package replybox

import "regexp"

// Slots are the {称呼} of a stored phrase. A slot is one thing in the box: the caret is never inside it; moving into it
// selects it, and then typing takes its place. A slot that is not replaced stays open. Braces that were typed or pasted
// are plain text.

var slotText = regexp.MustCompile(`\{([^{}\n]+)\}`)

// InsertPhrase puts a stored phrase at the caret, or in place of the selected slot, and selects its first slot. It
// returns how many graphemes the limit kept out.
func (b *Box) InsertPhrase(text string) (dropped int) {
	i, j := b.selection()
	text = clean(b.left(i), text)
	ins := split(text, Phrase)
	from := len(b.slots)
	offset, k := 0, 0
	for _, m := range slotText.FindAllStringSubmatchIndex(text, -1) {
		b.slots = append(b.slots, text[m[2]:m[3]])
		for ; k < len(ins) && offset < m[1]; k++ {
			if offset >= m[0] {
				ins[k].slot = int32(len(b.slots))
			}
			offset += len(ins[k].s)
		}
	}
	dropped = b.put(opOther, i, j, ins)
	for p := range b.text {
		if int(b.text[p].slot) == from+1 {
			b.selectSlot(p)
			b.steps[b.done-1].after = b.at
			break
		}
	}
	return dropped
}

// NextSlot selects the next open slot behind the caret, and after the last one the first; false if there is none.
func (b *Box) NextSlot() bool {
	_, from := b.selection()
	for n := range b.text {
		if p := (from + n) % len(b.text); b.text[p].slot != 0 {
			b.selectSlot(p)
			return true
		}
	}
	return false
}

// OpenSlots lists the names of the slots that are still in the text, in its order.
func (b *Box) OpenSlots() []string {
	var names []string
	for p := range b.text {
		if id := b.text[p].slot; id != 0 && (p == 0 || b.text[p-1].slot != id) {
			names = append(names, b.slots[id-1])
		}
	}
	return names
}

// Mark is a piece of a slot on a visible row: the cells [From,To) of Lines()[Row].
type Mark struct {
	Row, From, To int
	Selected      bool
}

// Marks tells where the slots are on the screen, so that the caller can make them stand out.
func (b *Box) Marks() []Mark {
	var marks []Mark
	for y := 0; y < b.height && b.top+y < len(b.rows); y++ {
		r := b.rows[b.top+y]
		x := 0
		for p := r.a; p < r.b; p++ {
			w := b.text[p].width(b.width, b.method)
			id := b.text[p].slot
			switch {
			case id == 0:
			case p > r.a && b.text[p-1].slot == id:
				marks[len(marks)-1].To += w
			default:
				marks = append(marks, Mark{Row: y, From: x, To: x + w, Selected: id == b.at.slot})
			}
			x += w
		}
	}
	return marks
}

// selection is the selected slot as [i,j), or i = j = the caret.
func (b *Box) selection() (i, j int) {
	if b.at.slot == 0 {
		return b.at.pos, b.at.pos
	}
	return b.at.pos, b.slotEnd(b.at.pos)
}

func (b *Box) selectSlot(p int) {
	b.at = caret{pos: b.slotStart(p), slot: b.text[p].slot}
	b.last, b.goal = opNone, -1
	b.scroll()
}

// insideSlot tells whether the place before cluster p is between two clusters of a slot.
func (b *Box) insideSlot(p int) bool {
	return p > 0 && p < len(b.text) && b.text[p].slot != 0 && b.text[p].slot == b.text[p-1].slot
}

// slotStart is the start of the slot that cluster p belongs to.
func (b *Box) slotStart(p int) int {
	for b.insideSlot(p) {
		p--
	}
	return p
}

// slotEnd is the place behind the slot that cluster p belongs to.
func (b *Box) slotEnd(p int) int {
	for p++; b.insideSlot(p); p++ {
	}
	return p
}
