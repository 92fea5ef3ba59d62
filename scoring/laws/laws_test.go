// Package laws holds the scorer to what must be so for every customer and every reply: each law is a property test over
// the embedded scenarios and the labelled replies, named for what it proves. It has tests only and knows no rule of the
// scorer; what single replies are worth is told beside the rules.
//
// A law that does not hold everywhere yet has a ceiling: how many breaches there are today. A ceiling may only fall.
package laws

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/scoring/calibrate"
	"shouxiang/scoring/fact"
	"shouxiang/sheet"
)

var library = sync.OnceValue(func() *scenarios.Library {
	return scenarios.Load(scenarios.Source{FS: scenarios.Embedded()})
})

// answer is a reply to one turn of a scenario.
type answer struct {
	name    string
	turn    *scenarios.Turn
	later   bool // not the first turn
	bubbles []string
}

func (a answer) String() string { return a.name + ": " + strings.Join(a.bubbles, " // ") }

// say is the same turn answered otherwise.
func (a answer) say(bubbles ...string) answer {
	a.bubbles = bubbles
	return a
}

func (a answer) grade() (*scoring.Facts, scoring.Card) {
	f := scoring.Default().Hear(a.turn.Matter, a.bubbles)
	return f, a.turn.Matter.Grade(f, scoring.Terms{Need: a.turn.Need, Wish: a.turn.Wish, Later: a.later})
}

func (a answer) passes() bool {
	_, card := a.grade()
	return card.Pass
}

// models are all model answers of all turns.
var models = sync.OnceValue(func() []answer {
	var out []answer
	for _, s := range library().Scenarios {
		for i := range s.Turns {
			for n, good := range s.Turns[i].Good {
				name := fmt.Sprintf("%s/%d.%d", s.ID, i+1, n+1)
				out = append(out, answer{name, &s.Turns[i], i > 0, good.Bubbles()})
			}
		}
	}
	return out
})

// passing are the model answers that are 达标 by themselves: a later turn may lean on what was said before it.
var passing = sync.OnceValue(func() []answer {
	return slices.DeleteFunc(slices.Clone(models()), func(a answer) bool { return !a.passes() })
})

// labelled is one reply of the corpora with what people heard in it.
type labelled struct {
	calibrate.Row
	answer
}

// corpora are all labelled replies.
var corpora = sync.OnceValue(func() []labelled {
	names, _ := filepath.Glob("../testdata/replies/*.tsv")
	var out []labelled
	turns := map[string]*scenarios.Turn{}
	for _, name := range names {
		table, err := sheet.Open(name)
		if err != nil {
			panic(err)
		}
		rows, _, err := calibrate.Read(table, nil)
		if err != nil {
			panic(err)
		}
		for _, row := range rows {
			turn := turns[row.Customer]
			if turn == nil {
				var brief scoring.Brief
				if row.Customer != "" {
					brief.Burst = []string{row.Customer}
				}
				matter, _ := scoring.Default().Compile(brief)
				turn = &scenarios.Turn{Matter: matter, Need: usualNeed}
				turns[row.Customer] = turn
			}
			out = append(out, labelled{row, answer{filepath.Base(name) + " " + row.ID, turn, false, scenarios.Bubbles(row.Reply)}})
		}
	}
	return out
})

// crosses reports a label that is a red line.
func (l *labelled) crosses(lines ...string) bool {
	return slices.ContainsFunc(l.Flags, func(flag string) bool { return slices.Contains(lines, flag) })
}

// breaches asks every item on all processors and gathers what is said of those that break the law, in their order.
func breaches[T any](items []T, breach func(T) string) []string {
	said := make([]string, len(items))
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		group.Go(func() {
			for i := w; i < len(items); i += workers {
				said[i] = breach(items[i])
			}
		})
	}
	group.Wait()
	return slices.DeleteFunc(said, func(s string) bool { return s == "" })
}

// atMost fails when a law is broken more often than its ceiling, and says when the ceiling can fall. LAWS=1 lists all.
func atMost(t *testing.T, ceiling, of int, broken []string) {
	t.Helper()
	t.Logf("%d of %d break the law, ceiling %d", len(broken), of, ceiling)
	if len(broken) < ceiling {
		t.Logf("the ceiling can fall to %d", len(broken))
	}
	if len(broken) <= ceiling && os.Getenv("LAWS") == "" {
		return
	}
	for i, b := range broken {
		if i == 12 && os.Getenv("LAWS") == "" {
			t.Logf("… and %d more", len(broken)-i)
			break
		}
		t.Log(b)
	}
	if len(broken) > ceiling {
		t.Errorf("%d of %d break the law, want at most %d", len(broken), of, ceiling)
	}
}

// usualNeed is what a reply of the corpora needs: no scenario is known.
var usualNeed = fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)

// firstTurns are the first turns that want sympathy and a step.
func firstTurns() []*scenarios.Turn {
	var out []*scenarios.Turn
	for _, s := range library().Scenarios {
		if need := s.Turns[0].Need; need.Has(fact.Empathy) && need.Has(fact.Action) {
			out = append(out, &s.Turns[0])
		}
	}
	return out
}
