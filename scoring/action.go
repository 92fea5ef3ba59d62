package scoring

// step is something our side does for this customer's matter.
type step struct {
	sign
	clause int
	size   stepSize
	done   bool // it is done
	by     bool // it has a deadline
	who    bool // we do it, not 专人 or 系统
	firm   bool // said with an agent, a benefit or a future: more than a mark on a list
}

// stepSize says how much content a step has.
type stepSize uint8

const (
	vagueStep  stepSize = iota // 处理, 跟进
	lookStep                   // 查, 看, 问
	answerStep                 // 回您: how they will hear
	solidStep                  // 补发, 催中转站
)

// hearAction finds the steps and decides level, parts and timing.
func (r *ear) hearAction(f *Facts) {
	r.steps = r.steps[:0]
	for k := range r.tokens {
		if size, ok := stepWord(&r.tokens[k]); ok {
			r.verbStep(k, size)
		}
	}
	for i := range r.fits {
		r.frameStep(&r.fits[i])
	}
	r.timedSteps()
	r.arrivals()
	r.tried()
	best := -1
	for i := range r.steps {
		st := &r.steps[i]
		f.Action = max(f.Action, st.level())
		if best < 0 || st.level() > r.steps[best].level() || st.level() == r.steps[best].level() && st.size > r.steps[best].size {
			best = i
		}
		f.Step = max(f.Step, r.stepPoints(st))
		f.Who = f.Who || st.who
		f.Done = f.Done || st.done && st.size >= answerStep
		f.Echo = f.Echo || st.size == answerStep
		f.Deed = f.Deed || r.deed(st)
	}
	r.timing(f)
	if best >= 0 {
		f.Elements = f.Elements.With(Action)
		r.say(f, Action.Name(), r.steps[best].sign)
		r.placeSteps(f, best)
	}
}

// placeSteps notes where who, step and echo stand.
func (r *ear) placeSteps(f *Facts, best int) {
	st := &r.steps[best]
	f.Places.Action[1][0], f.Places.Action[1][1] = r.place(st.start, st.end)
	f.Places.Action[0] = f.Places.Action[1]
	tokens, _ := r.in(st.clause)
	for i := range tokens {
		if t := &tokens[i]; t.is(clsWe) || t.is(clsFor) {
			f.Places.Action[0][0], f.Places.Action[0][1] = r.place(int(t.start), int(t.end))
			break
		}
	}
	for i := range r.steps {
		if e := &r.steps[i]; e.size == answerStep {
			f.Places.Action[3][0], f.Places.Action[3][1] = r.place(e.start, e.end)
			break
		}
	}
	if f.Timing == OnTheSpot && !f.Echo {
		f.Places.Action[3] = f.Places.Action[1]
	}
	if f.Places.Action[2] == [2]int{} {
		f.Places.Action[2] = f.Places.Action[1]
	}
}

// level is the level of 行动 of the step alone (docs/scoring.md §2).
func (st *step) level() int {
	switch {
	case st.by, st.done && st.size >= answerStep:
		return 2
	}
	return 1
}

// stepPoints is 2 for a step with an object, 1 for a bare 查 or 处理.
func (r *ear) stepPoints(st *step) int {
	if st.size == vagueStep || st.size == lookStep && !r.hasObject(st) {
		return 1
	}
	return 2
}

// deed reports a step that could not be said to just anybody.
func (r *ear) deed(st *step) bool {
	return st.size == solidStep || st.size != vagueStep && r.hasObject(st)
}

// hasObject reports whether the clause of a 查 says what is looked at.
func (r *ear) hasObject(st *step) bool {
	if r.matterIn(st.clause, st.clause) {
		return true
	}
	return r.clauseHas(st.clause, clsObject) || r.clauseHas(st.clause, clsOurs) || r.clauseHas(st.clause, clsThird)
}

func stepWord(t *token) (stepSize, bool) {
	switch {
	case t.is(clsDo), t.is(clsWeakDo):
		return solidStep, true
	case t.is(clsReply):
		return answerStep, true
	case t.is(clsLook):
		return lookStep, true
	case t.is(clsVague):
		return vagueStep, true
	}
	return 0, false
}

