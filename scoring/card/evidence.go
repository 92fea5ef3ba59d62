package card

import (
	"fmt"
	"strings"

	"shouxiang/scoring/fact"
)

// RuleTooLate is the rule of the finding for a time that comes too late; its Why says which time, and by when it would
// have helped.
const RuleTooLate = "card.too-late"

// findings puts the rows of the card and what else was heard on it. Points of a part's rows add up to the part: what
// was gained to its points, what was lost to what lacks. What caps and hints take is on the rows of their cause, so
// that all points together are the score.
func (g *grader) findings() {
	c := &g.card
	c.Evidence = make([]fact.Evidence, 0, len(g.f.Evidence)+12)
	if g.t.Later {
		g.laterRows()
	} else {
		g.firstRows()
	}
	for _, e := range g.f.Evidence {
		if _, red := fact.RedLineByName(e.Part); !red && e.Part != fact.Empathy.Name() && e.Part != fact.Action.Name() {
			g.add(e.Rule, e.Part, e.Start, e.End, 0, e.Why)
		}
	}
	if g.f.Elements.Has(fact.Admit) && (g.b == nil || !g.b.Fault) {
		for _, e := range g.f.Evidence {
			if e.Part == fact.Admit.Name() {
				g.add("card.admit-unchecked", e.Part, e.Start, e.End, 0, whyAdmit)
				break
			}
		}
	}
	g.causes()
	for _, e := range g.t.Wish.List() {
		if !g.has(e) && !g.t.HeldNeed.Has(e) {
			g.add("card.wish", e.Name(), 0, 0, 0, whyWish+e.Screen())
		}
	}
}

func (g *grader) add(rule, part string, start, end, points int, why string) {
	g.card.Evidence = append(g.card.Evidence, fact.Evidence{Rule: rule, Part: part, Start: start, End: end, Points: points, Why: why})
}

// spanOf is the place of the first finding for a part.
func (g *grader) spanOf(part string) (rule string, start, end int) {
	for _, e := range g.f.Evidence {
		if e.Part == part {
			return e.Rule, e.Start, e.End
		}
	}
	return "", 0, 0
}

// row adds what a row gained, with its place, and what it lost.
func (g *grader) row(rule, part string, start, end int, p Part, gained, lost string) {
	if p.Points > 0 {
		g.add(rule, part, start, end, p.Points, gained)
	}
	if p.Points < p.Max {
		g.add(rule, part, 0, 0, p.Points-p.Max, lost)
	}
}

func (g *grader) firstRows() {
	c := &g.card
	if c.Empathy.Counted {
		g.empathyRow(c.Empathy)
	}
	if c.Action.Counted {
		g.actionEvidence()
	}
	if c.Time.Counted {
		lost := whyLate
		switch {
		case g.t.InTime && g.inquiry():
			lost = whyNoAnswer
		case g.t.InTime:
			lost = whyNoDeed
		}
		g.row("card.time", "time", 0, 0, c.Time, whyInTime, lost)
	}
	if c.Tag.Counted {
		gained := whyTag
		if g.t.Tag == TagNear {
			gained = whyTagNear
		}
		g.row("card.tag", "tag", 0, 0, c.Tag, gained, whyTagWrong)
	}
	g.mannerEvidence(5)
}

func (g *grader) empathyRow(p Part) {
	rule, start, end := g.spanOf(fact.Empathy.Name())
	lost := whyKind[g.kind]
	if g.t.Worn && g.f.Kind > fact.NoEmpathy {
		lost = whyWorn
	}
	if rule == "" {
		rule = "card.empathy"
	}
	if p.Points == 0 {
		g.add("card.empathy", fact.Empathy.Name(), start, end, -p.Max, lost)
		return
	}
	g.row(rule, fact.Empathy.Name(), start, end, p, whyKind[g.kind], lost)
}

func (g *grader) actionEvidence() {
	name := fact.Action.Name()
	switch {
	case g.t.HeldNeed.Has(fact.Action):
		g.add("card.held", name, 0, 0, g.card.Action.Points, whyStep)
		return
	case g.inquiry():
		_, start, end := g.spanOf(fact.Answer.Name())
		g.row("card.answer", name, start, end, g.card.Action, whyAnswered, whyNoAnswer)
		return
	}
	rows := g.actionRows()
	at := g.f.Places.Action
	step := whyStep
	if g.f.Step == 1 {
		step = whyVague
	}
	lostStep := whyNoStep
	if g.f.Step == 1 {
		lostStep = whyVague
	}
	when, noTime := whyDeadline, whyNoTime
	if g.f.Timing == fact.OnTheSpot {
		when = whyOnTheSpot
	}
	if g.f.Timing == fact.TooLate {
		noTime = g.tooLate()
	}
	words := [4][2]string{{whyWho, whyNoWho}, {step, lostStep}, {when, noTime}, {whyEcho, whyNoEcho}}
	for i, row := range rows {
		g.row(row.rule, name, at[i][0], at[i][1], Part{Points: row.points, Max: row.max}, words[i][0], words[i][1])
	}
}

