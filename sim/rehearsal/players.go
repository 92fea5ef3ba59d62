package rehearsal

import (
	"math/rand/v2"

	"shouxiang/scenarios"
)

// act is what a player does next: what is sent, and whether only after the customer nagged. No text is silence.
type act struct {
	text string
	late bool
}

// player is one kind of trainee.
type player struct {
	name   string
	random bool // plays many games; the others always do the same
	act    func(r *rand.Rand, sc *scenarios.Scenario, turn int) act
}

// What the players without a script of the author say, in any trade.
const (
	apology = "非常抱歉，给您添麻烦了，真的很抱歉"
	deed    = "我现在核实您的订单，10分钟内回您消息"
	empty   = "亲，请您耐心等待哦"
	boast   = "您放心，我保证今天一定给您解决，绝对没问题"
	passing = "这个不归我们管，您去找快递公司吧"
	insult  = "你自己没看清楚，怪谁？爱等不等"
	both    = "这事搁谁身上都着急。我现在核实您的订单，10分钟内回您消息"
)

var noise = []string{"啊啊啊", "1", "嗯", "？？？", "哈哈哈", "asdf", "好的", "6", "。", "今天天气不错"}

var players = []player{
	{"优等生", false, func(_ *rand.Rand, sc *scenarios.Scenario, turn int) act { return act{text: model(sc, turn)} }},
	{"换着说", true, author},
	{"新手", true, novice},
	{"只道歉", false, always(apology)},
	{"只办事", false, always(deed)},
	{"敷衍", false, always(empty)},
	{"夸口", false, always(boast)},
	{"打太极", false, always(passing)},
	{"顶撞", false, always(insult)},
	{"乱打", true, func(r *rand.Rand, _ *scenarios.Scenario, _ int) act { return act{text: noise[r.IntN(len(noise))]} }},
	{"沉默", false, always("")},
}

func always(text string) func(*rand.Rand, *scenarios.Scenario, int) act {
	return func(*rand.Rand, *scenarios.Scenario, int) act { return act{text: text} }
}

// model is the model answer of a turn.
func model(sc *scenarios.Scenario, turn int) string {
	if good := sc.Turns[turn].Good; len(good) > 0 {
		return good[0].Text
	}
	return both
}

// author says what the file's author wrote, good and bad, in any order; rather good, or nobody would see the end.
func author(r *rand.Rand, sc *scenarios.Scenario, turn int) act {
	t := &sc.Turns[turn]
	late := r.IntN(10) == 0
	switch {
	case len(t.Good) > 0 && (len(t.Bad) == 0 || r.IntN(5) < 3):
		return act{t.Good[r.IntN(len(t.Good))].Text, late}
	case len(t.Bad) > 0:
		return act{t.Bad[r.IntN(len(t.Bad))].Text, late}
	}
	return act{both, late}
}

// novice mixes: often as it should be, often only half of it, now and then a slip, sometimes too late or not at all.
func novice(r *rand.Rand, sc *scenarios.Scenario, turn int) act {
	late := r.IntN(5) == 0
	half := []string{apology, deed, both, apology, deed, both, empty}
	slips := []string{boast, passing, insult, ""}
	switch n := r.IntN(10); {
	case n < 4:
		return act{model(sc, turn), late}
	case n < 9:
		return act{half[r.IntN(len(half))], late}
	}
	return act{slips[r.IntN(len(slips))], late}
}
