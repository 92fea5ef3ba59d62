package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
)

// feedback is what a graded card brought: the customer's reaction, one sentence, the reply with what its characters
// earned or broke, the table, a model answer.
type feedback struct {
	feedbackKeys
	ui  *ui
	set *set
	n   int // the chat

	open bool   // the table is shown
	at   int    // the finding the arrows are at
	said bool   // 这分不对 was pressed here
	note string // what came of keeping the reply as a phrase

	rows  []string // the whole text, laid out
	focus int      // the row of the finding
	top   int
	w, h  int
}

func newFeedback(u *ui, s *set) *feedback {
	f := &feedback{feedbackKeys: newFeedbackKeys(), ui: u, set: s, n: s.chat().N}
	f.keep.SetEnabled(f.chat().Grade.Pass && !s.firstRun())
	if s.full() {
		f.next.SetHelp("Enter", textKeyFinish)
	}
	if s.firstRun() {
		f.redo.SetEnabled(false)
		f.dispute.SetEnabled(false)
		f.down.SetEnabled(false)
		f.up.SetEnabled(false)
		if s.full() {
			f.next.SetHelp("Enter", textKeyOn)
		}
	}
	return f
}

func (f *feedback) chat() *sim.Chat { return &f.set.state().Chats[f.n-1] }

func (f *feedback) Init() tea.Cmd { return nil }

func (f *feedback) Resize(w, h int) {
	f.w, f.h = w, h
	f.layout()
}

// layout lays everything out and keeps the finding in sight.
func (f *feedback) layout() {
	f.rows, f.focus = f.lines()
	if f.open {
		f.top = min(f.top, f.focus)
		f.top = max(f.top, f.focus-f.h+2) // the last row may tell that there is more
	}
	f.top = max(0, min(f.top, len(f.rows)-f.h))
}

func (f *feedback) Update(msg tea.Msg) tea.Cmd {
	if kept, is := msg.(keptMsg); is {
		f.note = keptWords(kept.err)
		f.tell()
		f.layout()
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case key.Matches(press, f.keep):
		return send(keepMsg{f.chat().Grade.Text})
	case key.Matches(press, f.back):
		return send(endSetMsg{})
	case key.Matches(press, f.next):
		return send(nextMsg{})
	case key.Matches(press, f.redo):
		redo := f.n
		if c := f.chat(); c.Redo > 0 {
			redo = c.Redo
		}
		return send(nextMsg{redo})
	case key.Matches(press, f.dispute):
		f.set.do(sim.Dispute{Chat: f.n})
		f.said = true
		f.tell()
	case key.Matches(press, f.down):
		f.walk(1)
	case key.Matches(press, f.up):
		f.walk(-1)
	case key.Matches(press, f.pageDown):
		f.top += f.h - 1
	case key.Matches(press, f.pageUp):
		f.top -= f.h - 1
	}
	f.layout()
	return nil
}

// tell goes back to the top, where what a key did is said.
func (f *feedback) tell() { f.open, f.at, f.top = false, 0, 0 }

// walk opens the table, goes from finding to finding, and closes the table above the first.
func (f *feedback) walk(step int) {
	n := len(f.chat().Grade.Evidence)
	switch {
	case !f.open:
		f.open, f.at = step > 0, 0
	case f.at+step < 0:
		f.open, f.top = false, 0
	default:
		f.at = max(0, min(n-1, f.at+step))
	}
}

func (f *feedback) View() frame {
	return frame{title: f.title(), status: f.status(), body: f.ui.window(f.rows, f.top, f.h)}
}

func (f *feedback) title() string {
	if f.set.firstRun() {
		return textTrial
	}
	title := fmt.Sprintf("%s %d/%d", textDrill, f.set.state().Played(), f.set.sit.Session.Cards)
	if f.chat().Redo > 0 {
		title = textDrill + " · " + textAgain
	}
	return title
}

// status tells now what the screen of the card kept back.
func (f *feedback) status() string {
	c := f.chat()
	out := []string{Printable(c.Title), Printable(c.Tag)}
	if c.Emotion != "" {
		out = append(out, fmt.Sprintf("%s %d", Printable(c.Emotion), c.Intensity))
	}
	return strings.Join(out, " · ")
}

// lines is the whole text and the row of the finding the arrows are at.
func (f *feedback) lines() (out []string, focus int) {
	c := f.chat()
	out = f.reaction(c)
	out = append(out, f.ui.rule(f.w))
	out = append(out, f.verdict(c)...)
	if f.set.firstRun() {
		return out, 0
	}
	out = append(out, f.compared(c)...)
	if c.Grade.Text != "" {
		out = append(out, f.gap()...)
		out = append(out, f.ui.markedReply(c.Grade, f.w, f.pick())...)
		if better := betterLine(c); better != "" {
			out = append(append(out, f.gap()...), f.ui.indented(better, f.w, f.ui.th.accent)...)
		}
	}
	out = append(out, f.gap()...)
	if f.open {
		var table []string
		table, focus = f.table(c)
		focus += len(out)
		out = append(out, table...)
	}
	return append(out, f.model(c)...), focus
}

// gap is a blank row where there is room for one.
func (f *feedback) gap() []string {
	if f.h < 16 {
		return nil
	}
	return []string{""}
}

