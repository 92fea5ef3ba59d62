package draft

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/scenarios"
)

// What is what a question is about.
type What uint8

// The questions.
const (
	AskForm    What = iota // card or script
	AskName                // of the customer
	AskAbout               // who that is
	AskTitle               // what happened
	AskTag                 // of the pack
	AskEmotion             // of the customer
	AskUrgency             // how urgent it is
	AskWants               // to be looked after, or an answer only
	AskSay                 // the customer's messages
	AskBrief               // what the desk shows
	AskCan                 // what the desk can do
	AskWithin              // how long that helps
	AskMust                // what has to be said
	AskGood                // the model answer
	AskBad                 // a bad reply
	AskWhy                 // what is bad about it
	AskHint                // for the trainee
	AskThanks              // the customer's last word
	AskFile                // what the file is called
)

// Key names a question whatever else is asked. Turn counts the stages of a script, N the bad replies of a turn.
type Key struct {
	What    What
	Turn, N int
}

// Kind is how a question is answered.
type Kind uint8

// The kinds.
const (
	Line     Kind = iota // one line
	Messages             // one message a line
	Reply                // one line; "//" or a new line parts its messages
	Pick                 // one of Choices, by number or word
)

// Question is one thing to ask.
type Question struct {
	Key
	Kind    Kind
	Head    Head // what begins here, if anything
	Role    string
	Choices []Choice
	Own     bool // beside the choices any other word will do

	hint  string
	empty string // what leaving it empty means; "" = it may not be
}

// Head announces a stage.
type Head struct{ Role, Text string }

// Choice is one of a list, with a line that says when to take it.
type Choice struct{ Word, Meaning string }

// Place is where a word stands among the choices, -1 when it is none of them.
func (q *Question) Place(word string) int { return placeOf(q.Choices, word) }

// Optional says whether the question may be left empty.
func (q *Question) Optional() bool { return q.empty != "" }

// Left is what leaving it empty means, in a word or two.
func (q *Question) Left() string { return strings.TrimPrefix(q.empty, "就") }

var (
	forms     = []Choice{{Word: "单题（回第一句）"}, {Word: "四段情景（从头谈到尾）"}}
	urgencies = []Choice{{Word: "随口一问"}, {Word: "有点急"}, {Word: "急"}, {Word: "很急"}, {Word: "快炸了"}} // intensity 1 to 5
	wants     = []Choice{{Word: "有人接住他、把事办了"}, {Word: "只要一个答案"}}
)

func emotions() []Choice {
	var out []Choice
	for _, word := range scenarios.Emotions() {
		out = append(out, Choice{word, scenarios.EmotionMeaning(word)})
	}
	return out
}

func placeOf(list []Choice, word string) int {
	return slices.IndexFunc(list, func(c Choice) bool { return c.Word == word })
}

// Questions are all there are to ask after what was answered so far, in their order.
func (v *Interview) Questions() []Question {
	var qs []Question
	if !v.fixed {
		qs = append(qs, Question{Key: Key{What: AskForm}, Kind: Pick, Role: "写哪一种", Choices: forms})
	}
	qs = append(qs, v.aboutCustomer()...)
	qs = append(qs, v.aboutDesk()...)
	for i := range v.turns() {
		qs = append(qs, v.aboutTurn(i)...)
	}
	thanks := "达标后客户怎么回"
	if v.Script() {
		thanks = "谈成了客户怎么说"
	}
	return append(qs,
		Question{Key: Key{What: AskThanks}, Role: thanks, hint: "一句，如 行，那我等着", empty: "用现成的"},
		Question{Key: Key{What: AskFile}, Role: "存成什么文件", empty: "就叫 " + v.offered()})
}

