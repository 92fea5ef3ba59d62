package scenarios

// schemaKey is what an editor says of a key, and what its value must look like.
type schemaKey struct {
	help string
	is   func() schema
}

// schemaKeys explains every key. "place.key" is the key in one place, "key" in all others. It is filled in init:
// tables hold tables.
var schemaKeys map[string]schemaKey

func init() {
	schemaKeys = map[string]schemaKey{
		"format": {"文件格式，写 1", words1}, "id": {"名字，分支靠它找到这里", someText},
		"scenario.id": {"场景编号：英文字母、数字和 -；成绩记录靠它认场景", func() schema {
			return schema{"type": "string", "pattern": "^[A-Za-z0-9-]+$"}
		}},
		"title": {"列表里显示的名字", someText}, "tag": {"学员要打的标签，pack.toml 的 tags 里选一个", someText},
		"tag_ok": {"也算对的标签，得一半分", texts}, "emotion": {"客户的情绪", words(emotions...)},
		"intensity": {"情绪有多强，1 到 5", whole(1, 5)}, "priority": {"优先级", words(priorities...)},
		"level": {"难度", words(levels...)}, "channel": {"从哪里来", words(channels...)},
		"brief": {"后台一行：学员看得到的订单情况", aText}, "can": {"学员按按钮就能办的事", texts},
		"money": {"最多能承诺多少元", whole(0, 10_000_000)}, "within": {"最迟多久内要有用，如 \"2小时\"", minutesText},
		"pack.within": {"每个标签最迟多久内要有用", func() schema {
			return schema{"type": "object", "additionalProperties": minutesText()}
		}},
		"wrong":    {"说错的政策和为什么错", tables("wrong")},
		"fault":    {"确实是我们的错时写“我们”，这时认责才对", words(faults...)},
		"escalate": {"要不要升级", words(escalates...)},
		"customer": {"客户是谁", func() schema { return object(schemaPlace{"customer", placePerson.keys}) }},
		"name":     {"客户的名字", aText}, "pack.name": {"场景包的名字", someText},
		"about": {"客户是什么人", aText}, "address": {"怎么称呼他", aText},
		"ending": {"结局，从要求高的写起", tables("ending")},
		"ticket": {"工单里要写到的内容", func() schema { return object(schemaPlace{"ticket", placeTicket.keys}) }},
		"turn": {"一轮：客户说的话和该怎么回，写成 [[turn]]", func() schema {
			return schema{"type": "array", "items": schema{"$ref": "#/definitions/turn"}}
		}},
		"stage":      {"这一轮是哪个阶段", words(stages...)},
		"say":        {"客户说的话；一条一条写，短一点", lines("line")},
		"branch.say": {"客户的反应", texts}, "react.say": {"客户的反应", texts},
		"ending.say": {"结束时客户说的话", aText}, "wrong.say": {"说错的话", texts},
		"late":      {"学员打字时客户又发来的话", lines("line")},
		"good":      {"示范回复，// 分成两个气泡", lines("good")},
		"bad":       {"反例：写明它错在哪", lines("good")},
		"must":      {"每一条都必须说到的要点，| 分开同义的说法", texts},
		"need":      {"回复里必须有的要素；[] 表示不用回", anyWords(elementWords())},
		"situation": {"说到就算点题的词", texts}, "hear": {"这个行业的说法，按要素写", hearing},
		"forbid": {"违禁的说法", texts}, "wait": {"倒计时几秒", whole(5, 600)}, "nudge": {"没人回时客户催的话", texts},
		"hint": {"给学员的提示", aText}, "react": {"单题里客户的反应", tables("react")},
		"branch": {"分支：从上往下，第一条全部成立的算数", tables("branch")},
		"if":     {"条件；写成列表就是“都要成立”；不写就是其他", conditionWords},
		"to":     {"去哪：一轮、一个结局、结束、离开；不写就是下一轮", someText}, "ticket.to": {"转给谁", texts},
		"mood": {"心情加减", whole(-10, 10)}, "ending.mood": {"结束时心情至少到几才算这个结局", whole(0, 10)},
		"tip": {"复盘时给学员的一句话", aText}, "csat": {"客户给几分", whole(1, 5)}, "review": {"复盘的点评", aText},
		"text": {"文字", someText}, "after": {"前面“正在输入”几秒", func() schema {
			return schema{"type": "number", "minimum": 0, "maximum": 120}
		}},
		"lacks": {"它缺的要素", anyWords(elementLabels)}, "hits": {"它碰的红线", anyWords(redLineLabels)},
		"min": {"至少该得几分", whole(0, 100)}, "max": {"最多该得几分", whole(0, 100)},
		"why": {"为什么错", aText}, "ticket.why": {"为什么", texts},
		"who": {"谁", texts}, "what": {"什么事", texts}, "when": {"什么时候", texts}, "where": {"在哪", texts},
		"how": {"怎么处理", texts}, "want": {"客户要什么", texts}, "next": {"下一步", texts},
		"version": {"版本", aText}, "author": {"作者", aText}, "tags": {"这个包里的标签", texts},
		"jargon": {"客户听不懂的行话", texts}, "verify": {"可以核对的身份信息", texts},
		"phrases": {"快捷语", tables("phrase")},
		"policy":  {"知识库", tables("policy")},
		"key":     {"学员按它找到这一条", someText}, "policy.from": {"从哪天起", day}, "policy.to": {"到哪天止", day},
		"typing": {"学员打字多快，一分钟几个字", whole(10, 400)}, "hint_only": {"只提示、不扣分的要素", anyWords(elementWords())},
	}
}

func words1() schema { return schema{"const": 1} }
