package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/sim"
	"shouxiang/tui/replybox"
)

// drill is one card under way: the customer's words, the clock, the tag row and the reply box.
type drill struct {
	keys   drillKeys
	paused pausedKeys
	ui     *ui
	set    *set
	n      int // the chat
	box    *replybox.Box
	sofar  report.Set // the set before this card

	onTags bool   // keys go to the tag row
	tagAt  int    // the tag the arrows point at; -1 = they were not used
	held   bool   // Enter was pressed while the customer was still typing
	over   int    // characters the box did not take
	hinted bool   // the hint is shown
	back   int    // rows the transcript was scrolled back
	line   string // time line of the keys of the open bubble
	now    int64  // session time of the last change
	w, h   int
}

// boxLimit is the longest reply the box takes, in characters.
const boxLimit = 2000

func newDrill(u *ui, s *set) *drill {
	d := &drill{
		ui: u, set: s, n: s.chat().N, box: replybox.New(10, 2), sofar: report.Summarize(s.state()),
		keys: newDrillKeys(), paused: newPausedKeys(), now: s.at(), tagAt: -1,
	}
	d.box.SetLimit(boxLimit)
	d.onTags = len(d.chat().Tags) > 0
	return d
}

func (d *drill) chat() *sim.Chat { return &d.set.state().Chats[d.n-1] }

func (d *drill) Init() tea.Cmd { return d.set.schedule() }

// Resize fits the box: it grows with its text up to a third of the screen.
func (d *drill) Resize(w, h int) {
	d.w, d.h = w, h
	d.box.SetMethod(d.ui.method)
	d.fit()
}

func (d *drill) fit() {
	w := d.w - 3
	d.box.SetSize(w, 2)
	d.box.SetSize(w, max(2, min(d.box.RowCount(), d.h/4)))
}

func (d *drill) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tickMsg:
		d.set.tick(msg)
	case tea.ResumeMsg:
		d.set.do(sim.Tick{})
	case tea.PasteMsg:
		if !d.set.state().Paused {
			d.over = d.box.Paste(msg.Content)
			d.typed()
		}
	case tea.KeyPressMsg:
		cmd = d.press(msg)
	}
	d.now = d.set.at()
	if c := d.chat(); !c.Open() {
		return d.ended(c)
	}
	return tea.Batch(cmd, d.set.schedule())
}

// ended says what comes after the card: its feedback, or word that it does not count.
func (d *drill) ended(c *sim.Chat) tea.Cmd {
	switch c.Outcome {
	case sim.OutcomeVoid:
		q := newDialog(textVoid, choice{textVoidNext, nextMsg{c.Redo}}, choice{textEndSet, endSetMsg{}})
		q.interrupt, q.opened = 1, true
		return send(askMsg{q})
	case sim.OutcomeQuit:
		return nil
	}
	return send(gradedMsg{})
}

// press handles a key by where it goes: the whole screen, the tag row, the box.
func (d *drill) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case d.set.state().Paused:
		return d.pressPaused(msg)
	case msg.Text != "": // before the names: an IME may commit the word "end"
		if !d.onTags || !d.tagging() || !d.pickDigit(msg) {
			d.over = d.box.Insert(msg.Text)
			d.typed()
		}
	case key.Matches(msg, d.keys.back):
		return d.leave()
	case key.Matches(msg, d.keys.pause):
		d.set.do(sim.Pause{})
	case key.Matches(msg, d.keys.hint):
		if !d.hinted {
			d.hinted = true
			d.set.do(sim.AskHint{})
		}
	case key.Matches(msg, d.keys.pageUp):
		d.back = min(d.back+3, len(d.ui.transcript(d.chat(), d.w)))
	case key.Matches(msg, d.keys.pageDown):
		d.back = max(0, d.back-3)
	case d.onTags && d.tagging() && d.pressTags(msg):
	default:
		d.pressBox(msg)
	}
	return nil
}

func (d *drill) pressPaused(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, d.paused.resume):
		d.set.do(sim.Resume{})
	case key.Matches(msg, d.paused.back):
		return d.leave()
	}
	return nil
}

// leave asks before a card is given up.
func (d *drill) leave() tea.Cmd {
	text := textLeave
	if n := d.set.state().Played(); n > 0 && !d.set.firstRun() {
		text = textLeave + textLeaveKept
	}
	q := newDialog(text, choice{textStay, nil}, choice{textEndSet, quitSetMsg{}})
	q.interrupt = 1
	return send(askMsg{q})
}

// tagging: the chat can still be tagged, until its first reply.
func (d *drill) tagging() bool {
	c := d.chat()
	return len(c.Tags) > 0 && c.First < 0 && len(c.Steps) == 0
}

