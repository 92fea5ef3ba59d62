package sim_test

import (
	"fmt"
	"slices"
	"testing"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/sim"
)

func deck(tags ...string) []*scenarios.Scenario {
	var out []*scenarios.Scenario
	for i, tag := range tags {
		out = append(out, &scenarios.Scenario{
			ID: fmt.Sprint(i), Tag: tag, Card: true,
			Turns: []scenarios.Turn{{Need: fact.ElementSet(fact.Empathy)}},
		})
	}
	return out
}

func TestDealIsTheSameForTheSameSeed(t *testing.T) {
	cards := deck("a", "b", "c", "d", "e", "f", "g", "h")
	before := slices.Clone(cards)
	one, again, other := sim.Deal(cards, 1), sim.Deal(cards, 1), sim.Deal(cards, 2)
	if !slices.Equal(one, again) || slices.Equal(one, other) {
		t.Error("the order must hang on the seed and on nothing else")
	}
	if !slices.Equal(cards, before) {
		t.Error("the list given was changed")
	}
}

func TestDealNeverRepeatsATagWherePossible(t *testing.T) {
	for seed := range uint64(200) {
		got := sim.Deal(deck("a", "a", "a", "a", "b", "b", "c"), seed)
		if len(got) != 7 {
			t.Fatalf("%d cards of 7", len(got))
		}
		for i := 1; i < len(got); i++ {
			if got[i].Tag == got[i-1].Tag {
				t.Fatalf("seed %d: %s twice in a row at %d", seed, got[i].Tag, i)
			}
		}
	}
	if got := sim.Deal(deck("a", "a", "b"), 3); len(got) != 3 {
		t.Errorf("%d cards of 3", len(got))
	}
	if got := sim.Deal(deck("a", "a"), 3); len(got) != 2 {
		t.Errorf("one tag alone must still be dealt, have %d", len(got))
	}
}

func TestDealLeavesOutScriptsAndCardsWithoutNeeds(t *testing.T) {
	cards := deck("a", "b", "c")
	cards[0].Card = false
	cards[1].Turns[0].Need = 0
	if got := sim.Deal(cards, 1); len(got) != 1 || got[0].ID != "2" {
		t.Errorf("have %d cards", len(got))
	}
}

// An hour is about 120 cards: more than the library has, so the deck goes round.
func TestAnHourOfTheLibraryNeverBringsACardBackSoon(t *testing.T) {
	const hour, soon = 120, 60
	all := scenarios.Load(scenarios.Source{FS: scenarios.Embedded()}).Filter("", "")
	for seed := range uint64(50) {
		dealt := sim.Deal(all, seed)
		last := map[string]int{}
		for i := range hour {
			sc := dealt[i%len(dealt)]
			if before, ok := last[sc.ID]; ok && i-before < soon {
				t.Fatalf("seed %d: %s again after %d cards", seed, sc.ID, i-before)
			}
			last[sc.ID] = i
		}
	}
}