func (f *feedback) pick() *sim.Found {
	if ev := f.chat().Grade.Evidence; f.open && f.at < len(ev) {
		return &ev[f.at]
	}
	return nil
}

// reaction is the customer's last line.
func (f *feedback) reaction(c *sim.Chat) []string {
	name := customerName(c)
	text := ""
	if n := len(c.Lines); n > 0 && c.Lines[n-1].Who == sim.Customer {
		text = Printable(c.Lines[n-1].Text)
	}
	indent := min(f.ui.cells(name)+3, f.w/2)
	var out []string
	for i, line := range f.ui.wrap(text, f.w-indent-1) {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = f.ui.pad(" "+name, indent)
		}
		out = append(out, f.ui.th.accent.Render(head)+f.ui.th.bold.Render(line))
	}
	return out
}

func (f *feedback) verdict(c *sim.Chat) []string {
	th := f.ui.th
	var out []string
	if f.set.firstRun() {
		return append(append(out, ""), f.ui.indented(Verdict(c), f.w, th.bold)...)
	}
	style := th.warn
	if c.Grade.Pass {
		style = th.good
	}
	score := " " + ScoreLine(c) + "  "
	for i, line := range f.ui.wrap(Verdict(c), f.w-f.ui.cells(score)-1) {
		if i == 0 {
			out = append(out, style.Render(score)+th.bold.Render(line))
		} else {
			out = append(out, strings.Repeat(" ", f.ui.cells(score))+th.bold.Render(line))
		}
	}
	out = append(out, f.clock(c)...)
	if f.said || c.Disputed {
		out = append(out, f.ui.indented(DisputeLine(c), f.w, th.accent)...)
	}
	if f.note != "" {
		out = append(out, f.ui.indented(f.note, f.w, th.accent)...)
	}
	return out
}

// clock is the first response with its beats; a narrow window does without the speed.
func (f *feedback) clock(c *sim.Chat) []string {
	text := clockWords(c)
	if text == "" {
		return nil
	}
	if f.ui.cells(text) > f.w-2 {
		text, _, _ = strings.Cut(text, "（")
	}
	return f.ui.indented(text, f.w, f.ui.th.dim)
}

// compared sets a redo beside the first try.
func (f *feedback) compared(c *sim.Chat) []string {
	if c.Redo == 0 {
		return nil
	}
	first := &f.set.state().Chats[c.Redo-1]
	if first.Grade == nil {
		return nil
	}
	out := f.gap()
	was, now := CardRows(first), CardRows(c)
	var parts []string
	for i := range was {
		if was[i].Points != now[i].Points {
			parts = append(parts, fmt.Sprintf("%s %d→%d", now[i].Label, was[i].Points, now[i].Points))
		}
	}
	for _, try := range []struct {
		label string
		c     *sim.Chat
	}{{textFirstTry, first}, {textThisTry, c}} {
		text := ScoreLine(try.c)
		if try.c.First >= 0 {
			text += fmt.Sprintf("  首响 %s 秒", seconds(try.c.FirstMs()))
		}
		out = append(out, f.ui.label(try.label, text, 9, f.w, f.ui.th.plain)...)
	}
	if len(parts) > 0 {
		out = append(out, f.ui.label(textChanged, strings.Join(parts, " · "), 9, f.w, f.ui.th.accent)...)
	}
	return out
}

// table is the five rows of the card and under them every finding.
func (f *feedback) table(c *sim.Chat) (out []string, focus int) {
	th := f.ui.th
	for _, r := range CardRows(c) {
		points := fmt.Sprintf("%2d/%d", r.Points, r.Max)
		if !r.Counted {
			points = textUncounted
		}
		head := fmt.Sprintf("%s %s", r.Label, points)
		style := th.plain
		if r.Counted && r.Points < r.Max {
			style = th.bold
		}
		out = append(out, f.ui.label(head, r.Note, 14, f.w, style)...)
	}
	out = append(out, "")
	focus = len(out)
	for i, e := range c.Grade.Evidence {
		style, sign := th.dim, "  "
		if i == f.at {
			style, sign = th.accent, "▸ "
			focus = len(out)
		}
		out = append(out, f.ui.label(sign+pointsWord(e), findingLine(c.Grade, e), 9, f.w, style)...)
	}
	return append(out, append(f.ui.indented(textCoarse, f.w, th.dim), "")...), focus
}

func pointsWord(e sim.Found) string {
	if e.Points == 0 {
		return "  ·"
	}
	return fmt.Sprintf("%+3d", e.Points)
}

// findingLine is one line of evidence: the words it rests on, what they are, why.
func findingLine(g *sim.Grade, e sim.Found) string {
	var out []string
	if q := quote(g, e); q != "" {
		out = append(out, "“"+Printable(q)+"”")
	}
	if label, _ := markLabel(g, e); label != "" {
		out = append(out, label)
	}
	if e.Why != "" {
		out = append(out, Printable(e.Why))
	}
	return strings.Join(out, "  ")
}

// model is the model answer; in the first run the one sentence is enough.
func (f *feedback) model(c *sim.Chat) []string {
	t := f.set.sit.Session.Turn(c)
	if t == nil || len(t.Good) == 0 {
		return nil
	}
	text := strings.Join(t.Good[0].Bubbles(), " ⏎ ")
	return f.ui.label(textModel, Printable(text), 13, f.w, f.ui.th.plain)
}
