package scoring

// scopes marks quotations, questions and conditions.
func (r *reply) scopes() {
	r.quoted = r.quoted[:0]
	runes := r.text.runes
	open := -1
	for i, c := range runes {
		switch c {
		case '「':
			open = i
		case '」', '"':
			if open < 0 {
				if c == '"' {
					open = i
				}
				continue
			}
			if len(r.quoted) == 0 {
				r.quoted = append(r.quoted, make([]bool, len(runes))...)
			}
			for k := open; k <= i; k++ {
				r.quoted[k] = true
			}
			open = -1
		}
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		c := &r.clauses[t.clause]
		if t.is(clsCond) {
			c.cond = true
		}
		if t.is(clsAskWord) {
			c.question = c.question || int(t.end)+2 >= c.end || t.end-t.start == 3 && r.text.runes[t.start+1] != '什'
		}
	}
}

func (r *reply) inQuote(t *token) bool {
	return len(r.quoted) > 0 && r.quoted[t.start]
}

// negated reports whether a negation governs the token.
func (r *reply) negated(k int) bool {
	t := &r.tokens[k]
	return r.negatedAt(int(t.start), int(t.end))
}

// negatedAt reports whether a negation governs the runes: a short one (不 没) right before them, a long one (没法 不能)
// anywhere before in the clause, or 不了 不上 after. A double or rhetorical negative affirms.
func (r *reply) negatedAt(start, end int) bool {
	c := int32(r.at[start])
	reach, subject, forAt := 1, -1, -1
	for i := len(r.tokens) - 1; i >= 0; i-- {
		n := &r.tokens[i]
		if int(n.start) >= start || n.clause > c {
			continue
		}
		if n.clause < c {
			break
		}
		gap := start - int(n.end)
		switch {
		case n.is(clsTwice) && gap <= 6:
			return false
		case n.is(clsConnect):
			return r.negatedAfter(end, c)
		case n.is(clsCannot) && gap >= 0 && gap <= 14:
			return subject < 0 || subject-int(n.end) < 2
		case (n.is(clsNeg) || n.is(clsBan)) && gap >= 0 && (gap <= reach || gap <= 14 && forAt == int(n.end)):
			return true
		case n.is(clsFor) || n.is(clsWill) || n.is(clsWe) || n.is(clsDegree):
			reach += int(n.end - n.start)
			if n.is(clsFor) {
				forAt = int(n.start)
			}
			if n.is(clsWe) && subject < 0 {
				subject = int(n.start)
			}
		}
	}
	return r.negatedAfter(end, c)
}

func (r *reply) negatedAfter(end int, clause int32) bool {
	for i := range r.tokens {
		n := &r.tokens[i]
		if n.clause == clause && int(n.start) >= end && int(n.start)-end <= 1 && n.is(clsNotAfter) {
			return true
		}
	}
	return false
}

// covered reports whether a frame of that kind lies over the runes.
func (r *reply) covered(what finding, start, end int) bool {
	for i := range r.fits {
		f := &r.fits[i]
		if r.s.frames[f.frame].is == what && f.start < end && start < f.end {
			return true
		}
	}
	return false
}
