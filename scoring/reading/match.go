package reading

import "shouxiang/scoring/lexicon"

// match tries the form with its first item at token k and gives the rune span; ok is false where it does not fit.
func match(r *Reading, f *lexicon.Form, k int, across bool) (start, end int, ok bool) {
	t := &r.Tokens[k]
	if !r.Has(t, f.Items[0].Symbol) || f.Head && !r.Opens(t) {
		return 0, 0, false
	}
	end, ok = rest(r, f, 1, k, across)
	return int(t.Start), end, ok
}

// rest matches items from the i-th on, after token k.
func rest(r *Reading, f *lexicon.Form, i, k int, across bool) (end int, ok bool) {
	last := &r.Tokens[k]
	if i == len(f.Items) {
		return int(last.End), !f.Tail || closes(r, last)
	}
	item := &f.Items[i]
	for n := k + 1; n < len(r.Tokens); n++ {
		t := &r.Tokens[n]
		if t.Start < last.End {
			continue
		}
		if int(t.Start-last.End) > item.Gap+breaks(r, last, t, across) || t.Clause != last.Clause && !across {
			break
		}
		if r.Has(t, item.Symbol) {
			if end, ok := rest(r, f, i+1, n, across); ok {
				return end, true
			}
		}
	}
	if end := r.Clauses[last.Clause].End; item.OrEnd && i == len(f.Items)-1 && end-int(last.End) <= item.Gap {
		return end, true
	}
	if item.May {
		return rest(r, f, i+1, k, across)
	}
	return 0, false
}

// breaks is the number of boundary characters that an across form does not count as gap.
func breaks(r *Reading, a, b *Token, across bool) int {
	if !across {
		return 0
	}
	return int(b.Clause-a.Clause) * 1
}

// Opens reports whether nothing but fillers stands before the token in its clause.
func (r *Reading) Opens(t *Token) bool {
	for i := r.Clauses[t.Clause].Start; i < int(t.Start); i++ {
		if !isFiller(r.Text.Runes[i]) {
			return false
		}
	}
	return true
}

// closes reports whether nothing but particles stands after the token in its clause.
func closes(r *Reading, t *Token) bool { return r.ClosesAt(int(t.End), r.Clauses[t.Clause].End) }

// ClosesAt reports whether nothing but particles stands between two places.
func (r *Reading) ClosesAt(from, to int) bool {
	for i := from; i < to; i++ {
		if !IsParticle(r.Text.Runes[i]) {
			return false
		}
	}
	return true
}

func IsParticle(r rune) bool {
	switch r {
	case '了', '的', '哦', '哈', '呢', '啊', '吧', '呀', '嘛', '啦', '喔', '哟', '噢', '嗷', '咯', '呗', '滴', '哒', '亲', '您', '捏', '嗯', '呐', '哎', ' ', '~', '哇', '喽', '囉', '啰':
		return true
	}
	return false
}

func isFiller(r rune) bool {
	switch r {
	case '亲', '哎', '呀', '哦', '啊', '嗯', '呃', '唉', '诶', '好', '的', ' ', '~', '哟', '这', '那', '真', '您', '也', '就', '先', '实', '在':
		return true
	}
	return false
}
