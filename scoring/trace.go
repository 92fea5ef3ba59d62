package scoring

import (
	"slices"
	"strings"

	"shouxiang/scoring/hearing"
	"shouxiang/scoring/reading"
)

// Note is one line of a trace.
type Note = hearing.Note

// Trace tells how one reply was heard: what fits, what came of it, and by what it was held off. m may be nil. What would have
// been heard by rules that are switched off is told as well.
func (s *Scorer) Trace(m *Matter, bubbles []string) []Note {
	var ready *reading.Matter
	if m != nil {
		ready = m.ready
	}
	notes := hearing.Trace(s.lex, s.off, ready, bubbles)
	if s.whole == nil {
		return notes
	}
	if m != nil {
		m, _ = s.whole.Compile(m.brief)
	}
	for _, n := range s.whole.Trace(m, bubbles) {
		entry, _, _ := strings.Cut(n.Rule, "#")
		if n.Fate == hearing.Heard && (slices.Contains(s.less, n.Rule) || slices.Contains(s.less, entry)) {
			n.Fate, n.By = hearing.SwitchedOff, ""
			notes = append(notes, n)
		}
	}
	slices.SortStableFunc(notes, func(a, b Note) int { return a.Start - b.Start })
	return notes
}
