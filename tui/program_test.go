package tui

import (
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// These tests run the whole program in a bubble of fake time, so a minute takes none and 29.999 s is exactly that.

type program struct {
	t     *testing.T
	app   *App
	env   *Env
	p     *tea.Program
	done  chan struct{}
	jump  time.Duration // the machine slept so long
	saved []Profile
	logs  []*journal.Writer
	past  History
	dir   string
	err   error
	fails bool // an error is expected
}

// run plays a program from its first frame to its end.
func run(t *testing.T, start Start, setup func(*program), play func(*program)) {
	t.Helper()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		g := &program{t: t, done: make(chan struct{}), dir: dir}
		g.env = &Env{
			Now:         func() time.Time { return time.Now().Add(g.jump) },
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

func (g *program) wait(d time.Duration) { time.Sleep(d); synctest.Wait() }

func (g *program) frame() string { return plainFrame(g.t, g.app.View(), g.app.w, g.app.h) }

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

func TestTheClockStartsWithTheLastMessage(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.see("首响速练", "限 30 秒")
		g.keys("enter")
		g.wait(900 * time.Millisecond)
		g.see("我的快递三天没动了！", "正在输入…", "先不计时"[len("先不"):])
		g.missing("还剩")
		g.write("您好")
		g.keys("enter")
		g.see("客户还在输入，等他说完再发")
		if len(g.chat().Bubbles) != 0 {
			t.Error("a bubble left during the burst")
		}
		g.wait(burst - 900*time.Millisecond)
		g.see("还剩 30 秒", "┃ 您好")
		g.missing("正在输入")
		g.wait(time.Second)
		g.see("还剩 29 秒")
		g.wait(19 * time.Second)
		g.see("抓紧 10 秒")
		g.wait(5 * time.Second)
		g.see("快发  5 秒")
	})
}

func TestThirtySecondsToTheMillisecond(t *testing.T) {
	for _, tt := range []struct {
		after  time.Duration
		inTime bool
	}{{29_999 * time.Millisecond, true}, {30_000 * time.Millisecond, false}} {
		run(t, Start{}, nil, func(g *program) {
			g.keys("enter")
			g.wait(burst)
			g.keys("1")
			g.write(goodWords)
			g.wait(tt.after - 1)
			g.wait(1)
			g.keys("enter")
			c := g.chat()
			if c.First < 0 || c.FirstMs() != tt.after.Milliseconds() {
				t.Fatalf("first response after %d ms", c.FirstMs())
			}
			if c.Missed == tt.inTime {
				t.Errorf("at %s missed is %v", tt.after, c.Missed)
			}
			if g.wait(0); !tt.inTime {
				g.see("照样算分")
			} else {
				g.see("首响 30.0 秒")
			}
		})
	}
}

func TestAMissLeavesTheDraftAndTheCustomerNags(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.write("我在查")
		g.wait(30 * time.Second)
		g.see("在吗？？", "过了 30 秒", "┃ 我在查")
		g.wait(30 * time.Second)
		g.see("人呢")
		g.wait(120 * time.Second)
		g.see("客户走了", "0 分")
	})
}

func TestBubblesJoinAndFeedbackWaitsForQuiet(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst + 3*time.Second)
		g.keys("1")
		g.write(goodWords)
		g.keys("enter")
		g.see("停 4 秒也算说完")
		g.wait(3 * time.Second)
		g.write(goodDeeds)
		g.keys("enter")
		g.wait(4*time.Second + 100*time.Millisecond)
		g.see("分", "可以这么回")
		g.keys("enter")
		g.see("可以这么回") // too soon after it opened by itself
		g.wait(time.Second)
		g.keys("enter")
		g.see("2/10")
	})
}

func TestResizeAndATooSmallWindowKeepTheCard(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.write("孩子明天生日")
		for _, size := range [][2]int{{60, 16}, {200, 60}, {120, 40}} {
			g.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			g.see("孩子明天生日", "还剩")
		}
		g.send(tea.WindowSizeMsg{Width: 40, Height: 10})
		g.see("窗口太小")
		g.write("看不见的字")
		g.wait(10 * time.Second)
		g.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		g.see("还剩 20 秒", "┃ 孩子明天生日\n")
	})
}

