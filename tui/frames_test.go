package tui

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/mattn/go-runewidth"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/sim"
)

// The frames are drawn from states folded from events, so that they hang on nothing but the drawing.
var frames = map[string]func(s *stage){
	"home": func(s *stage) {
		s.app.Update(historyMsg{History{Last: report.Set{Cards: 10, Pass: 7, Median: 18_250, Best: 12_340}}})
	},
	"home-first":      func(s *stage) { s.app.ui.env.FirstRun, s.app.ui.env.Profile = true, Profile{} },
	"home-help":       func(s *stage) { s.at(80, 24); s.keys("？") },
	"welcome":         func(s *stage) { s.app.show(newWelcome(s.app.ui)); s.at(80, 24); s.keys("小", "林") },
	"catalog-loading": func(s *stage) { s.app.show(newCatalog(s.app.ui, nil)) },
	"burst":           func(s *stage) { s.play(1500, arrived(1, 0, nil)[:2]...).drilling() },
	"burst-held": func(s *stage) {
		s.play(1500, arrived(1, 0, nil)[:2]...).drilling().typing("在")
		s.app.Update(pressOf("enter"))
	},
	"calm": func(s *stage) {
		s.play(9_300, arrived(1, 0, nil)...).drilling().typing("孩子明天生日，礼物还卡在路")
	},
	"tags": func(s *stage) { s.play(3_300, arrived(1, 0, nil)...).drilling() },
	"emoji": func(s *stage) {
		events := arrived(1, 0, func(a *sim.Arrived) { a.Customer = "👨‍👩‍👧一家\u202e三口" })
		events[2] = sim.Said{Stamp: in(2000, 1), Kind: "burst", Text: "[图片] 😭😭👨‍👩‍👧 ❤️ 半箱樱桃发霉\x1b[31m 自己看吧 给老师带的 现在拿什么去 ❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️"}
		s.play(9_300, events...).drilling().typing("👍🏽 好，❤️孩子")
	},
	"emoji-graphemes": func(s *stage) {
		s.app.Update(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		events := arrived(1, 0, nil)
		events[2] = sim.Said{Stamp: in(2000, 1), Kind: "burst", Text: "[图片] 😭😭👨‍👩‍👧 ❤️ 半箱樱桃发霉 自己看吧 ❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️"}
		s.play(9_300, events...).drilling().typing("👍🏽 好，❤️孩子")
	},
	"tags-arrows": func(s *stage) {
		s.play(3_300, arrived(1, 0, nil)...).drilling()
		s.at(80, 24)
		s.keys("left", "left")
		s.now = morning.Add(5300 * time.Millisecond)
	},
	"warning": func(s *stage) {
		s.play(23_300, join(arrived(1, 0, nil), []sim.Event{sim.TagPicked{Stamp: in(8100, 1), Tag: "物流/催件"}})...).drilling().typing("孩子明天生日")
	},
	"urgent": func(s *stage) {
		s.play(28_100, join(arrived(1, 0, nil), []sim.Event{sim.TagPicked{Stamp: in(8100, 1), Tag: "物流/催件"}})...).drilling().typing("孩子明天生日")
	},
	"missed": func(s *stage) {
		s.play(40_000, join(arrived(1, 0, nil), []sim.Event{sim.Missed{Stamp: in(32_000, 1)}, sim.Nudged{Stamp: in(32_000, 1), Text: "在吗？？", Nth: 1}})...).drilling().typing("马上")
	},
	"hollow": func(s *stage) {
		s.play(11_000, join(arrived(1, 0, nil), []sim.Event{
			sim.Bubbled{Stamp: in(5_900, 1), Text: "您好，在的", Hollow: true, Typed: 5}, sim.Replied{Stamp: in(9_900, 1), Text: "您好，在的", Bubbles: 1, Hollow: true},
		})...).drilling().typing("")
	},
	"joining": func(s *stage) {
		s.play(24_000, join(arrived(1, 0, nil), []sim.Event{
			sim.TagPicked{Stamp: in(8100, 1), Tag: "物流/催件"}, sim.KeyPressed{Stamp: in(11_400, 1), Draft: true},
			sim.Bubbled{Stamp: in(23_400, 1), Text: "孩子明天生日，礼物还卡在路上，急人", Typed: 17},
		})...).drilling()
	},
	"late": func(s *stage) {
		s.play(36_000, join(arrived(1, 0, nil), []sim.Event{
			sim.Missed{Stamp: in(32_000, 1)}, sim.Nudged{Stamp: in(32_000, 1), Text: "在吗？？", Nth: 1},
			sim.Bubbled{Stamp: in(35_000, 1), Text: "孩子明天生日，礼物还卡在路上，急人", Typed: 17},
		})...).drilling()
	},
	"window": func(s *stage) {
		s.play(34_000, join(arrived(1, 0, nil), []sim.Event{
			sim.TagPicked{Stamp: in(8100, 1), Tag: "物流/催件"}, sim.Bubbled{Stamp: in(23_400, 1), Text: "孩子明天生日，礼物还卡在路上，急人", Typed: 17},
			sim.Replied{Stamp: in(27_400, 1), Text: "孩子明天生日，礼物还卡在路上，急人", Bubbles: 1}, sim.Reacted{Stamp: in(27_400, 1), Text: "那你们现在怎么办？", Until: 57_400},
		})...).drilling()
	},
	"hint": func(s *stage) { s.play(9_300, arrived(1, 0, nil)...).drilling(); s.app.scr.(*drill).hinted = true },
	"paused": func(s *stage) {
		s.play(9_300, join(arrived(1, 0, nil), []sim.Event{sim.Paused{Stamp: in(9_300, 1)}})...).drilling()
	},
	"leave": func(s *stage) {
		s.play(9_300, arrived(1, 0, nil)...).drilling()
		s.at(80, 24)
		s.app.Update(s.app.scr.(*drill).leave()())
	},
	"untimed": func(s *stage) {
		s.play(9_300, arrived(1, 0, func(a *sim.Arrived) { a.Wait = 0 })...).drilling()
	},
	"long-box": func(s *stage) {
		s.play(9_300, arrived(1, 0, nil)...).drilling().typing(strings.Repeat("孩子明天生日，礼物还卡在路上。", 30))
	},
	"second-card": func(s *stage) {
		s.play(43_000, join(answered(1, 0, 21_400, "退款/进度", nil), arrived(2, 40_000, nil))...).drilling()
	},
	"feedback": func(s *stage) { s.play(28_000, answered(1, 0, 21_400, "退款/进度", nil)...).feedback() },
	"feedback-open": func(s *stage) {
		s.play(28_000, answered(1, 0, 21_400, "退款/进度", nil)...).feedback()
		s.at(80, 24)
		s.keys("down", "down", "down")
	},
	"feedback-late": func(s *stage) {
		s.play(42_000, answered(1, 0, 33_000, "物流/催件", func(g *sim.Graded) {
			g.Score, g.Pass, g.InTime, g.Time, g.Caps = 65, false, false, 0, "不及时:65"
		})...).feedback()
	},
	"feedback-red": func(s *stage) {
		events := join(arrived(1, 0, nil), []sim.Event{
			sim.KeyPressed{Stamp: in(4_400, 1), Draft: true},
			sim.Bubbled{Stamp: in(12_000, 1), Text: "您先别激动，我马上查！保证明天一定送到，您放心。", Typed: 24},
			sim.Replied{Stamp: in(16_000, 1), Text: "您先别激动，我马上查！保证明天一定送到，您放心。", Bubbles: 1},
			sim.Graded{Stamp: in(16_000, 1), Score: 45, Action: 10, Time: 15, Manner: 5, InTime: true, First: 10_000, ActionIs: 1, Elements: "action",
				RedLines: "overpromise,dismiss", Caps: "过度承诺:60,否定情绪:60,缺共情:65,缺时限:65", Better: "我现在就催中转站，10分钟内给您回话"},
			sim.Found{Stamp: in(16_000, 1), Part: "dismiss", Start: 2, End: 5, Why: "叫客户别激动，是在否定他的感受"},
			sim.Found{Stamp: in(16_000, 1), Part: "action", Start: 6, End: 10, Points: 10, Why: "只说查，没说查什么"},
			sim.Found{Stamp: in(16_000, 1), Part: "overpromise", Start: 11, End: 19, Why: "送到由快递定，不由你定"},
			sim.Reacted{Stamp: in(16_000, 1), Text: "上次也是这么说的"}, sim.Ended{Stamp: in(16_000, 1), Outcome: sim.OutcomeDone},
		})
		s.play(17_000, events...).feedback()
	},
	"feedback-gone": func(s *stage) {
		s.play(183_000, join(arrived(1, 0, nil), []sim.Event{
			sim.Missed{Stamp: in(32_000, 1)}, sim.Nudged{Stamp: in(102_000, 1), Text: "算了，退款吧", Nth: 3},
			sim.Graded{Stamp: in(182_000, 1), First: 180_000, Caps: "超时:0"}, sim.Ended{Stamp: in(182_000, 1), Outcome: sim.OutcomeGone},
		})...).feedback()
	},
	"feedback-redo": func(s *stage) {
		redo := answered(2, 60_000, 15_000, "物流/催件", nil)
		a := redo[0].(sim.Arrived)
		a.Redo = 1
		redo[0] = a
		s.play(90_000, join(answered(1, 0, 33_000, "退款/进度", func(g *sim.Graded) {
			g.Score, g.Pass, g.InTime, g.Time, g.Caps = 65, false, false, 0, "不及时:65"
		}), redo)...).feedback()
	},
	"feedback-disputed": func(s *stage) {
		s.play(28_000, join(answered(1, 0, 21_400, "物流/催件", nil), []sim.Event{sim.Disputed{Stamp: in(28_000, 1)}})...).feedback()
	},
	"summary": func(s *stage) {
		s.play(99_000, join(answered(1, 0, 21_400, "退款/进度", nil), answered(2, 40_000, 33_000, "物流/催件", func(g *sim.Graded) {
			g.Score, g.Pass, g.InTime, g.Time, g.Caps, g.RedLines = 60, false, false, 0, "过度承诺:60,不及时:65", "overpromise"
		}))...)
		s.app.show(newSummary(s.app.ui, s.set))
	},
	"catalog": func(s *stage) {
		lib := testLibrary(s.t)
		lib.Broken = []scenarios.Broken{{File: "我的包/cui.toml", Reason: problem.Problem{
			Code: "S02", Severity: problem.Error, File: "我的包/cui.toml", Line: 3, Col: 9, Message: "引号没有配对：这段文字的结尾少了英文双引号 \"",
		}}}
		s.app.show(newCatalog(s.app.ui, lib))
	},
	"trial": func(s *stage) {
		s.play(9_300, arrived(1, 0, func(a *sim.Arrived) { a.Wait, a.Tags = 0, "" })...).trial().drilling().typing("您这事")
	},
	"trial-feedback": func(s *stage) { s.play(28_000, answered(1, 0, 21_400, "物流/催件", nil)...).trial().feedback() },
	"trial-over": func(s *stage) {
		s.play(28_000, answered(1, 0, 21_400, "物流/催件", nil)...).trial()
		s.set.sit.Session.Cards = 1
		s.app.ended()
	},
	"void": func(s *stage) {
		s.play(9_300, join(arrived(1, 0, nil), []sim.Event{
			sim.Voided{Stamp: in(9_300, 1), Reason: "sleep"}, sim.Ended{Stamp: in(9_300, 1), Outcome: sim.OutcomeVoid},
		})...).drilling()
		s.app.Update(s.app.scr.(*drill).ended(s.set.chat())())
	},
	"banner": func(s *stage) {
		s.play(9_300, arrived(1, 0, nil)...).drilling()
		s.app.Update(savedMsg{errors.New("磁盘满了，清出空间后会自动补写，练习照常")})
	},
	"offer": func(s *stage) {
		s.play(99_000, answered(1, 0, 21_400, "物流/催件", nil)...)
		s.set.climbs = true
		for range 9 {
			s.app.hist.Attempts = append(s.app.hist.Attempts, sim.Attempt{Rung: 30, Pass: true, InTime: true})
		}
		s.app.ended()
	},
}

func TestFrames(t *testing.T) {
	for name, set := range frames {
		for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s/%dx%d", name, size[0], size[1]), func(t *testing.T) {
				s := newStage(t)
				s.app.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				set(s)
				golden.RequireEqual(t, s.at(size[0], size[1]))
			})
		}
	}
}

