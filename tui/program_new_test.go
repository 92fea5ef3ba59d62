package tui

import (
	"errors"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
)

// desk is where the form of a test leads: what was written, and what refuses it.
type desk struct {
	wrote   atomic.Pointer[Proof]
	refuses error
}

// author runs the form over an empty folder.
func author(t *testing.T, d *desk, play func(*program)) {
	t.Helper()
	opt := form()
	opt.Write = func(p Proof) error {
		if d.refuses != nil {
			return d.refuses
		}
		d.wrote.Store(&p)
		return nil
	}
	run(t, Start{New: opt}, nil, play)
}

func (g *program) wizard() *wizard { return g.app.scr.(*wizard) }

// answers types answers, Enter after each.
func (g *program) answers(texts ...string) {
	for _, text := range texts {
		if text != "" {
			g.write(text)
		}
		g.keys("enter")
	}
}

// toLook answers everything for a card.
func (g *program) toLook() {
	g.keys("1", "enter")
	g.answers("阿宽在搬家", "", "纸箱没到")
	g.keys("1", "enter", "1", "enter", "4", "enter", "1", "enter")
	g.write("纸箱到底今天来不来")
	g.keys("ctrl+j")
	g.answers("搬家车三点到楼下", "尾号7716", "催派", "1小时", "", "纸箱没到，车三点就到，真够急人 // 我现在催派，10分钟内回您", "", "", "", "")
}

func TestACardIsWrittenFromTheFirstQuestionToTheLast(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.see("写一道新题", "第 1 问", "▸ 写哪一种")
		g.toLook()
		g.see("看一眼", "阿宽在搬家", "▌纸箱到底今天来不来", "▌搬家车三点到楼下", "没有问题", "会写成 快递班/纸箱没到.toml")
		g.keys("enter")
		g.see("看一眼") // Enter that came too soon did not write
		if d.wrote.Load() != nil {
			t.Fatal("written before anyone could look")
		}
		g.wait(quiet)
		g.keys("enter")
		<-g.done
		p := d.wrote.Load()
		if p == nil || !g.app.finished {
			t.Fatal("not written")
		}
		for _, line := range []string{
			`name = "阿宽在搬家"`, `emotion = "着急"`, "intensity = 4", `can = "催派"`, `within = "1小时"`, `  "搬家车三点到楼下",`,
			`  "纸箱没到，车三点就到，真够急人 // 我现在催派，10分钟内回您",`,
		} {
			if !strings.Contains(p.Text, line) {
				t.Errorf("no %s in\n%s", line, p.Text)
			}
		}
	})
}

func TestGoingBackChangesOneAnswerAndKeepsTheRest(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.toLook()
		g.keys("esc")
		g.see("▸ 存成什么文件", "PgDn 去看一眼")
		g.keys("pgup", "enter", "ctrl+u")
		g.write("老王")
		g.keys("pgdown")
		g.see("看一眼", "老王", "▌纸箱到底今天来不来")
		g.keys("esc", "pgup", "2", "enter")
		g.see("▸ 谁", "PgDn 去没写的")
		g.keys("pgdown")
		g.see("第 2 段 责任确认", "▸ 客户接着说")
		g.keys("pgup", "1", "enter", "pgdown")
		g.see("看一眼", "老王")
		if d := g.wizard().v.Draft(); d.Script || d.Turns[0].Good == "" {
			t.Errorf("%+v", d)
		}
	})
}

func TestAnAnswerThatCannotBeUsedWaitsWhereItWasTyped(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.toLook()
		g.keys("esc")
		for g.wizard().q().What != draft.AskWithin {
			g.keys("up")
		}
		g.keys("ctrl+u")
		g.write("快点")
		g.keys("up", "up")
		g.see(" ! 多久之内有用      快点")
		g.keys("pgdown") // the page is not shown before that is mended
		g.see("▸ 多久之内有用", "┃ 快点", "『快点』看不懂")
		g.keys("ctrl+u")
		g.answers("2小时")
		g.keys("pgdown")
		g.see("看一眼")
	})
}

