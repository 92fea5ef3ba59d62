package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
	"shouxiang/tui/replybox"
)

// ticket is the 工单 after a conversation: one line a field, the end of the conversation above to look things up in.
// Handed in, it shows which fields hold the facts.
type ticket struct {
	ticketKeys
	ui     *ui
	set    *set
	fields []string
	boxes  []*replybox.Box
	at     int
	above  int // rows the transcript was scrolled back
	w, h   int
}

const (
	fieldLimit  = 100
	fieldColumn = 12
)

func newTicket(u *ui, s *set, fields []string) *ticket {
	t := &ticket{ticketKeys: newTicketKeys(), ui: u, set: s, fields: fields}
	for range fields {
		b := replybox.New(20, 1)
		b.SetLimit(fieldLimit)
		t.boxes = append(t.boxes, b)
	}
	t.label()
	return t
}

func (t *ticket) filed() *sim.Ticketed { return t.set.chat().Ticket }

func (t *ticket) Init() tea.Cmd { return nil }

func (t *ticket) Resize(w, h int) {
	t.w, t.h = w, h
	for _, b := range t.boxes {
		b.SetMethod(t.ui.method)
		b.SetSize(max(2, w-fieldColumn-3), 1)
	}
}

// label says what Enter does: the last field hands in.
func (t *ticket) label() {
	switch {
	case t.filed() != nil:
		t.next.SetHelp("Enter", textKeyDebrief)
		t.back.SetHelp("Esc", textKeyDebrief)
	case t.at == len(t.boxes)-1:
		t.next.SetHelp("Enter", textKeyFile)
	default:
		t.next.SetHelp("Enter", textKeyField)
	}
}

func (t *ticket) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if t.filed() == nil {
			t.boxes[t.at].Paste(Printable(msg.Content))
		}
	case tea.KeyPressMsg:
		cmd = t.press(msg)
	}
	t.label()
	return cmd
}

func (t *ticket) press(msg tea.KeyPressMsg) tea.Cmd {
	n := len(t.boxes)
	switch {
	case t.filed() != nil:
		if msg.Text == "" && (key.Matches(msg, t.next) || key.Matches(msg, t.back)) {
			return send(filedMsg{})
		}
	case msg.Text != "":
		t.boxes[t.at].Insert(Printable(msg.Text))
	case key.Matches(msg, t.back):
		return t.leave()
	case key.Matches(msg, t.line):
	case key.Matches(msg, t.next) && t.at == n-1:
		t.file()
	case key.Matches(msg, t.next), key.Matches(msg, t.down):
		t.at = (t.at + 1) % n
	case key.Matches(msg, t.up):
		t.at = (t.at + n - 1) % n
	case key.Matches(msg, t.pageUp):
		t.above = min(t.above+3, len(t.ui.transcript(t.set.chat(), t.w)))
	case key.Matches(msg, t.pageDown):
		t.above = max(0, t.above-3)
	default:
		t.boxes[t.at].Key(msg.String())
	}
	return nil
}

// leave asks before what was written is given up.
func (t *ticket) leave() tea.Cmd {
	for _, b := range t.boxes {
		if !b.Empty() {
			return send(askMsg{newDialog(textTicketLeave, choice{textNewStay, nil}, choice{textTicketQuit, filedMsg{}})})
		}
	}
	return send(filedMsg{})
}

// file hands the form in.
func (t *ticket) file() {
	fields := map[string]string{}
	for i, name := range t.fields {
		fields[name] = t.boxes[i].Value()
	}
	t.set.do(sim.FileTicket{Chat: t.set.chat().N, Fields: fields})
}

// ShortHelp is what the keys do just now.
func (t *ticket) ShortHelp() []key.Binding {
	if t.filed() != nil {
		return []key.Binding{t.next}
	}
	return []key.Binding{t.next, t.up, t.pageUp, t.back}
}

// FullHelp is the same.
func (t *ticket) FullHelp() [][]key.Binding { return [][]key.Binding{t.ShortHelp()} }

func (t *ticket) View() frame {
	th := t.ui.th
	f := frame{title: textTicket, status: Printable(t.set.chat().Title)}
	if got := t.filed(); got != nil {
		f.body = t.result(got)
		return f
	}
	form := append([]string{t.ui.rule(t.w)}, t.ui.indented(textTicketHow, t.w, th.dim)...)
	if brief := t.set.chat().Brief; brief != "" && t.h >= 20 {
		form = append(form, t.ui.label(textDesk, Printable(brief), 7, t.w, th.plain)...)
	}
	room := max(0, t.h-len(form)-len(t.boxes))
	lines := t.ui.transcript(t.set.chat(), t.w)
	top := max(0, len(lines)-room-min(t.above, max(0, len(lines)-room)))
	f.body = append(f.body, lines[top:min(len(lines), top+room)]...)
	f.body = append(f.body, form...)
	for i, name := range t.fields {
		label, edge := th.dim.Render(t.ui.pad(" "+TicketWord(name), fieldColumn)), th.faint
		if i == t.at {
			label, edge = th.accentBold.Render(t.ui.pad("▸"+TicketWord(name), fieldColumn)), th.accent
			x, y := t.boxes[i].Cursor()
			f.cursor = &tea.Position{X: fieldColumn + 2 + x, Y: len(f.body) + y}
		}
		f.body = append(f.body, label+edge.Render("┃")+" "+t.boxes[i].Lines()[0])
	}
	return f
}

// result sets what was written beside what belongs there.
func (t *ticket) result(got *sim.Ticketed) []string {
	th := t.ui.th
	sc := t.set.sit.Session.Scenario(t.set.chat())
	out := append([]string{""}, t.ui.indented(textTicket+" "+TicketLine(got), t.w, th.bold)...)
	if t.h >= 2+3*len(t.fields) {
		out = append(out, "")
	}
	for _, name := range t.fields {
		text := Printable(got.Field(name))
		if text == "" {
			text = textFieldEmpty
		}
		out = append(out, t.ui.label(TicketWord(name), text, fieldColumn, t.w, th.plain)...)
		note, style := TicketNote(got, sc, name), th.warn
		if note == textFieldRight {
			style = th.good
		}
		out = append(out, t.ui.label("", note, fieldColumn, t.w, style)...)
	}
	return out[:min(len(out), t.h)]
}
