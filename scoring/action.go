package scoring

import "strings"

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
	if r.inQuote(t) || r.negated(k) || r.modifies(k) || r.noStep(k) || r.about(t) {
		return
	}
	if size == answerStep && r.tells(k) {
		size = solidStep
	}
	st := step{sign: r.tokenSign(t), clause: int(t.clause), size: size}
	st.done = r.isDone(k)
	if st.done && size == vagueStep && r.settled(k) {
		st.size = solidStep
	}
	d := r.ahead(int(t.clause), 2)
	st.by = d != nil && !r.vowed(st.clause)
	st.done = st.done && !r.vowed(st.clause)
	if r.accepts(k, &st, d, r.actorOf(k)) {
		r.steps = append(r.steps, st)
	}
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
		return !r.states(st) && (d != nil || st.size == answerStep || r.willDo(k) || st.done && st.size > answerStep)
	case outsider:
		st.firm = true
		return st.size == answerStep && !r.states(st)
	case machine:
		st.who = true
		near := d != nil && d.clause == st.clause
		return r.ourPaper(k) && st.size >= answerStep && (st.done || near) && !r.states(st)
	case nobody:
		st.who = true
		return r.dropped(k, st, d)
	}
	return false
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
	for i := k - 1; i >= 0 && r.tokens[i].clause == r.tokens[k].clause; i-- {
		if o := &r.tokens[i]; o.is(clsSystem) || o.is(clsYours) {
			return o.is(clsPaper) || o.is(clsYours) && r.marked(k)
		}
	}
	return false
}

// estimates reports 约 before a figure: 约3小时 makes no appointment.
func (r *reply) estimates(start, end int) bool {
	return end == start+1 && r.text.runes[start] == '约' && end < len(r.text.runes) &&
		strings.ContainsRune("0123456789一二两三四五六七八九十百千万半", r.text.runes[end])
}

// noStep reports that something else is said with the verb: a feeling, a guarantee without a step, a rule.
func (r *reply) noStep(k int) bool {
	t := &r.tokens[k]
	start, end := int(t.start), int(t.end)
	if r.wentWrong(t) || r.hopeless(t) || r.estimates(start, end) || start > 0 && r.text.runes[start-1] == '被' || r.covered(isNoStep, start, end) || r.covered(isNothing, start, end) || r.covered(isAskGrace, start, end) {
		return true
	}
	for i := range r.fits {
		ft := &r.fits[i]
		switch r.s.frames[ft.frame].is {
		case isFeeling, isPlight, isCare:
			if ft.start < end && start < ft.end || ft.clause == int(t.clause) && ft.end <= start && !r.fresh(ft.end, start) {
				return true
			}
		case isAccuse:
			if ft.clause == int(t.clause) && !r.benefit(k) {
				return true
			}
		case isNoStep:
			if ft.clause == int(t.clause) && ft.start >= end && ft.start-end <= 8 { // …不就行了
				return true
			}
		}
	}
	return r.clauseHas(int(t.clause), clsBackThen) || r.retracted(int(t.clause)) || r.vowed(int(t.clause)) && !r.benefit(k)
}

// wentWrong reports 发错, 理赔慢了: the verb tells what went wrong.
func (r *reply) wentWrong(t *token) bool {
	if int(t.end) == len(r.text.runes) {
		return false
	}
	switch r.text.runes[t.end] {
	case '错', '慢', '晚', '迟', '漏', '砸', '岔':
		return true
	}
	return false
}

// hopeless reports 催也催不了 and 没有师傅可派: nothing can be done.
func (r *reply) hopeless(t *token) bool {
	runes := r.text.runes
	start, end := int(t.start), int(t.end)
	if end+2 < len(runes) && (runes[end] == '也' || runes[end] == '都') && runes[end+1] == runes[start] {
		for i := end + 2; i < len(runes) && i <= end+3; i++ {
			if runes[i] == '不' || runes[i] == '没' {
				return true
			}
		}
	}
	if start == 0 || runes[start-1] != '可' {
		return false
	}
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		if n := &tokens[i]; n.is(clsNeg) && n.end < t.start {
			return true
		}
	}
	return false
}

// fresh reports a new subject between two places of a clause: 换我也急我马上催.
func (r *reply) fresh(from, to int) bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if int(t.start) >= from && int(t.end) <= to && (t.is(clsWe) || t.is(clsFor) || t.is(clsOurs)) {
			return true
		}
	}
	return false
}

