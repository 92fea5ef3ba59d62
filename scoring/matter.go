package scoring

import (
	"slices"
	"strings"
)

// Matter is a Brief made ready: what this customer's matter is, and what the card wants to hear about it.
type Matter struct {
	s         *Lexicon
	brief     Brief
	pairs     map[uint32]bool // neighbouring characters of the burst that carry content
	nouns     map[rune]bool
	groups    map[int16]bool // synonym groups named in the burst
	figures   []float64
	days      []string // 后天: the customer's own days
	situation []Pattern
	must      []Pattern
	forbid    []Pattern
	jargon    []Pattern
	wrong     []Pattern
	verify    []Pattern
	can       []ability
	asks      bool // the burst asks something
	complains bool // it tells of trouble, or at least asks nothing, and does not send thanks to somebody
	thanks    bool // 帮我谢谢他
	hear      []heardPattern
	burst     []string            // folded
	fours     map[uint64]struct{} // runs of four characters of the burst, 我 and 您 as one
}

type heardPattern struct {
	element Element
	pattern Pattern
}

// Compile makes a Brief ready, once per turn. Patterns that cannot be used are reported and left out.
func Compile(s *Lexicon, b Brief) (*Matter, []PatternError) {
	m := &Matter{s: s, brief: b, pairs: map[uint32]bool{}, nouns: map[rune]bool{}, groups: map[int16]bool{}}
	for _, line := range b.Burst {
		m.learn(line)
	}
	m.fours = fours(m.burst)
	m.complains = (m.complains || !m.asks && len(b.Burst) > 0) && !m.thanks
	var errs []PatternError
	compile := func(field string, index int, e Element, text string) (Pattern, bool) {
		p, err := CompilePattern(s, text)
		if err != nil {
			errs = append(errs, PatternError{Field: field, Index: index, Element: e, Message: err.Error()})
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
	m.forbid = list("forbid", b.Forbid)
	m.jargon = list("jargon", b.Jargon)
	m.verify = list("verify", b.Verify)
	for _, text := range b.Can {
		m.can = append(m.can, newAbility(s, text))
	}
	for i, text := range b.Must { // keeps its place: Facts.Must has one for each
		p, ok := compile("must", i, 0, text)
		if !ok {
			p = Pattern{alts: [][][]rune{}}
		}
		m.must = append(m.must, p)
	}
	for i, w := range b.Wrong {
		p, ok := compile("wrong", i, 0, w.Say)
		if !ok {
			p = Pattern{alts: [][][]rune{}}
		}
		m.wrong = append(m.wrong, p)
	}
	for e := range numElements {
		for i, text := range b.Hear[e] {
			if p, ok := compile("hear", i, e, text); ok {
				m.hear = append(m.hear, heardPattern{e, p})
			}
		}
	}
	return m, errs
}

// learn takes the content of one message of the customer.
func (m *Matter) learn(line string) {
	var t folded
	m.s.fold.fold(&t, line)
	m.burst = append(m.burst, string(t.runes))
	m.asks = m.asks || asksSomething(t.runes)
	m.complains = m.complains || slices.Contains(t.runes, '!')
	for _, word := range []string{"谢谢他", "谢谢她", "谢谢小", "帮我谢", "替我谢", "谢谢那"} {
		m.thanks = m.thanks || contains(t.runes, []rune(word))
	}
	covered := make([]bool, len(t.runes))
	for _, h := range m.s.auto.find(nil, t.runes) {
		if g := m.s.words[h.word].group; g > 0 {
			m.groups[g] = true
		}
		switch {
		case m.s.hasClass(h.word, clsGeneric):
			for i := h.start; i < h.end; i++ {
				covered[i] = true
			}
		case m.s.hasClass(h.word, clsNoun):
			m.nouns[t.runes[h.start]] = true
		}
		m.complains = m.complains || m.s.hasAny(h.word, clsEmo, clsPlight, clsWeakEmo, clsBad, clsCannot)
		if m.s.hasClass(h.word, clsDay) {
			m.days = append(m.days, string(t.runes[h.start:h.end]))
		}
	}
	for i := 0; i+1 < len(t.runes); i++ {
		if a, b := t.runes[i], t.runes[i+1]; isContent(a) && isContent(b) && !(covered[i] && covered[i+1]) {
			m.pairs[pairKey(a, b)] = true
		}
	}
	for i := 0; i < len(t.runes); {
		if startsNumber(t.runes[i]) {
			if v, ok := readValue(t.runes, i); ok {
				if v.num > 2 || v.kind != plainNumber {
					m.figures = append(m.figures, v.num)
				}
				i = v.end
				continue
			}
		}
		i++
	}
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
func (r *reply) findMatter() {
	r.matter = r.matter[:0]
	m := r.m
	if m == nil {
		return
	}
	runes := r.text.runes
	mark := func(start, end int) { r.matter = append(r.matter, [2]int{start, end}) }
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
	for _, h := range r.hits {
		if g := r.s.words[h.word].group; g > 0 && m.groups[g] {
			mark(int(h.start), int(h.end))
		}
	}
	for i := range r.values {
		if v := &r.values[i]; v.known && (v.num > 2 || v.kind != plainNumber) && slices.Contains(m.figures, v.num) {
			mark(v.start, v.end)
		}
	}
	for i := range m.situation {
		r.each(&m.situation[i], func(s, e int) bool { mark(s, e); return true })
	}
}

// matterIn reports whether this customer's matter is named in clauses from through to.
func (r *reply) matterIn(from, to int) bool {
	for _, span := range r.matter {
		if c := int(r.at[span[0]]); c >= from && c <= to {
			return true
		}
	}
	return false
}

// said reports whether the customer used these words.
func (m *Matter) said(words string) bool {
	for _, line := range m.burst {
		if strings.Contains(line, words) {
			return true
		}
	}
	return false
}
