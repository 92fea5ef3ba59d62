package sim

import (
	"testing"

	"shouxiang/scenarios"
)

func openWindow(t *testing.T, change func(*Session, *scenarios.Scenario)) *player {
	p := newPlayer(t, house(t, change))
	p.do(untilBurst+9_000, Send{Text: goodFirst}) // no step, no time
	p.do(untilBurst+13_000, Tick{})
	return p
}

func TestALackingReplyMayBeCompletedInItsOwn30Seconds(t *testing.T) {
	p := openWindow(t, nil)
	if r := one[Reacted](p); r.Until != r.At+WindowWait || r.Text == "" {
		t.Fatalf("reaction = %+v", r)
	}
	p.do(untilBurst+20_000, Send{Text: goodSecond})
	p.do(untilBurst+30_000, Tick{})
	g := one[Graded](p)
	if !g.Pass || g.First != 9_000 {
		t.Errorf("both replies together scored %d after %d ms, caps %q", g.Score, g.First, g.Caps)
	}
	if text := p.st.Last().Grade.Text; text != goodFirst+"\n"+goodSecond {
		t.Errorf("graded text %q", text)
	}
}

func TestAnEmptyEnterDeclinesTheWindow(t *testing.T) {
	p := openWindow(t, nil)
	p.do(untilBurst+15_000, Done{})
	if g := one[Graded](p); g.Pass {
		t.Errorf("half an answer passed with %d", g.Score)
	}
}

func TestTheWindowRunsOut(t *testing.T) {
	p := openWindow(t, nil)
	p.do(untilBurst+13_000+WindowWait, Tick{})
	if g := one[Graded](p); g.At != untilBurst+13_000+WindowWait {
		t.Errorf("graded at %d", g.At-untilBurst)
	}
}

func TestARedLineInEitherReplyStands(t *testing.T) {
	p := openWindow(t, nil)
	p.do(untilBurst+20_000, Send{Text: goodSecond + "，保证今天一定送到"})
	p.do(untilBurst+30_000, Tick{})
	if g := one[Graded](p); g.Pass || g.RedLines == "" {
		t.Errorf("score %d with red lines %q", g.Score, g.RedLines)
	}
}

func TestNoWindow(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Session, *scenarios.Scenario)
		reply  string
	}{
		{"in a pipe", func(s *Session, _ *scenarios.Scenario) { s.Instant = true }, goodFirst},
		{"untimed", func(s *Session, _ *scenarios.Scenario) { s.Limit = Limit{Untimed: true} }, goodFirst},
		{"after a red line", nil, "亲，请耐心等待哦"},
		{"after a complete reply", nil, goodFirst + "，" + goodSecond},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newPlayer(t, house(t, tt.change))
			p.do(untilBurst+5_000, Send{Text: tt.reply})
			p.do(untilBurst+5_001, Done{})
			one[Graded](p)
			if e := one[Ended](p); e.Outcome != OutcomeDone {
				t.Errorf("outcome %q", e.Outcome)
			}
		})
	}
}

func TestRedoNeverCountsAndIsExemptFromRepetition(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	at := int64(untilBurst + 5_000)
	play := func(in Begin) Graded {
		if in.Redo > 0 || len(p.st.Chats) > 1 || p.st.Active() == nil {
			p.do(at, in)
		}
		at += untilBurst + 5_000
		p.do(at, Send{Text: goodFirst})
		p.do(at, Send{Text: goodSecond})
		p.do(at, Done{})
		all := find[Graded](p)
		return all[len(all)-1]
	}
	first := play(Begin{})
	again := play(Begin{Redo: 1})
	if !first.Pass || !again.Pass {
		t.Errorf("first %d, redo %d (%s)", first.Score, again.Score, again.Caps)
	}
	if p.st.Played() != 1 {
		t.Errorf("%d cards counted", p.st.Played())
	}
	if third := play(Begin{}); third.Pass || third.Caps != "重复:60" {
		t.Errorf("the same text on the next card: %d, caps %q", third.Score, third.Caps)
	}
}

func TestTagMayChangeUntilTheFirstResponse(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+1_000, PickTag{Tag: "物流/丢件"})
	p.do(untilBurst+2_000, PickTag{Tag: "物流/催件"})
	p.do(untilBurst+3_000, PickTag{Tag: "没有这个"})
	p.do(untilBurst+4_000, Send{Text: goodFirst + "，" + goodSecond})
	p.do(untilBurst+4_500, PickTag{Tag: "服务/态度"})
	p.do(untilBurst+5_000, Done{})
	if g := one[Graded](p); g.Tag != 10 || p.st.Last().Tagged != "物流/催件" {
		t.Errorf("tag points %d for %q", g.Tag, p.st.Last().Tagged)
	}
}

func TestBeatsAddUpToTheFirstResponse(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst-200, Typing{}) // a key during the burst counts from t0
	p.do(untilBurst+4_100, PickTag{Tag: "物流/催件"})
	p.do(untilBurst+7_400, Typing{Draft: true})
	p.do(untilBurst+19_400, Send{Text: goodFirst})
	b := p.st.Active().Beats()
	if want := (Beats{0, 4_100, 3_300, 12_000}); b != want {
		t.Errorf("beats %+v, want %+v", b, want)
	}
}

func TestDisputeTakesTheCardOutAndBackIn(t *testing.T) {
	p := newPlayer(t, house(t, nil))
	p.do(untilBurst+1_000, Send{Text: goodFirst + "，" + goodSecond})
	p.do(untilBurst+1_000, Done{})
	p.do(untilBurst+2_000, Dispute{Chat: 1, Why: "我说了时间"})
	if !p.st.Last().Disputed {
		t.Fatal("not disputed")
	}
	p.do(untilBurst+3_000, Dispute{Chat: 1})
	if p.st.Last().Disputed {
		t.Error("a second time does not take it back")
	}
}
