package scoring

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

// yoursFor reports 您给孩子报的: the customer does it for somebody of theirs.
func (r *reply) yoursFor(i int) bool {
	o := &r.tokens[i]
	if r.youAsk(int(o.start), int(o.clause)) {
		return true
	}
	for _, c := range r.text.runes[o.start:o.end] {
		if c == '您' || c == '你' || c == '亲' {
			return false
		}
	}
	tokens, _ := r.in(int(o.clause))
	yours := false
	for k := range tokens {
		t := &tokens[k]
		if t.is(clsWe) {
			return false
		}
		yours = yours || t.is(clsYou) && t.start < o.start
	}
	return yours
}

// youAsk reports 您让家人帮您 before a place: whoever does it, the customer has to ask.
func (r *reply) youAsk(before, c int) bool {
	runes := r.text.runes
	for at := r.clauses[c].start; at+2 < before; at++ {
		if (runes[at] == '您' || runes[at] == '你') && hasAny(runes[at+1:at+2], '让', '叫', '找', '请') {
			return !r.clauseHas(c, clsWe)
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
