package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearPromises writes down what we said we would do by when: one promise for each deadline, of the step nearest to it.
// What is only offered to choose from (退款或者换新，您要哪种) is no promise yet.
func (r *ear) hearPromises(f *fact.Facts) {
	chosen := f.Elements.Has(fact.Options) && f.Elements.Has(fact.Ask)
	for i := range r.Deadlines {
		d := &r.Deadlines[i]
		if r.Forecast(d) || r.theirs(d) || chosen && oneOfTwo(r, d.Clause) {
			continue
		}
		st := stepNear(r, d.Clause)
		if st == nil {
			continue
		}
		cl := r.Clauses[st.clause]
		from := max(cl.Start, min(st.Start, cl.End))
		if d.Clause == st.clause && d.Start <= from {
			from = afterTime(r, d.End, max(d.End, from))
		}
		start, end := r.Place(min(from, d.Start), max(cl.End, d.End))
		p := fact.Promise{Who: promiser(r, st), What: original(r, from, cl.End, f), Start: start, End: end}
		if d.TimeOfDay != "" {
			p.TimeOfDay = d.TimeOfDay
		} else {
			p.Minutes = d.Minutes
		}
		f.Promises = append(f.Promises, p)
	}
}

// theirs reports 商家48小时内发货 and 审核要3个工作日: somebody else's time, or how long a thing takes, that we only tell.
func (r *ear) theirs(d *reading.Deadline) bool {
	if d.Start > 0 && d.TimeOfDay == "" && text.HasAny(r.Text.Runes[d.Start-1:d.Start], '要', '需', '得') {
		return true
	}
	tokens, from := r.In(d.Clause)
	third := false
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.Is(lexicon.We), t.Is(lexicon.For):
			return false
		case t.Is(lexicon.Third) && int(t.End) <= d.Start:
			third = !r.SentBy(from + i)
		}
	}
	return third && !r.comes(d.Clause)
}

// comes reports a clause in which somebody we sent arrives.
func (r *ear) comes(c int) bool {
	for i := range r.steps {
		if st := &r.steps[i]; st.clause == c && st.Sign.Rule == Table[arrival].ID {
			return true
		}
	}
	return false
}

// oneOfTwo reports that the sentence of a clause, or a neighbour of it, holds ways to choose from.
func oneOfTwo(r *ear, c int) bool {
	for i := range r.Clauses {
		cl := &r.Clauses[i]
		if gap := cl.Sentence - r.Clauses[c].Sentence; gap < -1 || gap > 1 {
			continue
		}
		for at := cl.Start; at+1 < cl.End; at++ {
			for _, word := range []string{"或者", "或是", "要么", "还是", "两条路", "两个", "两种", "二选一", "哪种", "哪个", "哪样", "哪条", "您选", "您定", "不想"} {
				if text.HasWord(r.Text.Runes, at, word) {
					return true
				}
			}
		}
	}
	return false
}

// afterTime is where the deed begins after a time: past 前, 内 and the 我 that follow it.
func afterTime(r *ear, at, limit int) int {
	for at < limit && text.HasAny(r.Text.Runes[at:at+1], '前', '内', '之', '以', '里', '左', '右', ',', ' ', '我', '们', '就', '再', '会') {
		at++
	}
	return at
}

// stepNear is the step of ours that a time in clause c belongs to: in the clause, after it, before it.
func stepNear(r *ear, c int) *step {
	var best *step
	rank := func(k int) int {
		switch k - c {
		case 0:
			return 0
		case 1:
			return 1
		case -1:
			return 2
		case 2:
			return 3
		}
		return 9
	}
	for i := range r.steps {
		st := &r.steps[i]
		if !st.who || st.done && st.clause != c || rank(st.clause) == 9 || st.clause >= len(r.Clauses) {
			continue
		}
		if best == nil || rank(st.clause) < rank(best.clause) || st.clause == best.clause && st.size == answerStep {
			best = st
		}
	}
	if best != nil && best.Sign.Rule == Table[arrival].ID { // 给您派专车，15分钟内到: what we do is send it
		for i := range r.steps {
			if st := &r.steps[i]; st.who && !st.done && st.clause == best.clause-1 {
				return st
			}
		}
	}
	return best
}

// promiser is who promises: 我们 where the clause says so, else 我.
func promiser(r *ear, st *step) string {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if int(t.Clause) == st.clause && t.Is(lexicon.We) && text.HasWord(r.Text.Runes, int(t.Start), "我们") {
			return "我们"
		}
	}
	return "我"
}

// original is the text of the reply behind a span of folded runes.
func original(r *ear, start, end int, f *fact.Facts) string {
	from, to := r.Place(start, end)
	low, high, at := 0, len(f.Text), 0
	for i := range f.Text {
		if at == from {
			low = i
		}
		if at == to {
			high = i
			break
		}
		at++
	}
	if from >= to {
		return ""
	}
	return f.Text[low:high]
}
