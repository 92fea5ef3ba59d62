package hearing

import (
	"cmp"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearRedLines adds the red lines that frames of the lexicon hear. Bare frames are the last to be asked, one for a reply:
// what they hear is curt only where nothing else stands, neither empathy nor a step nor a plainer red line.
func (r *ear) hearRedLines(f *fact.Facts) {
	for i := range r.Fits {
		if ft := &r.Fits[i]; !r.S.Frames[ft.Frame].Bare {
			crossed(r, f, ft)
		}
	}
	r.hearMockery(f)
	r.hearPrivacy(f)
	r.hearSoBeIt(f)
	for i := range r.Fits {
		if f.RedLines != 0 || !bare(r, f) {
			break
		}
		ft := &r.Fits[i]
		if fr := &r.S.Frames[ft.Frame]; fr.Bare && (!fr.Cue || r.M != nil && r.M.Complains) && !(fr.Is == lexicon.IsAccuse && r.on(causeToCheck) && checksAfter(r, ft.Clause)) {
			crossed(r, f, ft)
		}
	}
	if r.on(hintBesideStep) && f.RedLines.Has(fact.Dismiss) && len(r.steps) > 0 && onlyHints(r, f) {
		f.Hints = f.Hints.With(fact.Dismiss)
	}
}

// onlyHints reports that nothing more than a 别急 was heard as 否定情绪. What belittles is crossed, whatever is done beside it.
func onlyHints(r *ear, f *fact.Facts) bool {
	for _, e := range f.Evidence {
		if e.Part == fact.Dismiss.Name() && !r.S.Hints[e.Rule] {
			return false
		}
	}
	return true
}

// checksAfter reports 是不是阀门没关好，您看看: a cause to look for, and nobody is named who did it.
func checksAfter(r *ear, c int) bool {
	if r.ClauseHas(c, lexicon.You) || c+1 >= len(r.Clauses) {
		return false
	}
	next := r.Clauses[c+1]
	for _, word := range []string{"看看", "看下", "看一下", "检查", "查看", "摸摸", "闻闻"} {
		if text.HasWord(r.Text.Runes, next.Start, word) || text.HasWord(r.Text.Runes, next.Start+1, word) {
			return true
		}
	}
	return false
}

// bare reports a reply that holds neither empathy nor a step nor a plea for patience.
func bare(r *ear, f *fact.Facts) bool {
	if f.Empathy > 0 || f.Action > 0 {
		return false
	}
	for c := range r.Clauses {
		if graceIn(r, c) {
			return false
		}
	}
	return true
}

// crossed adds the red line of a frame that fits.
func crossed(r *ear, f *fact.Facts, ft *reading.Fit) {
	fr := &r.S.Frames[ft.Frame]
	if line, ok := crosses(r, ft); ok {
		cross(r, f, line, r.FitSign(ft), r.S.Entries[fr.Entry].Better)
	}
}

// crosses is the red line of a frame that fits, where nothing holds it off.
func crosses(r *ear, ft *reading.Fit) (fact.RedLine, bool) {
	line, ok := lexicon.RedLineOf[r.S.Frames[ft.Frame].Is]
	return line, ok && redness(r, ft, line) == Heard
}

// redness says what becomes of a form of a red line where it fits.
func redness(r *ear, ft *reading.Fit, line fact.RedLine) Fate {
	switch fr := &r.S.Frames[ft.Frame]; {
	case fr.Asks != 0 && !r.Meets(ft.Clause, fr.Asks):
		return AsksMore
	case !fr.Raw && len(r.Quoted) > 0 && r.Quoted[ft.Start]:
		return Quoted
	case r.Covered(lexicon.IsNothing, ft.Start, ft.End):
		return Covered
	case r.Covered(lexicon.IsAbsolve, ft.Start, ft.End), r.Covered(lexicon.IsComfort, ft.Start, ft.End),
		(line == fact.Accuse || line == fact.Dismiss) && absolved(r, ft.Clause, int(r.At[ft.End-1])):
		return Excused
	case line == fact.Deflect && !fr.Firm && r.on(followedUp) && followsUp(r):
		return BesideStep
	}
	return Heard
}

// hearScorn notes the clauses in which the customer is mocked or blamed: what he feels is named in that breath to no good.
func (r *ear) hearScorn() {
	r.scorn = r.scorn[:0]
	for i := range r.Fits {
		ft := &r.Fits[i]
		if r.S.Frames[ft.Frame].Bare {
			continue
		}
		if line, ok := crosses(r, ft); ok && (line == fact.Rude || line == fact.Accuse || line == fact.Dismiss && !r.S.Hints[r.FitSign(ft).Rule]) {
			r.scorn = append(r.scorn, [2]int{ft.Clause, int(r.At[ft.End-1])})
		}
	}
}

// scorned reports a place in such a clause or right beside it in the sentence.
func (r *ear) scorned(at int) bool {
	c := int(r.At[at])
	for _, s := range r.scorn {
		if c >= s[0]-1 && c <= s[1]+1 && r.Clauses[s[0]].Sentence == r.Clauses[c].Sentence {
			return true
		}
	}
	return false
}

// absolved reports that the customer is told, in these clauses or beside them, that it is not his fault: 看花眼常有的事，这不怪您.
func absolved(r *ear, from, to int) bool { return r.on(absolvedBeside) && absolver(r, from, to) != nil }

// absolver is the form that tells it.
func absolver(r *ear, from, to int) *reading.Fit {
	for i := range r.Fits {
		ft := &r.Fits[i]
		if (r.S.Frames[ft.Frame].Is == lexicon.IsAbsolve || r.S.Frames[ft.Frame].Is == lexicon.IsComfort) && ft.Clause >= from-1 && ft.Clause <= to+1 {
			return ft
		}
	}
	return nil
}

func cross(r *ear, f *fact.Facts, line fact.RedLine, s reading.Sign, better string) {
	f.RedLines = f.RedLines.With(line)
	if f.Better == "" {
		f.Better = cmp.Or(better, line.Better())
	}
	r.say(f, line.Name(), s)
}

// followsUp reports a step of ours with content: then naming who else is responsible is no 推诿. Words of the 推诿
// itself (问平台) are no step.
func followsUp(r *ear) bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.who && !r.Covered(lexicon.IsDeflect, st.Start, st.End) && (st.size >= answerStep || st.size == lookStep) {
			return true
		}
	}
	return false
}

