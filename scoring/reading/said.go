package reading

import (
	"slices"

	"shouxiang/scoring/lexicon"
)

// Said is what is kept of a reply for questions that come later: its folded characters, values and the words that deny.
type Said struct {
	r        Reading
	courtesy []string // words of greeting and thanks that were set aside
}

// Mention says how a pattern occurs in a reply.
type Mention struct{ Affirmed, Negated bool }

// Mentions says whether the reply affirms or negates the pattern. It may do both, in different places.
func (s *Said) Mentions(p Pattern) Mention {
	var m Mention
	if s == nil {
		return m
	}
	s.r.Each(&p, func(start, end int) bool {
		if s.r.NegatedAt(start, end) {
			m.Negated = true
		} else {
			m.Affirmed = true
		}
		return true
	})
	for _, word := range s.courtesy {
		m.Affirmed = m.Affirmed || p.in(word)
	}
	return m
}

// Keep copies what Mentions needs.
func (r *Reading) Keep() *Said {
	said := &Said{r: Reading{S: r.S, At: slices.Clone(r.At), Values: slices.Clone(r.Values), first: make([]int32, len(r.Clauses)+1)}}
	h := &said.r
	h.Text.Runes = slices.Clone(r.Text.Runes)
	for _, c := range r.Courtesies {
		said.courtesy = append(said.courtesy, c.Word)
	}
	n := 0
	for i := range r.Tokens {
		if r.Tokens[i].governs() {
			n++
		}
	}
	h.Tokens = make([]Token, 0, n)
	for i := range r.Tokens {
		if r.Tokens[i].governs() {
			h.Tokens = append(h.Tokens, r.Tokens[i])
			h.first[r.Tokens[i].Clause+1]++
		}
	}
	for c := range r.Clauses {
		h.first[c+1] += h.first[c]
	}
	return said
}

// governs reports words that decide whether something is denied.
func (t *Token) governs() bool {
	const low = 1<<lexicon.Neg | 1<<lexicon.Ban | 1<<lexicon.Cannot | 1<<lexicon.NotAfter | 1<<lexicon.Twice | 1<<lexicon.Connect | 1<<lexicon.For | 1<<lexicon.We | 1<<lexicon.Will
	return t.cls&low != 0 || t.Is(lexicon.Degree)
}