// retracted reports 马上给您退…哦看错了: what was said before is taken back.
func (r *reply) retracted(c int) bool {
	for i := range r.tokens {
		if t := &r.tokens[i]; t.is(clsRetract) && int(t.clause) > c && int(t.clause)-c <= 2 {
			return true
		}
	}
	return false
}

// vowed reports a clause that guarantees an outcome: its time is the outcome's, not a step's.
func (r *reply) vowed(c int) bool {
	for _, v := range r.vows {
		if v == c {
			return true
		}
	}
	return false
}

// dropped decides for a verb without a subject: it is ours when it is done, under way, about to be done, or has a
// deadline in its own clause, and the clause states no rule.
func (r *reply) dropped(k int, st *step, d *deadline) bool {
	t := &r.tokens[k]
	marked := r.marked(k)
	if r.clauses[t.clause].question || !st.done && r.clauseHas(int(t.clause), clsRule) || r.advises(k) || r.lists() && !marked ||
		!marked && r.clauseHas(int(t.clause), clsForecast) ||
		hasWord(r.text.runes, int(t.end), "在") || r.permits(k) && !r.benefit(k) {
		return false
	}
	if r.underWay(t) || !marked && r.toldOf(t) {
		return false
	}
	will := r.willDo(k)
	st.firm = will || st.size == answerStep
	near := d != nil && d.clause == int(t.clause) && !r.clauseHas(st.clause, clsForecast) &&
		!(d.start > 0 && r.text.runes[d.start-1] == '后') // 付完尾款后15天内发出: a rule
	if t.end-t.start == 1 { // 退, 发, 开: a character means much else
		near = near && d.end <= int(t.start)
		will = will && r.atOnce(k)
	}
	switch {
	case st.size == answerStep:
		return r.names(t, '您') || r.names(t, '你') || (will || near || marked) && (t.end-t.start > 2 || r.benefit(k) || near)
	case t.end-t.start == 1 && (t.is(clsLook) || t.is(clsVague)):
		return will || near || marked
	case t.is(clsWeakDo):
		return marked || will || near || st.done && r.opens(t)
	}
	return st.done || will || near || r.lightly(k)
}

// permits reports 可以申请, 应该提前送: what one may or should do.
func (r *reply) permits(k int) bool {
	start := int(r.tokens[k].start)
	for gap := range 4 {
		if hasWord(r.text.runes, start-2-gap, "可以") || hasWord(r.text.runes, start-2-gap, "应该") || hasWord(r.text.runes, start-2-gap, "应当") {
			return true
		}
	}
	return false
}

// atOnce reports that the announcement before the verb is of now: 这就, 马上, 正在; not 会 or 去.
func (r *reply) atOnce(k int) bool {
	t := &r.tokens[k]
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		o := &r.tokens[i]
		if t.start-o.end <= 4 && (o.is(clsSoon) || o.is(clsNow) || o.is(clsWill) && o.end-o.start > 1) {
			return true
		}
	}
	return t.start > 0 && r.text.runes[t.start-1] == '在'
}

const listLength = 45

// lists reports a long reply that never says who acts or for whom: it explains rules, whatever verbs they hold.
// With a complaint before it, even a long reply is about what is done.
func (r *reply) lists() bool {
	if len(r.text.runes) < listLength || r.m != nil && len(r.m.burst) > 0 {
		return false
	}
	for i := range r.tokens {
		if t := &r.tokens[i]; t.is(clsWe) || t.is(clsFor) {
			return false
		}
	}
	return true
}

// advises reports a clause that begins with 先: without a subject it tells the customer what to try.
func (r *reply) advises(k int) bool {
	c := r.clauses[r.tokens[k].clause]
	return r.text.runes[c.start] == '先'
}

// names reports a rune of the token, not as its beginning when it is 找 叫 喊 问 (找您 may be anybody's).
func (r *reply) names(t *token, who rune) bool {
	switch r.text.runes[t.start] {
	case '找', '叫', '喊', '问', '敲', '戳':
		return false
	}
	for _, c := range r.text.runes[t.start:t.end] {
		if c == who {
			return true
		}
	}
	return false
}

