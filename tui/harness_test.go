package tui

import (
	"io"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// These tests run the whole program in a bubble of fake time, so a minute takes none and 29.999 s is exactly that.

type program struct {
	t       *testing.T
	app     *App
	env     *Env
	p       *tea.Program
	done    chan struct{}
	jump    atomic.Int64 // ns the machine slept
	saved   []Profile
	logs    []*journal.Writer
	past    History
	phrases []string
	dir     string
	err     error
	fails   bool // an error is expected
}

// run plays a program from its first frame to its end.
func run(t *testing.T, start Start, setup func(*program), play func(*program)) {
	t.Helper()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		g := &program{t: t, done: make(chan struct{}), dir: dir}
		g.env = &Env{
			Now:         func() time.Time { return time.Now().Add(time.Duration(g.jump.Load())) },
			Load:        func() (*scenarios.Library, *scoring.Scorer) { return testLibrary(t), scoring.Default() },
			History:     func() History { return g.past },
			SaveProfile: func(p Profile) error { g.saved = append(g.saved, p); return nil },
			NewLog: func(h journal.Header, at time.Time) *journal.Writer {
				w := journal.Create(g.dir, h, at)
				g.logs = append(g.logs, w)
				return w
			},
			NewSession: func(now time.Time) string { return now.UTC().Format("20060102T150405Z") + "-00000001" },
			NewSeed:    func() uint64 { return 7 },
			Pasts:      func() map[string]report.Past { return nil },
			Phrases:    func() []string { return g.phrases },
			KeepPhrase: func(text string) error { g.phrases = append(g.phrases, text); return nil },
			Profile:    Profile{Name: "小林", Rung: 30},
		}
		if setup != nil {
			setup(g)
		}
		g.app = newApp(g.env, start)
		g.p = tea.NewProgram(g.app, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(),
			tea.WithWindowSize(80, 24), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		go func() {
			defer close(g.done)
			_, g.err = g.p.Run()
			g.app.closeSet("signal")
		}()
		synctest.Wait()
		defer func() {
			g.p.Send(tea.Quit())
			<-g.done
			time.Sleep(2 * heartbeat) // the tick under way comes to nobody
			if g.err != nil && !g.fails {
				t.Error(g.err)
			}
		}()
		play(g)
	})
}

// testLibrary is three customers with the same matter and different tags.
func testLibrary(t testing.TB) *scenarios.Library {
	lib := &scenarios.Library{}
	pack := &scenarios.Pack{Name: "测试", Tags: []string{"物流/催件", "退款/进度", "质量/故障"}}
	for i, tag := range pack.Tags {
		sc := parcel()
		sc.ID, sc.Tag, sc.Pack = "t-"+string(rune('1'+i)), tag, pack
		m, problems := scoring.Default().Compile(scoring.Brief{
			Burst: []string{"我的快递三天没动了！", "给孩子的生日礼物，明天就要用！"}, Emotion: "着急",
			Situation: []string{"三天", "生日", "孩子"}, Can: sc.Can, CanKnown: true,
		})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		sc.Turns[0].Matter = m
		lib.Scenarios = append(lib.Scenarios, sc)
	}
	lib.Packs = []*scenarios.Pack{pack}
	return lib
}

func (g *program) send(msg tea.Msg) { g.p.Send(msg); synctest.Wait() }

// keys presses keys by name, or types text, with time between them.
func (g *program) keys(names ...string) {
	for _, n := range names {
		g.send(pressOf(n))
	}
}

// write commits a text at once, as an IME does.
func (g *program) write(text string) { g.send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text}) }

// wait lets time pass. The message before it orders what the test has read before what the program then writes.
func (g *program) wait(d time.Duration) {
	g.p.Send(fence{})
	time.Sleep(d)
	synctest.Wait()
}

type fence struct{}

func (g *program) frame() string {
	return plainFrame(g.t, g.app.View(), g.app.w, g.app.h, g.app.ui.method)
}

func (g *program) see(want ...string) {
	g.t.Helper()
	f := g.frame()
	for _, w := range want {
		if !strings.Contains(f, w) {
			g.t.Fatalf("no %q on\n%s", w, f)
		}
	}
}

func (g *program) missing(not string) {
	g.t.Helper()
	if f := g.frame(); strings.Contains(f, not) {
		g.t.Fatalf("%q on\n%s", not, f)
	}
}

func (g *program) chat() *sim.Chat { return g.app.set.chat() }

// log is the text of the last session's file.
func (g *program) log() string {
	data, err := os.ReadFile(g.logs[len(g.logs)-1].Path())
	if err != nil {
		g.t.Fatal(err)
	}
	return string(data)
}

const (
	burst     = 2000 * time.Millisecond // of parcel
	goodWords = "孩子明天生日，礼物还卡在路上，急人"
	goodDeeds = "我现在催中转站，10分钟内回您"
)

// answer plays one card with a good reply, up to its feedback.
func (g *program) answer() {
	g.wait(burst)
	g.write(goodWords)
	g.keys("enter")
	g.write(goodDeeds)
	g.keys("enter", "enter")
	g.wait(time.Second)
}
