package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/tui/replybox"
)

// welcome is the first thing of the first run: it asks for a name, and Enter goes without one.
type welcome struct {
	nameKeys
	ui   *ui
	box  *replybox.Box
	w, h int
}

const nameLimit = 20

func newWelcome(u *ui) *welcome {
	w := &welcome{ui: u, nameKeys: newNameKeys(), box: replybox.New(2*nameLimit+1, 1)}
	w.box.SetLimit(nameLimit)
	return w
}

func (s *welcome) Init() tea.Cmd { return nil }

func (s *welcome) Resize(w, h int) {
	s.w, s.h = w, h
	s.box.SetMethod(s.ui.method)
	s.box.SetSize(max(2, min(2*nameLimit+1, w-6)), 1)
}

func (s *welcome) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		s.box.Paste(Printable(msg.Content))
	case tea.KeyPressMsg:
		switch {
		case msg.Text != "":
			s.box.Insert(msg.Text)
		case key.Matches(msg, s.back):
			return send(homeMsg{})
		case key.Matches(msg, s.ok):
			return send(namedMsg{Printable(s.box.Value())})
		case key.Matches(msg, s.line):
		case s.box.Key(msg.String()):
		}
	}
	return nil
}

func (s *welcome) View() frame {
	th := s.ui.th
	f := frame{title: textName, status: textSlogan, body: []string{""}}
	for _, text := range []string{textWelcome1, textWelcome2} {
		f.body = append(f.body, s.ui.indented(text, s.w, th.plain)...)
	}
	f.body = append(f.body, "", " "+th.bold.Render(textAskName), "", " "+th.accent.Render("┃")+" "+s.box.Lines()[0])
	x, y := s.box.Cursor()
	f.cursor = &tea.Position{X: 3 + x, Y: len(f.body) - 1 + y}
	return f
}
