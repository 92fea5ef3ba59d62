package tui

import "charm.land/bubbles/v2/key"

// One struct a screen; the help at the foot is made from it. No bare letters, since an IME may be on.

func bind(name, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, does))
}

func backKey(does string) key.Binding { return bind("Esc", does, "esc", "ctrl+c") }

// listKeys are for screens that are a list of things to choose.
type listKeys struct{ up, down, choose, back key.Binding }

func newListKeys(choose, back string) listKeys {
	return listKeys{
		up: bind("↑↓", "选", "up"), down: bind("↑↓", "", "down", "tab"), choose: bind("Enter", choose, "enter"),
		back: backKey(back),
	}
}

func (k listKeys) ShortHelp() []key.Binding  { return []key.Binding{k.up, k.choose, k.back} }
func (k listKeys) FullHelp() [][]key.Binding { return [][]key.Binding{k.ShortHelp()} }

// nameKeys are for the one-line box of the first run.
type nameKeys struct{ ok, line, back key.Binding }

func newNameKeys() nameKeys {
	return nameKeys{
		ok: bind("Enter", textKeyName, "enter"), line: bind("", "", "ctrl+j", "alt+enter", "shift+enter"),
		back: backKey(textKeyBack),
	}
}

func (k nameKeys) ShortHelp() []key.Binding  { return []key.Binding{k.ok, k.back} }
func (k nameKeys) FullHelp() [][]key.Binding { return [][]key.Binding{k.ShortHelp()} }

// drillKeys are for a card under way.
type drillKeys struct {
	digits, move, toTags, toBox, pickTag  key.Binding
	sendIt, over, line, hint, pause, back key.Binding
	pageUp, pageDown                      key.Binding
}

func newDrillKeys() drillKeys {
	return drillKeys{
		digits: bind("数字", textKeyDigits, "1", "2", "3", "4", "5", "6", "7", "8", "9",
			"１", "２", "３", "４", "５", "６", "７", "８", "９"),
		move:     bind("←→", textKeyMove, "left", "right"),
		pickTag:  bind("Enter", textKeyPick, "enter"),
		toBox:    bind("Tab", textKeyToBox, "tab"),
		toTags:   bind("Tab", textKeyToTags, "tab"),
		sendIt:   bind("Enter", textKeySend, "enter"),
		over:     bind("Enter", textKeyOver, "enter"),
		line:     bind("Ctrl+J", textKeyLine, "ctrl+j"),
		hint:     bind("Ctrl+G", textKeyHint, "ctrl+g"),
		pause:    bind("Ctrl+O", textKeyPause, "ctrl+o"),
		back:     backKey(textKeyLeave),
		pageUp:   bind("PgUp", "", "pgup"),
		pageDown: bind("PgDn", "", "pgdown"),
	}
}

// pausedKeys are for a card that stands still.
type pausedKeys struct{ resume, back key.Binding }

func newPausedKeys() pausedKeys {
	return pausedKeys{resume: bind("Ctrl+O", textKeyResume, "ctrl+o", "enter"), back: backKey(textKeyLeave)}
}

// feedbackKeys are for a graded card.
type feedbackKeys struct {
	next, redo, dispute, keep, down, up, pageUp, pageDown, back key.Binding
}

func newFeedbackKeys() feedbackKeys {
	return feedbackKeys{
		next: bind("Enter", textKeyNext, "enter"), redo: bind("Ctrl+R", textKeyRedo, "ctrl+r"),
		dispute: bind("Ctrl+T", textKeyDispute, "ctrl+t"), keep: bind("Ctrl+E", textKeyKeep, "ctrl+e"), down: bind("↑↓", textKeyEvidence, "down"),
		up: bind("↑↓", "", "up"), pageUp: bind("PgUp", "", "pgup"), pageDown: bind("PgDn", "", "pgdown"),
		back: backKey(textKeyEnd),
	}
}

func (k feedbackKeys) ShortHelp() []key.Binding {
	return []key.Binding{k.next, k.redo, k.dispute, k.down, k.keep, k.back}
}
func (k feedbackKeys) FullHelp() [][]key.Binding { return [][]key.Binding{k.ShortHelp()} }

// readKeys are for screens that are only read.
type readKeys struct{ next, up, down, pageUp, pageDown, back key.Binding }

func newReadKeys(next, back string) readKeys {
	k := readKeys{
		next: bind("Enter", next, "enter"), up: bind("↑↓", textKeyScroll, "up"), down: bind("↑↓", "", "down"),
		pageUp: bind("PgUp", "", "pgup"), pageDown: bind("PgDn", "", "pgdown"), back: backKey(back),
	}
	k.next.SetEnabled(next != "")
	return k
}

func (k readKeys) ShortHelp() []key.Binding  { return []key.Binding{k.next, k.up, k.back} }
func (k readKeys) FullHelp() [][]key.Binding { return [][]key.Binding{k.ShortHelp()} }

// dialogKeys are for a question.
type dialogKeys struct{ move, choose, back key.Binding }

func newDialogKeys() dialogKeys {
	return dialogKeys{
		move:   bind("←→", textKeyChoose, "left", "right", "tab", "up", "down"),
		choose: bind("Enter", textKeyOK, "enter"), back: bind("Esc", textKeyBack, "esc"),
	}
}
