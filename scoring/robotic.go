package scoring

const betterThanEmpty = "孩子的礼物卡在路上，我现在催中转站，10分钟内回您。"

// hearEmpty tells 占位回复 and the two kinds of 敷衍: phrases that say nothing of this matter, and piled-up slogans,
// which are neither empathy nor a step.
func (r *ear) hearEmpty(f *Facts) {
	if r.piled() && !r.template() {
		*f = Facts{Text: f.Text, RedLines: f.RedLines, Hints: f.Hints, Must: f.Must, Address: f.Address, Polite: f.Polite,
			Clean: f.Clean, Better: f.Better, Evidence: f.Evidence, Places: Places{Manner: f.Places.Manner, Must: f.Places.Must}}
		r.dropEvidence(f)
		r.cross(f, Robotic, sign{"code.piled", 0, len(r.text.runes), -1}, betterThanEmpty)
		return
	}
	if f.RedLines != 0 {
		return
	}
	if c := r.cover(clsHollow); c.words > 0 && c.left == 0 {
		f.Hollow, f.Empathy, f.Kind, f.Action, f.Step = true, 0, NoEmpathy, 0, 0
		f.Who, f.Done, f.Echo, f.Timing = false, false, false, NoDeadline
		f.Elements = ElementSet(Greet)
		r.dropEvidence(f)
		return
	}
	if f.Empathy == 0 && r.saysNothing() || f.Empathy == 1 && r.template() || r.form(f) {
		if f.Action > 0 && !r.announces() {
			f.Action, f.Step, f.Who, f.Done, f.Timing = 0, 0, false, false, NoDeadline
			f.Elements = f.Elements.Without(ElementSet(Action, Deadline))
		}
		r.cross(f, Robotic, sign{"code.empty", 0, len(r.text.runes), -1}, betterThanEmpty)
	}
}

// dropEvidence keeps of the evidence what speaks for red lines.
func (r *ear) dropEvidence(f *Facts) {
	kept := f.Evidence[:0]
	for _, e := range f.Evidence {
		if _, red := redLineByName(e.Part); red {
			kept = append(kept, e)
		}
	}
	f.Evidence = kept
}

// announces reports a step that is at least announced (会处理, 专员联系您), not merely filed (已登记).
func (r *ear) announces() bool {
	for i := range r.steps {
		if r.steps[i].firm {
			return true
		}
	}
	return false
}

// looks reports a look of ours that is said as such: 我看看.
func (r *ear) looks() bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.size == lookStep && st.who && st.firm && r.clauseHas(st.clause, clsWe) {
			return true
		}
	}
	return false
}

// saysNothing reports a reply of phrases that fit every customer. Without the customer's words a closing or a thank
// you may be all there is to say.
func (r *ear) saysNothing() bool {
	if r.figured() || len(r.matter) > 0 && !r.weakMatter() || r.asks() || r.looks() || r.tellsWhom() {
		return false
	}
	empty, talk := r.cover(clsEmpty), r.countHits(clsTalk)
	switch {
	case talk == 0, empty.left > 0 && r.solid():
		return false
	case r.m == nil || len(r.m.burst) == 0:
		return empty.left <= 1 && !r.closing()
	case empty.left <= 1:
		return true
	case r.waits() && len(r.steps) == 0:
		return empty.left <= 8
	}
	return empty.left <= 3 || talk >= 2 && empty.left <= 6
}

// template reports sorrow that would fit anybody, set into phrases of being filed and called back, and a plea to wait.
func (r *ear) template() bool {
	return !r.figured() && !r.asks() && !r.looks() && (len(r.matter) == 0 || r.weakMatter()) && r.waits() &&
		len(r.steps) > 0 && !r.solid() &&
		r.countHits(clsTalk) >= 2 && r.cover(clsEmpty, clsApology, clsCourtesy, clsSlogan, clsDegree).left <= 4
}

