package tui

import (
	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
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

	phrases []string // the trainee's own 快捷语
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

// Messages of 情景对练.
type (
	playMsg     struct{}                         // it was chosen
	pickMsg     struct{ sc *scenarios.Scenario } // this script was chosen
	overMsg     struct{}                         // the conversation ended
	lookBackMsg struct{}                         // on with what comes after it: the 工单, the look back
	filedMsg    struct{}                         // the 工单 is done with
	replayMsg   struct{ step int }               // once more from this step
	againMsg    struct{}                         // once more from the start
	quitTalkMsg struct{}                         // the open conversation is given up
	reloadMsg   struct{}                         // read the file again
	keepMsg     struct{ text string }            // keep this reply as a phrase
)

// Messages from the world.
type (
	tickMsg   struct{ gen int }
	hangupMsg struct{}
	savedMsg  struct{ err error }

	pastsMsg    struct{ pasts map[string]report.Past }
	phrasesMsg  struct{ list []string }
	keptMsg     struct{ err error }
	reloadedMsg struct {
		sc       *scenarios.Scenario
		problems []problem.Problem
	}
)

// send makes a message a command.
func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
