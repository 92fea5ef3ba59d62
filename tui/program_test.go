package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
)

func TestTheClockStartsWithTheLastMessage(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.see("首响速练", "限 30 秒")
		g.keys("enter")
		g.wait(900 * time.Millisecond)
		g.see("我的快递三天没动了！", "正在输入…", "等他说完再计时")
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
		g.send(tea.WindowSizeMsg{Width: 80, Height: 10})
		g.see("还剩 30 秒")
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
		g.jump.Store(int64(time.Hour))
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
