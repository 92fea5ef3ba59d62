package tui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/sim"
	"shouxiang/tui/replybox"
)

// pane is what may lie over the transcript while the clock below it goes on.
type pane interface {
	title() string
	press(msg tea.KeyPressMsg) (stays bool)
	paste(text string)
	lay(w, h int) // fits it to a size and to the moment
	view() (rows []string, cursor *tea.Position)
	help() []key.Binding
}

// scroller is a list of rows that arrows move, below a head row.
type scroller struct {
	paneKeys
	ui   *ui
	head string
	rows []string
	top  int
	h    int
}

// put takes the rows and keeps the view on them.
func (s *scroller) put(rows []string, h int) {
	s.rows, s.h = rows, h
	s.top = max(0, min(s.top, len(rows)-(h-1)))
}

func (s *scroller) view() ([]string, *tea.Position) {
	return append([]string{s.head}, s.ui.window(s.rows, s.top, s.h-1)...), nil
}

func (s *scroller) press(msg tea.KeyPressMsg) bool {
	switch {
	case msg.Text != "":
	case key.Matches(msg, s.back), key.Matches(msg, s.choose):
		return false
	case key.Matches(msg, s.up):
		s.top = max(0, s.top-1)
	case key.Matches(msg, s.down):
		s.top++
	}
	return true
}

func (s *scroller) paste(string) {}

// knowledge is the 知识库: the 后台 line and the pack's policy, searched while the clock runs.
type knowledge struct {
	scroller
	sc    *scenarios.Scenario
	today string
	box   *replybox.Box
	found []scenarios.Found
	x0    int // where the query begins
}

const queryLimit = 60

func newKnowledge(p *play) *knowledge {
	k := &knowledge{
		scroller: scroller{paneKeys: newPaneKeys(textKeyPages, ""), ui: p.ui}, sc: p.scenario(),
		today: p.ui.env.Now().Format(time.DateOnly), box: replybox.New(20, 1),
	}
	k.box.SetLimit(queryLimit)
	k.box.SetMethod(p.ui.method)
	k.search()
	return k
}

func (k *knowledge) title() string { return textKeyKnow }

func (k *knowledge) search() {
	k.top, k.found = 0, nil
	if k.sc != nil {
		k.found = scenarios.Search(k.sc, k.box.Value(), k.today)
	}
}

func (k *knowledge) press(msg tea.KeyPressMsg) bool {
	switch name := msg.String(); {
	case msg.Text != "":
		k.box.Insert(Printable(msg.Text))
		k.search()
	case name == "up", name == "down", name == "pgup", name == "pgdown", key.Matches(msg, k.back):
		return k.scroller.press(msg)
	case name == "enter":
		return false
	case name == "ctrl+j", name == "alt+enter", name == "shift+enter": // one line
	case k.box.Key(name):
		k.search()
	}
	return true
}

func (k *knowledge) paste(text string) {
	k.box.Paste(Printable(text))
	k.search()
}

func (k *knowledge) lay(w, h int) {
	th := k.ui.th
	k.head = " " + th.accentBold.Render(textKeyKnow) + " " + th.accent.Render("┃") + " "
	k.x0 = k.ui.cells(k.head)
	k.box.SetSize(max(2, w-k.x0-1), 1)
	if k.box.Empty() {
		k.head += th.dim.Render(k.ui.cut(textSearchHow, w-k.x0-1))
	} else {
		k.head += k.box.Lines()[0]
	}
	var rows []string
	for _, f := range k.found {
		rows = append(rows, k.snippet(f, w)...)
	}
	if len(k.found) == 0 {
		rows = k.ui.indented(textNothingHere, w, th.dim)
	}
	k.put(rows, h)
}

// snippet is one entry: its title, whether it holds today, its text.
func (k *knowledge) snippet(f scenarios.Found, w int) []string {
	th := k.ui.th
	name, style := th.bold.Render(Printable(f.Title)), th.plain
	switch {
	case f.Expired:
		name, style = name+"  "+th.warn.Render(fmt.Sprintf(textExpired, Printable(f.To))), th.dim
	case f.Early:
		name, style = name+"  "+th.warn.Render(fmt.Sprintf(textEarly, Printable(f.From))), th.dim
	}
	rows := []string{k.ui.cut(" "+name, w)}
	for _, line := range k.ui.wrap(Printable(f.Text), w-4) {
		rows = append(rows, "   "+style.Render(line))
	}
	return rows
}

