package sim

import (
	"strings"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// reaction is the customer's one line about the reply to a card.
func (d *decision) reaction(turn *scenarios.Turn, facts *scoring.Facts, card scoring.Card) string {
	m := scenarios.Moment{Facts: facts, Pass: card.Pass, MustAll: len(card.MissingMust) == 0, Nagged: d.c.Nudges > 0}
	return strings.Join(scenarios.React(d.ses.Scenario(d.c), turn, &m, &card), " ")
}
