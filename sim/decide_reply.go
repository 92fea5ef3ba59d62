package sim

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// send sends a bubble. During the burst it is held back: the customer is still typing.
func (d *decision) send(in Send) {
	if d.c.T0 < 0 || strings.TrimSpace(in.Text) == "" {
		return
	}
	if d.c.Window() && !d.c.Joining() && d.now() >= d.c.WindowEnd {
		return
	}
	turn := d.ses.Turn(d.c)
	if turn == nil {
		return
	}
	if d.c.Look < 0 || d.c.Think < 0 {
		d.add(KeyPressed{d.stamp(), true})
	}
	bubbles := append(slices.Clip(d.c.Bubbles), in.Text)
	d.add(Bubbled{
		Stamp: d.stamp(), Text: in.Text, Hollow: d.ses.hear(turn.Matter, bubbles).Hollow,
		Typed: in.Typed, Pasted: in.Pasted, Phrased: in.Phrased, OpenSlot: in.OpenSlot, Keys: in.Keys,
	})
}

// done closes the joined reply, or declines to answer the reaction.
func (d *decision) done() {
	switch {
	case d.c.Joining():
		d.closeReply()
	case d.c.Window():
		d.finish(d.c.Reply)
	}
}

// closeReply turns the bubbles into one reply and says what comes of it.
func (d *decision) closeReply() {
	c, turn := d.c, d.ses.Turn(d.c)
	if turn == nil {
		return
	}
	facts := d.hear(turn, c.Bubbles)
	d.add(Replied{d.stamp(), joined(c.Bubbles), len(c.Bubbles), facts.Hollow, c.Window()})
	switch {
	case facts.Hollow:
	case !c.Card:
		d.answer(turn, facts)
	case c.Window():
		d.finish(append(slices.Clip(c.Reply), c.Bubbles...))
	case d.mayAnswer(turn, facts):
		text := d.reaction(turn, facts, d.grade(turn, facts))
		d.add(Reacted{d.stamp(), text, d.at + WindowWait})
	default:
		d.finish(c.Bubbles)
	}
}

// mayAnswer: 先接后办 — the reaction may be answered once when something needed lacks and no red line is crossed;
// never in a pipe, never untimed.
func (d *decision) mayAnswer(turn *scenarios.Turn, facts *scoring.Facts) bool {
	if d.ses.Instant || d.c.Wait == 0 || facts.Crossed() != 0 {
		return false
	}
	card := d.grade(turn, facts)
	return card.Missing != 0 || len(card.MissingMust) > 0
}

// hear is what the bubbles say, with the fault that only the program sees: a 快捷语 sent with a slot unfilled.
func (d *decision) hear(turn *scenarios.Turn, bubbles []string) *scoring.Facts {
	facts := d.ses.hear(turn.Matter, bubbles)
	if !d.c.OpenSlot {
		return facts
	}
	with := *facts // what was heard may be remembered for other chats
	with.RedLines = with.RedLines.With(fact.OpenSlot)
	return &with
}

// grade is the card these facts earn in this chat.
func (d *decision) grade(turn *scenarios.Turn, facts *scoring.Facts) scoring.Card {
	c := d.c
	t := scoring.Terms{
		Need: turn.Need, Wish: turn.Wish, Timed: c.Wait > 0, InTime: c.inTime(), Tag: d.tagMark(), OpenSlot: c.OpenSlot,
	}
	if c.Redo == 0 {
		t.Worn, t.Repeat = d.worn(facts), d.repeated(facts)
	}
	if len(c.Steps) > 0 {
		t.Later = true
		t.HeldNeed, t.HeldMust = d.held(c.Turn, nil, true)
	}
	return turn.Matter.Grade(facts, t)
}

// inTime: the first response came inside the limit; untimed is always in time.
func (c *Chat) inTime() bool {
	return c.Wait == 0 || c.First >= 0 && c.First-c.T0 < c.Wait
}

func (d *decision) tagMark() scoring.TagMark {
	sc := d.ses.Scenario(d.c)
	switch {
	case len(d.c.Tags) == 0:
		return scoring.NotAsked
	case d.c.Tagged == sc.Tag:
		return scoring.TagRight
	case slices.Contains(sc.TagOK, d.c.Tagged):
		return scoring.TagNear
	}
	return scoring.TagWrong
}

