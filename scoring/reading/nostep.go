package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// noStep reports that something else is said with the verb: a feeling, a guarantee without a step, a rule.
func noStep(r *Reading, k int) bool {
	t := &r.Tokens[k]
	start, end := int(t.Start), int(t.End)
	cl := &r.Clauses[t.Clause]
	if wentWrong(r, t) || hopeless(r, t) || start > 0 && r.Text.Runes[start-1] == '被' || r.Covered(lexicon.IsNoStep, start, end) || r.Covered(lexicon.IsNothing, start, end) || r.Covered(lexicon.IsAskGrace, start, end) {
		return true
	}
	for i := range r.Fits {
		ft := &r.Fits[i]
		switch r.S.Frames[ft.Frame].Is {
		case lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare:
			if ft.Start < end && start < ft.End || ft.Clause == int(t.Clause) && ft.End <= start && !cl.is(lexicon.We) && !cl.is(lexicon.For) && !cl.is(lexicon.Ours) {
				return true
			}
		case lexicon.IsAccuse:
			if ft.Clause == int(t.Clause) && !benefit(r, k) {
				return true
			}
		case lexicon.IsNoStep:
			if ft.Clause == int(t.Clause) && ft.Start >= end && ft.Start-end <= 8 { // …不就行了
				return true
			}
		}
	}
	if end == start+1 && r.Text.Runes[start] == '约' && end < len(r.Text.Runes) && text.StartsNumber(r.Text.Runes[end]) { // 约3小时
		return true
	}
	return r.ClauseHas(int(t.Clause), lexicon.BackThen) || retracted(r, int(t.Clause)) || r.Vowed(int(t.Clause)) &&
		(!benefit(r, k) || end < len(r.Text.Runes) && r.Text.Runes[end] == '得') // 保证给您修得如新
}

// wentWrong reports 发错, 理赔慢了: the verb tells what went wrong.
func wentWrong(r *Reading, t *Token) bool {
	if int(t.End) == len(r.Text.Runes) {
		return false
	}
	switch r.Text.Runes[t.End] {
	case '错', '慢', '晚', '迟', '漏', '砸', '岔':
		return true
	}
	return false
}

// hopeless reports 催也催不了 and 没有师傅可派: nothing can be done.
func hopeless(r *Reading, t *Token) bool {
	runes := r.Text.Runes
	start, end := int(t.Start), int(t.End)
	if end+2 < len(runes) && (runes[end] == '也' || runes[end] == '都') && runes[end+1] == runes[start] {
		for i := end + 2; i < len(runes) && i <= end+3; i++ {
			if runes[i] == '不' || runes[i] == '没' {
				return true
			}
		}
	}
	if start == 0 || runes[start-1] != '可' {
		return false
	}
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if n := &tokens[i]; n.Is(lexicon.Neg) && n.End < t.Start {
			return true
		}
	}
	return false
}

// retracted reports 马上给您退…哦看错了: what was said before is taken back.
func retracted(r *Reading, c int) bool {
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Is(lexicon.Retract) && int(t.Clause) > c && int(t.Clause)-c <= 2 {
			return true
		}
	}
	return false
}

// Vowed reports a clause that guarantees an outcome: its time is the outcome's, not a step's.
func (r *Reading) Vowed(c int) bool {
	for _, v := range r.Vows {
		if v.clause == c {
			return true
		}
	}
	return false
}

// Permits reports 可以申请, 应该提前送: what one may or should do.
func (r *Reading) Permits(k int) bool {
	start := int(r.Tokens[k].Start)
	if start > 0 && r.Text.Runes[start-1] == '能' && r.ClauseHas(int(r.Tokens[k].Clause), lexicon.Cond) { // 没洗的话7天内能换
		return true
	}
	for gap := range 4 {
		if text.HasWord(r.Text.Runes, start-2-gap, "可以") || text.HasWord(r.Text.Runes, start-2-gap, "应该") || text.HasWord(r.Text.Runes, start-2-gap, "应当") {
			return true
		}
	}
	return false
}

// atOnce reports that the announcement before the verb is of now: 这就, 马上, 正在; not 会 or 去.
func atOnce(r *Reading, k int) bool {
	t := &r.Tokens[k]
	for i := k - 1; i >= 0 && r.Tokens[i].Clause == t.Clause; i-- {
		o := &r.Tokens[i]
		if t.Start-o.End <= 4 && (o.Is(lexicon.Soon) || o.Is(lexicon.Now) || o.Is(lexicon.Will) && o.End-o.Start > 1) {
			return true
		}
	}
	return t.Start > 0 && r.Text.Runes[t.Start-1] == '在'
}

const listLength = 45

// Lists reports a long reply that never says who acts or for whom: it explains rules, whatever verbs they hold.
// With a complaint before it, even a long reply is about what is done.
func (r *Reading) Lists() bool {
	if len(r.Text.Runes) < listLength || r.M != nil && len(r.M.Burst) > 0 {
		return false
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Is(lexicon.We) || t.Is(lexicon.For) {
			return false
		}
	}
	return true
}

// advises reports a clause that begins with 先, 下次 or 寄回来: without a subject it tells the customer what to try.
func advises(r *Reading, k int) bool {
	c := r.Clauses[r.Tokens[k].Clause]
	if r.Text.Runes[c.Start] == '先' {
		return true
	}
	for _, word := range []string{"下次", "下回", "寄回", "寄来", "寄过来", "送来", "拿来", "带来", "拿到店", "送到店"} {
		if text.HasWord(r.Text.Runes, c.Start, word) {
			return true
		}
	}
	return false
}

// Names reports a rune of the token, not as its beginning when it is 找 叫 喊 问 (找您 may be anybody's).
func (r *Reading) Names(t *Token, who rune) bool {
	switch r.Text.Runes[t.Start] {
	case '找', '叫', '喊', '问', '敲', '戳':
		return false
	}
	for _, c := range r.Text.Runes[t.Start:t.End] {
		if c == who {
			return true
		}
	}
	return false
}

// modifies reports 补发的单号, 退款的事: the verb describes a noun.
func modifies(r *Reading, k int) bool {
	t := &r.Tokens[k]
	runes := r.Text.Runes
	i := int(t.End)
	for _, topic := range []string{"这块", "那块", "这事", "方面", "环节", "期间"} {
		if text.HasWord(runes, i, topic) {
			return true
		}
	}
	if i >= len(runes) || runes[i] != '的' {
		return false
	}
	for i++; i < r.Clauses[t.Clause].End; i++ {
		if !IsParticle(runes[i]) {
			return true
		}
	}
	return false
}

// Offers reports 要不给您改约明天？ and 您还要的话我给您约上？: a step put to the customer, and no more yet.
func (r *Reading) Offers(c int) bool {
	cl := &r.Clauses[c]
	return cl.Question && (r.ClauseHas(c, lexicon.Cond) || text.HasWord(r.Text.Runes, cl.Start, "要不") && !text.HasWord(r.Text.Runes, cl.Start, "要不要"))
}

// Nominal reports 我们出库有监控: what follows makes the verb a noun.
func (r *Reading) Nominal(t *Token) bool {
	return int(t.End) < len(r.Text.Runes) && text.HasAny(r.Text.Runes[t.End:t.End+1], '有', '是', '都', '的', '没', '不', '把', '很', '比')
}
