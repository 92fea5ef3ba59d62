package reading

import (
	"fmt"
	"strings"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Pattern is what a trainer writes to say which words count: `退款|退钱`, `*` is a gap of at most 8 characters,
// "时间:2小时" "金额:20%" "尾号:3306" compare values.
type Pattern struct {
	alts  [][][]rune // synonyms → pieces between gaps
	value text.Value // of a value pattern
	tail  []rune     // of 尾号

	figures []text.Value // of a must: synonyms that are a figure
}

const starGap = 8

// CompilePattern compiles an author's pattern.
func CompilePattern(s *lexicon.Lexicon, text string) (Pattern, error) {
	folded := s.Fold.FoldString(strings.TrimSpace(text))
	name, rest, ok := strings.Cut(folded, ":")
	if ok {
		switch name {
		case "时间", "金额", "尾号":
			return valuePattern(name, strings.TrimSpace(rest))
		}
	}
	var p Pattern
	for alt := range strings.SplitSeq(folded, "|") {
		var pieces [][]rune
		for piece := range strings.SplitSeq(strings.TrimSpace(alt), "*") {
			if piece = strings.TrimSpace(piece); piece != "" {
				pieces = append(pieces, withoutDe([]rune(piece)))
			}
		}
		if len(pieces) == 0 {
			return p, fmt.Errorf("『%s』里有空的同义词（多了一个 |），空的会匹配任何话；请删掉", text)
		}
		p.alts = append(p.alts, pieces)
	}
	return p, nil
}

func valuePattern(name, rest string) (Pattern, error) {
	var p Pattern
	runes := []rune(rest)
	if len(runes) == 0 {
		return p, fmt.Errorf("『%s:』后面没有写值；例如 时间:2小时、金额:20%%、尾号:3306", name)
	}
	if name == "尾号" {
		p.tail = runes
		return p, nil
	}
	if !text.StartsNumber(runes[0]) {
		return p, fmt.Errorf("『%s:%s』的值看不懂；例如 时间:2小时、金额:20%%", name, rest)
	}
	v, ok := text.ReadValue(runes, 0)
	if name == "金额" && ok && (v.Kind == text.PlainNumber || v.Kind == text.Counted) {
		v.Kind = text.Money
	}
	isTime := v.Kind == text.Duration || v.Kind == text.ClockTime || v.Kind == text.Date
	if !ok || (name == "时间") != isTime {
		return p, fmt.Errorf("『%s:%s』的值看不懂；例如 时间:2小时、金额:20%%", name, rest)
	}
	p.value = v
	return p, nil
}

// withoutDe drops the 的 inside a piece: 绿色的按钮 and 绿色按钮 are the same fact. A piece of 的 alone stays.
func withoutDe(piece []rune) []rune {
	out := make([]rune, 0, len(piece))
	for i, c := range piece {
		if c != '的' || i == 0 || i == len(piece)-1 {
			out = append(out, c)
		}
	}
	return out
}

// after is where a piece that begins at i ends, or −1; a 的 inside is passed over.
func after(runes []rune, i int, piece []rune) int {
	for k := 0; k < len(piece); i++ {
		switch {
		case i >= len(runes):
			return -1
		case runes[i] == piece[k]:
			k++
		case runes[i] != '的' || k == 0:
			return -1
		}
	}
	return i
}

// isValue reports whether the pattern compares values.
func (p *Pattern) isValue() bool { return p.alts == nil && p.tail == nil }

// Affirmed finds the first place where the reply says the pattern without negating it.
func (r *Reading) Affirmed(p *Pattern) (start, end int, ok bool) {
	r.Each(p, func(s, e int) bool {
		if !r.NegatedAt(s, e) {
			start, end, ok = s, e, true
		}
		return !ok
	})
	return start, end, ok
}

// Each calls yield for every place of the pattern until it returns false.
func (r *Reading) Each(p *Pattern, yield func(start, end int) bool) {
	runes := r.Text.Runes
	switch {
	case p.tail != nil:
		for i := range runes {
			if text.HasRunes(runes[i:], p.tail) && !(i > 0 && text.IsDigit(runes[i-1]) && text.IsDigit(p.tail[0]) && !longNumber(r, i)) &&
				!yield(i, i+len(p.tail)) {
				return
			}
		}
	case p.isValue():
		for i := range r.Values {
			if v := &r.Values[i]; sameValue(v, &p.value) && !yield(v.Start, v.End) {
				return
			}
		}
	default:
		for _, pieces := range p.alts {
			t := trail{runes: runes, pieces: pieces}
			first := pieces[0][0]
			for i, c := range runes {
				if c != first {
					continue
				}
				if end, ok := t.from(0, i); ok && wholeFigures(r, i, end) && !yield(i, end) {
					return
				}
			}
		}
		for i := range p.figures {
			for k := range r.Values {
				if v := &r.Values[k]; sameFigure(v, &p.figures[i]) && !yield(v.Start, v.End) {
					return
				}
			}
		}
	}
}

// wholeFigures reports that no figure is cut in two: 40 is not said by 140 or 400. The end of a long number stands for it
// (尾号 3306 of a whole card number).
func wholeFigures(r *Reading, start, end int) bool {
	runes := r.Text.Runes
	cut := func(i int) bool { return i > 0 && i < len(runes) && text.IsDigit(runes[i-1]) && text.IsDigit(runes[i]) }
	return !cut(end) && (!cut(start) || longNumber(r, start))
}

// longNumber reports whether the digits before i belong to a masked or long number whose end is the tail.
func longNumber(r *Reading, i int) bool {
	n := 0
	for i > 0 && text.IsDigit(r.Text.Runes[i-1]) {
		i--
		n++
	}
	return n >= 4
}

// trail is the search for the pieces of one synonym in one text. Where the rest of the pieces was sought in vain is
// remembered, so that no place is tried twice for the same piece, however many gaps there are.
type trail struct {
	runes  []rune
	pieces [][]rune
	vain   []bool // piece × place; nil until a second gap makes it worth while
}

// from matches the pieces from the n-th on, which begins at rune i.
func (t *trail) from(n, i int) (end int, ok bool) {
	if end = after(t.runes, i, t.pieces[n]); end < 0 {
		return 0, false
	}
	if n++; n == len(t.pieces) {
		return end, true
	}
	if t.vain == nil && len(t.pieces) > 2 {
		t.vain = make([]bool, len(t.pieces)*(len(t.runes)+1))
	}
	for k := end; k <= min(end+starGap, len(t.runes)-1); k++ {
		if t.vain != nil && t.vain[n*(len(t.runes)+1)+k] {
			continue
		}
		if e, ok := t.from(n, k); ok {
			return e, true
		}
		if t.vain != nil {
			t.vain[n*(len(t.runes)+1)+k] = true
		}
	}
	return 0, false
}

// sameValue compares figures as values: 俩小时 = 120分钟 = 2h; a bare number can be money.
func sameValue(have, want *text.Value) bool {
	if !have.Known || have.Num != want.Num {
		return false
	}
	switch want.Kind {
	case text.Money:
		return have.Kind == text.Money || have.Kind == text.PlainNumber
	case text.Duration:
		return have.Kind == text.Duration && have.Workdays == want.Workdays
	}
	return have.Kind == want.Kind
}
