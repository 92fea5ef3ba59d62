package scoring

// hearElements adds the elements beside 共情, 行动 and 时限.
func (r *ear) hearElements(f *Facts) {
	for i := range r.fits {
		ft := &r.fits[i]
		if e, ok := elementOf[r.s.frames[ft.frame].is]; ok && r.sound(ft) {
			r.have(f, e, r.fitSign(ft))
		}
	}
	for i := range r.tokens {
		if t := &r.tokens[i]; t.is(clsApology) && r.alive(i) && !r.echoed(t) {
			r.have(f, Apology, r.tokenSign(t))
			break
		}
	}
	if len(r.matter) > 0 {
		r.have(f, OnPoint, sign{"code.on-point", r.matter[0][0], r.matter[0][1], -1})
	}
	r.hearSteps(f)
	r.hearVerify(f)
	r.hearWordings(f)
	r.hearAnswer(f)
	if r.m != nil && r.m.brief.Soft() && f.Elements.Has(Reassure) && f.Kind <= Courtesy { // a fact is what the anxious need
		f.Kind = Courtesy
		if len(r.matter) > 0 {
			f.Kind = OnMatter
		}
		f.Elements = f.Elements.With(Empathy)
	}
}

// have notes an element once, with the first place that shows it.
func (r *ear) have(f *Facts, e Element, s sign) {
	if f.Elements.Has(e) {
		return
	}
	f.Elements = f.Elements.With(e)
	r.say(f, e.Name(), s)
}

// hearSteps hears 方案 and 跟进 in the steps: a concession is a solution, an answer to come is a return.
func (r *ear) hearSteps(f *Facts) {
	for i := range r.steps {
		st := &r.steps[i]
		switch st.size {
		case answerStep:
			if !st.done && st.who {
				r.have(f, FollowUp, st.sign)
			}
		case solidStep:
			if r.gives(st) {
				r.have(f, Options, st.sign)
			}
		}
	}
}

// gives reports a step whose clause names a concession.
func (r *ear) gives(st *step) bool {
	cl := r.clauses[st.clause]
	for _, h := range r.hits {
		if g := r.s.words[h.word].deed; g > 0 && r.s.gift[g] && int(h.start) >= cl.start && int(h.end) <= cl.end &&
			!r.masked(int(h.start), int(h.end)) && !r.negatedAt(int(h.start), int(h.end)) {
			return true
		}
	}
	return false
}

// feels reports a clause that sides with the customer: 换谁都急 only looks like a question.
func (r *ear) feels(c int) bool {
	for i := range r.fits {
		ft := &r.fits[i]
		switch r.s.frames[ft.frame].is {
		case isFeeling, isPlight, isCare:
			if ft.clause == c && r.sound(ft) {
				return true
			}
		}
	}
	return false
}

// hearVerify hears 核实: a question about something definite, a fact asked for, or a look at something definite.
func (r *ear) hearVerify(f *Facts) {
	for c := range r.clauses {
		cl := r.clauses[c]
		if cl.question && r.definite(c) && !r.feels(c) {
			r.have(f, Verify, sign{"code.verify-question", cl.start, cl.end, -1})
			return
		}
	}
	for i := range r.steps {
		if st := &r.steps[i]; st.size == lookStep && r.hasObject(st) {
			r.have(f, Verify, st.sign)
			return
		}
	}
	for i := range r.tokens {
		if t := &r.tokens[i]; t.is(clsTell) && r.clauseHas(int(t.clause), clsObject) && !r.negated(i) && !r.stepIn(int(t.clause)) {
			r.have(f, Verify, sign{"code.verify-ask", r.clauses[t.clause].start, r.clauses[t.clause].end, -1})
			return
		}
	}
}

// definite reports a clause that names the matter, a figure, or an object of the trade.
func (r *ear) definite(c int) bool {
	if r.clauses[c].end-r.clauses[c].start < 3 || r.clauseHas(c, clsEmo) {
		return false
	}
	if r.matterIn(c, c) || r.clauseHas(c, clsObject) || c > 0 && r.clauses[c].end-r.clauses[c].start <= 4 && r.matterIn(c-1, c-1) {
		return true
	}
	for i := range r.values {
		if v := &r.values[i]; int(r.at[v.start]) == c && (v.num > 2 || v.kind != plainNumber) {
			return true
		}
	}
	return false
}

// hearWordings adds what the scenario or its pack says an element sounds like.
func (r *ear) hearWordings(f *Facts) {
	if r.m == nil {
		return
	}
	for i := range r.m.hear {
		h := &r.m.hear[i]
		start, end, ok := r.affirmed(&h.pattern)
		if !ok {
			continue
		}
		r.have(f, h.element, sign{"scenario.hear", start, end, -1})
		switch h.element {
		case Empathy:
			f.Empathy, f.Kind = max(f.Empathy, 2), max(f.Kind, Emotion)
			if len(r.matter) > 0 {
				f.Kind = OnMatter
			}
		case Action:
			f.Action, f.Step, f.Who, f.Deed = max(f.Action, 1), max(f.Step, 2), true, true
		case Deadline:
			f.Timing = max(f.Timing, Met)
		}
	}
}

// hearAnswer hears 解答: a fact of this order in answer to what was asked. A must-fact counts, and a plain statement
// with a figure or a yes or no about the matter; a pointer to a page or "一般来说" does not.
func (r *ear) hearAnswer(f *Facts) {
	if r.m == nil {
		return
	}
	for i := range r.m.must {
		if start, end, ok := r.affirmed(&r.m.must[i]); ok {
			r.have(f, Answer, sign{"code.answer", start, end, -1})
			break
		}
	}
	if !r.m.asks {
		return
	}
	for c := range r.clauses {
		cl := r.clauses[c]
		if cl.question || r.stepIn(c) || r.clauseHas(c, clsHedge) || r.clauseHas(c, clsAskDo) || r.clauseHas(c, clsEmo) ||
			r.clauseHas(c, clsApology) || r.clauseHas(c, clsSure) {
			continue
		}
		if s, ok := r.stated(c); ok {
			r.have(f, Answer, s)
			break
		}
	}
	if f.Elements.Has(Answer) && f.Step < 2 && len(r.m.must) > 0 && r.allMusts() {
		f.Step, f.Who, f.Deed = 2, true, true
	}
}

func (r *ear) stated(c int) (sign, bool) {
	for i := range r.values {
		v := &r.values[i]
		if int(r.at[v.start]) == c && v.known && (v.kind != plainNumber || v.num > 2) && !r.customersFigure(v) {
			return sign{"code.answer", v.start, v.end, -1}, true
		}
	}
	for i := range r.tokens {
		if t := &r.tokens[i]; int(t.clause) == c && t.is(clsYesNo) && r.opens(t) && r.matterIn(c, c+1) {
			return sign{"code.answer", int(t.start), int(t.end), -1}, true
		}
	}
	return sign{}, false
}

func (r *ear) customersFigure(v *value) bool {
	for _, figure := range r.m.figures {
		if figure == v.num {
			return true
		}
	}
	return false
}

func (r *ear) allMusts() bool {
	for i := range r.m.must {
		if _, _, ok := r.affirmed(&r.m.must[i]); !ok {
			return false
		}
	}
	return true
}
