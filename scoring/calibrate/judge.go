package calibrate

import (
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

// openSlot is not judged here: nobody labels it, and in tables from real chats [姓名] and [数字] stand for what was there.
var openSlot = fact.RedLineSet(fact.OpenSlot)

// judge scores rows as a trainee's replies would be, without clock and tag.
type judge struct {
	s       *scoring.Scorer
	names   []string // FlagNames
	matters map[string]*scoring.Matter
}

// heard is a row after scoring.
type heard struct {
	facts *scoring.Facts
	card  scoring.Card
	terms scoring.Terms
}

func (j *judge) hear(row *Row) heard {
	m, terms := row.Matter, row.Terms
	if m == nil {
		m, terms = j.matter(row.Customer), scoring.Terms{Need: bareNeed}
	}
	facts := j.s.Hear(m, bubbles(row.Reply))
	facts.RedLines = facts.RedLines.Without(openSlot)
	return heard{facts, m.Grade(facts, terms), terms}
}

func (j *judge) matter(customer string) *scoring.Matter {
	m := j.matters[customer]
	if m == nil {
		var brief scoring.Brief
		if customer != "" {
			brief.Burst = []string{customer}
		}
		m, _ = j.s.Compile(brief) // no patterns, nothing to go wrong
		j.matters[customer] = m
	}
	return m
}

// bubbles cuts a reply at its "//", as replies of scenario files are.
func bubbles(reply string) []string {
	var out []string
	for part := range strings.SplitSeq(reply, "//") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (j *judge) outcome(row *Row, h heard) outcome {
	o := outcome{
		labelled: row.Labelled, passes: h.card.Pass, verdict: row.Verdict,
		empathy: [2]int8{int8(row.Empathy), int8(h.facts.Empathy)}, action: [2]int8{int8(row.Action), int8(h.facts.Action)},
		people: j.bits(row.Flags), heard: j.lines(h.facts.RedLines),
		accused: h.facts.Crossed() != 0, zeroed: h.facts.Crossed()&zeroing != 0,
	}
	if !row.Labelled {
		return o
	}
	crossed := o.people
	if row.Action > 0 { // a 别急 beside a step is a hint, no red line
		crossed &^= j.bits([]string{"dismiss"})
	}
	// A card that needs more than the labels speak of can fail a good reply rightly; one that needs less can pass it.
	asksMore := h.terms.Need.Without(bareNeed) != 0 || len(h.facts.Must) > 0
	o.good = row.Empathy == 2 && row.Action == 2 && o.people == 0 && !asksMore
	o.wrong = row.Empathy == 0 && h.terms.Need.Has(fact.Empathy) || row.Action == 0 && h.terms.Need.Has(fact.Action) || crossed != 0
	return o
}

// bits are labels as a set; what is no label is left out.
func (j *judge) bits(flags []string) uint32 {
	var set uint32
	for _, name := range flags {
		if i := slices.Index(j.names, name); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}

// lines are the red lines of the scorer, hints among them, as a set of labels.
func (j *judge) lines(heard scoring.RedLines) uint32 {
	var names []string
	for _, line := range heard.List() {
		if name, ok := flagOf(line); ok {
			names = append(names, name)
		}
	}
	return j.bits(names)
}
