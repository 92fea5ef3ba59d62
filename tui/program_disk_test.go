package tui

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/sim/journal"
)

// blocked makes the data folder one that takes nothing until the way is cleared.
func blocked(g *program) {
	g.dir = filepath.Join(g.dir, "data")
	if err := os.WriteFile(g.dir, nil, 0o600); err != nil {
		g.t.Fatal(err)
	}
}

func (g *program) clear() {
	if err := os.Remove(g.dir); err != nil {
		g.t.Fatal(err)
	}
}

// closed fails unless every log is on disk to its last line.
func (g *program) closed() {
	g.t.Helper()
	for _, w := range g.logs {
		log, err := journal.Read(w.Path())
		if err != nil {
			g.t.Fatal(err)
		}
		if log.Torn || !log.Replay().Closed {
			g.t.Errorf("%s has no end", w.Path())
		}
	}
}

const diskBanner = "! 练习记录暂时存不进"

func TestWhatADiskRefusedIsABannerOnEveryScreenUntilItIsWritten(t *testing.T) {
	run(t, Start{}, blocked, func(g *program) {
		g.keys("enter")
		g.wait(burst)
		g.see(diskBanner, "还剩 30 秒")
		g.answer()
		g.see(diskBanner, "可以这么回")
		g.keys("esc")
		g.see(diskBanner, "练了")
		g.keys("esc")
		g.see(diskBanner, textSlogan)
		g.keys("down", "down", "enter")
		g.see(diskBanner, textCatalog)
		g.keys("esc")
		g.clear()
		g.wait(2 * retry)
		g.keys("down")
		g.missing(diskBanner)
		g.closed()
	})
}

func TestWhatADiskRefusedIsWrittenInTheNextCardToo(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 2, Seed: 3, NoTag: true}}, blocked, func(g *program) {
		g.answer()
		g.see(diskBanner)
		g.clear()
		g.keys("enter")
		g.missing(diskBanner)
		g.answer()
		g.keys("enter", "esc")
		g.closed()
	})
}

func TestARunningClockWritesWhatWaitsByItself(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3, NoTag: true}}, blocked, func(g *program) {
		g.wait(burst)
		g.see(diskBanner)
		g.clear()
		g.wait(2 * time.Second)
		g.missing(diskBanner)
	})
}

func TestSpaceMadeWhileAtHomeIsUsedByTheEndOfTheProgram(t *testing.T) {
	run(t, Start{}, blocked, func(g *program) {
		g.keys("enter")
		g.answer()
		g.keys("esc", "esc")
		g.see(diskBanner, textSlogan)
		g.clear()
		for _, k := range g.app.left.Sessions { // what is done with them after the program
			if err := k.Log.Close(); err != nil {
				t.Error(err)
			}
		}
		g.closed()
	})
}

func TestAFolderThatIsDeletedInMidSetIsABannerAndANewFile(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 2, Seed: 3, NoTag: true}}, nil, func(g *program) {
		g.answer()
		if err := os.RemoveAll(filepath.Join(g.dir, "sessions")); err != nil {
			t.Fatal(err)
		}
		g.keys("enter")
		g.see("! 练习记录被移走、删掉或清空过，已经从头重写了一份")
		g.answer()
		g.keys("enter", "esc")
		g.closed()
	})
}

func TestTheBannerIsInASmallWindowToo(t *testing.T) {
	run(t, Start{Drill: &DrillOptions{Cards: 1, Seed: 3, NoTag: true}}, blocked, func(g *program) {
		g.wait(burst)
		g.send(tea.WindowSizeMsg{Width: 40, Height: 10})
		g.see("窗口太小", diskBanner)
	})
}

func TestAProfileThatCouldNotBeSavedIsSavedLater(t *testing.T) {
	full := true
	refuse := func(g *program) {
		save := g.env.SaveProfile
		g.env.SaveProfile = func(p Profile) error {
			if full {
				return errors.New("磁盘满了")
			}
			return save(p)
		}
	}
	run(t, Start{}, refuse, func(g *program) {
		g.env.Profile.Rung = 25
		g.send(savedMsg{g.env.SaveProfile(g.env.Profile)})
		g.wait(2 * retry)
		g.keys("down")
		g.see("! 设置没存上：磁盘满了")
		if !g.app.left.Unsaved {
			t.Error("the end of the program does not know")
		}
		full = false
		g.wait(2 * retry)
		g.keys("down")
		g.missing("设置没存上")
		if len(g.saved) != 1 || g.saved[0].Rung != 25 || g.app.left.Unsaved {
			t.Errorf("saved %v", g.saved)
		}
	})
}