// verbStep adds a step for the verb at token k if our side does it.
func (r *ear) verbStep(k int, size stepSize) {
	t := &r.tokens[k]
	a := r.act(k)
	switch a.mood {
	case echoed, unreal, others, asNoun:
		return
	}
	if a.denied {
		return
	}
	if size == answerStep && r.tells(k) {
		size = solidStep
	}
	st := step{sign: r.tokenSign(t), clause: int(t.clause), size: size, done: a.tense >= doneTense}
	if size == vagueStep && (st.done && r.settled(k) || r.passesOn(t)) {
		st.size = solidStep
	}
	vowed := r.vowed(st.clause)
	st.by, st.done = a.by != nil && !vowed && a.mood != offered, st.done && !vowed && a.mood != offered
	if r.accepts(&a, &st) {
		r.steps = append(r.steps, st)
	}
}

// tells reports 通知仓库: not an answer to the customer but a step.
func (r *ear) tells(k int) bool {
	t := &r.tokens[k]
	for i := k + 1; i < len(r.tokens) && r.tokens[i].start <= t.end; i++ {
		if o := &r.tokens[i]; o.start == t.end && (o.is(clsOurs) || o.is(clsThird)) {
			return true
		}
	}
	return false
}

// accepts decides by who acts whether a verb is a step of our side.
func (r *ear) accepts(a *act, st *step) bool {
	t := &r.tokens[a.token]
	will := a.tense >= aheadTense && a.tense < doneTense || r.willDo(a.token)
	switch a.who {
	case us:
		st.who, st.firm = true, !(st.done && st.size == vagueStep)
		return st.done || a.by != nil || will || a.forYou || st.size == answerStep ||
			!(t.is(clsWeakDo) && t.end-t.start > 1 && r.nominal(t)) && !r.clauseHas(st.clause, clsRule)
	case oursIs:
		st.firm = true
		return !r.states(st) && !r.permits(a.token) && (a.by != nil || st.size == answerStep || will || st.done && st.size > answerStep)
	case machine:
		st.who = true
		near := a.by != nil && (a.by.clause == st.clause || a.by.clause == st.clause+1 && r.paidBefore(a.by)) // 钱先退，今天下班前到账
		return r.ourPaper(a.token) && st.size >= answerStep && (st.done || near) && !r.states(st)
	case nobody:
		st.who = true
		return r.dropped(a, st, will)
	}
	return false // the customer's own, or a third party's
}

// dropped decides for a verb without a subject: it is ours when it is done, under way, about to be done, or has a time in its
// own clause, and the clause states no rule.
func (r *ear) dropped(a *act, st *step, will bool) bool {
	t := &r.tokens[a.token]
	marked := a.tense == markedTense
	if a.mood != told || r.lists() && !marked || a.tense == pastTense || st.size != answerStep && r.howEasy(a) {
		return false
	}
	st.firm = will || st.size == answerStep
	near := r.own(a) != nil
	if t.end-t.start == 1 { // 退, 发, 开: a character means much else
		near = near && a.by.end <= int(t.start)
		will = a.tense == nowTense
	}
	switch {
	case st.size == answerStep:
		return r.names(t, '您') || r.names(t, '你') || (will || near || marked) && (t.end-t.start > 2 || a.forYou || near)
	case t.end-t.start == 1 && (t.is(clsLook) || t.is(clsVague)):
		return will || near || marked
	case t.is(clsWeakDo):
		return marked || will || near || st.done && r.opens(t) && r.text.runes[r.clauses[t.clause].end-1] != '的' // 贴了标的
	}
	return st.done || will || near || a.light
}

// states reports a clause that states a rule, a forecast or hearsay.
func (r *ear) states(st *step) bool {
	return !st.done && r.clauseHas(st.clause, clsRule) || r.clauseHas(st.clause, clsForecast)
}
