package tui

import (
	"maps"
	"testing"
	"testing/fstest"
	"time"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
)

const scriptPack = `format = 1
name = "测试"
version = "1"
author = "t"
tags = ["质量/故障", "退款/进度"]
phrases = [{ key = "回话", text = "{称呼}，{事项}我{时限}前回您" }, { key = "核实", text = "跟您核对一下：{事项}，对吗？" }]
policy = [
  { title = "换新", text = "保修期内开不了机，签收15天内可换新，48小时内发出，运费由我们出。", from = "1999-01-01" },
  { title = "补偿", text = "补偿上限50元。", to = "1999-12-31" },
  { title = "年货", text = "除夕前下单包邮。", from = "2030-01-01" },
]
`

const scriptFile = `format = 1
id = "p-1"
title = "血压计开不了机"
tag = "质量/故障"
emotion = "愤怒"
intensity = 4
level = "进阶"
brief = "订单尾号8827：家用血压计，10月12日签收，保修期内。能换新、能退款"
can = ["换新", "退款"]
customer = { name = "陈女士", about = "给独居的母亲买的，前面三个客服都让她等" }
situation = ["血压计", "开不了机", "三个客服"]
nudge = ["人呢？？", "又不理人是吧", "行，截图了"]
ending = [
  { id = "满意", mood = 7, csat = 5, say = "行，总算碰上个办事的。" },
  { id = "接受", mood = 3, csat = 3, say = "先这样吧。" },
  { id = "投诉", csat = 1, say = "不用说了，12315见。", review = "两次都没接住，就会走到这里。" },
]
ticket = { who = ["陈女士", "8827"], what = "血压计", how = "换新|退款" }
[[turn]]
id = "情绪安抚"
say = [{ text = "我给我妈买的血压计，开不了机！", after = 1 }, { text = "三个客服一个推一个，有没有人管？！", after = 1 }]
good = "血压计开不了机，三个客服推来推去，换谁都火 // 我现在调签收记录，5分钟回您"
hint = "先接住“推来推去”。"
branch = [
  { if = "碰红线", to = "升级", say = "又来？" },
  { if = "达标", to = "方案协商" },
  { if = "其他", to = "升级", tip = "没有行动，客户会当成套话。" },
]
[[turn]]
id = "升级"
stage = "情绪安抚"
say = { text = "行，那我就打12315！", after = 1 }
good = "血压计开不了机，您该生气，我现在调签收记录，10分钟内回您"
branch = [{ if = "达标", to = "方案协商" }, { if = "再次", to = "投诉" }, { if = "其他", to = "升级", say = "你们都是复读机吗？" }]
[[turn]]
id = "方案协商"
say = { text = "你打算怎么办？", after = 1 }
need = "时限"
must = "换新|退款"
good = "给您换新，48小时内发出"
branch = [{ if = "达标", to = "结束" }, { if = ["不达标", "再次"], to = "投诉" }]
`

// script is a conversation as an author would write it.
func script(t testing.TB) *scenarios.Scenario {
	t.Helper()
	lib := scenarios.Load(scenarios.Source{FS: fstest.MapFS{
		"pack.toml": {Data: []byte(scriptPack)}, "p.toml": {Data: []byte(scriptFile)},
	}})
	if len(lib.Scenarios) != 1 {
		t.Fatal(lib.Problems)
	}
	return lib.Scenarios[0]
}

// rowOf is the line of a branch row in the file.
func rowOf(t testing.TB, turn, row int) int { return script(t).Turns[turn].Rows[row].Line }

// talking folds events into a conversation in front of the App. The clock then stands at ms.
func (s *stage) talking(ms int64, events ...sim.Event) *stage {
	s.now = morning.Add(time.Duration(ms) * time.Millisecond)
	sc := script(s.t)
	ses := &sim.Session{
		ID: "s-1", Trainee: "小林", Mode: sim.Play, Deck: []*scenarios.Scenario{sc}, Cards: 1, Tagging: true, Scorer: scoring.Default(),
	}
	log := s.app.ui.env.NewLog(journal.Header{Session: "s-1"}, morning)
	last := morning.Add(time.Duration(events[len(events)-1].When().At) * time.Millisecond)
	s.set = &set{ui: s.app.ui, sit: sitting.Continue(ses, log, last, events), log: log, events: events}
	s.app.set, s.app.play = s.set, &PlayOptions{Scenario: sc}
	s.app.show(newPlay(s.app.ui, s.set))
	return s
}

// draft puts text in the box without the engine.
func (s *stage) draft(text string) *stage {
	p := s.app.scr.(*play)
	p.onTags = false
	p.box.Insert(text)
	p.box.Delta()
	return s
}