// worn: every empathy clause of this reply already stood in two cards of the set.
func (d *decision) worn(facts *scoring.Facts) bool {
	if len(facts.Clauses) == 0 {
		return false
	}
	for _, clause := range facts.Clauses {
		if d.st.worn[clause] < wornFrom {
			return false
		}
	}
	return true
}

// repeated: the same text, outside 快捷语, went to another of the last cards.
func (d *decision) repeated(facts *scoring.Facts) bool {
	text := scoring.Folded(facts.Text)
	if utf8.RuneCountInString(text) < repeatLength || d.c.Phrased > d.c.Typed+d.c.Pasted {
		return false
	}
	for _, r := range d.st.recent {
		if r.chat != d.c.N && text == scoring.Folded(r.text) {
			return true
		}
	}
	return false
}

// finish grades the whole answer, lets the customer react and ends the card.
func (d *decision) finish(bubbles []string) {
	turn := d.ses.Turn(d.c)
	facts := d.hear(turn, bubbles)
	card := d.grade(turn, facts)
	d.gradeEvents(facts, card)
	d.add(Reacted{d.stamp(), d.reaction(turn, facts, card), 0})
	d.endWith(0, OutcomeDone, "", "")
}

// gradeEvents says what a reply earned, on what evidence, and what it promised.
func (d *decision) gradeEvents(facts *scoring.Facts, card scoring.Card) {
	d.add(Graded{
		Stamp: d.stamp(), Score: card.Score, Empathy: card.Empathy.Points, Action: card.Action.Points,
		Time: card.Time.Points, Tag: card.Tag.Points, Manner: card.Manner.Points, Uncounted: uncounted(card),
		Pass: card.Pass, InTime: d.c.inTime(), First: d.c.FirstMs(), EmpathyIs: facts.Empathy, ActionIs: facts.Action,
		Elements: facts.Elements.String(), RedLines: facts.RedLines.String(), Hints: facts.Hints.String(),
		Missing: card.Missing.String(), MissingMust: strings.Join(card.MissingMust, "\t"), Caps: capList(card.Caps),
		Better: facts.Better, Clauses: strings.Join(facts.Clauses, "\t"), Scorer: d.ses.Scorer.Version(),
	})
	for _, e := range card.Evidence {
		d.add(Found{d.stamp(), e.Rule, e.Part, e.Start, e.End, e.Points, e.Why})
	}
	for _, p := range facts.Promises {
		d.add(Promised{d.stamp(), p.Who, p.What, p.Minutes, p.TimeOfDay, d.due(p.Minutes)})
	}
}

// A promise in minutes falls due in fast motion: 6 s a minute, 30 s at least. One by the time of day, in a card or in a
// pipe is for after the shift.
const (
	dueMinute = 6_000
	dueLeast  = 30_000
)

func (d *decision) due(minutes int) int64 {
	if minutes == 0 || d.c.Card || d.ses.Instant {
		return 0
	}
	return d.at + max(dueLeast, int64(minutes)*dueMinute)
}

// Means is how many minutes a stretch of the time that a promise has in fast motion stands for, rounded up.
func (p *Pledge) Means(ms int64) int64 {
	whole := max(dueLeast, int64(p.Minutes)*dueMinute)
	return (ms*int64(p.Minutes) + whole - 1) / whole
}

func uncounted(card scoring.Card) string {
	var out []string
	for _, p := range [...]struct {
		name string
		part scoring.Part
	}{{"empathy", card.Empathy}, {"action", card.Action}, {"time", card.Time}, {"tag", card.Tag}, {"manner", card.Manner}} {
		if !p.part.Counted {
			out = append(out, p.name)
		}
	}
	return strings.Join(out, ",")
}

func capList(caps []scoring.Cap) string {
	var out []string
	for _, c := range caps {
		out = append(out, c.Name+":"+strconv.Itoa(c.Limit))
	}
	return strings.Join(out, ",")
}
