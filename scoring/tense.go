package scoring

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
		return int(t.end) == len(r.text.runes) || !hasAny(r.text.runes[t.end:t.end+1], '里', '中', '上', '页', '那', '处') // 在设置里
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
		if o.start < t.end || o.is(clsDone) && isBeforeMark(r.text.runes[o.start]) {
			continue
		}
		if o.is(clsAskWord) { // 看看放哪了
			return false
		}
		if r.notYet(int(o.end)) {
			continue
		}
		ended = o.is(clsDone) && (o.start-t.end <= room || (room > 1 || r.benefit(k)) && r.closes(o) && isAfterMark(r.text.runes[o.end-1]))
	}
	if !ended || r.thenMore(k) || r.inHand(t) || r.notYet(int(t.end)) || t.start > 0 && (r.text.runes[t.start-1] == '得' || r.text.runes[t.start-1] == '要') {
		return false
	}
	for i := k - 1; i >= 0 && r.tokens[i].clause == t.clause; i-- {
		if o := &r.tokens[i]; o.end <= t.start && (o.is(clsSoon) || o.is(clsNow) || o.is(clsFuture) || o.is(clsWill) || hasWord(r.text.runes, int(o.end), "在") && o.is(clsDone)) {
			return false
		}
	}
	return true
}

// inHand reports 在找了: a search or a repair under way, whatever 了 says.
func (r *reply) inHand(t *token) bool {
	at := int(t.start) - 1
	return at >= 0 && r.text.runes[at] == '在' && hasAny(r.text.runes[t.start:t.end], '找', '查', '问', '催', '修') && (at == 0 || r.text.runes[at-1] != '现')
}

// notYet reports 改过来 and 转账成功后: a mark that says which way, or when, not that it is done.
func (r *reply) notYet(at int) bool {
	runes := r.text.runes
	if at < 1 || at >= len(runes) {
		return false
	}
	return runes[at-1] == '过' && (runes[at] == '来' || runes[at] == '去') && (at+1 == len(runes) || runes[at+1] != '了') || runes[at] == '后' && runes[at-1] == '功'
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

// toldOf reports 修了四次: how often or how long, so it tells what the customer went through.
func (r *reply) toldOf(t *token) bool {
	if t.end-t.start > 2 {
		return false
	}
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		o := &tokens[i]
		if (o.is(clsCounted) || o.is(clsDuration)) && o.start > t.end && o.start-t.end <= 1 && r.text.runes[o.start-1] == '了' {
			return true
		}
	}
	return false
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
