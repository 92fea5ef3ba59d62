package report

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// played is a finished first attempt.
func played(n int, first int64, score int, change func(*sim.Chat)) sim.Chat {
	c := sim.Chat{
		N: n, Card: true, Wait: 30_000, First: first, Tags: []string{"一", "二"}, Outcome: sim.OutcomeDone,
		Grade: &sim.Grade{Graded: sim.Graded{Score: score, Pass: score >= 70, InTime: first < 30_000, Empathy: 30, Action: 40, Tag: 10}},
	}
	if change != nil {
		change(&c)
	}
	return c
}

func TestSummaryCountsFirstAttemptsOnly(t *testing.T) {
	st := sim.State{Chats: []sim.Chat{
		played(1, 12_000, 90, nil),
		played(2, 18_000, 60, func(c *sim.Chat) {
			c.Grade.Caps, c.Grade.RedLines, c.Grade.Hints, c.Grade.Action = "缺时限:65,敷衍:50", "robotic,dismiss", "dismiss", 28
		}),
		played(3, 9_000, 100, func(c *sim.Chat) { c.Redo = 2 }),
		played(4, -1, 0, func(c *sim.Chat) {
			c.Missed, c.Outcome, c.Grade.InTime, c.Grade.Caps = true, sim.OutcomeGone, false, "超时:0"
			c.Grade.Empathy, c.Grade.Action, c.Grade.Tag = 0, 0, 0
		}),
		played(5, 8_000, 95, func(c *sim.Chat) { c.Disputed = true }),
		played(6, 2_000, 95, func(c *sim.Chat) { c.Outcome = sim.OutcomeVoid }),
		played(7, 20_000, 65, func(c *sim.Chat) {
			c.Grade.Caps, c.Inquiry, c.Grade.Tag = "缺时限:65", true, 0
			c.Lines = []sim.Line{{Who: sim.Trainee, Hollow: true}}
		}),
	}}
	have := Summarize(&st)
	want := Set{
		Cards: 4, Pass: 1, Timed: 4, InTime: 3, Missed: 1, Hollow: 1, Best: 12_000, Median: 18_000,
		TagAsked: 4, TagRight: 2, Empathy: Share{60, 90}, Action: Share{108, 160},
		RedLines: []Count{{"敷衍", 1}}, Next: "缺时限", NextN: 2, Disputed: 1,
	}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("\nhave %+v\nwant %+v", have, want)
	}
}

func TestMedianCountsMissesAsOverTheLimit(t *testing.T) {
	miss := func(c *sim.Chat) { c.Missed = true }
	for _, tt := range []struct {
		name   string
		chats  []sim.Chat
		median int64
		over   bool
	}{
		{"one of three missed", []sim.Chat{played(1, 5_000, 90, nil), played(2, 9_000, 90, nil), played(3, 40_000, 65, miss)}, 9_000, false},
		{"two of three missed", []sim.Chat{played(1, 5_000, 90, nil), played(2, 35_000, 65, miss), played(3, 40_000, 65, miss)}, -1, true},
		{"untimed", []sim.Chat{played(1, 5_000, 90, func(c *sim.Chat) { c.Wait = 0 })}, -1, false},
		{"nothing played", nil, -1, false},
	} {
		s := Summarize(&sim.State{Chats: tt.chats})
		if s.Median != tt.median || s.Over != tt.over {
			t.Errorf("%s: median %d, over %v", tt.name, s.Median, s.Over)
		}
	}
}

// write puts a log with one graded card for each result on disk.
func write(t *testing.T, dir, session, input string, results ...bool) {
	t.Helper()
	w := journal.Create(dir, journal.Header{Session: session, Mode: string(sim.Drill), Input: input}, time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC))
	for i, pass := range results {
		at := sim.Stamp{At: int64(i), Chat: i + 1}
		w.Append([]sim.Event{
			sim.Arrived{Stamp: at, Scenario: "a", Wait: 60_000},
			sim.Graded{Stamp: at, Pass: pass, InTime: pass},
			sim.Ended{Stamp: at, Outcome: sim.OutcomeDone},
		})
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAttemptsAreTheLastOnesOldestFirstWithoutPipes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "20261101T080000Z-00000001", "keys", true, true, true)
	write(t, dir, "20261101T090000Z-00000002", "pipe", false, false)
	write(t, dir, "20261101T100000Z-00000003", "keys", false, true)
	if err := os.WriteFile(filepath.Join(dir, "sessions", "2026", "11", "20261101T110000Z-00000004.jsonl"), []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := func(pass bool) sim.Attempt { return sim.Attempt{Rung: 60, Pass: pass, InTime: pass} }
	if have, want := Attempts(dir, 3), []sim.Attempt{at(true), at(false), at(true)}; !reflect.DeepEqual(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
	w := journal.Create(dir, journal.Header{Session: "20261101T120000Z-00000005", Mode: string(sim.Drill)}, time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC))
	w.Append([]sim.Event{sim.Climbed{From: 60, To: 60}})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if have := Attempts(dir, 3); len(have) != 0 {
		t.Errorf("attempts before an answered offer still count: %v", have)
	}
	if have := Attempts(t.TempDir(), 10); len(have) != 0 {
		t.Errorf("attempts on a fresh machine: %v", have)
	}
	if last, ok := Last(dir); !ok || last.Cards != 2 || last.Pass != 1 {
		t.Errorf("last = %+v", last)
	}
}

func TestPastsCountWhatWasPlayedThrough(t *testing.T) {
	dir := t.TempDir()
	w := journal.Create(dir, journal.Header{Session: "20261101T080000Z-00000001", Mode: "play"}, time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC))
	at := func(n int) sim.Stamp { return sim.Stamp{At: int64(n), Chat: n} }
	w.Append([]sim.Event{
		sim.Arrived{Stamp: at(1), Scenario: "s", Turn: "甲"}, sim.Turned{Stamp: at(1), To: "结束", End: true},
		sim.Ended{Stamp: at(1), Outcome: sim.OutcomeDone, CSAT: 4},
		sim.Arrived{Stamp: at(2), Scenario: "s", Turn: "甲"}, sim.Ended{Stamp: at(2), Outcome: sim.OutcomeQuit},
		sim.Arrived{Stamp: at(3), Scenario: "c"}, sim.Graded{Stamp: at(3), Score: 80}, sim.Ended{Stamp: at(3), Outcome: sim.OutcomeDone},
		sim.Arrived{Stamp: at(4), Scenario: "c"}, sim.Graded{Stamp: at(4), Score: 60}, sim.Ended{Stamp: at(4), Outcome: sim.OutcomeDone},
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	want := map[string]Past{"s": {Times: 1, Stars: 4}, "c": {Times: 2, Best: 80}}
	if have := Pasts(dir); !reflect.DeepEqual(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
}
