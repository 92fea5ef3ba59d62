package cli

import (
	"fmt"
	"time"

	"github.com/mattn/go-runewidth"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/tui"
)

// ladderLooks is how many first attempts the ladder looks back on.
const ladderLooks = 10

// home opens the home screen.
func (w *world) home(o *options) error { return w.screens(o, tui.Start{}) }

// screens runs the program on the terminal and says afterwards what was kept and where.
func (w *world) screens(o *options, start tui.Start) error {
	// Ambiguous characters such as “ and — are narrow on every terminal we draw on, whatever the locale says.
	runewidth.DefaultCondition.EastAsianWidth = false
	dir := w.dataFolder(o)
	profile, found := w.profile(o)
	env := &tui.Env{
		Now:         w.now,
		Load:        func() (*scenarios.Library, *scoring.Scorer) { return w.library(o), scoring.Default() },
		History:     func() tui.History { return history(dir) },
		Profile:     profile,
		FirstRun:    !found,
		SaveProfile: func(p tui.Profile) error { return changeProfile(dir, profile, p) },
		NewLog: func(h journal.Header, started time.Time) *journal.Writer {
			h.App, h.Version = "shouxiang", Version
			return journal.Create(dir, h, started)
		},
		NewSession: newSession,
		NewSeed:    newSeed,
		Pasts:      func() map[string]report.Past { return report.Pasts(dir) },
		Phrases:    func() []string { return loadPhrases(dir) },
		KeepPhrase: func(text string) error { return keepPhrase(dir, text) },
		Signals:    true,
	}
	if start.Play != nil && start.Play.File != "" {
		env.Reload = func() (*scenarios.Scenario, []problem.Problem) { return scenarios.LoadFile(start.Play.File) }
	}
	if start.New != nil { // no trainee, no session: only the scorer has to be ready
		env.Load = func() (*scenarios.Library, *scoring.Scorer) { return &scenarios.Library{}, scoring.Default() }
		env.History = func() tui.History { return tui.History{} }
		env.Phrases = func() []string { return nil }
	}
	left, err := tui.Run(env, start)
	if left.Unsaved {
		if serr := env.SaveProfile(env.Profile); serr != nil {
			fmt.Fprintln(w.err, tui.Printable("设置没存上："+serr.Error()))
		}
	}
	k := &keeper{out: w.out, err: w.err, home: w.getenv("HOME")}
	if !left.Cut {
		k.line = typedLines(w.in)
	}
	for _, s := range left.Sessions {
		if kerr := k.keep(s.Log, s.Summary); kerr != nil && err == nil {
			err = kerr
		}
	}
	return err
}

// history is what the home screen and the ladder look back on.
func history(dir string) tui.History {
	last, _ := report.Last(dir)
	return tui.History{Attempts: report.Attempts(dir, ladderLooks), Last: last}
}

// limitOf is the limit a profile's rung means; without a profile the file's own wait holds.
func limitOf(p tui.Profile, found bool) sim.Limit {
	if !found {
		return sim.Limit{}
	}
	return tui.RungLimit(p.Rung)
}
