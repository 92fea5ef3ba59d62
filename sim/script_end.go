package sim

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
)

// followUp is the stage that comes back to promises.
const followUp = "跟进反馈"

// What moods cost beside a reply's own effect.
const (
	nagMood       = -1
	lateMood      = -1 // a promise kept too late
	forgottenMood = -2 // a promise whose time passed and that nobody came back to
	brokenMood    = -4 // 过度承诺, when it falls due
)

// turned is the part of a Turned event that is not in the step.
type turned struct {
	to      string
	index   int
	end     bool
	skipped int
	own     bool   // the turn's own messages follow
	quote   string // a promise the customer comes back to
	owed    bool   // 过度承诺 is still to come back
}

// turned says where the chat goes and what the customer types first.
func (d *decision) turned(s step, t turned) {
	sc := d.ses.Scenario(d.c)
	say := append([]string{}, s.say...)
	for range t.skipped {
		say = append(say, "嗯，这还差不多")
	}
	if t.quote != "" {
		say = append(say, t.quote)
	}
	e := Turned{
		Stamp: d.stamp(), From: sc.Turns[d.c.Turn].ID, To: t.to, Index: t.index, End: t.end, Why: s.why, Tip: s.tip,
		Say: strings.Join(say, "\n"), Own: t.own, Owed: t.owed,
	}
	if s.row >= 0 {
		row := &sc.Turns[d.c.Turn].Rows[s.row]
		e.Row, e.If = row.Line, ConditionText(row)
	}
	if !t.end {
		next := &sc.Turns[t.index]
		e.Stage, e.Wait = next.Stage, d.ses.wait(next, false)
		lines := coming(say, t.own, next)
		e.Next = d.at + d.pace(lines[0].After)
		d.add(e)
		if d.ses.Instant {
			d.instantTurn(lines, e.Wait)
		}
		return
	}
	d.add(e)
	for _, text := range say {
		d.add(Said{d.stamp(), text, "react", 0})
	}
}

// ConditionText is the conditions of a row as they are told in the log.
func ConditionText(b *scenarios.Branch) string {
	var out []string
	for _, c := range b.If {
		out = append(out, c.Text)
	}
	if len(out) == 0 {
		return "其他"
	}
	return strings.Join(out, " ")
}

// coming is what the customer types on entering a turn: reactions first, then the turn's own messages. It is never
// empty: a turn without any message left says its own again.
func coming(before []string, own bool, t *scenarios.Turn) []scenarios.Line {
	var lines []scenarios.Line
	for _, text := range before {
		lines = append(lines, scenarios.Line{Text: text, After: scenarios.Pace(text)})
	}
	if own || len(lines) == 0 {
		lines = append(lines, t.Say...)
	}
	return lines
}

func (d *decision) instantTurn(lines []scenarios.Line, wait int64) {
	for _, l := range lines {
		d.add(Said{d.stamp(), l.Text, "turn", 0})
	}
	clock := ClockStarted{Stamp: d.stamp(), T0: d.at}
	if wait > 0 {
		clock.Deadline, clock.Gone = d.at+wait, d.at+goneTime(wait)
	}
	d.add(clock)
}

// enterFollowUp lets promises fall due: 过度承诺 costs its 4 now, and the customer quotes what was promised.
func (d *decision) enterFollowUp(s step, mood int, e *turned) int {
	if d.c.Owed || s.owed {
		mood = d.moveMood(mood, brokenMood, "broken_promise")
	}
	if said := d.lastPromise(s); said != "" && e.index != d.c.Turn && d.c.visits(e.index) == 0 {
		e.quote = quoteLine(d.ses.Scenario(d.c), said)
	}
	return mood
}

// quoteLine is how this customer comes back to a promise.
func quoteLine(sc *scenarios.Scenario, said string) string {
	switch sc.Emotion {
	case "愤怒", "生气", "嘲讽":
		return "你说的“" + said + "”，我可记着呢"
	case "怀疑", "失望":
		return "“" + said + "”，这话算数吧"
	}
	return "刚才说的“" + said + "”，没变吧"
}

// lastPromise is the newest promise of the chat as the customer would quote it, this reply's own included.
func (d *decision) lastPromise(s step) string {
	if s.facts != nil {
		for _, p := range slices.Backward(s.facts.Promises) {
			if !dated(p.TimeOfDay) {
				return quoted(p.What, p.Minutes, p.TimeOfDay)
			}
		}
	}
	for _, p := range slices.Backward(d.c.Pledges) {
		if !dated(p.Clock) {
			return quoted(p.What, p.Minutes, p.Clock)
		}
	}
	return ""
}