// aboutCustomer asks who comes with what, and how they write first.
func (v *Interview) aboutCustomer() []Question {
	tag := Question{Key: Key{What: AskTag}, Role: "什么标签", hint: "如 物流/催件"}
	if len(v.folder.Tags) > 0 {
		tag = Question{Key: Key{What: AskTag}, Kind: Pick, Role: "什么标签", Own: true}
		for _, word := range v.folder.Tags {
			tag.Choices = append(tag.Choices, Choice{Word: word})
		}
	}
	qs := []Question{
		{Key: Key{What: AskName}, Role: "谁", hint: "客户的网名，如 糖糖妈咪_88"},
		{Key: Key{What: AskAbout}, Role: "什么人", hint: "客户的背景，一句话", empty: "不写"},
		{Key: Key{What: AskTitle}, Role: "什么事", hint: "一句话说清，当标题，如 快递三天没动"},
		tag,
		{Key: Key{What: AskEmotion}, Kind: Pick, Role: "什么情绪", Choices: emotions()},
		{Key: Key{What: AskUrgency}, Kind: Pick, Role: "多急", Choices: urgencies},
	}
	if !v.Script() {
		qs = append(qs, Question{Key: Key{What: AskWants}, Kind: Pick, Role: "他要的是", Choices: wants, empty: "就是 1"})
	}
	return append(qs, Question{Key: Key{What: AskSay}, Kind: Messages, Role: "客户第一句", hint: "真客户一条十来个字"})
}

// aboutDesk asks what the agent sees and may do.
func (v *Interview) aboutDesk() []Question {
	qs := []Question{
		{Key: Key{What: AskBrief}, Role: "后台看到什么", hint: "单号、现状、能办什么", empty: "不写"},
		{Key: Key{What: AskCan}, Role: "你能办什么", hint: "点一下就能办的事，逗号分开，如 催件，补发", empty: "就不查越权"},
	}
	if v.inquiry() {
		return qs
	}
	return append(qs, Question{Key: Key{What: AskWithin}, Role: "多久之内有用", hint: "过了这么久再办就晚了，如 30分钟、2小时", empty: "不写"})
}

var stageHeads = [len(Stages)]string{"先接住他，再说你做什么、多久回话", "核对事实，把事揽下来", "给办法、给时间，让他挑", "说好几点、怎么再联系他"}

// aboutTurn asks what the customer goes on to say, and how people answer.
func (v *Interview) aboutTurn(i int) []Question {
	var qs []Question
	if i > 0 {
		qs = append(qs, Question{Key: Key{AskSay, i, 0}, Kind: Messages, Role: "客户接着说"})
	}
	if v.asksMust(i) {
		qs = append(qs, Question{Key: Key{AskMust, i, 0}, Role: "非说不可的",
			hint: "回复里漏了就不行的事，逗号分开；一样事的几种说法用 | 隔开，如 换新|补发", empty: "不写"})
	}
	qs = append(qs, Question{Key: Key{AskGood, i, 0}, Kind: Reply, Role: "好回复", hint: "你会怎么回；// 分成两句"})
	bads := v.bads(i)
	for n := range bads {
		qs = append(qs, Question{Key: Key{AskBad, i, n}, Kind: Reply, Role: "坏回复", hint: badHint, empty: "就去掉这条"},
			Question{Key: Key{AskWhy, i, n}, Role: "它错在哪", empty: "就照这个写"})
	}
	if bads < mostBad {
		qs = append(qs, Question{Key: Key{AskBad, i, bads}, Kind: Reply, Role: "坏回复", hint: badHint, empty: "就不写了"})
	}
	qs = append(qs, Question{Key: Key{AskHint, i, 0}, Role: "给学员的提示", hint: "卡住时按 Ctrl+G 看的一句，别把答案说出来", empty: "不写"})
	if v.Script() {
		qs[0].Head = Head{fmt.Sprintf("第 %d 段", i+1), Stages[i] + "：" + stageHeads[i]}
	}
	return qs
}

const (
	badHint = "新人常这么回，一次一条"
	mostBad = 20 // bad replies of a turn
)

// Ask is what to do, in a line.
func (v *Interview) Ask(q *Question) string {
	switch {
	case q.What == AskWhy:
		h := v.Ear(q.Turn)(v.given[Key{AskBad, q.Turn, q.N}])
		if h.Pass {
			return h.Words() + "，说明它还不够坏。写清它错在哪，如 缺行动，敷衍；想不出就直接回车，回头再改"
		}
		return h.Words() + "。直接回车" + q.empty + "；也可以自己写，如 缺行动，敷衍"
	case q.empty == "":
		return q.hint
	case q.hint == "":
		return "直接回车" + q.empty
	}
	return q.hint + "；直接回车" + q.empty
}
