package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/sim"
)

// readAndTag is what reading and tagging take of a card's time, in seconds.
const readAndTag = 10

// summary closes a set: its figures, the one thing to drill next, and the cards one by one.
type summary struct {
	readKeys
	ui   *ui
	set  *set
	rows []string
	top  int
	w, h int
}

func newSummary(u *ui, s *set) *summary {
	return &summary{ui: u, set: s, readKeys: newReadKeys(textKeyAgain, textKeyHome)}
}

func (s *summary) Init() tea.Cmd { return nil }

func (s *summary) Resize(w, h int) {
	s.w, s.h = w, h
	s.rows = s.lines()
	s.scroll(0)
	s.up.SetEnabled(len(s.rows) > h)
}

func (s *summary) scroll(by int) { s.top = max(0, min(s.top+by, len(s.rows)-s.h)) }

func (s *summary) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case key.Matches(press, s.back):
		return send(homeMsg{})
	case key.Matches(press, s.next):
		return send(drillMsg{})
	case key.Matches(press, s.up):
		s.scroll(-1)
	case key.Matches(press, s.down):
		s.scroll(1)
	case key.Matches(press, s.pageUp):
		s.scroll(1 - s.h)
	case key.Matches(press, s.pageDown):
		s.scroll(s.h - 1)
	}
	return nil
}

func (s *summary) View() frame {
	f := frame{title: textSummary, status: limitWords(sim.Rung(s.limit())), body: s.ui.window(s.rows, s.top, s.h)}
	if s.set.firstRun() {
		f.title = textTrial
	}
	return f
}

// limit is the first response's limit of this set in seconds.
func (s *summary) limit() int64 {
	if chats := s.set.state().Chats; len(chats) > 0 {
		return chats[0].Wait / 1000
	}
	return 0
}

func (s *summary) lines() []string {
	if s.set.firstRun() {
		return s.trial()
	}
	set := report.Summarize(s.set.state())
	out := []string{""}
	lines := SetLines(set)
	for i, line := range lines {
		style := s.ui.th.plain
		switch {
		case i == len(lines)-1 && i > 0:
			out = append(out, "")
			style = s.ui.th.accentBold
		case i == 0:
			style = s.ui.th.bold
		}
		out = append(out, s.ui.indented(line, s.w, style)...)
	}
	return append(append(out, ""), s.cards()...)
}

// trial is the end of the first run: what the measured speed is good for.
func (s *summary) trial() []string {
	out := append([]string{""}, s.ui.indented(textTrialOver, s.w, s.ui.th.bold)...)
	if speed := measuredSpeed(s.set.state()); speed > 0 {
		text := fmt.Sprintf(textTrialSpeed, speed, int(trialRung), speed*(int(trialRung)-readAndTag)/60)
		out = append(out, s.ui.indented(text, s.w, s.ui.th.plain)...)
	}
	return out
}

// cards is one line a card, redos left out.
func (s *summary) cards() []string {
	var out []string
	n := 0
	for i := range s.set.state().Chats {
		c := &s.set.state().Chats[i]
		if !c.Counts() {
			continue
		}
		n++
		first := "    –"
		if c.First >= 0 {
			first = fmt.Sprintf("%5s", seconds(c.FirstMs()))
		}
		note := passWord(c)
		if !c.Grade.Pass {
			note = strings.Join(capWords(c.Grade), "、")
		}
		if c.Disputed {
			note += "（这分不对）"
		}
		line := fmt.Sprintf(" %2d  %s %3d 分 %s 秒  %s", n, s.ui.pad(customerName(c), 16), c.Grade.Score, first, note)
		out = append(out, s.ui.th.dim.Render(s.ui.cut(line, s.w)))
	}
	return out
}

// capWords names what kept a card down, in the words of the screen.
func capWords(g *sim.Grade) []string {
	var out []string
	for _, item := range strings.Split(g.Caps, ",") {
		name, _, _ := strings.Cut(item, ":")
		if name != "" {
			out = append(out, screenWord(name))
		}
	}
	if len(out) == 0 {
		out = append(out, textNotPassed)
	}
	return out
}
