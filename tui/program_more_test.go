package tui

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
)

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
		g.see("! 练习记录暂时存不进", "补写", "还剩 30 秒", "┃")
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

func TestAnIMEMayCommitTheNameOfAKey(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		for _, word := range []string{"enter", "end", "tab", "esc", "ctrl+c", "？"} {
			g.write(word)
		}
		g.see("┃ enterendtabescctrl+c？\n")
	})
}

func TestTheReactionMayBeAnsweredOnceWithinItsOwnClock(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 3, Seed: 3, NoTag: true}}, nil, func(g *program) {
		g.wait(burst + 5*time.Second)
		g.write(goodWords)
		g.keys("enter", "enter")
		g.see("客户还想听你补一句", "还剩 30 秒", "Enter 不补了")
		g.wait(3 * time.Second)
		g.see("还剩 27 秒")
		g.write(goodDeeds)
		g.keys("enter", "enter")
		g.wait(time.Second)
		g.see("可以这么回", goodWords, goodDeeds, "首响 5.0 秒")
		g.keys("enter")

		g.wait(burst)
		g.write(goodWords)
		g.keys("enter", "enter", "enter") // says no
		g.see("可以这么回", "没达标")
	})
}

func TestAGreetingStopsNoClock(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst + 4*time.Second)
		g.write("您好，在的")
		g.keys("enter")
		g.wait(4 * time.Second)
		g.see("平台口径：4 秒已响应。客户：还没人管我。接着回。", "还剩 22 秒")
	})
}

func TestTheTimeLineHoldsMomentsAndAmountsButNoText(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		for _, word := range []string{"我们", "查"} {
			g.write(word)
			g.wait(340 * time.Millisecond)
		}
		g.keys("backspace")
		g.write("看")
		g.keys("enter")
		if log := g.log(); !strings.Contains(log, `"keys":"0+2,340+1,680-1,680+1"`) {
			t.Error(log)
		}
	})
}

func TestAProfileThatCannotBeSavedIsABanner(t *testing.T) {
	run(t, Start{}, nil, func(g *program) {
		g.send(savedMsg{errors.New("磁盘满了")})
		g.see("! 设置没存上：磁盘满了")
		g.send(savedMsg{})
		g.missing("设置没存上")
	})
}

func TestNoCardsAtAllIsSaidAndLeavesNoLog(t *testing.T) {
	empty := func(g *program) {
		g.env.FirstRun = true
		g.env.Load = func() (*scenarios.Library, *scoring.Scorer) { return &scenarios.Library{}, scoring.Default() }
	}
	run(t, Start{}, empty, func(g *program) {
		g.keys("enter")
		g.see("一道能练的题也没有读到", "▸ 知道了")
		g.keys("enter", "down", "down", "enter")
		g.see("能练 0 个")
		if len(g.logs) != 0 {
			t.Error("a log was opened")
		}
	})
}

func TestANumberInTheNameIsNotInTheLog(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 1}}, func(g *program) { g.env.Profile.Name = "小林13812345678" }, func(g *program) {
		g.answer()
		if log := g.log(); strings.Contains(log, "13812345678") || !strings.Contains(log, `"trainee":"小林***********"`) {
			t.Error(log)
		}
	})
}
