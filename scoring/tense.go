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

func (r *reply) clauseHas(c int, cl class) bool {
	return c >= 0 && c < len(r.clauses) && r.clauses[c].is(cl)
}

// is reports whether a token of the clause belongs to the class.
func (c *clause) is(cl class) bool {
	if cl < 64 {
		return c.cls&(1<<cl) != 0
	}
	return c.cls2&(1<<(cl-64)) != 0
}

// frameStep adds the step a frame of the lexicon hears.
func (r *reply) frameStep(ft *fit) {
	is := r.s.frames[ft.frame].is
	if is != isStep && is != isVagueStep && is != isDoneStep || r.clauses[ft.clause].mood != told || !r.sound(ft) || r.covered(isNoStep, ft.start, ft.end) ||
		is == isDoneStep && r.covered(isFault, ft.start, ft.end) || // 我们掉链子了
		r.vowed(ft.clause) && !r.clauseHas(ft.clause, clsFor) || r.youAsk(ft.start, ft.clause) {
		return
	}
	st := step{sign: r.fitSign(ft), clause: ft.clause, who: true, firm: true, size: solidStep, done: is == isDoneStep}
	if is == isVagueStep {
		st.size = vagueStep
	}
	st.by = r.ahead(ft.clause, 2) != nil && !r.offers(ft.clause)
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
	st.firm = !(st.done && st.size == vagueStep)
	r.steps = append(r.steps, st)
}

// clauseDone reports a done mark in the rest of the clause of an open frame whose verb the lexicon does not know.
func (r *reply) clauseDone(ft *fit) bool {
	done := false
	tokens, _ := r.in(ft.clause)
	for i := range tokens {
		t := &tokens[i]
		if t.is(clsSoon) || t.is(clsNow) || t.is(clsFuture) || t.is(clsAskWord) && t.end-t.start > 1 {
			return false
		}
		done = done || t.is(clsDone) && (int(t.start) >= ft.end || isBeforeMark(r.text.runes[t.start]))
	}
	return done
}

// toldDate reports 我们11月15号参保了: a date of something that was.
func (r *reply) toldDate(d *deadline) bool {
	tokens, _ := r.in(d.clause)
	for i := range tokens {
		if t := &tokens[i]; t.is(clsDate) && int(t.start) == d.start {
			return hasAny(r.text.runes[r.clauses[d.clause].end-1:r.clauses[d.clause].end], '了', '过')
		}
	}
	return false
}

// elsewhere reports 上家给你缴到10月: somebody else opens the clause.
func (r *reply) elsewhere(c int) bool {
	return r.startsAt(int32(r.clauses[c].start), c, clsOutsider) || r.startsAt(int32(r.clauses[c].start), c, clsThird)
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
			if !t.is(clsWe) && !t.is(clsFor) || r.inQuote(t) || r.covered(isFeeling, int(t.start), int(t.end)) || r.clauseHas(d.clause, clsApology) || r.negatedAt(int(t.end)-1, int(t.end)) || r.elsewhere(d.clause) {
				continue
			}
			last := max(int(t.end), d.end)
			if hasWord(r.text.runes, last, "这边") { // 咱们这边
				last += 2
			}
			between := max(int(t.start), d.start) - min(int(t.end), d.end)
			if after := r.clauses[d.clause].end - last; after < 2 && (between < 2 || between == 2 && t.is(clsWe)) || r.toldDate(d) || after > 0 && r.negatedAt(last, last+1) ||
				r.covered(isNoStep, last, last+1) {
				continue
			}
			r.steps = append(r.steps, step{sign: sign{"code.timed-step", min(int(t.start), d.start), r.clauses[d.clause].end, -1},
				clause: d.clause, size: solidStep, by: true, who: true, firm: true})
			break
		}
	}
}
