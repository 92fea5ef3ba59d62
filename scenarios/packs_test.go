package scenarios

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode"

	"shouxiang/scoring/fact"

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
		if e, ok := fact.ElementByLabel(name); ok && f.Elements.Has(e) {
			out = append(out, "缺"+name)
		}
	}
	for _, name := range bad.Hits {
		if r, ok := fact.RedLineByLabel(name); ok && !f.RedLines.Has(r) {
			out = append(out, "碰"+name)
		}
	}
	return strings.Join(out, "、")
}

// No two embedded cards share a run of eight characters in what customers say or in model answers, so that an hour of
// drilling never sounds the same.
func TestNoTwoCardsShareWording(t *testing.T) {
	const run = 8
	seen := map[string]string{}
	for _, sc := range Load(Source{FS: Embedded()}).Scenarios {
		if !sc.Card {
			continue
		}
		for clause := range wordings(&sc.Turns[0]) {
			runes := []rune(clause)
			for i := 0; i+run <= len(runes); i++ {
				piece := string(runes[i : i+run])
				if other, ok := seen[piece]; ok && other != sc.ID {
					t.Errorf("%s and %s share 『%s』", other, sc.ID, piece)
				}
				seen[piece] = sc.ID
			}
		}
	}
}

// wordings is the clauses of what the customer says and of the model answers.
func wordings(turn *Turn) iter.Seq[string] {
	var all []string
	for _, l := range slices.Concat(turn.Say, turn.Late) {
		all = append(all, l.Text)
	}
	for _, g := range turn.Good {
		all = append(all, g.Text)
	}
	return strings.FieldsFuncSeq(strings.Join(all, "\n"), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
}

func TestTheLibraryIsLargeAndMixed(t *testing.T) {
	lib := Load(Source{FS: Embedded()})
	cards, scripts, inquiries, high := 0, 0, 0, 0
	emotions, levels := map[string]int{}, map[int]int{}
	for _, sc := range lib.Scenarios {
		emotions[sc.Emotion]++
		levels[sc.Intensity]++
		switch {
		case !sc.Card:
			scripts++
			if sc.Level == "高阶" {
				high++
			}
		default:
			cards++
			if sc.Turns[0].Need == fact.ElementSet(fact.Answer) {
				inquiries++
			}
		}
	}
	if cards < 72 || scripts < 24 || inquiries < 20 || high < 6 || len(emotions) != 11 || len(levels) != 5 || len(lib.Packs) != 6 {
		t.Errorf("%d cards, %d scripts, %d inquiries, %d hard scripts, %d emotions, %d intensities, %d packs",
			cards, scripts, inquiries, high, len(emotions), len(levels), len(lib.Packs))
	}
}
