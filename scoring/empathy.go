package scoring

// hearEmpathy decides level and kind of empathy (docs/scoring.md §2).
func (r *ear) hearEmpathy(f *Facts) {
	level, best := 0, sign{}
	note := func(n int, s sign) {
		if n > level {
			level, best = n, s
		}
	}
	for k := range r.tokens {
		t := &r.tokens[k]
		switch {
		case t.is(clsEmo) && r.alive(k), t.is(clsWeakEmo) && r.alive(k) && r.aboutYou(k) && !r.supposed(t),
			t.is(clsWeakEmo) && r.affirmedTwice(t) && !r.dead(int(t.start), int(t.end)):
			note(2, r.tokenSign(t))
		case t.is(clsBad) && r.alive(k) && !r.ofYou(k) && !r.supposed(t):
			note(1+r.judged(int(t.clause)), r.tokenSign(t))
		case (t.is(clsApology) || t.is(clsCourtesy)) && r.alive(k) && !r.echoed(t):
			s := r.tokenSign(t)
			note(1+max(r.raise(int(t.clause), s, true), r.consoled(t)), s)
		}
	}
	for i := range r.fits {
		ft := &r.fits[i]
		if !r.sound(ft) {
			continue
		}
		switch fr := &r.s.frames[ft.frame]; fr.is {
		case isFeeling, isPlight, isCare, isComfort:
			note(2, r.fitSign(ft))
		case isAbsolve: // 您没看错: to somebody who complains it is on his side
			if r.m != nil && r.m.complains {
				note(2, r.fitSign(ft))
			}
		case isCourtesy, isApology:
			note(1+r.raise(ft.clause, r.fitSign(ft), true), r.fitSign(ft))
		case isFault:
			note(1+r.raise(ft.clause, r.fitSign(ft), false), r.fitSign(ft))
		}
	}
	if level > 0 {
		r.keepEmpathy(f, level, best)
	}
}

// keepEmpathy writes down what was heard.
func (r *ear) keepEmpathy(f *Facts, level int, best sign) {
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

// raise is 1 when an apology, sympathy or owned fault in clause c stands beside what befell this customer: in the
// same clause (not for a fault, which names our side), or in the clauses told before it.
func (r *ear) raise(c int, by sign, same bool) int {
	if same && r.plight(c, by) {
		return 1
	}
	for k := c - 1; k >= 0 && k >= c-3; k-- {
		if r.plight(k, by) {
			return 1
		}
	}
	return 0
}

// judged is 1 when a reproach (过分, 离谱) is about this customer's matter, in its clause or one of the two before.
func (r *ear) judged(c int) int {
	if !r.stepIn(c-1) && (r.matterIn(c-1, c) || r.matterIn(c-2, c) && !r.stepIn(c-2) && r.clauses[c].sentence == r.clauses[c-2].sentence) {
		return 1
	}
	return 0
}

// supposed reports 万一真误了, 要是白跑一趟: told of what may come, not of what befell them.
func (r *ear) supposed(t *token) bool {
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		if o := &tokens[i]; o.is(clsCond) && o.end <= t.start {
			return true
		}
	}
	return false
}

// affirmedTwice reports 哪能不 right before a word.
func (r *ear) affirmedTwice(t *token) bool {
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		if o := &tokens[i]; o.is(clsTwice) && o.end == t.start {
			return true
		}
	}
	return false
}

// consoled is 1 when sympathy (难为您, 心疼您) follows a clause that tells what for.
func (r *ear) consoled(t *token) int {
	if c := int(t.clause); t.is(clsSympathy) && c > 0 && !r.stepIn(c-1) && r.clauses[c-1].end-r.clauses[c-1].start >= 5 {
		return 1
	}
	return 0
}

