package sim

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"shouxiang/scenarios"
)

var fuzzTexts = []string{goodFirst, goodSecond, "您好", "亲，请耐心等待哦", "嗯", "保证明天到", "", "别急，我看看", goodFirst + goodSecond}

// randomInput is one of all inputs.
func randomInput(r *rand.Rand) Input {
	switch r.IntN(15) {
	case 0:
		return Begin{Redo: r.IntN(3)}
	case 1, 2, 3:
		return Send{Text: fuzzTexts[r.IntN(len(fuzzTexts))], Typed: 3, OpenSlot: r.IntN(20) == 0}
	case 4:
		return Done{}
	case 5, 6:
		return Typing{Draft: r.IntN(2) == 0}
	case 7:
		return PickTag{Tag: []string{"物流/催件", "物流/丢件", "x"}[r.IntN(3)]}
	case 8:
		return Pause{}
	case 9:
		return Resume{}
	case 10:
		return AskHint{}
	case 11:
		if r.IntN(5) == 0 {
			return Interrupt{Reason: "sleep"}
		}
	case 12:
		return Dispute{Chat: r.IntN(4)}
	case 13:
		if r.IntN(30) == 0 {
			return Quit{Reason: "quit"}
		}
	}
	return Tick{}
}

// FuzzSession plays random inputs at random times and holds the engine to its laws: a replay of the events gives the
// live state, ticks in between change nothing, clocks are never negative, every chat ends at most once.
func FuzzSession(f *testing.F) {
	f.Add(uint64(1), uint8(40))
	f.Add(uint64(7), uint8(200))
	f.Fuzz(func(t *testing.T, seed uint64, steps uint8) {
		r := rand.New(rand.NewPCG(seed, 9))
		untimed, instant := r.IntN(4) == 0, r.IntN(6) == 0
		change := func(s *Session, sc *scenarios.Scenario) {
			s.Limit.Untimed, s.Instant = untimed, instant
			if seed%3 == 0 {
				sc.Turns[0].Late = []scenarios.Line{{Text: "快点", After: 5_000}, {Text: "？？", After: 9_000}}
			}
		}
		sparse, dense := newPlayer(t, house(t, change)), newPlayer(t, house(t, change))
		at := int64(0)
		for range steps {
			before := at
			if !instant {
				at += int64(r.IntN(20_000))
			}
			in := randomInput(r)
			for k := before; k < at; k += 1 + int64(r.IntN(3_000)) {
				dense.do(k, Tick{})
			}
			sparse.do(at, in)
			dense.do(at, in)
		}
		if !reflect.DeepEqual(sparse.events, dense.events) {
			t.Fatal("the events depend on when ticks came")
		}
		var replayed State
		for _, e := range sparse.events {
			replayed = Evolve(replayed, e)
		}
		if !reflect.DeepEqual(replayed, sparse.st) {
			t.Fatal("the replayed state is not the live state")
		}
		checkLaws(t, sparse)
	})
}

func checkLaws(t *testing.T, p *player) {
	ends := map[int]int{}
	last := int64(0)
	for _, e := range p.events {
		if e.When().At < last {
			t.Fatalf("time ran backwards at %s", e.Name())
		}
		last = e.When().At
		switch e := e.(type) {
		case Ended:
			ends[e.Chat]++
		case Graded:
			if e.Pass != (e.Score >= 70) {
				t.Fatalf("score %d, pass %v", e.Score, e.Pass)
			}
		}
	}
	for i := range p.st.Chats {
		c := &p.st.Chats[i]
		if ends[c.N] > 1 || (ends[c.N] == 1) == c.Open() {
			t.Fatalf("chat %d ended %d times, open %v", c.N, ends[c.N], c.Open())
		}
		if left, _ := c.Left(last); left < 0 {
			t.Fatalf("chat %d has %d ms left", c.N, left)
		}
		if b := c.Beats(); b.Look < -1 || b.Tag < -1 || b.Think < -1 || b.Type < -1 {
			t.Fatalf("beats %+v", b)
		}
	}
}
