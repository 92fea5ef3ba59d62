package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Vow is a guarantee of what nobody here controls.
type Vow struct {
	Sign
	clause int
}

// findVows notes the guarantees: a word of certainty (肯定, 保证) about an outcome. A guarantee of one's own step (我一定
// 跟到底), a guess (肯定是…) and a denied one (无法保证) are none.
func findVows(r *Reading) {
	r.Vows = r.Vows[:0]
	for k := range r.Tokens {
		t := &r.Tokens[k]
		if !t.Is(lexicon.Sure) || r.InQuote(t) || r.Covered(lexicon.IsNothing, int(t.Start), int(t.End)) || r.Negated(k) ||
			r.Clauses[t.Clause].Question {
			continue
		}
		if end, ok := guarantees(r, k); ok {
			s := r.TokenSign(t)
			s.End = max(s.End, end)
			r.Vows = append(r.Vows, Vow{s, int(t.Clause)})
		}
	}
}

// guarantees looks at what follows the word of certainty in its clause: an own act takes the edge off, an outcome
// makes it a guarantee. A word of certainty that ends its clause, or is all of it, speaks of what stands before it.
func guarantees(r *Reading, k int) (end int, ok bool) {
	t := &r.Tokens[k]
	if guess(r, k) || whose(r, int(t.End)) {
		return 0, false
	}
	if t.Is(lexicon.Outcome) {
		return int(t.End), true
	}
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause && r.Tokens[i].Start-t.End <= 12; i++ {
		o := &r.Tokens[i]
		if o.Start < t.End {
			continue
		}
		if o.Is(lexicon.OwnAct) && !o.Is(lexicon.Outcome) {
			if o.Is(lexicon.For) { // 我肯定帮您找回来: the result is promised
				continue
			}
			return 0, false
		}
		if o.Is(lexicon.Outcome) {
			return int(o.End), true
		}
	}
	if end, ok := attains(r, int(t.End), r.Clauses[t.Clause].End); ok {
		return end, true
	}
	if !closes(r, t) {
		return r.Clauses[t.Clause].End, t.Is(lexicon.Vow)
	}
	for i := range r.Tokens {
		o := &r.Tokens[i]
		if o.Is(lexicon.Outcome) && (o.Clause == t.Clause && o.End <= t.Start || t.Clause-o.Clause == 1 && alone(r, t)) {
			return int(t.End), true
		}
	}
	return 0, false
}

// whose reports 绝对不是您的错, 肯定是我们漏发的: certainty about whose doing it was, not about what will come.
func whose(r *Reading, at int) bool {
	for _, word := range []string{"不是您", "不是你", "不怪您", "不怪你", "不赖您", "是我们", "是咱", "是仓", "是系统"} {
		if text.HasWord(r.Text.Runes, at, word) {
			return true
		}
	}
	return false
}

// attains reports 找得回来, 赶得上, 修得好 between two places.
func attains(r *Reading, from, to int) (end int, ok bool) {
	runes := r.Text.Runes
	for i := from + 1; i+1 < min(to, from+9); i++ {
		if runes[i] == '得' && text.HasAny(runes[i+1:i+2], '回', '到', '上', '了', '成', '好', '及', '出', '起', '住', '下', '过', '动', '完', '开') {
			return i + 2, true
		}
	}
	return 0, false
}

// alone reports a clause of little but the word: 我打包票, 这个您百分百放心.
func alone(r *Reading, t *Token) bool {
	cl := r.Clauses[t.Clause]
	return int(t.Start)-cl.Start <= 5
}

// guess reports 肯定是快递摔的, 您肯定急坏了: certainty about what is, not about what will be.
func guess(r *Reading, k int) bool {
	t := &r.Tokens[k]
	runes := r.Text.Runes
	if int(t.End) < len(runes) && (runes[t.End] == '是' || runes[t.End] == '很' || runes[t.End] == '特') {
		return true
	}
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause && r.Tokens[i].Start-t.End <= 3; i++ {
		if o := &r.Tokens[i]; o.Is(lexicon.Emo) || o.Is(lexicon.WeakEmo) {
			return true
		}
	}
	return !t.Is(lexicon.Vow) && r.EndsAt(t.Start, int(t.Clause), lexicon.You)
}