const mockeryLength = 8

// hearMockery hears the customer's own words thrown back as a question, with neither empathy nor a step after them. Said
// on the way to whose fault it is (霉了？那是快递闷的), it is that.
func (r *ear) hearMockery(f *fact.Facts) {
	if !r.on(mockery) || r.M == nil || f.Empathy > 0 || f.Action > 0 || f.RedLines.Has(fact.Deflect) || len(r.Clauses) < 2 || !r.Clauses[0].Question || asksOn(r) {
		return
	}
	cl := r.Clauses[0]
	n := cl.End - cl.Start
	for n > 1 && reading.IsParticle(r.Text.Runes[cl.Start+n-1]) {
		n--
	}
	if n < 1 || n > mockeryLength || r.Text.Runes[cl.End-1] == '嘛' {
		return
	}
	if r.M.Said(string(r.Text.Runes[cl.Start : cl.Start+n])) {
		line := fact.Rude
		if figures(r) > 1 { // 二十分钟？监控里是十一分钟
			line = fact.Argue
		}
		cross(r, f, line, r.byRule(mockery, cl.Start, cl.End), "")
	}
}

// hearSoBeIt hears a shrug in a reply that holds nothing else: 点名就点名呗, 坏就坏了嘛, 政策就是政策.
func (r *ear) hearSoBeIt(f *fact.Facts) {
	if !r.on(soBeIt) || f.RedLines != 0 || !bare(r, f) {
		return
	}
	runes := r.Text.Runes
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
			cl := r.Clauses[r.At[i]]
			if start < cl.Start || end > cl.End || !text.HasRunes(runes[again:], runes[start:i]) || !r.ClosesAt(end, cl.End) {
				continue
			}
			cross(r, f, fact.Dismiss, r.byRule(soBeIt, start, end), "")
			return
		}
	}
}

// figures counts lengths of time and sums.
func figures(r *ear) int {
	n := 0
	for i := range r.Values {
		if v := &r.Values[i]; v.Kind == text.Duration || v.Kind == text.Money {
			n++
		}
	}
	return n
}

// asksOn reports a question after the first: 血泡？多大啊，有照片没 takes the word up to ask about it.
func asksOn(r *ear) bool {
	for c := 1; c < len(r.Clauses); c++ {
		cl := r.Clauses[c]
		if (cl.Question || r.Text.Runes[cl.End-1] == '没') && !text.Contains(r.Text.Runes[cl.Start:cl.End], r.Text.Runes[r.Clauses[0].Start:r.Clauses[0].End]) {
			return true
		}
	}
	return false
}

// hearVows hears 过度承诺 in the guarantees of the reading.
func (r *ear) hearVows(f *fact.Facts) {
	if r.on(vow) && len(r.Vows) > 0 {
		cross(r, f, fact.Overpromise, r.Vows[0].Sign, "")
	}
}
