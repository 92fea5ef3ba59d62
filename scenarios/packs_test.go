package scenarios

import (
	"strings"
	"testing"

	"shouxiang/scoring"
)

// Every embedded card is its own test: its good replies are 达标, its bad ones fail, and for the reason it states.
func TestEmbeddedRepliesAreHeardAsTheirAuthorMeant(t *testing.T) {
	lib := Load(Source{FS: Embedded()})
	for _, b := range lib.Broken {
		t.Errorf("%s", b.Reason.Error())
	}
	for _, sc := range lib.Scenarios {
		if !sc.Card || sc.Turns[0].Need == 0 {
			continue
		}
		turn := &sc.Turns[0]
		terms := scoring.Terms{Need: turn.Need, Timed: true, InTime: true}
		for _, good := range turn.Good {
			f := scoring.Default().Hear(turn.Matter, good.Bubbles())
			if card := turn.Matter.Grade(f, terms); !card.Pass {
				t.Errorf("%s: 示范不达标 %d 分 %v：%s", sc.File, card.Score, card.Caps, good.Text)
			}
		}
		for _, bad := range turn.Bad {
			f := scoring.Default().Hear(turn.Matter, bad.Bubbles())
			card := turn.Matter.Grade(f, terms)
			if card.Pass {
				t.Errorf("%s: 反例达标 %d 分：%s", sc.File, card.Score, bad.Text)
			}
			if wrong := unheard(f, bad); wrong != "" {
				t.Errorf("%s: 反例应当 %s：%s（%d 分 %v）", sc.File, wrong, bad.Text, card.Score, card.Caps)
			}
		}
	}
}

// unheard names what the author says of a bad reply and the scorer does not hear.
func unheard(f *scoring.Facts, bad Example) string {
	var out []string
	for _, name := range bad.Lacks {
		if e, ok := scoring.ElementByLabel(name); ok && f.Elements.Has(e) {
			out = append(out, "缺"+name)
		}
	}
	for _, name := range bad.Hits {
		if r, ok := scoring.RedLineByLabel(name); ok && !f.RedLines.Has(r) {
			out = append(out, "碰"+name)
		}
	}
	return strings.Join(out, "、")
}
