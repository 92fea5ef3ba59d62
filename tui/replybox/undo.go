package replybox

import "slices"

// step is one change: the clusters old at index at became new.
type step struct {
	at            int
	old, new      []cluster
	before, after caret
	joined        bool // goes with the step before it
}

// op is what a call did, as far as grouping steps needs to know.
type op uint8

const (
	opNone op = iota // a move, or nothing yet: the next change starts a group
	opType
	opBackspace
	opDelete
	opOther // a group by itself
)

// apply makes a change and remembers it. Typing goes on as one group until the caret moves, something else is done or
// a clause ends: Undo then takes back clause by clause. So do runs of Backspace and of Delete.
func (b *Box) apply(o op, s span) {
	st := step{
		at:     s.lo,
		old:    slices.Clone(b.text[s.lo:s.hi]),
		new:    s.new,
		before: b.at,
		joined: o == b.last && o != opOther && o != opNone,
	}
	b.splice(st.at, st.old, st.new)
	b.at = caret{pos: s.after}
	st.after = b.at
	b.steps = append(b.steps[:b.done], st)
	b.done = len(b.steps)
	b.last, b.goal = o, -1
	if n := len(st.new); o == opType && n > 0 && st.new[n-1].kind&(newline|closing) != 0 {
		b.last = opNone
	}
	b.reflow()
}

func (b *Box) splice(at int, old, new []cluster) {
	b.text = slices.Replace(b.text, at, at+len(old), new...)
	b.added += len(new)
	b.removed += len(old)
}

// Undo takes back the last group of changes; false if there is none.
func (b *Box) Undo() bool {
	if b.done == 0 {
		return false
	}
	for again := true; again; {
		b.done--
		s := b.steps[b.done]
		b.splice(s.at, s.new, s.old)
		b.at = s.before
		again = s.joined
	}
	b.last, b.goal = opNone, -1
	b.reflow()
	return true
}

// Redo makes the last undone group of changes again; false if there is none.
func (b *Box) Redo() bool {
	if b.done == len(b.steps) {
		return false
	}
	for again := true; again; {
		s := b.steps[b.done]
		b.done++
		b.splice(s.at, s.old, s.new)
		b.at = s.after
		again = b.done < len(b.steps) && b.steps[b.done].joined
	}
	b.last, b.goal = opNone, -1
	b.reflow()
	return true
}
