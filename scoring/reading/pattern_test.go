package reading

import (
	"math/rand/v2"
	"testing"

	"shouxiang/scoring/text"
)

// naive is the meaning of a pattern's pieces without any memory: every way through the gaps, nearest first.
func naive(runes []rune, pieces [][]rune, i int) (int, bool) {
	if !text.HasRunes(runes[i:], pieces[0]) {
		return 0, false
	}
	end := i + len(pieces[0])
	if len(pieces) == 1 {
		return end, true
	}
	for k := end; k <= min(end+starGap, len(runes)-1); k++ {
		if e, ok := naive(runes, pieces[1:], k); ok {
			return e, true
		}
	}
	return 0, false
}

func TestPiecesAreFoundWhereTryingEveryWayFindsThem(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	some := func(n int) []rune {
		out := make([]rune, n)
		for i := range out {
			out[i] = []rune("补发退")[rng.IntN(3)]
		}
		return out
	}
	found := 0
	for range 2000 {
		runes := some(1 + rng.IntN(24))
		var pieces [][]rune
		for range 1 + rng.IntN(5) {
			pieces = append(pieces, some(1+rng.IntN(2)))
		}
		tr := trail{runes: runes, pieces: pieces}
		for i := range runes {
			end, ok := tr.from(0, i)
			wantEnd, want := naive(runes, pieces, i)
			if ok != want || end != wantEnd {
				t.Fatalf("%q in %q at %d: %d %v, want %d %v", pieces, string(runes), i, end, ok, wantEnd, want)
			}
			if ok {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("no pattern was ever found: nothing was compared")
	}
}
