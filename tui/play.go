package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/sim"
)

// play is one conversation: the card's box, clock and tag row, with the customer's mood, what is known of the customer
// and the tools of the desk around them. It stays in sight after the end, until the trainee goes on.
type play struct {
	*drill
	keys playKeys

	done   bool     // the conversation has ended
	asked  []string // the fields of its 工单, then
	panel  bool     // the side panel, where the window is wide enough
	pane   pane     // lies over the transcript, or nil
	full   int      // width of the whole screen; drill.w is the part left of the side panel
	mood   int      // as last seen
	moved  int      // by how much it moved last
	steps  int      // replies and silences so far
	looked int64

	rows []string // the transcript, laid out
	side []string // the panel, laid out
	laid laidOut
}

// laidOut is what the laid out rows hang on.
type laidOut struct {
	lines, w, mood int
	bursting       bool
	method         int
	accent         string
	pledges        string // how the promises stand
}

// Widths of the side panel.
const (
	panelFrom = 100 // columns from which it stands beside the conversation
	panelWide = 34
)

func newPlay(u *ui, s *set) *play {
	p := &play{drill: newDrill(u, s), keys: newPlayKeys(), panel: true, mood: s.chat().Mood, steps: len(s.chat().Steps)}
	p.looked = s.chat().LookupMs
	p.onTags = p.tagging()
	p.keys.reload.SetEnabled(u.env.Reload != nil)
	return p
}

func (p *play) scenario() *scenarios.Scenario { return p.set.sit.Session.Scenario(p.chat()) }

// beside: the panel stands beside the conversation.
func (p *play) beside() bool { return p.panel && p.full >= panelFrom }

// Resize gives the conversation what the side panel leaves.
func (p *play) Resize(w, h int) {
	p.full = w
	if p.beside() {
		w -= panelWide
	}
	p.drill.Resize(w, h)
	p.settle()
}

func (p *play) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tickMsg:
		p.set.tick(msg)
	case tea.ResumeMsg:
		p.set.do(sim.Tick{})
	case tea.PasteMsg:
		p.paste(msg.Content)
	case tea.KeyPressMsg:
		cmd = p.press(msg)
	}
	p.now = p.set.at()
	p.settle()
	if c := p.chat(); !c.Open() && !p.done {
		p.done, p.pane, p.back = true, nil, 0
		if c.CSAT > 0 {
			p.asked = p.set.sit.Session.AskedFields(c)
		}
		p.settle()
		return tea.Batch(cmd, p.ended(c))
	}
	return tea.Batch(cmd, p.set.schedule())
}

// settle brings what is remembered of the conversation in step with it.
func (p *play) settle() {
	c := p.chat()
	if c.Mood != p.mood {
		p.moved, p.mood = c.Mood-p.mood, c.Mood
	}
	if len(c.Steps) != p.steps {
		p.steps, p.looked = len(c.Steps), c.LookupMs
	}
	now := laidOut{len(c.Lines), p.w, c.Mood, c.Bursting(), int(p.ui.method), p.ui.th.accent.Render("x"), ""}
	for i := range c.Pledges {
		now.pledges += pledgeWord(&c.Pledges[i], p.now-c.Shift)
	}
	if now != p.laid {
		p.laid, p.rows, p.side = now, p.ui.transcript(c, p.w), nil
		if p.beside() {
			p.side = p.profile(panelWide - 2)
		}
	}
	if p.pane != nil {
		p.pane.lay(p.w, p.headRows())
	}
}

// ended says what comes after the conversation.
func (p *play) ended(c *sim.Chat) tea.Cmd {
	switch c.Outcome {
	case sim.OutcomeQuit:
		return nil
	case sim.OutcomeVoid:
		q := newDialog(textVoidTalk, choice{textFromStart, againMsg{}}, choice{textQuitTalk, homeMsg{}})
		q.escape, q.interrupt, q.opened = 1, 1, true
		return send(askMsg{q})
	}
	return send(overMsg{})
}

func (p *play) paste(text string) {
	switch {
	case p.done, p.set.state().Paused:
	case p.pane != nil:
		p.pane.paste(text)
	default:
		p.drill.over = p.box.Paste(text)
		p.typed()
	}
}

func (p *play) press(msg tea.KeyPressMsg) tea.Cmd {
	k := p.keys
	switch {
	case p.done:
		return p.pressDone(msg)
	case p.set.state().Paused:
		if key.Matches(msg, k.resume) {
			p.set.do(sim.Resume{})
		} else if key.Matches(msg, k.back) {
			return p.leave()
		}
	case msg.Text != "" && p.pane != nil: // before the names: an IME may commit any word
		p.pressPane(msg)
	case msg.Text != "":
		return p.drill.press(msg)
	case p.pressTool(msg):
	case key.Matches(msg, k.reload):
		return send(reloadMsg{})
	case key.Matches(msg, p.drill.keys.pause):
		return p.drill.press(msg)
	case p.pane != nil:
		p.pressPane(msg)
	case key.Matches(msg, k.back):
		return p.leave()
	case key.Matches(msg, k.pageUp):
		p.scroll(1)
	case key.Matches(msg, k.pageDown):
		p.scroll(-1)
	default:
		return p.drill.press(msg)
	}
	return nil
}

