package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// WillDo reports a word of the near future or the present before the verb: 会, 这就, 正在, 马上.
func (r *Reading) WillDo(k int) bool {
	t := &r.Tokens[k]
	for i := k - 1; i >= 0 && r.Tokens[i].Clause == t.Clause; i-- {
		o := &r.Tokens[i]
		if t.Start-o.End <= 6 && (o.Is(lexicon.Will) || o.Is(lexicon.Soon) || o.Is(lexicon.Now)) {
			return true
		}
	}
	if t.Start > 0 && r.Text.Runes[t.Start-1] == '在' && (t.Start < 2 || r.Text.Runes[t.Start-2] != '现') {
		return int(t.End) == len(r.Text.Runes) || !text.HasAny(r.Text.Runes[t.End:t.End+1], '里', '中', '上', '页', '那', '处') // 在设置里
	}
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause && r.Tokens[i].Start-t.End <= 1; i++ {
		if r.Tokens[i].Is(lexicon.Now) {
			return true
		}
	}
	return false
}

// lightly reports 催一下, 查查: the mild form of an announcement.
func lightly(r *Reading, k int) bool {
	t := &r.Tokens[k]
	runes := r.Text.Runes
	end := int(t.End)
	return end > 0 && (runes[end-1] == '下' || t.End-t.Start == 2 && runes[t.Start] == runes[t.Start+1]) ||
		text.HasWord(runes, end, "一下") || text.HasWord(runes, end, "下")
}

// marked reports 已 or 刚 before the verb.
func marked(r *Reading, k int) bool {
	t := &r.Tokens[k]
	for i := k - 1; i >= 0 && r.Tokens[i].Clause == t.Clause; i-- {
		o := &r.Tokens[i]
		if o.End > t.Start || t.Start-o.End > 8 {
			continue
		}
		if o.Is(lexicon.Now) || r.Text.Runes[o.End] == '在' {
			return false
		}
		if o.Is(lexicon.Done) && IsBeforeMark(r.Text.Runes[o.Start]) {
			return true
		}
	}
	return false
}

func IsBeforeMark(r rune) bool { return r == '已' || r == '刚' || r == '早' || r == '方' }

// isAfterMark reports marks that follow their verb: 了 啦 过.
func isAfterMark(r rune) bool {
	switch r {
	case '了', '啦', '咯', '囉', '喽', '过', '啰', '完':
		return true
	}
	return false
}

// IsDone reports 已提交, 刚催过, 换货单建好了. 会 and 马上 before the verb take it back.
func (r *Reading) IsDone(k int) bool {
	if marked(r, k) {
		return true
	}
	t := &r.Tokens[k]
	last := r.Text.Runes[t.End-1]
	ended := isAfterMark(last) || last == '好' || last == '妥'
	room := int32(2)
	if t.End-t.Start == 1 {
		room = 1
	}
	for i := k + 1; !ended && i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause; i++ {
		o := &r.Tokens[i]
		if o.Start < t.End || o.Is(lexicon.Done) && IsBeforeMark(r.Text.Runes[o.Start]) {
			continue
		}
		if o.Is(lexicon.AskWord) { // 看看放哪了
			return false
		}
		if notYet(r, int(o.End)) {
			continue
		}
		ended = o.Is(lexicon.Done) && (o.Start-t.End <= room || (room > 1 || benefit(r, k)) && closes(r, o) && isAfterMark(r.Text.Runes[o.End-1]))
	}
	if !ended || thenMore(r, k) || inHand(r, t) || notYet(r, int(t.End)) || t.Start > 0 && (r.Text.Runes[t.Start-1] == '得' || r.Text.Runes[t.Start-1] == '要') {
		return false
	}
	for i := k - 1; i >= 0 && r.Tokens[i].Clause == t.Clause; i-- {
		if o := &r.Tokens[i]; o.End <= t.Start && (o.Is(lexicon.Soon) || o.Is(lexicon.Now) || o.Is(lexicon.Future) || o.Is(lexicon.Will) || text.HasWord(r.Text.Runes, int(o.End), "在") && o.Is(lexicon.Done)) {
			return false
		}
	}
	return true
}

// inHand reports 在找了: a search or a repair under way, whatever 了 says.
func inHand(r *Reading, t *Token) bool {
	at := int(t.Start) - 1
	return at >= 0 && r.Text.Runes[at] == '在' && text.HasAny(r.Text.Runes[t.Start:t.End], '找', '查', '问', '催', '修') && (at == 0 || r.Text.Runes[at-1] != '现')
}

// notYet reports 改过来 and 转账成功后: a mark that says which way, or when, not that it is done.
func notYet(r *Reading, at int) bool {
	runes := r.Text.Runes
	if at < 1 || at >= len(runes) {
		return false
	}
	return runes[at-1] == '过' && (runes[at] == '来' || runes[at] == '去') && (at+1 == len(runes) || runes[at+1] != '了') || runes[at] == '后' && runes[at-1] == '功'
}

// thenMore reports 核完账就退: 就 after the verb looks ahead.
func thenMore(r *Reading, k int) bool {
	t := &r.Tokens[k]
	for i := int(t.End); i < r.Clauses[t.Clause].End; i++ {
		if r.Text.Runes[i] == '就' {
			return true
		}
	}
	return false
}

// toldOf reports 修了四次: how often or how long, so it tells what the customer went through.
func toldOf(r *Reading, t *Token) bool {
	if t.End-t.Start > 2 {
		return false
	}
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		o := &tokens[i]
		if (o.Is(lexicon.Counted) || o.Is(lexicon.Duration)) && o.Start > t.End && o.Start-t.End <= 1 && r.Text.Runes[o.Start-1] == '了' {
			return true
		}
	}
	return false
}

// benefit reports 给您, 帮您 in the clause of the verb, or 您 in it or right after it.
func benefit(r *Reading, k int) bool {
	t := &r.Tokens[k]
	if holdsYou(r, t) {
		return true
	}
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if o := &tokens[i]; o.Is(lexicon.For) || o.Is(lexicon.You) && o.Start == t.End {
			return true
		}
	}
	return false
}