// dated: a day of the calendar may lie behind us; customers do not hold anybody to it.
func dated(clock string) bool { return strings.ContainsAny(clock, "号日月") }

func quoted(what string, minutes int, clock string) string {
	const hour, day = 60, 24 * 60
	switch {
	case minutes >= day && minutes%day == 0:
		return fmt.Sprintf("%d天内%s", minutes/day, what)
	case minutes >= hour && minutes%hour == 0:
		return fmt.Sprintf("%d小时内%s", minutes/hour, what)
	case minutes > 0:
		return fmt.Sprintf("%d分钟内%s", minutes, what)
	}
	return spoken(clock) + what
}

// spoken is a time of day the way people type it: 今晚19:00 is 今晚7点, 明早9:30 is 明早9点半.
func spoken(clock string) string {
	head, minutes, ok := strings.Cut(clock, ":")
	day := strings.TrimRight(head, "0123456789")
	hour, err1 := strconv.Atoi(head[len(day):])
	minute, err2 := strconv.Atoi(minutes)
	if !ok || err1 != nil || err2 != nil {
		return clock
	}
	if hour > 12 && strings.ContainsAny(day, "晚午") {
		hour -= 12
	}
	switch minute {
	case 0:
		return fmt.Sprintf("%s%d点", day, hour)
	case 30:
		return fmt.Sprintf("%s%d点半", day, hour)
	}
	return fmt.Sprintf("%s%d点%02d", day, hour, minute)
}

// keepPromises settles what was promised before this reply: a reply with substance in time keeps it.
func (d *decision) keepPromises(mood int) int {
	for i := range d.c.Pledges {
		p := &d.c.Pledges[i]
		switch {
		case p.Settled || p.Due == 0:
		case d.now() <= p.Due:
			d.add(PromiseSettled{d.stamp(), i + 1, "kept"})
		default:
			d.add(PromiseSettled{d.stamp(), i + 1, "late"})
			mood = d.moveMood(mood, lateMood, "late_promise")
		}
	}
	return mood
}

// forgetPromises counts the promises whose time passed and that no reply came back to.
func (d *decision) forgetPromises(mood int) int {
	for i := range d.c.Pledges {
		if p := &d.c.Pledges[i]; !p.Settled && p.Due > 0 && d.now() > p.Due {
			d.add(PromiseSettled{d.stamp(), i + 1, "forgotten"})
			mood = d.moveMood(mood, forgottenMood, "forgotten_promise")
		}
	}
	return mood
}

// endByMood takes the first ending the mood reaches and the last turn allows.
func (d *decision) endByMood(sc *scenarios.Scenario, s step, mood int) {
	if d.c.Owed || s.owed {
		mood = d.moveMood(mood, brokenMood, "broken_promise")
	}
	if s.facts == nil {
		mood = d.forgetPromises(mood)
	}
	if mood == 0 {
		d.endWith(1, OutcomeCollapse, "", collapseLine(sc))
		return
	}
	limit := lastTurnCap(s)
	for i := range sc.Endings {
		if e := &sc.Endings[i]; e.HasMood && e.Mood <= mood && e.CSAT <= limit {
			d.endWith(e.CSAT, OutcomeDone, e.ID, e.Say)
			return
		}
	}
	d.endWith(min(limit, moodCSAT(mood)), OutcomeDone, "", "")
}

// lastTurnCap is the best rating the last reply still allows.
func lastTurnCap(s step) int {
	switch {
	case s.facts == nil:
		return 3
	case s.facts.Crossed()&fact.RedLineSet(fact.Rude, fact.Accuse) != 0:
		return 1
	case s.card.Missing != 0, len(s.card.MissingMust) > 0, s.facts.Crossed() != 0:
		return 3
	}
	return 5
}

// moodCSAT rates a chat whose file has no fitting ending.
func moodCSAT(mood int) int { return min(5, mood/2+1) }

// collapseLine is what a customer types who has had enough, in the form of the emotion.
func collapseLine(sc *scenarios.Scenario) string {
	switch sc.Emotion {
	case "愤怒", "生气", "嘲讽":
		return "行了不说了，12315见"
	case "焦虑", "着急", "害怕":
		return "我申请平台介入了"
	case "怀疑":
		return "聊天记录我都截图了"
	}
	return "……"
}

func (d *decision) endWith(csat int, outcome, ending, say string) {
	if say != "" {
		d.add(Said{d.stamp(), say, "end", 0})
	}
	d.add(Ended{d.stamp(), outcome, csat, ending, d.ses.Trainee, d.ses.ID})
}
