package tui

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/tui/replybox"
)

func TestAStepPlayedAgainIsASessionThatNamesItsParent(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.win()
		g.keys("enter", "esc", "down")
		parent := g.app.set.sit.Session.ID
		g.keys("ctrl+r")
		g.see("情景对练 · 再来一次", "你打算怎么办？", talkHeart, "还剩 60 秒", "5/10")
		g.reply("您别催了")
		g.wait(time.Second)
		log := g.log()
		if len(g.logs) != 2 || !strings.Contains(log, `"parent":"`+parent+`"`) || !strings.Contains(log, talkDeed) || strings.Contains(log, talkOffer) {
			t.Errorf("%d logs, the last:\n%s", len(g.logs), log)
		}
		if n := len(g.chat().Steps); n != 2 {
			t.Errorf("%d steps, want the one before and the new one", n)
		}
		g.keys("esc", "right", "enter")
		if kept := g.app.left.Sessions; len(kept) != 2 {
			t.Errorf("%d sessions kept", len(kept))
		}
	})
}

func TestAGoodReplyIsKeptAsAPhrase(t *testing.T) {
	talk(t, nil, func(g *program) {
		g.win()
		g.keys("enter", "esc", "ctrl+e")
		g.see("存好了")
		if len(g.phrases) != 1 || g.phrases[0] != talkHeart+"\n"+talkDeed {
			t.Fatalf("phrases %q", g.phrases)
		}
		g.keys("ctrl+r", "ctrl+p", "up")
		g.see("▸ 我的     " + talkHeart)
		g.keys("enter")
		g.see("┃ " + talkHeart)
	})
	refuses := func(g *program) { g.env.KeepPhrase = func(string) error { return errors.New("磁盘满了") } }
	run(t, Start{Drill: &DrillOptions{Cards: 2, Seed: 3, NoTag: true}}, refuses, func(g *program) {
		g.answer()
		g.keys("ctrl+e")
		g.see("没存上：磁盘满了")
		g.keys("enter")
		g.wait(burst)
		g.reply("您好，马上给您处理")
		g.wait(40 * time.Second)
		g.keys("ctrl+e")
		g.missing("没存上")
	})
}

func TestHomeLeadsToThePickerAndItToAConversation(t *testing.T) {
	scripts := func(g *program) {
		load := g.env.Load
		g.env.Load = func() (*scenarios.Library, *scoring.Scorer) {
			lib, scorer := load()
			lib.Scenarios = append(lib.Scenarios, script(t))
			return lib, scorer
		}
	}
	run(t, Start{}, scripts, func(g *program) {
		g.keys("down", "enter")
		g.see("情景对练", "▸ 血压计开不了机", "1 个里的 1 个")
		g.write("酒店")
		g.see("没有符合的情景")
		g.keys("enter")
		g.see("没有符合的情景")
		g.keys("backspace", "backspace", "tab", "right")
		g.see("‹质量/故障›", "▸ 血压计开不了机")
		g.keys("enter")
		g.wait(sayings)
		g.see("还剩 30 秒", "打标签")
	})
	run(t, Start{Play: &PlayOptions{NoTag: true}}, scripts, func(g *program) {
		g.see("▸ 血压计开不了机")
		g.keys("enter")
		g.wait(sayings)
		g.missing("打标签")
	})
	run(t, Start{Play: &PlayOptions{}}, nil, func(g *program) {
		g.see("一个能谈的情景也没有读到")
		g.keys("enter", "up", "tab", "right", "esc")
		g.see("▸ 首响速练")
	})
}

func TestF5ReadsTheFileAnewAndStartsOver(t *testing.T) {
	next, problems := script(t), []problem.Problem(nil)
	next.Title, next.Hash = "改过的", "other"
	run(t, Start{Play: &PlayOptions{Scenario: script(t), File: "p.toml"}}, func(g *program) {
		g.env.Reload = func() (*scenarios.Scenario, []problem.Problem) { return next, problems }
	}, func(g *program) {
		g.wait(sayings)
		changed := next
		next, problems = nil, []problem.Problem{{Code: "S02", Severity: problem.Error, File: "p.toml", Line: 3, Col: 2, Message: "引号没有配对"}}
		g.keys("f5")
		g.see("先接着用原来的", "p.toml:3:2: 错误[S02]: 引号没有配对", "还剩 30 秒")
		g.keys("enter")
		next, problems = script(t), nil
		g.keys("f5")
		g.see("文件没有变")
		g.keys("enter")
		if len(g.logs) != 1 {
			t.Fatal("started over without need")
		}
		next.Pack = &scenarios.Pack{Hash: "pack.toml says something else"}
		g.keys("f5")
		g.wait(sayings)
		if len(g.logs) != 2 {
			t.Fatal("a changed pack.toml was not noticed")
		}
		next = changed
		g.keys("f5")
		g.wait(sayings)
		if c := g.chat(); len(g.logs) != 3 || c.Title != "改过的" || len(c.Steps) > 0 {
			t.Errorf("%d logs, chat %+v", len(g.logs), c)
		}
		first, err := os.ReadFile(g.logs[0].Path())
		if err != nil || !strings.Contains(string(first), `"reason":"quit"`) {
			t.Errorf("%v\n%s", err, first)
		}
	})
}

func TestATicketWithWordsInItIsNotThrownAwayUnasked(t *testing.T) {
	tk := &ticket{boxes: []*replybox.Box{replybox.New(20, 1), replybox.New(20, 1)}}
	if _, left := tk.leave()().(filedMsg); !left {
		t.Error("an empty form is left without a word")
	}
	tk.boxes[1].Insert("血压计")
	if _, asked := tk.leave()().(askMsg); !asked {
		t.Error("what was written is given up without asking")
	}
}
