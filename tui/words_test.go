package tui

import (
	"strings"
	"testing"

	"shouxiang/report"
	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
	"shouxiang/sim"
)

// graded is a chat of 30 s that was answered after first ms and graded like g.
func graded(first int64, g sim.Graded, evidence ...sim.Found) *sim.Chat {
	c := &sim.Chat{
		N: 1, Tag: "物流/催件", Tags: []string{"物流/催件", "退款/进度"}, Tagged: "物流/催件", Wait: 30_000,
		T0: 2_000, Dead: 32_000, Gone: 182_000, Look: 6_100, Picked: 8_100, Think: 11_400, First: 2_000 + first,
		FirstTyped: 17, Outcome: sim.OutcomeDone,
	}
	g.InTime = first < 30_000
	c.Grade = &sim.Grade{Graded: g, Evidence: evidence, Text: "孩子明天生日，礼物还卡在路上，急人\n我现在催中转站，10分钟内回您"}
	return c
}

func full() sim.Graded {
	return sim.Graded{Score: 100, Empathy: 30, Action: 40, Time: 15, Tag: 10, Manner: 5, Pass: true, EmpathyIs: 2}
}

func TestVerdictSaysTheOneThingThatMattersMost(t *testing.T) {
	with := func(change func(*sim.Graded)) sim.Graded {
		g := full()
		change(&g)
		return g
	}
	fail := func(caps string) sim.Graded {
		return with(func(g *sim.Graded) { g.Score, g.Pass, g.Caps = 65, false, caps })
	}
	for _, tt := range []struct {
		name  string
		first int64
		g     sim.Graded
		want  string
	}{
		{"all there", 21_400, full(), textPassFull},
		{"late but good", 33_000, fail("不及时:65"), "内容都对，慢了 3 秒。"},
		{"late by a blink", 30_000, fail("不及时:65"), "内容都对，慢了不到 1 秒。"},
		{"late and no step", 34_600, fail("缺步骤:50,不及时:65"), "也慢了 5 秒。"},
		{"red line before all", 33_000, with(func(g *sim.Graded) {
			g.Pass, g.RedLines, g.Caps = false, "overpromise", "过度承诺:60,缺共情:65"
		}), "听起来像过度承诺。"},
		{"screen name of a red line", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.RedLines, g.Caps = false, "dismiss", "否定情绪:60"
		}), "听起来像否定客户感受。"},
		{"a hint is no red line", 9_000, with(func(g *sim.Graded) {
			g.Score, g.RedLines, g.Hints = 90, "dismiss", "dismiss"
		}), textPassHint},
		{"wrong tag", 9_000, with(func(g *sim.Graded) { g.Score, g.Tag = 90, 0 }), "该选 物流/催件"},
		{"only the time lacks", 9_000, fail("缺时限:65"), textNoTime},
		{"empathy lacks", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Caps, g.EmpathyIs = false, "缺共情:65", 0
		}), textNoEmpathy},
		{"third time the same empathy", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Caps, g.Empathy, g.EmpathyIs = false, "缺共情:65", 0, 2
		}), textWorn},
		{"a must lacks", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Caps, g.MissingMust = false, "缺要点:65", "换新|换一台\t时间:2小时\t先*再"
		}), "还有要紧的没说：换新、2小时、先…再。"},
		{"a must that is a time of day", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Caps, g.MissingMust = false, "缺要点:65", "16:20|四点二十"
		}), "还有要紧的没说：16:20。"},
		{"courtesy that names the matter", 9_000, with(func(g *sim.Graded) {
			g.Score, g.Empathy, g.Elements = 85, 15, "empathy,action,on_point"
		}), textPassCourtesy},
		{"another element lacks", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Caps, g.Missing = false, "缺点题:65", "on_point"
		}), "还差一样：说到他的事。"},
		{"nothing lacks, not enough", 9_000, with(func(g *sim.Graded) {
			g.Pass, g.Score, g.Action = false, 65, 15
		}), textWeakAction},
	} {
		if got := Verdict(graded(tt.first, tt.g)); !strings.Contains(got, tt.want) {
			t.Errorf("%s: have %q, want %q in it", tt.name, got, tt.want)
		}
	}
}

