package sim

import (
	"hash/fnv"

	"shouxiang/scoring"
)

// tick lets the one thing that is due in the open chat happen.
func (d *decision) tick() {
	due, kind := d.c.next()
	if due < 0 || due > d.now() {
		return
	}
	turn := d.ses.Turn(d.c)
	if turn == nil {
		return
	}
	switch kind {
	case dueSay:
		d.say()
	case dueLate:
		d.sayLate()
	case dueMiss:
		d.add(Missed{d.stamp()})
		d.nudge()
	case dueNudge:
		d.nudge()
	case dueGone:
		d.gone()
	case dueClose:
		d.closeReply()
	case dueWindow:
		d.finish(d.c.Reply)
	}
}

// say shows the next message of the burst; the last one starts the clock.
func (d *decision) say() {
	turn := d.ses.Turn(d.c)
	lines, kind := turn.Say, "burst"
	if len(d.c.Steps) > 0 {
		lines, kind = coming(d.c.Before, d.c.Own, turn), "turn"
	}
	i := min(d.c.SaidN, len(lines)-1)
	e := Said{Stamp: d.stamp(), Text: lines[i].Text, Kind: kind}
	if i+1 < len(lines) {
		e.Next = d.at + lines[i+1].After
		d.add(e)
		return
	}
	d.add(e)
	clock := ClockStarted{Stamp: d.stamp(), T0: d.at}
	if d.c.Wait > 0 {
		clock.Deadline, clock.Gone = d.at+d.c.Wait, d.at+goneTime(d.c.Wait)
	}
	if len(turn.Late) > 0 {
		clock.Late = d.at + turn.Late[0].After
	}
	d.add(clock)
}

func (d *decision) sayLate() {
	turn := d.ses.Turn(d.c)
	i := d.c.LateN
	e := Said{Stamp: d.stamp(), Text: turn.Late[i].Text, Kind: "late"}
	if i+1 < len(turn.Late) {
		e.Next = d.at + turn.Late[i+1].After
	}
	d.add(e)
}

var defaultNudges = [...]string{"在吗？？", "人呢", "……"}

func (d *decision) nudge() {
	n := d.c.Nudges
	text := defaultNudges[min(n, len(defaultNudges)-1)]
	if own := d.ses.Turn(d.c).Nudge; len(own) > 0 {
		text = own[min(n, len(own)-1)]
	}
	d.add(Nudged{d.stamp(), text, n + 1})
	if d.c.Card {
		return
	}
	if d.moveMood(d.c.Mood, nagMood, "nag") == 0 {
		d.turned(step{row: -1, why: "silence"}, turned{to: "谈崩", end: true})
		d.endWith(1, OutcomeCollapse, "", collapseLine(d.ses.Scenario(d.c)))
	}
}

// gone: nobody answered, the customer left; the card ends with 0.
func (d *decision) gone() {
	if !d.c.Card {
		turn := d.ses.Turn(d.c)
		d.follow(turn, d.choose(turn, d.moment(nil, scoring.Card{}), step{}))
		return
	}
	d.add(Graded{
		Stamp: d.stamp(), First: d.c.Gone - d.c.T0, Caps: "超时:0", Uncounted: d.uncountedTag(),
		Missing: d.ses.Turn(d.c).Need.String(), Scorer: d.ses.Scorer.Version(),
	})
	d.endWith(0, OutcomeGone, "", "")
}

func (d *decision) uncountedTag() string {
	if len(d.c.Tags) == 0 {
		return "tag"
	}
	return ""
}

func hashText(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
