package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearElements adds the elements beside 共情, 行动 and 时限.
func (r *ear) hearElements(f *fact.Facts) {
	for i := range r.Courtesies {
		if c := &r.Courtesies[i]; c.Greets() && !f.Elements.Has(fact.Greet) {
			f.Elements = f.Elements.With(fact.Greet)
			f.Evidence = append(f.Evidence, fact.Evidence{Rule: "code.greeting", Part: fact.Greet.Name(), Start: c.Start, End: c.End, Why: fact.WhyElement[fact.Greet]})
		}
	}
	for i := range r.Fits {
		ft := &r.Fits[i]
		if e, ok := lexicon.ElementOf[r.S.Frames[ft.Frame].Is]; ok && sound(r, ft) {
			have(r, f, e, r.FitSign(ft))
		}
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Is(lexicon.Apology) && alive(r, i) && !r.echoed(t) {
			have(r, f, fact.Apology, r.TokenSign(t))
			break
		}
	}
	if span := r.point(); r.on(onPoint) && span[1] > 0 && (len(r.steps) > 0 || !r.OnlyEchoes()) {
		have(r, f, fact.OnPoint, r.byRule(onPoint, span[0], span[1]))
	}
	r.hearSteps(f)
	r.hearVerify(f)
	r.hearWordings(f)
	r.hearAnswer(f)
	r.answerIsStep(f)
	if r.on(calmingFact) && r.M != nil && r.M.Brief.Soft() && f.Elements.Has(fact.Reassure) && f.Kind <= fact.Courtesy { // a fact is what the anxious need
		f.Kind = fact.Courtesy
		if len(r.Matter) > 0 {
			f.Kind = fact.OnMatter
		}
		f.Elements = f.Elements.With(fact.Empathy)
	}
}

// point is the first place that names the matter, outside of phrases that fit every customer: the 联系 of 会有专人联系您 is nobody's.
func (r *ear) point() [2]int {
	for _, span := range r.Matter {
		stock := false
		for _, h := range r.Hits {
			stock = stock || int(h.Start) <= span[0] && span[1] <= int(h.End) && r.S.HasAny(h.Word, lexicon.Talk, lexicon.Empty, lexicon.Stock)
		}
		if !stock {
			return span
		}
	}
	return [2]int{}
}

// have notes an element once, with the first place that shows it.
func have(r *ear, f *fact.Facts, e fact.Element, s reading.Sign) {
	if f.Elements.Has(e) {
		return
	}
	f.Elements = f.Elements.With(e)
	r.say(f, e.Name(), s)
}

// hearSteps hears 方案 and 跟进 in the steps: a concession is a solution, an answer to come is a return.
func (r *ear) hearSteps(f *fact.Facts) {
	for i := range r.steps {
		st := &r.steps[i]
		switch st.size {
		case answerStep:
			if r.on(answerToCome) && !st.done && st.who {
				have(r, f, fact.FollowUp, st.Sign)
			}
		case solidStep:
			if r.on(concession) && gives(r, st) {
				have(r, f, fact.Options, st.Sign)
			}
		}
	}
}

// gives reports a step whose clause names a concession.
func gives(r *ear, st *step) bool {
	cl := r.Clauses[st.clause]
	for _, h := range r.Hits {
		if g := r.S.Words[h.Word].Deed; g > 0 && r.S.Gift[g] && int(h.Start) >= cl.Start && int(h.End) <= cl.End &&
			!masked(r, int(h.Start), int(h.End)) && !r.NegatedAt(int(h.Start), int(h.End)) {
			return true
		}
	}
	return false
}

// feels reports a clause that sides with the customer: 换谁都急 only looks like a question.
func feels(r *ear, c int) bool {
	for i := range r.Fits {
		ft := &r.Fits[i]
		switch r.S.Frames[ft.Frame].Is {
		case lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare:
			if ft.Clause == c && sound(r, ft) {
				return true
			}
		}
	}
	return false
}

// hearVerify hears 核实: a question about something definite, a fact asked for, or a look at something definite.
func (r *ear) hearVerify(f *fact.Facts) {
	for c := range r.Clauses {
		cl := r.Clauses[c]
		if r.on(askedDefinite) && cl.Question && cl.Mood != reading.Echoed && definite(r, c) && !feels(r, c) {
			have(r, f, fact.Verify, r.byRule(askedDefinite, cl.Start, cl.End))
			return
		}
	}
	for i := range r.steps {
		if st := &r.steps[i]; r.on(lookedAt) && st.size == lookStep && hasObject(r, st) {
			have(r, f, fact.Verify, st.Sign)
			return
		}
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; r.on(askedFor) && t.Is(lexicon.Tell) && r.ClauseHas(int(t.Clause), lexicon.Object) && !r.Negated(i) && !stepIn(r, int(t.Clause)) {
			have(r, f, fact.Verify, r.byRule(askedFor, r.Clauses[t.Clause].Start, r.Clauses[t.Clause].End))
			return
		}
	}
}

