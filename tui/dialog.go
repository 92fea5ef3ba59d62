package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// dialog is a question below the screen it is about; that screen stays in sight and its clock goes on.
type dialog struct {
	text      string
	choices   []choice
	at        int
	escape    int  // the choice that Esc takes
	interrupt int  // the choice that Ctrl+C takes
	opened    bool // opened by itself: keys count only after a while of quiet
	keys      dialogKeys
}

type choice struct {
	label string
	msg   tea.Msg // nil = just close
}

func newDialog(text string, choices ...choice) *dialog {
	return &dialog{text: text, choices: choices, keys: newDialogKeys()}
}

// ShortHelp is the keys of a question.
func (d *dialog) ShortHelp() []key.Binding {
	if len(d.choices) == 1 {
		return []key.Binding{d.keys.choose}
	}
	return []key.Binding{d.keys.move, d.keys.choose, d.keys.back}
}

// press handles a key. done says that the dialog is answered, by the choice's message.
func (d *dialog) press(msg tea.KeyPressMsg) (answer tea.Msg, done bool) {
	switch name := msg.String(); {
	case key.Matches(msg, d.keys.back):
		return d.choices[d.escape].msg, true
	case key.Matches(msg, d.keys.choose):
		return d.choices[d.at].msg, true
	case name == "left", name == "up":
		d.at = (d.at + len(d.choices) - 1) % len(d.choices)
	case key.Matches(msg, d.keys.move):
		d.at = (d.at + 1) % len(d.choices)
	case name == "ctrl+c":
		return d.choices[d.interrupt].msg, true
	}
	return nil, false
}

// lines draws the question: text, then the choices in one row.
func (d *dialog) lines(u *ui, w int) []string {
	out := []string{u.rule(w)}
	out = append(out, u.indented(d.text, w, u.th.bold)...)
	return append(out, u.choices(d.choices, d.at, w)...)
}

// choices draws things to choose from in a row, the chosen one in brackets; rows that do not fit become a column.
func (u *ui) choices(list []choice, at, w int) []string {
	var items []string
	for i, c := range list {
		if i == at {
			items = append(items, u.th.chosen.Render("▸ "+c.label))
		} else {
			items = append(items, u.th.dim.Render("  "+c.label))
		}
	}
	if row := "  " + strings.Join(items, "    "); u.cells(row) <= w {
		return []string{row}
	}
	for i := range items {
		items[i] = u.cut("  "+items[i], w)
	}
	return items
}