func TestLeavingTheFormAsksOnlyWhenSomethingWouldBeLost(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.keys("ctrl+c")
		<-g.done
		if !g.app.finished {
			t.Error("asked although nothing was typed")
		}
	})
	author(t, &d, func(g *program) {
		g.keys("1", "enter")
		g.write("阿宽")
		g.keys("ctrl+c")
		g.see("不写了？写过的都不会留下", "▸ 接着写", "┃ 阿宽")
		g.keys("esc")
		g.missing("不写了？")
		g.keys("ctrl+c", "ctrl+c")
		<-g.done
		if d.wrote.Load() != nil || !g.app.finished {
			t.Error("left something, or did not leave")
		}
	})
	author(t, &d, func(g *program) {
		g.toLook()
		g.keys("ctrl+c")
		g.see("看一眼", "不写了？")
		g.keys("esc")
		g.send(tea.WindowSizeMsg{Width: 50, Height: 10})
		g.keys("ctrl+c")
		g.see("再按一次 Ctrl+C 就不写了")
	})
}

func TestWhatTheDiskRefusesIsSaidAndNothingIsLost(t *testing.T) {
	d := desk{refuses: errors.New("写不了 快递班/纸箱没到.toml：磁盘满了；换个名字或文件夹再来")}
	author(t, &d, func(g *program) {
		g.toLook()
		g.wait(quiet)
		g.keys("enter")
		g.see("! 写不了 快递班/纸箱没到.toml：磁盘满了", "Enter 写下来")
		g.keys("esc")
		g.answers("别的名字")
		g.see("会写成 快递班/别的名字.toml")
		d.refuses = nil
		g.wait(quiet)
		g.keys("enter")
		<-g.done
		if p := d.wrote.Load(); p == nil || p.Name != "别的名字.toml" {
			t.Errorf("wrote %+v", p)
		}
	})
}

func TestListsAreChosenByNumberArrowOrWord(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.keys("1", "enter")
		g.answers("阿宽", "", "纸箱没到")
		given := func(what draft.What) string { text, _ := g.wizard().v.Given(draft.Key{What: what}); return text }

		g.write("搬家/催派") // a word of one's own, and a digit in it
		g.keys("2", "up", "down")
		g.see("▸ ┃ 搬家/催派2")
		g.keys("enter")
		if tag := given(draft.AskTag); tag != "搬家/催派2" {
			t.Errorf("the tag is %q", tag)
		}

		g.keys("1") // points; 10 and 11 can follow
		g.see("▸ 什么情绪", "▸  1 着急")
		g.keys("1", "enter")
		if e := given(draft.AskEmotion); e != "平静" {
			t.Errorf("11 is %q", e)
		}
		g.see("▸ 多急")
		g.keys("up") // from the first choice to the question before
		g.see("▸ 什么情绪", "▸ 11 平静")
		g.keys("up", "up", "up", "enter")
		if e := given(draft.AskEmotion); e != "委屈" {
			t.Errorf("three up from 平静 is %q", e)
		}
		g.write("急")
		g.see("▸  3 急")
		g.keys("９") // there is no such choice
		g.see("▸ 多急", "▸  3 急")
		g.keys("down", "enter")
		if u := given(draft.AskUrgency); u != "很急" {
			t.Errorf("one down from 急 is %q", u)
		}
	})
}

func TestTheScorerSpeaksWhileAReplyIsWritten(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.keys("1", "enter")
		g.answers("阿宽在搬家", "", "纸箱没到")
		g.keys("1", "enter", "1", "enter", "4", "enter", "1", "enter")
		g.answers("纸箱到底今天来不来", "尾号7716", "", "", "")
		g.missing("评分")
		g.write("保证明天一定到")
		g.see("碰红线 过度承诺")
		g.keys("ctrl+u")
		g.missing("评分")
		g.send(tea.PasteMsg{Content: "纸箱没到，真够急人\n我现在催站点，10分钟内回您"})
		g.see("评分觉得这句达标了")
		g.keys("enter")
		g.write("纸箱没到，真够急人，我现在催站点，10分钟内回您")
		g.see("评分觉得这句达标了，它还不够坏")
		g.keys("ctrl+u")
		g.answers("稍等")
		g.see("▸ 它错在哪", "直接回车就照这个写")
		g.keys("up", "ctrl+u", "enter") // taken away again
		g.see("▸ 坏回复", "直接回车就不写了")
		if b := g.wizard().v.Draft().Turns[0].Bad; len(b) > 0 {
			t.Errorf("%v", b)
		}
	})
}