// form reports a letter to everybody: phrases of such letters, at least two or most of the reply, and nothing that is done,
// asked or answered for this customer.
func (r *ear) form(f *Facts) bool {
	if f.Empathy == 2 || f.Action == 2 || r.asks() || r.solid() || r.looks() || r.tellsWhom() || f.Elements.Has(Answer) {
		return false
	}
	stock := r.countHits(clsStock)
	switch {
	case stock == 0, r.m == nil || !r.m.complains:
		return false
	case stock >= 2:
		return true
	}
	return !r.figured() && r.cover(clsStock, clsEmpty, clsSlogan).left <= 6
}

// figured reports a time or a figure; the 一 of 一切 is none.
func (r *ear) figured() bool {
	for i := range r.values {
		if v := &r.values[i]; v.kind != plainNumber || !hasWord(r.text.runes, v.start, "一切") {
			return true
		}
	}
	return len(r.deadlines) > 0
}

// tellsWhom reports a reply that says whom the matter was passed on to, or where exactly to ask (航司热线).
func (r *ear) tellsWhom() bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.is(clsVague) && r.passesOn(t) || t.is(clsThird) && r.clauseHas(int(t.clause), clsAskDo) {
			return true
		}
	}
	return false
}

// passesOn reports 反馈网点, 反馈给财务: passed on to somebody who is named, not to 相关部门.
func (r *ear) passesOn(t *token) bool {
	at := t.end
	if hasWord(r.text.runes, int(at), "给") || hasWord(r.text.runes, int(at), "到") {
		at++
	}
	return r.text.runes[t.start] != '处' && !hasWord(r.text.runes, int(at), "相关") && !hasWord(r.text.runes, int(at), "部门") &&
		(r.startsAt(at, int(t.clause), clsOurs) || r.startsAt(at, int(t.clause), clsThird))
}

// weakMatter reports that nothing of the matter is named but a word or two of the trade (退费, 账单, 清关).
func (r *ear) weakMatter() bool {
	n, end := 0, 0
	for _, span := range r.matter { // by place, but for values and patterns at the end
		n += max(0, span[1]-max(span[0], end))
		end = max(end, span[1])
	}
	return n <= 2 || n <= 3 && r.waits() && len(r.steps) == 0
}

// solid reports a step with content.
func (r *ear) solid() bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.size == solidStep && st.who && st.firm {
			return true
		}
	}
	return false
}

func (r *ear) asks() bool {
	for i := range r.clauses {
		if r.clauses[i].question {
			return true
		}
	}
	return false
}

// waits reports a reply that tells the customer to wait.
func (r *ear) waits() bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.is(clsTalk) && (r.text.runes[t.start] == '耐' || r.text.runes[t.end-1] == '待' || r.text.runes[t.end-1] == '候') {
			return true
		}
	}
	return false
}

// closing reports a mere thank-you or farewell.
func (r *ear) closing() bool {
	for _, h := range r.hits {
		if r.s.hasClass(h.word, clsTalk) && r.text.runes[h.start] != '感' && r.text.runes[h.start] != '祝' && r.text.runes[h.start] != '谢' {
			return false
		}
	}
	return true
}

// cover is how much of the reply words of some classes leave over.
type cover struct{ words, left int }

func (r *ear) cover(classes ...class) cover {
	var out cover
	masked := r.blank()
	for _, h := range r.hits {
		if r.s.hasAny(h.word, classes...) {
			out.words++
			for i := h.start; i < h.end; i++ {
				masked[i] = true
			}
		}
	}
	for i, ch := range r.text.runes {
		if !masked[i] && !isMark(ch) && !isParticle(ch) {
			out.left++
		}
	}
	return out
}

func (r *ear) countHits(c class) int {
	n := 0
	end := int32(-1)
	for _, h := range r.hits {
		if r.s.hasClass(h.word, c) && h.start >= end {
			n++
			end = h.end
		}
	}
	return n
}

