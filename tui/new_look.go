package tui

import (
	"regexp"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/scoring"
	"shouxiang/sim"
)

// look is the page before a scenario is written: the customer as he will come, what check says, the file.
type look struct {
	keys    lookKeys
	ui      *ui
	opt     *NewOptions
	proof   *Proof // nil while it is checked
	since   time.Time
	writing bool
	failed  string // why it could not be written
	rows    []string
	top     int
	w, h    int
}

type (
	proofMsg struct {
		of    *look // another one is stale
		proof Proof
	}
	wroteMsg struct {
		of  *look
		err error
	}
)

func newLook(u *ui, opt *NewOptions) *look { return &look{keys: newLookKeys(), ui: u, opt: opt} }

// prove has the file made and checked beside the screen.
func (l *look) prove(d draft.Draft, name string) tea.Cmd {
	check := l.opt.Proof
	return func() tea.Msg { return proofMsg{l, check(d, name)} }
}

// told takes what was done beside the screen.
func (l *look) told(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case proofMsg:
		if msg.of == l {
			l.proof, l.since = &msg.proof, l.ui.env.Now()
		}
	case wroteMsg:
		if msg.of != l {
			return nil
		}
		if msg.err == nil {
			return send(leaveMsg{})
		}
		l.writing, l.failed, l.top = false, msg.err.Error(), 0
	}
	l.lay(l.w, l.h)
	return nil
}

func (l *look) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case msg.Text != "":
	case key.Matches(msg, l.keys.write):
		return l.write()
	case key.Matches(msg, l.keys.up):
		l.scroll(-1)
	case key.Matches(msg, l.keys.down):
		l.scroll(1)
	case key.Matches(msg, l.keys.pageUp):
		l.scroll(2 - l.h)
	case key.Matches(msg, l.keys.pageDown):
		l.scroll(l.h - 2)
	}
	return nil
}

// write writes the file, once it was to be seen: Enter that went on from the last question does not.
func (l *look) write() tea.Cmd {
	if l.proof == nil {
		return nil
	}
	now := l.ui.env.Now()
	if now.Sub(l.since) < quiet {
		l.since = now
		return nil
	}
	l.writing = true
	l.lay(l.w, l.h)
	write, proof := l.opt.Write, *l.proof
	return func() tea.Msg { return wroteMsg{l, write(proof)} }
}

func (l *look) scroll(by int) { l.top = max(0, min(l.top+by, len(l.rows)-l.h)) }

func (l *look) help() []key.Binding {
	k := l.keys
	k.write.SetEnabled(l.proof != nil && !l.writing)
	k.up.SetEnabled(len(l.rows) > l.h)
	return []key.Binding{k.write, k.up, k.quit, k.back}
}

// lay puts the page together.
func (l *look) lay(w, h int) {
	l.w, l.h = w, h
	l.rows = l.lines()
	l.scroll(0)
}

func (l *look) lines() []string {
	u, th := l.ui, l.ui.th
	switch {
	case l.proof == nil:
		return []string{"", " " + textNewChecking}
	case l.writing:
		return []string{"", " " + textNewWriting}
	}
	p := l.proof
	var out []string
	if l.failed != "" {
		out = append(out, u.indented("! "+Printable(l.failed), l.w, th.warn)...)
	}
	if p.Scenario != nil {
		c := arrival(p.Scenario)
		if c.Brief != "" {
			out = append(out, u.label(textDesk, Printable(c.Brief), 7, l.w, th.plain)...)
			out = append(out, "")
		}
		out = append(out, u.transcript(c, l.w)...)
		out = append(out, "")
	}
	style := th.good
	if !p.Clean {
		style = th.warn
	}
	out = append(out, u.rule(l.w), " "+th.accentBold.Render(textNewFound))
	for i, line := range p.Found {
		if last := i == len(p.Found)-1; last {
			out = append(out, u.indented(Printable(line), l.w, style)...)
			continue
		}
		out = append(out, u.cutOrWrap(line, l.w)...)
	}
	out = append(out, u.rule(l.w), " "+th.accentBold.Render(textNewFile)+" "+u.cut(Printable(p.Path), l.w-10))
	for line := range strings.SplitSeq(strings.TrimRight(p.Text, "\n"), "\n") {
		style := th.plain
		if strings.HasPrefix(line, "#") {
			style = th.dim
		}
		out = append(out, u.indented(Printable(line), l.w, style)...)
	}
	return out
}

// quoted is a line of a file, or the mark under it, in what check says.
var quoted = regexp.MustCompile(`^ *\d* \| `)

// cutOrWrap is a line of check: a line of the file and the mark under it are cut, since wrapped they would part, and
// words are wrapped.
func (u *ui) cutOrWrap(line string, w int) []string {
	if quoted.MatchString(line) {
		return []string{" " + u.th.dim.Render(u.cut(Printable(line), w-2))}
	}
	return u.indented(Printable(line), w, u.th.plain)
}

// arrival is the chat as it stands when the customer has said why he comes.
func arrival(sc *scenarios.Scenario) *sim.Chat {
	ses := &sim.Session{Mode: sim.Drill, Deck: []*scenarios.Scenario{sc}, Cards: 1, Instant: true, Scorer: scoring.Default()}
	var st sim.State
	for _, e := range sim.Decide(ses, &st, 0, sim.Begin{}) {
		st = sim.Evolve(st, e)
	}
	return st.Last()
}

func (l *look) view() frame {
	return frame{title: textNew + " · " + textNewLook, body: l.ui.window(l.rows, l.top, l.h)}
}
