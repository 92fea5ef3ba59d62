package scoring

// frameStep adds the step a frame of the lexicon hears.
func (r *ear) frameStep(ft *fit) {
	is := r.s.frames[ft.frame].is
	if is != isStep && is != isVagueStep && is != isDoneStep || r.clauses[ft.clause].mood != told || !r.sound(ft) || r.covered(isNoStep, ft.start, ft.end) ||
		is == isDoneStep && r.covered(isFault, ft.start, ft.end) || // 我们掉链子了
		r.vowed(ft.clause) && !r.clauseHas(ft.clause, clsFor) || r.youAsk(ft.start, ft.clause) {
		return
	}
	st := step{sign: r.fitSign(ft), clause: ft.clause, who: true, firm: true, size: solidStep, done: is == isDoneStep}
	if is == isVagueStep {
		st.size = vagueStep
	}
	st.by = r.ahead(ft.clause, 2) != nil && !r.offers(ft.clause)
	if is != isVagueStep { // an open frame: the verbs of its clause say how much content it has
		found := false
		tokens, base := r.in(ft.clause)
		for i := range tokens {
			t, k := &tokens[i], base+i
			if size, ok := stepWord(t); ok && (int(t.end) >= ft.end || is == isDoneStep) {
				if !found || size > st.size {
					st.size = size
				}
				found = true
				if r.negated(k) {
					return
				}
				st.done = st.done || r.isDone(k)
			}
		}
		if !found && is == isStep {
			st.done = r.clauseDone(ft)
		}
	}
	st.firm = !(st.done && st.size == vagueStep)
	r.steps = append(r.steps, st)
}

// clauseDone reports a done mark in the rest of the clause of an open frame whose verb the lexicon does not know.
func (r *ear) clauseDone(ft *fit) bool {
	done := false
	tokens, _ := r.in(ft.clause)
	for i := range tokens {
		t := &tokens[i]
		if t.is(clsSoon) || t.is(clsNow) || t.is(clsFuture) || t.is(clsAskWord) && t.end-t.start > 1 {
			return false
		}
		done = done || t.is(clsDone) && (int(t.start) >= ft.end || isBeforeMark(r.text.runes[t.start]))
	}
	return done
}

// timedSteps hears a step in any clause where we, unasked and undenied, put a time to something: 我两分钟内挂好. The
// verb need not be known.
func (r *ear) timedSteps() {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.forecast(d) || r.stepIn(d.clause) || r.clauses[d.clause].question {
			continue
		}
		tokens, _ := r.in(d.clause)
		for k := range tokens {
			t := &tokens[k]
			if !t.is(clsWe) && !t.is(clsFor) || r.inQuote(t) || r.covered(isFeeling, int(t.start), int(t.end)) || r.clauseHas(d.clause, clsApology) || r.negatedAt(int(t.end)-1, int(t.end)) || r.elsewhere(d.clause) {
				continue
			}
			last := max(int(t.end), d.end)
			if hasWord(r.text.runes, last, "这边") { // 咱们这边
				last += 2
			}
			between := max(int(t.start), d.start) - min(int(t.end), d.end)
			if after := r.clauses[d.clause].end - last; after < 2 && (between < 2 || between == 2 && t.is(clsWe)) || after > 0 && r.negatedAt(last, last+1) ||
				r.covered(isNoStep, last, last+1) {
				continue
			}
			r.steps = append(r.steps, step{sign: sign{"code.timed-step", min(int(t.start), d.start), r.clauses[d.clause].end, -1},
				clause: d.clause, size: solidStep, by: true, who: true, firm: true})
			break
		}
	}
}

// elsewhere reports 上家给你缴到10月: somebody else opens the clause.
func (r *ear) elsewhere(c int) bool {
	return r.startsAt(int32(r.clauses[c].start), c, clsOutsider) || r.startsAt(int32(r.clauses[c].start), c, clsThird)
}
