package hearing

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// arrivals hears who or what we sent and when it gets there: 师傅叫好了，明早九点半到. The sending may be told in the
// clause before; goods under way (快递明天到) arrive by themselves.
func arrivals(r *ear) {
	for i := range r.Deadlines {
		d := &r.Deadlines[i]
		if r.Forecast(d) || stepIn(r, d.Clause) || r.Clauses[d.Clause].Question || r.Clauses[d.Clause].Cond || r.NotOurs(d.Clause, d.End) || !getsThere(r, d) {
			continue
		}
		atYours := r.ClauseHas(d.Clause, lexicon.Ours) && (text.HasWord(r.Text.Runes, d.End, "到您") || // 工程师五分钟到您房间
			r.Clauses[d.Clause].End-d.End <= 2) // 抢修队15分钟内到
		if atYours || sentIn(r, d.Clause, d.Start) || sentIn(r, d.Clause-1, len(r.Text.Runes)) {
			r.steps = append(r.steps, step{Sign: r.byRule(arrival, d.Start, r.Clauses[d.Clause].End),
				clause: d.Clause, size: solidStep, by: true, who: true, firm: true})
		}
	}
}

// getsThere reports 到, 到您家, 上门 after the time, and nobody in the clause whose way is not ours.
func getsThere(r *ear, d *reading.Deadline) bool {
	tokens, _ := r.In(d.Clause)
	for i := range tokens {
		if t := &tokens[i]; t.Is(lexicon.Third) || t.Is(lexicon.System) || t.Is(lexicon.AskDo) || t.Is(lexicon.Cannot) || t.Is(lexicon.NotAfter) {
			return false
		}
	}
	end := r.Clauses[d.Clause].End
	for _, word := range []string{"到", "敲门", "敲您", "进门", "上门", "拐进"} {
		for at := d.End; at < end && at <= d.End+2; at++ {
			if text.HasWord(r.Text.Runes, at, word) {
				return true
			}
		}
	}
	return false
}

// sentIn reports that a clause, up to a place, sends somebody of ours: 师傅叫好了, 我带着新的, 摇到人了.
func sentIn(r *ear, c, until int) bool {
	tokens, _ := r.In(c)
	ours, done := false, false
	for i := range tokens {
		t := &tokens[i]
		if int(t.End) > until {
			break
		}
		switch {
		case t.Is(lexicon.Third), t.Is(lexicon.System), t.Is(lexicon.AskDo), t.Is(lexicon.Cond), t.Is(lexicon.Neg), t.Is(lexicon.Cannot):
			return false
		case t.Is(lexicon.Ours):
			ours = true
		case t.Is(lexicon.We):
			ours, done = true, true
		case t.Is(lexicon.Done):
			done = true
		}
		ours = ours || t.End-t.Start == 1 && r.Text.Runes[t.Start] == '人'
	}
	return ours && done
}

// settled reports 休息室登记好了, 已办理10GB加油包: a vague verb that is done and says with what.
func settled(r *ear, k int) bool {
	t := &r.Tokens[k]
	switch r.Text.Runes[t.Start] {
	case '办', '登', '安':
	default:
		return false
	}
	c := r.Clauses[t.Clause]
	known := 0
	tokens, _ := r.In(int(t.Clause))
	at := c.Start
	for i := range tokens {
		o := &tokens[i]
		if int(o.Start) < at || !(o.Is(lexicon.We) || o.Is(lexicon.For) || o.Is(lexicon.You) || o.Is(lexicon.Yours) || o.Is(lexicon.Done) || o.Is(lexicon.Generic) ||
			o.Is(lexicon.System) || o.Is(lexicon.Address) || o.Is(lexicon.Soon) || o.Is(lexicon.Will) || o.Is(lexicon.Degree) || o.Start >= t.Start && o.End <= t.End) {
			continue
		}
		known += int(o.End) - int(o.Start)
		at = int(o.End)
	}
	left := c.End - c.Start - known
	for i := c.Start; i < c.End; i++ {
		if reading.IsParticle(r.Text.Runes[i]) {
			left--
		}
	}
	return left >= 2
}

// tried marks a step of ours as done when the next clause has the customer see for themselves: 我远程开门，您推一下.
func tried(r *ear) {
	for i := range r.steps {
		st := &r.steps[i]
		if !st.who || st.size < answerStep || st.clause+1 >= len(r.Clauses) || r.Clauses[st.clause].Question || r.Clauses[st.clause].Cond {
			continue
		}
		next := r.Clauses[st.clause+1]
		runes := r.Text.Runes[next.Start:min(next.End, next.Start+5)]
		if next.End-next.Start > 10 || len(runes) == 0 || runes[0] != '您' && runes[0] != '你' {
			continue
		}
		st.done = st.done || text.HasAny(runes[1:], '试', '推', '刷', '走', '进', '按', '盯', '拉', '扫', '登', '过', '拔', '数', '接')
	}
}