// pressTags handles a key on the tag row; false = the key starts the reply.
func (d *drill) pressTags(msg tea.KeyPressMsg) bool {
	tags := d.chat().Tags
	switch {
	case key.Matches(msg, d.keys.pickTag):
		if d.tagAt >= 0 {
			d.pick(d.tagAt)
		}
	case key.Matches(msg, d.keys.move):
		d.tagAt = stepped(d.tagAt, msg.String() == "left", len(tags))
		d.set.do(sim.Typing{Draft: !d.box.Empty()})
	case key.Matches(msg, d.keys.toBox):
		d.onTags = false
		d.set.do(sim.Typing{Draft: !d.box.Empty()})
	default:
		return false
	}
	return true
}

// pickDigit picks the tag a digit stands for; false = the key is no digit.
func (d *drill) pickDigit(msg tea.KeyPressMsg) bool {
	if !key.Matches(msg, d.keys.digits) {
		return false
	}
	if i := digit(msg.Text); i < len(d.chat().Tags) {
		d.pick(i)
	}
	return true
}

// stepped is the next place of n, round and round; -1 is before the first.
func stepped(at int, back bool, n int) int {
	switch {
	case !back:
		return (at + 1) % n
	case at <= 0:
		return n - 1
	}
	return at - 1
}

// digit is the place a digit key points at, half or full width.
func digit(text string) int {
	r, _ := utf8.DecodeRuneInString(text)
	if r >= '１' {
		return int(r - '１')
	}
	return int(r - '1')
}

func (d *drill) pick(i int) {
	d.set.do(sim.PickTag{Tag: d.chat().Tags[i]})
	d.tagAt, d.onTags = i, false
}

// pressBox handles a key in the reply box.
func (d *drill) pressBox(msg tea.KeyPressMsg) {
	switch {
	case key.Matches(msg, d.keys.sendIt):
		d.send()
		return
	case d.box.Key(msg.String()):
	case key.Matches(msg, d.keys.toTags) && d.tagging():
		d.onTags = true
		d.tagAt = slices.Index(d.chat().Tags, d.chat().Tagged)
		return
	default:
		return
	}
	d.typed()
}

// typed tells the engine and the time line that the box changed.
func (d *drill) typed() {
	d.onTags, d.held = false, false
	added, removed := d.box.Delta()
	if added+removed > 0 || !d.box.Empty() {
		d.set.do(sim.Typing{Draft: !d.box.Empty()})
	}
	if added > 0 {
		d.stroke("+", added)
	} else {
		d.over = 0
	}
	if removed > 0 {
		d.stroke("-", removed)
	}
	d.fit()
}

// stroke adds one entry to the time line: ms since the turn's first reply key, then what changed.
func (d *drill) stroke(sign string, n int) {
	c := d.chat()
	since := max(0, d.set.at()-c.Shift-max(0, c.Think))
	entry := strconv.FormatInt(since, 10) + sign + strconv.Itoa(n)
	if d.line != "" {
		entry = "," + entry
	}
	d.line += entry
}

// send sends the bubble; an empty box says that all is said.
func (d *drill) send() {
	text := strings.TrimSpace(d.box.Value())
	c := d.chat()
	switch {
	case text == "":
		d.set.do(sim.Done{})
		return
	case c.Bursting():
		d.held = true
		d.set.do(sim.Tick{})
		return
	}
	n := d.box.Counts()
	before := len(c.Lines)
	d.set.do(sim.Send{
		Text: text, Typed: n.Typed, Pasted: n.Pasted, Phrased: n.Phrase, OpenSlot: len(d.box.OpenSlots()) > 0, Keys: d.line,
	})
	if c = d.chat(); len(c.Lines) > before && slices.ContainsFunc(c.Lines[before:], byTrainee) {
		d.box.Reset()
		d.line, d.over, d.back, d.hinted, d.held = "", 0, 0, false, false
		d.fit()
	}
}

func byTrainee(l sim.Line) bool { return l.Who == sim.Trainee }

// ShortHelp is what the keys do just now.
func (d *drill) ShortHelp() []key.Binding {
	c := d.chat()
	k := d.keys
	switch {
	case d.set.state().Paused:
		return []key.Binding{d.paused.resume, d.paused.back}
	case d.onTags && d.tagging():
		if d.tagAt >= 0 {
			return []key.Binding{k.digits, k.pickTag, k.toBox, k.hint, k.pause, k.back}
		}
		return []key.Binding{k.digits, k.move, k.toBox, k.hint, k.pause, k.back}
	case d.box.Empty() && c.Joining():
		k.sendIt = k.over
	case d.box.Empty() && c.Window():
		k.sendIt = bind("Enter", textKeyDecline, "enter")
	}
	list := []key.Binding{k.sendIt, k.line}
	if d.tagging() {
		list = append(list, k.toTags)
	}
	return append(list, k.hint, k.pause, k.back)
}

// FullHelp is the same: there is no time to read more.
func (d *drill) FullHelp() [][]key.Binding { return [][]key.Binding{d.ShortHelp()} }
