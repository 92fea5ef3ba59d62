package hearing

import (
	"strings"
	"sync"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// desks holds replies whose slices can be used again.
var desks = sync.Pool{New: func() any { return new(ear) }}

// mostHeard is how many characters of a reply are listened to. Nobody answers a customer with more, and the time it takes
// grows with the square.
const mostHeard = 4000

// Hear says what one reply contains, in its first 4,000 characters, without the rules of code that are off. m may be nil: then
// nothing is known of the customer.
func Hear(s *lexicon.Lexicon, off Rules, m *reading.Matter, bubbles []string) (*fact.Facts, *reading.Said) {
	r, _ := desks.Get().(*ear)
	defer desks.Put(r)
	r.Reading.S, r.Reading.M, r.off = s, m, off
	text := strings.Join(bubbles, "\n")
	r.Read(reading.Opening(text, mostHeard))
	said := r.Keep()
	return r.hear(text), said
}

// hear makes Facts of what was read.
func (r *ear) hear(text string) *fact.Facts {
	f := &fact.Facts{Text: text, Clean: true, Evidence: make([]fact.Evidence, 0, 12)}
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
	r.hearSecondOpinion(f)
	return f
}

func (r *ear) hearMust(f *fact.Facts) {
	if r.M == nil {
		return
	}
	for i := range r.M.Must {
		start, end, ok := r.Affirmed(&r.M.Must[i])
		f.Must = append(f.Must, ok)
		at := [2]int{}
		if ok {
			at[0], at[1] = r.Place(start, end)
			r.say(f, "must", reading.ByRule("scenario.must", start, end))
		}
		f.Places.Must = append(f.Places.Must, at)
	}
	for i := range r.M.Forbid {
		if start, end, ok := r.Affirmed(&r.M.Forbid[i]); ok {
			cross(r, f, fact.Forbidden, reading.ByRule("scenario.forbid", start, end), "")
		}
	}
	for i := range r.M.Wrong {
		if start, end, ok := r.Affirmed(&r.M.Wrong[i]); ok {
			cross(r, f, fact.WrongPolicy, reading.ByRule("scenario.wrong", start, end), "")
			if why := r.M.Brief.Wrong[i].Why; why != "" {
				f.Evidence[len(f.Evidence)-1].Why = fact.WrongPolicy.Why() + "：" + why
			}
		}
	}
	for i := range r.M.Jargon {
		if start, end, ok := r.Affirmed(&r.M.Jargon[i]); ok && f.Clean {
			f.Clean = false
			f.Places.Manner[2][0], f.Places.Manner[2][1] = r.Place(start, end)
		}
	}
}

func (r *ear) hearManner(f *fact.Facts) {
	note := func(row int, t *reading.Token) bool {
		f.Places.Manner[row][0], f.Places.Manner[row][1] = r.Place(int(t.Start), int(t.End))
		return true
	}
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if !f.Address && t.Is(lexicon.Address) {
			f.Address = note(0, t)
		}
		if !f.Polite && t.Is(lexicon.PoliteWord) {
			f.Polite = note(1, t)
		}
		if f.Clean && t.Is(lexicon.Jargon) {
			f.Clean = !note(2, t)
		}
	}
}

// say adds evidence, with the place in the original text.
func (r *ear) say(f *fact.Facts, part string, s reading.Sign) {
	start, end := r.Place(s.Start, s.End)
	f.Evidence = append(f.Evidence, fact.Evidence{Rule: s.Rule, Part: part, Start: start, End: end, Why: whyOf(r.S, part, s)})
}

// whyOf is the sentence for a finding: that of its rule, else that of its part.
func whyOf(s *lexicon.Lexicon, part string, by reading.Sign) string {
	if by.Entry >= 0 && s.Entries[by.Entry].Why != "" {
		return s.Entries[by.Entry].Why
	}
	if rule, ok := RuleNamed(by.Rule); ok && by.Entry < 0 {
		return Table[rule].Why
	}
	for e := range fact.NumElements {
		if e.Name() == part {
			return fact.WhyElement[e]
		}
	}
	if line, ok := fact.RedLineByName(part); ok {
		return line.Why()
	}
	return fact.WhyMust
}
