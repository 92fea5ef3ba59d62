package laws

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

// scorn is said to a customer in one breath with what he feels.
var scorn = []string{
	"%就冲我嚷嚷，您可真有出息", "%也犯不着在这儿撒泼", "%怪谁，还不是您自己没看清", "%？那是您自己填错地址", "您自己没看说明，%也没用", "连说明书都看不懂，难怪您%", "%%%的，烦不烦",
	"这么大人了还%，丢不丢人", "您%关我什么事", "%成这样，至于吗", "一点小事就%，真矫情", "您这脾气，活该您%", "我看您就是闲的，才%", "哟，还%上了呢", "%个什么劲儿", "您有什么好%的", "是您自己拖到现在才%的",
	"就您%，别人怎么都不%", "换谁都%，可谁像您这么闹的", "理解您%，但您也太难伺候了", "理解您%，可这明明是您的错", "您%我懂，但您不识字吗",
}

var feelings = []string{"着急", "生气", "委屈", "难受", "担心", "窝火"}

// TestAnInsultEarnsNoSympathy: who mocks or blames the customer and names what he feels in the same breath has not felt with him.
func TestAnInsultEarnsNoSympathy(t *testing.T) {
	t.Parallel()
	var texts []string
	for _, s := range scorn {
		for _, feeling := range feelings {
			texts = append(texts, strings.ReplaceAll(s, "%", feeling))
		}
	}
	matter, _ := scoring.Default().Compile(scoring.Brief{Burst: []string{"我的快递三天没动了！", "给孩子的生日礼物，明天就要用！"}, Emotion: "生气"})
	t.Run("no sympathy", func(t *testing.T) {
		atMost(t, 19, len(texts), breaches(texts, func(text string) string {
			f := scoring.Default().Hear(matter, []string{text})
			if f.Empathy == 0 {
				return ""
			}
			return fmt.Sprintf("共情 %d, red lines %s%s: %s", f.Empathy, f.RedLines, heardBy(f), text)
		}))
	})
	t.Run("never passes", func(t *testing.T) {
		atMost(t, 19, len(texts), breaches(texts, func(text string) string {
			f := scoring.Default().Hear(matter, []string{text, "我现在催中转站，10分钟内回您"})
			card := matter.Grade(f, scoring.Terms{Need: usualNeed})
			if !card.Pass {
				return ""
			}
			return fmt.Sprintf("%d points, red lines %s%s: %s", card.Score, f.RedLines, heardBy(f), text)
		}))
	})
}

// TestALabelledInsultNeverPasses: of the corpora, what people call 失礼 or 指责 is not 达标, and what they hear no sympathy in
// beside it earns none.
func TestALabelledInsultNeverPasses(t *testing.T) {
	t.Parallel()
	all := slices.DeleteFunc(slices.Clone(corpora()), func(l labelled) bool { return !l.crosses("rude", "blame", "accuse", "deflect") })
	t.Run("passes", func(t *testing.T) {
		atMost(t, 1, len(all), breaches(all, func(l labelled) string {
			if _, card := l.grade(); card.Pass {
				return fmt.Sprintf("%d points: %s", card.Score, l.answer)
			}
			return ""
		}))
	})
	t.Run("sympathy", func(t *testing.T) {
		atMost(t, 9, len(all), breaches(all, func(l labelled) string {
			if f, _ := l.grade(); l.Empathy == 0 && f.Empathy > 0 {
				return fmt.Sprintf("共情 %d: %s", f.Empathy, l.answer)
			}
			return ""
		}))
	})
}

// TestARedLineBesideAModelAnswerFails: a saying of the lexicon that must be heard as a red line takes any model answer down.
func TestARedLineBesideAModelAnswerFails(t *testing.T) {
	t.Parallel()
	sayings := crossingHits(t)
	var replies []answer
	for i, a := range passing() {
		if a.turn.Need.Has(fact.Empathy) && !a.later {
			for k := range 6 {
				replies = append(replies, a.say(append(slices.Clone(a.bubbles), sayings[(i*6+k)%len(sayings)])...))
			}
		}
	}
	atMost(t, 0, len(replies), breaches(replies, func(a answer) string {
		if f, card := a.grade(); card.Pass {
			return fmt.Sprintf("%d points, red lines %s: %s", card.Score, f.RedLines, a)
		}
		return ""
	}))
}

// crossingHits are the examples of the lexicon that cross a red line by themselves, heard by a rule that does not ask for a bare reply.
func crossingHits(t *testing.T) []string {
	t.Helper()
	firm := fact.RedLineSet(fact.Rude, fact.Accuse, fact.Argue, fact.Leak, fact.Offsite, fact.Solicit, fact.Privacy, fact.Overpromise)
	var out []string
	for _, hit := range lexiconHits() {
		f := scoring.Default().Hear(nil, []string{hit, "我现在催中转站，10分钟内回您"})
		if f.Crossed()&firm != 0 {
			out = append(out, hit)
		}
	}
	if len(out) < 50 {
		t.Fatalf("only %d examples cross a red line beside a step", len(out))
	}
	return out
}
