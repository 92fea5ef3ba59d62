package scoring

// allows reports whether can holds a deed of group g, or an entry whose characters all stand in the clause (退差价 in
// 差价40元我退回了).
func (r *ear) allows(g int16, clause int) bool {
	cl := r.clauses[clause]
	text := r.text.runes[cl.start:cl.end]
	for i := range r.m.can {
		a := &r.m.can[i]
		for _, own := range a.groups {
			if own == g && g > 0 {
				return true
			}
		}
		if len(a.runes) > 1 && within(a.runes, text) {
			return true
		}
	}
	return false
}

// begins reports a verb of one character, with or without 给您, that an entry of can begins with: 换 of 换酒店.
func (r *ear) begins(h hit) bool {
	for i := range r.m.can {
		forYou := h.end-h.start == 3 && hasWord(r.text.runes, int(h.start), "给您")
		if a := &r.m.can[i]; (h.end-h.start == 1 || forYou) && len(a.runes) > 1 && a.runes[0] == r.text.runes[h.end-1] {
			return true
		}
	}
	return false
}

func within(part, whole []rune) bool {
	for _, r := range part {
		found := false
		for _, w := range whole {
			found = found || r == w
		}
		if !found {
			return false
		}
	}
	return true
}

// canDo reports whether a done step is one that this desk has a button for.
func (r *ear) canDo() bool {
	for i := range r.steps {
		st := &r.steps[i]
		if !st.done || st.size < answerStep {
			continue
		}
		if r.allows(0, st.clause) || r.startsLike(st) {
			return true
		}
		cl := r.clauses[st.clause]
		for _, h := range r.hits {
			if g := r.s.words[h.word].deed; g > 0 && int(h.start) >= cl.start && int(h.end) <= cl.end && r.allows(g, st.clause) {
				return true
			}
		}
	}
	return false
}

// startsLike reports a step whose verb an entry of can begins with: 调到周日 where 调课 is a button.
func (r *ear) startsLike(st *step) bool {
	for i := range r.m.can {
		if a := r.m.can[i].runes; len(a) > 1 && st.start < st.end && r.text.runes[st.start] == a[0] {
			return true
		}
	}
	return false
}

// hearOverreach hears 越权: we affirm a concession that can does not hold, or a sum above money. Asking for one (申请
// 补偿), a question and what the system does by itself are none.
func (r *ear) hearOverreach(f *Facts) {
	if r.m == nil || !r.m.brief.CanKnown {
		return
	}
	end := int32(-1)
	for _, h := range r.hits {
		g := r.s.words[h.word].deed
		if g == 0 || !r.s.gift[g] || h.start < end || r.s.insideDeed(r.hits, h) || !r.grants(h) {
			continue
		}
		end = h.end
		c := int(r.at[h.start])
		if s := (sign{"code.overreach", int(h.start), int(h.end), -1}); !r.allows(g, c) && !r.begins(h) {
			r.cross(f, Overreach, s, betterThanOverreach)
			return
		}
		if v := r.tooMuch(c); v != nil && r.s.pays(h.word) {
			r.cross(f, Overreach, sign{"code.overreach-sum", min(int(h.start), v.start), max(int(h.end), v.end), -1}, betterThanOverreach)
			return
		}
	}
	r.hearSum(f)
}

const betterThanOverreach = "这个我给不了准话，我现在替您申请，今天18点前回您结果。"

// hearSum hears a bare sum that is offered: 给您三百.
func (r *ear) hearSum(f *Facts) {
	g := r.s.payGroup
	for i := range r.values {
		v := &r.values[i]
		c := int(r.at[v.start])
		if !v.known || v.kind != money && v.kind != plainNumber || v.num < 5 || g == 0 {
			continue
		}
		if r.makesUp(v) && (!r.allows(g, c) || r.tooMuch(c) != nil) {
			r.cross(f, Overreach, sign{"code.overreach-sum", v.start, v.end, -1}, betterThanOverreach)
			return
		}
		for k := range r.tokens {
			t := &r.tokens[k]
			if t.is(clsFor) && int(t.end) == v.start && r.text.runes[t.start] == '给' && !r.negated(k) &&
				(!r.allows(g, c) || r.tooMuch(c) != nil) {
				r.cross(f, Overreach, sign{"code.overreach-sum", int(t.start), v.end, -1}, betterThanOverreach)
				return
			}
		}
	}
}