func TestTheFormTakesPastesAndOddTextWhole(t *testing.T) {
	var d desk
	author(t, &d, func(g *program) {
		g.send(tea.PasteMsg{Content: "1"}) // a list takes no paste
		g.see("▸ 写哪一种")
		g.keys("1", "enter")
		g.send(tea.PasteMsg{Content: "两行\n名字\x1b[31m\u202e"})
		g.see("┃ 两行 名字")
		g.keys("ctrl+u")
		g.write("👨‍👩‍👧您好")
		g.keys("backspace", "backspace", "backspace")
		if !g.wizard().box.Empty() {
			t.Errorf("left: %q", g.wizard().box.Value())
		}
		g.send(tea.PasteMsg{Content: strings.Repeat("长", boxLimit+1)})
		g.see("太长了，只留下前 2000 字")
	})
}

// Whatever keys come, in windows of whatever size, the form stands: rows and cursor inside it, one question in focus,
// and what was answered is a draft that loads.
func TestAnyKeysLeaveTheFormStanding(t *testing.T) {
	keys := []string{
		"enter", "enter", "enter", "enter", "enter", "enter", "esc", "up", "down", "left", "right", "pgup", "pgdown", "tab", "backspace",
		"ctrl+j", "ctrl+u", "ctrl+c", "1", "2", "9", "０", "长", "👨‍👩‍👧", "//", "\"", "\\", "，", "缺", "a",
	}
	texts := []string{"2小时", "缺行动，敷衍", "纸箱没到，真够急人 // 我现在催站点，10分钟内回您", "换新|", strings.Repeat("很长的一句，", 80)}
	for seed := range uint64(12) {
		s := newStage(t)
		s.app.show(newWizard(s.app.ui, form()))
		rnd := rand.New(rand.NewPCG(seed, 0))
		for range 300 {
			switch n := rnd.IntN(40); {
			case n == 0:
				s.at(leastWidth+rnd.IntN(100), leastHeight+rnd.IntN(40))
			case n == 1:
				s.app.Update(tea.PasteMsg{Content: "一\n二\x1b[31m"})
			case n < 10:
				s.into(texts[rnd.IntN(len(texts))])
			default:
				s.at(max(leastWidth, s.app.w), max(leastHeight, s.app.h))
				s.now = s.now.Add(quiet)
				_, cmd := s.app.Update(pressOf(keys[rnd.IntN(len(keys))]))
				for cmd != nil && !s.app.finished {
					_, cmd = s.app.Update(cmd())
				}
			}
			if s.app.finished {
				break
			}
			s.upright()
		}
		d := s.app.scr.(*wizard).v.Draft()
		d.ID = "x"
		for i := range d.Turns {
			if len(d.Turns[i].Say) == 0 {
				d.Turns[i].Say = []string{"在吗"}
			}
			if d.Turns[i].Good == "" {
				d.Turns[i].Good = "在的"
			}
		}
		if sc, _ := scenarios.ReadText("x.toml", d.TOML(), &scenarios.Pack{}); sc == nil {
			t.Fatalf("seed %d: no scenario:\n%s", seed, d.TOML())
		}
	}
}

// upright fails when something stands outside the window.
func (s *stage) upright() {
	s.t.Helper()
	w := s.app.scr.(*wizard)
	f := s.at(max(leastWidth, s.app.w), max(leastHeight, s.app.h)) // it checks the widths
	v := s.app.View()
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= s.app.w || c.Y < 2 || c.Y >= s.app.h-1) {
		s.t.Fatalf("the cursor is at %d,%d of %d×%d:\n%s", c.X, c.Y, s.app.w, s.app.h, f)
	}
	if w.look == nil && !strings.Contains(f, "▸ "+w.q().Role) && s.app.dialog == nil {
		s.t.Fatalf("%s is not in focus:\n%s", w.q().Role, f)
	}
	if w.look == nil && s.app.dialog == nil && (v.Cursor == nil) != w.listing() {
		s.t.Fatalf("cursor %v on\n%s", v.Cursor, f)
	}
}
