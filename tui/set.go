package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
)

// set is a session that is being played, shared by the screens of its cards, their feedback and its summary.
type set struct {
	ui     *ui
	sit    *sitting.Sitting
	log    *journal.Writer
	parent string      // the session this one goes back to, or ""
	climbs bool        // the profile's rung is its limit, so the ladder may move
	events []sim.Event // all that happened, for the look back

	gen  int       // ticks of another generation are stale
	wake time.Time // when the tick under way comes; zero = none is
}

// Repainting: once a second, and smoothly when the last seconds run.
const (
	heartbeat   = time.Second
	smoothBelow = 5_000 // ms left
	smoothEvery = 100 * time.Millisecond
)

func (s *set) do(in sim.Input) { s.events = append(s.events, s.sit.Do(s.ui.env.Now(), in)...) }

// at is session time.
func (s *set) at() int64 { return s.sit.At(s.ui.env.Now()) }

func (s *set) state() *sim.State { return &s.sit.State }

// chat is the newest chat: the open one, or the one just ended.
func (s *set) chat() *sim.Chat { return s.sit.State.Last() }

func (s *set) firstRun() bool { return s.sit.Session.Mode == sim.FirstRun }

// full says that all cards of the set are played.
func (s *set) full() bool { return s.state().Played() >= s.sit.Session.Cards }

// tick lets what is due happen, if the tick is the one that was waited for.
func (s *set) tick(msg tickMsg) {
	if msg.gen == s.gen {
		s.wake = time.Time{}
		s.do(sim.Tick{})
	}
}

// schedule asks for the next tick, unless one comes early enough.
func (s *set) schedule() tea.Cmd {
	now := s.ui.env.Now()
	wait, ok := s.untilTick()
	if !ok {
		s.gen++
		s.wake = time.Time{}
		return nil
	}
	if wake := now.Add(wait); !s.wake.After(now) || wake.Before(s.wake) {
		s.gen++
		s.wake = wake
		gen := s.gen
		return tea.Tick(wait, func(time.Time) tea.Msg { return tickMsg{gen} })
	}
	return nil
}

// untilTick is how long nothing on the screen changes by itself.
func (s *set) untilTick() (time.Duration, bool) {
	c := s.state().Active()
	if c == nil || s.state().Paused {
		return 0, false
	}
	at, wait := s.at(), heartbeat
	if due, ok := sim.Next(s.state()); ok {
		wait = min(wait, ms(due-at))
	}
	if left, runs := c.Left(at); runs && left > 0 {
		wait = min(wait, ms(left-(shownSeconds(left)-1)*1000))
		if left <= smoothBelow {
			wait = min(wait, smoothEvery)
		}
	}
	return max(wait, time.Millisecond), true
}

func ms(n int64) time.Duration { return time.Duration(n) * time.Millisecond }

// shownSeconds is the number on the clock: 30 until a whole second has passed, 1 until the last is over.
func shownSeconds(left int64) int64 { return (left + 999) / 1000 }

// close ends the session in its log.
func (s *set) close(reason string) {
	if s.state().Closed {
		return
	}
	s.do(sim.Quit{Reason: reason})
	_ = s.log.Close() // it remembers its trouble, and a later Close tries again
}