// over lets the screen notice that the conversation ended.
func (s *stage) over() *stage {
	s.app.Update(tickMsg{-1})
	return s
}

// met is the conversation up to the start of its first clock.
func met() []sim.Event {
	return []sim.Event{
		sim.Arrived{
			Stamp: in(0, 1), Scenario: "p-1", Pack: "测试", Title: "血压计开不了机", Tag: "质量/故障", Emotion: "愤怒", Intensity: 4,
			Level: "进阶", Customer: "陈女士", Brief: "订单尾号8827：家用血压计，10月12日签收，保修期内。能换新、能退款 · 你能办：换新、退款",
			Tags: "质量/故障|退款/进度", Turn: "情绪安抚", Stage: "情绪安抚", Mood: 3, Wait: 30_000, Next: 1000,
		},
		sim.Said{Stamp: in(1000, 1), Text: "我给我妈买的血压计，开不了机！", Kind: "burst", Next: 2000},
		sim.Said{Stamp: in(2000, 1), Text: "三个客服一个推一个，有没有人管？！", Kind: "burst"},
		sim.ClockStarted{Stamp: in(2000, 1), T0: 2000, Deadline: 32_000, Gone: 182_000},
	}
}

// soothed is the first reply, which passes and promises, up to the clock of the next turn at 18 s.
func soothed(t testing.TB) []sim.Event {
	text := "三个客服推来推去，换谁都火\n我现在调签收记录，5分钟回您"
	return join(met(), []sim.Event{
		sim.TagPicked{Stamp: in(5000, 1), Tag: "质量/故障"},
		sim.KeyPressed{Stamp: in(6000, 1), Draft: true},
		sim.LookedUp{Stamp: in(6500, 1), Open: true}, sim.LookedUp{Stamp: in(8000, 1), Query: "换新"},
		sim.Bubbled{Stamp: in(12_000, 1), Text: "三个客服推来推去，换谁都火", Typed: 13},
		sim.Bubbled{Stamp: in(14_000, 1), Text: "我现在调签收记录，5分钟回您", Typed: 14},
		sim.Replied{Stamp: in(15_000, 1), Text: text, Bubbles: 2},
		sim.Graded{
			Stamp: in(15_000, 1), Score: 100, Empathy: 30, Action: 40, Time: 15, Tag: 10, Manner: 5, Pass: true, InTime: true,
			First: 10_000, EmpathyIs: 2, ActionIs: 2, Elements: "empathy,action,on_point,deadline",
		},
		sim.Found{Stamp: in(15_000, 1), Rule: "code.on-point", Part: "on_point", Start: 0, End: 8, Why: "说到了他这件事"},
		sim.Found{Stamp: in(15_000, 1), Rule: "emp.angry", Part: "empathy", Start: 9, End: 13, Points: 30, Why: "接住了感受"},
		sim.Found{Stamp: in(15_000, 1), Rule: "card.step", Part: "action", Start: 17, End: 22, Points: 15, Why: "说了办哪一步"},
		sim.Found{Stamp: in(15_000, 1), Rule: "card.deadline", Part: "deadline", Start: 23, End: 26, Points: 12, Why: "说了多久"},
		sim.Promised{Stamp: in(15_000, 1), Who: "我", What: "5分钟回您", Minutes: 5, Due: 45_000},
		sim.MoodMoved{Stamp: in(15_000, 1), From: 3, To: 5, Why: "pass"},
		sim.Turned{
			Stamp: in(15_000, 1), From: "情绪安抚", To: "方案协商", Index: 2, Stage: "方案协商", Why: "row", Row: rowOf(t, 0, 1), If: "达标", Own: true,
			Wait: 60_000, Next: 18_000,
		},
		sim.Said{Stamp: in(18_000, 1), Text: "你打算怎么办？", Kind: "turn"},
		sim.ClockStarted{Stamp: in(18_000, 1), T0: 18_000, Deadline: 78_000, Gone: 198_000},
	})
}

