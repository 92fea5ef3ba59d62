package scenarios

import (
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

// The closed lists of words in scenario files.
var (
	emotions   = []string{"着急", "焦虑", "害怕", "犹豫", "生气", "愤怒", "失望", "委屈", "怀疑", "嘲讽", "平静"}
	priorities = []string{"紧急", "高", "普通"}
	levels     = []string{"基础", "进阶", "高阶"}
	channels   = []string{"在线聊天", "评价回复", "社媒", "工单", "电话"}
	escalates  = []string{"必须", "不该"}
	faults     = []string{"我们"}
	stages     = []string{"情绪安抚", "责任确认", "方案协商", "跟进反馈", "拆解", "协作", "同步"}
)

// Emotions are the words that emotion can be.
func Emotions() []string { return slices.Clone(emotions) }

// EmotionMeaning says in a line which customers an emotion is for, "" for a word that is none.
func EmotionMeaning(emotion string) string { return emotionMeanings[emotion] }

var emotionMeanings = map[string]string{
	"着急": "有钟点逼着，要马上办",
	"焦虑": "心悬着，怕没个结果",
	"害怕": "怕坏事，要先告诉他安全",
	"犹豫": "不好意思开口、拿不定主意",
	"生气": "有火，但还在讲事、要说法",
	"愤怒": "火压不住：骂、撂狠话、翻旧账",
	"失望": "冷下来了，不指望了",
	"委屈": "我没做错，凭什么是我受着",
	"怀疑": "不信你，要凭据",
	"嘲讽": "说反话、挖苦",
	"平静": "只问事，或冷静谈条件",
}

// What a row may lead to beside turns and endings.
const (
	ToEnd   = "结束" // the first ending in file order that the mood allows
	ToLeave = "离开" // the customer goes
)

// Defaults of keys that are not written.
const (
	defaultIntensity = 3
	defaultTyping    = 55 // 字 a minute
	defaultEmotion   = "平静"
	DefaultPriority  = "普通"
	defaultLevel     = "基础"
	DefaultChannel   = "在线聊天"
	calmMood         = 7 // minus the intensity = the mood at the start
)

// The time of 正在输入… of a message that has no after, in ms.
const (
	typingPerRune = 80
	typingLeast   = 600
	typingMost    = 3000
)

// stageNeeds is what a turn of a stage needs when need is not written.
var stageNeeds = map[string]scoring.Elements{
	"情绪安抚": fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline),
	"责任确认": fact.ElementSet(fact.Verify, fact.Own),
	"方案协商": fact.ElementSet(fact.Options, fact.Deadline),
	"跟进反馈": fact.ElementSet(fact.Deadline, fact.FollowUp),
	"拆解":   fact.ElementSet(fact.Verify, fact.Answer),
	"协作":   fact.ElementSet(fact.Action, fact.Deadline),
	"同步":   fact.ElementSet(fact.FollowUp),
}

// defaultNeed is what a reply to a turn needs when the file does not say.
func defaultNeed(stage string, card bool) scoring.Elements {
	if need, ok := stageNeeds[stage]; ok {
		return need
	}
	if card {
		return stageNeeds["情绪安抚"]
	}
	return fact.ElementSet(fact.Empathy, fact.Action)
}

var elementLabels, redLineLabels = labels()

// labels asks scoring for its words by name, once.
func labels() (elements, redLines []string) {
	for _, e := range fact.ElementsAll() {
		elements = append(elements, e.Label())
	}
	for _, r := range fact.RedLinesAll() {
		redLines = append(redLines, r.Label())
	}
	return elements, redLines
}

// elementNamed finds an element by its Chinese word or its English name.
func elementNamed(word string) (scoring.Element, bool) {
	if e, ok := fact.ElementByLabel(word); ok {
		return e, true
	}
	for _, e := range fact.ElementsAll() {
		if e.Name() == strings.ToLower(word) {
			return e, true
		}
	}
	return 0, false
}
