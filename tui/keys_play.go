package tui

import "charm.land/bubbles/v2/key"

// playKeys are for a conversation, beside those of a card.
type playKeys struct {
	know, phrases, pledges, panel, reload, next, back, resume key.Binding
	pageUp, pageDown, slot                                    key.Binding
}

func newPlayKeys() playKeys {
	return playKeys{
		know: bind("Ctrl+K", textKeyKnow, "ctrl+k"), phrases: bind("Ctrl+P", textKeyPhrases, "ctrl+p"),
		pledges: bind("Ctrl+L", textKeyPledges, "ctrl+l"), panel: bind("Ctrl+B", textKeyPanel, "ctrl+b"),
		reload: bind("F5", textKeyReload, "f5"), next: bind("Enter", textKeyDebrief, "enter"), back: backKey(textKeyLeave),
		resume: bind("Ctrl+O", textStayTalk, "ctrl+o", "enter"), pageUp: bind("PgUp", textKeyPages, "pgup"),
		pageDown: bind("PgDn", "", "pgdown"), slot: bind("Tab", textKeyNextSlot, "tab"),
	}
}

// paneKeys are for what lies over the transcript.
type paneKeys struct{ up, down, choose, back key.Binding }

func newPaneKeys(up, choose string) paneKeys {
	k := paneKeys{
		up: bind("↑↓", up, "up", "pgup"), down: bind("↑↓", "", "down", "pgdown"), choose: bind("Enter", choose, "enter"),
		back: backKey(textKeyClose),
	}
	k.choose.SetEnabled(choose != "")
	return k
}

func (k paneKeys) help() []key.Binding { return []key.Binding{k.up, k.choose, k.back} }

// pickKeys are for the list of scripts.
type pickKeys struct{ up, down, filter, value, choose, line, back key.Binding }

func newPickKeys() pickKeys {
	return pickKeys{
		up: bind("↑↓", textKeyChoose, "up"), down: bind("↑↓", "", "down"), filter: bind("Tab", textKeyFilter, "tab"),
		value: bind("←→", textKeyValue, "left", "right"), choose: bind("Enter", textKeyGo, "enter"),
		line: bind("", "", "ctrl+j", "alt+enter", "shift+enter"), back: backKey(textKeyHome),
	}
}

// ticketKeys are for the form.
type ticketKeys struct{ next, up, down, line, pageUp, pageDown, back key.Binding }

func newTicketKeys() ticketKeys {
	return ticketKeys{
		next: bind("Enter", textKeyField, "enter"), up: bind("↑↓", textKeyChoose, "up"), down: bind("↑↓", "", "down", "tab"),
		line: bind("", "", "ctrl+j", "alt+enter", "shift+enter"), pageUp: bind("PgUp", textKeyPages, "pgup"),
		pageDown: bind("PgDn", "", "pgdown"), back: backKey(textKeySkip),
	}
}

// debriefKeys are for the look back.
type debriefKeys struct{ up, down, open, shut, again, keep, reload, pageUp, pageDown, back key.Binding }

func newDebriefKeys() debriefKeys {
	return debriefKeys{
		up: bind("↑↓", textKeyStep, "up"), down: bind("↑↓", "", "down"), open: bind("Enter", textKeyOpen, "enter", "right"),
		shut: bind("Esc", textKeyShut, "left", "enter", "esc"), again: bind("Ctrl+R", textKeyFromHere, "ctrl+r"),
		keep: bind("Ctrl+E", textKeyKeep, "ctrl+e"), reload: bind("F5", textKeyReload, "f5"),
		pageUp: bind("PgUp", "", "pgup"), pageDown: bind("PgDn", "", "pgdown"), back: backKey(textKeyHome),
	}
}