func (k *knowledge) view() ([]string, *tea.Position) {
	rows, _ := k.scroller.view()
	x, _ := k.box.Cursor()
	return rows, &tea.Position{X: k.x0 + x}
}

// phrases is the list of 快捷语: the pack's and the trainee's own.
type phrases struct {
	paneKeys
	play *play
	list []scenarios.Phrase
	at   int
	rows []string
}

// ownKey is the key of the trainee's own phrases in the log.
const ownKey = "own"

func newPhrases(p *play) *phrases {
	f := &phrases{paneKeys: newPaneKeys(textKeyChoose, textKeyInsert), play: p}
	if sc := p.scenario(); sc != nil && sc.Pack != nil {
		f.list = append(f.list, sc.Pack.Phrases...)
	}
	for _, text := range p.ui.phrases {
		f.list = append(f.list, scenarios.Phrase{Key: ownKey, Text: text})
	}
	f.choose.SetEnabled(len(f.list) > 0)
	return f
}

func (f *phrases) title() string       { return textKeyPhrases }
func (f *phrases) help() []key.Binding { return f.paneKeys.help() }
func (f *phrases) paste(string)        {}

func (f *phrases) press(msg tea.KeyPressMsg) bool {
	n := len(f.list)
	switch {
	case msg.Text != "":
	case key.Matches(msg, f.back):
		return false
	case n == 0:
	case key.Matches(msg, f.choose):
		f.play.insert(f.list[f.at])
		return false
	case key.Matches(msg, f.up):
		f.at = (f.at + n - 1) % n
	case key.Matches(msg, f.down):
		f.at = (f.at + 1) % n
	}
	return true
}

// insert puts a phrase into the box; its first slot is selected.
func (p *play) insert(f scenarios.Phrase) {
	p.set.do(sim.UsePhrase{Key: f.Key})
	p.drill.over = p.box.InsertPhrase(strings.Join(scenarios.Bubbles(Printable(f.Text)), "\n"))
	p.typed()
}

func (f *phrases) lay(w, h int) {
	u := f.play.ui
	f.rows = []string{" " + u.th.accentBold.Render(textKeyPhrases)}
	if len(f.list) == 0 {
		f.rows = append(f.rows, u.indented(textNoPhrases, w, u.th.dim)...)
		return
	}
	top := max(0, min(f.at-(h-1)/2, len(f.list)-(h-1)))
	for i := top; i < len(f.list) && len(f.rows) < h; i++ {
		name := f.list[i].Key
		if name == ownKey {
			name = textOwnPhrase
		}
		mark, style := "   ", u.th.plain
		if i == f.at {
			mark, style = u.th.accentBold.Render(" ▸ "), u.th.accentBold
		}
		text := strings.Join(scenarios.Bubbles(Printable(f.list[i].Text)), " ⏎ ")
		f.rows = append(f.rows, u.cut(mark+u.th.dim.Render(u.pad(Printable(name), 8))+" "+style.Render(text), w))
	}
}

func (f *phrases) view() ([]string, *tea.Position) { return f.rows, nil }

// pledges is what the trainee has promised in this conversation, and when it falls due.
type pledges struct {
	scroller
	play *play
}

func newPledges(p *play) *pledges {
	return &pledges{p.reading(textKeyPledges), p}
}

// reading is a pane that is only read.
func (p *play) reading(title string) scroller {
	return scroller{paneKeys: newPaneKeys(textKeyPages, ""), ui: p.ui, head: " " + p.ui.th.accentBold.Render(title)}
}

func (l *pledges) title() string { return textKeyPledges }
func (l *pledges) lay(w, h int)  { l.put(l.play.promised(w), h) }

// about is the side panel where it does not fit beside the conversation.
type about struct {
	scroller
	play *play
}

func newAbout(p *play) *about { return &about{p.reading(textKeyPanel), p} }

func (f *about) title() string { return textKeyPanel }
func (f *about) lay(w, h int)  { f.put(f.play.profile(w), h) }
