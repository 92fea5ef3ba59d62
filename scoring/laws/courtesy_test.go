package laws

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

var (
	greeting = regexp.MustCompile(`^(您好|你好|亲)[，,！!。 ]+`)
	thanks   = regexp.MustCompile(`[，,。 ]+(谢谢您|谢谢)[。！!]?$`)
)

// TestCourtesyMovesOnlyTheMarksForManner: a 您好, 亲 or 谢谢 more or less changes nothing that the customer is told.
func TestCourtesyMovesOnlyTheMarksForManner(t *testing.T) {
	t.Parallel()
	type pair struct {
		how           string
		plain, polite answer
	}
	var pairs []pair
	replies := slices.Clone(models())
	for i := range corpora() {
		replies = append(replies, corpora()[i].answer)
	}
	for _, a := range replies {
		last := len(a.bubbles) - 1
		if last < 0 {
			continue
		}
		front := func(text string) answer { return a.say(append([]string{text + a.bubbles[0]}, a.bubbles[1:]...)...) }
		back := func(text string) answer {
			b := slices.Clone(a.bubbles)
			b[last] += text
			return a.say(b...)
		}
		pairs = append(pairs, pair{"您好", a, front("您好，")}, pair{"亲", a, front("亲，")}, pair{"谢谢", a, back("，谢谢")}, pair{"谢谢您", a, back("，谢谢您")},
			pair{"您好 in a bubble", a, a.say(append([]string{"您好"}, a.bubbles...)...)})
		if bare := greeting.ReplaceAllString(a.bubbles[0], ""); bare != a.bubbles[0] && bare != "" {
			pairs = append(pairs, pair{"greeting taken away", a, a.say(append([]string{bare}, a.bubbles[1:]...)...)})
		}
		if bare := thanks.ReplaceAllString(a.bubbles[last], ""); bare != a.bubbles[last] && bare != "" {
			pairs = append(pairs, pair{"thanks taken away", a, a.say(append(slices.Clone(a.bubbles[:last]), bare)...)})
		}
	}
	moved := breaches(pairs, func(p pair) string {
		f, with := p.plain.grade()
		g, without := p.polite.grade()
		if f.Hollow || g.Hollow || heard(f, with) == heard(g, without) {
			return ""
		}
		return fmt.Sprintf("%s: %s → %s: %s", p.how, heard(f, with), heard(g, without), p.polite)
	})
	t.Run("facts", func(t *testing.T) { atMost(t, 0, len(pairs), moved) })
	flips := breaches(pairs, func(p pair) string {
		f, with := p.plain.grade()
		g, without := p.polite.grade()
		if f.Hollow || g.Hollow || with.Pass == without.Pass {
			return ""
		}
		return fmt.Sprintf("%s: %d → %d points: %s", p.how, with.Score, without.Score, p.polite)
	})
	t.Run("verdicts", func(t *testing.T) { atMost(t, 10, len(pairs), flips) })
}

// heard is what courtesy must not move.
func heard(f *scoring.Facts, card scoring.Card) string {
	return fmt.Sprint(f.Kind, f.Empathy, f.Action, f.Step, f.Who, f.Timing, f.Echo, f.Elements.Without(fact.ElementSet(fact.Greet, fact.Close)), f.RedLines, f.Must,
		card.Empathy.Points, card.Action.Points)
}
