package sim

import (
	"math/rand/v2"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
)

// Decide says what an input at time at (ms since the session's start) makes happen. It changes nothing and returns
// nothing for an input that has no effect now: a bubble during the burst, a tag that was not offered, anything but
// Resume, Interrupt and Quit in a pause. Before any input at a time, ticks must have been decided for all that was due
// until then; sim/sitting does that.
func Decide(ses *Session, st *State, at int64, in Input) []Event {
	if st.Closed {
		return nil
	}
	d := decision{ses: ses, st: st, at: max(at, st.Now), c: st.Active()}
	switch in := in.(type) {
	case Begin:
		d.begin(in.Redo)
	case Dispute:
		d.dispute(in)
	case FileTicket:
		d.ticket(in)
	case Climb:
		d.add(Climbed{Stamp{d.at, 0}, in.From, in.To})
	case Quit:
		if d.c != nil {
			d.endWith(0, OutcomeQuit, "", "")
		}
		d.add(Closed{Stamp{d.at, 0}, in.Reason})
	case Interrupt:
		if d.c != nil && !st.Paused {
			d.add(Voided{d.stamp(), in.Reason})
			d.endWith(0, OutcomeVoid, "", "")
		}
	case Resume:
		if st.Paused {
			d.add(Resumed{d.stamp()})
		}
	default:
		if d.c != nil && !st.Paused {
			d.talk(in)
		}
	}
	return d.events
}

// decision is one call of Decide: the events it gathers.
type decision struct {
	ses    *Session
	st     *State
	at     int64
	c      *Chat // the open chat, or nil
	events []Event
}

func (d *decision) add(e Event)  { d.events = append(d.events, e) }
func (d *decision) stamp() Stamp { return Stamp{d.at, d.c.N} }
func (d *decision) now() int64   { return d.at - d.c.Shift }

// talk handles the inputs of an open chat.
func (d *decision) talk(in Input) {
	switch in := in.(type) {
	case Tick:
		d.tick()
	case Typing:
		if d.c.Look < 0 || d.c.Draft != in.Draft {
			d.add(KeyPressed{d.stamp(), in.Draft})
		}
	case PickTag:
		if d.c.First < 0 && in.Tag != d.c.Tagged && slices.Contains(d.c.Tags, in.Tag) {
			d.add(TagPicked{d.stamp(), in.Tag})
		}
	case Send:
		d.send(in)
	case Done:
		d.done()
	case AskHint:
		d.add(Hinted{d.stamp()})
	case LookUp:
		if in.Open != (d.c.LookupAt >= 0) {
			d.add(LookedUp{d.stamp(), in.Open, in.Query})
		}
	case UsePhrase:
		d.add(PhraseUsed{d.stamp(), in.Key})
	case Pause:
		if !d.ses.Instant {
			d.add(Paused{d.stamp()})
		}
	}
}

// begin deals the next card, or repeats one.
func (d *decision) begin(redo int) {
	var sc *scenarios.Scenario
	switch {
	case d.c != nil || len(d.ses.Deck) == 0:
		return
	case redo > 0:
		if redo > len(d.st.Chats) {
			return
		}
		sc = d.ses.Scenario(&d.st.Chats[redo-1])
	case d.st.Played() < d.ses.Cards:
		sc = d.ses.Deck[d.st.dealt%len(d.ses.Deck)]
	}
	if sc == nil {
		return
	}
	turn := &sc.Turns[0]
	e := Arrived{
		Stamp: Stamp{d.at, len(d.st.Chats) + 1}, Scenario: sc.ID, Hash: sc.Hash, Title: sc.Title, Tag: sc.Tag,
		Emotion: sc.Emotion, Intensity: sc.Intensity, Level: sc.Level, Inquiry: inquiry(turn),
		Customer: sc.Customer.Name, Brief: backline(sc), Wait: d.ses.wait(turn, true), Redo: redo,
		Next: d.at + d.pace(turn.Say[0].After),
	}
	if sc.Pack != nil {
		e.Pack = sc.Pack.Name
	}
	if !sc.Card {
		e.Turn, e.Stage, e.Mood = turn.ID, turn.Stage, sc.StartMood()
	}
	if d.ses.Tagging {
		e.Tags = strings.Join(tagOptions(d.ses.Seed, sc), "|")
	}
	d.add(e)
	if d.ses.Instant {
		d.instantBurst(e, turn)
	}
}

