package scoring

// sign is one thing heard, with its place (runes) and the entry of the lexicon, or rule of code, that heard it.
type sign struct {
	rule       string
	start, end int
}

// hearEmpathy decides level and kind of empathy.
func (r *reply) hearEmpathy(f *Facts) {
	level, best := 0, sign{}
	note := func(n int, s sign) {
		if n > level {
			level, best = n, s
		}
	}
	for k := range r.tokens {
		t := &r.tokens[k]
		switch {
		case t.is(clsEmo) && r.alive(k):
			note(2, r.tokenSign(t))
		case t.is(clsWeakEmo) && r.alive(k) && r.aboutYou(k):
			note(2, r.tokenSign(t))
		case (t.is(clsApology) || t.is(clsCourtesy) || t.is(clsFault)) && r.alive(k):
			if r.plight(int(t.clause)) {
				note(2, r.tokenSign(t))
			}
			note(1, r.tokenSign(t))
		}
	}
	for i := range r.fits {
		ft := &r.fits[i]
		if !r.sound(ft) {
			continue
		}
		switch fr := &r.s.frames[ft.frame]; fr.is {
		case isFeeling, isPlight, isCare:
			note(2, r.fitSign(ft))
		case isCourtesy, isApology, isFault:
			if r.plight(ft.clause) {
				note(2, r.fitSign(ft))
			}
			note(1, r.fitSign(ft))
		}
	}
	if level == 0 {
		return
	}
	f.Empathy = level
	f.Kind = Courtesy
	c := int(r.at[best.start])
	if level == 2 {
		f.Kind = Emotion
		if r.matterIn(c-1, c+1) {
			f.Kind = OnMatter
		}
	}
	f.Elements = f.Elements.With(Empathy)
	r.say(f, Empathy.Name(), best)
	cl := r.clauses[c]
	f.Clauses = append(f.Clauses, string(r.text.runes[cl.start:cl.end]))
}

// plight reports whether the clause or one beside it names what befell this customer.
func (r *reply) plight(c int) bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.is(clsPlight) && abs(int(t.clause)-c) <= 1 && r.matterIn(int(t.clause), int(t.clause)) && !r.negated(i) {
			return true
		}
	}
	return false
}

// alive reports whether a token is meant: not quoted, not denied, not a condition, not part of something else.
func (r *reply) alive(k int) bool {
	t := &r.tokens[k]
	switch {
	case r.inQuote(t), r.negated(k), r.dead(int(t.start), int(t.end)):
		return false
	}
	for i := k + 1; i < len(r.tokens) && r.tokens[i].clause == t.clause; i++ {
		if r.tokens[i].is(clsCond) && r.tokens[i].start-t.end <= 3 {
			return false
		}
	}
	return true
}

// dead reports whether a frame says that the runes mean no empathy.
func (r *reply) dead(start, end int) bool {
	return r.covered(isNothing, start, end) || r.covered(isAskGrace, start, end) || r.covered(isDismiss, start, end) ||
		r.covered(isRude, start, end)
}

// sound is alive for a frame.
func (r *reply) sound(ft *fit) bool {
	if r.s.frames[ft.frame].raw {
		return true
	}
	return !(len(r.quoted) > 0 && r.quoted[ft.start]) && !r.negatedAt(ft.start, ft.end) && !r.dead(ft.start, ft.end)
}

// aboutYou reports whether a weak word speaks of the customer: 您 or a degree or the matter beside it.
func (r *reply) aboutYou(k int) bool {
	t := &r.tokens[k]
	for i := range r.tokens {
		o := &r.tokens[i]
		if o.clause == t.clause && (o.is(clsYou) || o.is(clsDegree)) {
			return true
		}
	}
	return r.matterIn(int(t.clause)-1, int(t.clause))
}

func (r *reply) tokenSign(t *token) sign {
	rule := "code.value"
	if e := r.s.source[t.word]; e >= 0 {
		rule = r.s.entries[e].id
	}
	return sign{rule, int(t.start), int(t.end)}
}

func (r *reply) fitSign(ft *fit) sign {
	return sign{r.s.entries[r.s.frames[ft.frame].entry].id, ft.start, ft.end}
}
