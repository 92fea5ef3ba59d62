package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/mattn/go-runewidth"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
)

// The frames are drawn from states folded from events, so that they hang on nothing but the drawing.

var morning = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// stage is an App in front of a session that went through some events.
type stage struct {
	t   testing.TB
	app *App
	set *set
	now time.Time
}

func newStage(t testing.TB) *stage {
	st := &stage{t: t, now: morning}
	env := &Env{
		Now:         func() time.Time { return st.now },
		Load:        func() (*scenarios.Library, *scoring.Scorer) { return nil, nil },
		History:     func() History { return History{} },
		SaveProfile: func(Profile) error { return nil },
		NewLog: func(h journal.Header, at time.Time) *journal.Writer {
			return journal.Create(t.TempDir(), h, at)
		},
		NewSession: func(time.Time) string { return "s-1" },
		NewSeed:    func() uint64 { return 1 },
		Profile:    Profile{Name: "小林", Rung: 30, Speed: 62},
	}
	st.app = newApp(env, Start{})
	return st
}

// play folds events into a session in front of the App. The clock then stands at ms.
func (s *stage) play(ms int64, events ...sim.Event) *stage {
	s.now = morning.Add(time.Duration(ms) * time.Millisecond)
	ses := &sim.Session{
		ID: "s-1", Trainee: "小林", Mode: sim.Drill, Seed: 1, Deck: []*scenarios.Scenario{parcel()}, Cards: 10, Tagging: true,
	}
	log := s.app.ui.env.NewLog(journal.Header{Session: "s-1"}, morning)
	s.set = &set{ui: s.app.ui, sit: sitting.New(ses, log, morning), log: log}
	for _, e := range events {
		s.set.sit.State = sim.Evolve(s.set.sit.State, e)
	}
	s.app.set = s.set
	return s
}

// at shows the frame at a size, with the cell of the cursor.
func (s *stage) at(w, h int) string {
	s.app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return plainFrame(s.t, s.app.View(), w, h)
}

func (s *stage) keys(names ...string) *stage {
	for _, n := range names {
		s.now = s.now.Add(time.Second) // beyond any wait for quiet
		s.app.Update(pressOf(n))
	}
	return s
}

// pressOf is the message of a key by its name; anything that is no name is text.
func pressOf(name string) tea.KeyPressMsg {
	named := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "up": {Code: tea.KeyUp},
		"down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "pgup": {Code: tea.KeyPgUp},
		"pgdown": {Code: tea.KeyPgDown}, "backspace": {Code: tea.KeyBackspace},
	}
	if k, ok := named[name]; ok {
		return k
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// plainFrame is what a person sees: the cells of the terminal, trailing blanks cut.
func plainFrame(t testing.TB, v tea.View, w, h int) string {
	t.Helper()
	lines := strings.Split(v.Content, "\n")
	if len(lines) > h {
		t.Errorf("%d rows do not fit in %d", len(lines), h)
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			t.Errorf("row %d takes %d of %d cells: %s", i, n, w, ansi.Strip(line))
		}
	}
	buf := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(v.Content).Draw(buf, buf.Bounds())
	var out strings.Builder
	for _, line := range strings.Split(ansi.Strip(buf.Render()), "\n") {
		out.WriteString(strings.TrimRight(line, " \r") + "\n")
	}
	if v.Cursor != nil {
		fmt.Fprintf(&out, "cursor %d,%d\n", v.Cursor.X, v.Cursor.Y)
	}
	return out.String()
}

// parcel is a card as an author would write it.
func parcel() *scenarios.Scenario {
	return &scenarios.Scenario{
		ID: "t-1", Title: "快递三天没动", Tag: "物流/催件", Emotion: "着急", Intensity: 2, Level: "基础", Card: true,
		Background: "圆通，停在郑州中转站3天；订单尾号2046", Can: []string{"催件", "补发"},
		Customer: scenarios.Customer{Name: "糖糖妈咪_88"},
		Turns: []scenarios.Turn{{
			Say:  []scenarios.Line{{Text: "我的快递三天没动了！", After: 800}, {Text: "给孩子的生日礼物，明天就要用！", After: 1200}},
			Need: scoring.ElementSet(scoring.Empathy, scoring.Action, scoring.Deadline),
			Good: []scenarios.Example{{Text: "孩子明天生日，礼物还卡在路上，急人 // 我现在催中转站，10分钟内回您"}},
			Hint: "先点出“孩子明天生日”，再说你现在做什么、几分钟后回话。",
		}},
	}
}

const parcelTags = "物流/催件|物流/丢件|退款/进度|质量/故障|服务/态度"