func TestATimeThatComesTooLateIsNamedWithTheLimitItMissed(t *testing.T) {
	late := full()
	late.Pass, late.Caps = false, "缺时限:65"
	found := sim.Found{Rule: card.RuleTooLate, Part: "deadline", Why: "3小时太久，这类2小时内"}
	if got := Verdict(graded(9_000, late, found)); got != "时间说了，可3小时太久，这类2小时内：说一个更早的。" {
		t.Error(got)
	}
}

func TestOnlyWhatLacksOfTheStepIsNamed(t *testing.T) {
	vague := full()
	vague.Pass, vague.Caps = false, "缺时限:65"
	if got := Verdict(graded(9_000, vague, sim.Found{Rule: "card.step", Part: "action", Points: -10})); got != textNoTimeVague {
		t.Error(got)
	}
	short := full()
	short.Action = 32
	if got := Verdict(graded(9_000, short, sim.Found{Rule: "card.echo", Part: "action", Points: -8})); got != "回得不错。再说清怎么告诉他，行动就更实了。" {
		t.Error(got)
	}
}

func TestWhatThePackOnlyHintsAtIsToldAtTheEndOfPraise(t *testing.T) {
	c := graded(9_000, full(), sim.Found{Rule: "card.wish", Part: "on_point"})
	if got := Verdict(c); got != "回得不错。再加上说到他的事，更好。" {
		t.Error(got)
	}
}