// scroll moves the transcript by most of a screen.
func (p *play) scroll(pages int) {
	p.back = max(0, min(p.back+pages*max(1, p.headRows()-3), len(p.rows)))
}

// pressTool opens and closes what lies over the transcript; false = the key is for none of them.
func (p *play) pressTool(msg tea.KeyPressMsg) bool {
	k := p.keys
	var open func() pane
	switch {
	case key.Matches(msg, k.know):
		open = func() pane { return newKnowledge(p) }
	case key.Matches(msg, k.phrases):
		open = func() pane { return newPhrases(p) }
	case key.Matches(msg, k.pledges):
		open = func() pane { return newPledges(p) }
	case key.Matches(msg, k.panel) && p.full >= panelFrom:
		p.panel = !p.panel
		p.Resize(p.full, p.h)
		return true
	case key.Matches(msg, k.panel):
		open = func() pane { return newAbout(p) }
	default:
		return false
	}
	was := ""
	if p.pane != nil {
		was = p.pane.title()
		p.shut()
	}
	if next := open(); next.title() != was { // the same key closes it
		p.pane = next
		if _, is := next.(*knowledge); is {
			p.set.do(sim.LookUp{Open: true})
		}
	}
	return true
}

// pressPane hands a key to what lies over the transcript.
func (p *play) pressPane(msg tea.KeyPressMsg) {
	if !p.pane.press(msg) {
		p.shut()
	}
}

// shut takes away what lies over the transcript.
func (p *play) shut() {
	if k, is := p.pane.(*knowledge); is {
		p.set.do(sim.LookUp{Query: k.box.Value()})
	}
	p.pane = nil
}

func (p *play) pressDone(msg tea.KeyPressMsg) tea.Cmd {
	switch k := p.keys; {
	case key.Matches(msg, k.next):
		return send(lookBackMsg{})
	case key.Matches(msg, k.reload):
		return send(reloadMsg{})
	case key.Matches(msg, k.back):
		return send(homeMsg{})
	case key.Matches(msg, k.pageUp):
		p.scroll(1)
	case key.Matches(msg, k.pageDown):
		p.scroll(-1)
	}
	return nil
}

// leave asks before a conversation is given up.
func (p *play) leave() tea.Cmd {
	q := newDialog(textLeaveTalk, choice{textStayTalk, nil}, choice{textQuitTalk, quitTalkMsg{}})
	q.interrupt = 1
	return send(askMsg{q})
}

// ShortHelp is what the keys do just now.
func (p *play) ShortHelp() []key.Binding {
	k := p.keys
	switch {
	case p.done:
		next := k.next
		if len(p.asked) > 0 {
			next.SetHelp("Enter", textKeyTicket)
		}
		back := backKey(textKeyHome)
		return []key.Binding{next, k.pageUp, k.reload, back}
	case p.set.state().Paused:
		return []key.Binding{k.resume, k.back}
	case p.pane != nil:
		return p.pane.help()
	case p.onTags && p.tagging():
		return p.drill.ShortHelp()
	}
	sendIt := p.drill.keys.sendIt
	if p.box.Empty() && p.chat().Joining() {
		sendIt = p.drill.keys.over
	}
	list := []key.Binding{sendIt}
	if len(p.box.OpenSlots()) > 0 {
		list = append(list, k.slot)
	} else if p.tagging() {
		list = append(list, p.drill.keys.toTags)
	}
	return append(list, p.tools(list), k.reload, k.back)
}

// tools is the keys of the desk as one entry, as many of them as the row has room for.
func (p *play) tools(others []key.Binding) key.Binding {
	k := p.keys
	room := p.full - p.ui.cells(p.ui.footer(append(slices.Clip(others), k.back), p.full)) - p.ui.cells(" · Ctrl+")
	var text, first string
	for _, b := range []key.Binding{k.know, k.phrases, k.pledges, p.drill.keys.hint, p.drill.keys.pause, k.panel} {
		name := strings.TrimPrefix(b.Help().Key, "Ctrl+")
		item := " " + name + " " + b.Help().Desc
		if p.ui.cells(first+text+item) > room {
			break
		}
		if first == "" {
			first, item = name, b.Help().Desc
		}
		text += item
	}
	return bind("Ctrl+"+first, text, "")
}

// FullHelp is the same: there is no time to read more.
func (p *play) FullHelp() [][]key.Binding { return [][]key.Binding{p.ShortHelp()} }
