package reading

import "shouxiang/scoring/lexicon"

func (r *Reading) ClauseHas(c int, cl lexicon.Class) bool {
	return c >= 0 && c < len(r.Clauses) && r.Clauses[c].is(cl)
}

// is reports whether a token of the clause belongs to the class.
func (c *Clause) is(cl lexicon.Class) bool {
	if cl < 64 {
		return c.cls&(1<<cl) != 0
	}
	return c.cls2&(1<<(cl-64)) != 0
}

// EndsAt reports a word of the class that ends at the rune; startsAt, one that begins there.
func (r *Reading) EndsAt(at int32, clause int, cl lexicon.Class) bool {
	if !r.ClauseHas(clause, cl) {
		return false
	}
	tokens, _ := r.In(clause)
	for i := range tokens {
		if tokens[i].End == at && tokens[i].Is(cl) {
			return true
		}
	}
	return false
}

func (r *Reading) StartsAt(at int32, clause int, cl lexicon.Class) bool {
	if !r.ClauseHas(clause, cl) {
		return false
	}
	tokens, _ := r.In(clause)
	for i := range tokens {
		if tokens[i].Start == at && tokens[i].Is(cl) {
			return true
		}
	}
	return false
}
