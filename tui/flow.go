package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring/mask"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
)

// Sizes of sets.
const (
	drillCards = 10
	trialCards = 3
	trialRung  = sim.Rung(60) // offered after the trial
)

// flow builds the next screen when one has something to say; what is left goes to the open screen.
func (a *App) flow(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case drillMsg:
		a.closeSet("")
		return a.drill()
	case catalogMsg:
		return a.show(newCatalog(a.ui, a.lib))
	case homeMsg:
		return a.home()
	case namedMsg:
		a.ui.env.Profile.Name = msg.name
		return a.begin(a.trial())
	case askMsg:
		a.ask(msg.dialog)
	case gradedMsg:
		return a.graded()
	case nextMsg:
		return a.next(msg.redo)
	case quitSetMsg:
		if a.set != nil {
			a.set.close("quit")
		}
		return a.ended()
	case endSetMsg:
		return a.ended()
	case climbMsg:
		return a.climb(msg.to)
	case leaveMsg:
		return a.leave()
	default:
		return a.flowPlay(msg)
	}
	return nil
}

func (a *App) leave() tea.Cmd {
	a.finished = true
	a.closeSet("")
	return tea.Quit
}

// home closes the set. A drill from there is the profile's own.
func (a *App) home() tea.Cmd {
	a.closeSet("")
	a.start, a.play = nil, nil
	return a.show(newHome(a.ui, a.hist))
}

// closeSet ends the open session, keeps word of it for after the program, and adds it to what is known. Without a
// reason it is done when all its cards were played, else quit.
func (a *App) closeSet(reason string) {
	s := a.set
	if s == nil {
		return
	}
	if reason == "" {
		reason = "quit"
		if s.full() {
			reason = "done"
		}
	}
	s.close(reason)
	a.set = nil
	if s.sit.Session.Mode == sim.Play {
		a.left.Sessions = append(a.left.Sessions, Kept{s.log, talkLine(s.state())})
		return
	}
	figures := report.Summarize(s.state())
	a.left.Sessions = append(a.left.Sessions, Kept{s.log, SetLines(figures)[0]})
	if !s.firstRun() && figures.Cards > 0 {
		a.hist.Attempts = slices.Concat(a.hist.Attempts, report.StateAttempts(s.state()))
		a.hist.Last = figures
	}
}

// loaded starts what was asked for before the cards were there.
func (a *App) loaded() tea.Cmd {
	switch s := a.scr.(type) {
	case *home:
		switch {
		case a.play != nil:
			return a.startPlay()
		case a.start != nil || s.waiting:
			return a.drill()
		}
	case *picker:
		s.fill(a.lib)
		a.resize()
	case *catalog:
		s.lib = a.lib
		a.resize()
	}
	return nil
}

// drill begins a set: from home and for the very first time with the trial in front of it.
func (a *App) drill() tea.Cmd {
	if a.lib == nil {
		if h, ok := a.scr.(*home); ok {
			h.waiting = true
		}
		return nil
	}
	ses, climbs, refused := a.session()
	switch {
	case refused != "":
		a.start = nil
		cmd := a.show(newHome(a.ui, a.hist))
		a.ask(newDialog(refused, choice{textOK, nil}))
		return cmd
	case a.ui.env.FirstRun && a.start == nil:
		return a.show(newWelcome(a.ui))
	}
	return a.begin(ses, climbs)
}

// session is the drill that was asked for. The ladder moves only where the profile's rung was the limit; without a
// profile each card's own wait holds.
func (a *App) session() (ses *sim.Session, climbs bool, refused string) {
	env := a.ui.env
	opt := DrillOptions{Cards: drillCards, Seed: env.NewSeed()}
	if a.start != nil {
		opt = *a.start
		a.start.Seed = env.NewSeed() // the seed asked for deals the first set only
	}
	limit := opt.Limit
	deck := []*scenarios.Scenario{opt.Card}
	if opt.Card == nil {
		deck = sim.Deal(a.lib.Filter(opt.Tag, opt.Pack), opt.Seed)
		if climbs = !opt.LimitSet && !env.FirstRun; climbs {
			limit = RungLimit(env.Profile.Rung)
		}
	}
	if len(deck) == 0 {
		if refused = textNoCardsFit; opt.Tag == "" && opt.Pack == "" {
			refused = textNoCardsAt
		}
		return nil, false, refused
	}
	return &sim.Session{
		Mode: sim.Drill, Seed: opt.Seed, Deck: deck, Cards: opt.Cards, Limit: limit, Tagging: !opt.NoTag,
	}, climbs, ""
}

// trial is the first run's three untimed easy cards.
func (a *App) trial() (*sim.Session, bool) {
	seed := a.ui.env.NewSeed()
	deck := sim.Deal(a.lib.Filter("", ""), seed)
	var easy []*scenarios.Scenario
	for _, sc := range deck {
		if sc.Level == "基础" && sc.Intensity <= 2 && sc.Turns[0].Need.String() == easyNeed {
			easy = append(easy, sc)
		}
	}
	if len(easy) < trialCards {
		easy = deck
	}
	return &sim.Session{
		Mode: sim.FirstRun, Seed: seed, Deck: easy, Cards: min(trialCards, len(easy)), Limit: sim.Limit{Untimed: true},
	}, false
}

// easyNeed is what the cards of the trial ask: a word for the customer, a step and a time.
const easyNeed = "empathy,action,deadline"

// begin opens a session with its log and deals the first card.
func (a *App) begin(ses *sim.Session, climbs bool) tea.Cmd {
	log, now := a.newLog(ses, "")
	a.set = &set{ui: a.ui, sit: sitting.New(ses, log, now), log: log, climbs: climbs}
	return a.next(0)
}

// newLog makes a session the trainee's own, with a log that has not begun.
func (a *App) newLog(ses *sim.Session, parent string) (*journal.Writer, time.Time) {
	env := a.ui.env
	now := env.Now()
	ses.ID, ses.Trainee, ses.Scorer = env.NewSession(now), mask.Text(env.Profile.Name), a.scorer
	return env.NewLog(journal.Header{
		Session: ses.ID, Trainee: ses.Trainee, Mode: string(ses.Mode), Parent: parent, Seed: ses.Seed,
		Limit: ses.Limit.Seconds(), Input: "keys",
	}, now), now
}

// next deals the next card, or chat redo once more; after the last one comes what ends the set.
func (a *App) next(redo int) tea.Cmd {
	if a.set == nil {
		return nil
	}
	a.set.do(sim.Begin{Redo: redo})
	if a.set.state().Active() == nil {
		return a.ended()
	}
	return a.show(newDrill(a.ui, a.set))
}

// graded shows the feedback. It takes no key before a while of quiet: the trainee may still be typing.
func (a *App) graded() tea.Cmd {
	if _, ok := a.scr.(*drill); !ok || a.set == nil {
		return nil
	}
	cmd := a.show(newFeedback(a.ui, a.set))
	a.guard()
	return cmd
}

// ended shows what the set brought: the summary, the offer after the trial, or home when nothing was played.
func (a *App) ended() tea.Cmd {
	s := a.set
	switch {
	case s == nil, s.state().Played() == 0, s.firstRun() && !s.full():
		return a.home()
	case s.firstRun():
		return a.trialOver(s)
	}
	cmd := a.show(newSummary(a.ui, s))
	if q := a.offer(s); q != nil {
		a.ask(q)
	}
	return cmd
}
