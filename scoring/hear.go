package scoring

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// heard is what Facts keep of the reply for Mentions: its folded runes, values and the words that negate.
type heard = reply

// desks holds replies whose slices can be used again.
var desks = sync.Pool{New: func() any { return new(reply) }}

// mostHeard is how many characters of a reply are listened to. Nobody answers a customer with more, and the time it takes
// grows with the square.
const mostHeard = 4000

// Hear says what one reply contains, in its first 4,000 characters. m may be nil: then nothing is known of the customer.
func (s *Scorer) Hear(m *Matter, bubbles []string) *Facts {
	f := &Facts{Text: strings.Join(bubbles, "\n"), Clean: true, Evidence: make([]Evidence, 0, 12)}
	r, _ := desks.Get().(*reply)
	defer desks.Put(r)
	r.s, r.m = s, m
	r.read(opening(f.Text, mostHeard))
	f.heard = r.keep()
	r.findMatter()
	r.hearSure(f)
	r.hearAction(f)
	r.hearEmpathy(f)
	r.hearElements(f)
	r.hearRedLines(f)
	r.hearMust(f)
	r.hearOverreach(f)
	r.hearPromises(f)
	r.hearManner(f)
	r.hearEmpty(f)
	return f
}

// opening is the first most code points of a text, up to the last border between characters as people see them.
func opening(text string, most int) string {
	if len(text) <= most {
		return text
	}
	n, last, rest, state := 0, 0, text, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n += utf8.RuneCountInString(cluster); n > most {
			return text[:last]
		}
		last += len(cluster)
	}
	return text
}

// keep copies what Mentions needs.
func (r *reply) keep() *heard {
	h := &heard{s: r.s, at: slices.Clone(r.at), values: slices.Clone(r.values), first: make([]int32, len(r.clauses)+1)}
	h.text.runes = slices.Clone(r.text.runes)
	n := 0
	for i := range r.tokens {
		if r.tokens[i].governs() {
			n++
		}
	}
	h.tokens = make([]token, 0, n)
	for i := range r.tokens {
		if r.tokens[i].governs() {
			h.tokens = append(h.tokens, r.tokens[i])
			h.first[r.tokens[i].clause+1]++
		}
	}
	for c := range r.clauses {
		h.first[c+1] += h.first[c]
	}
	return h
}

// governs reports words that decide whether something is denied.
func (t *token) governs() bool {
	const low = 1<<clsNeg | 1<<clsBan | 1<<clsCannot | 1<<clsNotAfter | 1<<clsTwice | 1<<clsConnect | 1<<clsFor | 1<<clsWe | 1<<clsWill
	return t.cls&low != 0 || t.is(clsDegree)
}

func (r *reply) hearMust(f *Facts) {
	if r.m == nil {
		return
	}
	for i := range r.m.must {
		start, end, ok := r.affirmed(&r.m.must[i])
		f.Must = append(f.Must, ok)
		at := [2]int{}
		if ok {
			at[0], at[1] = r.place(start, end)
			r.say(f, "must", sign{"scenario.must", start, end, -1})
		}
		f.mustAt = append(f.mustAt, at)
	}
	for i := range r.m.forbid {
		if start, end, ok := r.affirmed(&r.m.forbid[i]); ok {
			r.cross(f, Forbidden, sign{"scenario.forbid", start, end, -1}, "")
		}
	}
	for i := range r.m.wrong {
		if start, end, ok := r.affirmed(&r.m.wrong[i]); ok {
			r.cross(f, WrongPolicy, sign{"scenario.wrong", start, end, -1}, "")
			if why := r.m.brief.Wrong[i].Why; why != "" {
				f.Evidence[len(f.Evidence)-1].Why = whyRedLine[WrongPolicy] + "：" + why
			}
		}
	}
	for i := range r.m.jargon {
		if start, end, ok := r.affirmed(&r.m.jargon[i]); ok && f.Clean {
			f.Clean = false
			f.manner[2][0], f.manner[2][1] = r.place(start, end)
		}
	}
}

func (r *reply) hearManner(f *Facts) {
	note := func(row int, t *token) bool {
		f.manner[row][0], f.manner[row][1] = r.place(int(t.start), int(t.end))
		return true
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if !f.Address && t.is(clsAddress) {
			f.Address = note(0, t)
		}
		if !f.Polite && t.is(clsPoliteWord) {
			f.Polite = note(1, t)
		}
		if f.Clean && t.is(clsJargon) {
			f.Clean = !note(2, t)
		}
	}
}

// say adds evidence, with the place in the original text.
func (r *reply) say(f *Facts, part string, s sign) {
	start, end := r.place(s.start, s.end)
	f.Evidence = append(f.Evidence, Evidence{Rule: s.rule, Part: part, Start: start, End: end, Why: r.s.whyOf(part, s.entry)})
}

// place brings a span of folded runes back to code points of the original.
func (r *reply) place(start, end int) (int, int) {
	if start >= end || end > len(r.text.runes) {
		return 0, 0
	}
	from, to := int(r.text.from[start]), int(r.text.to[end-1])
	return r.border(from, to)
}

// ElementsByNames is the inverse of Elements.String; unknown names are left out.
func ElementsByNames(csv string) Elements {
	var set Elements
	for name := range strings.SplitSeq(csv, ",") {
		for e := range numElements {
			if elementNames[e].json == strings.TrimSpace(name) {
				set = set.With(e)
			}
		}
	}
	return set
}

// RedLinesByNames is the inverse of RedLines.String; unknown names are left out.
func RedLinesByNames(csv string) RedLines {
	var set RedLines
	for name := range strings.SplitSeq(csv, ",") {
		for l := range numRedLines {
			if redLineNames[l].json == strings.TrimSpace(name) {
				set = set.With(l)
			}
		}
	}
	return set
}
