package sim

import (
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// This file is the one rule of scripts: what a reply or a silence leads to. docs/architecture.md "Scripts" lists the
// sentences of the format it follows.

// mostSteps is how many replies and silences a customer takes before the script ends by itself.
const mostSteps = 20

// carried needs hold across turns once met; 时限 only together with 方案.
var carried = fact.ElementSet(fact.Verify, fact.Own, fact.Admit, fact.Explain, fact.Answer, fact.Options)

// step is where one reply or silence leads, before it becomes events.
type step struct {
	facts *scoring.Facts // nil in a silence
	card  scoring.Card
	row   int // -1 = no row
	why   string
	to    string
	say   []string
	tip   string
	mood  int  // to add
	owed  bool // 过度承诺 comes back
}

// answer grades a reply of a script and follows it.
func (d *decision) answer(turn *scenarios.Turn, facts *scoring.Facts) {
	card := d.grade(turn, facts)
	d.gradeEvents(facts, card)
	m := d.moment(facts, card)
	d.follow(turn, d.choose(turn, m, step{facts: facts, card: card}))
}

// moment is what the conditions look at.
func (d *decision) moment(facts *scoring.Facts, card scoring.Card) *scenarios.Moment {
	m := &scenarios.Moment{
		Silence: facts == nil, Facts: facts, Pass: card.Pass, MustAll: len(card.MissingMust) == 0,
		Nagged: d.c.Nudges > 0, Again: d.c.visits(d.c.Turn) > 0, Mood: d.c.Mood,
	}
	turn := d.ses.Turn(d.c)
	for i := range d.c.Steps {
		if b := d.c.Steps[i].Bubbles; len(b) > 0 {
			m.Earlier = append(m.Earlier, d.ses.hear(turn.Matter, b))
		}
	}
	return m
}

// visits counts the replies and silences a turn has had.
func (c *Chat) visits(turn int) int {
	n := 0
	for i := range c.Steps {
		if c.Steps[i].Turn == turn {
			n++
		}
	}
	return n
}

// choose picks the row, or what happens without one: 达标 goes on, else the customer asks once more, then goes on
// displeased.
func (d *decision) choose(turn *scenarios.Turn, m *scenarios.Moment, s step) step {
	if s.facts != nil {
		s.mood, s.owed = moodOf(s.facts, s.card.Pass)
	}
	if i, ok := scenarios.Choose(turn.Rows, m); ok {
		row := &turn.Rows[i]
		s.row, s.why, s.to, s.say, s.tip = i, "row", row.To, row.Say, row.Tip
		if row.HasMood {
			s.mood, s.owed = row.Mood, false
		}
		return s
	}
	s.row = -1
	switch {
	case m.Silence:
		s.why = "silence"
	case m.Pass:
		s.why = "pass"
	case d.c.asked():
		s.why, s.mood, s.owed = "give_up", -1, false
	default:
		s.why, s.to = "ask", turn.ID
		s.say = []string{scenarios.AskAgain(d.ses.Scenario(d.c), turn, m, &s.card)}
	}
	return s
}

// asked: the customer already asked once more in this turn.
func (c *Chat) asked() bool {
	return slices.ContainsFunc(c.Steps, func(s Step) bool { return s.Turn == c.Turn && s.Why == "ask" })
}

// moodOf is what a reply does to the mood when the row does not say: the first that applies.
func moodOf(f *scoring.Facts, pass bool) (by int, owed bool) {
	crossed := f.Crossed()
	switch {
	case crossed.Has(fact.Rude):
		return -4, false
	case crossed.Has(fact.Accuse), crossed.Has(fact.Deflect):
		return -3, false
	case crossed.Without(fact.RedLineSet(fact.Overpromise)) != 0:
		return -2, false
	case crossed.Has(fact.Overpromise):
		return 1, true
	case pass:
		return 2, false
	case f.Elements.Has(fact.Empathy):
		return 0, false
	}
	return -1, false
}

// follow makes the step happen: mood, then 谈崩 unless the row names an ending, then the ending or the next turn.
func (d *decision) follow(turn *scenarios.Turn, s step) {
	sc := d.ses.Scenario(d.c)
	mood := d.moveMood(d.c.Mood, s.mood, moodReason(s))
	if s.facts != nil {
		mood = d.keepPromises(mood)
	}
	end := endingNamed(sc, s.to)
	switch {
	case end != nil:
		d.turned(s, turned{to: end.ID, end: true})
		d.endWith(end.CSAT, OutcomeDone, end.ID, end.Say)
	case mood == 0:
		d.turned(s, turned{to: "谈崩", end: true})
		d.endWith(1, OutcomeCollapse, "", collapseLine(sc))
	case s.why == "silence":
		d.forgetPromises(mood)
		d.turned(s, turned{to: "超时", end: true})
		d.endWith(1, OutcomeGone, "", "")
	case s.to == scenarios.ToLeave:
		d.turned(s, turned{to: scenarios.ToLeave, end: true})
		d.endWith(1, OutcomeLeft, "", "")
	default:
		d.goOn(turn, s, mood)
	}
}

// goOn enters the next turn, or ends by mood.
func (d *decision) goOn(turn *scenarios.Turn, s step, mood int) {
	sc := d.ses.Scenario(d.c)
	next := d.target(sc, s.to)
	skipped := 0
	for next < len(sc.Turns) && next != d.c.Turn && d.allCarried(sc, next, s.facts) {
		next++
		skipped++
	}
	if next >= len(sc.Turns) || len(d.c.Steps)+1 >= mostSteps {
		d.turned(s, turned{to: scenarios.ToEnd, end: true, skipped: skipped})
		d.endByMood(sc, s, mood)
		return
	}
	to := &sc.Turns[next]
	again := next == d.c.Turn || d.c.visits(next) > 0
	e := turned{to: to.ID, index: next, skipped: skipped, own: !again || len(s.say) == 0, owed: d.c.Owed || s.owed}
	if to.Stage == followUp {
		e.owed = false
		mood = d.enterFollowUp(s, mood, &e)
	}
	d.turned(s, e)
	if mood == 0 {
		d.endWith(1, OutcomeCollapse, "", collapseLine(sc))
	}
}

// target is the index of a turn; the number of turns when the script ends.
func (d *decision) target(sc *scenarios.Scenario, to string) int {
	switch to {
	case "":
		return d.c.Turn + 1
	case scenarios.ToEnd:
		return len(sc.Turns)
	}
	for i := range sc.Turns {
		if sc.Turns[i].ID == to {
			return i
		}
	}
	return d.c.Turn + 1 // a target the checker reports; playing goes on
}

func endingNamed(sc *scenarios.Scenario, id string) *scenarios.Ending {
	for i := range sc.Endings {
		if id != "" && sc.Endings[i].ID == id {
			return &sc.Endings[i]
		}
	}
	return nil
}

// allCarried: a turn whose every need and must was already met is skipped; the first turn, 跟进反馈 and turns that need
// nothing never are.
func (d *decision) allCarried(sc *scenarios.Scenario, i int, now *scoring.Facts) bool {
	t := &sc.Turns[i]
	if i == 0 || t.Stage == followUp || t.Need == 0 {
		return false
	}
	need, must := d.held(i, now, false)
	return t.Need.Without(need) == 0 && !slices.Contains(must, false)
}

// held is what earlier replies met of a turn's needs and musts and still holds. now, when given, counts as earlier;
// inTurn adds what replies within that very turn met.
func (d *decision) held(i int, now *scoring.Facts, inTurn bool) (need scoring.Elements, must []bool) {
	t := &d.ses.Scenario(d.c).Turns[i]
	must = make([]bool, len(t.Must))
	add := func(elements scoring.Elements, bubbles []string) {
		need |= elements & carried
		if elements.Has(fact.Options) && elements.Has(fact.Deadline) {
			need = need.With(fact.Deadline)
		}
		for j, said := range d.ses.hear(t.Matter, bubbles).Must {
			must[j] = must[j] || said
		}
	}
	for j := range d.c.Steps {
		s := &d.c.Steps[j]
		if s.Grade == nil {
			continue
		}
		add(fact.ElementsByNames(s.Grade.Elements), s.Bubbles)
		if inTurn && s.Turn == i {
			need |= t.Need.Without(fact.ElementsByNames(s.Grade.Missing))
		}
	}
	if now != nil {
		add(now.Elements, strings.Split(now.Text, "\n"))
	}
	return need, must
}

// moveMood adds to the mood, says why, and returns the new one.
func (d *decision) moveMood(mood, by int, why string) int {
	to := max(0, min(10, mood+by))
	if to != mood {
		d.add(MoodMoved{d.stamp(), mood, to, why})
	}
	return to
}

func moodReason(s step) string {
	switch {
	case s.facts == nil:
		return "silence"
	case s.facts.Crossed() != 0:
		return s.facts.Crossed().List()[0].Name()
	case s.card.Pass:
		return "pass"
	case s.why == "give_up":
		return "give_up"
	}
	return "missing"
}
