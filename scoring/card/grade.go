package card

import (
	"cmp"
	"slices"

	"shouxiang/scoring/fact"
)

// Limits of the card (docs/scoring.md §4). They are the product's, not a pack's.
const (
	PassMark   = 70
	capMissing = 65
	capNoStep  = 50
	capRepeat  = 60
	hintCost   = 10
)

// Grade turns facts into points. b may be nil: nothing is known of the customer. It is pure: the same facts and terms give the
// same card.
func Grade(b *fact.Brief, f *fact.Facts, t Terms) Card {
	g := grader{b: b, f: f, t: t}
	g.worn()
	if t.Later {
		g.laterTurn()
	} else {
		g.firstResponse()
	}
	g.missing()
	g.caps()
	g.findings()
	return g.card
}

// grader is one grading under way.
type grader struct {
	b    *fact.Brief // nil where nothing is known of the customer
	f    *fact.Facts
	t    Terms
	kind fact.EmpathyKind // after the third-card rule
	card Card
	sum  int
}

// worn applies the third-card rule: the same clause of empathy in a third card of a set is heard as a formula.
func (g *grader) worn() {
	g.kind = g.f.Kind
	if g.t.Worn {
		g.kind = fact.NoEmpathy
	}
}

// needs reports whether the card needs e and no earlier reply met it.
func (g *grader) needs(e fact.Element) bool { return g.t.Need.Has(e) && !g.t.HeldNeed.Has(e) }

// inquiry is a card that wants an answer and no empathy.
func (g *grader) inquiry() bool { return g.t.Need.Has(fact.Answer) && !g.t.Need.Has(fact.Empathy) }

func (g *grader) has(e fact.Element) bool {
	switch e {
	case fact.Empathy:
		return g.kind > fact.NoEmpathy
	case fact.Action:
		return g.f.Step > 0
	case fact.Deadline:
		return g.f.Timing >= fact.Met
	}
	return g.f.Elements.Has(e)
}

func (g *grader) mustSaid(i int) bool {
	return i < len(g.f.Must) && g.f.Must[i] || i < len(g.t.HeldMust) && g.t.HeldMust[i]
}

func (g *grader) musts() int {
	if g.b == nil {
		return 0
	}
	return len(g.b.Must)
}

// missing lists what the card needs and did not get.
func (g *grader) missing() {
	for _, e := range g.t.Need.List() {
		if g.needs(e) && !g.has(e) {
			g.card.Missing = g.card.Missing.With(e)
		}
	}
	if g.anybody() {
		g.card.Missing = g.card.Missing.With(fact.OnPoint)
	}
	for i := range g.musts() {
		if !g.mustSaid(i) {
			g.card.MissingMust = append(g.card.MissingMust, g.b.Must[i])
		}
	}
}

// anybody reports a first response that could go to any customer: general sympathy and a step without a deed, not one
// word of this matter. It is no 敷衍, for there is a step; but nobody is met by it.
func (g *grader) anybody() bool {
	return g.b != nil && !g.t.Later && g.t.Need.Has(fact.Empathy) && g.t.Need.Has(fact.Action) && g.t.HeldNeed == 0 &&
		g.kind == fact.Courtesy && g.f.Step > 0 && !g.f.Deed && !g.f.Elements.Has(fact.OnPoint)
}

// caps collects the limits, applies the strictest and the cost of hints.
func (g *grader) caps() {
	c := &g.card
	for _, e := range c.Missing.List() {
		switch {
		case e == fact.Action, e == fact.Answer && g.inquiry():
			g.cap("缺步骤", capNoStep)
		default:
			g.cap("缺"+e.Label(), capMissing)
		}
	}
	if len(c.MissingMust) > 0 {
		g.cap("缺要点", capMissing)
	}
	if !g.t.Later && g.t.Timed && !g.t.InTime {
		g.cap("不及时", capMissing)
	}
	if g.t.Repeat {
		g.cap("重复", capRepeat)
	}
	for _, line := range g.crossed().List() {
		g.cap(line.Label(), line.Limit())
	}
	slices.SortStableFunc(c.Caps, func(a, b Cap) int { return cmp.Compare(a.Limit, b.Limit) })
	c.Score = g.sum
	if len(c.Caps) > 0 {
		c.Score = min(c.Score, c.Caps[0].Limit)
	}
	c.Score = max(0, c.Score-g.hints())
	c.Pass = c.Score >= PassMark
}

func (g *grader) cap(name string, limit int) {
	g.card.Caps = append(g.card.Caps, Cap{name, limit})
}

