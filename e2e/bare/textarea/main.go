// Command textarea is a bare bubbles textarea: the measure for the way from a key to the screen.
package main

import (
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
)

type model struct{ area textarea.Model }

func (model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "ctrl+c" {
		return m, tea.Quit
	}
	var cmd tea.Cmd
	m.area, cmd = m.area.Update(msg)
	return m, cmd
}

func (m model) View() tea.View {
	v := tea.NewView("ready\n" + m.area.View())
	v.AltScreen = true
	if v.Cursor = m.area.Cursor(); v.Cursor != nil {
		v.Cursor.Y++
	}
	return v
}

func main() {
	area := textarea.New()
	area.SetVirtualCursor(false)
	area.SetWidth(80)
	area.Focus()
	tea.NewProgram(model{area}).Run()
}
