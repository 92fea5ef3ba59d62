package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/tui/replybox"
)

// NewOptions is what the form that writes a scenario needs.
type NewOptions struct {
	Interview *draft.Interview
	// Proof checks what would be written; it may be slow and runs beside the screen.
	Proof func(d draft.Draft, name string) Proof
	// Write writes it; after an error nothing is there.
	Write func(Proof) error
}

// Proof is a file before it is written.
type Proof struct {
	Draft      draft.Draft
	Name, Path string
	Text       string
	Scenario   *scenarios.Scenario
	Found      []string // what check says, a line each
	Clean      bool     // it found no error
}

// wizard asks the questions of an interview, one in focus and the others around it, and shows what becomes of the
// answers before it is written.
type wizard struct {
	keys wizardKeys
	ui   *ui
	opt  *NewOptions
	v    *draft.Interview

	qs     []draft.Question
	at     int // the question in focus
	box    *replybox.Box
	hint   string                        // how to answer it
	hear   func(text string) draft.Heard // what the scorer says of a reply; nil where none is asked for
	heard  *draft.Heard                  // of what stands in the box; nil when that is nothing
	open   int                           // the first question without an answer
	choice int                           // where the arrows are in a list; behind its end is a word of one's own
	digits string                        // the number typed so far
	says   string                        // why an answer was not taken
	over   bool                          // the box did not take all

	loose map[draft.Key]string // what was typed and not taken yet
	typed bool                 // there is something to lose
	look  *look                // the page before it is written; nil while questions are asked
	w, h  int
}

func newWizard(u *ui, opt *NewOptions) *wizard {
	w := &wizard{
		keys: newWizardKeys(), ui: u, opt: opt, v: opt.Interview, box: replybox.New(20, 1), loose: map[draft.Key]string{},
	}
	w.box.SetLimit(boxLimit)
	w.focus(w.v.Next())
	return w
}

func (w *wizard) Init() tea.Cmd { return nil }

func (w *wizard) Resize(width, h int) {
	w.w, w.h = width, h
	w.box.SetMethod(w.ui.method)
	w.fit()
	if w.look != nil {
		w.look.lay(width, h)
	}
}

// fit gives the box the rows its text needs; a reply and messages get two at least.
func (w *wizard) fit() {
	width, least, most := w.w-4, 1, w.h/3
	switch w.q().Kind {
	case draft.Messages, draft.Reply:
		least = 2
	case draft.Pick:
		width, most = w.w-8, 1
	}
	w.box.SetSize(width, least)
	w.box.SetSize(width, max(least, min(w.box.RowCount(), most)))
}

func (w *wizard) q() *draft.Question { return &w.qs[w.at] }

// focus goes to a question, with the answer that it has.
func (w *wizard) focus(at int) {
	w.qs = w.v.Questions()
	w.at = max(0, min(at, len(w.qs)-1))
	q := w.q()
	w.hint, w.hear, w.says, w.digits, w.over = w.v.Ask(q), nil, "", "", false
	if q.What == draft.AskGood || q.What == draft.AskBad {
		w.hear = w.v.Ear(q.Turn)
	}
	given, ok := w.v.Given(q.Key)
	text := given
	if loose, typed := w.loose[q.Key]; typed {
		text = loose
	}
	if q.Kind == draft.Reply {
		text = strings.ReplaceAll(text, " // ", "\n")
	}
	if q.Kind == draft.Pick {
		if w.choice = q.Place(given); w.choice < 0 {
			w.choice = 0
			if ok && given != "" {
				w.choice = len(q.Choices)
			}
		}
		if w.choice < len(q.Choices) {
			text = ""
		}
	}
	w.open = w.v.Next()
	w.box.Set(text)
	w.box.TextEnd()
	w.listen()
	w.fit()
}

// listen has the scorer say what it hears.
func (w *wizard) listen() {
	w.heard = nil
	if text := w.box.Value(); w.hear != nil && draft.Clean(text) != "" {
		h := w.hear(text)
		w.heard = &h
	}
}

func (w *wizard) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case proofMsg, wroteMsg:
		if w.look != nil {
			return w.look.told(msg)
		}
	case tea.PasteMsg:
		if w.look == nil {
			w.paste(msg.Content)
		}
	case tea.KeyPressMsg:
		if w.look != nil {
			return w.pressLook(msg)
		}
		return w.press(msg)
	}
	return nil
}

func (w *wizard) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case msg.Text != "":
		w.write(msg.Text)
	case key.Matches(msg, w.keys.quit), key.Matches(msg, w.keys.back) && w.at == 0:
		return w.leave()
	case key.Matches(msg, w.keys.back), key.Matches(msg, w.keys.prev):
		w.prev()
	case key.Matches(msg, w.keys.next):
		return w.next()
	case key.Matches(msg, w.keys.onward):
		return w.onward()
	case key.Matches(msg, w.keys.first):
		w.put()
		w.focus(0)
	case w.q().Kind == draft.Pick && w.pressList(msg):
	case key.Matches(msg, w.keys.up) && w.onEdge(-1):
		w.prev()
	case key.Matches(msg, w.keys.down) && w.onEdge(1):
		return w.next()
	case key.Matches(msg, w.keys.line) && w.q().Kind != draft.Messages && w.q().Kind != draft.Reply:
	case w.box.Key(msg.String()):
		w.changed()
	}
	return nil
}

