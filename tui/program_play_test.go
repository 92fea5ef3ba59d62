package tui

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
)

const (
	sayings   = 2 * time.Second // of the script's opening
	laterSays = time.Second     // of every later turn
	talkHeart = "血压计开不了机，三个客服推来推去，换谁都火"
	talkDeed  = "我现在调签收记录，5分钟回您"
	talkOffer = "给您换新，48小时内发出"
)

// talk starts the script as the command line would.
func talk(t *testing.T, setup func(*program), play func(*program)) {
	t.Helper()
	run(t, Start{Play: &PlayOptions{Scenario: script(t)}}, setup, play)
}

// reply sends bubbles and says that this is all.
func (g *program) reply(bubbles ...string) {
	for _, b := range bubbles {
		g.write(b)
		g.keys("enter")
	}
	g.keys("enter")
}

// win plays the script to its best end.
func (g *program) win() {
	g.wait(sayings)
	g.keys("1")
	g.reply(talkHeart, talkDeed)
	g.wait(laterSays)
	g.reply(talkOffer)
	g.wait(time.Second)
}

func TestAConversationIsPlayedToItsEndAndLookedBackOn(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.see("还剩 30 秒", "打标签", "后台", "心情 很不满 ▂ 3/10")
		g.keys("1")
		g.wait(4 * time.Second)
		g.reply(talkHeart, talkDeed)
		g.see("心情 不太满意 ▃ 5/10 ↑2", "正在输入…")
		g.wait(laterSays)
		g.see("你打算怎么办？", "还剩 60 秒")
		g.missing("打标签")
		g.reply(talkOffer)
		g.see("行，总算碰上个办事的。", "★★★★★", "Enter 填工单")
		g.keys("enter") // the hand was still on the key
		g.see("★★★★★")
		g.wait(time.Second)
		g.keys("enter")
		g.see("▸谁", "Enter 下一格")
		for _, text := range []string{"陈女士，尾号8827", "血压计", "换新"} {
			g.write(text)
			g.keys("enter")
		}
		g.see("3 格里对了 3 格", "对")
		g.keys("enter")
		g.see("复盘", "★★★★★", "情绪安抚", "方案协商", "3 → 5 → 7", "3 格里对了 3 格")
		g.keys("enter")
		g.see("100 分 达标", "4.0 秒接上")
		g.keys("pgdown")
		g.see("可以这么回", "走到哪", "没走的", "“碰红线”：去“升级”")
		g.keys("esc", "esc")
		g.see("▸ 首响速练")
		log := g.log()
		for _, want := range []string{`"csat":5,"ending":"满意"`, `"right":"who,what,how"`, `"reason":"done"`, `"mode":"play"`} {
			if !strings.Contains(log, want) {
				t.Errorf("no %s in\n%s", want, log)
			}
		}
	})
}

func TestSilenceNagsAtExactTimesAndEndsInACollapse(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings + 29*time.Second)
		g.see("快发  1 秒")
		g.wait(time.Second)
		g.see("人呢？？", "2/10 ↓1", "时限过了，照样回")
		g.wait(30 * time.Second)
		g.see("又不理人是吧", "1/10")
		g.wait(39 * time.Second)
		g.missing("截图了")
		g.wait(time.Second)
		g.see("行，截图了", "12315见", "★☆☆☆☆ 谈崩了")
		for _, want := range []string{
			`{"at":32000,"ev":"miss"`, `{"at":32000,"ev":"nudge"`, `{"at":62000,"ev":"nudge"`, `{"at":102000,"ev":"nudge"`,
			`{"at":102000,"ev":"end","chat":1,"outcome":"collapse","csat":1`,
		} {
			if log := g.log(); !strings.Contains(log, want) {
				t.Errorf("no %s in\n%s", want, log)
			}
		}
		g.keys("pgup")
		g.wait(time.Second)
		g.keys("enter")
		g.see("工单")
		g.keys("esc")
		g.see("复盘", "（没有回）")
		g.keys("enter")
		g.see("催了")
	})
}

