package scenarios

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
)

// place is somewhere in a file where keys stand, and the keys it knows. Suggestions, the messages about misplaced
// keys and the list of what can be written all come from here.
type place struct {
	name string // as a message says it
	keys []string
}

var (
	scenarioKeys = []string{"format", "id", "title", "tag", "tag_ok", "emotion", "intensity", "priority", "level", "channel",
		"brief", "can", "money", "within", "wrong", "fault", "escalate", "customer", "ticket"}
	sharedKeys = []string{"need", "situation", "hear", "forbid", "nudge"}                // of a turn, and at the top the default of turns
	soleKeys   = []string{"stage", "say", "good", "bad", "must", "wait", "late", "hint"} // of a turn alone

	placeCard     = place{topName, join(scenarioKeys, sharedKeys, soleKeys, []string{"react"})}
	placeScript   = place{topName, join(scenarioKeys, []string{"ending"}, sharedKeys, []string{"turn"})}
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

type home struct {
	name string
	keys []string
}

const topName = "文件最上面"

// homes says, for a key in the wrong place, where it belongs.
var homes = []home{
	{"[[turn]]", placeTurn.keys},
	{topName, join(scenarioKeys, []string{"ending"})},
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
	"题目": "title", "主题": "title", "标题名": "title", "开场": "say", "消息": "say", "台词": "say", "客户的话": "say", "答案": "good", "参考答案": "good",
	"标准答案": "good", "示范回复": "good", "错误示范": "bad", "错误回复": "bad", "反面": "bad", "秒数": "wait", "场景": "situation", "要求": "need",
	"结尾": "ending", "评分": "csat", "星级": "csat", "环节": "stage", "总结": "review", "程度": "intensity", "回应": "react", "身份": "about",
	"介绍": "about", "昵称": "name", "网名": "name", "客户名": "name", "缺": "lacks", "踩线": "hits", "踩雷": "hits", "可以": "can", "可办": "can",
	"时效": "within", "禁用": "forbid", "禁止": "forbid", "催单": "nudge", "回复": "text", "话": "text",
	"快捷语": "phrases", "知识库": "policy", "政策": "policy", "核身": "verify", "打字速度": "typing",
}

// meant says which keys were meant by wrong ones that were reported: that they are missing as well is no news.
type meant map[*problem.Node]map[string]bool

func (m meant) add(table *problem.Node, key string) {
	if m[table] == nil {
		m[table] = map[string]bool{}
	}
	m[table][key] = true
}

// keys reports the keys of a table that do not belong there: K01 misspelt, K02 misplaced, K03 unknown.
func (r *reader) keys(n *problem.Node, where place) {
	for _, c := range n.Nodes {
		if slices.Contains(where.keys, c.Key) || strings.HasPrefix(c.Key, "x_") {
			continue
		}
		r.unknownKey(c, n, where)
	}
}

func (r *reader) unknownKey(c, table *problem.Node, where place) {
	key := problem.Show(c.Key)
	if english := chineseKeys[c.Key]; english != "" && slices.Contains(where.keys, english) {
		r.report(c.KeySpan, "K01", problem.Error, "键名不能写中文『%s』；请写 %s", key, english)
		r.meant.add(table, english)
		return
	}
	if c.Kind == problem.Table && !c.Heading && strings.Trim(c.Key, "0123456789") == "" && len(c.Nodes) == 1 {
		r.report(c.KeySpan, "K01", problem.Error, "行首的编号『%s.』要删掉；这一行只写 %s = …", key, problem.Show(c.Nodes[0].Key))
		r.meant.add(table, c.Nodes[0].Key)
		return
	}
	if advice := cardOrScript(c.Key, where); advice != "" {
		r.report(c.KeySpan, "K02", problem.Error, "『%s』不能写在这里（%s）；%s", key, heading(table, where), advice)
		return
	}
	for _, home := range r.homesOf(c.Key) {
		if slices.Contains(home.keys, c.Key) && where.name == placePack.name {
			r.report(c.KeySpan, "K02", problem.Error, "『%s』不能写在 pack.toml 里，它属于题目文件；请把它移过去，或者删掉", key)
			return
		}
		if slices.Contains(home.keys, c.Key) {
			r.report(c.KeySpan, "K02", problem.Error, "『%s』不能写在这里（%s），它属于%s；%s", key, heading(table, where),
				padded(home.name), moveAdvice(table, home.name))
			return
		}
	}
	if guess := problem.Nearest(strings.ToLower(c.Key), where.keys); guess != "" || slices.Contains(where.keys, strings.ToLower(c.Key)) {
		if guess == "" {
			guess = strings.ToLower(c.Key)
		}
		r.report(c.KeySpan, "K01", problem.Error, "%s没有『%s』这个键；是不是想写 %s？", inside(where), key, guess)
		r.meant.add(table, guess)
		return
	}
	r.report(c.KeySpan, "K03", problem.Warning, "%s没有『%s』这个键，会被忽略（可用：%s）；自己的备注请以 x_ 开头",
		inside(where), key, strings.Join(where.keys, " "))
}

// homesOf is where a key belongs: at the top when it is missing there, else where such keys mostly stand.
func (r *reader) homesOf(key string) []home {
	root := r.file.Root
	top := placeCard
	if root.Get("turn") != nil {
		top = placeScript
	}
	if slices.Contains(top.keys, key) && root.Get(key) == nil && !slices.Contains(sharedKeys, key) {
		r.meant.add(root, key)
		return []home{{topName, top.keys}}
	}
	return homes
}

func moveAdvice(table *problem.Node, home string) string {
	switch {
	case strings.HasPrefix(home, "["):
		return "请把这一行移到 " + home + " 下面"
	case table.Heading:
		return "[标题] 下面的键都归那个标题，请把这一行移过去"
	}
	return "请把它移过去，或者删掉"
}

// cardOrScript is the advice for a key that cards have and scripts do not, or the other way round.
func cardOrScript(key string, where place) string {
	card := slices.Contains(where.keys, "react")
	switch {
	case key == "ending" && card:
		return "结局只用在有 [[turn]] 的情景里；单题的收场请写 react"
	case key == "branch" && card:
		return "没有 [[turn]] 的单题请写 react"
	case key == "branch" || key == "react":
		return "有 [[turn]] 的情景，请在每一轮下面写 branch"
	}
	return ""
}

func inside(where place) string {
	if strings.HasSuffix(where.name, " ") {
		return where.name + "里"
	}
	return where.name
}

func heading(table *problem.Node, where place) string {
	if table.Heading && table.Kind == problem.Table && where.name != placeTurn.name {
		return "[" + problem.Show(table.Key) + "]"
	}
	return strings.TrimSpace(where.name)
}

// padded puts the blank between a Chinese word and a Latin one.
func padded(name string) string {
	if r, _ := utf8.DecodeRuneInString(name); r < 0x80 {
		return " " + name
	}
	return name
}
