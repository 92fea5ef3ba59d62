package sim

import "testing"

// BenchmarkDecide is the cost of one input: a tick that finds nothing due, a key, and a bubble that is heard.
func BenchmarkDecide(b *testing.B) {
	p := newPlayer(b, house(b, nil))
	p.do(untilBurst+1_000, Tick{})
	for _, bb := range []struct {
		name string
		in   Input
	}{{"tick", Tick{}}, {"key", Typing{Draft: true}}, {"bubble", Send{Text: goodFirst}}} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Decide(p.ses, &p.st, untilBurst+2_000, bb.in)
			}
		})
	}
}

// BenchmarkEvolve is the cost of folding one event into a session of 120 chats.
func BenchmarkEvolve(b *testing.B) {
	ses := house(b, nil)
	ses.Cards = 200
	p := newPlayer(b, ses)
	for at := int64(10_000); p.st.Played() < 120; at += 10_000 {
		p.do(at, Begin{})
		p.do(at+untilBurst+2_000, Send{Text: goodFirst + "，" + goodSecond})
		p.do(at+untilBurst+2_001, Done{})
	}
	b.ReportAllocs()
	for b.Loop() {
		Evolve(p.st, KeyPressed{Stamp{p.st.Now, 120}, true})
	}
}
