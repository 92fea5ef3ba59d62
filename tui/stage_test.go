package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shouxiang/scoring/fact"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
)

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
		Pasts:      func() map[string]report.Past { return nil },
		Phrases:    func() []string { return nil },
		KeepPhrase: func(string) error { return nil },
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
	return plainFrame(s.t, s.app.View(), w, h, s.app.ui.method)
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
		"pgdown": {Code: tea.KeyPgDown}, "backspace": {Code: tea.KeyBackspace}, "f5": {Code: tea.KeyF5},
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
func plainFrame(t testing.TB, v tea.View, w, h int, m ansi.Method) string {
	t.Helper()
	lines := strings.Split(v.Content, "\n")
	if len(lines) > h {
		t.Errorf("%d rows do not fit in %d", len(lines), h)
	}
	for i, line := range lines {
		if n := m.StringWidth(line); n > w {
			t.Errorf("row %d takes %d of %d cells: %s", i, n, w, ansi.Strip(line))
		}
	}
	buf := uv.NewScreenBuffer(w, h)
	buf.Method = m
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
			Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline),
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

// trial makes the session the one of the first run.
func (s *stage) trial() *stage {
	s.set.sit.Session.Mode, s.set.sit.Session.Cards = sim.FirstRun, 3
	s.app.ui.env.FirstRun = true
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