func TestLeavingAsksAndTheLogIsClosed(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.keys("esc")
		g.see("还没练完", "▸ 接着练", "还剩")
		g.keys("enter")
		g.missing("还没练完")
		g.keys("ctrl+c", "right", "enter")
		g.see("场景一览")
		if log := g.log(); !strings.Contains(log, `"ev":"end","chat":1,"outcome":"quit"`) || !strings.Contains(log, `"ev":"close"`) {
			t.Error("the log has no end:\n", log)
		}
	})
}

func TestAnEndFromOutsideClosesTheLog(t *testing.T) {
	var log string
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.send(hangupMsg{})
		<-g.done
		log = g.log()
	})
	if !strings.Contains(log, `"ev":"close","chat":0,"reason":"signal"`) {
		t.Error("the log has no end:\n", log)
	}
}

func TestPauseCoversTheTextAndStopsTheClock(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst + 10*time.Second)
		g.write("孩子")
		g.keys("ctrl+o")
		g.see("暂停中")
		g.missing("快递")
		g.missing("┃ 孩子")
		g.wait(10 * time.Minute)
		g.write("偷看")
		g.keys("ctrl+o")
		g.see("还剩 20 秒", "┃ 孩子\n")
	})
}

func TestSleepVoidsTheCardAndAnotherTakesItsPlace(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst + 5*time.Second)
		g.jump = time.Hour
		g.wait(time.Second)
		g.see("这一题不算", "▸ 换一题")
		g.wait(time.Second)
		g.keys("enter")
		g.wait(burst)
		g.see("1/10", "还剩 30 秒")
		if first := &g.app.set.state().Chats[0]; first.Outcome != sim.OutcomeVoid || g.chat().N != 2 {
			t.Errorf("chat 1 ended %q, now at chat %d", first.Outcome, g.chat().N)
		}
	})
}

func TestFirstRunMeasuresSpeedAndOffersSixtySeconds(t *testing.T) {
	run(t, Start{}, func(g *program) { g.env.FirstRun, g.env.Profile = true, Profile{} }, func(g *program) {
		g.keys("enter")
		g.see("怎么称呼你")
		g.write("小林")
		g.keys("enter")
		for i := range 3 {
			g.wait(burst)
			g.see("先试三题", "不限时")
			g.missing("打标签")
			g.wait(300 * time.Second) // untimed: nobody leaves
			for _, r := range goodWords + "，" + goodDeeds {
				g.write(string(r))
				g.wait(time.Second)
			}
			g.keys("enter", "enter")
			g.wait(time.Second)
			g.missing("可以这么回")
			g.keys("enter")
			if i < 2 {
				g.missing("60 秒")
			}
		}
		g.see("你打字每分钟", "要不要试试 60 秒")
		g.keys("enter")
		g.wait(burst)
		g.see("1/10", "限 60", "打标签", "还剩 60 秒")
		if len(g.saved) != 1 || g.saved[0].Name != "小林" || g.saved[0].Rung != 60 || g.saved[0].Speed != 60 {
			t.Errorf("saved %+v", g.saved)
		}
	})
}

func TestADrillFromTheCommandLineOpensAtOnce(t *testing.T) {
	start := Start{Drill: &DrillOptions{Cards: 1, Limit: sim.Limit{Ms: 20_000}, LimitSet: true, Seed: 3, NoTag: true}}
	run(t, start, nil, func(g *program) {
		g.wait(burst)
		g.see("1/1", "限 20", "还剩 20 秒")
		g.missing("打标签")
	})
	run(t, Start{Drill: &DrillOptions{Cards: 1, Tag: "没有", Seed: 3}}, nil, func(g *program) {
		g.see("没有符合的题")
	})
}

func TestASetEndsWithItsSummaryAndAnotherSetFollows(t *testing.T) {
	start := Start{Drill: &DrillOptions{Cards: 2, Seed: 3, NoTag: true}}
	run(t, start, nil, func(g *program) {
		for range 2 {
			g.wait(burst)
			g.write(goodWords)
			g.keys("enter")
			g.write(goodDeeds)
			g.keys("enter", "enter")
			g.wait(time.Second)
			g.keys("enter")
		}
		g.see("小结", "练了 2 题")
		g.keys("enter")
		g.wait(burst)
		g.see("1/2", "还剩 30 秒")
		if len(g.app.left.Sessions) != 1 || len(g.app.hist.Attempts) != 2 {
			t.Errorf("%d sessions kept, %d attempts known", len(g.app.left.Sessions), len(g.app.hist.Attempts))
		}
	})
}

