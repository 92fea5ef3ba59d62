package sim

import (
	"testing"

	"shouxiang/scenarios"
	"shouxiang/scoring/fact"
)

func TestTheClockStartsWithTheLastMessageOfTheBurst(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst-1, Tick{})
	if c := p.st.Active(); !c.Bursting() || len(c.Lines) != 1 {
		t.Fatalf("1 ms before t0 the burst should still run with one message shown, have %d", len(c.Lines))
	}
	p.do(untilBurst, Tick{})
	clock := one[ClockStarted](p)
	if clock.T0 != untilBurst || clock.Deadline != untilBurst+defaultWait || clock.Gone != untilBurst+180_000 {
		t.Errorf("clock = %+v", clock)
	}
}

func TestLimitBoundary(t *testing.T) {
	for _, tt := range []struct {
		name   string
		after  int64 // ms from t0
		inTime bool
	}{
		{"29.999 s is in time", 29_999, true},
		{"30.000 s is late", 30_000, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newPlayer(t, house(t, nil))
			p.do(untilBurst+tt.after, Send{Text: goodFirst})
			p.do(untilBurst+tt.after+100, Send{Text: goodSecond})
			p.do(untilBurst+tt.after+200, Done{})
			g := one[Graded](p)
			if g.InTime != tt.inTime || g.First != tt.after {
				t.Errorf("in time %v after %d ms, want %v after %d", g.InTime, g.First, tt.inTime, tt.after)
			}
			if g.Pass != tt.inTime {
				t.Errorf("pass = %v with score %d, caps %q", g.Pass, g.Score, g.Caps)
			}
			if missed := len(find[Missed](p)) == 1; missed == tt.inTime {
				t.Errorf("missed = %v", missed)
			}
		})
	}
}

func TestMissIsStampedAtTheDeadlineHoweverLateTheTick(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst, Tick{})
	p.do(untilBurst+47_000, Tick{})
	if m := one[Missed](p); m.At != untilBurst+30_000 {
		t.Errorf("miss at %d", m.At)
	}
}

func TestNagsComeAtTheMissAnd30And70SecondsLaterThenTheCustomerIsGone(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+179_999, Tick{})
	var at []int64
	for i, n := range find[Nudged](p) {
		at = append(at, n.At-untilBurst)
		if want := []string{"人呢？", "在不在", "算了"}[i]; n.Text != want {
			t.Errorf("nag %d says %q, want %q", i+1, n.Text, want)
		}
	}
	if len(at) != 3 || at[0] != 30_000 || at[1] != 60_000 || at[2] != 100_000 {
		t.Errorf("nags at %v", at)
	}
	if !p.st.Active().Open() {
		t.Fatal("gone too early")
	}
	p.do(untilBurst+180_000, Tick{})
	if e := one[Ended](p); e.Outcome != OutcomeGone || e.Trainee != "小林" || e.Session != "s" {
		t.Errorf("end = %+v", e)
	}
	if g := one[Graded](p); g.Score != 0 || g.Pass {
		t.Errorf("a card nobody answered scored %d", g.Score)
	}
}

func TestALongWaitMovesTheCustomersPatience(t *testing.T) {
	p := newPlayer(t, house(t, func(s *Session, sc *scenarios.Scenario) { sc.Turns[0].Wait = 120 }))
	p.do(untilBurst, Tick{})
	if c := one[ClockStarted](p); c.Gone-c.T0 != 210_000 {
		t.Errorf("gone after %d ms, want wait + 90 s", c.Gone-c.T0)
	}
}

func TestUntimedHasNoMissNoNagNoEnd(t *testing.T) {
	p := newPlayer(t, house(t, func(s *Session, _ *scenarios.Scenario) { s.Limit = Limit{Untimed: true} }))
	p.do(untilBurst+3_600_000, Tick{})
	if len(find[Missed](p))+len(find[Nudged](p))+len(find[Ended](p)) != 0 {
		t.Error("an untimed card ran a clock")
	}
	p.do(3_700_000, Send{Text: goodFirst})
	p.do(3_700_001, Send{Text: goodSecond})
	p.do(3_710_000, Tick{})
	if g := one[Graded](p); !g.Pass || g.Uncounted != "time" {
		t.Errorf("graded = %+v", g)
	}
}

func TestRepliesAreHeldDuringTheBurst(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(900, Send{Text: goodFirst})
	if len(find[Bubbled](p)) != 0 {
		t.Error("a bubble went out while the customer was typing")
	}
}

func TestHollowReplyStopsNoClock(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+4_000, Send{Text: "您好，在的"})
	p.do(untilBurst+10_000, Tick{})
	if r := one[Replied](p); !r.Hollow || r.At != untilBurst+8_000 {
		t.Fatalf("reply = %+v", r)
	}
	if len(find[Graded](p)) != 0 {
		t.Fatal("a greeting was graded")
	}
	p.do(untilBurst+31_000, Tick{})
	if len(find[Missed](p)) != 1 {
		t.Error("the greeting stopped the clock")
	}
}

