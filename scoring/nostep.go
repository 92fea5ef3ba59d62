package scoring

// noStep reports that something else is said with the verb: a feeling, a guarantee without a step, a rule.
func (r *reply) noStep(k int) bool {
	t := &r.tokens[k]
	start, end := int(t.start), int(t.end)
	cl := &r.clauses[t.clause]
	if r.wentWrong(t) || r.hopeless(t) || start > 0 && r.text.runes[start-1] == '被' || r.covered(isNoStep, start, end) || r.covered(isNothing, start, end) || r.covered(isAskGrace, start, end) {
		return true
	}
	for i := range r.fits {
		ft := &r.fits[i]
		switch r.s.frames[ft.frame].is {
		case isFeeling, isPlight, isCare:
			if ft.start < end && start < ft.end || ft.clause == int(t.clause) && ft.end <= start && !cl.is(clsWe) && !cl.is(clsFor) && !cl.is(clsOurs) {
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
	if end == start+1 && r.text.runes[start] == '约' && end < len(r.text.runes) && startsNumber(r.text.runes[end]) { // 约3小时
		return true
	}
	return r.clauseHas(int(t.clause), clsBackThen) || r.retracted(int(t.clause)) || r.vowed(int(t.clause)) &&
		(!r.benefit(k) || end < len(r.text.runes) && r.text.runes[end] == '得') // 保证给您修得如新
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
		if v.clause == c {
			return true
		}
	}
	return false
}

// permits reports 可以申请, 应该提前送: what one may or should do.
func (r *reply) permits(k int) bool {
	start := int(r.tokens[k].start)
	if start > 0 && r.text.runes[start-1] == '能' && r.clauseHas(int(r.tokens[k].clause), clsCond) { // 没洗的话7天内能换
		return true
	}
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

// advises reports a clause that begins with 先, 下次 or 寄回来: without a subject it tells the customer what to try.
func (r *reply) advises(k int) bool {
	c := r.clauses[r.tokens[k].clause]
	if r.text.runes[c.start] == '先' {
		return true
	}
	for _, word := range []string{"下次", "下回", "寄回", "寄来", "寄过来", "送来", "拿来", "带来", "拿到店", "送到店"} {
		if hasWord(r.text.runes, c.start, word) {
			return true
		}
	}
	return false
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

// offers reports 要不给您改约明天？ and 您还要的话我给您约上？: a step put to the customer, and no more yet.
func (r *reply) offers(c int) bool {
	cl := &r.clauses[c]
	return cl.question && (r.clauseHas(c, clsCond) || hasWord(r.text.runes, cl.start, "要不") && !hasWord(r.text.runes, cl.start, "要不要"))
}

// nominal reports 我们出库有监控: what follows makes the verb a noun.
func (r *reply) nominal(t *token) bool {
	return int(t.end) < len(r.text.runes) && hasAny(r.text.runes[t.end:t.end+1], '有', '是', '都', '的', '没', '不', '把', '很', '比')
}
