package tui

import (
	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shouxiang/sim"
)

// screen is what fills the terminal between header and footer. Sizes change in Resize only; View is pure.
type screen interface {
	Init() tea.Cmd
	Update(msg tea.Msg) tea.Cmd
	Resize(w, h int)
	View() frame
	help.KeyMap
}

// frame is one drawing of a screen.
type frame struct {
	title, status string
	body          []string      // at most as many rows as the screen is high, none wider than it
	cursor        *tea.Position // in the body; nil = hidden
}

// ui is what all screens share: the world, the styles and how the terminal counts cells.
type ui struct {
	env    *Env
	th     theme
	method ansi.Method
}

// Messages from screens to the App.
type (
	drillMsg   struct{}              // 首响速练 was chosen
	catalogMsg struct{}              // 场景一览 was chosen
	homeMsg    struct{}              // back to home
	namedMsg   struct{ name string } // the first run has the name, or ""
	askMsg     struct{ dialog *dialog }
	gradedMsg  struct{}              // the open chat was graded
	nextMsg    struct{ redo int }    // the next card, or chat redo once more
	endSetMsg  struct{}              // no more cards: show the summary
	quitSetMsg struct{}              // the open card is given up and the set with it
	climbMsg   struct{ to sim.Rung } // the answer to an offered rung
	leaveMsg   struct{}              // out of the program
)

// Messages from the world.
type (
	tickMsg   struct{ gen int }
	hangupMsg struct{}
	savedMsg  struct{ err error }
)

// send makes a message a command.
func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