// crossed is what was heard and counts, with the faults the program found.
func (g *grader) crossed() fact.RedLines {
	set := g.f.Crossed()
	if g.t.WrongChat {
		set = set.With(fact.WrongChat)
	}
	if g.t.OpenSlot {
		set = set.With(fact.OpenSlot)
	}
	return set
}

// hints is the cost of a 别急 that came with a step; the anxious hear it kindly.
func (g *grader) hints() int {
	if g.f.Hints == 0 || g.b != nil && g.b.Soft() {
		return 0
	}
	return hintCost
}

// firstResponse fills the five parts of the card of a first response.
func (g *grader) firstResponse() {
	c := &g.card
	c.Empathy = g.empathyPart()
	c.Action = g.actionPart()
	c.Time = Part{Max: 15, Counted: g.t.Timed}
	if !g.t.Timed || g.t.InTime && (g.f.Step > 0 || g.inquiry() && g.has(fact.Answer) || !g.wantsStep()) {
		c.Time.Points = 15
	}
	c.Tag = Part{Points: 10, Max: 10, Counted: g.t.Tag != NotAsked}
	switch g.t.Tag {
	case TagNear:
		c.Tag.Points = 5
	case TagWrong:
		c.Tag.Points = 0
	}
	c.Manner = g.mannerPart(5)
	g.sum = c.Empathy.Points + c.Action.Points + c.Time.Points + c.Tag.Points + c.Manner.Points
}

func (g *grader) wantsStep() bool { return g.t.Need.Has(fact.Action) || g.inquiry() }

func (g *grader) empathyPart() Part {
	p := Part{Max: 30, Counted: g.t.Need.Has(fact.Empathy)}
	switch {
	case !p.Counted, g.t.HeldNeed.Has(fact.Empathy), g.kind == fact.OnMatter:
		p.Points = 30
	case g.kind == fact.Emotion:
		p.Points = 20
	case g.kind == fact.Courtesy:
		p.Points = 15
	}
	return p
}

// Points of 行动: who, the step, by when, how they will hear.
const (
	whoPoints, stepPoints, vaguePoints, deadlinePoints, echoPoints = 5, 15, 5, 12, 8
)

func (g *grader) actionPart() Part {
	p := Part{Max: 40, Counted: g.wantsStep()}
	switch {
	case !p.Counted, g.t.HeldNeed.Has(fact.Action):
		p.Points = 40
	case g.inquiry():
		if g.answered() {
			p.Points = 40
		}
	default:
		for _, row := range g.actionRows() {
			p.Points += row.points
		}
	}
	return p
}

// answered: 解答 is there and every must is said.
func (g *grader) answered() bool {
	for i := range g.musts() {
		if !g.mustSaid(i) {
			return false
		}
	}
	return g.has(fact.Answer) || g.t.HeldNeed.Has(fact.Answer)
}

type row struct {
	rule        string
	points, max int
}

// actionRows are the four rows of 行动.
func (g *grader) actionRows() [4]row {
	rows := [4]row{{"card.who", 0, whoPoints}, {"card.step", 0, stepPoints}, {"card.deadline", 0, deadlinePoints},
		{"card.echo", 0, echoPoints}}
	f := g.f
	if f.Who {
		rows[0].points = whoPoints
	}
	switch f.Step {
	case 1:
		rows[1].points = vaguePoints
	case 2:
		rows[1].points = stepPoints
	}
	if f.Timing >= fact.Met || !g.t.Need.Has(fact.Deadline) || g.t.HeldNeed.Has(fact.Deadline) {
		rows[2].points = deadlinePoints
	}
	if f.Echo || f.Timing == fact.OnTheSpot {
		rows[3].points = echoPoints
	}
	return rows
}

// mannerPart is 表达: 称呼, 敬语, no jargon. unit is 5 for a first response, 10 for a later turn.
func (g *grader) mannerPart(max int) Part {
	p := Part{Max: max, Counted: true}
	for _, row := range g.mannerRows(max) {
		p.Points += row.points
	}
	return p
}

func (g *grader) mannerRows(max int) [3]row {
	each := max * 2 / 5
	rows := [3]row{{"card.address", 0, each}, {"card.polite", 0, each}, {"card.plain", 0, max - 2*each}}
	if g.f.Address {
		rows[0].points = each
	}
	if g.f.Polite {
		rows[1].points = each
	}
	if g.f.Clean {
		rows[2].points = rows[2].max
	}
	return rows
}
