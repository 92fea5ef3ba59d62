package report

import (
	"reflect"
	"testing"

	"shouxiang/sim"
)

func at(ms int64) sim.Stamp { return sim.Stamp{At: ms, Chat: 1} }

func TestRetellTellsWhatEachStepAnsweredAndMoved(t *testing.T) {
	events := []sim.Event{
		sim.Arrived{Stamp: at(0), Scenario: "s", Turn: "甲", Mood: 4, Wait: 30_000},
		sim.Said{Stamp: at(1000), Text: "在吗", Kind: "burst"},
		sim.ClockStarted{Stamp: at(1000), T0: 1000, Deadline: 31_000, Gone: 181_000},
		sim.LookedUp{Stamp: at(2000), Open: true}, sim.LookedUp{Stamp: at(5000)}, sim.Hinted{Stamp: at(5000)},
		sim.Nudged{Stamp: at(31_000), Text: "人呢", Nth: 1}, sim.MoodMoved{Stamp: at(31_000), From: 4, To: 3, Why: "nag"},
		sim.Bubbled{Stamp: at(32_000), Text: "3分钟回您"}, sim.Replied{Stamp: at(32_000), Text: "3分钟回您", Bubbles: 1},
		sim.Graded{Stamp: at(32_000), Score: 80, Pass: true}, sim.Promised{Stamp: at(32_000), What: "回您", Minutes: 3, Due: 62_000},
		sim.MoodMoved{Stamp: at(32_000), From: 3, To: 5, Why: "pass"},
		sim.Turned{Stamp: at(32_000), From: "甲", To: "乙", Index: 1, Wait: 60_000, Own: true},
		sim.Said{Stamp: at(33_000), Text: "然后呢", Kind: "turn"}, sim.ClockStarted{Stamp: at(33_000), T0: 33_000, Deadline: 93_000, Gone: 213_000},
		sim.Turned{Stamp: at(213_000), From: "乙", To: "结束", End: true, Why: "row"},
		sim.PromiseSettled{Stamp: at(213_000), N: 1, How: "forgotten"}, sim.MoodMoved{Stamp: at(213_000), From: 5, To: 3, Why: "forgotten_promise"},
		sim.Said{Stamp: at(213_000), Text: "算了", Kind: "end"}, sim.Ended{Stamp: at(213_000), Outcome: sim.OutcomeDone, CSAT: 2},
	}
	want := []Told{
		{
			Asked: []string{"在吗", "人呢"}, Wait: 30_000, From: 4, Nags: 1, Hints: 1, LookMs: 3000,
			Moods: []sim.MoodMoved{{Stamp: at(31_000), From: 4, To: 3, Why: "nag"}, {Stamp: at(32_000), From: 3, To: 5, Why: "pass"}},
		},
		{
			Asked: []string{"然后呢"}, Wait: 60_000, From: 5, Settled: []Settled{{"回您", "forgotten"}},
			Moods: []sim.MoodMoved{{Stamp: at(213_000), From: 5, To: 3, Why: "forgotten_promise"}},
		},
	}
	if have := Retell(events, 1); !reflect.DeepEqual(have, want) {
		t.Errorf("have %+v\nwant %+v", have, want)
	}
	if have := Retell(events, 2); have != nil {
		t.Errorf("a chat that never was: %+v", have)
	}
}
