package replybox

// Insert puts typed text, or what an IME commits at once, at the caret or in place of the selected slot. It returns how
// many graphemes the limit kept out.
func (b *Box) Insert(text string) (dropped int) { return b.insert(opType, Typed, text) }

// Paste is Insert for text from the clipboard: it counts as pasted and is undone by itself.
func (b *Box) Paste(text string) (dropped int) { return b.insert(opOther, Pasted, text) }

func (b *Box) insert(o op, from Origin, text string) (dropped int) {
	i, j := b.selection()
	return b.put(o, i, j, split(clean(b.left(i), text), from))
}

// left is the cluster that a mark at i would join, "" at the start of a line.
func (b *Box) left(i int) string {
	if i == 0 || b.text[i-1].kind&newline != 0 {
		return ""
	}
	return b.text[i-1].s
}

// put replaces [i,j) by as much of ins as the limit allows.
func (b *Box) put(o op, i, j int, ins []cluster) (dropped int) {
	if len(ins) == 0 {
		return 0
	}
	n := len(ins)
	if b.limit > 0 {
		// Some of it may join its neighbours and need no room: try two more than there is room for.
		n = min(n, max(0, b.limit-(len(b.text)-(j-i)))+2)
	}
	for ; n > 0; n-- {
		s := resegment(b.text, i, j, ins[:n])
		if size := len(b.text) - (s.hi - s.lo) + len(s.new); b.limit == 0 || size <= b.limit || size <= len(b.text) {
			b.apply(o, s)
			break
		}
	}
	return len(ins) - n
}

// Backspace removes the grapheme before the caret, or the slot that is selected or stands there.
func (b *Box) Backspace() {
	if i, j := b.selection(); i < j {
		b.remove(opOther, i, j)
	} else if i > 0 && b.text[i-1].slot != 0 {
		b.remove(opOther, b.slotStart(i-1), i)
	} else if i > 0 {
		b.remove(opBackspace, i-1, i)
	}
}

// Delete removes the grapheme behind the caret, or the slot that is selected or stands there.
func (b *Box) Delete() {
	if i, j := b.selection(); i < j {
		b.remove(opOther, i, j)
	} else if i < len(b.text) && b.text[i].slot != 0 {
		b.remove(opOther, i, b.slotEnd(i))
	} else if i < len(b.text) {
		b.remove(opDelete, i, i+1)
	}
}

// KillWord removes what WordLeft would pass over.
func (b *Box) KillWord() {
	if i, j := b.selection(); i < j {
		b.remove(opOther, i, j)
		return
	}
	b.remove(opOther, b.wordLeft(b.at.pos), b.at.pos)
}

// KillToStart removes the logical line before the caret.
func (b *Box) KillToStart() { b.remove(opOther, b.lineStart(), b.at.pos) }

// KillToEnd removes the logical line behind the caret.
func (b *Box) KillToEnd() { b.remove(opOther, b.at.pos, b.lineEnd()) }

func (b *Box) remove(o op, i, j int) {
	if i < j {
		b.apply(o, resegment(b.text, i, j, nil))
	}
}

// span is a change: the clusters [lo,hi) become new, the caret goes to after.
type span struct {
	lo, hi int
	new    []cluster
	after  int
}

// resegment works out what becomes of the text when ins takes the place of [i,j). Clusters beside the change may join,
// as when a mark comes behind its base, or pair anew, as in a run of flags. So it cuts again from the cluster before
// the change to the first bound behind it that was a bound before: from there on nothing can differ.
func resegment(text []cluster, i, j int, ins []cluster) span {
	lo := i
	if i > 0 && text[i-1].kind&newline == 0 {
		lo--
	}
	for reach := 1; ; reach *= 4 {
		hi := min(len(text), j+reach)
		parts := make([]cluster, 0, i-lo+len(ins)+hi-j)
		parts = append(append(append(parts, text[lo:i]...), ins...), text[j:hi]...)
		fixed := i - lo + len(ins)
		out, caret, used := recut(parts, fixed, hi == len(text))
		if used < 0 {
			continue
		}
		s := span{lo: lo, hi: j + used - fixed, new: out, after: lo + caret}
		if lo < i && out[0].s == text[lo].s {
			s.lo, s.new = i, out[1:]
		}
		return s
	}
}

// recut cuts parts anew until, behind the first fixed of them, an old bound is met. used is the number of parts it took,
// -1 if it needs to see more of the text; caret is the first new bound at or behind the fixed ones.
func recut(parts []cluster, fixed int, last bool) (out []cluster, caret, used int) {
	text := join(parts)
	out = make([]cluster, 0, len(parts))
	offset, k, start := 0, 0, 0 // parts[k] starts at byte start
	caret = -1
	for {
		if k >= fixed && caret < 0 {
			caret = len(out)
		}
		if k >= fixed && start == offset && (k < len(parts) || last) {
			return out, caret, k
		}
		if k == len(parts) {
			return nil, 0, -1
		}
		s := first(text[offset:])
		c := parts[k] // it owns the new cluster, the first character of which is its own
		if s != c.s {
			c = newCluster(s, c.origin)
			c.slot = parts[k].slot
		}
		out = append(out, c)
		offset += len(s)
		for k < len(parts) && start+len(parts[k].s) <= offset {
			start += len(parts[k].s)
			k++
		}
	}
}
