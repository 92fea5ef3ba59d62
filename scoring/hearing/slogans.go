package hearing

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// piled reports slogans in a heap: hardly anything but slogan words, or short clauses built alike, and neither a
// figure nor a time among them.
func piled(r *ear) bool {
	if strung(r) {
		return true
	}
	for i := range r.Values {
		if v := &r.Values[i]; v.Kind != text.PlainNumber && v.Kind != text.Counted {
			return false
		}
	}
	if len(r.Deadlines) > 0 {
		return false
	}
	masked := blank(r)
	words, last := 0, int32(-1)
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if !t.Is(lexicon.Slogan) {
			continue
		}
		if !t.Is(lexicon.Address) && !t.Is(lexicon.You) && !t.Is(lexicon.We) && t.Start >= last {
			words++
			last = t.End
		}
		for k := t.Start; k < t.End; k++ {
			masked[k] = true
		}
	}
	total, covered := 0, 0
	for i, ch := range r.Text.Runes {
		if text.IsMark(ch) || reading.IsParticle(ch) || ch == '+' || ch == '=' {
			continue
		}
		total++
		if masked[i] {
			covered++
		}
	}
	switch {
	case announces(r) && alike(r) == 0 && words < 5:
		return false
	case words >= 5 && covered*10 >= total*7, words >= 4 && covered*10 >= total*8 && len(r.Clauses) > 1:
		return true
	case words >= 3 && (alike(r) >= 2 || chants(r)), words >= 2 && parallel(r):
		return true
	}
	return words >= 3 && shouts(r) && covered*10 >= total*5
}

// strung reports a clause that strings up three deeds and nothing else: 退款补发安排. Nobody talks like that of what he does.
func strung(r *ear) bool {
	for c := range r.Clauses {
		cl := &r.Clauses[c]
		if cl.End-cl.Start > 12 {
			continue
		}
		tokens, _ := r.In(c)
		at, deeds := cl.Start, 0
		for i := range tokens {
			if t := &tokens[i]; int(t.Start) == at && !t.Dim && (t.Is(lexicon.Do) || t.Is(lexicon.WeakDo) || t.Is(lexicon.Vague) || t.Is(lexicon.Reply)) && t.End-t.Start > 1 {
				at = int(t.End)
				deeds++
			}
		}
		if deeds >= 3 && at == cl.End {
			return true
		}
	}
	return false
}

// alike counts short clauses that are built like the one before: 理解您的理解, 抱歉您的抱歉.
func alike(r *ear) int {
	n := 0
	for i := 1; i < len(r.Clauses); i++ {
		a, b := r.Clauses[i-1], r.Clauses[i]
		x, y := r.Text.Runes[a.Start:a.End], r.Text.Runes[b.Start:b.End]
		if len(x) < 3 || len(y) < 3 || len(x) > 12 || len(y) > 12 || reading.Abs(len(x)-len(y)) > 1 {
			continue
		}
		same := 0
		for k := range min(len(x), len(y)) {
			if x[k] == y[k] {
				same++
			}
		}
		if same >= 2 || x[len(x)-1] == y[len(y)-1] && x[len(x)-2] == y[len(y)-2] {
			n++
		}
	}
	return n
}

// parallel reports three or more clauses of one length and nothing else: 理解如海，道歉似火，补救飞快.
func parallel(r *ear) bool {
	if len(r.Clauses) < 3 || announces(r) {
		return false
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Is(lexicon.Emo) || t.Is(lexicon.WeakEmo) || t.Is(lexicon.Neg) || t.Is(lexicon.Cannot) {
			return false
		}
	}
	n := r.Clauses[0].End - r.Clauses[0].Start
	for _, c := range r.Clauses {
		if c.End-c.Start != n && c.End-c.Start != n-1 {
			return false
		}
	}
	return n >= 4 && n <= 7
}

// chants reports a word of two characters said four times or more: 学员至上学员理解学员优先.
func chants(r *ear) bool {
	runes := r.Text.Runes
	for i := 0; i+1 < len(runes); i++ {
		n := 0
		for k := i; k+1 < len(runes); k++ {
			if runes[k] == runes[i] && runes[k+1] == runes[i+1] && !text.IsMark(runes[k]) && !text.IsMark(runes[k+1]) {
				n++
			}
		}
		if n >= 4 {
			return true
		}
	}
	return false
}

// shouts reports at least three short exclamations and nothing long.
func shouts(r *ear) bool {
	if len(r.Clauses) < 3 {
		return false
	}
	for _, c := range r.Clauses {
		if c.End-c.Start > 10 {
			return false
		}
	}
	return true
}

// blank is a false for every rune, valid until the next call.
func blank(r *ear) []bool {
	r.mask = append(r.mask[:0], make([]bool, len(r.Text.Runes))...)
	return r.mask
}

// slogans counts the slogans of the reply.
func (r *ear) slogans() int {
	n := 0
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Is(lexicon.Slogan) && !t.Is(lexicon.Address) && !t.Is(lexicon.You) && !t.Is(lexicon.We) {
			n++
		}
	}
	return n
}
