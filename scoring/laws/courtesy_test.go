package laws

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

var (
	greeting = regexp.MustCompile(`^(您好|你好|亲)[，,！!。 ]+`)
	thanks   = regexp.MustCompile(`[，,。 ]+(谢谢您|谢谢)[。！!]?$`)
)

// pair is a reply and the same with more or less courtesy.
type pair struct {
	how           string
	plain, polite answer
}

// politer are all replies, each with courtesy added and taken away.
func politer() []pair {
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
	return pairs
}

// TestCourtesyMovesOnlyTheMarksForManner: a 您好, 亲 or 谢谢 more or less changes nothing that the customer is told.
func TestCourtesyMovesOnlyTheMarksForManner(t *testing.T) {
	t.Parallel()
	pairs := politer()
	type verdict struct {
		heard string
		card  scoring.Card
		empty bool
	}
	judge := func(a answer) verdict {
		f, card := a.grade()
		return verdict{heard(f, card), card, f.Hollow}
	}
	var moved, flips []string
	for _, said := range breaches(pairs, func(p pair) string {
		with, without := judge(p.plain), judge(p.polite)
		switch {
		case with.empty || without.empty:
			return ""
		case with.heard != without.heard:
			return fmt.Sprintf("facts %s: %s → %s: %s", p.how, with.heard, without.heard, p.polite)
		case with.card.Pass != without.card.Pass:
			return fmt.Sprintf("verdict %s: %d → %d points: %s", p.how, with.card.Score, without.card.Score, p.polite)
		}
		return ""
	}) {
		if strings.HasPrefix(said, "facts") {
			moved = append(moved, said)
		} else {
			flips = append(flips, said)
		}
	}
	t.Run("facts", func(t *testing.T) { atMost(t, 0, len(pairs), moved) })
	// Two replies lack nothing and still stand at 68: the marks for manner themselves bring them over the line.
	t.Run("verdicts", func(t *testing.T) { atMost(t, 10, len(pairs), flips) })
}

// heard is what courtesy must not move.
func heard(f *scoring.Facts, card scoring.Card) string {
	return fmt.Sprint(f.Kind, f.Empathy, f.Action, f.Step, f.Who, f.Timing, f.Echo, f.Elements.Without(fact.ElementSet(fact.Greet, fact.Close)), f.RedLines, f.Must,
		card.Empathy.Points, card.Action.Points)
}
