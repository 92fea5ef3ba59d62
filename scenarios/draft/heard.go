package draft

import (
	"strings"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// Heard is what the scorer says of a reply.
type Heard struct {
	Pass        bool
	Lacks, Hits []string // words for elements and red lines
	Musts       []string // facts that it does not tell
}

// Words is the verdict in a line.
func (h Heard) Words() string {
	var parts []string
	if len(h.Lacks) > 0 {
		parts = append(parts, "没听出 "+strings.Join(h.Lacks, "、"))
	}
	if len(h.Musts) > 0 {
		parts = append(parts, "没说到 "+strings.Join(h.Musts, "、"))
	}
	if len(h.Hits) > 0 {
		parts = append(parts, "碰红线 "+strings.Join(h.Hits, "、"))
	}
	switch {
	case h.Pass:
		return "评分觉得这句达标了"
	case len(parts) == 0:
		return "评分觉得它不够好"
	}
	return "评分" + strings.Join(parts, "，")
}

// Ear hears replies to a turn as check will, with the words of the pack and what was answered up to now.
func (v *Interview) Ear(turn int) func(text string) Heard {
	d := v.sheet()
	d.ID = "x"
	sc, _ := scenarios.ReadText("", d.TOML(), v.folder.Pack)
	if sc == nil || turn >= len(sc.Turns) {
		return func(string) Heard { return Heard{} }
	}
	t := &sc.Turns[turn]
	return func(text string) Heard {
		facts := scoring.Default().Hear(t.Matter, scenarios.Bubbles(strings.ReplaceAll(text, "\n", " // ")))
		card := t.Matter.Grade(facts, scoring.Terms{Need: t.Need, Later: turn > 0})
		h := Heard{Pass: card.Pass, Musts: card.MissingMust}
		for _, e := range card.Missing.List() {
			h.Lacks = append(h.Lacks, e.Label())
		}
		for _, r := range facts.Crossed().List() {
			h.Hits = append(h.Hits, r.Label())
		}
		return h
	}
}
