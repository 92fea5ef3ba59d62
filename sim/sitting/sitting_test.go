package sitting

import (
	"strings"
	"testing"
	"time"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

var start = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)

func sit(t *testing.T) *Sitting {
	t.Helper()
	scorer := scoring.Default()
	matter, _ := scorer.Compile(scoring.Brief{Burst: []string{"快递三天没动"}, Situation: []string{"三天"}})
	sc := &scenarios.Scenario{ID: "t-1", Card: true, Turns: []scenarios.Turn{{
		Say: []scenarios.Line{{Text: "快递三天没动", After: 600}}, Matter: matter,
		Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline),
	}}}
	ses := &sim.Session{ID: "s", Mode: sim.Drill, Deck: []*scenarios.Scenario{sc}, Cards: 2, Scorer: scorer}
	s := New(ses, journal.Create(t.TempDir(), journal.Header{Session: "s"}, start), start)
	t.Cleanup(func() { s.Log.Close() })
	s.Do(start, sim.Begin{})
	return s
}

func at(ms int64) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }

func TestWhatIsDueHappensBeforeTheInput(t *testing.T) {
	s := sit(t)
	for ms := int64(0); ms <= 28_600; ms += 4_000 {
		s.Do(at(ms), sim.Tick{})
	}
	events := s.Do(at(30_600), sim.Send{Text: "三天没动换谁都急，我现在催中转站，10分钟内回您"})
	if len(events) < 3 || events[0].Name() != "miss" || events[0].When().At != 30_600 || events[1].Name() != "nudge" {
		t.Errorf("events %v", names(events))
	}
}

func names(events []sim.Event) (out []string) {
	for _, e := range events {
		out = append(out, e.Name())
	}
	return out
}

func TestEveryInputIsOnDiskBeforeItShows(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	s.Do(at(4_000), sim.Send{Text: "您好"})
	log, err := journal.Read(s.Log.Path())
	if err != nil {
		t.Fatal(err)
	}
	if st := log.Replay(); len(st.Last().Lines) != len(s.State.Last().Lines) {
		t.Error("the log lags behind the screen")
	}
}

func TestASleepVoidsTheOpenCardBeforeItsDeadlinePasses(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	events := s.Do(at(61_000), sim.Tick{})
	if have := strings.Join(names(events), " "); have != "void end" {
		t.Errorf("events %s", have)
	}
}

func TestAShortStallVoidsNothing(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	if events := s.Do(at(6_000), sim.Tick{}); len(events) != 0 {
		t.Errorf("events %v", names(events))
	}
}

func TestNothingIsVoidWhileNoClockRuns(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	s.Do(at(2_000), sim.Pause{})
	s.Do(at(600_000), sim.Resume{})
	if s.State.Active() == nil {
		t.Error("a pause was taken for sleep")
	}
}

func TestClocksThatPart(t *testing.T) {
	for _, tt := range []struct {
		wall, mono time.Duration
		want       string
	}{
		{time.Second, time.Second, ""},
		{5 * time.Second, 5 * time.Second, ""},
		{6 * time.Second, 6 * time.Second, "sleep"},
		{time.Hour, time.Second, "clock"},
		{-time.Hour, time.Second, "clock"},
	} {
		if have := parted(tt.wall, tt.mono); have != tt.want {
			t.Errorf("wall %v, monotonic %v: %q, want %q", tt.wall, tt.mono, have, tt.want)
		}
	}
}

func TestPersonalNumbersAndControlsNeverReachTheLog(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	s.Do(at(2_000), sim.Send{Text: "您的手机13800138000\x1b[31m对吗\u202e？"})
	text := s.State.Last().Bubbles[0]
	if strings.Contains(text, "13800138000") || strings.ContainsAny(text, "\x1b\u202e") {
		t.Errorf("logged %q", text)
	}
}

func TestANumberThatIsSplitOverTheBubblesOfAReplyIsNotWholeInTheLog(t *testing.T) {
	for name, bubbles := range map[string][]string{
		"a phone in three":   {"您记一下：138", "1234", "5678"},
		"in two":             {"1381234", "5678"},
		"the last digit":     {"1381234567", "8"},
		"an identity number": {"110105", "19491231", "002X"},
		"in words":           {"幺三八幺二三四", "五六七八"},
		"with a word behind": {"1381234", "567810分钟内打"},
		"with zero width":    {"138\u200b1234", "\u200b5678"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			s.Do(at(1_000), sim.Tick{})
			for i, b := range bubbles {
				s.Do(at(2_000+int64(i)*1_000), sim.Send{Text: b})
			}
			have := s.State.Last().Bubbles
			if have[len(have)-1] == bubbles[len(bubbles)-1] || len(have) != len(bubbles) {
				t.Errorf("logged %q", have)
			}
		})
	}
}

func TestNumbersOfTwoRepliesAreNotJoined(t *testing.T) {
	s := sit(t)
	s.Do(at(1_000), sim.Tick{})
	s.Do(at(2_000), sim.Send{Text: "三天没动换谁都急，单子尾号138"})
	s.Do(at(3_000), sim.Done{})
	s.Do(at(4_000), sim.Send{Text: "12345678"})
	if text := s.State.Last().Bubbles; len(text) != 1 || text[0] != "12345678" {
		t.Errorf("logged %q, outcome %q", text, s.State.Last().Outcome)
	}
}

func TestABubbleThatWasNotTakenIsNotReadWithTheNext(t *testing.T) {
	s := sit(t)
	s.Do(at(100), sim.Send{Text: "138"}) // the customer is still typing
	s.Do(at(1_000), sim.Tick{})
	s.Do(at(2_000), sim.Send{Text: "12345678"})
	if text := s.State.Last().Bubbles; len(text) != 1 || text[0] != "12345678" {
		t.Errorf("logged %q", text)
	}
}
