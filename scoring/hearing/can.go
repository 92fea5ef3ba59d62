package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// allows reports whether can holds a deed of group g, or an entry whose characters all stand in the clause (退差价 in
// 差价40元我退回了).
func allows(r *ear, g int16, clause int) bool {
	cl := r.Clauses[clause]
	text := r.Text.Runes[cl.Start:cl.End]
	for i := range r.M.Can {
		a := &r.M.Can[i]
		for _, own := range a.Groups {
			if own == g && g > 0 {
				return true
			}
		}
		if len(a.Runes) > 1 && within(a.Runes, text) {
			return true
		}
	}
	return false
}

// begins reports a verb of one character, with or without 给您, that an entry of can begins with: 换 of 换酒店.
func (r *ear) begins(h text.Hit) bool {
	for i := range r.M.Can {
		forYou := h.End-h.Start == 3 && text.HasWord(r.Text.Runes, int(h.Start), "给您")
		if a := &r.M.Can[i]; (h.End-h.Start == 1 || forYou) && len(a.Runes) > 1 && a.Runes[0] == r.Text.Runes[h.End-1] {
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
func canDo(r *ear) bool {
	for i := range r.steps {
		st := &r.steps[i]
		if !st.done || st.size < answerStep {
			continue
		}
		if allows(r, 0, st.clause) || startsLike(r, st) {
			return true
		}
		cl := r.Clauses[st.clause]
		for _, h := range r.Hits {
			if g := r.S.Words[h.Word].Deed; g > 0 && int(h.Start) >= cl.Start && int(h.End) <= cl.End && allows(r, g, st.clause) {
				return true
			}
		}
	}
	return false
}

// startsLike reports a step whose verb an entry of can begins with: 调到周日 where 调课 is a button.
func startsLike(r *ear, st *step) bool {
	for i := range r.M.Can {
		if a := r.M.Can[i].Runes; len(a) > 1 && st.Start < st.End && r.Text.Runes[st.Start] == a[0] {
			return true
		}
	}
	return false
}

// hearOverreach hears 越权: we affirm a concession that can does not hold, or a sum above money. Asking for one (申请
// 补偿), a question and what the system does by itself are none.
func (r *ear) hearOverreach(f *fact.Facts) {
	if r.M == nil || !r.M.Brief.CanKnown {
		return
	}
	if r.hearGift(f); !f.RedLines.Has(fact.Overreach) && r.on(overreachSum) {
		r.hearSum(f)
	}
}

// hearGift hears a concession by its word.
func (r *ear) hearGift(f *fact.Facts) {
	end := int32(-1)
	for _, h := range r.Hits {
		g := r.S.Words[h.Word].Deed
		if g == 0 || !r.S.Gift[g] || h.Start < end || r.S.InsideDeed(r.Hits, h) || !grants(r, h) {
			continue
		}
		end = h.End
		c := int(r.At[h.Start])
		if r.on(overreach) && !allows(r, g, c) && !r.begins(h) {
			cross(r, f, fact.Overreach, r.byRule(overreach, int(h.Start), int(h.End)), "")
			return
		}
		if v := tooMuch(r, c); r.on(overreachSum) && v != nil && r.S.Pays(h.Word) {
			cross(r, f, fact.Overreach, r.byRule(overreachSum, min(int(h.Start), v.Start), max(int(h.End), v.End)), "")
			return
		}
	}
}

// hearSum hears a bare sum that is offered: 给您三百.
func (r *ear) hearSum(f *fact.Facts) {
	g := r.S.PayGroup
	for i := range r.Values {
		v := &r.Values[i]
		c := int(r.At[v.Start])
		if !v.Known || v.Kind != text.Money && v.Kind != text.PlainNumber || v.Num < 5 || g == 0 {
			continue
		}
		if makesUp(r, v) && (!allows(r, g, c) || tooMuch(r, c) != nil) {
			cross(r, f, fact.Overreach, r.byRule(overreachSum, v.Start, v.End), "")
			return
		}
		for k := range r.Tokens {
			t := &r.Tokens[k]
			if t.Is(lexicon.For) && int(t.End) == v.Start && r.Text.Runes[t.Start] == '给' && !r.Negated(k) &&
				(!allows(r, g, c) || tooMuch(r, c) != nil) {
				cross(r, f, fact.Overreach, r.byRule(overreachSum, int(t.Start), v.End), "")
				return
			}
		}
	}
}

// makesUp reports 220我给您补上: the sum is what is made up for.
func makesUp(r *ear, v *text.Value) bool {
	c := int(r.At[v.Start])
	tokens, _ := r.In(c)
	for i := range tokens {
		t := &tokens[i]
		if gap := int(t.Start) - v.End; gap < 0 || gap > 6 || t.End-t.Start != 2 || r.Text.Runes[t.Start] != '补' {
			continue
		}
		if last := r.Text.Runes[t.End-1]; (last == '上' || last == '您' || last == '给') && r.ClauseHas(c, lexicon.For) && r.ClauseHas(c, lexicon.We) {
			return true
		}
	}
	return false
}

func tooMuch(r *ear, c int) *text.Value {
	if r.M.Brief.Money <= 0 {
		return nil
	}
	for i := range r.Values {
		v := &r.Values[i]
		if v.Kind == text.Money && v.Known && int(r.At[v.Start]) == c && v.Num > float64(r.M.Brief.Money) {
			return v
		}
	}
	return nil
}

// grants reports that the word is said as something we give: in a step of ours, with 给您, with 您 right after it, or
// after 可以. A single character (免, 送) needs 给您 or 您.
func grants(r *ear, h text.Hit) bool {
	start, end := int(h.Start), int(h.End)
	c := int(r.At[start])
	if len(r.Quoted) > 0 && r.Quoted[start] || r.NegatedAt(start, end) || masked(r, start, end) || r.Covered(lexicon.IsNothing, start, end) {
		return false
	}
	runes := r.Text.Runes
	if byItself(r, start, end, c) || start > 0 && text.HasAny(runes[start-1:start], '才', '又', '却', '乱') {
		return false
	}
	given := runes[end-1] == '您' || runes[end-1] == '你' || text.HasWord(runes, end, "您") || text.HasWord(runes, end, "你")
	if r.Clauses[c].Question && !given && !r.S.Pays(h.Word) {
		return false
	}
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if int(t.Clause) != c {
			continue
		}
		if t.Is(lexicon.Try) && int(t.Start) < end || t.Is(lexicon.Third) && int(t.End) <= start && !r.SentBy(i) {
			return false
		}
		given = given || t.Is(lexicon.For) && int(t.End) <= start
	}
	if end-start == 1 {
		return given && verbAt(r, start)
	}
	for i := range r.steps {
		if st := &r.steps[i]; st.clause == c && st.who && st.size == solidStep {
			return true
		}
	}
	return given || start >= 2 && text.HasWord(runes, start-2, "可以") || start >= 1 && runes[start-1] == '能' && !r.Clauses[c].Question
}

// byItself reports 25块会原路退回, 今晚12点前就退回您卡里: money that goes back, and nobody who says that he sends it.
func byItself(r *ear, start, end, c int) bool {
	if !text.HasWord(r.Text.Runes, start, "退") || r.ClauseHas(c, lexicon.We) || r.ClauseHas(c, lexicon.For) {
		return false
	}
	last := r.Text.Runes[end-1]
	if last != '回' && last != '还' && !text.HasWord(r.Text.Runes, end, "回") && !text.HasWord(r.Text.Runes, end, "到") {
		return false
	}
	return r.ClauseHas(c, lexicon.Money) || r.ClauseHas(c, lexicon.System)
}

// verbAt reports that the character stands as a word of its own.
func verbAt(r *ear, start int) bool {
	for i := range r.Tokens {
		if t := &r.Tokens[i]; int(t.Start) == start && t.End-t.Start == 1 && t.Is(lexicon.WeakDo) {
			return true
		}
	}
	return false
}

// masked reports that the runes stand inside a longer word that means something else (退货单号).
func masked(r *ear, start, end int) bool {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if int(t.Start) <= start && end <= int(t.End) && int(t.End-t.Start) > end-start && r.S.Words[t.Word].Layer&lexicon.FullLayer != 0 {
			return true
		}
	}
	return false
}
