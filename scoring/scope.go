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
			r.quote(open, i+1)
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
	for i := 1; i < len(r.clauses); i++ { // 先装, 还是后装? asks in both clauses
		if c := &r.clauses[i]; c.question && hasWord(runes, c.start, "还是") {
			r.clauses[i-1].question = true
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

// negatedAt reports whether a negation governs the runes: a short one (不 没) right before them or before 太 会 给您 that
// lead to them, a long one (没法 不能) anywhere before in the clause, or 不了 不上 after. A double or rhetorical
// negative affirms.
func (r *reply) negatedAt(start, end int) bool {
	c := int(r.at[start])
	const governors = 1<<clsNeg | 1<<clsBan | 1<<clsCannot | 1<<clsTwice
	if c < len(r.clauses) && r.clauses[c].cls&governors == 0 {
		return r.negatedAfter(end, c)
	}
	subject := -1
	tokens, base := r.in(c)
	for k := len(tokens) - 1; k >= 0; k-- {
		n, i := &tokens[k], base+k
		if int(n.start) >= start {
			continue
		}
		gap := start - int(n.end)
		switch {
		case n.is(clsTwice) && gap <= 6:
			return false
		case n.is(clsConnect):
			return r.negatedAfter(end, c)
		case n.is(clsCannot) && gap >= 0 && gap <= 14:
			return subject < 0 || subject-int(n.end) < 2
		case (n.is(clsNeg) || n.is(clsBan)) && gap >= 0 && r.leads(i, start):
			return true
		case n.is(clsWe) && subject < 0:
			subject = int(n.start)
		}
	}
	return r.negatedAfter(end, c)
}

// leads reports that from the negation at token i only fillers lead up to the place, or that 给您 begins right after
// it: then it reaches over the clause.
func (r *reply) leads(i, start int) bool {
	at := r.tokens[i].end
	for k := i + 1; k < len(r.tokens) && int(r.tokens[k].end) <= start; k++ {
		t := &r.tokens[k]
		if t.start != at {
			continue
		}
		switch {
		case t.is(clsFor):
			return start-int(at) <= 14
		case t.is(clsWill), t.is(clsWe), t.is(clsDegree):
			at = t.end
		}
	}
	return start-int(at) <= 1
}

func (r *reply) negatedAfter(end, clause int) bool {
	if clause < len(r.clauses) && !r.clauses[clause].is(clsNotAfter) {
		return false
	}
	tokens, _ := r.in(clause)
	for i := range tokens {
		if n := &tokens[i]; n.is(clsNotAfter) && (int(n.start) == end || int(n.start) == end+1 && !r.dreads(end)) {
			return true
		}
	}
	return false
}

// dreads reports that the word before ends in 心, 怕 or 愁: 担心赶不上 is a worry, not its denial.
func (r *reply) dreads(end int) bool {
	switch r.text.runes[end-1] {
	case '心', '怕', '愁', '急', '忧', '虑', '慌':
		return true
	}
	return false
}

// covered reports whether a frame of that kind lies over the runes.
func (r *reply) covered(what finding, start, end int) bool {
	for i := range r.fits {
		f := &r.fits[i]
		if fr := &r.s.frames[f.frame]; fr.is == what && !fr.bare && f.start < end && start < f.end {
			return true
		}
	}
	return false
}
