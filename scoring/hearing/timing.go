package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
)

// timing decides what became of 时限.
func timing(r *ear, f *fact.Facts) {
	for i := range r.Deadlines {
		d := &r.Deadlines[i]
		if !r.on(deadline) || customersClause(r, d.Clause) && len(r.steps) == 0 || !stepIn(r, d.Clause) && idle(r, d.Clause) {
			continue
		}
		if r.M != nil && r.M.Brief.Within > 0 && d.Minutes > r.M.Brief.Within && !r.M.TimeGiven(d.Minutes) {
			if f.Timing < fact.TooLate {
				f.Places.Action[2][0], f.Places.Action[2][1] = r.Place(d.Start, d.End)
			}
			f.Timing = max(f.Timing, fact.TooLate)
			continue
		}
		if f.Timing < fact.Met {
			f.Places.Action[2][0], f.Places.Action[2][1] = r.Place(d.Start, d.End)
			r.say(f, fact.Deadline.Name(), r.byRule(deadline, d.Start, d.End))
		}
		f.Timing = max(f.Timing, fact.Met)
		f.Elements = f.Elements.With(fact.Deadline)
	}
	if r.on(onTheSpot) && f.Done && (r.M == nil || !r.M.Brief.CanKnown || canDo(r)) {
		f.Timing = fact.OnTheSpot
		f.Elements = f.Elements.With(fact.Deadline)
	}
}

// customersClause reports a clause that tells the customer what to do.
func customersClause(r *ear, c int) bool {
	return r.ClauseHas(c, lexicon.AskDo) && !r.ClauseHas(c, lexicon.We)
}

// idle reports a clause whose time promises nothing: 今天提不了, or one that is asked about: 今天差2厘米，对吧.
func idle(r *ear, c int) bool {
	asked := func(c int) bool { return c < len(r.Clauses) && r.Clauses[c].Question }
	return r.ClauseHas(c, lexicon.NotAfter) || r.ClauseHas(c, lexicon.Cannot) || asked(c) && !r.MatterFree(c) ||
		asked(c+1) && r.Clauses[c+1].Sentence == r.Clauses[c].Sentence && r.Clauses[c+1].End-r.Clauses[c+1].Start <= 3
}
