package scoring

import (
	"slices"
	"testing"

	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
)

func TestDeadlines(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"等了12天了", "后天面试"}, Within: 120})
	for text, want := range map[string]fact.Timing{
		"10分钟内回您": fact.Met, "俩小时内回您": fact.Met, "三小时内回您": fact.TooLate, "明天给您补发": fact.TooLate, "今晚8点前给您补发": fact.Met, "下班前回您": fact.Met,
		"后天一早给您回电": fact.TooLate, "24h内回您": fact.TooLate, "马上回您": fact.NoDeadline, "等了12天": fact.NoDeadline, "七天无理由": fact.NoDeadline, "后天面试": fact.NoDeadline,
		"已经给您补发了": fact.OnTheSpot, "昨天下午到的": fact.NoDeadline, "弄好了跟您说": fact.NoDeadline, "票改好短信告诉您": fact.NoDeadline, "等我五分钟，我在查": fact.Met,
	} {
		if have := Default().Hear(m, []string{text}).Timing; have != want {
			t.Errorf("%s: %d, want %d", text, have, want)
		}
	}
}

func TestALengthOfTimeThatTheDeskGivesIsNeverTooLate(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"盗刷的钱什么时候退"}, Within: 120, Desk: "尾号0417；盗刷审核3个工作日"})
	for text, want := range map[string]fact.Timing{"我现在就给您提交审核，3个工作日内告诉您结果": fact.Met, "我现在就给您提交审核，5个工作日内告诉您结果": fact.TooLate} {
		if have := Default().Hear(m, []string{text}).Timing; have != want {
			t.Errorf("%s: %d, want %d", text, have, want)
		}
	}
}

func TestATimeThatIsTooLateIsSaidWithTheLimit(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"门锁打不开"}, Within: 30})
	c := m.Grade(Default().Hear(m, []string{"被关在门外急坏了吧，我现在就派师傅，1小时内回您电话"}), Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: true, InTime: true})
	want := "1小时太久，这类30分钟内"
	if !slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.Rule == card.RuleTooLate && e.Why == want }) {
		t.Errorf("%s is not in %+v", want, c.Evidence)
	}
}

func TestPromisesAreData(t *testing.T) {
	for text, want := range map[string]Promise{
		"我10分钟内给您回电话":       {Who: "我", What: "给您回电话", Minutes: 10},
		"我们明早10点前把单号发您":     {Who: "我们", What: "把单号发您", TimeOfDay: "明早10:00"},
		"今天18:00前我跟您确认":     {Who: "我", What: "跟您确认", TimeOfDay: "今天18:00"},
		"我现在催中转站，半小时内告诉您结果": {Who: "我", What: "告诉您结果", Minutes: 30},
	} {
		f := Default().Hear(nil, []string{text})
		if len(f.Promises) != 1 {
			t.Errorf("%s: %+v", text, f.Promises)
			continue
		}
		have := f.Promises[0]
		have.Start, have.End = 0, 0
		if have != want {
			t.Errorf("%s: %+v, want %+v", text, have, want)
		}
	}
	for _, text := range []string{
		"预计3天到货", "您10分钟内付款就行", "马上回您", "等了三天", "核对一下，今天18点那笔是您转的，对吗？这事我跟到底", "您的车今晚8点20开，我先给您改签到后一班",
		"那件昨天16点签收的，我现在联系站点", "商家48小时内发货，我帮您催着", "仓库晚上6点关门，我先给您登记退货", "会员是11月1日到期的，我给您补上",
		"系统显示周三已经出库，我马上催", "审核要3个工作日，我帮您盯着", "您婚礼10月2日，我现在就给工厂打电话加急",
	} {
		if p := Default().Hear(nil, []string{text}).Promises; len(p) > 0 {
			t.Errorf("%s: %+v, want none", text, p)
		}
	}
}