func TestTheKnowledgeBaseIsSearchedWhileTheClockRuns(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1")
		g.write("稍等")
		g.keys("ctrl+k")
		g.see("知识库", "已过期（到 1999-12-31）", "还没生效（2030-01-01 起）", "后台", "还剩 30 秒")
		g.write("换新")
		g.write(" -补偿")
		g.wait(3 * time.Second)
		g.see("知识库 ┃ 换新 -补偿", "运费由我们出", "还剩 27 秒", "查 3.0")
		g.missing("补偿上限")
		g.keys("enter")
		g.see("┃ 稍等", "查 3.0")
		g.missing("运费由我们出")
		if log := g.log(); !strings.Contains(log, `{"at":2000,"ev":"lookup","chat":1,"open":true}`) ||
			!strings.Contains(log, `{"at":5000,"ev":"lookup","chat":1,"open":false,"query":"换新 -补偿"}`) {
			t.Error(log)
		}
		g.keys("ctrl+k", "ctrl+l")
		g.see("我答应的", "还没有")
		if g.chat().LookupAt >= 0 {
			t.Error("the 知识库 counts on behind another pane")
		}
		g.keys("ctrl+l")
		g.missing("还没有")
	})
}

func TestASlotLeftOpenIsARedLineAndItsOriginIsKept(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1", "ctrl+p")
		g.see("快捷语", "▸ 回话")
		g.keys("enter")
		g.see("{称呼}，{事项}我{时限}前回您", "Tab 下一个空")
		g.write("陈女士")
		g.keys("tab")
		g.write("血压计的事")
		g.see("陈女士，血压计的事我{时限}前回您")
		g.keys("enter", "enter")
		log := g.log()
		for _, want := range []string{`"ev":"phrase","chat":1,"key":"回话"`, `"open_slot":true`, `"typed":8,"phrased":9`, "空格没填"} {
			if !strings.Contains(log, want) {
				t.Errorf("no %s in\n%s", want, log)
			}
		}
	})
}

func TestLeavingAsksAndKeeps(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1", "esc")
		g.see("记作中断", "▸ 接着谈")
		g.keys("enter")
		g.missing("记作中断")
		g.keys("esc", "right", "enter")
		g.see("▸ 首响速练")
		if log := g.log(); !strings.Contains(log, `"outcome":"quit"`) || strings.Contains(log, "csat") || !strings.Contains(log, `"reason":"quit"`) {
			t.Error(log)
		}
	})
}

func TestAPauseCoversTheTextAndStopsTheClock(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1", "ctrl+o")
		g.see("暂停中")
		g.missing("血压计")
		g.wait(time.Minute)
		g.keys("ctrl+o")
		g.see("血压计", "还剩 30 秒")
	})
}

func TestAPromiseIsListedInFastMotionAndKept(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1")
		g.reply(talkHeart, talkDeed)
		g.wait(3 * time.Second)
		g.keys("ctrl+l")
		g.see("我答应的", "还有 27 秒（算 5 分钟）")
		g.wait(10 * time.Second)
		g.see("还有 17 秒（算 3 分钟）")
		g.keys("esc")
		g.reply(talkOffer)
		if p := g.chat().Pledges[0]; p.How != "kept" {
			t.Errorf("pledge %+v", p)
		}
	})
}

func TestASleepingMachineVoidsTheConversation(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.jump.Store(int64(time.Hour))
		g.wait(2 * time.Second)
		g.see("这场对话不算", "▸ 从头再谈")
		g.wait(time.Second)
		g.keys("enter")
		g.wait(sayings)
		g.see("还剩 30 秒")
		if len(g.logs) != 2 || g.chat().Outcome != "" {
			t.Errorf("%d logs", len(g.logs))
		}
	})
}

func TestReplayedLogsOfAConversationGiveTheSameState(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.win()
		var st sim.State
		for _, e := range g.app.set.events {
			st = sim.Evolve(st, e)
		}
		if have, want := st.Last(), g.chat(); have.CSAT != want.CSAT || len(have.Steps) != len(want.Steps) || have.Mood != want.Mood {
			t.Errorf("from the kept events %+v, live %+v", have, want)
		}
	})
}

