package laws

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"shouxiang/scoring/fact"
)

// unreal says of a deed of ours that it is not so, or not ours, or not for this customer. % is the deed without 我.
var unreal = []struct{ name, form string }{
	{"would have", "本来想%的，可惜系统不让"},
	{"would have", "我本来打算%，结果权限不够"},
	{"would have", "原本能%的，现在流程关了"},
	{"had you said", "要是您早说，我早就%了"},
	{"had you said", "您当时要是讲一声，我就%了"},
	{"had it been mine", "换成我说了算，我肯定早就%了"},
	{"denied", "我没法%"},
	{"denied", "我这边没有权限%"},
	{"denied", "我不能%"},
	{"denied", "别指望我%"},
	{"refused", "我不会%"},
	{"refused", "我可不想%"},
	{"asked", "您要我%吗？"},
	{"asked", "您是想让我%吗"},
	{"asked", "难道要我%？"},
	{"asked", "谁跟您说我会%？"},
	{"quoted", "我们主管常说“我%”"},
	{"quoted", "您刚才说“%”对吧"},
	{"quoted", "模板里写的是“我%”"},
	{"on a condition", "除非您先撤了投诉，否则我不会%"},
	{"on a condition", "您先给好评，不然我不%"},
	{"another's past", "上次有位客户，我%"},
	{"another's past", "前几天另一位顾客也这样，我同事%了"},
	{"another's past", "上个月有个一样的单，后来是%才好的"},
	{"somebody else's", "骑手说他%"},
	{"somebody else's", "快递员自己会%"},
	{"somebody else's", "您可以让商家%"},
	{"somebody else's", "得您自己%"},
	{"somebody else's", "听说隔壁店会%"},
	{"a rule", "一般都是专员%"},
	{"a rule", "按规定客服应当%"},
	{"a rule", "正常情况下会有人%"},
	{"a rule", "我们的流程是%"},
	{"a forecast", "预计系统会%"},
	{"a forecast", "估计网点那边可能%"},
}

// stillReal is how many get through today.
var stillReal = map[string]int{"had you said": 2, "somebody else's": 1}

// TestWhatIsNotSoIsNoStep: the deed of a model answer, told as what would have been, denied, asked, quoted, somebody else's and
// so on, is no step, and the answer is no longer 达标.
func TestWhatIsNotSoIsNoStep(t *testing.T) {
	t.Parallel()
	bases := deeds()
	if len(bases) < 60 {
		t.Fatalf("only %d model answers tell a deed with its time in one clause", len(bases))
	}
	seen := map[string]bool{}
	for _, u := range unreal {
		if seen[u.name] {
			continue
		}
		seen[u.name] = true
		t.Run(u.name, func(t *testing.T) {
			var told []answer
			for _, other := range unreal {
				if other.name != u.name {
					continue
				}
				for _, b := range bases {
					deed := b.deed
					if u.name == "another's past" { // whom it was done for is another, too
						deed = strings.NewReplacer("您", "他", "你", "他").Replace(deed)
					}
					told = append(told, b.say(b.sympathy+"。"+strings.ReplaceAll(other.form, "%", deed)))
				}
			}
			atMost(t, stillReal[u.name], len(told), breaches(told, func(a answer) string {
				f, card := a.grade()
				if !card.Pass {
					return ""
				}
				return fmt.Sprintf("%d points, %s: %s", card.Score, f.Elements, a)
			}))
		})
	}
}

// deed is a model answer cut into its sympathy and one clause of what we do, without 我.
type deed struct {
	answer
	sympathy, deed string
}

// deeds are the model answers of first turns that are 达标 with one clause of deed and time.
func deeds() []deed {
	var out []deed
	for _, a := range passing() {
		if a.later || len(a.turn.Must) > 0 || !a.turn.Need.Has(fact.Empathy) || !a.turn.Need.Has(fact.Action) || len(a.bubbles) < 2 {
			continue
		}
		sympathy := strings.TrimRight(a.bubbles[0], "。！，")
		if f, _ := a.say(sympathy).grade(); f.Action > 0 || f.Elements.Has(fact.Deadline) {
			continue
		}
		for clause := range strings.FieldsFuncSeq(strings.Join(a.bubbles[1:], "，"), func(r rune) bool { return strings.ContainsRune("，。；！？", r) }) {
			bare, ok := without我(clause)
			if !ok {
				continue
			}
			if _, card := a.say(sympathy + "。我" + bare).grade(); card.Pass {
				out = append(out, deed{a, sympathy, bare})
				break
			}
		}
	}
	return out
}

// without我 takes 我 and words of now out of a clause; not where 我 is its object, or 您 begins it.
func without我(clause string) (string, bool) {
	before, after, found := strings.Cut(clause, "我")
	if found && before != "" {
		if last, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune("让给和跟找是等对替帮问", last) {
			return "", false
		}
	}
	out := strings.TrimPrefix(before+strings.TrimPrefix(after, "们"), "这边")
	for _, word := range []string{"现在就", "现在", "这就", "马上", "先", "来"} {
		out = strings.TrimPrefix(out, word)
	}
	return out, out != "" && !strings.ContainsAny(out, "我吗") && !strings.HasPrefix(out, "您") && !strings.ContainsAny(out, "已那")
}
