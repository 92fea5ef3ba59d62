package laws

import (
	"fmt"
	"strings"
	"testing"

	"shouxiang/scoring/fact"
)

// TestWordsOfTheCustomerSentBackEarnNothing: whatever he said is his, however it is dressed.
func TestWordsOfTheCustomerSentBackEarnNothing(t *testing.T) {
	t.Parallel()
	var echoes []answer
	for _, s := range library().Scenarios {
		turn := &s.Turns[0]
		var burst []string
		for _, line := range turn.Say {
			burst = append(burst, line.Text)
		}
		joined := strings.Join(burst, "，")
		say := func(how string, bubbles ...string) {
			echoes = append(echoes, answer{s.ID + " " + how, turn, false, bubbles})
		}
		say("as it is", burst...)
		say("in one", joined)
		say("with a curse", joined+"，真气人")
		say("with sympathy", "换谁都急，"+joined)
		say("spoken to", strings.ReplaceAll(strings.ReplaceAll(joined, "我们", "您"), "我", "您"))
		say("spoken to with sympathy", "换谁都急，"+strings.ReplaceAll(joined, "我", "您"))
	}
	atMost(t, 0, len(echoes), breaches(echoes, func(a answer) string {
		f, card := a.grade()
		if f.Action == 0 && !f.Elements.Has(fact.Deadline) && !f.Elements.Has(fact.FollowUp) && !card.Pass {
			return ""
		}
		return fmt.Sprintf("%d points, 行动 %d, %v: %s", card.Score, f.Action, f.Elements, a)
	}))
}
