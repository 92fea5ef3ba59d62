package scoring

// timing decides what became of 时限.
func (r *ear) timing(f *Facts) {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.customersClause(d.clause) && len(r.steps) == 0 || !r.stepIn(d.clause) && r.idle(d.clause) {
			continue
		}
		if r.m != nil && r.m.brief.Within > 0 && d.minutes > r.m.brief.Within {
			f.Timing = max(f.Timing, TooLate)
			continue
		}
		if f.Timing < Met {
			f.Places.Action[2][0], f.Places.Action[2][1] = r.place(d.start, d.end)
			r.say(f, Deadline.Name(), sign{"code.deadline", d.start, d.end, -1})
		}
		f.Timing = max(f.Timing, Met)
		f.Elements = f.Elements.With(Deadline)
	}
	if f.Done && (r.m == nil || !r.m.brief.CanKnown || r.canDo()) {
		f.Timing = OnTheSpot
		f.Elements = f.Elements.With(Deadline)
	}
}

// customersClause reports a clause that tells the customer what to do.
func (r *ear) customersClause(c int) bool {
	return r.clauseHas(c, clsAskDo) && !r.clauseHas(c, clsWe)
}

// idle reports a clause whose time promises nothing: 今天提不了, or one that is asked about: 今天差2厘米，对吧.
func (r *ear) idle(c int) bool {
	asked := func(c int) bool { return c < len(r.clauses) && r.clauses[c].question }
	return r.clauseHas(c, clsNotAfter) || r.clauseHas(c, clsCannot) || asked(c) && !r.matterFree(c) ||
		asked(c+1) && r.clauses[c+1].sentence == r.clauses[c].sentence && r.clauses[c+1].end-r.clauses[c+1].start <= 3
}