// won ends the conversation well.
func won(t testing.TB) []sim.Event {
	return join(soothed(t), []sim.Event{
		sim.Missed{Stamp: in(78_000, 1)}, sim.Nudged{Stamp: in(78_000, 1), Text: "人呢？？", Nth: 1},
		sim.MoodMoved{Stamp: in(78_000, 1), From: 5, To: 4, Why: "nag"},
		sim.KeyPressed{Stamp: in(80_000, 1), Draft: true},
		sim.Bubbled{Stamp: in(86_000, 1), Text: "给您换新，48小时内发出", Typed: 12},
		sim.Replied{Stamp: in(90_000, 1), Text: "给您换新，48小时内发出", Bubbles: 1},
		sim.Graded{Stamp: in(90_000, 1), Score: 96, Pass: true, InTime: false, First: 68_000, Elements: "deadline", Manner: 6},
		sim.Found{Stamp: in(90_000, 1), Rule: "must", Part: "must", Start: 2, End: 4, Points: 45, Why: "说了要点"},
		sim.Found{Stamp: in(90_000, 1), Rule: "deadline", Part: "deadline", Start: 5, End: 10, Points: 45, Why: "说了多久"},
		sim.Promised{Stamp: in(90_000, 1), Who: "我", What: "48小时内发出", Clock: "后天"},
		sim.MoodMoved{Stamp: in(90_000, 1), From: 4, To: 8, Why: "pass"},
		sim.PromiseSettled{Stamp: in(90_000, 1), N: 1, How: "late"},
		sim.MoodMoved{Stamp: in(90_000, 1), From: 8, To: 7, Why: "late_promise"},
		sim.Turned{Stamp: in(90_000, 1), From: "方案协商", To: "结束", Index: 0, End: true, Why: "row", Row: rowOf(t, 2, 0), If: "达标"},
		sim.Said{Stamp: in(90_000, 1), Text: "行，总算碰上个办事的。", Kind: "end"},
		sim.Ended{Stamp: in(90_000, 1), Outcome: sim.OutcomeDone, CSAT: 5, Ending: "满意"},
	})
}

// lost ends it badly, in two replies.
func lost(t testing.TB) []sim.Event {
	bad := func(at int64, score int, turn sim.Turned, from, to int) []sim.Event {
		return []sim.Event{
			sim.Bubbled{Stamp: in(at-4000, 1), Text: "您先别激动", Typed: 5}, sim.Replied{Stamp: in(at, 1), Text: "您先别激动", Bubbles: 1},
			sim.Graded{
				Stamp: in(at, 1), Score: score, InTime: true, Elements: "", RedLines: "dismiss", Missing: "empathy,action,deadline",
				Caps: "缺步骤:50,否定情绪:60", Better: "我现在就去查，10分钟内回您",
			},
			sim.Found{Stamp: in(at, 1), Part: "dismiss", Start: 2, End: 5, Why: "叫客户别激动，是在否定他的感受"},
			sim.MoodMoved{Stamp: in(at, 1), From: from, To: to, Why: "dismiss"}, turn,
		}
	}
	return join(met(),
		bad(12_000, 15, sim.Turned{
			Stamp: in(12_000, 1), From: "情绪安抚", To: "升级", Index: 1, Stage: "情绪安抚", Why: "row", Row: rowOf(t, 0, 0), If: "碰红线", Say: "又来？", Own: true,
			Wait: 60_000, Next: 14_000,
		}, 3, 1),
		[]sim.Event{
			sim.Said{Stamp: in(14_000, 1), Text: "又来？", Kind: "turn", Next: 15_000}, sim.Said{Stamp: in(15_000, 1), Text: "行，那我就打12315！", Kind: "turn"},
			sim.ClockStarted{Stamp: in(15_000, 1), T0: 15_000, Deadline: 75_000, Gone: 195_000},
		},
		bad(25_000, 10, sim.Turned{Stamp: in(25_000, 1), From: "升级", To: "谈崩", End: true, Why: "row", Row: rowOf(t, 1, 2), If: "其他", Say: "你们都是复读机吗？"}, 1, 0),
		[]sim.Event{
			sim.Said{Stamp: in(25_000, 1), Text: "你们都是复读机吗？", Kind: "react"}, sim.Said{Stamp: in(25_000, 1), Text: "行了不说了，12315见", Kind: "end"},
			sim.Ended{Stamp: in(25_000, 1), Outcome: sim.OutcomeCollapse, CSAT: 1},
		})
}

