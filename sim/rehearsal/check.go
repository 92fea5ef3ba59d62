package rehearsal

import (
	"fmt"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
)

// Check plays every scenario of a library that was read with its places and says what only playing shows: R07, X01,
// X02. found is what check knows already: files with errors, and those whose model replies fail, are left out.
func Check(lib *scenarios.Library, found []problem.Problem, scorer *scoring.Scorer) []problem.Problem {
	skip := map[string]bool{}
	for _, p := range found {
		if lint.Blocks(p) || p.Code == "R01" || p.Code == "G03" {
			skip[p.File] = true
		}
	}
	var out []problem.Problem
	for _, sc := range lib.Read {
		if !skip[sc.File] {
			out = append(out, Rehearse(sc, scorer, DefaultGames, DefaultSeed).Problems()...)
		}
	}
	return out
}

// Problems is what a rehearsal shows to be wrong.
func (res *Result) Problems() []problem.Problem {
	sc := res.Scenario
	var out []problem.Problem
	if !sc.Card {
		if p, bad := res.unwinnable(); bad {
			out = append(out, p)
		}
		if p, bad := res.flat(); bad {
			out = append(out, p)
		}
	}
	for _, u := range res.Unreached() {
		out = append(out, lint.At("X01", sc.Tree, u.Span, res.Games, u.What))
	}
	return out
}

// Place is a turn or row that no game came to.
type Place struct {
	What string
	Span problem.Span
}

// Unreached are the turns and rows that no game came to; rows of such turns are not listed as well.
func (res *Result) Unreached() []Place {
	sc := res.Scenario
	var out []Place
	for i := range sc.Turns {
		if res.Turns[i] == 0 {
			out = append(out, Place{"『" + lint.TurnName(sc, i) + "』这一轮", lint.TurnSpan(sc, i)})
			continue
		}
		for j := range sc.Turns[i].Rows {
			if res.Rows[i][j] == 0 {
				out = append(out, Place{"这条分支", lint.RowSpan(&sc.Turns[i].Rows[j])})
			}
		}
	}
	return out
}

func (res *Result) player(name string) Player {
	for _, p := range res.Players {
		if p.Name == name {
			return p
		}
	}
	return Player{}
}

// unwinnable: the model replies do not lead to the best rating.
func (res *Result) unwinnable() (problem.Problem, bool) {
	best := 5
	if endings := res.Scenario.Endings; len(endings) > 0 {
		best = 0
		for i := range endings {
			best = max(best, endings[i].CSAT)
		}
	}
	pupil := res.player("优等生")
	if int(pupil.Rating) >= best {
		return problem.Problem{}, false
	}
	end := ""
	if len(pupil.Ends) > 0 {
		end = pupil.Ends[0].Name
	}
	for i := range res.Scenario.Endings {
		if res.Scenario.Endings[i].ID == end {
			end = fmt.Sprintf("%s(%d分)", end, res.Scenario.Endings[i].CSAT)
		}
	}
	return lint.At("R07", res.Scenario.Tree, res.Scenario.Tree.Top(), end, best), true
}

// What good replies must earn more than others, in points of CSAT.
const (
	overInsult = 1.0
	overNovice = 0.2
)

// flat: good and bad replies end alike.
func (res *Result) flat() (problem.Problem, bool) {
	good, novice, insult := res.player("优等生").Rating, res.player("新手").Rating, res.player("顶撞").Rating
	if good >= insult+overInsult && good >= novice+overNovice {
		return problem.Problem{}, false
	}
	return lint.At("X02", res.Scenario.Tree, res.Scenario.Tree.Top(),
		fmt.Sprintf("优等生 %.1f 分、新手 %.1f 分、顶撞 %.1f 分", good, novice, insult)), true
}
