package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/sim"
)

// home is the first screen: what can be done, and quietly where the trainee stands.
type home struct {
	listKeys
	ui      *ui
	hist    History
	waiting bool // a set was chosen before the cards were loaded
	at      int
	w, h    int
}

type homeRow struct {
	label, note string
	msg         tea.Msg
}

func newHome(u *ui, hist History) *home {
	return &home{ui: u, hist: hist, listKeys: newListKeys(textKeyGo, textKeyQuit)}
}

func (h *home) Init() tea.Cmd      { return nil }
func (h *home) Resize(w, rows int) { h.w, h.h = w, rows }

func (h *home) rows() []homeRow {
	return []homeRow{
		{textDrill, textDrillNote, drillMsg{}},
		{textPlay, textPlayNote, playMsg{}},
		{textCatalog, textCatalogNote, catalogMsg{}},
		{textQuit, "", leaveMsg{}},
	}
}

func (h *home) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	rows := h.rows()
	switch {
	case key.Matches(press, h.back):
		return send(leaveMsg{})
	case key.Matches(press, h.choose):
		return send(rows[h.at].msg)
	case key.Matches(press, h.up):
		h.at = (h.at + len(rows) - 1) % len(rows)
	case key.Matches(press, h.down):
		h.at = (h.at + 1) % len(rows)
	}
	return nil
}

func (h *home) View() frame {
	th := h.ui.th
	f := frame{title: textName, status: textSlogan, body: []string{""}}
	for i, r := range h.rows() {
		mark, style := "   ", th.plain
		if i == h.at {
			mark, style = th.accentBold.Render(" ▸ "), th.accentBold
		}
		note := r.note
		if r.msg == (drillMsg{}) {
			note = h.drillNote()
		}
		f.body = append(f.body, h.ui.cut(mark+style.Render(h.ui.pad(r.label, 12))+th.dim.Render(note), h.w))
	}
	f.body = append(f.body, "")
	for _, line := range h.standing() {
		f.body = append(f.body, th.dim.Render(h.ui.cut("   "+line, h.w)))
	}
	return f
}

func (h *home) drillNote() string {
	p := h.ui.env.Profile
	switch {
	case h.waiting:
		return textLoading
	case h.ui.env.FirstRun:
		return textFirstNote
	}
	return textDrillNote + " · " + limitWords(sim.Rung(p.Rung))
}

// standing is how the trainee stands, in quiet words.
func (h *home) standing() []string {
	p := h.ui.env.Profile
	var out []string
	if p.Name != "" {
		out = append(out, fmt.Sprintf(textHello, Printable(p.Name)))
	}
	if s := h.hist.Last; s.Cards > 0 {
		out = append(out, fmt.Sprintf(textLastTime, s.Cards, s.Pass)+lastClock(s))
	}
	if p.Speed > 0 {
		out = append(out, fmt.Sprintf(textYourSpeed, p.Speed))
	}
	return out
}

func lastClock(s report.Set) string {
	if s.Median < 0 {
		return ""
	}
	return fmt.Sprintf(textLastClock, seconds(s.Median))
}

// limitWords names a rung.
func limitWords(r sim.Rung) string {
	if r == 0 {
		return textUntimed
	}
	return fmt.Sprintf(textLimit, int(r))
}