// plight reports a clause that tells what befell this customer: beside the words of by it names the matter with a
// word of misfortune or of contrast, and is neither a step of ours, a question nor a refusal.
func (r *ear) plight(c int, by sign) bool {
	if r.clauses[c].question || r.stepIn(c) || !r.matterBeside(c, by) {
		return false
	}
	told, refused := false, false
	tokens, _ := r.in(c)
	for i := range tokens {
		t := &tokens[i]
		if int(t.start) < by.end && by.start < int(t.end) {
			continue
		}
		refused = refused || t.is(clsCannot) || t.is(clsNotAfter)
		told = told || t.is(clsPlight)
	}
	if refused {
		return false
	}
	cl := r.clauses[c]
	for i := cl.start; i < cl.end && !told; i++ {
		switch r.text.runes[i] {
		case '还', '又', '才', '却', '偏', '连', '被', '白', '迟', '光':
			told = i < by.start || i >= by.end
		}
	}
	return told
}

// matterBeside is matterIn for one clause, outside the words of by.
func (r *ear) matterBeside(c int, by sign) bool {
	for _, span := range r.matter {
		if int(r.at[span[0]]) == c && (span[1] <= by.start || span[0] >= by.end) {
			return true
		}
	}
	return false
}

func (r *ear) stepIn(c int) bool {
	for i := range r.steps {
		if r.steps[i].clause == c {
			return true
		}
	}
	return false
}

// ofYou reports 您太过分了: the reproach is for the customer.
func (r *ear) ofYou(k int) bool {
	t := &r.tokens[k]
	return r.endsAt(t.start, int(t.clause), clsYou) || r.endsAt(t.start-1, int(t.clause), clsYou)
}

// echoed reports 道歉？: the customer's word thrown back.
func (r *ear) echoed(t *token) bool {
	c := r.clauses[t.clause]
	return c.question && c.end-c.start <= int(t.end-t.start)+2
}

// alive reports whether a token is meant: not quoted, not denied, not a condition, not part of something else.
func (r *ear) alive(k int) bool {
	t := &r.tokens[k]
	switch {
	case r.inQuote(t), r.negated(k), r.dead(int(t.start), int(t.end)):
		return false
	case !t.is(clsApology) && !t.is(clsEmo) && r.graceIn(int(t.clause)),
		t.is(clsApology) && r.covered(isTheirSorry, int(t.start), int(t.end)),
		t.is(clsWeakEmo) && t.start > 0 && hasAny(r.text.runes[t.start-1:t.start], '说', '喊', '讲'): // 没说不舒服
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
func (r *ear) dead(start, end int) bool {
	return r.covered(isNothing, start, end) || r.covered(isAskGrace, start, end) || r.covered(isDismiss, start, end) ||
		r.covered(isRude, start, end) || r.covered(isAccuse, start, end)
}

// sound is alive for a frame.
func (r *ear) sound(ft *fit) bool {
	fr := &r.s.frames[ft.frame]
	if fr.asks != 0 && !r.meets(ft.clause, fr.asks) {
		return false
	}
	if fr.raw {
		return true
	}
	return !(len(r.quoted) > 0 && r.quoted[ft.start]) && !r.negatedAt(ft.start, ft.end) && !r.dead(ft.start, ft.end)
}

// aboutYou reports whether a weak word speaks of the customer: 您 or a degree or the matter beside it.
func (r *ear) aboutYou(k int) bool {
	t := &r.tokens[k]
	if r.endsAt(t.start, int(t.clause), clsWe) { // 我倒贴
		return false
	}
	if r.clauseHas(int(t.clause), clsYou) || r.clauseHas(int(t.clause), clsDegree) {
		return true
	}
	return r.matterIn(int(t.clause)-1, int(t.clause))
}

// graceIn reports a clause that asks the customer for sympathy.
func (r *ear) graceIn(c int) bool {
	for i := range r.fits {
		if ft := &r.fits[i]; ft.clause == c && r.s.frames[ft.frame].is == isAskGrace {
			return true
		}
	}
	return false
}