// tooLate says which time is too late, and by when it would help: 1小时太久，这类30分钟内.
func (g *grader) tooLate() string {
	at := g.f.Places.Action[2]
	said := []rune(g.f.Text)[at[0]:at[1]]
	return fmt.Sprintf(whyTooLate, strings.TrimRight(string(said), "之以内"), fact.Length(g.b.Within))
}

func (g *grader) mannerEvidence(max int) {
	words := [3][2]string{{whyAddress, whyNoAddress}, {whyPolite, whyNotPolite}, {whyPlain, whyJargon}}
	for i, row := range g.mannerRows(max) {
		at := g.f.Places.Manner[i]
		p := Part{Points: row.points, Max: row.max}
		if p.Points > 0 {
			g.add(row.rule, "manner", at[0], at[1], p.Points, words[i][0])
			continue
		}
		g.add(row.rule, "manner", at[0], at[1], -p.Max, words[i][1])
	}
}

// laterRows is one row for each share of a later turn, then 表达.
func (g *grader) laterRows() {
	needs := g.t.Need.List()
	for i, share := range g.card.Shares {
		if i < len(needs) {
			rule, start, end := g.spanOf(needs[i].Name())
			if rule == "" {
				rule = "card." + needs[i].Name()
			}
			g.row(rule, needs[i].Name(), start, end, share.Part, fact.WhyElement[needs[i]], "还差："+needs[i].Screen())
			continue
		}
		at := [2]int{}
		if k := i - len(needs); k < len(g.f.Places.Must) {
			at = g.f.Places.Must[k]
		}
		g.row("scenario.must", "must", at[0], at[1], share.Part, fact.WhyMust, whyNoMust)
	}
	g.mannerEvidence(10)
}

// causes adds the rows of red lines, missing needs and hints with the points they took.
func (g *grader) causes() {
	c := &g.card
	left := g.sum
	strictest := -1
	if len(c.Caps) > 0 {
		left = min(left, c.Caps[0].Limit)
		strictest = 0
	}
	took := left - g.sum
	spend := func(i int) int {
		if i != strictest {
			return 0
		}
		strictest = -1
		return took
	}
	for i, limit := range c.Caps {
		if line, ok := fact.RedLineByLabel(limit.Name); ok {
			rule, start, end, why := g.redLine(line)
			g.add(rule, line.Name(), start, end, spend(i), why)
			continue
		}
		part, why := g.lack(limit.Name)
		rule := "card.cap"
		if part == fact.Deadline.Name() && g.f.Timing == fact.TooLate {
			rule = RuleTooLate
		}
		g.add(rule, part, 0, 0, spend(i), why)
	}
	for _, line := range g.f.Hints.List() {
		rule, start, end, _ := g.redLine(line)
		g.add(rule, line.Name(), start, end, c.Score-left, whyHint)
		left = c.Score
	}
}

// redLine is the first finding for a red line.
func (g *grader) redLine(line fact.RedLine) (rule string, start, end int, why string) {
	for _, e := range g.f.Evidence {
		if e.Part == line.Name() {
			return e.Rule, e.Start, e.End, e.Why
		}
	}
	return "program." + line.Name(), 0, 0, line.Why()
}

// lack is the part and the sentence of a cap for what is missing.
func (g *grader) lack(name string) (part, why string) {
	switch name {
	case "缺要点":
		return "must", whyNoMust
	case "不及时":
		return "time", whyLate
	case "重复":
		return "repeat", whyRepeat
	case "缺步骤":
		if g.inquiry() {
			return fact.Answer.Name(), whyNoAnswer
		}
		return fact.Action.Name(), whyNoStep
	case "缺共情":
		if g.t.Worn && g.f.Kind > fact.NoEmpathy {
			return fact.Empathy.Name(), whyWorn
		}
		return fact.Empathy.Name(), whyKind[fact.NoEmpathy]
	case "缺时限":
		if g.f.Timing == fact.TooLate {
			return fact.Deadline.Name(), g.tooLate()
		}
		return fact.Deadline.Name(), whyNoTime
	}
	for e := range fact.NumElements {
		if name == "缺"+e.Label() {
			return e.Name(), "还差：" + e.Screen()
		}
	}
	return "card", name
}
