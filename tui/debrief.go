package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/sim"
)

// debrief looks back on a conversation: all its steps by stage, and each of them with its evidence, its model answer
// and the way it took.
type debrief struct {
	debriefKeys
	ui   *ui
	set  *set
	told []report.Told
	note string // what came of keeping a phrase

	at   int  // the step
	open bool // it is shown alone

	rows  []string
	focus int // the row of the step in the list
	top   int
	w, h  int
}

func newDebrief(u *ui, s *set) *debrief {
	d := &debrief{debriefKeys: newDebriefKeys(), ui: u, set: s, told: report.Retell(s.events, 1)}
	d.reload.SetEnabled(u.env.Reload != nil)
	some := len(d.chat().Steps) > 0
	d.keep.SetEnabled(some)
	d.again.SetEnabled(some)
	d.debriefKeys.open.SetEnabled(some)
	return d
}

func (d *debrief) chat() *sim.Chat { return &d.set.state().Chats[0] }

func (d *debrief) scenario() *scenarios.Scenario { return d.set.sit.Session.Scenario(d.chat()) }

// turn is the turn of the file that a step answered; nil when the file lacks it.
func (d *debrief) turn(s *sim.Step) *scenarios.Turn {
	sc := d.scenario()
	if sc == nil || s.Turn >= len(sc.Turns) {
		return nil
	}
	return &sc.Turns[s.Turn]
}

func (d *debrief) Init() tea.Cmd { return nil }

func (d *debrief) Resize(w, h int) {
	d.w, d.h = w, h
	d.layout()
}

// layout lays out the list or the open step, and keeps the chosen one in sight.
func (d *debrief) layout() {
	if d.open {
		d.rows = d.detail(d.at)
	} else {
		d.rows, d.focus = d.overview()
		if d.focus < d.h-2 {
			d.top = 0
		}
		d.top = min(d.top, d.focus)
		d.top = max(d.top, d.focus-d.h+3) // a step takes two rows, the last one may tell that there is more
	}
	d.top = max(0, min(d.top, len(d.rows)-d.h))
}

func (d *debrief) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case keptMsg:
		d.note = keptWords(msg.err)
	case tea.KeyPressMsg:
		cmd = d.press(msg)
	}
	d.layout()
	return cmd
}

func (d *debrief) press(msg tea.KeyPressMsg) tea.Cmd {
	d.note = ""
	switch {
	case d.open && key.Matches(msg, d.shut):
		d.open, d.top = false, 0
	case key.Matches(msg, d.back):
		return send(homeMsg{})
	case key.Matches(msg, d.debriefKeys.open) && !d.open:
		d.open, d.top = true, 0
	case key.Matches(msg, d.again):
		return send(replayMsg{d.at})
	case key.Matches(msg, d.keep):
		return d.keepReply()
	case key.Matches(msg, d.reload):
		return send(reloadMsg{})
	case key.Matches(msg, d.up):
		d.walk(-1)
	case key.Matches(msg, d.down):
		d.walk(1)
	case key.Matches(msg, d.pageUp):
		d.top -= d.h - 1
	case key.Matches(msg, d.pageDown):
		d.top += d.h - 1
	}
	return nil
}

// walk goes to another step in the list, and through the rows of an open one.
func (d *debrief) walk(by int) {
	if d.open {
		d.top += by
		return
	}
	d.at = max(0, min(len(d.chat().Steps)-1, d.at+by))
}

// keepReply keeps the step's reply as a phrase, if it was good.
func (d *debrief) keepReply() tea.Cmd {
	g := d.chat().Steps[d.at].Grade
	if g == nil || !g.Pass {
		d.note = textKeepPassOnly
		return nil
	}
	return send(keepMsg{g.Text})
}

// ShortHelp is what the keys do just now.
func (d *debrief) ShortHelp() []key.Binding {
	if d.open {
		up := d.up
		up.SetHelp("↑↓", textKeyScroll)
		return []key.Binding{up, d.again, d.keep, d.reload, d.shut}
	}
	return []key.Binding{d.up, d.debriefKeys.open, d.again, d.keep, d.reload, d.back}
}

// FullHelp is the same.
func (d *debrief) FullHelp() [][]key.Binding { return [][]key.Binding{d.ShortHelp()} }

func (d *debrief) View() frame {
	c := d.chat()
	f := frame{title: textDebrief, status: fmt.Sprintf("%s · %s · %s %d", Printable(c.Title), Printable(c.Tag), Printable(c.Emotion), c.Intensity)}
	if d.open {
		f.title = fmt.Sprintf("%s · %d/%d", textDebrief, d.at+1, len(c.Steps))
	}
	h := d.h
	if d.note != "" {
		h--
	}
	f.body = d.ui.window(d.rows, d.top, h)
	if d.note != "" {
		for len(f.body) < h {
			f.body = append(f.body, "")
		}
		f.body = append(f.body, d.ui.cut(" "+d.ui.th.accentBold.Render(Printable(d.note)), d.w))
	}
	return f
}