// modifies reports 补发的单号, 退款的事: the verb describes a noun.
func (r *reply) modifies(k int) bool {
	t := &r.tokens[k]
	runes := r.text.runes
	i := int(t.end)
	for _, topic := range []string{"这块", "那块", "这事", "方面", "环节", "期间"} {
		if hasWord(runes, i, topic) {
			return true
		}
	}
	if i >= len(runes) || runes[i] != '的' {
		return false
	}
	for i++; i < r.clauses[t.clause].end; i++ {
		if !isParticle(runes[i]) {
			return true
		}
	}
	return false
}

// actorOf finds who does the verb at token k: the nearest subject before it in its clause, else the subject of the
// clauses before it in the same sentence.
func (r *reply) actorOf(k int) actor {
	t := &r.tokens[k]
	c := t.clause
	if r.holdsYou(t) && !r.theirs(k) {
		return us
	}
	seen := nobody
	for i := k - 1; i >= 0; i-- {
		o := &r.tokens[i]
		if o.clause != c {
			if seen == machine {
				return machine
			}
			if c-o.clause > 1 || r.clauses[o.clause].sentence != r.clauses[t.clause].sentence || t.clause-o.clause > 2 {
				break
			}
			c = o.clause
			if who := r.firstActor(int(c)); who == us && !r.clauseHas(int(c), clsRule) || who == customer {
				return who
			}
			break
		}
		if who, ok := r.subject(i); ok && o.end <= t.start {
			switch {
			case seen == machine && who != us && who != customer:
				continue
			case who == machine:
				seen = machine
				continue
			case who == us && o.is(clsFor) && r.theirs(i):
				return outsider
			case who == us && o.is(clsFor) && r.yoursFor(i):
				return customer
			}
			return who
		}
	}
	if seen == machine {
		return machine
	}
	for i := k; i < len(r.tokens) && r.tokens[i].clause == t.clause; i++ {
		if o := &r.tokens[i]; o.is(clsFor) && o.start >= t.end || o.is(clsYou) && o.start == t.end && (t.is(clsDo) || t.is(clsWeakDo)) {
			return us
		}
	}
	return nobody
}

// holdsYou reports a verb that says for whom: 给您打过去, 跟您确认, 退您.
func (r *reply) holdsYou(t *token) bool {
	runes := r.text.runes[t.start:t.end]
	switch runes[0] {
	case '给', '帮', '替', '跟', '向', '与', '和':
		return len(runes) > 2 && (runes[1] == '您' || runes[1] == '你')
	}
	last := runes[len(runes)-1]
	return t.is(clsDo) && len(runes) > 1 && (last == '您' || last == '你')
}

// theirs reports 物流会给您发短信: somebody outside does it for the customer.
func (r *reply) theirs(i int) bool {
	o := &r.tokens[i]
	for k := i - 1; k >= 0 && r.tokens[k].clause == o.clause; k-- {
		switch p := &r.tokens[k]; {
		case p.is(clsWe), p.is(clsFor), p.is(clsOurs):
			return false
		case p.is(clsThird):
			return !r.sentBy(k)
		}
	}
	return false
}

// firstActor is the first subject of a clause.
func (r *reply) firstActor(c int) actor {
	tokens, base := r.in(c)
	for i := range tokens {
		if who, ok := r.subject(base + i); ok {
			return who
		}
	}
	return nobody
}

// subject says whose action a token announces.
func (r *reply) subject(i int) (actor, bool) {
	o := &r.tokens[i]
	switch {
	case o.is(clsFor), o.is(clsWe):
		return us, true
	case o.is(clsAskDo) && r.weAsked(o): // 已请仓库补寄
		return us, true
	case o.is(clsAskDo): // 请师傅过去 and 我自己 are ours
		c := int(o.clause)
		return customer, !r.startsAt(o.end, c, clsOurs) && !r.startsAt(o.end, c, clsThird) &&
			!(hasWord(r.text.runes, int(o.start), "自己") && r.clauseHas(c, clsWe))
	case o.is(clsYou):
		if r.isObject(i) {
			return nobody, false
		}
		return customer, true
	case o.is(clsOurs):
		return oursIs, !r.sentBy(i)
	case o.is(clsThird):
		return outsider, !r.sentBy(i)
	case o.is(clsSystem), o.is(clsYours):
		return machine, true
	}
	return nobody, false
}

