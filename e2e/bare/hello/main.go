// Command hello is a bare Bubble Tea program: the measure for start-up.
package main

import tea "charm.land/bubbletea/v2"

type model struct{}

func (model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return m, tea.Quit
	}
	return m, nil
}

func (model) View() tea.View {
	v := tea.NewView("ready 世界")
	v.AltScreen = true
	return v
}

func main() { tea.NewProgram(model{}).Run() }