// onEdge: the caret is on the first row (d < 0) or the last, so that an arrow leads out of the box.
func (w *wizard) onEdge(d int) bool {
	above, below := w.box.Hidden()
	_, y := w.box.Cursor()
	if d < 0 {
		return above == 0 && y == 0
	}
	return below == 0 && y == w.box.RowCount()-above-1
}

// write takes typed text; in a list it may be a number or a word of it.
func (w *wizard) write(text string) {
	if !w.listing() || !w.pickBy(text) {
		w.fill(text, w.box.Insert)
	}
}

func (w *wizard) paste(text string) { w.fill(text, w.box.Paste) }

// fill puts a text into the box, for a list as a word of one's own where that may be.
func (w *wizard) fill(text string, put func(string) int) {
	if w.listing() {
		if !w.q().Own {
			return
		}
		w.choice = len(w.q().Choices)
	}
	if w.q().Kind == draft.Line || w.q().Kind == draft.Pick {
		text = Printable(text)
	}
	w.over = put(text) > 0
	w.changed()
}

func (w *wizard) changed() {
	w.typed, w.says = true, ""
	w.listen()
	w.fit()
}

// text is what stands there as an answer.
func (w *wizard) text() string {
	if w.listing() {
		return w.q().Choices[w.choice].Word
	}
	return w.box.Value()
}

// put keeps what stands in the box before another question is looked at; what cannot be taken yet waits beside it.
func (w *wizard) put() {
	q, text := *w.q(), w.box.Value()
	if w.listing() || draft.Clean(text) == "" && !w.had(&q) {
		return
	}
	delete(w.loose, q.Key)
	if w.v.Answer(&q, text) != "" && draft.Clean(text) != "" {
		w.loose[q.Key] = text
	}
}

func (w *wizard) had(q *draft.Question) bool {
	given, _ := w.v.Given(q.Key)
	return given != ""
}

func (w *wizard) prev() {
	w.put()
	w.focus(w.at - 1)
}

// next takes the answer and goes on; behind the last question is the page to look at.
func (w *wizard) next() tea.Cmd {
	q, asked := *w.q(), len(w.qs)
	if w.says = w.v.Answer(&q, w.text()); w.says != "" {
		return nil
	}
	w.typed = true
	delete(w.loose, q.Key)
	gone := q.What == draft.AskBad && len(w.v.Questions()) < asked // the next one stands in its place
	switch {
	case gone:
		w.focus(w.at)
	case w.at < len(w.v.Questions())-1:
		w.focus(w.at + 1)
	default:
		return w.onward()
	}
	return nil
}

// onward goes to the first question without an answer, and to the page when there is none.
func (w *wizard) onward() tea.Cmd {
	w.put()
	if at := w.v.Next(); at < len(w.v.Questions()) {
		w.focus(at)
		return nil
	}
	for i, q := range w.v.Questions() {
		if text, ok := w.loose[q.Key]; ok {
			w.focus(i)
			w.says = w.v.Answer(&q, text)
			return nil
		}
	}
	w.look = newLook(w.ui, w.opt)
	w.look.lay(w.w, w.h)
	return w.look.prove(w.v.Draft(), w.v.FileName())
}

// pressLook handles a key on the page.
func (w *wizard) pressLook(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case w.look.writing:
	case msg.Text == "" && key.Matches(msg, w.look.keys.back):
		w.look = nil
		w.focus(w.at)
	case msg.Text == "" && key.Matches(msg, w.look.keys.quit):
		return w.leave()
	default:
		return w.look.press(msg)
	}
	return nil
}

// leave asks before what was written is given up.
func (w *wizard) leave() tea.Cmd {
	if !w.typed {
		return send(leaveMsg{})
	}
	return send(askMsg{leaveQuestion()})
}

func leaveQuestion() *dialog {
	q := newDialog(textNewLeave, choice{textNewStay, nil}, choice{textNewQuit, leaveMsg{}})
	q.interrupt = 1
	return q
}

// ShortHelp is what the keys do just now.
func (w *wizard) ShortHelp() []key.Binding {
	if w.look != nil {
		return w.look.help()
	}
	k := w.keys
	if w.at == len(w.qs)-1 && w.open >= w.at {
		k.next = bind("Enter", textKeyLast, "enter")
	}
	k.back.SetEnabled(w.at > 0)
	k.line.SetEnabled(w.q().Kind == draft.Messages || w.q().Kind == draft.Reply)
	k.onward.SetEnabled(w.open > w.at+1)
	if w.open == len(w.qs) {
		k.onward = bind("PgDn", textKeyToLook, "pgdown")
	}
	if w.at == 0 {
		k.quit = bind("Esc", textNewQuit, "esc")
	}
	return []key.Binding{k.next, k.line, k.back, k.onward, k.quit}
}

// FullHelp is the same.
func (w *wizard) FullHelp() [][]key.Binding { return [][]key.Binding{w.ShortHelp()} }
