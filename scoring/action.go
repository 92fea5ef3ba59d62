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

// actor is who a verb belongs to.
type actor uint8

const (
	nobody   actor = iota // dropped
	us                    // 我, 我们, or something done for 您
	oursIs                // 仓库, 专员: our people
	customer              // 您, 请…
	outsider              // 快递, 银行
	machine               // 系统, 订单: things happen by themselves
)

// hearAction finds the steps and decides level, parts and timing.
func (r *reply) hearAction(f *Facts) {
	r.findDeadlines()
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
func (r *reply) placeSteps(f *Facts, best int) {
	st := &r.steps[best]
	f.at[1][0], f.at[1][1] = r.place(st.start, st.end)
	f.at[0] = f.at[1]
	tokens, _ := r.in(st.clause)
	for i := range tokens {
		if t := &tokens[i]; t.is(clsWe) || t.is(clsFor) {
			f.at[0][0], f.at[0][1] = r.place(int(t.start), int(t.end))
			break
		}
	}
	for i := range r.steps {
		if e := &r.steps[i]; e.size == answerStep {
			f.at[3][0], f.at[3][1] = r.place(e.start, e.end)
			break
		}
	}
	if f.Timing == OnTheSpot && !f.Echo {
		f.at[3] = f.at[1]
	}
	if f.at[2] == [2]int{} {
		f.at[2] = f.at[1]
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
func (r *reply) stepPoints(st *step) int {
	if st.size == vagueStep || st.size == lookStep && !r.hasObject(st) {
		return 1
	}
	return 2
}

// deed reports a step that could not be said to just anybody.
func (r *reply) deed(st *step) bool {
	return st.size == solidStep || st.size != vagueStep && r.hasObject(st)
}

// hasObject reports whether the clause of a 查 says what is looked at.
func (r *reply) hasObject(st *step) bool {
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
func (r *reply) verbStep(k int, size stepSize) {
	t := &r.tokens[k]
	if r.clauses[t.clause].mood != told || r.inQuote(t) || r.negated(k) || r.modifies(k) || r.noStep(k) || r.about(t) {
		return
	}
	if size == answerStep && r.tells(k) {
		size = solidStep
	}
	st := step{sign: r.tokenSign(t), clause: int(t.clause), size: size}
	st.done = r.isDone(k)
	if size == vagueStep && (st.done && r.settled(k) || r.passesOn(t)) {
		st.size = solidStep
	}
	d := r.ahead(int(t.clause), 2)
	st.by = d != nil && !r.vowed(st.clause)
	st.done = st.done && !r.vowed(st.clause)
	if r.offers(st.clause) {
		st.by, st.done = false, false
	}
	if r.accepts(k, &st, d, r.actorOf(k)) {
		r.steps = append(r.steps, st)
	}
}

// offers reports 要不给您改约明天？ and 您还要的话我给您约上？: a step put to the customer, and no more yet.
func (r *reply) offers(c int) bool {
	cl := &r.clauses[c]
	return cl.question && (r.clauseHas(c, clsCond) || hasWord(r.text.runes, cl.start, "要不") && !hasWord(r.text.runes, cl.start, "要不要"))
}

// about reports 约3小时: 约 before a figure makes no appointment.
func (r *reply) about(t *token) bool {
	return t.end-t.start == 1 && r.text.runes[t.start] == '约' && int(t.end) < len(r.text.runes) && startsNumber(r.text.runes[t.end])
}

// tells reports 通知仓库: not an answer to the customer but a step.
func (r *reply) tells(k int) bool {
	t := &r.tokens[k]
	for i := k + 1; i < len(r.tokens) && r.tokens[i].start <= t.end; i++ {
		if o := &r.tokens[i]; o.start == t.end && (o.is(clsOurs) || o.is(clsThird)) {
			return true
		}
	}
	return false
}

// accepts decides by who acts whether a verb is a step of our side.
func (r *reply) accepts(k int, st *step, d *deadline, who actor) bool {
	t := &r.tokens[k]
	switch who {
	case us:
		st.who, st.firm = true, !(st.done && st.size == vagueStep)
		cued := st.done || d != nil || r.willDo(k) || r.benefit(k)
		return cued || st.size == answerStep || !(t.is(clsWeakDo) && t.end-t.start > 1 && r.nominal(t)) && !r.clauseHas(st.clause, clsRule)
	case oursIs:
		st.firm = true
		return !r.states(st) && !r.permits(k) && (d != nil || st.size == answerStep || r.willDo(k) || st.done && st.size > answerStep)
	case outsider: // a third party's deed, unless we sent them
		return false
	case machine:
		st.who = true
		near := d != nil && (d.clause == st.clause || d.clause == st.clause+1 && r.landing(d)) // 钱先退，今天下班前到账
		return r.ourPaper(k) && st.size >= answerStep && (st.done || near) && !r.states(st)
	case nobody:
		st.who = true
		return r.dropped(k, st, d)
	}
	return false
}

// landing reports 今天下班前到账: a clause that says no more than when it arrives.
func (r *reply) landing(d *deadline) bool {
	return hasAny(r.text.runes[d.end:r.clauses[d.clause].end], '到') && r.clauses[d.clause].end-d.end <= 4
}

// nominal reports 我们出库有监控: what follows makes the verb a noun.
func (r *reply) nominal(t *token) bool {
	return int(t.end) < len(r.text.runes) && hasAny(r.text.runes[t.end:t.end+1], '有', '是', '都', '的', '没', '不', '把', '很', '比')
}

// states reports a clause that states a rule, a forecast or hearsay.
func (r *reply) states(st *step) bool {
	return !st.done && r.clauseHas(st.clause, clsRule) || r.clauseHas(st.clause, clsForecast)
}

// benefit reports 给您, 帮您 in the clause of the verb, or 您 in it or right after it.
func (r *reply) benefit(k int) bool {
	t := &r.tokens[k]
	if r.holdsYou(t) {
		return true
	}
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		if o := &tokens[i]; o.is(clsFor) || o.is(clsYou) && o.start == t.end {
			return true
		}
	}
	return false
}

// ourPaper reports that what acts is money or a form of ours (钱已退, 工单已转): it does not move by itself.
func (r *reply) ourPaper(k int) bool {
	switch r.text.runes[r.tokens[k].start] {
	case '交', '付', '充', '花', '掏', '缴', '垫': // 钱交了: the customer's
		return false
	}
	for i := k - 1; i >= 0 && r.tokens[i].clause == r.tokens[k].clause; i-- {
		if o := &r.tokens[i]; o.is(clsSystem) || o.is(clsYours) {
			return o.is(clsPaper) || o.is(clsYours) && r.marked(k)
		}
	}
	return false
}
