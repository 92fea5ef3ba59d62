package calibrate

import (
	"cmp"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

// Disagreement is one thing on which scorer and people differ.
type Disagreement struct {
	ID     string   `json:"id"`
	Line   int      `json:"line"`
	Reply  string   `json:"reply"`
	What   string   `json:"what"` // empathy, action or a red line
	People int      `json:"people"`
	Scorer int      `json:"scorer"`
	Rules  []string `json:"rules"` // what the scorer went by; empty when it heard nothing
}

// Misjudged is a reply whose 达标 is not what people say, or not what their labels lead to where they do not say.
type Misjudged struct {
	ID     string   `json:"id"`
	Line   int      `json:"line"`
	Reply  string   `json:"reply"`
	Stated bool     `json:"stated"` // people said it of the reply as a whole
	Score  int      `json:"score"`
	Pass   bool     `json:"pass"` // by the scorer; people say the contrary
	Caps   []string `json:"caps"`
}

// Rule counts how often a rule stood behind a disagreement.
type Rule struct {
	ID    string `json:"rule"`
	Count int    `json:"count"`
}

// Category is the figures of the replies of one category.
type Category struct {
	Name string `json:"category"`
	Measures
}

// Report is all of it.
type Report struct {
	Measures
	Categories    []Category     `json:"categories,omitempty"` // the largest first
	Disagreements []Disagreement `json:"disagreements"`        // those of the worst rule first
	Misjudged     []Misjudged    `json:"misjudged"`
	Worst         []Rule         `json:"worst_rules"`
}

// usual are the red lines that every labelled file is read for.
var usual = []string{"overpromise", "robotic", "blame", "dismiss", "privacy", "rude"}

// zeroing are the red lines that make a card 0.
var zeroing = func() (set scoring.RedLines) {
	for _, line := range fact.RedLinesAll() {
		if line.Limit() == 0 {
			set = set.With(line)
		}
	}
	return set
}()

// bareNeed is what a first response needs when no scenario is known: 共情, 行动, 时限.
var bareNeed = fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)

// Measure scores the rows, untimed and untagged, and compares. Rows of one customer share one Matter.
func Measure(s *scoring.Scorer, rows []Row) Report {
	j := judge{s: s, names: FlagNames(), matters: map[string]*scoring.Matter{}}
	rep := Report{Disagreements: []Disagreement{}, Misjudged: []Misjudged{}}
	outcomes := make([]outcome, len(rows))
	counted := j.bits(usual)
	byCategory := map[string][]outcome{}
	for i := range rows {
		row := &rows[i]
		h := j.hear(row)
		o := j.outcome(row, h)
		outcomes[i] = o
		counted |= o.people
		if row.Category != "" {
			byCategory[row.Category] = append(byCategory[row.Category], o)
		}
		rep.compare(&j, row, h, &o)
	}
	rep.Measures = measure(outcomes, counted)
	for name, some := range byCategory {
		rep.Categories = append(rep.Categories, Category{name, measure(some, counted)})
	}
	slices.SortFunc(rep.Categories, func(a, b Category) int {
		return cmp.Or(cmp.Compare(b.Replies, a.Replies), strings.Compare(a.Name, b.Name))
	})
	rep.order()
	return rep
}

// compare notes where one reply is heard or judged differently.
func (rep *Report) compare(j *judge, row *Row, h heard, o *outcome) {
	if o.labelled {
		rep.differ(row, h.facts, "empathy", int(o.empathy[0]), int(o.empathy[1]))
		rep.differ(row, h.facts, "action", int(o.action[0]), int(o.action[1]))
		for i, name := range j.names {
			rep.differ(row, h.facts, name, int(o.people>>i&1), int(o.heard>>i&1))
		}
	}
	stated := o.verdict != NoVerdict
	if stated && o.passes != (o.verdict == Passes) || !stated && (o.good && !o.passes || o.wrong && o.passes) {
		m := Misjudged{ID: row.ID, Line: row.Line, Reply: row.Reply, Stated: stated, Score: h.card.Score, Pass: o.passes, Caps: []string{}}
		for _, c := range h.card.Caps {
			m.Caps = append(m.Caps, c.Name)
		}
		rep.Misjudged = append(rep.Misjudged, m)
	}
}

func (rep *Report) differ(row *Row, f *scoring.Facts, what string, people, scorer int) {
	if people == scorer {
		return
	}
	d := Disagreement{ID: row.ID, Line: row.Line, Reply: row.Reply, What: what, People: people, Scorer: scorer, Rules: []string{}}
	for _, e := range f.Evidence {
		mine := e.Part == what || what == "blame" && (e.Part == "deflect" || e.Part == "accuse")
		if mine && !slices.Contains(d.Rules, e.Rule) {
			d.Rules = append(d.Rules, e.Rule)
		}
	}
	rep.Disagreements = append(rep.Disagreements, d)
}

// order sorts disagreements by how often their first rule misleads.
func (rep *Report) order() {
	count := map[string]int{}
	first := func(d Disagreement) string {
		if len(d.Rules) == 0 {
			return "(没听出来) " + d.What
		}
		return d.What + " " + d.Rules[0]
	}
	for _, d := range rep.Disagreements {
		count[first(d)]++
	}
	for id, n := range count {
		rep.Worst = append(rep.Worst, Rule{id, n})
	}
	slices.SortFunc(rep.Worst, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(rep.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(cmp.Compare(count[first(b)], count[first(a)]), strings.Compare(first(a), first(b)))
	})
}
