package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearEmpty tells 占位回复 and the two kinds of 敷衍: phrases that say nothing of this matter, and piled-up slogans,
// which are neither empathy nor a step.
func (r *ear) hearEmpty(f *fact.Facts) {
	if r.on(piledUp) && piled(r) && !template(r) {
		*f = fact.Facts{Text: f.Text, RedLines: f.RedLines, Hints: f.Hints, Must: f.Must, Address: f.Address, Polite: f.Polite,
			Clean: f.Clean, Better: f.Better, Evidence: f.Evidence, Places: fact.Places{Manner: f.Places.Manner, Must: f.Places.Must}}
		dropEvidence(r, f)
		cross(r, f, fact.Robotic, r.byRule(piledUp, 0, len(r.Text.Runes)), "")
		return
	}
	if f.RedLines != 0 {
		return
	}
	if r.on(returned) && r.sentBack() {
		cross(r, f, fact.Robotic, r.byRule(returned, 0, len(r.Text.Runes)), "")
		return
	}
	if c := r.cover(lexicon.Hollow); r.on(hollow) && c.words > 0 && c.left == 0 {
		f.Hollow, f.Empathy, f.Kind, f.Action, f.Step = true, 0, fact.NoEmpathy, 0, 0
		f.Who, f.Done, f.Echo, f.Timing = false, false, false, fact.NoDeadline
		f.Elements = fact.ElementSet(fact.Greet)
		dropEvidence(r, f)
		return
	}
	if by, ok := r.stock(f); ok {
		if f.Action > 0 && !announces(r) {
			f.Action, f.Step, f.Who, f.Done, f.Timing = 0, 0, false, false, fact.NoDeadline
			f.Elements = f.Elements.Without(fact.ElementSet(fact.Action, fact.Deadline))
		}
		cross(r, f, fact.Robotic, r.byRule(by, 0, len(r.Text.Runes)), "")
	}
}

// stock says by which rule a reply is made of phrases that fit every customer.
func (r *ear) stock(f *fact.Facts) (RuleNumber, bool) {
	switch {
	case r.on(emptyTalk) && f.Empathy == 0 && saysNothing(r):
		return emptyTalk, true
	case r.on(sorryTemplate) && f.Empathy == 1 && template(r):
		return sorryTemplate, true
	case r.on(circular) && r.form(f):
		return circular, true
	}
	return 0, false
}

// sentBack reports the customer's own message, with at most a feeling or a filler around it.
func (r *ear) sentBack() bool {
	if len(r.steps) > 0 || !r.OnlyEchoes() || !r.SentBack() {
		return false
	}
	for c := range r.Clauses {
		if cl := &r.Clauses[c]; cl.Mood != reading.Echoed && cl.End-cl.Start > longestFiller && !feels(r, c) && !r.ClauseHas(c, lexicon.Bad) {
			return false
		}
	}
	return true
}

// longestFiller is how long a clause may be that only wraps what it follows.
const longestFiller = 4

// dropEvidence keeps of the evidence what speaks for red lines.
func dropEvidence(r *ear, f *fact.Facts) {
	kept := f.Evidence[:0]
	for _, e := range f.Evidence {
		if _, red := fact.RedLineByName(e.Part); red {
			kept = append(kept, e)
		}
	}
	f.Evidence = kept
}

// announces reports a step that is at least announced (会处理, 专员联系您), not merely filed (已登记).
func announces(r *ear) bool {
	for i := range r.steps {
		if r.steps[i].firm {
			return true
		}
	}
	return false
}

// looks reports a look of ours that is said as such: 我看看.
func looks(r *ear) bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.size == lookStep && st.who && st.firm && r.ClauseHas(st.clause, lexicon.We) {
			return true
		}
	}
	return false
}

// saysNothing reports a reply of phrases that fit every customer. Without the customer's words a closing or a thank
// you may be all there is to say.
func saysNothing(r *ear) bool {
	if figured(r) || len(r.Matter) > 0 && !weakMatter(r) || asks(r) || looks(r) || tellsWhom(r) {
		return false
	}
	empty, talk := r.cover(lexicon.Empty), countHits(r, lexicon.Talk)
	switch {
	case talk == 0, empty.left > 0 && solid(r):
		return false
	case r.M == nil || len(r.M.Burst) == 0:
		return empty.left <= 1 && !closing(r)
	case empty.left <= 1:
		return true
	case waits(r) && len(r.steps) == 0:
		return empty.left <= 8
	}
	return empty.left <= 3 || talk >= 2 && empty.left <= 6
}

