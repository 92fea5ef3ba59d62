// Package sitting is the one loop that joins the simulator to the real world: it turns wall-clock moments into session
// time, lets everything due happen in its order, writes each input's events to the journal and only then lets the
// state change. It decides nothing itself.
package sitting

import (
	"strings"
	"time"
	"unicode"

	"shouxiang/scoring/mask"
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// gap is how long no tick may pass while a clock runs, and how far wall clock and monotonic clock may part, before the
// open card is void: the machine slept or was stopped.
const gap = 5 * time.Second

// Sitting is one session being played.
type Sitting struct {
	Session *sim.Session
	State   sim.State
	Log     *journal.Writer

	started time.Time
	last    time.Time
	said    string // the open reply as it was typed: a number may be split over its bubbles. It is kept nowhere else
}

// New begins a sitting at a moment. Moments given later must come from the same clock.
func New(ses *sim.Session, log *journal.Writer, started time.Time) *Sitting {
	return &Sitting{Session: ses, Log: log, started: started, last: started}
}

// Continue begins a sitting behind the events of another session, which become the first of its own log: a turn played
// again from where it began.
func Continue(ses *sim.Session, log *journal.Writer, now time.Time, before []sim.Event) *Sitting {
	s := New(ses, log, now)
	for _, e := range before {
		s.State = sim.Evolve(s.State, e)
	}
	s.started = now.Add(-time.Duration(s.State.Now) * time.Millisecond)
	s.Log.Append(before)
	return s
}

// At is session time in ms; in a pipe no clock moves.
func (s *Sitting) At(now time.Time) int64 {
	if s.Session.Instant {
		return 0
	}
	return now.Sub(s.started).Milliseconds()
}

// Do lets everything due up to now happen, then the input, and returns the events of both. Voids the open card first
// when the machine slept since the last call.
func (s *Sitting) Do(now time.Time, in sim.Input) []sim.Event {
	var out []sim.Event
	if reason := s.slept(now); reason != "" {
		out = append(out, s.apply(s.At(s.last), sim.Interrupt{Reason: reason})...)
	}
	s.last = now
	at := s.At(now)
	for {
		due, ok := sim.Next(&s.State)
		if !ok || due > at {
			break
		}
		events := s.apply(due, sim.Tick{})
		if len(events) == 0 {
			break // a due nobody can serve (its scenario is gone): leave it to the trainee
		}
		out = append(out, events...)
	}
	return append(out, s.take(at, in)...)
}

// take lets an input happen, cleaned.
func (s *Sitting) take(at int64, in sim.Input) []sim.Event {
	send, ok := in.(sim.Send)
	if !ok {
		return s.apply(at, clean(in))
	}
	open := func() int {
		if c := s.State.Active(); c != nil {
			return len(c.Bubbles)
		}
		return 0
	}
	before := open()
	if before == 0 {
		s.said = ""
	}
	typed := strip(send.Text)
	send.Text = mask.Bubble(s.said, typed)
	events := s.apply(at, send)
	if open() > before {
		s.said = tail(s.said+"\n"+typed, saidMost)
	}
	return events
}

// saidMost is how much of a reply is looked back on, in bytes: far more than the longest number with all its blanks.
const saidMost = 512

func tail(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[len(text)-most:], "")
}

func (s *Sitting) apply(at int64, in sim.Input) []sim.Event {
	events := sim.Decide(s.Session, &s.State, at, in)
	s.Log.Append(events)
	for _, e := range events {
		s.State = sim.Evolve(s.State, e)
	}
	return events
}

// slept says why the open card cannot count, or "".
func (s *Sitting) slept(now time.Time) string {
	c := s.State.Active()
	if s.Session.Instant || c == nil || s.State.Paused {
		return ""
	}
	if _, runs := c.Left(s.At(s.last)); !runs && !c.Bursting() {
		return ""
	}
	return parted(now.Round(0).Sub(s.last.Round(0)), now.Sub(s.last))
}

// parted compares how far the wall clock and the monotonic clock went since the last tick.
func parted(wall, mono time.Duration) string {
	switch {
	case mono > gap:
		return "sleep"
	case wall-mono > gap || mono-wall > gap:
		return "clock"
	}
	return ""
}

// clean masks personal numbers and drops what a terminal would obey, before Decide and the log see a text; what is sent
// is cleaned in take, with the bubbles before it.
func clean(in sim.Input) sim.Input {
	switch in := in.(type) {
	case sim.Dispute:
		in.Why = mask.Text(strip(in.Why))
		return in
	case sim.LookUp:
		in.Query = mask.Text(strip(in.Query))
		return in
	case sim.FileTicket:
		fields := map[string]string{}
		for name, text := range in.Fields {
			fields[name] = mask.Text(strip(text))
		}
		in.Fields = fields
		return in
	}
	return in
}

func strip(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}