func TestAGreetingThatGoesOnCountsFromItsFirstRealBubble(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+2_000, Send{Text: "您好"})
	p.do(untilBurst+5_000, Send{Text: goodFirst})
	p.do(untilBurst+6_000, Send{Text: goodSecond})
	p.do(untilBurst+20_000, Tick{})
	if g := one[Graded](p); g.First != 5_000 || !g.Pass {
		t.Errorf("first response after %d ms, score %d", g.First, g.Score)
	}
	if r := one[Replied](p); r.Bubbles != 3 {
		t.Errorf("%d bubbles joined", r.Bubbles)
	}
}

func TestBubblesJoinUntilTheBoxWasEmptyForFourSeconds(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+3_000, Send{Text: goodFirst})
	p.do(untilBurst+5_000, Typing{Draft: true}) // composing keeps it open
	p.do(untilBurst+12_000, Tick{})
	if len(find[Replied](p)) != 0 {
		t.Fatal("closed while the next bubble was being typed")
	}
	p.do(untilBurst+13_000, Typing{Draft: false}) // erased again
	p.do(untilBurst+30_000, Tick{})
	if r := one[Replied](p); r.At != untilBurst+17_000 {
		t.Errorf("closed at %d ms after t0, want 4 s after the box was emptied", r.At-untilBurst)
	}
}

func TestAReplyClosesAtTwiceTheWaitAtTheLatest(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+10_000, Send{Text: goodFirst})
	p.do(untilBurst+11_000, Typing{Draft: true})
	p.do(untilBurst+100_000, Tick{})
	if r := find[Replied](p)[0]; r.At != untilBurst+60_000 {
		t.Errorf("closed %d ms after t0", r.At-untilBurst)
	}
}

func TestPauseStopsTheClock(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+20_000, Pause{})
	p.do(untilBurst+500_000, Send{Text: goodFirst})
	if len(find[Bubbled](p))+len(find[Missed](p)) != 0 {
		t.Fatal("something happened in a pause")
	}
	p.do(untilBurst+600_000, Resume{})
	p.do(untilBurst+600_000+9_999, Send{Text: goodFirst})
	p.do(untilBurst+600_000+10_500, Send{Text: goodSecond})
	p.do(untilBurst+700_000, Tick{})
	if g := one[Graded](p); !g.InTime || g.First != 29_999 {
		t.Errorf("in time %v, first response %d ms", g.InTime, g.First)
	}
}

func TestAVoidCardDoesNotCountAndIsReplaced(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+2_000, Interrupt{Reason: "sleep"})
	if e := one[Ended](p); e.Outcome != OutcomeVoid {
		t.Fatalf("outcome %q", e.Outcome)
	}
	if p.st.Played() != 0 {
		t.Error("a void card was counted")
	}
	p.do(untilBurst+3_000, Begin{})
	if p.st.Active() == nil {
		t.Error("no card took its place")
	}
}

func TestQuitEndsTheOpenChatOnce(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst, Quit{Reason: "quit"})
	p.do(untilBurst+1, Quit{Reason: "quit"})
	p.do(untilBurst+2, Begin{})
	if e := one[Ended](p); e.Outcome != OutcomeQuit {
		t.Errorf("outcome %q", e.Outcome)
	}
	if len(find[Closed](p)) != 1 || p.st.Active() != nil {
		t.Error("the session went on after it was closed")
	}
}

func TestTheBacklineSaysWhatTheDeskSeesBesideTheBrief(t *testing.T) {
	for want, sc := range map[string]*scenarios.Scenario{
		"":       {},
		"尾号2046": {Background: "尾号2046", Channel: "在线聊天", Priority: "普通"},
		"尾号2046，停在郑州 · 你能办：催件、补发":    {Background: "尾号2046，停在郑州。", Can: []string{"催件", "补发"}},
		"电话（文字模拟） · 优先级 紧急 · 你能办：冻结": {Channel: "电话", Priority: "紧急", Can: []string{"冻结"}},
		"尾号2046 · 要在24小时内回话":         {Background: "尾号2046", Within: 24 * 60, Turns: []scenarios.Turn{{Need: fact.ElementSet(fact.Action)}}},
		"尾号2047":                     {Background: "尾号2047", Within: 30, Turns: []scenarios.Turn{{Need: fact.ElementSet(fact.Answer)}}},
		"评价回复 · 三星":                  {Channel: "评价回复", Background: "三星"},
	} {
		if have := backline(sc); have != want {
			t.Errorf("have %q, want %q", have, want)
		}
	}
}
