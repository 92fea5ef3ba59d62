package scoring

// vow is a guarantee of what nobody here controls.
type vow struct {
	sign
	clause int
}

// findVows notes the guarantees: a word of certainty (肯定, 保证) about an outcome. A guarantee of one's own step (我一定
// 跟到底), a guess (肯定是…) and a denied one (无法保证) are none.
func (r *reply) findVows() {
	r.vows = r.vows[:0]
	for k := range r.tokens {
		t := &r.tokens[k]
		if !t.is(clsSure) || r.inQuote(t) || r.covered(isNothing, int(t.start), int(t.end)) || r.negated(k) ||
			r.clauses[t.clause].question {
			continue
		}
		if end, ok := r.guarantees(k); ok {
			s := r.tokenSign(t)
			s.end = max(s.end, end)
			r.vows = append(r.vows, vow{s, int(t.clause)})
		}
	}
}

// guarantees looks at what follows the word of certainty in its clause: an own act takes the edge off, an outcome
// makes it a guarantee. A word of certainty that ends its clause, or is all of it, speaks of what stands before it.
func (r *reply) guarantees(k int) (end int, ok bool) {
	t := &r.tokens[k]
	if r.guess(k) {
		return 0, false
	}
	if t.is(clsOutcome) {
		return int(t.end), true
	}
	for i := k + 1; i < len(r.tokens) && r.tokens[i].clause == t.clause && r.tokens[i].start-t.end <= 12; i++ {
		o := &r.tokens[i]
		if o.start < t.end {
			continue
		}
		if o.is(clsOwnAct) && !o.is(clsOutcome) {
			if o.is(clsFor) { // 我肯定帮您找回来: the result is promised
				continue
			}
			return 0, false
		}
		if o.is(clsOutcome) {
			return int(o.end), true
		}
	}
	if end, ok := r.attains(int(t.end), r.clauses[t.clause].end); ok {
		return end, true
	}
	if !r.closes(t) {
		return r.clauses[t.clause].end, t.is(clsVow)
	}
	for i := range r.tokens {
		o := &r.tokens[i]
		if o.is(clsOutcome) && (o.clause == t.clause && o.end <= t.start || t.clause-o.clause == 1 && r.alone(t)) {
			return int(t.end), true
		}
	}
	return 0, false
}

// attains reports 找得回来, 赶得上, 修得好 between two places.
func (r *reply) attains(from, to int) (end int, ok bool) {
	runes := r.text.runes
	for i := from + 1; i+1 < min(to, from+9); i++ {
		if runes[i] == '得' && hasAny(runes[i+1:i+2], '回', '到', '上', '了', '成', '好', '及', '出', '起', '住', '下', '过', '动', '完', '开') {
			return i + 2, true
		}
	}
	return 0, false
}

// alone reports a clause of little but the word: 我打包票, 这个您百分百放心.
func (r *reply) alone(t *token) bool {
	cl := r.clauses[t.clause]
	return int(t.start)-cl.start <= 5
}

// guess reports 肯定是快递摔的, 您肯定急坏了: certainty about what is, not about what will be.
func (r *reply) guess(k int) bool {
	t := &r.tokens[k]
	runes := r.text.runes
	if int(t.end) < len(runes) && (runes[t.end] == '是' || runes[t.end] == '很' || runes[t.end] == '特') {
		return true
	}
	for i := k + 1; i < len(r.tokens) && r.tokens[i].clause == t.clause && r.tokens[i].start-t.end <= 3; i++ {
		if o := &r.tokens[i]; o.is(clsEmo) || o.is(clsWeakEmo) {
			return true
		}
	}
	return !t.is(clsVow) && r.endsAt(t.start, int(t.clause), clsYou)
}
