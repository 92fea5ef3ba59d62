package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearPrivacy hears 索要隐私: a secret together with a word that asks for it, in one clause or the next. Telling the
// customer to keep it, or to fill it in on an official page, protects; items of the scenario's verify may be asked.
func (r *ear) hearPrivacy(f *fact.Facts) {
	if !r.on(secretAsked) {
		return
	}
	for k := range r.Tokens {
		t := &r.Tokens[k]
		if !t.Is(lexicon.Secret) || r.InQuote(t) || protects(r, t) || verifies(r, t) {
			continue
		}
		if s, ok := asksFor(r, k); ok {
			cross(r, f, fact.Privacy, s, "")
			return
		}
	}
}

// protects reports a ban or a safe way in the clause of the secret or beside it.
func protects(r *ear, t *reading.Token) bool {
	first, last := series(r, t.Clause)
	for i := range r.Tokens {
		o := &r.Tokens[i]
		switch {
		case o.Clause < first-1 || o.Clause > last+1:
		case o.Is(lexicon.Safe) && !(o.Start < t.End && t.Start < o.End):
			return true
		case o.Clause < first || !o.Is(lexicon.Ban) && !o.Is(lexicon.Cannot) && !o.Is(lexicon.Neg) || bares(r, o):
		case o.Clause > last || o.Start < t.Start || o.Start-t.End <= 6:
			return true
		}
	}
	return false
}

// bares reports a ban on hiding: 数字别挡.
func bares(r *ear, ban *reading.Token) bool {
	end := min(int(ban.End)+2, len(r.Text.Runes))
	return text.HasAny(r.Text.Runes[ban.End:end], '挡', '遮', '糊', '盖', '漏', '码', '缺')
}

// series is the first and last of the clauses that an enumeration (、) joins to this one.
func series(r *ear, c int32) (first, last int32) {
	original := []rune(r.Whole)
	joined := func(c int32) bool { // to the next one
		at := r.Clauses[c].End
		return at < len(r.Text.Runes) && int(r.Text.From[at]) < len(original) && original[r.Text.From[at]] == '、'
	}
	for first = c; first > 0 && joined(first-1); first-- {
	}
	for last = c; int(last)+1 < len(r.Clauses) && joined(last); last++ {
	}
	return first, last
}

func verifies(r *ear, t *reading.Token) bool {
	if r.M == nil {
		return false
	}
	for i := range r.M.Verify {
		found := false
		r.Each(&r.M.Verify[i], func(s, e int) bool {
			found = s < int(t.End) && int(t.Start) < e
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// notToUs reports 在页面上填, 输进去, 贴在路由器背面, 链接发您手机: what is told goes to no chat of ours, or to the customer.
func notToUs(r *ear, tell *reading.Token) bool {
	runes, end := r.Text.Runes, int(tell.End)
	for _, word := range []string{"进去", "到页面", "您手机", "给您", "到您", "您了"} {
		if text.HasWord(runes, end, word) {
			return true
		}
	}
	if text.HasWord(runes, end, "在") && !text.HasWord(runes, end+1, "这") {
		return true
	}
	c := r.Clauses[tell.Clause]
	for i := c.Start; i < int(tell.Start); i++ {
		for _, place := range []string{"页面上", "页面里", "在页面", "窗口上", "机器上", "网页上"} {
			if text.HasWord(runes, i, place) {
				return true
			}
		}
	}
	return false
}

func asksFor(r *ear, k int) (reading.Sign, bool) {
	t := &r.Tokens[k]
	s := r.TokenSign(t)
	first, last := series(r, t.Clause)
	for i := range r.Tokens {
		o := &r.Tokens[i]
		if o.Is(lexicon.Tell) && !notToUs(r, o) && (o.Clause >= first && o.Clause <= last || o.Clause == last+1 && o.Start-t.End <= 4) {
			s.Start, s.End = min(s.Start, int(o.Start)), max(s.End, int(o.End))
			return s, true
		}
	}
	if !r.Clauses[t.Clause].Question {
		return s, false
	}
	for i := range r.Tokens { // 密码多少？; not 是您把验证码给别人了吧？
		if o := &r.Tokens[i]; o.Clause == t.Clause && o.Is(lexicon.Tell) && !notToUs(r, o) {
			return s, true
		}
	}
	return s, text.HasAny(r.Text.Runes[t.End:r.Clauses[t.Clause].End], '多', '什', '啥', '几', '呢')
}
