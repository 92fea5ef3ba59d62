package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/sim"
)

// offer asks about another rung when the last cards suggest it; nil when they do not. Nobody is moved unasked.
func (a *App) offer(s *set) *dialog {
	if !s.climbs || s.state().Closed {
		return nil
	}
	now := a.ui.env.Profile.Rung
	to, ok := sim.Offer(now, slices.Concat(a.hist.Attempts, report.StateAttempts(s.state())))
	if !ok {
		return nil
	}
	text := textClimb
	if easier(to, now) {
		text = textEase
	}
	q := newDialog(fmt.Sprintf(text, rungName(to)),
		choice{fmt.Sprintf(textTry, rungName(to)), climbMsg{to}},
		choice{fmt.Sprintf(textKeep, rungName(now)), climbMsg{now}})
	q.escape, q.interrupt = 1, 1
	return q
}

// rungName is a rung inside a sentence.
func rungName(r sim.Rung) string {
	if r == 0 {
		return textUntimed
	}
	return fmt.Sprintf("%d 秒", int(r))
}

// easier: untimed is easiest, then the longer limit.
func easier(a, b sim.Rung) bool { return b != 0 && (a == 0 || a > b) }

// climb keeps the answer to an offered rung in the log and in the profile.
func (a *App) climb(to sim.Rung) tea.Cmd {
	env := a.ui.env
	from := env.Profile.Rung
	trial := a.set != nil && a.set.firstRun()
	if a.set != nil {
		a.set.do(sim.Climb{From: from, To: to})
	}
	env.Profile.Rung = to
	if !trial {
		if to == from {
			return nil
		}
		return a.save()
	}
	env.FirstRun = false
	env.Profile.Speed = measuredSpeed(a.set.state())
	a.closeSet("")
	return tea.Batch(a.save(), a.drill())
}

func (a *App) save() tea.Cmd {
	a.left.Unsaved = true
	env, p := a.ui.env, a.ui.env.Profile
	return func() tea.Msg { return savedMsg{env.SaveProfile(p)} }
}

// trialOver ends the first run: the measured speed, and whether to try the clock.
func (a *App) trialOver(s *set) tea.Cmd {
	cmd := a.show(newSummary(a.ui, s))
	q := newDialog(textOffer60, choice{textTry60, climbMsg{trialRung}}, choice{textNoClockYet, climbMsg{0}})
	q.escape, q.interrupt = 1, 1
	a.ask(q)
	return cmd
}

// measuredSpeed is the typing speed over the cards of the trial; 0 = nothing to measure.
func measuredSpeed(st *sim.State) int {
	sum, n := 0, 0
	for i := range st.Chats {
		if v := st.Chats[i].Speed(); v > 0 {
			sum, n = sum+v, n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
