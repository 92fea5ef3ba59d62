package sim

import (
	"maps"
	"slices"
	"strings"
)

// Evolve is the state after an event. It is the only place where state changes, it never fails, and it leaves the
// state it was given untouched. Events of chats that never arrived change nothing.
func Evolve(s State, e Event) State {
	s.Now = max(s.Now, e.When().At)
	switch e := e.(type) {
	case Arrived:
		s.Chats = append(slices.Clip(s.Chats), arrive(e))
		if e.Redo == 0 {
			s.dealt++
		}
		return s
	case Closed:
		s.Closed = true
		return s
	case Paused:
		s.Paused, s.pausedAt = true, e.At
		return s
	}
	n := e.When().Chat
	if n < 1 || n > len(s.Chats) {
		return s
	}
	s.Chats = slices.Clone(s.Chats)
	c := &s.Chats[n-1]
	switch e := e.(type) {
	case Resumed:
		if s.Paused {
			s.Paused, c.Shift = false, c.Shift+e.At-s.pausedAt
		}
	case Replied:
		c.replied(e)
		if c.Redo == 0 && !e.Hollow {
			s.remember(n, e.Text)
		}
	case Graded:
		c.Grade = &Grade{Graded: e, Text: c.answer()}
		if c.Redo == 0 {
			s.wear(e.Clauses)
		}
	case Ended:
		c.lookUp(false, e.At-c.Shift)
		c.Outcome, c.CSAT, c.Ending, s.Paused = e.Outcome, e.CSAT, e.Ending, false
	default:
		c.evolve(e)
	}
	return s
}

func arrive(e Arrived) Chat {
	c := Chat{
		N: e.Chat, Redo: e.Redo, Scenario: e.Scenario, Pack: e.Pack, Title: e.Title, Tag: e.Tag, Emotion: e.Emotion,
		Intensity: e.Intensity, Level: e.Level, Inquiry: e.Inquiry, Card: e.Turn == "", TurnID: e.Turn, Stage: e.Stage, Mood: e.Mood, Customer: e.Customer, Brief: e.Brief, Wait: e.Wait,
		Shift: e.At, T0: -1, Dead: -1, Gone: -1, SayDue: e.Next - e.At, LateDue: -1,
		Look: -1, Picked: -1, Think: -1, First: -1, WindowAt: -1, LookupAt: -1,
	}
	if e.Tags != "" {
		c.Tags = strings.Split(e.Tags, "|")
	}
	return c
}

// evolve applies an event that touches nothing but its chat.
func (c *Chat) evolve(e Event) {
	now := e.When().At - c.Shift
	switch e := e.(type) {
	case Said:
		c.said(e, now)
	case ClockStarted:
		c.T0, c.SayDue = e.T0-c.Shift, -1
		if e.Deadline > 0 {
			c.Dead, c.Gone = e.Deadline-c.Shift, e.Gone-c.Shift
		}
		if e.Late > 0 {
			c.LateDue = e.Late - c.Shift
		}
	case KeyPressed:
		c.key(e.Draft, now)
	case TagPicked:
		c.Tagged, c.Picked = e.Tag, now
		c.mark(&c.Look, now)
	case Bubbled:
		c.bubbled(e, now)
	case Missed:
		c.Missed = true
	case Nudged:
		c.Nudges = e.Nth
		c.line(Customer, e.Text, now)
	case Reacted:
		c.line(Customer, e.Text, now)
		if e.Until > 0 {
			c.WindowAt, c.WindowEnd = now, e.Until-c.Shift
		}
	case Found:
		c.regrade(func(g *Grade) { g.Evidence = append(slices.Clip(g.Evidence), e) })
	case Promised:
		c.regrade(func(g *Grade) { g.Promises = append(slices.Clip(g.Promises), e) })
		c.pledge(e)
	case Hinted:
		c.Hints++
	case LookedUp:
		c.lookUp(e.Open, now)
	case Ticketed:
		c.Ticket = &e
	case MoodMoved:
		c.Mood = e.To
	case PromiseSettled:
		c.settle(e)
	case Turned:
		c.turn(e)
	case Disputed:
		c.Disputed = !e.Back
	}
}

func (c *Chat) mark(m *int64, now int64) {
	if *m < 0 {
		*m = now
	}
}

func (c *Chat) line(who Who, text string, now int64) {
	c.Lines = append(slices.Clip(c.Lines), Line{Who: who, Text: text, At: now})
}

func (c *Chat) said(e Said, now int64) {
	c.line(Customer, e.Text, now)
	next := int64(-1)
	if e.Next > 0 {
		next = e.Next - c.Shift
	}
	if e.Kind == "late" {
		c.LateN, c.LateDue = c.LateN+1, next
		return
	}
	c.SaidN, c.SayDue = c.SaidN+1, next
}

func (c *Chat) key(draft bool, now int64) {
	c.mark(&c.Look, now)
	if draft {
		c.mark(&c.Think, now)
	} else if c.Draft {
		c.Emptied = now
	}
	c.Draft = draft
}

func (c *Chat) bubbled(e Bubbled, now int64) {
	if !c.Joining() {
		c.BubbleAt = now
	}
	c.Bubbles = append(slices.Clip(c.Bubbles), e.Text)
	c.LastSent, c.Emptied, c.Draft = now, now, false
	c.OpenSlot = c.OpenSlot || e.OpenSlot
	c.Typed, c.Pasted, c.Phrased = c.Typed+e.Typed, c.Pasted+e.Pasted, c.Phrased+e.Phrased
	if !e.Hollow && c.First < 0 {
		c.First, c.FirstTyped = now, c.Typed
	}
	c.line(Trainee, e.Text, now)
}

// replied closes the open reply. A hollow one leaves the clock running and the reply yet to come.
func (c *Chat) replied(e Replied) {
	switch {
	case e.Hollow:
		c.Lines = slices.Clone(c.Lines)
		for i := len(c.Lines) - 1; i >= 0 && e.Bubbles > 0; i-- {
			if c.Lines[i].Who == Trainee {
				c.Lines[i].Hollow = true
				e.Bubbles--
			}
		}
	case e.Second:
		c.Reply = append(slices.Clip(c.Reply), c.Bubbles...)
	default:
		c.Reply = c.Bubbles
	}
	c.Bubbles = nil
}

// regrade changes a copy of the grade, so that older states keep theirs.
func (c *Chat) regrade(change func(*Grade)) {
	if c.Grade == nil {
		return
	}
	g := *c.Grade
	change(&g)
	c.Grade = &g
}

// answer is the text a card was graded on.
func (c *Chat) answer() string { return joined(c.Reply) }

// remember keeps the text for the repeat rule: the last cards only.
func (s *State) remember(chat int, text string) {
	s.recent = append(slices.Clip(s.recent), recentReply{chat, text})
	for len(s.recent) > 0 && s.firsts(s.recent[0].chat) > recentCards {
		s.recent = s.recent[1:]
	}
}

// firsts counts the first attempts that arrived after a chat.
func (s *State) firsts(after int) int {
	n := 0
	for i := after; i < len(s.Chats); i++ {
		if s.Chats[i].Redo == 0 {
			n++
		}
	}
	return n
}

func (s *State) wear(clauses string) {
	if clauses == "" {
		return
	}
	s.worn = maps.Clone(s.worn)
	if s.worn == nil {
		s.worn = map[string]int{}
	}
	seen := map[string]bool{}
	for _, c := range strings.Split(clauses, "\t") {
		if !seen[c] {
			seen[c] = true
			s.worn[c]++
		}
	}
}