// endsAt reports a word of the class that ends at the rune; startsAt, one that begins there.
func (r *reply) endsAt(at int32, clause int, cl class) bool {
	tokens, _ := r.in(clause)
	for i := range tokens {
		if tokens[i].end == at && tokens[i].is(cl) {
			return true
		}
	}
	return false
}

func (r *reply) startsAt(at int32, clause int, cl class) bool {
	tokens, _ := r.in(clause)
	for i := range tokens {
		if tokens[i].start == at && tokens[i].is(cl) {
			return true
		}
	}
	return false
}

// weAsked reports 已请, 刚请: it was us who asked.
func (r *reply) weAsked(o *token) bool {
	if o.start == 0 || o.end-o.start != 1 {
		return false
	}
	before := r.text.runes[o.start-1]
	return before == '已' || before == '刚' || o.start > 1 && before == '经'
}

// isObject reports 退您, 让您: the 您 right after a verb is its object.
func (r *reply) isObject(i int) bool {
	o := &r.tokens[i]
	if o.start == 0 {
		return false
	}
	switch r.text.runes[o.start-1] {
	case '让', '给', '跟', '把', '和', '向', '为', '对', '请', '催', '带', '陪', '送', '找', '问', '替', '帮', '教', '领':
		return true
	}
	c := int(o.clause)
	return r.endsAt(o.start, c, clsDo) || r.endsAt(o.start, c, clsWeakDo) || r.endsAt(o.start, c, clsReply)
}

// sentBy reports 我让仓库…, 跟快递…: the name is what our step works on, not who acts.
func (r *reply) sentBy(i int) bool {
	o := &r.tokens[i]
	if o.start == 0 {
		return false
	}
	switch r.text.runes[o.start-1] {
	case '让', '叫', '请', '跟', '和', '找', '催', '向', '给', '问', '派', '约', '托', '喊', '与', '到', '往', '从', '把', '由', '查', '对', '帮':
		return true
	}
	return false
}

// willDo reports a word of the near future or the present before the verb: 会, 这就, 正在, 马上.
func (r *reply) willDo(k int) bool {
	t := &r.tokens[k]
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		o := &r.tokens[i]
		if t.start-o.end <= 6 && (o.is(clsWill) || o.is(clsSoon) || o.is(clsNow)) {
			return true
		}
	}
	if t.start > 0 && r.text.runes[t.start-1] == '在' && (t.start < 2 || r.text.runes[t.start-2] != '现') {
		return true
	}
	for i := k + 1; i < len(r.tokens) && r.tokens[i].clause == t.clause && r.tokens[i].start-t.end <= 1; i++ {
		if r.tokens[i].is(clsNow) {
			return true
		}
	}
	return false
}

// lightly reports 催一下, 查查: the mild form of an announcement.
func (r *reply) lightly(k int) bool {
	t := &r.tokens[k]
	runes := r.text.runes
	end := int(t.end)
	return end > 0 && (runes[end-1] == '下' || t.end-t.start == 2 && runes[t.start] == runes[t.start+1]) ||
		hasWord(runes, end, "一下") || hasWord(runes, end, "下")
}

// marked reports 已 or 刚 before the verb.
func (r *reply) marked(k int) bool {
	t := &r.tokens[k]
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		o := &r.tokens[i]
		if o.end > t.start || t.start-o.end > 8 {
			continue
		}
		if o.is(clsNow) || hasWord(r.text.runes, int(o.end), "在") {
			return false
		}
		if o.is(clsDone) && isBeforeMark(r.text.runes[o.start]) {
			return true
		}
	}
	return false
}

func isBeforeMark(r rune) bool { return r == '已' || r == '刚' || r == '早' || r == '方' }

// isAfterMark reports marks that follow their verb: 了 啦 过.
func isAfterMark(r rune) bool {
	switch r {
	case '了', '啦', '咯', '囉', '喽', '过', '啰', '完':
		return true
	}
	return false
}

