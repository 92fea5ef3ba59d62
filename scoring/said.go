package scoring

import "slices"

// Said is what is kept of a reply for questions that come later: its folded characters, values and the words that deny.
type Said struct{ r reply }

// Mention says how a pattern occurs in a reply.
type Mention struct{ Affirmed, Negated bool }

// Mentions says whether the reply affirms or negates the pattern. It may do both, in different places.
func (s *Said) Mentions(p Pattern) Mention {
	var m Mention
	if s == nil {
		return m
	}
	s.r.each(&p, func(start, end int) bool {
		if s.r.negatedAt(start, end) {
			m.Negated = true
		} else {
			m.Affirmed = true
		}
		return true
	})
	return m
}

// keep copies what Mentions needs.
func (r *reply) keep() *Said {
	said := &Said{r: reply{s: r.s, at: slices.Clone(r.at), values: slices.Clone(r.values), first: make([]int32, len(r.clauses)+1)}}
	h := &said.r
	h.text.runes = slices.Clone(r.text.runes)
	n := 0
	for i := range r.tokens {
		if r.tokens[i].governs() {
			n++
		}
	}
	h.tokens = make([]token, 0, n)
	for i := range r.tokens {
		if r.tokens[i].governs() {
			h.tokens = append(h.tokens, r.tokens[i])
			h.first[r.tokens[i].clause+1]++
		}
	}
	for c := range r.clauses {
		h.first[c+1] += h.first[c]
	}
	return said
}

// governs reports words that decide whether something is denied.
func (t *token) governs() bool {
	const low = 1<<clsNeg | 1<<clsBan | 1<<clsCannot | 1<<clsNotAfter | 1<<clsTwice | 1<<clsConnect | 1<<clsFor | 1<<clsWe | 1<<clsWill
	return t.cls&low != 0 || t.is(clsDegree)
}
