package scoring

// timing decides what became of 时限.
func (r *reply) timing(f *Facts) {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.customersClause(d.clause) && len(r.steps) == 0 {
			continue
		}
		if r.m != nil && r.m.brief.Within > 0 && d.minutes > r.m.brief.Within {
			f.Timing = max(f.Timing, TooLate)
			continue
		}
		if f.Timing < Met {
			f.at[2][0], f.at[2][1] = r.place(d.start, d.end)
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
func (r *reply) customersClause(c int) bool {
	return r.clauseHas(c, clsAskDo) && !r.clauseHas(c, clsWe)
}