// pace is the time a message takes to be typed; in a pipe nothing waits.
func (d *decision) pace(ms int64) int64 {
	if d.ses.Instant {
		return 0
	}
	return ms
}

// instantBurst says everything at once and starts the clock, which then stands still.
func (d *decision) instantBurst(e Arrived, turn *scenarios.Turn) {
	at := Stamp{d.at, e.Chat}
	for _, l := range turn.Say {
		d.add(Said{at, l.Text, "burst", 0})
	}
	for _, l := range turn.Late {
		d.add(Said{at, l.Text, "late", 0})
	}
	clock := ClockStarted{Stamp: at, T0: d.at}
	if e.Wait > 0 {
		clock.Deadline = d.at + e.Wait
		clock.Gone = d.at + goneTime(e.Wait)
	}
	d.add(clock)
}

func goneTime(wait int64) int64 { return max(goneAtLeast, wait+goneAfter) }

// inquiry: a turn that asks no empathy.
func inquiry(t *scenarios.Turn) bool {
	return t.Need.Has(fact.Answer) && !t.Need.Has(fact.Empathy)
}

// backline is the 后台 line: what the agent sees and may do.
func backline(sc *scenarios.Scenario) string {
	var parts []string
	switch sc.Channel {
	case "", scenarios.DefaultChannel:
	case "电话":
		parts = append(parts, "电话（文字模拟）")
	default:
		parts = append(parts, sc.Channel)
	}
	if sc.Priority != "" && sc.Priority != scenarios.DefaultPriority {
		parts = append(parts, "优先级 "+sc.Priority)
	}
	if text := sc.Background; text != "" {
		if len(sc.Can) > 0 {
			text = strings.TrimRight(text, "。")
		}
		parts = append(parts, text)
	}
	if len(sc.Can) > 0 {
		parts = append(parts, "你能办："+strings.Join(sc.Can, "、"))
	}
	if first := sc.Turns; sc.Within > 0 && len(first) > 0 && (first[0].Need.Has(fact.Action) || first[0].Need.Has(fact.Deadline)) {
		parts = append(parts, "要在"+fact.Length(sc.Within)+"内回话")
	}
	return strings.Join(parts, " · ")
}

// Tag row: all tags of a pack up to nine; of a larger pack the right one, the acceptable ones and others to six.
const (
	tagsAll  = 9
	tagsSome = 6
)

func tagOptions(seed uint64, sc *scenarios.Scenario) []string {
	if sc.Pack == nil || len(sc.Pack.Tags) == 0 {
		return []string{sc.Tag}
	}
	all := sc.Pack.Tags
	if len(all) <= tagsAll {
		return slices.Clone(all)
	}
	keep := append([]string{sc.Tag}, sc.TagOK...)
	var rest []string
	for _, t := range all {
		if !slices.Contains(keep, t) {
			rest = append(rest, t)
		}
	}
	r := rand.New(rand.NewPCG(seed, hashText(sc.ID)))
	r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	keep = append(keep, rest[:max(0, min(len(rest), tagsSome-len(keep)))]...)
	var out []string
	for _, t := range all {
		if slices.Contains(keep, t) {
			out = append(out, t)
		}
	}
	return out
}

func (d *decision) dispute(in Dispute) {
	if in.Chat < 1 || in.Chat > len(d.st.Chats) {
		return
	}
	if c := &d.st.Chats[in.Chat-1]; c.Grade != nil {
		d.add(Disputed{Stamp{d.at, in.Chat}, d.ses.Trainee, in.Why, c.Disputed})
	}
}
