package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/sim"
	"shouxiang/sim/sitting"
)

// flowPlay is flow for the screens of 情景对练.
func (a *App) flowPlay(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case playMsg:
		a.closeSet("")
		a.play = &PlayOptions{}
		return a.pick()
	case pastsMsg:
		if p, ok := a.scr.(*picker); ok {
			p.know(msg.pasts)
		}
	case pickMsg:
		a.play.Scenario = msg.sc
		return a.talk()
	case againMsg:
		a.closeSet("")
		return a.talk()
	case overMsg:
		a.guard()
	case quitTalkMsg:
		if a.set != nil {
			a.set.close("quit")
		}
		return a.home()
	case lookBackMsg:
		if a.set == nil {
			return nil
		}
		if asked := a.set.sit.Session.AskedFields(a.set.chat()); len(asked) > 0 {
			return a.show(newTicket(a.ui, a.set, asked))
		}
		return a.show(newDebrief(a.ui, a.set))
	case filedMsg:
		return a.show(newDebrief(a.ui, a.set))
	case replayMsg:
		return a.replay(msg.step)
	case keepMsg:
		keep := a.ui.env.KeepPhrase
		return func() tea.Msg { return keptMsg{keep(msg.text)} }
	case keptMsg:
		cmd := a.scr.Update(msg)
		list := a.ui.env.Phrases
		return tea.Batch(cmd, func() tea.Msg { return phrasesMsg{list()} })
	case reloadMsg:
		return a.reload()
	case reloadedMsg:
		return a.reloaded(msg)
	default:
		return a.scr.Update(msg)
	}
	return nil
}

// startPlay begins what the command line asked for.
func (a *App) startPlay() tea.Cmd {
	if a.play.Scenario == nil {
		return a.pick()
	}
	return a.talk()
}

// pick shows the scripts; what earlier sessions made of them comes behind.
func (a *App) pick() tea.Cmd {
	pasts := a.ui.env.Pasts
	return tea.Batch(a.show(newPicker(a.ui, a.lib)), func() tea.Msg { return pastsMsg{pasts()} })
}

// talk begins a conversation with its log.
func (a *App) talk() tea.Cmd {
	env := a.ui.env
	ses := &sim.Session{
		Mode: sim.Play, Seed: env.NewSeed(), Deck: []*scenarios.Scenario{a.play.Scenario}, Cards: 1, Tagging: !a.play.NoTag,
	}
	if a.play.File == "" && !env.FirstRun {
		ses.Limit = RungLimit(env.Profile.Rung)
	}
	log, now := a.newLog(ses, "")
	a.set = &set{ui: a.ui, sit: sitting.New(ses, log, now), log: log}
	a.set.do(sim.Begin{})
	return a.show(newPlay(a.ui, a.set))
}

// replay plays on from a step of the conversation just looked back on, as a session of its own.
func (a *App) replay(step int) tea.Cmd {
	old := a.set
	before, ok := sim.Rewind(old.events, step)
	if !ok {
		return nil
	}
	ses := *old.sit.Session
	parent := ses.ID
	a.closeSet("")
	log, now := a.newLog(&ses, parent)
	a.set = &set{ui: a.ui, sit: sitting.Continue(&ses, log, now, before), log: log, parent: parent, events: before}
	if c := a.set.chat(); c.LookupAt >= 0 {
		a.set.do(sim.LookUp{}) // it was open when the turn began; now it is not
	}
	return a.show(newPlay(a.ui, a.set))
}

// reload reads the file anew, beside the screen.
func (a *App) reload() tea.Cmd {
	read := a.ui.env.Reload
	if read == nil || a.play == nil || a.play.File == "" {
		return nil
	}
	return func() tea.Msg {
		sc, problems := read()
		return reloadedMsg{sc, problems}
	}
}

// reloaded starts anew with a changed file, and shows what the loader has to say.
func (a *App) reloaded(msg reloadedMsg) tea.Cmd {
	if a.play == nil || a.play.Scenario == nil {
		return nil
	}
	tell := func(text string) { a.ask(newDialog(text, choice{textOK, nil})) }
	switch {
	case msg.sc == nil:
		tell(a.faults(textStillBroken, msg.problems))
		return nil
	case msg.sc.Card:
		tell(textIsCard)
		return nil
	case sameText(msg.sc, a.play.Scenario) && len(msg.problems) == 0:
		tell(textSameFile)
		return nil
	case sameText(msg.sc, a.play.Scenario):
		tell(a.faults(textSameFile, msg.problems))
		return nil
	}
	a.play.Scenario = msg.sc
	a.closeSet("")
	cmd := a.talk()
	if len(msg.problems) > 0 {
		tell(a.faults(textFileNotes, msg.problems))
	}
	return cmd
}

// sameText: neither the file nor its pack.toml has changed.
func sameText(a, b *scenarios.Scenario) bool {
	pack := func(sc *scenarios.Scenario) string {
		if sc.Pack == nil {
			return ""
		}
		return sc.Pack.Hash
	}
	return a.Hash == b.Hash && pack(a) == pack(b)
}

// shownFaults is how many problems of a file a question has room for.
const shownFaults = 2

// faults lists the first problems of a file, each in at most two rows.
func (a *App) faults(head string, problems []problem.Problem) string {
	out := []string{head}
	for i, p := range problems {
		if i == shownFaults {
			out = append(out, fmt.Sprintf(textMoreFaults, len(problems)-i))
			break
		}
		out = append(out, a.ui.cut(Printable(p.Error()), 2*(max(leastWidth, a.w)-4)))
	}
	return strings.Join(out, "\n")
}
