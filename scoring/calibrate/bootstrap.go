package calibrate

import (
	"math/rand/v2"
	"slices"
)

// Resamples is how many times the replies are drawn again for an interval.
const Resamples = 1000

// bootstrap gives the figures their 95 % percentile intervals. Replies are drawn with replacement, as many as there are,
// from a fixed seed; only their outcomes are counted again, nothing is scored twice. A figure that more than one resample
// in twenty leaves undefined gets no interval.
func bootstrap(figures []Figure, outcomes []outcome, counted uint32) {
	if len(outcomes) == 0 {
		return
	}
	kinds, of := kindsOf(outcomes)
	values := make([][]float64, len(figures))
	random := rand.New(rand.NewPCG(1, 2))
	counts := make([]int, len(kinds))
	for range Resamples {
		clear(counts)
		for range outcomes {
			counts[of[random.IntN(len(of))]]++
		}
		var t tally
		for k, n := range counts {
			if n > 0 {
				t.add(&kinds[k], n)
			}
		}
		for i, v := range t.headlines(counted) {
			if v != nil {
				values[i] = append(values[i], *v)
			}
		}
	}
	for i, v := range values {
		if figures[i].Value != nil && len(v) >= Resamples-Resamples/20 {
			low, high := percentiles(v)
			figures[i].Low, figures[i].High = &low, &high
		}
	}
}

// kindsOf are the different outcomes, and for each reply which it is.
func kindsOf(outcomes []outcome) (kinds []outcome, of []int32) {
	seen := map[outcome]int32{}
	of = make([]int32, len(outcomes))
	for i, o := range outcomes {
		k, ok := seen[o]
		if !ok {
			k = int32(len(kinds))
			seen[o] = k
			kinds = append(kinds, o)
		}
		of[i] = k
	}
	return kinds, of
}

// percentiles leave out one value in forty at each end.
func percentiles(values []float64) (low, high float64) {
	slices.Sort(values)
	out := len(values) / 40
	return values[out], values[len(values)-1-out]
}
