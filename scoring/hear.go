package scoring

import (
	"strings"
	"sync"
)

// desks holds replies whose slices can be used again.
var desks = sync.Pool{New: func() any { return new(ear) }}

// mostHeard is how many characters of a reply are listened to. Nobody answers a customer with more, and the time it takes
// grows with the square.
const mostHeard = 4000

// Hear says what one reply contains, in its first 4,000 characters. m may be nil: then nothing is known of the customer.
func Hear(s *Lexicon, m *Matter, bubbles []string) (*Facts, *Said) {
	f := &Facts{Text: strings.Join(bubbles, "\n"), Clean: true, Evidence: make([]Evidence, 0, 12)}
	r, _ := desks.Get().(*ear)
	defer desks.Put(r)
	r.reply.s, r.reply.m = s, m
	r.read(opening(f.Text, mostHeard))
	said := r.keep()
	r.hearVows(f)
	r.hearAction(f)
	r.hearEmpathy(f)
	r.hearElements(f)
	r.hearRedLines(f)
	r.hearMust(f)
	r.hearOverreach(f)
	r.hearPromises(f)
	r.hearManner(f)
	r.hearEmpty(f)
	return f, said
}

func (r *ear) hearMust(f *Facts) {
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
		f.Places.Must = append(f.Places.Must, at)
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
			f.Places.Manner[2][0], f.Places.Manner[2][1] = r.place(start, end)
		}
	}
}

func (r *ear) hearManner(f *Facts) {
	note := func(row int, t *token) bool {
		f.Places.Manner[row][0], f.Places.Manner[row][1] = r.place(int(t.start), int(t.end))
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
func (r *ear) say(f *Facts, part string, s sign) {
	start, end := r.place(s.start, s.end)
	f.Evidence = append(f.Evidence, Evidence{Rule: s.rule, Part: part, Start: start, End: end, Why: whyOf(r.s, part, s.entry)})
}

// whyOf is the sentence for a finding: the lexicon's own, else that of its part.
func whyOf(s *Lexicon, part string, source int) string {
	if source >= 0 && s.entries[source].why != "" {
		return s.entries[source].why
	}
	for e := range numElements {
		if elementNames[e].json == part {
			return whyElement[e]
		}
	}
	for l := range numRedLines {
		if redLineNames[l].json == part {
			return whyRedLine[l]
		}
	}
	return whyMust
}