func TestVerdictOfACustomerWhoLeft(t *testing.T) {
	c := graded(0, sim.Graded{Caps: "超时:0"})
	c.First, c.Outcome = -1, sim.OutcomeGone
	if got := Verdict(c); !strings.HasPrefix(got, "180 秒没人接，客户走了") {
		t.Error(got)
	}
	if got, want := Headline(c), "0 分 没接上"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

func TestEveryRedLineHasAdvice(t *testing.T) {
	for _, r := range fact.RedLinesAll() {
		if redLineAdvice[r] == "" {
			t.Errorf("%s has no advice", r.Label())
		}
	}
}

func TestHeadlineBeatsAddUpToTheFirstResponse(t *testing.T) {
	c := graded(21_400, full())
	want := "100 分 达标  首响 21.4 秒 = 看 4.1 · 标 2.0 · 想 3.3 · 打 12.0（17 字，85 字/分）"
	if got := Headline(c); got != want {
		t.Errorf("have %q\nwant %q", got, want)
	}
	c.Look, c.Picked, c.Think, c.First = 2_149, 2_298, 2_447, 2_596 // 149 ms each: rounded one by one they make 0.4
	if got := Headline(c); !strings.Contains(got, "首响 0.6 秒 = 看 0.1 · 标 0.2 · 想 0.1 · 打 0.2（17 字）") {
		t.Error(got)
	}
	c.Picked = -1
	if got := Headline(c); strings.Contains(got, "标") && !strings.Contains(got, "达标") {
		t.Error("an unset tag has no beat:", got)
	}
}

func TestCardRowsSayWhatEachPartRestsOn(t *testing.T) {
	g := full()
	g.Tag, g.Uncounted = 0, "time"
	c := graded(21_400, g,
		sim.Found{Part: "on_point", Start: 0, End: 6, Points: 30}, sim.Found{Rule: "card.who", Part: "action", Start: 18, End: 19, Points: 5},
		sim.Found{Rule: "card.step", Part: "action", Start: 21, End: 25, Points: 15}, sim.Found{Rule: "card.deadline", Part: "action", Start: 26, End: 31, Points: 12},
		sim.Found{Rule: "card.echo", Part: "action", Start: 31, End: 33, Points: 8})
	c.Tagged = "退款/进度"
	rows := CardRows(c)
	want := []Row{
		{"共情", 30, 30, true, "说到“孩子明天生日”，也接住了他的感受"},
		{"行动", 40, 40, true, "我 · 催中转站 · 10分钟内 · 回您"},
		{"时效", 15, 15, false, "21.4 秒，限 30 秒"},
		{"标签", 0, 10, true, "你选 退款/进度，该选 物流/催件"},
		{"表达", 5, 5, true, ""},
	}
	for i, w := range want {
		if rows[i] != w {
			t.Errorf("have %+v\nwant %+v", rows[i], w)
		}
	}
	g.Action, g.Caps = 20, "缺时限:65"
	c = graded(21_400, g, sim.Found{Rule: "do.urge", Part: "action", Start: 21, End: 25}, sim.Found{Rule: "card.echo", Part: "action"})
	if got, want := CardRows(c)[1].Note, "催中转站；还差 多久、怎么告诉他"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

func TestHollowLineCountsFromTheClock(t *testing.T) {
	c := graded(0, sim.Graded{})
	c.Lines = []sim.Line{{Who: sim.Customer, Text: "在吗", At: 2_000}, {Who: sim.Trainee, Text: "您好，在的", At: 5_900, Hollow: true}}
	if got, want := HollowLine(c), "平台口径：4 秒已响应。客户：还没人管我。接着回。"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
	c.Lines = append(c.Lines, sim.Line{Who: sim.Trainee, Text: "我现在查", At: 9_000})
	if got := HollowLine(c); got != "" {
		t.Errorf("a reply with substance ended it, have %q", got)
	}
}

func TestMissAndLateLines(t *testing.T) {
	c := graded(33_000, full())
	if got, want := lateLine(c), "慢了 3 秒，照样算分，把话说完。"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
	c.First, c.Missed, c.Outcome = -1, true, ""
	if got, want := missLine(c), "过了 30 秒，这题记不及时。客户还在，照样回。"; got != want || lateLine(c) != "" {
		t.Errorf("have %q %q, want %q", got, lateLine(c), want)
	}
}

func TestSetLinesTellAllFiguresAndOneThingToDrill(t *testing.T) {
	s := report.Set{
		Cards: 10, Pass: 7, Timed: 10, InTime: 9, Missed: 1, Hollow: 2, Best: 12_340, Median: 18_250, TagAsked: 10,
		TagRight: 8, Empathy: report.Share{Got: 240, Of: 300}, Action: report.Share{Got: 300, Of: 400},
		RedLines: []report.Count{{Name: "过度承诺", N: 2}}, Next: "缺时限", NextN: 3, Disputed: 1,
	}
	got := strings.Join(SetLines(s), "\n")
	for _, want := range []string{
		"练了 10 题，达标 7 题（70%）", "最快 12.3 秒 · 多半 18.3 秒", "及时 9/10（90%）· 漏接 1", "选对 8/10", "占位回复 2 次",
		"过度承诺 2 次", "共情 80% · 行动 75%", "有 1 题你说“这分不对”", "每句都带一个时间（这轮 3 题差在这里）",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	s.Over, s.Median = true, -1
	if got := strings.Join(SetLines(s), "\n"); !strings.Contains(got, "多半 超过时限") {
		t.Error(got)
	}
	if got := SetLines(report.Set{}); len(got) != 1 {
		t.Error("an empty set has one line:", got)
	}
}

func TestPrintableLeavesNothingATerminalObeys(t *testing.T) {
	in := "红\x1b[31m字\u202e倒\x00\r\n下一行\t\xff完\u2028"
	if got, want := Printable(in), "红[31m字倒 下一行 \ufffd完"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

func TestTheOneThingToDrillKnowsEveryRedLineAndElement(t *testing.T) {
	for _, r := range fact.RedLinesAll() {
		if got := nextLine(report.Set{Next: r.Label(), NextN: 1}); strings.Contains(got, "说出来") {
			t.Errorf("%s: a red line must not be asked for: %s", r.Label(), got)
		}
	}
	if got := nextLine(report.Set{Next: "缺点题", NextN: 2}); !strings.Contains(got, "把“说到他的事”说出来") {
		t.Error(got)
	}
}