// isDone reports 已提交, 刚催过, 换货单建好了. 会 and 马上 before the verb take it back.
func (r *reply) isDone(k int) bool {
	if r.marked(k) {
		return true
	}
	t := &r.tokens[k]
	last := r.text.runes[t.end-1]
	ended := isAfterMark(last) || last == '好' || last == '妥'
	room := int32(2)
	if t.end-t.start == 1 {
		room = 1
	}
	for i := k + 1; !ended && i < len(r.tokens) && r.tokens[i].clause == t.clause; i++ {
		o := &r.tokens[i]
		if o.start < t.end {
			continue
		}
		if o.is(clsAskWord) { // 看看放哪了
			return false
		}
		ended = o.is(clsDone) && (o.start-t.end <= room || room > 1 && r.closes(o) && isAfterMark(r.text.runes[o.end-1]))
	}
	if !ended || r.thenMore(k) || t.start > 0 && (r.text.runes[t.start-1] == '得' || r.text.runes[t.start-1] == '要') {
		return false
	}
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		if o := &r.tokens[i]; o.end <= t.start && (o.is(clsSoon) || o.is(clsNow) || o.is(clsFuture) || o.is(clsWill) || hasWord(r.text.runes, int(o.end), "在") && o.is(clsDone)) {
			return false
		}
	}
	return true
}

// thenMore reports 核完账就退: 就 after the verb looks ahead.
func (r *reply) thenMore(k int) bool {
	t := &r.tokens[k]
	for i := int(t.end); i < r.clauses[t.clause].end; i++ {
		if r.text.runes[i] == '就' {
			return true
		}
	}
	return false
}

func (r *reply) clauseHas(c int, cl class) bool {
	tokens, _ := r.in(c)
	for i := range tokens {
		if tokens[i].is(cl) {
			return true
		}
	}
	return false
}

// frameStep adds the step a frame of the lexicon hears.
func (r *reply) frameStep(ft *fit) {
	is := r.s.frames[ft.frame].is
	if is != isStep && is != isVagueStep && is != isDoneStep || !r.sound(ft) || r.covered(isNoStep, ft.start, ft.end) ||
		r.vowed(ft.clause) && !r.clauseHas(ft.clause, clsFor) {
		return
	}
	st := step{sign: r.fitSign(ft), clause: ft.clause, who: true, firm: true, size: solidStep, done: is == isDoneStep}
	if is == isVagueStep {
		st.size = vagueStep
	}
	st.by = r.ahead(ft.clause, 2) != nil
	if is != isVagueStep { // an open frame: the verbs of its clause say how much content it has
		found := false
		tokens, base := r.in(ft.clause)
		for i := range tokens {
			t, k := &tokens[i], base+i
			if size, ok := stepWord(t); ok && (int(t.end) >= ft.end || is == isDoneStep) {
				if !found || size > st.size {
					st.size = size
				}
				found = true
				if r.negated(k) {
					return
				}
				st.done = st.done || r.isDone(k)
			}
		}
		if !found && is == isStep {
			st.done = r.clauseDone(ft)
		}
	}
	r.steps = append(r.steps, st)
}

// clauseDone reports a done mark in the rest of the clause of an open frame whose verb the lexicon does not know.
func (r *reply) clauseDone(ft *fit) bool {
	done := false
	tokens, _ := r.in(ft.clause)
	for i := range tokens {
		t := &tokens[i]
		if t.is(clsSoon) || t.is(clsNow) || t.is(clsFuture) {
			return false
		}
		done = done || t.is(clsDone) && (int(t.start) >= ft.end || isBeforeMark(r.text.runes[t.start]))
	}
	return done
}

// timedSteps hears a step in any clause where we, unasked and undenied, put a time to something: 我两分钟内挂好. The
// verb need not be known.
func (r *reply) timedSteps() {
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if r.forecast(d) || r.stepIn(d.clause) || r.clauses[d.clause].question {
			continue
		}
		tokens, _ := r.in(d.clause)
		for k := range tokens {
			t := &tokens[k]
			if !t.is(clsWe) && !t.is(clsFor) || r.inQuote(t) || r.covered(isFeeling, int(t.start), int(t.end)) || r.clauseHas(d.clause, clsApology) || r.negatedAt(int(t.end)-1, int(t.end)) {
				continue
			}
			last := max(int(t.end), d.end)
			between := max(int(t.start), d.start) - min(int(t.end), d.end)
			if after := r.clauses[d.clause].end - last; after < 2 && between < 2 || after > 0 && r.negatedAt(last, last+1) ||
				r.covered(isNoStep, last, last+1) {
				continue
			}
			r.steps = append(r.steps, step{sign: sign{"code.timed-step", min(int(t.start), d.start), r.clauses[d.clause].end, -1},
				clause: d.clause, size: solidStep, by: true, who: true, firm: true})
			break
		}
	}
}
