package scenarios

import (
	"strings"

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
	defaultPriority  = "普通"
	defaultLevel     = "基础"
	defaultChannel   = "在线聊天"
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
	"情绪安抚": scoring.ElementSet(scoring.Empathy, scoring.Action, scoring.Deadline),
	"责任确认": scoring.ElementSet(scoring.Verify, scoring.Own),
	"方案协商": scoring.ElementSet(scoring.Options, scoring.Deadline),
	"跟进反馈": scoring.ElementSet(scoring.Deadline, scoring.FollowUp),
	"拆解":   scoring.ElementSet(scoring.Verify, scoring.Answer),
	"协作":   scoring.ElementSet(scoring.Action, scoring.Deadline),
	"同步":   scoring.ElementSet(scoring.FollowUp),
}

// defaultNeed is what a reply to a turn needs when the file does not say.
func defaultNeed(stage string, card bool) scoring.Elements {
	if need, ok := stageNeeds[stage]; ok {
		return need
	}
	if card {
		return stageNeeds["情绪安抚"]
	}
	return scoring.ElementSet(scoring.Empathy, scoring.Action)
}

var elementLabels, redLineLabels = labels()

// labels asks scoring for its words by name, once.
func labels() (elements, redLines []string) {
	for _, e := range scoring.Elements(^uint32(0)).List() {
		elements = append(elements, e.Label())
	}
	for _, r := range scoring.RedLines(^uint32(0)).List() {
		redLines = append(redLines, r.Label())
	}
	return elements, redLines
}

// place is somewhere in a file where keys stand, and the keys it knows. Suggestions, the messages about misplaced
// keys and the list of what can be written all come from here.
type place struct {
	name string // as a message says it
	keys []string
}

var (
	scenarioKeys = []string{"format", "id", "title", "tag", "tag_ok", "emotion", "intensity", "priority", "level", "channel",
		"brief", "can", "money", "within", "wrong", "fault", "escalate", "customer", "ending", "ticket"}
	sharedKeys = []string{"need", "situation", "hear", "forbid", "nudge"}                // of a turn, and at the top the default of turns
	soleKeys   = []string{"stage", "say", "good", "bad", "must", "wait", "late", "hint"} // of a turn alone

	placeCard     = place{"文件最上面", join(scenarioKeys, sharedKeys, soleKeys, []string{"react"})}
	placeScript   = place{"文件最上面", join(scenarioKeys, sharedKeys, []string{"turn"})}
	placeTurn     = place{"[[turn]] ", join([]string{"id"}, sharedKeys, soleKeys, []string{"branch"})}
	placeReact    = place{"react ", []string{"if", "say", "mood", "tip"}}
	placeBranch   = place{"branch ", []string{"if", "to", "say", "mood", "tip"}}
	placeEnding   = place{"ending ", []string{"id", "csat", "mood", "say", "review"}}
	placeLine     = place{"say ", []string{"text", "after"}}
	placeGood     = place{"good / bad ", []string{"text", "lacks", "hits", "min", "max", "to"}}
	placeGoodCard = place{placeGood.name, []string{"text", "lacks", "hits", "min", "max"}}
	placeWrong    = place{"wrong ", []string{"say", "why"}}
	placePerson   = place{"customer ", []string{"name", "about", "address"}}
	placeTicket   = place{"ticket ", []string{"who", "what", "when", "where", "why", "how", "want", "next", "to"}}
	placePack     = place{"pack.toml ", []string{"format", "name", "version", "author", "tags", "within", "forbid", "hear",
		"jargon", "phrases", "policy", "verify", "typing", "hint_only"}}
	placePhrase = place{"phrases ", []string{"key", "text"}}
	placePolicy = place{"policy ", []string{"title", "text", "from", "to"}}
)

func join(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// homes says, for a key in the wrong place, where it belongs.
var homes = []struct {
	name string
	keys []string
}{
	{"[[turn]]", placeTurn.keys},
	{"文件最上面", scenarioKeys},
	{"branch", placeBranch.keys},
	{"ticket", placeTicket.keys},
	{"ending", placeEnding.keys},
	{"customer", placePerson.keys},
	{"bad", placeGood.keys},
	{"say 的 { … }", placeLine.keys},
	{"wrong", placeWrong.keys},
	{"pack.toml", placePack.keys},
}

// chineseKeys is what people write for a key in Chinese, and its name.
var chineseKeys = map[string]string{
	"格式": "format", "编号": "id", "场景编号": "id", "标题": "title", "名称": "title", "场景名": "title", "标签": "tag", "分类": "tag",
	"情绪": "emotion", "强度": "intensity", "优先级": "priority", "难度": "level", "级别": "level", "等级": "level", "渠道": "channel",
	"背景": "brief", "后台": "brief", "简介": "brief", "能办": "can", "权限": "can", "金额": "money", "时限": "within",
	"错误政策": "wrong", "过错": "fault", "责任": "fault", "升级": "escalate", "客户": "customer", "顾客": "customer", "结局": "ending",
	"工单": "ticket", "轮次": "turn", "轮": "turn", "回合": "turn", "阶段": "stage", "客户说": "say", "说": "say", "话术": "good",
	"示范": "good", "好回复": "good", "正例": "good", "反例": "bad", "坏回复": "bad", "需要": "need", "要素": "need", "要点": "must",
	"必须": "must", "处境": "situation", "点题": "situation", "违禁": "forbid", "禁用语": "forbid", "禁语": "forbid", "等待": "wait",
	"倒计时": "wait", "限时": "wait", "催促": "nudge", "催": "nudge", "提示": "hint", "分支": "branch", "反应": "react", "条件": "if",
	"如果": "if", "跳转": "to", "去": "to", "心情": "mood", "满意度": "csat", "复盘": "review", "点评": "review", "姓名": "name",
	"名字": "name", "关于": "about", "称呼": "address", "文字": "text", "内容": "text", "延迟": "after", "缺少": "lacks", "命中": "hits",
	"红线": "hits", "最低": "min", "最高": "max", "版本": "version", "作者": "author", "标签表": "tags", "术语": "jargon", "黑话": "jargon",
	"快捷语": "phrases", "知识库": "policy", "政策": "policy", "核身": "verify", "打字速度": "typing",
}

// elementNamed finds an element by its Chinese word or its English name.
func elementNamed(word string) (scoring.Element, bool) {
	if e, ok := scoring.ElementByLabel(word); ok {
		return e, true
	}
	for _, e := range scoring.Elements(^uint32(0)).List() {
		if e.Name() == strings.ToLower(word) {
			return e, true
		}
	}
	return 0, false
}
