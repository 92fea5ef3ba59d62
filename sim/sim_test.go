package sim

import (
	"testing"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// house builds a session over one hand-made card, so that tests of the clock need no files.
func house(t testing.TB, change func(*Session, *scenarios.Scenario)) *Session {
	t.Helper()
	sc := &scenarios.Scenario{
		ID: "t-1", Title: "快递三天没动", Tag: "物流/催件", TagOK: []string{"物流/丢件"}, Emotion: "着急", Intensity: 2,
		Background: "停在郑州中转站3天", Can: []string{"催件"}, Card: true,
		Pack: &scenarios.Pack{Name: "测试", Tags: []string{"物流/催件", "物流/丢件", "服务/态度"}},
		Turns: []scenarios.Turn{{
			Say:   []scenarios.Line{{Text: "我的快递三天没动了！", After: 800}, {Text: "孩子明天生日！", After: 700}},
			Need:  fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline),
			Nudge: []string{"人呢？", "在不在", "算了"},
			Good:  []scenarios.Example{{Text: goodReply}},
		}},
	}
	ses := &Session{ID: "s", Trainee: "小林", Mode: Drill, Seed: 1, Deck: []*scenarios.Scenario{sc}, Cards: 3, Tagging: true, Scorer: scoring.Default()}
	if change != nil {
		change(ses, sc)
	}
	m, problems := ses.Scorer.Compile(scoring.Brief{
		Burst: []string{"我的快递三天没动了！", "孩子明天生日！"}, Emotion: "着急", Situation: []string{"三天", "生日", "孩子"},
		Can: sc.Can, CanKnown: true,
	})
	if len(problems) > 0 {
		t.Fatalf("the test's own card does not compile: %v", problems)
	}
	sc.Turns[0].Matter = m
	return ses
}

const (
	goodReply   = "孩子明天生日，礼物还卡在路上，急人 // 我现在催中转站，10分钟内回您"
	goodFirst   = "孩子明天生日，礼物还卡在路上，急人"
	goodSecond  = "我现在催中转站，10分钟内回您"
	untilBurst  = 800 + 700 // ms from the arrival to t0
	inTheWindow = 1_000
)

// player drives a session by hand: it ticks what is due, like the loop of a sitting.
type player struct {
	t      testing.TB
	ses    *Session
	st     State
	events []Event
}

func newPlayer(t testing.TB, ses *Session) *player {
	p := &player{t: t, ses: ses}
	p.do(0, Begin{})
	return p
}

func (p *player) do(at int64, in Input) {
	for {
		due, ok := Next(&p.st)
		if !ok || due > at {
			break
		}
		n := len(p.events)
		p.apply(due, Tick{})
		if len(p.events) == n {
			p.t.Fatalf("due at %d, but nothing happened", due)
		}
	}
	p.apply(at, in)
}

func (p *player) apply(at int64, in Input) {
	for _, e := range Decide(p.ses, &p.st, at, in) {
		p.events = append(p.events, e)
		p.st = Evolve(p.st, e)
	}
}

// find is all events of one type.
func find[T Event](p *player) []T {
	var out []T
	for _, e := range p.events {
		if x, ok := e.(T); ok {
			out = append(out, x)
		}
	}
	return out
}

func one[T Event](p *player) T {
	p.t.Helper()
	all := find[T](p)
	if len(all) != 1 {
		p.t.Fatalf("want one %T, have %d", *new(T), len(all))
	}
	return all[0]
}
