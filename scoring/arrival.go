package scoring

const arrivalRule = "code.arrival"

// arrivals hears who or what we sent and when it gets there: 师傅叫好了，明早九点半到. The sending may be told in the
// clause before; goods under way (快递明天到) arrive by themselves.
func (r *ear) arrivals() {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.forecast(d) || r.stepIn(d.clause) || r.clauses[d.clause].question || r.clauses[d.clause].cond || !r.getsThere(d) {
			continue
		}
		atYours := r.clauseHas(d.clause, clsOurs) && (hasWord(r.text.runes, d.end, "到您") || // 工程师五分钟到您房间
			r.clauses[d.clause].end-d.end <= 2) // 抢修队15分钟内到
		if atYours || r.sentIn(d.clause, d.start) || r.sentIn(d.clause-1, len(r.text.runes)) {
			r.steps = append(r.steps, step{sign: sign{arrivalRule, d.start, r.clauses[d.clause].end, -1},
				clause: d.clause, size: solidStep, by: true, who: true, firm: true})
		}
	}
}

// getsThere reports 到, 到您家, 上门 after the time, and nobody in the clause whose way is not ours.
func (r *ear) getsThere(d *deadline) bool {
	tokens, _ := r.in(d.clause)
	for i := range tokens {
		if t := &tokens[i]; t.is(clsThird) || t.is(clsSystem) || t.is(clsAskDo) || t.is(clsCannot) || t.is(clsNotAfter) {
			return false
		}
	}
	end := r.clauses[d.clause].end
	for _, word := range []string{"到", "敲门", "敲您", "进门", "上门", "拐进"} {
		for at := d.end; at < end && at <= d.end+2; at++ {
			if hasWord(r.text.runes, at, word) {
				return true
			}
		}
	}
	return false
}

// sentIn reports that a clause, up to a place, sends somebody of ours: 师傅叫好了, 我带着新的, 摇到人了.
func (r *ear) sentIn(c, until int) bool {
	tokens, _ := r.in(c)
	ours, done := false, false
	for i := range tokens {
		t := &tokens[i]
		if int(t.end) > until {
			break
		}
		switch {
		case t.is(clsThird), t.is(clsSystem), t.is(clsAskDo), t.is(clsCond), t.is(clsNeg), t.is(clsCannot):
			return false
		case t.is(clsOurs):
			ours = true
		case t.is(clsWe):
			ours, done = true, true
		case t.is(clsDone):
			done = true
		}
		ours = ours || t.end-t.start == 1 && r.text.runes[t.start] == '人'
	}
	return ours && done
}

// settled reports 休息室登记好了, 已办理10GB加油包: a vague verb that is done and says with what.
func (r *ear) settled(k int) bool {
	t := &r.tokens[k]
	switch r.text.runes[t.start] {
	case '办', '登', '安':
	default:
		return false
	}
	c := r.clauses[t.clause]
	known := 0
	tokens, _ := r.in(int(t.clause))
	at := c.start
	for i := range tokens {
		o := &tokens[i]
		if int(o.start) < at || !(o.is(clsWe) || o.is(clsFor) || o.is(clsYou) || o.is(clsYours) || o.is(clsDone) || o.is(clsGeneric) ||
			o.is(clsSystem) || o.is(clsAddress) || o.is(clsSoon) || o.is(clsWill) || o.is(clsDegree) || o.start >= t.start && o.end <= t.end) {
			continue
		}
		known += int(o.end) - int(o.start)
		at = int(o.end)
	}
	left := c.end - c.start - known
	for i := c.start; i < c.end; i++ {
		if isParticle(r.text.runes[i]) {
			left--
		}
	}
	return left >= 2
}

// tried marks a step of ours as done when the next clause has the customer see for themselves: 我远程开门，您推一下.
func (r *ear) tried() {
	for i := range r.steps {
		st := &r.steps[i]
		if !st.who || st.size < answerStep || st.clause+1 >= len(r.clauses) || r.clauses[st.clause].question || r.clauses[st.clause].cond {
			continue
		}
		next := r.clauses[st.clause+1]
		runes := r.text.runes[next.start:min(next.end, next.start+5)]
		if next.end-next.start > 10 || len(runes) == 0 || runes[0] != '您' && runes[0] != '你' {
			continue
		}
		st.done = st.done || hasAny(runes[1:], '试', '推', '刷', '走', '进', '按', '盯', '拉', '扫', '登', '过', '拔', '数', '接')
	}
}
