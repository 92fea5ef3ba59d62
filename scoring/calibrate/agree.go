package calibrate

import (
	"cmp"
	"slices"
	"strings"

	"shouxiang/scoring"
)

// Levels is the agreement on one element with levels 0, 1, 2.
type Levels struct {
	Name      string    `json:"name"`
	Accuracy  float64   `json:"accuracy"`
	F1        *float64  `json:"f1"`        // of present (1, 2) against absent; null where people never heard it
	Kappa     *float64  `json:"kappa"`     // unweighted, over 0/1/2; null where it is undefined
	Confusion [3][3]int `json:"confusion"` // [people][scorer]
}

// Flag is the agreement on one red line.
type Flag struct {
	Name  string   `json:"name"`
	Both  int      `json:"both"`
	Only  int      `json:"scorer_only"`
	Miss  int      `json:"people_only"`
	F1    *float64 `json:"f1"` // null where people never heard it
	Kappa *float64 `json:"kappa"`
}

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

// Rule counts how often a rule stood behind a disagreement.
type Rule struct {
	ID    string `json:"rule"`
	Count int    `json:"count"`
}

// Report is all of it. Shares are of 1.
type Report struct {
	Replies       int            `json:"replies"`
	Empathy       Levels         `json:"empathy"`
	Action        Levels         `json:"action"`
	Flags         []Flag         `json:"red_lines"`
	MicroF1       *float64       `json:"red_lines_micro_f1"`
	Disagreements []Disagreement `json:"disagreements"` // those of the worst rule first
	Worst         []Rule         `json:"worst_rules"`
}

// Measure scores the rows and compares. Rows of one customer share one Matter.
func Measure(s *scoring.Scorer, rows []Row) Report {
	rep := Report{Replies: len(rows), Empathy: Levels{Name: "empathy"}, Action: Levels{Name: "action"}}
	names := FlagNames()
	rep.Flags = make([]Flag, len(names))
	for i, name := range names {
		rep.Flags[i].Name = name
	}
	matters := map[string]*scoring.Matter{}
	for _, row := range rows {
		m := matters[row.Customer]
		if m == nil {
			var brief scoring.Brief
			if row.Customer != "" {
				brief.Burst = []string{row.Customer}
			}
			m, _ = s.Compile(brief)
			matters[row.Customer] = m
		}
		f := s.Hear(m, []string{row.Reply})
		rep.level(&rep.Empathy, row, f, row.Empathy, f.Empathy)
		rep.level(&rep.Action, row, f, row.Action, f.Action)
		for i, name := range names {
			rep.flag(&rep.Flags[i], row, f, slices.Contains(row.Flags, name), heardFlag(f, name))
		}
	}
	rep.Empathy.finish(len(rows))
	rep.Action.finish(len(rows))
	rep.finishFlags()
	rep.order()
	return rep
}

func heardFlag(f *scoring.Facts, name string) bool {
	if name == "blame" {
		return f.RedLines.Has(scoring.Deflect) || f.RedLines.Has(scoring.Accuse)
	}
	return f.RedLines&scoring.RedLinesByNames(name) != 0
}

func (rep *Report) level(l *Levels, row Row, f *scoring.Facts, people, scorer int) {
	l.Confusion[people][scorer]++
	if people != scorer {
		rep.differ(row, f, l.Name, people, scorer)
	}
}

func (rep *Report) flag(fl *Flag, row Row, f *scoring.Facts, people, scorer bool) {
	switch {
	case people && scorer:
		fl.Both++
	case scorer:
		fl.Only++
		rep.differ(row, f, fl.Name, 0, 1)
	case people:
		fl.Miss++
		rep.differ(row, f, fl.Name, 1, 0)
	}
}

func (rep *Report) differ(row Row, f *scoring.Facts, what string, people, scorer int) {
	d := Disagreement{ID: row.ID, Line: row.Line, Reply: row.Reply, What: what, People: people, Scorer: scorer, Rules: []string{}}
	parts := map[string]bool{what: true}
	if what == "blame" {
		parts = map[string]bool{"deflect": true, "accuse": true}
	}
	for _, e := range f.Evidence {
		if parts[e.Part] && !slices.Contains(d.Rules, e.Rule) {
			d.Rules = append(d.Rules, e.Rule)
		}
	}
	rep.Disagreements = append(rep.Disagreements, d)
}

func (l *Levels) finish(n int) {
	if n == 0 {
		return
	}
	var people, scorer [3]int
	same := 0
	for p, line := range l.Confusion {
		for s, count := range line {
			people[p] += count
			scorer[s] += count
			if p == s {
				same += count
			}
		}
	}
	l.Accuracy = float64(same) / float64(n)
	both := n - people[0] - (scorer[0] - l.Confusion[0][0])
	l.F1 = f1(both, l.Confusion[0][1]+l.Confusion[0][2], l.Confusion[1][0]+l.Confusion[2][0])
	chance := 0.0
	for i := range people {
		chance += float64(people[i]) * float64(scorer[i]) / float64(n) / float64(n)
	}
	l.Kappa = kappa(l.Accuracy, chance)
}

// f1 is null where there are no positives among the labels.
func f1(both, only, miss int) *float64 {
	if both+miss == 0 {
		return nil
	}
	v := 2 * float64(both) / float64(2*both+only+miss)
	return &v
}

func kappa(same, chance float64) *float64 {
	if chance >= 1 {
		return nil
	}
	v := (same - chance) / (1 - chance)
	return &v
}

// usual are the red lines that every labelled file is read for.
var usual = map[string]bool{"overpromise": true, "robotic": true, "blame": true, "dismiss": true, "privacy": true, "rude": true}

func (rep *Report) finishFlags() {
	n := float64(rep.Replies)
	var both, only, miss int
	for i := range rep.Flags {
		fl := &rep.Flags[i]
		if usual[fl.Name] || fl.Both+fl.Miss > 0 { // what the labels never name cannot be held against the scorer
			both, only, miss = both+fl.Both, only+fl.Only, miss+fl.Miss
		}
		fl.F1 = f1(fl.Both, fl.Only, fl.Miss)
		if fl.F1 != nil && n > 0 {
			p, s := float64(fl.Both+fl.Miss)/n, float64(fl.Both+fl.Only)/n
			fl.Kappa = kappa(1-float64(fl.Only+fl.Miss)/n, p*s+(1-p)*(1-s))
		}
	}
	rep.MicroF1 = f1(both, only, miss)
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