// answer plays one card with a good reply, up to its feedback.
func (g *program) answer() {
	g.wait(burst)
	g.write(goodWords)
	g.keys("enter")
	g.write(goodDeeds)
	g.keys("enter", "enter")
	g.wait(time.Second)
}

func TestRedoComparesAndDoesNotCount(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 2, Seed: 3, NoTag: true}}, nil, func(g *program) {
		g.wait(burst + 31*time.Second)
		g.write(goodWords + "，" + goodDeeds)
		g.keys("enter", "enter")
		g.wait(time.Second)
		g.see("没达标", "可以这么回")
		g.keys("ctrl+r")
		g.missing("可以这么回")
		g.see("再来一次")
		g.answer()
		g.see("第一次", "这一次", "时效 0→15", "可以这么回")
		g.keys("enter")
		g.see("2/2")
		if n := g.app.set.state().Played(); n != 1 {
			t.Errorf("%d cards count, want the first attempt only", n)
		}
	})
}

func TestDisputeIsTakenBackByTheSameKey(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3, NoTag: true}}, nil, func(g *program) {
		g.answer()
		g.keys("ctrl+t")
		g.see("等带教来看")
		if !g.chat().Disputed {
			t.Error("not disputed")
		}
		g.keys("ctrl+t")
		g.see("取消了")
		if g.chat().Disputed {
			t.Error("still disputed")
		}
	})
}

func TestTheLadderOnlyOffersAndTheAnswerIsKept(t *testing.T) {
	past := func(g *program) {
		for range 9 {
			g.past.Attempts = append(g.past.Attempts, sim.Attempt{Rung: 30, Pass: true, InTime: true})
		}
	}
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3, NoTag: true}}, past, func(g *program) {
		g.answer()
		g.keys("enter")
		g.see("要不要试试 20 秒", "▸ 试试 20 秒")
		if g.env.Profile.Rung != 30 {
			t.Error("moved unasked")
		}
		g.keys("enter")
		if len(g.saved) != 1 || g.saved[0].Rung != 20 || !strings.Contains(g.log(), `"ev":"ladder","chat":0,"from":30,"to":20`) {
			t.Errorf("saved %+v", g.saved)
		}
		g.keys("enter")
		g.wait(burst)
		g.see("限 20")
	})
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3, NoTag: true, Limit: sim.Limit{Ms: 30_000}, LimitSet: true}}, past, func(g *program) {
		g.answer()
		g.keys("enter")
		g.missing("要不要试试") // the limit was not the profile's
	})
}

func TestADiskThatRefusesIsABannerAndPlayGoesOn(t *testing.T) {
	file := func(g *program) {
		g.dir += "/file"
		if err := os.WriteFile(g.dir, nil, 0o600); err != nil {
			g.t.Fatal(err)
		}
	}
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3}}, file, func(g *program) {
		g.wait(burst)
		g.see("! 练习记录暂时存不进", "--data-dir", "还剩 30 秒", "┃")
		g.keys("1")
		g.answer()
		g.see("! 练习记录暂时存不进", "可以这么回")
		g.keys("enter", "esc")
		if kept := g.app.left.Sessions; len(kept) != 1 || kept[0].Log.Trouble() == nil {
			t.Error("the log must be handed on with its trouble")
		}
	})
}

// broken is a screen with a fault in it.
type broken struct{ *home }

func (broken) Update(tea.Msg) tea.Cmd { panic("a fault in a screen") }

func TestAPanicStillClosesTheLog(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.fails = true
		g.keys("enter")
		g.wait(burst)
		g.app.scr = broken{newHome(g.app.ui, History{})}
		g.send(pressOf("x"))
		<-g.done
		if g.err == nil || !strings.Contains(g.log(), `"ev":"close"`) {
			t.Errorf("err %v, log:\n%s", g.err, g.log())
		}
	})
}

func TestALongPasteIsKeptUpToTheLimitAndSaysSo(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.send(tea.PasteMsg{Content: strings.Repeat("孩子明天生日，", 400)})
		g.see("太长了，只留下前 2000 字", "还剩", "↑")
		g.keys("enter")
		if n := g.chat().Pasted; n != 2000 {
			t.Errorf("%d characters sent", n)
		}
	})
}
