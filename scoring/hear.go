package scoring

import (
	"math/bits"
	"strings"
)

func trailing(b uint64) int { return bits.TrailingZeros64(b) }

// heard is the reply taken apart; Facts keep it for Mentions.
type heard = reply

// Hear says what one reply contains. m may be nil: then nothing is known of the customer.
func (s *Scorer) Hear(m *Matter, bubbles []string) *Facts {
	f := &Facts{Text: strings.Join(bubbles, "\n"), Clean: true}
	r := &reply{s: s, m: m}
	f.heard = r
	r.read(f.Text)
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

func (r *reply) hearMust(f *Facts) {
	if r.m == nil {
		return
	}
	for i := range r.m.must {
		start, end, ok := r.affirmed(&r.m.must[i])
		f.Must = append(f.Must, ok)
		if ok {
			r.say(f, "must", sign{"scenario.must", start, end})
		}
	}
	for i := range r.m.forbid {
		if start, end, ok := r.affirmed(&r.m.forbid[i]); ok {
			r.cross(f, Forbidden, sign{"scenario.forbid", start, end}, "")
		}
	}
	for i := range r.m.wrong {
		if start, end, ok := r.affirmed(&r.m.wrong[i]); ok {
			r.cross(f, WrongPolicy, sign{"scenario.wrong", start, end}, "")
		}
	}
	for i := range r.m.jargon {
		if _, _, ok := r.affirmed(&r.m.jargon[i]); ok {
			f.Clean = false
		}
	}
}

func (r *reply) hearManner(f *Facts) {
	for i := range r.tokens {
		t := &r.tokens[i]
		f.Address = f.Address || t.is(clsAddress)
		f.Polite = f.Polite || t.is(clsPoliteWord)
		if t.is(clsJargon) {
			f.Clean = false
		}
	}
}

// say adds evidence, with the place in the original text.
func (r *reply) say(f *Facts, part string, s sign) {
	start, end := r.place(s.start, s.end)
	f.Evidence = append(f.Evidence, Evidence{Rule: s.rule, Part: part, Start: start, End: end})
}

// place brings a span of folded runes back to code points of the original.
func (r *reply) place(start, end int) (int, int) {
	if start >= end || end > len(r.text.runes) {
		return 0, 0
	}
	return int(r.text.from[start]), int(r.text.to[end-1])
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
