package hearing

import (
	"slices"
	"testing"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
)

// opinionated is the embedded lexicon with a second opinion of two runs.
func opinionated() *lexicon.Lexicon {
	lex := *lexicon.Default()
	lex.Opinion = lexicon.NewOpinion(-100, 100, map[string]int{"石头落": 150, "落地": 120, "空话": -400})
	return &lex
}

func TestSecondOpinionRaisesEmpathyAndSaysOnWhat(t *testing.T) {
	f, _ := Hear(opinionated(), 0, nil, []string{"等您这块石头落地，我们才算完。"})
	if f.Empathy != 2 || !f.Elements.Has(fact.Empathy) {
		t.Fatalf("level %d", f.Empathy)
	}
	i := slices.IndexFunc(f.Evidence, func(e fact.Evidence) bool { return e.Rule == Table[secondOpinion].ID })
	if i < 0 {
		t.Fatalf("no finding in %+v", f.Evidence)
	}
	e := f.Evidence[i]
	if have := string([]rune(f.Text)[e.Start:e.End]); have != "等您这块石头落地" || e.Why != Table[secondOpinion].Why {
		t.Errorf("%q because %q", have, e.Why)
	}
}

func TestSecondOpinionIsSilentWhereItIsNotSureOrMustNotSpeak(t *testing.T) {
	for _, reply := range []string{
		"这块石头", "等您这块石头落地，都是空话", "“石头落地”是什么意思？", "您自己没看清楚，石头落地了再来", "等您这块石头", "如果石头落地了再说",
	} {
		with, _ := Hear(opinionated(), 0, nil, []string{reply})
		bare := *lexicon.Default()
		bare.Opinion = lexicon.Opinion{}
		without, _ := Hear(&bare, 0, nil, []string{reply})
		if with.Empathy != without.Empathy {
			t.Errorf("%s: %d, without it %d", reply, with.Empathy, without.Empathy)
		}
	}
}

func TestSecondOpinionNeverLowersAndTouchesNothingButEmpathy(t *testing.T) {
	lex, bare := lexicon.Default(), *lexicon.Default()
	bare.Opinion = lexicon.Opinion{}
	for _, reply := range []string{"三只猫断粮，急死人了，我现在催，10分钟内回您", "抱歉，石头落地", "我现在催中转站，10分钟内回您", "换我也睡不着，这钱是救急的", "稍等"} {
		with, _ := Hear(lex, 0, nil, []string{reply})
		without, _ := Hear(&bare, 0, nil, []string{reply})
		if with.Empathy < without.Empathy || with.Step != without.Step || with.RedLines != without.RedLines || with.Timing != without.Timing ||
			with.Elements.Without(fact.ElementSet(fact.Empathy)) != without.Elements.Without(fact.ElementSet(fact.Empathy)) {
			t.Errorf("%s: %+v, without it %+v", reply, with, without)
		}
	}
}
