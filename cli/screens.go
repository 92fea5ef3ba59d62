package cli

import (
	"bufio"
	"fmt"
	"strings"
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
		SaveProfile: func(p tui.Profile) error { return saveProfile(dir, p) },
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
	for _, k := range left.Sessions {
		if lerr := w.keep(k, !left.Cut); lerr != nil && err == nil {
			err = lerr
		}
	}
	return err
}

// history is what the home screen and the ladder look back on.
func history(dir string) tui.History {
	last, _ := report.Last(dir)
	return tui.History{Attempts: report.Attempts(dir, ladderLooks), Last: last}
}

// keep says where a session went. When the disk did not take it and somebody is there to answer, another folder is
// offered until it does or the trainee gives up.
func (w *world) keep(k tui.Kept, ask bool) error {
	in := bufio.NewReader(w.in)
	for ask && k.Log.Trouble() != nil {
		fmt.Fprintln(w.err, tui.Printable(k.Log.Trouble().Error()))
		fmt.Fprint(w.err, "换个文件夹存（直接回车 = 不存了）：")
		line, err := in.ReadString('\n')
		dir := strings.TrimSpace(line)
		if dir == "" {
			return exitError{exitFound, "这次的记录没有存下来"}
		}
		if merr := k.Log.Move(dir); merr != nil && err != nil {
			return exitError{exitFound, tui.Printable(merr.Error())}
		}
	}
	if err := k.Log.Close(); err != nil {
		return exitError{exitFound, tui.Printable(err.Error())}
	}
	if k.Log.Kept() {
		fmt.Fprintf(w.out, "%s\n记录: %s\n", k.Summary, tui.Printable(k.Log.Path()))
	}
	return nil
}

// limitOf is the limit a profile's rung means; without a profile the file's own wait holds.
func limitOf(p tui.Profile, found bool) sim.Limit {
	if !found {
		return sim.Limit{}
	}
	return tui.RungLimit(p.Rung)
}
