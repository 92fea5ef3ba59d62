package rehearsal

import (
	"testing"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// Games of a player that chooses. Every branch needs the default to be reached; the order of the players shows sooner.
const shortGames = 60

// What the players must be worth in every conversation, in points of CSAT.
const (
	underPupil = 1.0 // the novice, whoever only apologises, whoever only acts: so far below the model pupil
	overEmpty  = 0.5 // the novice: so far above whoever does not answer this customer
)

// In every embedded conversation the players end where they should: the model pupil at the best ending of the file, the
// novice clearly below, whoever only apologises or only acts as well, and whoever answers past the customer at the
// bottom. Every turn and every branch is reached by somebody.
func TestPlayersEndWhereTheyShouldInEveryEmbeddedConversation(t *testing.T) {
	games := DefaultGames
	if testing.Short() {
		games = shortGames
	}
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: scenarios.Embedded()})
	played := 0
	for _, sc := range lib.Read {
		if sc.Card {
			continue
		}
		played++
		t.Run(sc.ID, func(t *testing.T) {
			t.Parallel()
			res := Rehearse(sc, scoring.Default(), games, DefaultSeed)
			checkOrder(t, res)
			if !testing.Short() {
				for _, place := range res.Unreached() {
					t.Errorf("line %d: in %d games nobody came to %s", place.Span.Line, res.Games, place.What)
				}
			}
		})
	}
	if played < 24 {
		t.Errorf("only %d conversations were played", played)
	}
}

func checkOrder(t *testing.T, res *Result) {
	best := 0
	for _, e := range res.Scenario.Endings {
		best = max(best, e.CSAT)
	}
	pupil, novice := res.player("优等生").Rating, res.player("新手").Rating
	if pupil != float64(best) {
		t.Errorf("优等生 ends with %.1f, the best ending is worth %d", pupil, best)
	}
	for _, name := range []string{"新手", "只道歉", "只办事"} {
		if r := res.player(name).Rating; r > pupil-underPupil {
			t.Errorf("%s %.2f is too close to 优等生 %.2f", name, r, pupil)
		}
	}
	for _, name := range []string{"敷衍", "夸口", "打太极", "顶撞", "乱打", "沉默"} {
		if r := res.player(name).Rating; novice < r+overEmpty {
			t.Errorf("新手 %.2f is too close to %s %.2f", novice, name, r)
		}
	}
}