// The widths of ambiguous characters hang on the locale in go-runewidth; nothing drawn here may.
func TestFramesDoNotHangOnTheLocale(t *testing.T) {
	was := runewidth.DefaultCondition.EastAsianWidth
	defer func() { runewidth.DefaultCondition.EastAsianWidth = was }()
	for name, set := range frames {
		var got [2]string
		for i, wide := range []bool{false, true} {
			runewidth.DefaultCondition.EastAsianWidth = wide
			s := newStage(t)
			s.app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			set(s)
			got[i] = s.at(80, 24)
		}
		if got[0] != got[1] {
			t.Errorf("%s differs:\n%s\n%s", name, got[0], got[1])
		}
	}
}

func TestEverySizeFits(t *testing.T) {
	for name, set := range frames {
		for w := leastWidth; w <= 200; w += 28 {
			for h := leastHeight; h <= 60; h += 11 {
				s := newStage(t)
				s.app.Update(tea.WindowSizeMsg{Width: w, Height: h})
				set(s)
				if s.at(w, h); t.Failed() {
					t.Fatalf("%s at %d×%d", name, w, h)
				}
			}
		}
	}
}

// With NO_COLOR only words and shapes are left: what colour tells must be there without it.
func TestColourAloneTellsNothing(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []string
	}{
		{"calm", []string{"还剩 23 秒"}}, {"warning", []string{"抓紧", "[1 物流/催件]"}}, {"urgent", []string{"快发"}},
		{"tags", []string{"▸打标签"}}, {"tags-arrows", []string{">4 质量/故障"}}, {"missed", []string{"时限过了"}}, {"home", []string{"▸ 首响速练"}},
		{"feedback-red", []string{"红线：过度承诺", "┗", "没达标"}}, {"feedback", []string{"╰", "达标"}},
	} {
		s := newStage(t)
		s.app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		frames[tt.name](s)
		for _, w := range tt.words {
			if f := s.at(80, 24); !strings.Contains(f, w) {
				t.Errorf("%s: no %q on\n%s", tt.name, w, f)
			}
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	for _, name := range []string{"calm", "feedback-open", "play", "debrief"} {
		b.Run(name, func(b *testing.B) {
			s := newStage(b)
			s.app.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
			frames[name](s)
			s.app.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
			b.ReportAllocs()
			for b.Loop() {
				s.app.View()
			}
		})
	}
}

func TestAWindowTooSmallIsOneLine(t *testing.T) {
	s := newStage(t)
	s.play(9_300, arrived(1, 0, nil)...).drilling()
	for _, size := range [][2]int{{59, 16}, {60, 15}, {20, 3}, {1, 1}} {
		f := s.at(size[0], size[1])
		if strings.Count(strings.TrimRight(f, "\n"), "\n") > 0 || strings.Contains(f, "cursor") {
			t.Errorf("%v: more than a line\n%s", size, f)
		}
	}
	if f := s.at(59, 16); !strings.Contains(f, "窗口太小（现在 59×16），请拉到 60×16 以上") {
		t.Error(f)
	}
}
