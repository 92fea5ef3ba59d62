package sim

import (
	"math/rand/v2"
	"slices"

	"shouxiang/scenarios"
)

// Deal puts cards into the order in which a drill draws them: shuffled by the seed, the same tag never twice in a row
// where that is possible. Scripts and cards that need no answer are left out. The list given is not changed.
func Deal(list []*scenarios.Scenario, seed uint64) []*scenarios.Scenario {
	var left []*scenarios.Scenario
	count := map[string]int{}
	for _, sc := range list {
		if sc.Card && len(sc.Turns) == 1 && sc.Turns[0].Need != 0 {
			left = append(left, sc)
			count[sc.Tag]++
		}
	}
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	out := make([]*scenarios.Scenario, 0, len(left))
	last := ""
	for len(left) > 0 {
		i := nextCard(left, count, last)
		out = append(out, left[i])
		last = left[i].Tag
		count[last]--
		left = slices.Delete(left, i, i+1)
	}
	return out
}

// nextCard is the first card with another tag than the last one; a tag that makes up more than half of what is left
// comes first, or its cards would have to follow each other later.
func nextCard(left []*scenarios.Scenario, count map[string]int, last string) int {
	other := -1
	for i, sc := range left {
		if sc.Tag == last {
			continue
		}
		if 2*count[sc.Tag] > len(left) {
			return i
		}
		if other < 0 {
			other = i
		}
	}
	return max(0, other)
}