func TestAGreetingInAnyTurnStopsNoClockAndTheHeldNoticeGoes(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(time.Second)
		g.keys("1")
		g.write(talkHeart)
		g.keys("enter")
		g.see("等他说完再发")
		g.wait(time.Second)
		g.keys("enter") // sends what was held
		g.write(talkDeed)
		g.keys("enter", "enter")
		g.missing("等他说完再发")
		g.wait(laterSays + 3*time.Second)
		g.reply("您好，在的")
		g.see("平台口径：3 秒已响应", "还剩 57 秒")
		if n := len(g.chat().Steps); n != 1 {
			t.Errorf("%d steps: a greeting ended a turn", n)
		}
	})
}

func TestTheTranscriptScrolls(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1")
		for range 12 {
			g.write("您好，在的")
			g.keys("enter", "enter")
		}
		g.missing("我给我妈买的血压计")
		g.see("PgUp 翻看")
		g.keys("pgup", "pgup")
		g.see("我给我妈买的血压计")
		g.keys("pgdown", "pgdown")
		g.missing("我给我妈买的血压计")
	})
}

func TestAHintIsLogged(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1", "ctrl+g")
		g.see("提示：先接住“推来推去”。")
		if !strings.Contains(g.log(), `"ev":"hint"`) {
			t.Error(g.log())
		}
	})
}

func TestPastesGoWhereTheCursorIsAndCountAsPasted(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.wait(sayings)
		g.keys("1", "ctrl+k")
		g.send(tea.PasteMsg{Content: "换\n新"})
		g.see("知识库 ┃ 换 新")
		g.keys("ctrl+p")
		g.send(tea.PasteMsg{Content: "飞机"})
		g.keys("esc")
		g.send(tea.PasteMsg{Content: talkHeart + "，" + talkDeed})
		g.keys("enter", "enter")
		g.missing("飞机")
		g.wait(laterSays)
		g.send(tea.PasteMsg{Content: talkOffer})
		g.keys("enter", "enter")
		g.send(tea.PasteMsg{Content: "没有框可贴"})
		g.wait(time.Second)
		g.keys("enter")
		g.send(tea.PasteMsg{Content: "陈女士\n8827"})
		g.see("┃ 陈女士 8827")
		if c := g.chat(); c.Typed != 0 || c.Pasted != 48 {
			t.Errorf("%d typed, %d pasted", c.Typed, c.Pasted)
		}
	})
}

// Whatever is pressed, whenever: every frame fits, the log replays to what the screen showed, and the program ends.
func TestAnyKeysAtAnyTimeBreakNothing(t *testing.T) {
	keys := []string{
		"enter", "enter", "esc", "tab", "up", "down", "left", "right", "pgup", "pgdown", "backspace", "f5", "1", "换新", "您好，在的",
		talkHeart, talkDeed, talkOffer, "您先别激动", "{", "ctrl+k", "ctrl+p", "ctrl+l", "ctrl+b", "ctrl+g", "ctrl+o", "ctrl+o", "ctrl+r",
		"ctrl+e", "ctrl+j", "ctrl+t",
	}
	for seed := range uint64(6) {
		talk(t, func(g *program) {
			load := g.env.Load
			g.env.Load = func() (*scenarios.Library, *scoring.Scorer) {
				lib, scorer := load()
				lib.Scenarios = append(lib.Scenarios, script(t))
				return lib, scorer
			}
		}, func(g *program) {
			r := rand.New(rand.NewPCG(seed, 1))
			sizes := [][2]int{{60, 16}, {80, 24}, {100, 24}, {140, 50}, {40, 10}}
			for range 250 {
				switch r.IntN(10) {
				case 0:
					size := sizes[r.IntN(len(sizes))]
					g.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				case 1, 2, 3:
					g.wait(time.Duration(r.IntN(9000)) * time.Millisecond)
				}
				if _, home := g.app.scr.(*home); home {
					g.send(playMsg{})
				}
				g.keys(keys[r.IntN(len(keys))])
				if g.frame(); t.Failed() {
					t.Fatalf("seed %d", seed)
				}
			}
			if g.app.set != nil {
				var st sim.State
				for _, e := range g.app.set.events {
					st = sim.Evolve(st, e)
				}
				if !reflect.DeepEqual(st, *g.app.set.state()) {
					t.Errorf("seed %d: the kept events lead elsewhere", seed)
				}
			}
		})
	}
}