// makesUp reports 220我给您补上: the sum is what is made up for.
func (r *ear) makesUp(v *value) bool {
	c := int(r.at[v.start])
	tokens, _ := r.in(c)
	for i := range tokens {
		t := &tokens[i]
		if gap := int(t.start) - v.end; gap < 0 || gap > 6 || t.end-t.start != 2 || r.text.runes[t.start] != '补' {
			continue
		}
		if last := r.text.runes[t.end-1]; (last == '上' || last == '您' || last == '给') && r.clauseHas(c, clsFor) && r.clauseHas(c, clsWe) {
			return true
		}
	}
	return false
}

func (r *ear) tooMuch(c int) *value {
	if r.m.brief.Money <= 0 {
		return nil
	}
	for i := range r.values {
		v := &r.values[i]
		if v.kind == money && v.known && int(r.at[v.start]) == c && v.num > float64(r.m.brief.Money) {
			return v
		}
	}
	return nil
}

// grants reports that the word is said as something we give: in a step of ours, with 给您, with 您 right after it, or
// after 可以. A single character (免, 送) needs 给您 or 您.
func (r *ear) grants(h hit) bool {
	start, end := int(h.start), int(h.end)
	c := int(r.at[start])
	if len(r.quoted) > 0 && r.quoted[start] || r.negatedAt(start, end) || r.masked(start, end) || r.covered(isNothing, start, end) {
		return false
	}
	runes := r.text.runes
	if r.byItself(start, end, c) || start > 0 && hasAny(runes[start-1:start], '才', '又', '却', '乱') {
		return false
	}
	given := runes[end-1] == '您' || runes[end-1] == '你' || hasWord(runes, end, "您") || hasWord(runes, end, "你")
	if r.clauses[c].question && !given && !r.s.pays(h.word) {
		return false
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if int(t.clause) != c {
			continue
		}
		if t.is(clsTry) && int(t.start) < end || t.is(clsThird) && int(t.end) <= start && !r.sentBy(i) {
			return false
		}
		given = given || t.is(clsFor) && int(t.end) <= start
	}
	if end-start == 1 {
		return given && r.verbAt(start)
	}
	for i := range r.steps {
		if st := &r.steps[i]; st.clause == c && st.who && st.size == solidStep {
			return true
		}
	}
	return given || start >= 2 && hasWord(runes, start-2, "可以") || start >= 1 && runes[start-1] == '能' && !r.clauses[c].question
}

// byItself reports 25块会原路退回, 今晚12点前就退回您卡里: money that goes back, and nobody who says that he sends it.
func (r *ear) byItself(start, end, c int) bool {
	if !hasWord(r.text.runes, start, "退") || r.clauseHas(c, clsWe) || r.clauseHas(c, clsFor) {
		return false
	}
	last := r.text.runes[end-1]
	if last != '回' && last != '还' && !hasWord(r.text.runes, end, "回") && !hasWord(r.text.runes, end, "到") {
		return false
	}
	return r.clauseHas(c, clsMoney) || r.clauseHas(c, clsSystem)
}

// verbAt reports that the character stands as a word of its own.
func (r *ear) verbAt(start int) bool {
	for i := range r.tokens {
		if t := &r.tokens[i]; int(t.start) == start && t.end-t.start == 1 && t.is(clsWeakDo) {
			return true
		}
	}
	return false
}

// masked reports that the runes stand inside a longer word that means something else (退货单号).
func (r *ear) masked(start, end int) bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if int(t.start) <= start && end <= int(t.end) && int(t.end-t.start) > end-start && r.s.words[t.word].layer&fullLayer != 0 {
			return true
		}
	}
	return false
}
