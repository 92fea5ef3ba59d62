package scoring

// step is something our side does for this customer's matter.
type step struct {
	sign
	clause        int
	vague         bool // 处理, 看看: no content
	look          bool // 查, 问: only looking
	reply         bool // only an answer: 回您
	done, now, by bool // done; being done; has a deadline
	who           bool
}

// hearAction finds the steps and decides level, parts and timing.
func (r *reply) hearAction(f *Facts) {
	r.findDeadlines()
	r.steps = r.steps[:0]
	for k := range r.tokens {
		t := &r.tokens[k]
		if (t.is(clsDo) || t.is(clsLook) || t.is(clsVague) || t.is(clsReply)) && r.ours(k) {
			r.steps = append(r.steps, r.stepAt(k))
		}
	}
	for i := range r.fits {
		ft := &r.fits[i]
		switch r.s.frames[ft.frame].is {
		case isStep, isVagueStep, isDoneStep:
			if r.sound(ft) && !r.covered(isNoStep, ft.start, ft.end) {
				st := step{sign: r.fitSign(ft), clause: ft.clause, who: true}
				st.vague = r.s.frames[ft.frame].is == isVagueStep
				st.done = r.s.frames[ft.frame].is == isDoneStep
				st.by = r.ahead(ft.clause, 2) != nil
				r.steps = append(r.steps, st)
			}
		}
	}
	for i := range r.steps {
		st := &r.steps[i]
		level := 1
		if !st.vague && (st.by || st.done && !st.look || st.now && st.by) {
			level = 2
		}
		if level > f.Action {
			f.Action = level
		}
		size := 2
		if st.vague || st.look && !r.matterIn(st.clause, st.clause) {
			size = 1
		}
		f.Step = max(f.Step, size)
		f.Who = f.Who || st.who
		f.Done = f.Done || st.done && !st.look && !st.vague
		f.Echo = f.Echo || st.reply
	}
	r.timing(f)
	if len(r.steps) > 0 {
		f.Elements = f.Elements.With(Action)
		r.say(f, Action.Name(), r.steps[0].sign)
	}
}

func (r *reply) timing(f *Facts) {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.forecast(d) && !r.near(d) {
			continue
		}
		if r.m != nil && r.m.brief.Within > 0 && d.minutes > r.m.brief.Within {
			f.Timing = max(f.Timing, TooLate)
			continue
		}
		f.Timing = max(f.Timing, Met)
		f.Elements = f.Elements.With(Deadline)
		r.say(f, Deadline.Name(), sign{"code.deadline", d.start, d.end})
	}
	if f.Done && (r.m == nil || !r.m.brief.CanKnown || r.canDo()) {
		f.Timing = OnTheSpot
		f.Elements = f.Elements.With(Deadline)
	}
}

func (r *reply) near(d *deadline) bool {
	for i := range r.steps {
		if abs(r.steps[i].clause-d.clause) <= 1 {
			return true
		}
	}
	return false
}

// canDo reports whether a done step is one that this desk has a button for.
func (r *reply) canDo() bool {
	for i := range r.steps {
		if r.steps[i].done && r.s.canCovers(r.m, r, &r.steps[i]) {
			return true
		}
	}
	return false
}

func (s *Scorer) canCovers(*Matter, *reply, *step) bool { return true }

// ours reports whether the verb at token k is something our side does.
func (r *reply) ours(k int) bool {
	t := &r.tokens[k]
	if r.inQuote(t) || r.negated(k) || r.covered(isNoStep, int(t.start), int(t.end)) ||
		r.covered(isNothing, int(t.start), int(t.end)) {
		return false
	}
	cue := false
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		switch o := &r.tokens[i]; {
		case o.is(clsFor), o.is(clsWe), o.is(clsOurs):
			return true
		case o.is(clsAskDo), o.is(clsYou), o.is(clsThird), o.is(clsSystem), o.is(clsForecast):
			return false
		case o.is(clsDone), o.is(clsNow), o.is(clsSoon), o.is(clsWill):
			cue = true
		}
	}
	for i := k + 1; i < len(r.tokens) && r.tokens[i].clause == t.clause; i++ {
		if o := &r.tokens[i]; o.is(clsDone) || o.is(clsFor) {
			cue = true
		}
	}
	return cue || r.ahead(int(t.clause), 0) != nil || t.is(clsReply)
}

func (r *reply) stepAt(k int) step {
	t := &r.tokens[k]
	st := step{sign: r.tokenSign(t), clause: int(t.clause), who: true, vague: t.is(clsVague), look: t.is(clsLook),
		reply: t.is(clsReply)}
	for i := range r.tokens {
		if o := &r.tokens[i]; o.clause == t.clause {
			st.done = st.done || o.is(clsDone)
			st.now = st.now || o.is(clsNow)
		}
	}
	st.by = r.ahead(int(t.clause), 2) != nil
	return st
}
