package tui

import "charm.land/bubbles/v2/key"

// wizardKeys are for the form that writes a new scenario.
type wizardKeys struct{ next, up, down, prev, line, onward, first, back, quit key.Binding }

func newWizardKeys() wizardKeys {
	return wizardKeys{
		next: bind("Enter", textKeyQuestion, "enter", "tab"), up: bind("↑", "", "up"), down: bind("↓", "", "down"),
		prev: bind("Shift+Tab", "", "shift+tab"), line: bind("Ctrl+J", textKeyLine, "ctrl+j", "alt+enter", "shift+enter"),
		onward: bind("PgDn", textKeyToOpen, "pgdown"), first: bind("PgUp", "", "pgup"), back: bind("Esc", textKeyPrev, "esc"),
		quit: bind("Ctrl+C", textNewQuit, "ctrl+c"),
	}
}

// lookKeys are for the page before it is written.
type lookKeys struct{ write, up, down, pageUp, pageDown, back, quit key.Binding }

func newLookKeys() lookKeys {
	return lookKeys{
		write: bind("Enter", textKeyWrite, "enter"), up: bind("↑↓", textKeyScroll, "up"), down: bind("↑↓", "", "down"),
		pageUp: bind("PgUp", "", "pgup"), pageDown: bind("PgDn", "", "pgdown"), quit: bind("Ctrl+C", textNewQuit, "ctrl+c"),
		back: bind("Esc", textKeyMend, "esc"),
	}
}