// template reports sorrow that would fit anybody, set into phrases of being filed and called back, and a plea to wait.
func template(r *ear) bool {
	return !figured(r) && !asks(r) && !looks(r) && (len(r.Matter) == 0 || weakMatter(r)) && waits(r) &&
		len(r.steps) > 0 && !solid(r) &&
		countHits(r, lexicon.Talk) >= 2 && r.cover(lexicon.Empty, lexicon.Apology, lexicon.Courtesy, lexicon.Slogan, lexicon.Degree).left <= 4
}

// form reports a letter to everybody: phrases of such letters, at least two or most of the reply, and nothing that is done,
// asked or answered for this customer.
func (r *ear) form(f *fact.Facts) bool {
	if f.Empathy == 2 || f.Action == 2 || asks(r) || solid(r) || looks(r) || tellsWhom(r) || f.Elements.Has(fact.Answer) {
		return false
	}
	stock := countHits(r, lexicon.Stock)
	switch {
	case stock == 0, r.M == nil || !r.M.Complains:
		return false
	case stock >= 2:
		return true
	}
	return !figured(r) && r.cover(lexicon.Stock, lexicon.Empty, lexicon.Slogan).left <= 6
}

// figured reports a time or a figure; the 一 of 一切 is none.
func figured(r *ear) bool {
	for i := range r.Values {
		if v := &r.Values[i]; v.Kind != text.PlainNumber || !text.HasWord(r.Text.Runes, v.Start, "一切") {
			return true
		}
	}
	return len(r.Deadlines) > 0
}

// tellsWhom reports a reply that says whom the matter was passed on to, or where exactly to ask (航司热线).
func tellsWhom(r *ear) bool {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if t.Is(lexicon.Vague) && passesOn(r, t) || t.Is(lexicon.Third) && r.ClauseHas(int(t.Clause), lexicon.AskDo) {
			return true
		}
	}
	return false
}

// passesOn reports 反馈网点, 反馈给财务: passed on to somebody who is named, not to 相关部门.
func passesOn(r *ear, t *reading.Token) bool {
	at := t.End
	if text.HasWord(r.Text.Runes, int(at), "给") || text.HasWord(r.Text.Runes, int(at), "到") {
		at++
	}
	return r.Text.Runes[t.Start] != '处' && !text.HasWord(r.Text.Runes, int(at), "相关") && !text.HasWord(r.Text.Runes, int(at), "部门") &&
		(r.StartsAt(at, int(t.Clause), lexicon.Ours) || r.StartsAt(at, int(t.Clause), lexicon.Third))
}

// weakMatter reports that nothing of the matter is named but a word or two of the trade (退费, 账单, 清关).
func weakMatter(r *ear) bool {
	n, end := 0, 0
	for _, span := range r.Matter { // by place, but for values and patterns at the end
		n += max(0, span[1]-max(span[0], end))
		end = max(end, span[1])
	}
	return n <= 2 || n <= 3 && waits(r) && len(r.steps) == 0
}

// solid reports a step with content.
func solid(r *ear) bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.size == solidStep && st.who && st.firm {
			return true
		}
	}
	return false
}

func asks(r *ear) bool {
	for i := range r.Clauses {
		if r.Clauses[i].Question {
			return true
		}
	}
	return false
}

// waits reports a reply that tells the customer to wait.
func waits(r *ear) bool {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if t.Is(lexicon.Talk) && (r.Text.Runes[t.Start] == '耐' || r.Text.Runes[t.End-1] == '待' || r.Text.Runes[t.End-1] == '候') {
			return true
		}
	}
	return false
}

// closing reports a mere thank-you or farewell.
func closing(r *ear) bool {
	for _, h := range r.Hits {
		if r.S.HasClass(h.Word, lexicon.Talk) && r.Text.Runes[h.Start] != '感' && r.Text.Runes[h.Start] != '祝' && r.Text.Runes[h.Start] != '谢' {
			return false
		}
	}
	return true
}

// cover is how much of the reply words of some classes leave over.
type cover struct{ words, left int }

func (r *ear) cover(classes ...lexicon.Class) cover {
	var out cover
	masked := blank(r)
	for _, h := range r.Hits {
		if r.S.HasAny(h.Word, classes...) {
			out.words++
			for i := h.Start; i < h.End; i++ {
				masked[i] = true
			}
		}
	}
	for i, ch := range r.Text.Runes {
		if !masked[i] && !text.IsMark(ch) && !reading.IsParticle(ch) {
			out.left++
		}
	}
	return out
}

func countHits(r *ear, c lexicon.Class) int {
	n := 0
	end := int32(-1)
	for _, h := range r.Hits {
		if r.S.HasClass(h.Word, c) && h.Start >= end {
			n++
			end = h.End
		}
	}
	return n
}