// piled reports slogans in a heap: hardly anything but slogan words, or short clauses built alike, and neither a
// figure nor a time among them.
func (r *ear) piled() bool {
	if r.strung() {
		return true
	}
	for i := range r.values {
		if v := &r.values[i]; v.kind != plainNumber && v.kind != counted {
			return false
		}
	}
	if len(r.deadlines) > 0 {
		return false
	}
	masked := r.blank()
	words, last := 0, int32(-1)
	for i := range r.tokens {
		t := &r.tokens[i]
		if !t.is(clsSlogan) {
			continue
		}
		if !t.is(clsAddress) && !t.is(clsYou) && !t.is(clsWe) && t.start >= last {
			words++
			last = t.end
		}
		for k := t.start; k < t.end; k++ {
			masked[k] = true
		}
	}
	total, covered := 0, 0
	for i, ch := range r.text.runes {
		if isMark(ch) || isParticle(ch) || ch == '+' || ch == '=' {
			continue
		}
		total++
		if masked[i] {
			covered++
		}
	}
	switch {
	case r.announces() && r.alike() == 0 && words < 5:
		return false
	case words >= 5 && covered*10 >= total*7, words >= 4 && covered*10 >= total*8 && len(r.clauses) > 1:
		return true
	case words >= 3 && (r.alike() >= 2 || r.chants()), words >= 2 && r.parallel():
		return true
	}
	return words >= 3 && r.shouts() && covered*10 >= total*5
}

// strung reports a clause that strings up three deeds and nothing else: 退款补发安排. Nobody talks like that of what he does.
func (r *ear) strung() bool {
	for c := range r.clauses {
		cl := &r.clauses[c]
		if cl.end-cl.start > 12 {
			continue
		}
		tokens, _ := r.in(c)
		at, deeds := cl.start, 0
		for i := range tokens {
			if t := &tokens[i]; int(t.start) == at && !t.dim && (t.is(clsDo) || t.is(clsWeakDo) || t.is(clsVague) || t.is(clsReply)) && t.end-t.start > 1 {
				at = int(t.end)
				deeds++
			}
		}
		if deeds >= 3 && at == cl.end {
			return true
		}
	}
	return false
}

// alike counts short clauses that are built like the one before: 理解您的理解, 抱歉您的抱歉.
func (r *ear) alike() int {
	n := 0
	for i := 1; i < len(r.clauses); i++ {
		a, b := r.clauses[i-1], r.clauses[i]
		x, y := r.text.runes[a.start:a.end], r.text.runes[b.start:b.end]
		if len(x) < 3 || len(y) < 3 || len(x) > 12 || len(y) > 12 || abs(len(x)-len(y)) > 1 {
			continue
		}
		same := 0
		for k := range min(len(x), len(y)) {
			if x[k] == y[k] {
				same++
			}
		}
		if same >= 2 || x[len(x)-1] == y[len(y)-1] && x[len(x)-2] == y[len(y)-2] {
			n++
		}
	}
	return n
}

// parallel reports three or more clauses of one length and nothing else: 理解如海，道歉似火，补救飞快.
func (r *ear) parallel() bool {
	if len(r.clauses) < 3 || r.announces() {
		return false
	}
	for i := range r.tokens {
		if t := &r.tokens[i]; t.is(clsEmo) || t.is(clsWeakEmo) || t.is(clsNeg) || t.is(clsCannot) {
			return false
		}
	}
	n := r.clauses[0].end - r.clauses[0].start
	for _, c := range r.clauses {
		if c.end-c.start != n && c.end-c.start != n-1 {
			return false
		}
	}
	return n >= 4 && n <= 7
}

// chants reports a word of two characters said four times or more: 学员至上学员理解学员优先.
func (r *ear) chants() bool {
	runes := r.text.runes
	for i := 0; i+1 < len(runes); i++ {
		n := 0
		for k := i; k+1 < len(runes); k++ {
			if runes[k] == runes[i] && runes[k+1] == runes[i+1] && !isMark(runes[k]) && !isMark(runes[k+1]) {
				n++
			}
		}
		if n >= 4 {
			return true
		}
	}
	return false
}

// shouts reports at least three short exclamations and nothing long.
func (r *ear) shouts() bool {
	if len(r.clauses) < 3 {
		return false
	}
	for _, c := range r.clauses {
		if c.end-c.start > 10 {
			return false
		}
	}
	return true
}

// blank is a false for every rune, valid until the next call.
func (r *ear) blank() []bool {
	r.mask = append(r.mask[:0], make([]bool, len(r.text.runes))...)
	return r.mask
}
