package scenarios

import (
	"hash/fnv"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

// React is what the customer of a card says to a reply: the file's first fitting react row, else a built-in line by
// what the reply lacks. The same card and reply always get the same line.
func React(sc *Scenario, t *Turn, m *Moment, card *scoring.Card) []string {
	if i, ok := Choose(t.Rows, m); ok && len(t.Rows[i].Say) > 0 {
		return t.Rows[i].Say
	}
	return []string{AskAgain(sc, t, m, card)}
}

// AskAgain is the built-in line: the customer answers a red line, asks for the first thing that lacks, or is content.
func AskAgain(sc *Scenario, t *Turn, m *Moment, card *scoring.Card) string {
	return pick(builtin[tone(sc.Emotion)][gap(t, m, card)], sc.ID+t.ID)
}

type reactionGap uint8

const (
	content reactionGap = iota // 达标
	hurt                       // a red line about the customer: 指责 推诿 否定情绪 争辩 失礼
	doubt                      // 过度承诺
	empty                      // 敷衍, or any other red line
	noStep
	noTime
	noFact
	noHeart
	tooLate
)

func gap(t *Turn, m *Moment, card *scoring.Card) reactionGap {
	crossed := m.Facts.Crossed()
	switch {
	case crossed&fact.RedLineSet(fact.Accuse, fact.Deflect, fact.Dismiss, fact.Argue, fact.Rude) != 0:
		return hurt
	case crossed.Has(fact.Overpromise):
		return doubt
	case crossed != 0:
		return empty
	case card.Missing.Has(fact.Answer), len(card.MissingMust) > 0:
		return noFact
	case card.Missing.Has(fact.Action):
		return noStep
	case card.Missing.Has(fact.Deadline):
		return noTime
	case card.Missing.Has(fact.Empathy):
		return noHeart
	case card.Missing != 0:
		return noStep
	case !card.Pass:
		return tooLate
	}
	return content
}

type voice uint8

const (
	angry   voice = iota // 愤怒 生气 嘲讽
	worried              // 着急 焦虑 害怕
	quiet                // 失望 委屈 犹豫 怀疑 平静
)

func tone(emotion string) voice {
	switch emotion {
	case "愤怒", "生气", "嘲讽":
		return angry
	case "着急", "焦虑", "害怕":
		return worried
	}
	return quiet
}

// pick takes one of the lines by the name of the place, so that it never changes and does not look random.
func pick(lines []string, place string) string {
	h := fnv.New32a()
	h.Write([]byte(place))
	return lines[int(h.Sum32()%uint32(len(lines)))]
}

// builtin is what customers type when the file says nothing.
var builtin = map[voice]map[reactionGap][]string{
	angry: {
		content: {"行 我等着", "这还像句话", "好 就按你说的", "行吧 别又没下文"},
		hurt:    {"你什么态度", "怪我是吧？", "行 截图了", "叫你们主管来"},
		doubt:   {"上一个也这么说的", "你说了算吗？", "别吹 到时候呢"},
		empty:   {"复读机？", "说了等于没说", "又是这套", "机器人吧你"},
		noStep:  {"然后呢？", "所以你到底干啥", "光说有什么用"},
		noTime:  {"马上是多久？", "给个准点", "多久？说清楚"},
		noFact:  {"我问的你没答", "答非所问", "所以到底行不行"},
		noHeart: {"你倒是挺淡定", "合着不是你的事", "念稿子呢？"},
		tooLate: {"等半天才等来一句", "早干嘛去了", "你们回个消息真慢"},
	},
	worried: {
		content: {"好 那我等你", "好的好的 麻烦快点", "嗯嗯 我守着手机", "那就好 我等你消息"},
		hurt:    {"我都急成这样了你还这么说", "怎么还成我的错了", "你别这样跟我说话啊"},
		doubt:   {"真的吗 不会又变吧", "你别哄我啊", "万一没有呢"},
		empty:   {"我不是来听这个的啊", "有没有人真的管一下", "能不能别发模板了"},
		noStep:  {"那你能帮我做点啥", "然后怎么办啊", "有没有人去弄啊"},
		noTime:  {"要等多久啊", "大概几点能有信", "马上是多久呀"},
		noFact:  {"那到底能不能啊", "我还是没明白", "我问的那个呢"},
		noHeart: {"我是真的急", "你是不是没看我说什么", "你能明白我意思吗"},
		tooLate: {"我还以为没人了", "你可算回了", "我都等慌了"},
	},
	quiet: {
		content: {"好 谢谢", "嗯 那先这样", "行 我等消息", "好的"},
		hurt:    {"……算了", "那我不问了", "你这么说就没意思了"},
		doubt:   {"话别说太满", "嗯 希望吧", "先看吧"},
		empty:   {"哦", "这话我听过了", "又是这句"},
		noStep:  {"那接下来呢", "所以是怎么弄", "嗯 然后？"},
		noTime:  {"大概什么时候", "要等几天？", "有个时间吗"},
		noFact:  {"我问的不是这个", "那到底是哪种", "还是没说清"},
		noHeart: {"嗯 你们都这么回", "好吧", "听着像群发的"},
		tooLate: {"等了挺久的", "我差点关了", "还以为下班了"},
	},
}
