package reading

import (
	"slices"
	"strings"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Matter is a Brief made ready: what this customer's matter is, and what the card wants to hear about it.
type Matter struct {
	s         *lexicon.Lexicon
	Brief     fact.Brief
	pairs     map[uint32]bool // neighbouring characters of the burst that carry content
	nouns     map[rune]bool
	groups    map[int16]bool // synonym groups named in the burst
	Figures   []float64
	days      []string // 后天: the customer's own days
	situation []Pattern
	Must      []Pattern
	Forbid    []Pattern
	Jargon    []Pattern
	Wrong     []Pattern
	Verify    []Pattern
	Can       []ability
	times     []text.Value // lengths of time that the 后台 line gives
	Asks      bool         // the burst asks something
	Complains bool         // it tells of trouble, or at least asks nothing, and does not send thanks to somebody
	thanks    bool         // 帮我谢谢他
	Hear      []heardPattern
	Burst     []string            // folded
	fours     map[uint64]struct{} // runs of four characters of the burst, 我 and 您 as one
	clauses   map[string]struct{} // what stands between its marks and spaces, likewise
}

type heardPattern struct {
	Element fact.Element
	Pattern Pattern
}

// Compile makes a Brief ready, once per turn. Patterns that cannot be used are reported and left out.
func Compile(s *lexicon.Lexicon, b fact.Brief) (*Matter, []fact.PatternError) {
	m := &Matter{s: s, Brief: b, pairs: map[uint32]bool{}, nouns: map[rune]bool{}, groups: map[int16]bool{}}
	for _, line := range b.Burst {
		m.learn(line)
	}
	m.fours, m.clauses = fours(m.Burst), clausesOf(m.Burst)
	m.times = lengths(s, b.Desk)
	m.Complains = (m.Complains || !m.Asks && len(b.Burst) > 0) && !m.thanks
	var errs []fact.PatternError
	compile := func(field string, index int, e fact.Element, text string) (Pattern, bool) {
		p, err := CompilePattern(s, text)
		if err != nil {
			errs = append(errs, fact.PatternError{Field: field, Index: index, Element: e, Message: err.Error()})
		}
		return p, err == nil
	}
	list := func(field string, texts []string) []Pattern {
		out := make([]Pattern, 0, len(texts))
		for i, text := range texts {
			if p, ok := compile(field, i, 0, text); ok {
				out = append(out, p)
			}
		}
		return out
	}
	m.situation = list("situation", b.Situation)
	m.Forbid = list("forbid", b.Forbid)
	m.Jargon = list("jargon", b.Jargon)
	m.Verify = list("verify", b.Verify)
	for _, text := range b.Can {
		m.Can = append(m.Can, newAbility(s, text))
	}
	for i, text := range b.Must { // keeps its place: Facts.Must has one for each
		p, err := compileMust(s, text)
		if err != nil {
			errs = append(errs, fact.PatternError{Field: "must", Index: i, Message: err.Error()})
			p = Pattern{alts: [][][]rune{}}
		}
		m.Must = append(m.Must, p)
	}
	for i, w := range b.Wrong {
		p, ok := compile("wrong", i, 0, w.Say)
		if !ok {
			p = Pattern{alts: [][][]rune{}}
		}
		m.Wrong = append(m.Wrong, p)
	}
	for e := range fact.NumElements {
		for i, text := range b.Hear[e] {
			if p, ok := compile("hear", i, e, text); ok {
				m.Hear = append(m.Hear, heardPattern{e, p})
			}
		}
	}
	return m, errs
}

// learn takes the content of one message of the customer.
func (m *Matter) learn(line string) {
	var t text.Folded
	m.s.Fold.Fold(&t, line)
	m.Burst = append(m.Burst, string(t.Runes))
	m.Asks = m.Asks || asksSomething(t.Runes)
	m.Complains = m.Complains || slices.Contains(t.Runes, '!')
	for _, word := range []string{"谢谢他", "谢谢她", "谢谢小", "帮我谢", "替我谢", "谢谢那"} {
		m.thanks = m.thanks || text.Contains(t.Runes, []rune(word))
	}
	covered := make([]bool, len(t.Runes))
	for _, h := range m.s.Auto.Find(nil, t.Runes) {
		if g := m.s.Words[h.Word].Group; g > 0 {
			m.groups[g] = true
		}
		switch {
		case m.s.HasClass(h.Word, lexicon.Generic):
			for i := h.Start; i < h.End; i++ {
				covered[i] = true
			}
		case m.s.HasClass(h.Word, lexicon.Noun):
			m.nouns[t.Runes[h.Start]] = true
		}
		m.Complains = m.Complains || m.s.HasAny(h.Word, lexicon.Emo, lexicon.Plight, lexicon.WeakEmo, lexicon.Bad, lexicon.Cannot)
		if m.s.HasClass(h.Word, lexicon.Day) {
			m.days = append(m.days, string(t.Runes[h.Start:h.End]))
		}
	}
	for i := 0; i+1 < len(t.Runes); i++ {
		if a, b := t.Runes[i], t.Runes[i+1]; isContent(a) && isContent(b) && !(covered[i] && covered[i+1]) {
			m.pairs[pairKey(a, b)] = true
		}
	}
	for i := 0; i < len(t.Runes); {
		if text.StartsNumber(t.Runes[i]) {
			if v, ok := text.ReadValue(t.Runes, i); ok {
				if v.Num > 2 || v.Kind != text.PlainNumber {
					m.Figures = append(m.Figures, v.Num)
				}
				i = v.End
				continue
			}
		}
		i++
	}
}

// lengths are the lengths of time in a text.
func lengths(s *lexicon.Lexicon, line string) (out []text.Value) {
	var t text.Folded
	s.Fold.Fold(&t, line)
	for i := 0; i < len(t.Runes); i++ {
		if !text.StartsNumber(t.Runes[i]) {
			continue
		}
		if v, ok := text.ReadValue(t.Runes, i); ok {
			if v.Kind == text.Duration {
				out = append(out, v)
			}
			i = v.End - 1
		}
	}
	return out
}

// TimeGiven reports a length of time that the 后台 line gives itself: whoever passes it on is not late.
func (m *Matter) TimeGiven(minutes int) bool {
	for i := range m.times {
		if int(m.times[i].Num) == minutes {
			return true
		}
	}
	return false
}

// asksSomething reports a question, with its mark or without.
func asksSomething(runes []rune) bool {
	for i, r := range runes {
		switch r {
		case '?', '吗', '么', '啥', '几', '哪', '谁':
			return true
		case '不': // 行不, 能不能
			if i > 0 && (i == len(runes)-1 || runes[i-1] == runes[i+1]) {
				return true
			}
		case '没': // 到没
			if i > 0 && i == len(runes)-1 {
				return true
			}
		case '多', '怎', '什':
			if i+1 < len(runes) && (runes[i+1] == '少' || runes[i+1] == '久' || runes[i+1] == '么' || runes[i+1] == '大') {
				return true
			}
		}
	}
	return false
}

func pairKey(a, b rune) uint32 { return uint32(a)<<16 | uint32(b)&0xffff }

// functionRunes build no matter: grammar, pronouns, particles.
var functionRunes = func() (set [1 << 16 / 64]uint64) {
	for _, r := range "我你您他她它们的了吗呢吧啊哦呀么嘛啦哈这那哪就都也还又很太真是在有没不到给和跟与把被让要会能可以之其为什怎多少几个一二两三四五六七八九十百千万零半来去说看想叫做用着过得地而且但如果因所对从向于等再先后前上下里内外大小好点些儿家亲请谢" {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
}()

func isContent(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff && functionRunes[r>>6]&(1<<(r&63)) == 0
}

// findMatter marks the runes of the reply that name this customer's matter.
func findMatter(r *Reading) {
	r.Matter = r.Matter[:0]
	m := r.M
	if m == nil {
		return
	}
	runes := r.Text.Runes
	mark := func(start, end int) { r.Matter = append(r.Matter, [2]int{start, end}) }
	for i, c := range runes {
		if !isContent(c) && len(m.nouns) == 0 {
			continue
		}
		if m.nouns[c] {
			mark(i, i+1)
		}
		if i+1 < len(runes) && isContent(c) && isContent(runes[i+1]) && m.pairs[pairKey(c, runes[i+1])] {
			mark(i, i+2)
		}
	}
	for _, h := range r.Hits {
		if g := r.S.Words[h.Word].Group; g > 0 && m.groups[g] {
			mark(int(h.Start), int(h.End))
		}
	}
	for i := range r.Values {
		if v := &r.Values[i]; v.Known && (v.Num > 2 || v.Kind != text.PlainNumber) && slices.Contains(m.Figures, v.Num) {
			mark(v.Start, v.End)
		}
	}
	for i := range m.situation {
		r.Each(&m.situation[i], func(s, e int) bool { mark(s, e); return true })
	}
}

// MatterIn reports whether this customer's matter is named in clauses from through to.
func (r *Reading) MatterIn(from, to int) bool {
	for _, span := range r.Matter {
		if c := int(r.At[span[0]]); c >= from && c <= to {
			return true
		}
	}
	return false
}

// Said reports whether the customer used these words.
func (m *Matter) Said(words string) bool {
	for _, line := range m.Burst {
		if strings.Contains(line, words) {
			return true
		}
	}
	return false
}
