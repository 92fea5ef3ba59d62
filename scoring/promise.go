package scoring

// hearPromises writes down what we said we would do by when: one promise for each deadline, of the step nearest to it.
// What is only offered to choose from (退款或者换新，您要哪种) is no promise yet.
func (r *ear) hearPromises(f *Facts) {
	chosen := f.Elements.Has(Options) && f.Elements.Has(Ask)
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.forecast(d) || chosen && r.oneOfTwo(d.clause) {
			continue
		}
		st := r.stepNear(d.clause)
		if st == nil {
			continue
		}
		cl := r.clauses[st.clause]
		from := max(cl.start, min(st.start, cl.end))
		if d.clause == st.clause && d.start <= from {
			from = r.afterTime(d.end, max(d.end, from))
		}
		start, end := r.place(min(from, d.start), max(cl.end, d.end))
		p := Promise{Who: r.promiser(st), What: r.original(from, cl.end, f), Start: start, End: end}
		if d.timeOfDay != "" {
			p.TimeOfDay = d.timeOfDay
		} else {
			p.Minutes = d.minutes
		}
		f.Promises = append(f.Promises, p)
	}
}

// oneOfTwo reports that the sentence of a clause, or a neighbour of it, holds ways to choose from.
func (r *ear) oneOfTwo(c int) bool {
	for i := range r.clauses {
		cl := &r.clauses[i]
		if gap := cl.sentence - r.clauses[c].sentence; gap < -1 || gap > 1 {
			continue
		}
		for at := cl.start; at+1 < cl.end; at++ {
			for _, word := range []string{"或者", "或是", "要么", "还是", "两条路", "两个", "两种", "二选一", "哪种", "哪个", "哪样", "哪条", "您选", "您定", "不想"} {
				if hasWord(r.text.runes, at, word) {
					return true
				}
			}
		}
	}
	return false
}

// afterTime is where the deed begins after a time: past 前, 内 and the 我 that follow it.
func (r *ear) afterTime(at, limit int) int {
	for at < limit && hasAny(r.text.runes[at:at+1], '前', '内', '之', '以', '里', '左', '右', ',', ' ', '我', '们', '就', '再', '会') {
		at++
	}
	return at
}

// stepNear is the step of ours that a time in clause c belongs to: in the clause, after it, before it.
func (r *ear) stepNear(c int) *step {
	var best *step
	rank := func(k int) int {
		switch k - c {
		case 0:
			return 0
		case 1:
			return 1
		case -1:
			return 2
		case 2:
			return 3
		}
		return 9
	}
	for i := range r.steps {
		st := &r.steps[i]
		if !st.who || st.done && st.clause != c || rank(st.clause) == 9 || st.clause >= len(r.clauses) {
			continue
		}
		if best == nil || rank(st.clause) < rank(best.clause) || st.clause == best.clause && st.size == answerStep {
			best = st
		}
	}
	if best != nil && best.sign.rule == arrivalRule { // 给您派专车，15分钟内到: what we do is send it
		for i := range r.steps {
			if st := &r.steps[i]; st.who && !st.done && st.clause == best.clause-1 {
				return st
			}
		}
	}
	return best
}

// promiser is who promises: 我们 where the clause says so, else 我.
func (r *ear) promiser(st *step) string {
	for i := range r.tokens {
		t := &r.tokens[i]
		if int(t.clause) == st.clause && t.is(clsWe) && hasWord(r.text.runes, int(t.start), "我们") {
			return "我们"
		}
	}
	return "我"
}

// original is the text of the reply behind a span of folded runes.
func (r *ear) original(start, end int, f *Facts) string {
	from, to := r.place(start, end)
	low, high, at := 0, len(f.Text), 0
	for i := range f.Text {
		if at == from {
			low = i
		}
		if at == to {
			high = i
			break
		}
		at++
	}
	if from >= to {
		return ""
	}
	return f.Text[low:high]
}
