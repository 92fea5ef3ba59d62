package scoring

// hearRedLines adds the red lines that frames of the lexicon hear. Bare frames are the last to be asked, one for a reply:
// what they hear is curt only where nothing else stands, neither empathy nor a step nor a plainer red line.
func (r *ear) hearRedLines(f *Facts) {
	for i := range r.fits {
		if ft := &r.fits[i]; !r.s.frames[ft.frame].bare {
			r.crossed(f, ft)
		}
	}
	r.hearMockery(f)
	r.hearPrivacy(f)
	r.hearSoBeIt(f)
	for i := range r.fits {
		if f.RedLines != 0 || !r.bare(f) {
			break
		}
		ft := &r.fits[i]
		if fr := &r.s.frames[ft.frame]; fr.bare && (!fr.cue || r.m != nil && r.m.complains) && !(fr.is == isAccuse && r.checksAfter(ft.clause)) {
			r.crossed(f, ft)
		}
	}
	if f.RedLines.Has(Dismiss) && len(r.steps) > 0 && r.onlyHints(f) {
		f.Hints = f.Hints.With(Dismiss)
	}
}

// onlyHints reports that nothing more than a 别急 was heard as 否定情绪. What belittles is crossed, whatever is done beside it.
func (r *ear) onlyHints(f *Facts) bool {
	for _, e := range f.Evidence {
		if e.Part == Dismiss.Name() && !r.s.hints[e.Rule] {
			return false
		}
	}
	return true
}

// checksAfter reports 是不是阀门没关好，您看看: a cause to look for, and nobody is named who did it.
func (r *ear) checksAfter(c int) bool {
	if r.clauseHas(c, clsYou) || c+1 >= len(r.clauses) {
		return false
	}
	next := r.clauses[c+1]
	for _, word := range []string{"看看", "看下", "看一下", "检查", "查看", "摸摸", "闻闻"} {
		if hasWord(r.text.runes, next.start, word) || hasWord(r.text.runes, next.start+1, word) {
			return true
		}
	}
	return false
}

// bare reports a reply that holds neither empathy nor a step nor a plea for patience.
func (r *ear) bare(f *Facts) bool {
	if f.Empathy > 0 || f.Action > 0 {
		return false
	}
	for c := range r.clauses {
		if r.graceIn(c) {
			return false
		}
	}
	return true
}

// crossed adds the red line of a frame that fits.
func (r *ear) crossed(f *Facts, ft *fit) {
	fr := &r.s.frames[ft.frame]
	line, ok := redLineOf[fr.is]
	if !ok || fr.asks != 0 && !r.meets(ft.clause, fr.asks) || !fr.raw && len(r.quoted) > 0 && r.quoted[ft.start] || r.covered(isNothing, ft.start, ft.end) ||
		r.covered(isAbsolve, ft.start, ft.end) || r.covered(isComfort, ft.start, ft.end) || line == Deflect && !fr.firm && r.followsUp() ||
		(line == Accuse || line == Dismiss) && r.absolved(ft.clause, int(r.at[ft.end-1])) {
		return
	}
	r.cross(f, line, r.fitSign(ft), r.s.entries[fr.entry].better)
}

// absolved reports that the customer is told, in these clauses or beside them, that it is not his fault: 看花眼常有的事，这不怪您.
func (r *ear) absolved(from, to int) bool {
	for i := range r.fits {
		ft := &r.fits[i]
		if (r.s.frames[ft.frame].is == isAbsolve || r.s.frames[ft.frame].is == isComfort) && ft.clause >= from-1 && ft.clause <= to+1 {
			return true
		}
	}
	return false
}

func (r *ear) cross(f *Facts, line RedLine, s sign, better string) {
	f.RedLines = f.RedLines.With(line)
	if f.Better == "" {
		f.Better = better
	}
	r.say(f, line.Name(), s)
}

// followsUp reports a step of ours with content: then naming who else is responsible is no 推诿. Words of the 推诿
// itself (问平台) are no step.
func (r *ear) followsUp() bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.who && !r.covered(isDeflect, st.start, st.end) && (st.size >= answerStep || st.size == lookStep) {
			return true
		}
	}
	return false
}

const mockeryLength = 8

// hearMockery hears the customer's own words thrown back as a question, with neither empathy nor a step after them. Said
// on the way to whose fault it is (霉了？那是快递闷的), it is that.
func (r *ear) hearMockery(f *Facts) {
	if r.m == nil || f.Empathy > 0 || f.Action > 0 || f.RedLines.Has(Deflect) || len(r.clauses) < 2 || !r.clauses[0].question || r.asksOn() {
		return
	}
	cl := r.clauses[0]
	n := cl.end - cl.start
	for n > 1 && isParticle(r.text.runes[cl.start+n-1]) {
		n--
	}
	if n < 1 || n > mockeryLength || r.text.runes[cl.end-1] == '嘛' {
		return
	}
	if r.m.said(string(r.text.runes[cl.start : cl.start+n])) {
		line := Rude
		if r.figures() > 1 { // 二十分钟？监控里是十一分钟
			line = Argue
		}
		r.cross(f, line, sign{"code.mockery", cl.start, cl.end, -1}, "您说的我听明白了，我现在核实，10分钟内回您。")
	}
}

// hearSoBeIt hears a shrug in a reply that holds nothing else: 点名就点名呗, 坏就坏了嘛, 政策就是政策.
func (r *ear) hearSoBeIt(f *Facts) {
	if f.RedLines != 0 || !r.bare(f) {
		return
	}
	runes := r.text.runes
	for i, c := range runes {
		if c != '就' {
			continue
		}
		for n := 1; n <= 3 && n <= i && i+n < len(runes); n++ {
			start, again := i-n, i+1
			if runes[again] == '是' {
				again++
			}
			end := again + n
			cl := r.clauses[r.at[i]]
			if start < cl.start || end > cl.end || !hasRunes(runes[again:], runes[start:i]) || !r.closesAt(end, cl.end) {
				continue
			}
			r.cross(f, Dismiss, sign{"code.so-be-it", start, end, -1}, "这事对您很要紧。我现在核实，10分钟内回您。")
			return
		}
	}
}

// figures counts lengths of time and sums.
func (r *ear) figures() int {
	n := 0
	for i := range r.values {
		if v := &r.values[i]; v.kind == duration || v.kind == money {
			n++
		}
	}
	return n
}

// asksOn reports a question after the first: 血泡？多大啊，有照片没 takes the word up to ask about it.
func (r *ear) asksOn() bool {
	for c := 1; c < len(r.clauses); c++ {
		cl := r.clauses[c]
		if (cl.question || r.text.runes[cl.end-1] == '没') && !contains(r.text.runes[cl.start:cl.end], r.text.runes[r.clauses[0].start:r.clauses[0].end]) {
			return true
		}
	}
	return false
}

// hearVows hears 过度承诺 in the guarantees of the reading.
func (r *ear) hearVows(f *Facts) {
	if len(r.vows) > 0 {
		r.cross(f, Overpromise, r.vows[0].sign, "我现在去催，今天18点前告诉您结果；到不了我再给您想办法。")
	}
}
