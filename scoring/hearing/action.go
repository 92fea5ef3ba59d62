package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// step is something our side does for this customer's matter.
type step struct {
	reading.Sign
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
func (r *ear) hearAction(f *fact.Facts) {
	r.steps = r.steps[:0]
	for k := range r.Tokens {
		if size, ok := stepWord(&r.Tokens[k]); ok {
			verbStep(r, k, size)
		}
	}
	for i := range r.Fits {
		frameStep(r, &r.Fits[i])
	}
	if r.on(timedStep) {
		timedSteps(r)
	}
	if r.on(arrival) {
		arrivals(r)
	}
	if r.on(triedOut) {
		tried(r)
	}
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
		f.Deed = f.Deed || deed(r, st)
	}
	timing(r, f)
	if best >= 0 {
		f.Elements = f.Elements.With(fact.Action)
		r.say(f, fact.Action.Name(), r.steps[best].Sign)
		placeSteps(r, f, best)
	}
}

// placeSteps notes where who, step and echo stand.
func placeSteps(r *ear, f *fact.Facts, best int) {
	st := &r.steps[best]
	f.Places.Action[1][0], f.Places.Action[1][1] = r.Place(st.Start, st.End)
	f.Places.Action[0] = f.Places.Action[1]
	tokens, _ := r.In(st.clause)
	for i := range tokens {
		if t := &tokens[i]; t.Is(lexicon.We) || t.Is(lexicon.For) {
			f.Places.Action[0][0], f.Places.Action[0][1] = r.Place(int(t.Start), int(t.End))
			break
		}
	}
	for i := range r.steps {
		if e := &r.steps[i]; e.size == answerStep {
			f.Places.Action[3][0], f.Places.Action[3][1] = r.Place(e.Start, e.End)
			break
		}
	}
	if f.Timing == fact.OnTheSpot && !f.Echo {
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
	if st.size == vagueStep || st.size == lookStep && !hasObject(r, st) {
		return 1
	}
	return 2
}

// deed reports a step that could not be said to just anybody.
func deed(r *ear, st *step) bool {
	switch {
	case st.size == vagueStep:
		return false
	case hasObject(r, st):
		return true
	}
	return st.size == solidStep && (!sloganAt(r, st.Start) || gives(r, st))
}

// sloganAt reports a verb that letters to everybody are made of: 催, 上报, 加急.
func sloganAt(r *ear, at int) bool {
	for i := range r.Tokens {
		if t := &r.Tokens[i]; int(t.Start) <= at && at < int(t.End) && (t.Is(lexicon.Slogan) || t.Is(lexicon.Talk) || t.Is(lexicon.Empty)) {
			return true
		}
	}
	return false
}

// hasObject reports whether the clause of a 查 says what is looked at, or with whom. 专人 and 相关部门 are nobody.
func hasObject(r *ear, st *step) bool {
	if r.MatterIn(st.clause, st.clause) || r.ClauseHas(st.clause, lexicon.Object) || r.ClauseHas(st.clause, lexicon.Third) {
		return true
	}
	tokens, _ := r.In(st.clause)
	for i := range tokens {
		if t := &tokens[i]; t.Is(lexicon.Ours) && !faceless(r, t) {
			return true
		}
	}
	return false
}

// faceless reports our people without a name or an office: 专人, 专员, 相关部门, 同事.
func faceless(r *ear, t *reading.Token) bool {
	runes := r.Text.Runes[t.Start:t.End]
	return len(runes) == 2 && (runes[0] == '专' || runes[0] == '部' || string(runes) == "同事") || len(runes) > 2 && text.HasWord(runes, len(runes)-2, "部门") && text.HasAny(runes[:1], '相', '对', '有')
}

func stepWord(t *reading.Token) (stepSize, bool) {
	switch {
	case t.Is(lexicon.Do), t.Is(lexicon.WeakDo):
		return solidStep, true
	case t.Is(lexicon.Reply):
		return answerStep, true
	case t.Is(lexicon.Look):
		return lookStep, true
	case t.Is(lexicon.Vague):
		return vagueStep, true
	}
	return 0, false
}

// verbStep adds a step for the verb at token k if our side does it.
func verbStep(r *ear, k int, size stepSize) {
	if st, fate := verbRead(r, k, size); fate == Heard {
		r.steps = append(r.steps, st)
	}
}

// verbRead is the step that the verb at token k would be, and what becomes of it.
func verbRead(r *ear, k int, size stepSize) (step, Fate) {
	t := &r.Tokens[k]
	a := r.Act(k)
	switch a.Mood {
	case reading.Echoed, reading.Unreal, reading.Others, reading.AsNoun:
		return step{}, fateOfMood[a.Mood]
	}
	if a.Denied {
		return step{}, Denied
	}
	if a.Tense < reading.MarkedTense && r.Generalises(int(t.Clause), int(t.Start)) {
		return step{}, Others
	}
	if size == answerStep && r.on(toldOurs) && tells(r, k) {
		size = solidStep
	}
	st := step{Sign: r.TokenSign(t), clause: int(t.Clause), size: size, done: a.Tense >= reading.DoneTense}
	if size == vagueStep && (r.on(settledWith) && st.done && settled(r, k) || r.on(passedOn) && passesOn(r, t)) {
		st.size = solidStep
	}
	vowed := r.Vowed(st.clause)
	st.by, st.done = a.By != nil && !vowed && a.Mood != reading.Offered, st.done && !vowed && a.Mood != reading.Offered
	if !accepts(r, &a, &st) {
		return st, NotOurs
	}
	return st, Heard
}

// tells reports 通知仓库: not an answer to the customer but a step.
func tells(r *ear, k int) bool {
	t := &r.Tokens[k]
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Start <= t.End; i++ {
		if o := &r.Tokens[i]; o.Start == t.End && (o.Is(lexicon.Ours) || o.Is(lexicon.Third)) {
			return true
		}
	}
	return false
}

// accepts decides by who acts whether a verb is a step of our side.
func accepts(r *ear, a *reading.Act, st *step) bool {
	t := &r.Tokens[a.Token]
	will := a.Tense >= reading.AheadTense && a.Tense < reading.DoneTense || r.WillDo(a.Token)
	switch a.Who {
	case reading.Us:
		st.who, st.firm = true, !(st.done && st.size == vagueStep)
		return st.done || a.By != nil || will || a.ForYou || st.size == answerStep ||
			!(t.Is(lexicon.WeakDo) && t.End-t.Start > 1 && r.Nominal(t)) && !r.ClauseHas(st.clause, lexicon.Rule)
	case reading.OursIs:
		st.firm = true
		return !states(r, st) && !r.Permits(a.Token) && (a.By != nil || st.size == answerStep || will || st.done && st.size > answerStep)
	case reading.Machine:
		st.who = true
		near := a.By != nil && (a.By.Clause == st.clause || a.By.Clause == st.clause+1 && r.PaidBefore(a.By)) // 钱先退，今天下班前到账
		return r.OurPaper(a.Token) && st.size >= answerStep && (st.done || near) && !states(r, st)
	case reading.Nobody:
		st.who = true
		return dropped(r, a, st, will)
	}
	return false // the customer's own, or a third party's
}

// dropped decides for a verb without a subject: it is ours when it is done, under way, about to be done, or has a time in its
// own clause, and the clause states no rule.
func dropped(r *ear, a *reading.Act, st *step, will bool) bool {
	t := &r.Tokens[a.Token]
	marked := a.Tense == reading.MarkedTense
	if a.Mood != reading.Told || r.Lists() && !marked || a.Tense == reading.PastTense || st.size != answerStep && r.HowEasy(a) {
		return false
	}
	st.firm = will || st.size == answerStep
	near := r.Own(a) != nil
	if t.End-t.Start == 1 { // 退, 发, 开: a character means much else
		near = near && a.By.End <= int(t.Start)
		will = a.Tense == reading.NowTense
	}
	switch {
	case st.size == answerStep:
		return r.Names(t, '您') || r.Names(t, '你') || (will || near || marked) && (t.End-t.Start > 2 || a.ForYou || near)
	case t.End-t.Start == 1 && (t.Is(lexicon.Look) || t.Is(lexicon.Vague)):
		return will || near || marked
	case t.Is(lexicon.WeakDo):
		return marked || will || near || st.done && r.Opens(t) && r.Text.Runes[r.Clauses[t.Clause].End-1] != '的' // 贴了标的
	}
	return st.done || will || near || a.Light
}

// states reports a clause that states a rule, a forecast or hearsay.
func states(r *ear, st *step) bool {
	return !st.done && r.ClauseHas(st.clause, lexicon.Rule) || r.ClauseHas(st.clause, lexicon.Forecast)
}
