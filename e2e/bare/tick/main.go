// Command tick is a bare Bubble Tea program that counts seconds: the measure for idle cost.
package main

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

type model struct{ left int }

type tickMsg struct{}

func tick() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} }) }

func (model) Init() tea.Cmd { return tick() }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case tea.KeyPressMsg:
		return m, tea.Quit
	case tickMsg:
		m.left--
		return m, tick()
	}
	return m, nil
}

func (m model) View() tea.View {
	v := tea.NewView(fmt.Sprintf("ready 还剩 %d 秒", m.left))
	v.AltScreen = true
	return v
}

func main() { tea.NewProgram(model{600}).Run() }
