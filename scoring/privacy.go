package scoring

// hearPrivacy hears 索要隐私: a secret together with a word that asks for it, in one clause or the next. Telling the
// customer to keep it, or to fill it in on an official page, protects; items of the scenario's verify may be asked.
func (r *ear) hearPrivacy(f *Facts) {
	for k := range r.tokens {
		t := &r.tokens[k]
		if !t.is(clsSecret) || r.inQuote(t) || r.protects(t) || r.verifies(t) {
			continue
		}
		if s, ok := r.asksFor(k); ok {
			r.cross(f, Privacy, s, "不用发证件和密码，告诉我订单尾号就行。")
			return
		}
	}
}

// protects reports a ban or a safe way in the clause of the secret or beside it.
func (r *ear) protects(t *token) bool {
	first, last := r.series(t.clause)
	for i := range r.tokens {
		o := &r.tokens[i]
		switch {
		case o.clause < first-1 || o.clause > last+1:
		case o.is(clsSafe) && !(o.start < t.end && t.start < o.end):
			return true
		case o.clause < first || !o.is(clsBan) && !o.is(clsCannot) && !o.is(clsNeg) || r.bares(o):
		case o.clause > last || o.start < t.start || o.start-t.end <= 6:
			return true
		}
	}
	return false
}

// bares reports a ban on hiding: 数字别挡.
func (r *ear) bares(ban *token) bool {
	end := min(int(ban.end)+2, len(r.text.runes))
	return hasAny(r.text.runes[ban.end:end], '挡', '遮', '糊', '盖', '漏', '码', '缺')
}

// series is the first and last of the clauses that an enumeration (、) joins to this one.
func (r *ear) series(c int32) (first, last int32) {
	original := []rune(r.whole)
	joined := func(c int32) bool { // to the next one
		at := r.clauses[c].end
		return at < len(r.text.runes) && int(r.text.from[at]) < len(original) && original[r.text.from[at]] == '、'
	}
	for first = c; first > 0 && joined(first-1); first-- {
	}
	for last = c; int(last)+1 < len(r.clauses) && joined(last); last++ {
	}
	return first, last
}

func (r *ear) verifies(t *token) bool {
	if r.m == nil {
		return false
	}
	for i := range r.m.verify {
		found := false
		r.each(&r.m.verify[i], func(s, e int) bool {
			found = s < int(t.end) && int(t.start) < e
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

func (r *ear) asksFor(k int) (sign, bool) {
	t := &r.tokens[k]
	s := r.tokenSign(t)
	first, last := r.series(t.clause)
	for i := range r.tokens {
		o := &r.tokens[i]
		if o.is(clsTell) && (o.clause >= first && o.clause <= last || o.clause == last+1 && o.start-t.end <= 4) {
			s.start, s.end = min(s.start, int(o.start)), max(s.end, int(o.end))
			return s, true
		}
	}
	if !r.clauses[t.clause].question {
		return s, false
	}
	for i := range r.tokens { // 密码多少？; not 是您把验证码给别人了吧？
		if o := &r.tokens[i]; o.clause == t.clause && o.is(clsTell) {
			return s, true
		}
	}
	return s, hasAny(r.text.runes[t.end:r.clauses[t.clause].end], '多', '什', '啥', '几', '呢')
}
