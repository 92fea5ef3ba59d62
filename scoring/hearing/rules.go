package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/reading"
)

// Rule is one rule of code, as entries of the lexicon are: what it hears, why that matters to the customer, and sentences in
// which it is heard and is not.
type Rule struct {
	ID        string
	Hears     string
	Why       string
	Hit, Miss []Example
	shows     func(*fact.Facts) bool // what its hits have and its misses lack
}

// Example is a reply, with what is known of the customer.
type Example struct {
	Brief fact.Brief
	Reply string
}

// RuleNumber is a row of Table.
type RuleNumber uint8

// Rules is a set of rules of code.
type Rules uint64

// With is the set with a rule in it.
func (s Rules) With(n RuleNumber) Rules { return s | 1<<n }

// RuleNamed finds a rule of code by its id.
func RuleNamed(id string) (RuleNumber, bool) {
	for n := range numRules {
		if Table[n].ID == id {
			return n, true
		}
	}
	return 0, false
}

// on reports that a rule is not switched off.
func (r *ear) on(n RuleNumber) bool { return r.off&(1<<n) == 0 }

// byRule is what a rule of code heard between two runes.
func (r *ear) byRule(n RuleNumber, start, end int) reading.Sign {
	return reading.ByRule(Table[n].ID, start, end)
}

const (
	timedStep RuleNumber = iota
	arrival
	triedOut
	toldOurs
	settledWith
	passedOn
	deadline
	onTheSpot
	weakFeeling
	neverNot
	sidesWith
	plightNamed
	reproachShared
	sorryFor
	onPoint
	calmingFact
	concession
	answerToCome
	askedDefinite
	lookedAt
	askedFor
	answerByMust
	answerStated
	answerAsStep
	vow
	mockery
	secretAsked
	soBeIt
	overreach
	overreachSum
	hollow
	piledUp
	emptyTalk
	sorryTemplate
	circular
	absolvedBeside
	followedUp
	hintBesideStep
	causeToCheck
	secondOpinion
	returned
	unfilled
	numRules
)

// What a reply shows.
func has(e fact.Element) func(*fact.Facts) bool {
	return func(f *fact.Facts) bool { return f.Elements.Has(e) }
}
func crossesLine(line fact.RedLine) func(*fact.Facts) bool {
	return func(f *fact.Facts) bool { return f.Crossed().Has(line) }
}
func spares(line fact.RedLine) func(*fact.Facts) bool {
	return func(f *fact.Facts) bool { return !f.Crossed().Has(line) }
}
func moved(f *fact.Facts) bool     { return f.Empathy == 2 }
func wholeStep(f *fact.Facts) bool { return f.Step == 2 }
func isEmpty(f *fact.Facts) bool   { return f.Hollow }
func atOnce(f *fact.Facts) bool    { return f.Timing == fact.OnTheSpot }

// Examples: a reply to nobody in particular, to somebody's words, to a turn of a scenario.
func alone(reply string) Example                { return Example{Reply: reply} }
func to(burst, reply string) Example            { return Example{fact.Brief{Burst: []string{burst}}, reply} }
func inTurn(b fact.Brief, reply string) Example { return Example{b, reply} }