var playFrames = map[string]func(s *stage){
	"play-burst": func(s *stage) { s.talking(1500, met()[:2]...) },
	"play":       func(s *stage) { s.talking(9_300, met()...).draft("三个客服推来推去") },
	"play-later": func(s *stage) { s.talking(21_500, soothed(s.t)...).draft("给您") },
	"play-nagged": func(s *stage) {
		s.talking(80_000, won(s.t)[:len(soothed(s.t))+3]...)
	},
	"play-hint": func(s *stage) { s.talking(5_300, met()...).keys("ctrl+g") },
	"play-paused": func(s *stage) {
		s.talking(5_300, met()...).keys("ctrl+o")
	},
	"play-knowledge": func(s *stage) { s.talking(21_500, soothed(s.t)...).keys("ctrl+k") },
	"play-search":    func(s *stage) { s.talking(21_500, soothed(s.t)...).keys("ctrl+k", "换新 -补") },
	"play-nothing":   func(s *stage) { s.talking(21_500, soothed(s.t)...).keys("ctrl+k", "飞机") },
	"play-phrases": func(s *stage) {
		s.app.Update(phrasesMsg{[]string{"孩子等着用，急人 // 我现在催，10分钟回您"}})
		s.talking(21_500, soothed(s.t)...).keys("ctrl+p", "down")
	},
	"play-slots":    func(s *stage) { s.talking(20_000, soothed(s.t)...).keys("ctrl+p", "enter", "陈女士", "tab") },
	"play-promised": func(s *stage) { s.talking(21_500, soothed(s.t)...).keys("ctrl+l") },
	"play-panel": func(s *stage) {
		s.talking(21_500, soothed(s.t)...)
		s.at(80, 24)
		s.keys("ctrl+b")
	},
	"play-leave": func(s *stage) {
		s.talking(21_500, soothed(s.t)...)
		s.app.Update(s.app.scr.(*play).leave()())
	},
	"play-won":  func(s *stage) { s.talking(90_000, won(s.t)...).over() },
	"play-lost": func(s *stage) { s.talking(25_000, lost(s.t)...).over() },
	"play-void": func(s *stage) {
		s.talking(9_300, join(met(), []sim.Event{
			sim.Voided{Stamp: in(9_300, 1), Reason: "sleep"}, sim.Ended{Stamp: in(9_300, 1), Outcome: sim.OutcomeVoid},
		})...)
		s.app.Update(s.app.scr.(*play).ended(s.set.chat())())
	},
	"ticket": func(s *stage) {
		s.talking(90_000, won(s.t)...)
		s.app.flow(lookBackMsg{})
		s.at(80, 24)
		s.keys("陈女士，尾号8827", "enter", "血压计")
	},
	"ticket-filed": func(s *stage) {
		s.talking(90_000, join(won(s.t), []sim.Event{
			sim.Ticketed{Stamp: in(95_000, 1), Asked: "who,what,how", Right: "who,what", Who: "陈女士，尾号8827", What: "血压计坏了"},
		})...)
		s.app.flow(lookBackMsg{})
	},
	"debrief":      func(s *stage) { s.talking(90_000, won(s.t)...).app.flow(filedMsg{}) },
	"debrief-lost": func(s *stage) { s.talking(25_000, lost(s.t)...).app.flow(filedMsg{}) },
	"debrief-first": func(s *stage) {
		s.talking(90_000, won(s.t)...).app.flow(filedMsg{})
		s.at(80, 24)
		s.keys("enter")
	},
	"debrief-later": func(s *stage) {
		s.talking(90_000, won(s.t)...).app.flow(filedMsg{})
		s.at(80, 24)
		s.keys("down", "enter")
	},
	"debrief-red": func(s *stage) {
		s.talking(25_000, lost(s.t)...).app.flow(filedMsg{})
		s.at(80, 24)
		s.keys("enter", "ctrl+e")
	},
	"picker-loading": func(s *stage) { s.app.show(newPicker(s.app.ui, nil)) },
	"picker":         func(s *stage) { s.picking() },
	"picker-filter": func(s *stage) {
		s.picking()
		s.at(80, 24)
		s.keys("tab", "tab", "right")
	},
	"picker-typed": func(s *stage) {
		s.picking()
		s.at(80, 24)
		s.keys("血压", "down")
	},
	"picker-none": func(s *stage) {
		s.picking()
		s.at(80, 24)
		s.keys("没有这个")
	},
	"reload-broken": func(s *stage) {
		s.talking(21_500, soothed(s.t)...)
		var list []problem.Problem
		for i := range 4 {
			list = append(list, problem.Problem{
				Code: "S02", Severity: problem.Error, File: "我的情景/很长的文件夹名字/xueya.toml", Line: 3 + i, Col: 9,
				Message: "用了中文引号 “；值的两头要用英文双引号 \"…\"（引号里面的内容随便用中文标点），改好再存",
			})
		}
		s.app.Update(reloadedMsg{nil, list})
	},
}

// picking shows the picker over a few scripts and what earlier sessions made of them.
func (s *stage) picking() {
	lib := &scenarios.Library{}
	for i, title := range []string{"血压计开不了机", "房租被扣了两次", "酒店到店没房，一家人站在大堂里等了一个小时"} {
		sc := script(s.t)
		sc.ID, sc.Title = string(rune('a'+i)), title
		sc.Emotion, sc.Level = []string{"愤怒", "焦虑", "失望"}[i], []string{"进阶", "进阶", "高阶"}[i]
		lib.Scenarios = append(lib.Scenarios, sc)
	}
	s.app.lib, s.app.play = lib, &PlayOptions{}
	s.app.show(newPicker(s.app.ui, lib))
	s.app.Update(pastsMsg{map[string]report.Past{"a": {Times: 2, Stars: 5}, "b": {Times: 1}}})
}

func init() { maps.Copy(frames, playFrames) }
