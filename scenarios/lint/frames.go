package lint

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// Overused frames of empathy: the share, and the pack size from which it counts.
const (
	frameShare   = 10 // per cent
	frameFrom    = 20 // scenarios
	frameLetters = 3
)

// said is one model reply: the runs of characters its empathy is made of, and where it stands.
type said struct {
	runs  map[string]int // → where it begins
	place string
}

// frames reports packs whose model replies lean on one frame of empathy, such as 换谁都… (C04).
func frames(lib *scenarios.Library, scorer *scoring.Scorer) []problem.Problem {
	var out []problem.Problem
	for _, pack := range lib.Packs {
		if pack.Tree == nil {
			continue
		}
		replies, size := empathies(lib, pack, scorer)
		if size < frameFrom {
			continue
		}
		total := len(replies)
		for {
			frame, users := mostUsed(replies)
			if users*100 <= frameShare*total {
				break
			}
			first := slices.IndexFunc(replies, func(s said) bool { return s.uses(frame) })
			out = append(out, At("C04", pack.Tree, pack.Tree.Top(), frame+"…", users, total, replies[first].place))
			replies = slices.DeleteFunc(replies, func(s said) bool { return s.uses(frame) })
		}
	}
	return out
}

func (s said) uses(run string) bool { _, ok := s.runs[run]; return ok }

// empathies are the model replies of a pack, and how many scenarios it has.
func empathies(lib *scenarios.Library, pack *scenarios.Pack, scorer *scoring.Scorer) (out []said, size int) {
	for _, sc := range lib.Read {
		if sc.Pack != pack || len(TooMuch(sc)) > 0 {
			continue
		}
		size++
		for i := range sc.Turns {
			t := &sc.Turns[i]
			for j := range t.Good {
				facts := scorer.Hear(t.Matter, t.Good[j].Bubbles())
				out = append(out, said{runsOf(facts), fmt.Sprintf("%s:%d", sc.File, t.Good[j].Node.Span.Line)})
			}
		}
	}
	return out, size
}

// runsOf are all runs of three characters in the clauses in which empathy was heard.
func runsOf(facts *scoring.Facts) map[string]int {
	out := map[string]int{}
	text := []rune(facts.Text)
	for _, e := range facts.Evidence {
		if e.Part != fact.Empathy.Name() || e.End > len(text) {
			continue
		}
		start, end := e.Start, e.End
		for start > 0 && !breaks(text[start-1]) {
			start--
		}
		for end < len(text) && !breaks(text[end]) {
			end++
		}
		for k := start; k+frameLetters <= end; k++ {
			out[string(text[k:k+frameLetters])] = k
		}
	}
	return out
}

func breaks(r rune) bool { return strings.ContainsRune(pauses, r) }

// pauses are the marks between the pieces of a reply.
const pauses = "，。！？；：、,.!?;: \n~…"

// mostUsed is the run that most replies use; of equals the one that stands first in its replies.
func mostUsed(replies []said) (run string, users int) {
	count, at := map[string]int{}, map[string]int{}
	for _, s := range replies {
		for r, k := range s.runs {
			count[r]++
			at[r] += k
		}
	}
	runs := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(at[a], at[b]), cmp.Compare(a, b))
	})
	if len(runs) == 0 {
		return "", 0
	}
	return runs[0], count[runs[0]]
}