// Table holds every rule of code.
var Table = [numRules]Rule{
	timedStep: {"code.timed-step", "我们做一件词典里没有的事，说了几点做到", "说了我们做什么、多久",
		[]Example{alone("我两分钟内挂好"), alone("我今晚八点前给您誊好")},
		[]Example{alone("您两分钟内挂好"), alone("快递两分钟内到")}, has(fact.Action)},
	arrival: {"code.arrival", "我们派的人或东西几点到", "说了谁来、几点到",
		[]Example{alone("师傅叫好了，明早九点半到"), alone("抢修队15分钟内到")},
		[]Example{alone("快递明早九点半到"), alone("预计师傅明早九点半到")}, has(fact.Action)},
	triedOut: {"code.tried", "做完了，请客户当场试一下", "当场就能看见办好了",
		[]Example{alone("我远程开门，您推一下"), alone("我给您重置密码，您再登一次")},
		[]Example{alone("我远程开门，您稍等"), alone("我给您重置密码，请耐心等")}, atOnce},
	toldOurs: {"code.told-ours", "通知、告诉的是自己这边的人，不是回客户", "说了让谁去办",
		[]Example{alone("我去跟仓库说"), alone("我回复仓库")},
		[]Example{alone("我现在通知您"), alone("我这就告诉您")}, func(f *fact.Facts) bool { return f.Step == 2 && !f.Echo }},
	settledWith: {"code.settled", "办好了，而且说了办的是什么", "说了办好了什么",
		[]Example{alone("休息室登记好了"), alone("已办理10GB加油包")},
		[]Example{alone("已经登记好了"), alone("已办理")}, wholeStep},
	passedOn: {"code.passed-on", "转给了说得出名字的人", "说了转给谁",
		[]Example{alone("已反馈网点"), alone("我跟工厂反映一下")},
		[]Example{alone("已反馈相关部门"), alone("已反馈")}, wholeStep},
	deadline: {"code.deadline", "自己这一步多久做到", "说了多久",
		[]Example{alone("我去催仓库，10分钟内回您"), alone("我今天18点前给您回电")},
		[]Example{alone("我去催仓库，尽快回您"), alone("已经等了三天")}, has(fact.Deadline)},
	onTheSpot: {"code.on-the-spot", "这一步已经做完", "当场就办好了",
		[]Example{alone("补发好了"), alone("我已给您退款")},
		[]Example{alone("我给您补发"), inTurn(fact.Brief{CanKnown: true, Can: []string{"催单"}}, "我已给您退款")}, atOnce},
	weakFeeling: {"code.weak-feeling", "说的是客户自己的感受，或者他这件事", "说出了他的感受",
		[]Example{alone("孩子发烧，您一定很心疼"), alone("没钱没卡，最没底气了")},
		[]Example{alone("要是心疼您再说"), alone("我心疼")}, moved},
	neverNot: {"code.never-not", "哪能不…：反问就是肯定", "认同了他的感受",
		[]Example{alone("哪能不心疼呢"), alone("哪能不委屈")},
		[]Example{alone("不心疼"), alone("不委屈")}, moved},
	sidesWith: {"code.sides-with", "客户在抱怨，先说不是他的错", "站到了他这边",
		[]Example{to("标签写错了，害我白跑一趟！", "您没看错"), to("退货被拒，说我用过，气人", "我看了，您没看错")},
		[]Example{to("标签是哪天的？", "您没看错"), alone("您没看错")}, moved},
	plightNamed: {"code.plight", "道歉或体谅旁边，说了他摊上什么事", "道歉说到了他这件事",
		[]Example{to("猫粮三天没动了", "猫粮是拖了三天，怪我们没盯住"), to("窗帘短一大截，邻居都笑我", "窗帘短一大截，被邻居笑话了，真对不住")},
		[]Example{to("猫粮三天没动了", "抱歉让您久等"), to("蛋糕压扁了", "不好意思，蛋糕请拍照")}, moved},
	reproachShared: {"code.reproach-shared", "跟客户一起说这件事过分", "替他说了公道话",
		[]Example{to("师傅迟到三小时", "师傅迟到三小时，太过分了"), to("鞋子发错两次", "鞋子发错两次，太离谱了")},
		[]Example{to("师傅迟到三小时", "您太过分了"), to("鞋子发错两次", "太离谱了")}, moved},
	sorryFor: {"code.sorry-for", "先说是什么事，再说难为您", "心疼得具体",
		[]Example{alone("大半夜还守着快递柜，难为您了"), alone("抱着孩子跑了三趟，心疼您")},
		[]Example{alone("难为您了"), alone("心疼您")}, moved},
	onPoint: {"code.on-point", "提到了这位客户的事", "说到了他这件事",
		[]Example{to("猫粮三天没动了", "猫粮我来催"), to("蛋糕压扁了", "蛋糕我给您重做")},
		[]Example{to("猫粮三天没动了", "我来催"), to("蛋糕压扁了", "我给您重做")}, has(fact.OnPoint)},
	calmingFact: {"code.calming-fact", "客户焦虑害怕，一句让人放心的实话也算体谅", "用事实让人放心",
		[]Example{inTurn(fact.Brief{Emotion: "焦虑"}, "您放心，钱没有丢"), inTurn(fact.Brief{Emotion: "害怕"}, "您放心，资料都在")},
		[]Example{alone("您放心，钱没有丢"), inTurn(fact.Brief{Emotion: "生气"}, "您放心，资料都在")}, has(fact.Empathy)},
	concession: {"code.concession", "这一步给了客户什么", "说清了怎么解决",
		[]Example{alone("钱已退您卡里"), alone("全退给您，已通过")},
		[]Example{alone("我给您催一下"), alone("退货单号发我")}, has(fact.Options)},
	answerToCome: {"code.answer-to-come", "之后会回来找他", "说了之后会回来找他",
		[]Example{alone("我一会儿回您电话"), alone("我今晚告诉您结果")},
		[]Example{alone("刚给您回过电话了"), alone("您再打过来")}, has(fact.FollowUp)},
	askedDefinite: {"code.verify-question", "问了一件具体的事", "核实了具体情况",
		[]Example{to("猫粮三天没动了", "猫粮是几号下的单？"), alone("单号尾号是3306吗？")},
		[]Example{to("猫粮三天没动了", "您好，在吗？"), alone("怎么了？")}, has(fact.Verify)},
	lookedAt: {"code.verify-look", "去查，说了查什么", "核实了具体情况",
		[]Example{alone("我查一下签收记录"), alone("我问一下仓库")},
		[]Example{alone("我查一下"), alone("我看看")}, has(fact.Verify)},
	askedFor: {"code.verify-ask", "请客户给一样查得着的东西", "核实了具体情况",
		[]Example{alone("保单拍一张"), alone("麻烦提供一下订单号")},
		[]Example{alone("请告诉我"), alone("不用提供订单号")}, has(fact.Verify)},
	answerByMust: {"code.answer", "说到了场景写的要点", "用这一单的事实回答了",
		[]Example{inTurn(fact.Brief{Must: []string{"运费12元"}}, "运费12元"), inTurn(fact.Brief{Must: []string{"绿色按钮"}}, "点绿色按钮就行")},
		[]Example{inTurn(fact.Brief{Must: []string{"运费12元"}}, "运费要看地方"), alone("运费12元")}, has(fact.Answer)},
	answerStated: {"code.answer-stated", "客户问了，答了一个数或者行不行", "用这一单的事实回答了",
		[]Example{to("运费要多少？", "运费是12元"), to("这双鞋能换吗？", "能，这双鞋没穿过就行")},
		[]Example{to("运费太贵了！", "运费是12元"), to("运费要多少？", "以页面为准")}, has(fact.Answer)},
	answerAsStep: {"code.answer-as-step", "客户问的，要点都答上了，这就是办了", "问的都答上了",
		[]Example{inTurn(fact.Brief{Burst: []string{"运费要多少？"}, Must: []string{"12元"}}, "运费是12元"),
			inTurn(fact.Brief{Burst: []string{"这双鞋能换吗？"}, Must: []string{"没穿过"}}, "没穿过的能换")},
		[]Example{inTurn(fact.Brief{Burst: []string{"运费要多少？"}, Must: []string{"12元", "偏远"}}, "运费是12元"),
			to("运费要多少？", "运费是12元")}, wholeStep},
	vow: {"code.vow", "对自己管不了的结果打包票", "听起来像打包票，这个结果不由我们定",
		[]Example{alone("保证明天一定送到"), alone("肯定能找回来")},
		[]Example{alone("无法保证明天送到"), alone("我一定跟到底"), alone("绝对不是您的错，是我们漏发了")}, crossesLine(fact.Overpromise)},
	mockery: {"code.mockery", "把客户的话反问回去，后面什么也没有", "把他的话反问回去，听着像挖苦",
		[]Example{to("衣服发霉了", "发霉了？衣服都这样"), to("等了三天没人理我", "没人理您？我们很忙的")},
		[]Example{to("衣服发霉了", "发霉了？真对不住，我马上给您换"), to("脚磨出血泡了", "血泡？多大啊，有照片没")},
		func(f *fact.Facts) bool { return f.Crossed()&fact.RedLineSet(fact.Rude, fact.Argue) != 0 }},
	secretAsked: {"code.secret", "在聊天里要密码、验证码、证件", "听起来像在要密码、证件这类信息",
		[]Example{alone("麻烦把验证码发我一下"), alone("银行卡密码是多少？")},
		[]Example{alone("请勿把验证码告诉任何人"), alone("密码请在官方页面填写"), alone("重置密码的链接发您手机了，您自己设密码")}, crossesLine(fact.Privacy)},
	soBeIt: {"code.so-be-it", "晚了就晚了嘛：耸耸肩，别的什么也没说", "听起来像这件事不值一提",
		[]Example{alone("晚了就晚了嘛"), alone("规定就是规定")},
		[]Example{alone("晚就晚了，我现在催中转站，10分钟内回您"), alone("晚了就给您补")}, crossesLine(fact.Dismiss)},
	overreach: {"code.overreach", "答应了这里没有按钮的让步", "听起来像答应了这里做不了的事",
		[]Example{inTurn(fact.Brief{CanKnown: true, Can: []string{"催单"}}, "我给您免单"), inTurn(fact.Brief{CanKnown: true}, "我给您退差价")},
		[]Example{inTurn(fact.Brief{CanKnown: true, Can: []string{"退差价"}}, "我给您退差价"), inTurn(fact.Brief{CanKnown: true}, "我去替您申请退差价")}, crossesLine(fact.Overreach)},
	overreachSum: {"code.overreach-sum", "答应的钱比这里能给的多", "听起来像答应了这里做不了的事",
		[]Example{inTurn(fact.Brief{CanKnown: true, Can: []string{"补偿"}, Money: 20}, "我给您补偿50元"), inTurn(fact.Brief{CanKnown: true}, "给您三百，行吗")},
		[]Example{inTurn(fact.Brief{CanKnown: true, Can: []string{"补偿"}, Money: 50}, "我给您补偿20元"), alone("给您三百，行吗")}, crossesLine(fact.Overreach)},
	hollow: {"code.hollow", "只有招呼，没有话", "打了招呼，还没有回话",
		[]Example{alone("您好"), alone("在的亲")},
		[]Example{alone("您好，我去催"), alone("换谁都急")}, isEmpty},
	piledUp: {"code.piled", "口号堆在一起", "口号堆在一起，没有一句是对他说的",
		[]Example{alone("理解理解抱歉马上处理"), alone("理解如海，道歉似火，补救飞快")},
		[]Example{alone("理解您着急，我现在催中转站，10分钟内回您"), alone("抱歉让您久等")}, crossesLine(fact.Robotic)},
	emptyTalk: {"code.empty", "通篇套话，没有一个字是他的事", "听起来像套话，换哪位客户都能用",
		[]Example{to("猫粮三天没动了", "好的好的，会处理的"), to("蛋糕压扁了", "您的工单已生成，请留意短信")},
		[]Example{to("猫粮三天没动了", "请您耐心等待，我去催猫粮"), alone("谢谢您")}, crossesLine(fact.Robotic)},
	sorryTemplate: {"code.template", "道歉、登记、请等待，谁都能套", "听起来像套话，换哪位客户都能用",
		[]Example{to("猫粮三天没动了", "很抱歉给您带来不便，已为您登记，会有专人联系您，请耐心等待"), alone("非常抱歉，已登记，专员会联系您，请您耐心等待")},
		[]Example{to("猫粮三天没动了", "很抱歉给您带来不便，猫粮我现在催中转站"), alone("非常抱歉，专员10分钟内联系您，请您耐心等待")}, crossesLine(fact.Robotic)},
	circular: {"code.letter", "写给所有人的公函", "听起来像公告，不是回他的",
		[]Example{to("猫粮三天没动了！", "配送延误系不可抗力，还请谅解"), to("蛋糕压扁了！", "给您带来不便敬请谅解，感谢您的理解与支持")},
		[]Example{to("猫粮三天没动了！", "感谢您的理解，我现在催中转站，10分钟内回您"), to("猫粮是哪天发的？", "感谢您的理解与支持")}, crossesLine(fact.Robotic)},
	absolvedBeside: {"code.absolved", "旁边说了不怪他，就不算怪他、不算叫他别急", "说了不怪他",
		[]Example{alone("您看错了也正常，这不怪您"), alone("是您填错了，不过这不怪您")},
		[]Example{alone("是您填错了"), alone("您自己没看清楚")}, spares(fact.Accuse)},
	followedUp: {"code.followed-up", "说了归谁管，自己也跟上了，不算推", "别人的事，自己跟上了",
		[]Example{alone("这个要问快递公司，我现在去问，10分钟内回您"), alone("这是快递的问题，我来催他们")},
		[]Example{alone("这个要问快递公司"), alone("这是快递的问题")}, spares(fact.Deflect)},
	hintBesideStep: {"code.hint", "别急旁边有自己的一步，只提醒", "带了要办的一步，只提醒一下",
		[]Example{alone("您先别急，我现在催中转站，10分钟内回您"), alone("别着急，我给您补发")},
		[]Example{alone("您先别急"), alone("您先别急嘛")}, spares(fact.Dismiss)},
	causeToCheck: {"code.cause-to-check", "请他看看是不是哪里没弄好，没说是谁", "是在找原因，没怪谁",
		[]Example{to("灶台打不着火！", "是不是阀门没关好，您看看"), to("洗衣机漏水！", "是不是盖子没关好呀，您看看")},
		[]Example{to("灶台打不着火！", "您是不是没关好阀门呀，看看"), to("洗衣机漏水！", "您是不是没关好盖子呀")}, spares(fact.Accuse)},
	secondOpinion: {"code.second-opinion", "词典没听出来，可字里行间像在体谅他", "读着像在体谅他",
		[]Example{alone("楼道没灯，太容易踩空了"), to("猫粮三天没动了", "三天没送到猫粮，是我们没盯住")},
		[]Example{alone("请看说明书"), alone("我给您补发")}, moved},
	returned: {"code.sent-back", "把客户的话原样发回去", "把他的话原样发回去，没有一个字是回他的",
		[]Example{to("猫粮三天没动了，三只猫今晚断粮", "猫粮三天没动了，三只猫今晚断粮"), to("蛋糕压扁了，晚上就要用", "蛋糕压扁了，晚上就要用")},
		[]Example{to("猫粮三天没动了，三只猫今晚断粮", "猫粮三天没动了，我现在去催"), to("蛋糕压扁了", "蛋糕压扁了，我给您重做")}, crossesLine(fact.Robotic)},
	unfilled: {"code.open-slot", "快捷语里的空没填", "快捷语里还有空没填",
		[]Example{alone("{称呼}，我现在去催"), alone("我XX分钟内回您")},
		[]Example{alone("您要XL还是XXL"), alone("尾号****6172")}, crossesLine(fact.OpenSlot)},
}