// definite reports a clause that names the matter, a figure, or an object of the trade.
func definite(r *ear, c int) bool {
	if r.Clauses[c].End-r.Clauses[c].Start < 3 || r.ClauseHas(c, lexicon.Emo) {
		return false
	}
	if r.MatterIn(c, c) || r.ClauseHas(c, lexicon.Object) || c > 0 && r.Clauses[c].End-r.Clauses[c].Start <= 4 && r.MatterIn(c-1, c-1) {
		return true
	}
	for i := range r.Values {
		if v := &r.Values[i]; int(r.At[v.Start]) == c && (v.Num > 2 || v.Kind != text.PlainNumber) {
			return true
		}
	}
	return false
}

// hearWordings adds what the scenario or its pack says an element sounds like.
func (r *ear) hearWordings(f *fact.Facts) {
	if r.M == nil {
		return
	}
	for i := range r.M.Hear {
		h := &r.M.Hear[i]
		start, end, ok := r.Affirmed(&h.Pattern)
		if !ok {
			continue
		}
		have(r, f, h.Element, reading.ByRule("scenario.hear", start, end))
		switch h.Element {
		case fact.Empathy:
			f.Empathy, f.Kind = max(f.Empathy, 2), max(f.Kind, fact.Emotion)
			if len(r.Matter) > 0 {
				f.Kind = fact.OnMatter
			}
		case fact.Action:
			f.Action, f.Step, f.Who, f.Deed = max(f.Action, 1), max(f.Step, 2), true, true
		case fact.Deadline:
			f.Timing = max(f.Timing, fact.Met)
		}
	}
}

// hearAnswer hears 解答: a fact of this order in answer to what was asked. A must-fact counts, and a plain statement
// with a figure or a yes or no about the matter; a pointer to a page or "一般来说" does not.
func (r *ear) hearAnswer(f *fact.Facts) {
	if r.M == nil {
		return
	}
	for i := range r.M.Must {
		if start, end, ok := r.Affirmed(&r.M.Must[i]); ok && r.on(answerByMust) {
			have(r, f, fact.Answer, r.byRule(answerByMust, start, end))
			break
		}
	}
	if !r.M.Asks || !r.on(answerStated) {
		return
	}
	for c := range r.Clauses {
		cl := r.Clauses[c]
		if cl.Question || cl.Mood == reading.Echoed || stepIn(r, c) || r.ClauseHas(c, lexicon.Hedge) || r.ClauseHas(c, lexicon.AskDo) || r.ClauseHas(c, lexicon.Emo) ||
			r.ClauseHas(c, lexicon.Apology) || r.ClauseHas(c, lexicon.Sure) {
			continue
		}
		if s, ok := stated(r, c); ok {
			have(r, f, fact.Answer, s)
			break
		}
	}
}

// answerIsStep: all that must be said is said, and to somebody who asks, that is what we do for him.
func (r *ear) answerIsStep(f *fact.Facts) {
	if r.on(answerAsStep) && r.M != nil && r.M.Asks && f.Elements.Has(fact.Answer) && f.Step < 2 && len(r.M.Must) > 0 && allMusts(r) {
		f.Step, f.Who, f.Deed = 2, true, true
	}
}

func stated(r *ear, c int) (reading.Sign, bool) {
	for i := range r.Values {
		v := &r.Values[i]
		if int(r.At[v.Start]) == c && v.Known && (v.Kind != text.PlainNumber || v.Num > 2) && !customersFigure(r, v) {
			return r.byRule(answerStated, v.Start, v.End), true
		}
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; int(t.Clause) == c && t.Is(lexicon.YesNo) && r.Opens(t) && r.MatterIn(c, c+1) {
			return r.byRule(answerStated, int(t.Start), int(t.End)), true
		}
	}
	return reading.Sign{}, false
}

func customersFigure(r *ear, v *text.Value) bool {
	for _, figure := range r.M.Figures {
		if figure == v.Num {
			return true
		}
	}
	return false
}

func allMusts(r *ear) bool {
	for i := range r.M.Must {
		if _, _, ok := r.Affirmed(&r.M.Must[i]); !ok {
			return false
		}
	}
	return true
}