// at and in make the stamps of events short to write.
func in(ms int64, chat int) sim.Stamp { return sim.Stamp{At: ms, Chat: chat} }

// arrived is a chat up to the start of its clock, which runs from from+2000.
func arrived(n int, from int64, change func(*sim.Arrived)) []sim.Event {
	a := sim.Arrived{
		Stamp: in(from, n), Scenario: "t-1", Pack: "测试", Title: "快递三天没动", Tag: "物流/催件", Emotion: "着急", Intensity: 2,
		Customer: "糖糖妈咪_88", Brief: "圆通，停在郑州中转站3天；订单尾号2046 · 你能办：催件、补发", Tags: parcelTags, Wait: 30_000,
		Next: from + 800,
	}
	if change != nil {
		change(&a)
	}
	clock := sim.ClockStarted{Stamp: in(from+2000, n), T0: from + 2000}
	if a.Wait > 0 {
		clock.Deadline, clock.Gone = from+2000+a.Wait, from+182_000
	}
	return []sim.Event{
		a, sim.Said{Stamp: in(from+800, n), Text: "我的快递三天没动了！", Kind: "burst", Next: from + 2000},
		sim.Said{Stamp: in(from+2000, n), Text: "给孩子的生日礼物，明天就要用！", Kind: "burst"}, clock,
	}
}

// answered is a whole card: tagged, typed, sent in two bubbles, graded.
func answered(n int, from, first int64, tag string, change func(*sim.Graded)) []sim.Event {
	g := sim.Graded{
		Stamp: in(from+2000+first+4000, n), Score: 90, Empathy: 30, Action: 40, Time: 15, Tag: 0, Manner: 5, Pass: true, InTime: true,
		First: first, EmpathyIs: 2, ActionIs: 2, Elements: "empathy,action,on_point,deadline",
	}
	if tag == "物流/催件" {
		g.Score, g.Tag = 100, 10
	}
	if change != nil {
		change(&g)
	}
	end := g.At
	return append(arrived(n, from, nil),
		sim.TagPicked{Stamp: in(from+8100, n), Tag: tag},
		sim.KeyPressed{Stamp: in(from+11_400, n), Draft: true},
		sim.Bubbled{Stamp: in(from+2000+first, n), Text: "孩子明天生日，礼物还卡在路上，急人", Typed: 17},
		sim.Bubbled{Stamp: in(from+2000+first+3000, n), Text: "我现在催中转站，10分钟内回您", Typed: 15},
		sim.Replied{Stamp: in(end, n), Text: "孩子明天生日，礼物还卡在路上，急人\n我现在催中转站，10分钟内回您", Bubbles: 2},
		g,
		sim.Found{Stamp: in(end, n), Rule: "code.on-point", Part: "on_point", Start: 0, End: 6, Points: 0, Why: "说到了他这件事"},
		sim.Found{Stamp: in(end, n), Rule: "emp.urgent", Part: "empathy", Start: 7, End: 17, Points: 30, Why: "说到他的事，也接住了感受"},
		sim.Found{Stamp: in(end, n), Rule: "card.who", Part: "action", Start: 18, End: 19, Points: 5, Why: "说了谁来办"},
		sim.Found{Stamp: in(end, n), Rule: "card.step", Part: "action", Start: 21, End: 25, Points: 15, Why: "说了办哪一步"},
		sim.Found{Stamp: in(end, n), Rule: "card.deadline", Part: "deadline", Start: 26, End: 31, Points: 12, Why: "说了多久"},
		sim.Found{Stamp: in(end, n), Rule: "card.echo", Part: "action", Start: 31, End: 33, Points: 8, Why: "说了怎么告诉他"},
		sim.Reacted{Stamp: in(end, n), Text: "好，那我等你10分钟"},
		sim.Ended{Stamp: in(end, n), Outcome: sim.OutcomeDone},
	)
}

func join(parts ...[]sim.Event) []sim.Event {
	var out []sim.Event
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func (s *stage) drilling() *stage {
	s.app.show(newDrill(s.app.ui, s.set))
	return s
}

func (s *stage) feedback() *stage {
	s.app.show(newFeedback(s.app.ui, s.set))
	return s
}

// type puts text in the box of the drill without the engine.
func (s *stage) typing(text string) *stage {
	d := s.app.scr.(*drill)
	d.onTags = false
	d.box.Insert(text)
	d.box.Delta()
	return s
}

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
		{"tags", []string{">1 物流/催件"}}, {"missed", []string{"时限过了"}}, {"home", []string{"▸ 首响速练"}},
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
	for _, name := range []string{"calm", "feedback-open"} {
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
