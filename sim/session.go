package sim

import (
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// Mode is the kind of a session, by its name in logs.
type Mode string

// Modes.
const (
	Drill    Mode = "drill"     // 首响速练
	Play     Mode = "play"      // 情景对练
	FirstRun Mode = "first_run" // the three untimed cards of the first start
)

// Times of the house, in ms (docs/architecture.md "Time").
const (
	defaultWait  = 30_000  // first response
	laterWait    = 60_000  // any later turn
	joinWithin   = 4_000   // bubbles join until the draft has been empty this long
	WindowWait   = 30_000  // 先接后办
	nagSecond    = 30_000  // after the miss
	nagThird     = 70_000  // after the miss
	goneAtLeast  = 180_000 // after t0
	goneAfter    = 90_000  // after the miss
	recentCards  = 5       // how far back a repeated text counts
	repeatLength = 12      // characters from which a repeated text counts
	speedTyped   = 5       // characters from which a typing speed can be told
	speedTook    = 1_000   // and the time they must take
	wornFrom     = 2       // cards that already used an empathy clause make the next one worn
)

// Limit says how the wait of a first turn is found.
type Limit struct {
	Untimed bool
	Ms      int64 // 0 = the file's wait, else defaultWait
}

// Seconds is the limit as the first line of a log tells it: 0 = untimed, -1 = each file's own.
func (l Limit) Seconds() int {
	switch {
	case l.Untimed:
		return 0
	case l.Ms > 0:
		return int(l.Ms / 1000)
	}
	return -1
}

// Session is what stays the same while a session runs. Decide reads it; it is never changed.
type Session struct {
	ID      string
	Trainee string
	Mode    Mode
	Seed    uint64
	Deck    []*scenarios.Scenario // dealt in this order, round and round; Cards of them make the set
	Cards   int
	Limit   Limit
	Tagging bool // the tag row is asked for
	Instant bool // in a pipe: nothing waits and no clock moves
	Scorer  *scoring.Scorer

	// Hear, when set, is asked instead of Scorer.Hear, and must answer alike: rehearsals remember what they heard.
	Hear func(*scoring.Matter, []string) *scoring.Facts
}

func (s *Session) hear(m *scoring.Matter, bubbles []string) *scoring.Facts {
	if s.Hear != nil {
		return s.Hear(m, bubbles)
	}
	return s.Scorer.Hear(m, bubbles)
}

// wait is the time limit of a turn in ms; 0 = untimed.
func (s *Session) wait(t *scenarios.Turn, first bool) int64 {
	switch {
	case s.Limit.Untimed:
		return 0
	case first && s.Limit.Ms > 0:
		return s.Limit.Ms
	case t.Wait > 0:
		return int64(t.Wait) * 1000
	case first:
		return defaultWait
	}
	return laterWait
}

// Scenario is the file a chat plays; nil when the deck no longer holds it (a replay without files).
func (s *Session) Scenario(c *Chat) *scenarios.Scenario {
	for _, sc := range s.Deck {
		if sc.ID == c.Scenario {
			return sc
		}
	}
	return nil
}

// Turn is what the customer of this chat is at, with its needs and model answers; nil when the deck lacks it.
func (s *Session) Turn(c *Chat) *scenarios.Turn {
	sc := s.Scenario(c)
	if sc == nil || c.Turn >= len(sc.Turns) {
		return nil
	}
	return &sc.Turns[c.Turn]
}
