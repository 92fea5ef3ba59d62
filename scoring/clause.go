package scoring

func (r *reply) clauseHas(c int, cl class) bool {
	return c >= 0 && c < len(r.clauses) && r.clauses[c].is(cl)
}

// is reports whether a token of the clause belongs to the class.
func (c *clause) is(cl class) bool {
	if cl < 64 {
		return c.cls&(1<<cl) != 0
	}
	return c.cls2&(1<<(cl-64)) != 0
}

// endsAt reports a word of the class that ends at the rune; startsAt, one that begins there.
func (r *reply) endsAt(at int32, clause int, cl class) bool {
	if !r.clauseHas(clause, cl) {
		return false
	}
	tokens, _ := r.in(clause)
	for i := range tokens {
		if tokens[i].end == at && tokens[i].is(cl) {
			return true
		}
	}
	return false
}

func (r *reply) startsAt(at int32, clause int, cl class) bool {
	if !r.clauseHas(clause, cl) {
		return false
	}
	tokens, _ := r.in(clause)
	for i := range tokens {
		if tokens[i].start == at && tokens[i].is(cl) {
			return true
		}
	}
	return false
}
