package lint

import (
	"fmt"
	"slices"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// Check is everything that is wrong with a library that was read with its places: what the loader found and what the
// rules find, in order. scorer is the one the library was read with.
func Check(lib *scenarios.Library, scorer *scoring.Scorer) []problem.Problem {
	found := slices.Clone(lib.Problems)
	broken, misread := map[string]bool{}, map[string]bool{}
	for _, p := range found {
		if Blocks(p) {
			broken[p.File] = true
			misread[p.File] = misread[p.File] || p.Code != "B01" && p.Code[0] != 'D'
		}
	}
	for _, sc := range lib.Read {
		c := &checker{sc: sc, scorer: scorer, left: fileEffort, heard: map[*scenarios.Example]reply{}}
		if c.found = TooMuch(sc); len(c.found) > 0 {
			found = append(found, c.found...)
			continue
		}
		c.words()
		if !misread[sc.File] { // a key misspelt would look like a row without conditions, or no must
			c.branches()
			c.ticket()
		}
		if !slices.ContainsFunc(c.found, Blocks) && !broken[sc.File] {
			c.walks()
			c.replies()
			c.offers()
		}
		found = append(found, c.found...)
	}
	found = append(found, frames(lib, scorer)...)
	problem.Sort(found)
	return found
}

// Blocks reports a problem that leaves a file too broken, or too large, for games and for judging its replies: what
// follows from it would be noise.
func Blocks(p problem.Problem) bool {
	return p.Code == "M02" || p.Severity == problem.Error && p.Code != "" && slices.Contains([]byte("BDFKSTV"), p.Code[0])
}

// most is how many problems of one code a file shows.
const most = 10

// Shorten leaves at most ten problems of one code in one file; the eleventh says how many more there are. The list
// must be sorted.
func Shorten(list []problem.Problem) []problem.Problem {
	type kind struct{ file, code string }
	count := map[kind]int{}
	for _, p := range list {
		count[kind{p.File, p.Code}]++
	}
	seen := map[kind]int{}
	var out []problem.Problem
	for _, p := range list {
		k := kind{p.File, p.Code}
		seen[k]++
		switch n := seen[k]; {
		case n <= most:
			out = append(out, p)
		case n == most+1:
			p.Message, p.Source = fmt.Sprintf("还有 %d 处", count[k]-most), ""
			out = append(out, p)
		}
	}
	return out
}

// Count counts problems by severity.
func Count(list []problem.Problem) (errors, warnings, hints int) {
	for _, p := range list {
		switch p.Severity {
		case problem.Error:
			errors++
		case problem.Warning:
			warnings++
		default:
			hints++
		}
	}
	return errors, warnings, hints
}

// checker looks at one scenario.
type checker struct {
	sc     *scenarios.Scenario
	scorer *scoring.Scorer
	found  []problem.Problem
	turns  []*turnLogic
	left   int // effort left for logic
	heard  map[*scenarios.Example]reply
}

func (c *checker) report(code string, span problem.Span, args ...any) {
	c.found = append(c.found, At(code, c.sc.Tree, span, args...))
}

// logic is a turn's rows as logic, made once.
func (c *checker) logic(i int) *turnLogic {
	if c.turns == nil {
		c.turns = make([]*turnLogic, len(c.sc.Turns))
	}
	if c.turns[i] == nil {
		c.turns[i] = logicOf(c.sc, i, &c.left)
	}
	return c.turns[i]
}

// TurnSpan is the place that stands for a turn: its id, else what the customer says.
func TurnSpan(sc *scenarios.Scenario, i int) problem.Span {
	node := sc.Turns[i].Node
	for _, key := range [...]string{"id", "say"} {
		if n := node.Get(key); n != nil && !(sc.Card && key == "id") {
			if key == "say" {
				return n.KeySpan
			}
			return n.Span
		}
	}
	return sc.Tree.Top()
}

// RowSpan is the place that stands for a row: its conditions.
func RowSpan(b *scenarios.Branch) problem.Span { return ifSpan(b) }

// TurnName is how messages call a turn.
func TurnName(sc *scenarios.Scenario, i int) string {
	if sc.Turns[i].ID == "" {
		return fmt.Sprintf("第 %d 轮", i+1)
	}
	return sc.Turns[i].ID
}
