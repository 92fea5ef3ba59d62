package scoring

// match tries the form with its first item at token k and gives the rune span; ok is false where it does not fit.
func (r *reply) match(f *form, k int, across bool) (start, end int, ok bool) {
	t := &r.tokens[k]
	if !r.has(t, f.items[0].symbol) || f.head && !r.opens(t) {
		return 0, 0, false
	}
	end, ok = r.rest(f, 1, k, across)
	return int(t.start), end, ok
}

// rest matches items from the i-th on, after token k.
func (r *reply) rest(f *form, i, k int, across bool) (end int, ok bool) {
	last := &r.tokens[k]
	if i == len(f.items) {
		return int(last.end), !f.tail || r.closes(last)
	}
	item := &f.items[i]
	for n := k + 1; n < len(r.tokens); n++ {
		t := &r.tokens[n]
		if t.start < last.end {
			continue
		}
		if int(t.start-last.end) > item.gap+r.breaks(last, t, across) || t.clause != last.clause && !across {
			break
		}
		if r.has(t, item.symbol) {
			if end, ok := r.rest(f, i+1, n, across); ok {
				return end, true
			}
		}
	}
	if end := r.clauses[last.clause].end; item.orEnd && i == len(f.items)-1 && end-int(last.end) <= item.gap {
		return end, true
	}
	if item.may {
		return r.rest(f, i+1, k, across)
	}
	return 0, false
}

// breaks is the number of boundary characters that an across form does not count as gap.
func (r *reply) breaks(a, b *token, across bool) int {
	if !across {
		return 0
	}
	return int(b.clause-a.clause) * 1
}

// opens reports whether nothing but fillers stands before the token in its clause.
func (r *reply) opens(t *token) bool {
	for i := r.clauses[t.clause].start; i < int(t.start); i++ {
		if !isFiller(r.text.runes[i]) {
			return false
		}
	}
	return true
}

// closes reports whether nothing but particles stands after the token in its clause.
func (r *reply) closes(t *token) bool { return r.closesAt(int(t.end), r.clauses[t.clause].end) }

// closesAt reports whether nothing but particles stands between two places.
func (r *reply) closesAt(from, to int) bool {
	for i := from; i < to; i++ {
		if !isParticle(r.text.runes[i]) {
			return false
		}
	}
	return true
}

func isParticle(r rune) bool {
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
