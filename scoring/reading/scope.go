package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// scopes marks quotations, questions and conditions.
func scopes(r *Reading) {
	r.Quoted = r.Quoted[:0]
	runes := r.Text.Runes
	open := -1
	for i, c := range runes {
		switch c {
		case '「':
			open = i
		case '」', '"':
			if open < 0 {
				if c == '"' {
					open = i
				}
				continue
			}
			quote(r, open, i+1)
			open = -1
		}
	}
	for i := range r.Tokens {
		t := &r.Tokens[i]
		c := &r.Clauses[t.Clause]
		if t.Is(lexicon.Cond) {
			c.Cond = true
		}
		if t.Is(lexicon.AskWord) {
			c.Question = c.Question || int(t.End)+2 >= c.End || t.End-t.Start == 3 && r.Text.Runes[t.Start+1] != '什'
		}
	}
	for i := 1; i < len(r.Clauses); i++ { // 先装, 还是后装? asks in both clauses
		if c := &r.Clauses[i]; c.Question && text.HasWord(runes, c.Start, "还是") {
			r.Clauses[i-1].Question = true
		}
	}
}

func (r *Reading) InQuote(t *Token) bool {
	return len(r.Quoted) > 0 && r.Quoted[t.Start]
}

// Negated reports whether a negation governs the token.
func (r *Reading) Negated(k int) bool {
	t := &r.Tokens[k]
	return r.NegatedAt(int(t.Start), int(t.End))
}

// NegatedAt reports whether a negation governs the runes: a short one (不 没) right before them or before 太 会 给您 that
// lead to them, a long one (没法 不能) anywhere before in the clause, or 不了 不上 after. A double or rhetorical
// negative affirms.
func (r *Reading) NegatedAt(start, end int) bool {
	c := int(r.At[start])
	const governors = 1<<lexicon.Neg | 1<<lexicon.Ban | 1<<lexicon.Cannot | 1<<lexicon.Twice
	if c < len(r.Clauses) && r.Clauses[c].cls&governors == 0 {
		return negatedAfter(r, end, c)
	}
	subject := -1
	tokens, base := r.In(c)
	for k := len(tokens) - 1; k >= 0; k-- {
		n, i := &tokens[k], base+k
		if int(n.Start) >= start {
			continue
		}
		gap := start - int(n.End)
		switch {
		case n.Is(lexicon.Twice) && gap <= 6:
			return false
		case n.Is(lexicon.Connect) && !r.asResult(n):
			return negatedAfter(r, end, c)
		case n.Is(lexicon.Cannot) && gap >= 0 && gap <= farthestDenied:
			return subject < 0 || subject-int(n.End) < 2
		case (n.Is(lexicon.Neg) || n.Is(lexicon.Ban)) && gap >= 0 && leads(r, i, start):
			return true
		case n.Is(lexicon.We) && subject < 0:
			subject = int(n.Start)
		}
	}
	return negatedAfter(r, end, c)
}

// farthestDenied is how far behind 没法 a verb may stand.
const farthestDenied = 22

// asResult reports 把复核结果发您: the 结果 of something, not "but then".
func (r *Reading) asResult(t *Token) bool {
	return text.HasWord(r.Text.Runes, int(t.Start), "结果") && int(t.Start) > r.Clauses[t.Clause].Start
}

// leads reports that from the negation at token i only fillers lead up to the place, or that 给您 begins right after
// it: then it reaches over the clause.
func leads(r *Reading, i, start int) bool {
	at := r.Tokens[i].End
	for k := i + 1; k < len(r.Tokens) && int(r.Tokens[k].End) <= start; k++ {
		t := &r.Tokens[k]
		if t.Start != at {
			continue
		}
		switch {
		case t.Is(lexicon.For):
			return start-int(at) <= 14
		case t.Is(lexicon.Will), t.Is(lexicon.We), t.Is(lexicon.Degree):
			at = t.End
		}
	}
	return start-int(at) <= 1
}

func negatedAfter(r *Reading, end, clause int) bool {
	if clause < len(r.Clauses) && !r.Clauses[clause].is(lexicon.NotAfter) {
		return false
	}
	tokens, _ := r.In(clause)
	for i := range tokens {
		if n := &tokens[i]; n.Is(lexicon.NotAfter) && (int(n.Start) == end || int(n.Start) == end+1 && !dreads(r, end)) {
			return true
		}
	}
	return false
}

// dreads reports that the word before ends in 心, 怕 or 愁: 担心赶不上 is a worry, not its denial.
func dreads(r *Reading, end int) bool {
	switch r.Text.Runes[end-1] {
	case '心', '怕', '愁', '急', '忧', '虑', '慌':
		return true
	}
	return false
}

// Covered reports whether a frame of that kind lies over the runes.
func (r *Reading) Covered(what lexicon.Finding, start, end int) bool {
	for i := range r.Fits {
		f := &r.Fits[i]
		if fr := &r.S.Frames[f.Frame]; fr.Is == what && !fr.Bare && f.Start < end && start < f.End {
			return true
		}
	}
	return false
}
