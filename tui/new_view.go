package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shouxiang/scenarios/draft"
)

// roleColumn is where answers begin in the list of questions.
const roleColumn = 21

// View shows the question in focus, those before it above and those to come below.
func (w *wizard) View() frame {
	if w.look != nil {
		return w.look.view()
	}
	f := frame{title: textNew, status: fmt.Sprintf(textNewAt, w.at+1, len(w.qs))}
	var above, below []string
	for i := range w.qs {
		switch {
		case i < w.at:
			above = append(above, w.summary(i)...)
		case i > w.at:
			below = append(below, w.summary(i)...)
		}
	}
	block, cursor := w.block()
	above = w.end(above, w.h-len(block)-min(2, len(below)))
	if cursor != nil {
		f.cursor = &tea.Position{X: cursor.X, Y: cursor.Y + len(above)}
	}
	f.body = append(append(above, block...), below...)
	f.body = f.body[:min(len(f.body), w.h)]
	return f
}

// end is the last h rows of the questions before; where there are more, the first of them says so.
func (w *wizard) end(above []string, h int) []string {
	if h = max(1, h); len(above) <= h {
		return above
	}
	start := len(above) - h + 1
	note := "   " + w.ui.th.dim.Render(fmt.Sprintf(textNewAbove, w.hidden(start)))
	return append([]string{note}, above[start:]...)
}

// hidden is how many questions the first rows of the list are.
func (w *wizard) hidden(rows int) int {
	n := 0
	for i := 0; i < w.at && rows > 0; i++ {
		rows -= len(w.summary(i))
		n++
	}
	return n
}

// summary is a question that is not in focus in one row, after the head that it stands under.
func (w *wizard) summary(i int) []string {
	q, th := &w.qs[i], w.ui.th
	text, given := w.v.Given(q.Key)
	mark := "   "
	if loose, ok := w.loose[q.Key]; ok {
		text, mark = loose, th.warn.Render(" ! ")
	}
	style := th.plain
	switch {
	case text == "" && given:
		text, style = fmt.Sprintf(textNewLeft, q.Left()), th.dim
	case text == "":
		return append(w.head(q), "   "+th.dim.Render(w.ui.cut(q.Role, w.w-4)))
	}
	text = strings.NewReplacer("\n", " ⏎ ", " // ", " ⏎ ").Replace(text)
	row := mark + th.dim.Render(w.ui.pad(q.Role, roleColumn-3)) + style.Render(w.ui.cut(Printable(text), max(1, w.w-roleColumn-1)))
	return append(w.head(q), row)
}

// head announces the stage that begins with a question.
func (w *wizard) head(q *draft.Question) []string {
	if q.Head.Role == "" {
		return nil
	}
	return []string{w.ui.cut(" "+w.ui.th.bold.Render(q.Head.Role)+w.ui.th.dim.Render(" "+q.Head.Text), w.w)}
}

// block is the question in focus: what to do, the box or the list, and what is to be said about the answer.
func (w *wizard) block() ([]string, *tea.Position) {
	q, th := w.q(), w.ui.th
	out := w.head(q)
	out = append(out, w.title(q)...)
	var cursor *tea.Position
	tail := w.remarks()
	if q.Kind == draft.Pick {
		list, row := w.list(w.h - 1 - len(out) - len(tail))
		if row >= 0 {
			x, _ := w.box.Cursor()
			cursor = &tea.Position{X: 7 + x, Y: len(out) + row}
		}
		return append(append(out, list...), tail...), cursor
	}
	x, y := w.box.Cursor()
	cursor = &tea.Position{X: 3 + x, Y: len(out) + y}
	above, below := w.box.Hidden()
	for _, line := range edged(w.box.Lines(), above, below, th.accent) {
		out = append(out, " "+line)
	}
	return append(out, tail...), cursor
}

// title is the name of the question in focus and how to answer it.
func (w *wizard) title(q *draft.Question) []string {
	var how []string
	switch q.Kind {
	case draft.Messages:
		how = append(how, textNewLinesIs)
	case draft.Pick:
		how = append(how, textNewPickHow)
		if q.Own {
			how = append(how, textNewOwnHow)
		}
	}
	if w.hint != "" {
		how = append(how, w.hint)
	}
	name := w.ui.th.accentBold.Render(" ▸ " + q.Role)
	text := Printable(strings.Join(how, "；"))
	indent := roleColumn
	if w.ui.cells(text) > w.w-indent-1 {
		indent = w.ui.cells(name) + 2
	}
	var out []string
	for i, line := range w.ui.atMost(w.ui.wrap(text, w.w-indent-1), w.h/3, w.w-indent-1) {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = w.ui.pad(name, indent)
		}
		out = append(out, head+w.ui.th.dim.Render(line))
	}
	return out
}

// list is the choices, as many around the pointer as there is room for, and the row of the box when a word of one's
// own may be written and is being written.
func (w *wizard) list(room int) (out []string, box int) {
	q, th := w.q(), w.ui.th
	width := 0
	for _, c := range q.Choices {
		width = max(width, w.ui.cells(c.Word)+2)
	}
	for i, c := range q.Choices {
		mark, style := "     ", th.plain
		if i == w.choice {
			mark, style = th.accentBold.Render("   ▸ "), th.accentBold
		}
		row := mark + style.Render(fmt.Sprintf("%2d ", i+1)+w.ui.pad(Printable(c.Word), width)) + th.dim.Render(c.Meaning)
		out = append(out, w.ui.cut(row, w.w))
	}
	if q.Own {
		switch {
		case !w.listing():
			out = append(out, th.accentBold.Render("   ▸ ")+th.accent.Render("┃")+" "+w.box.Lines()[0])
		default:
			out = append(out, "       "+th.dim.Render(textNewOwn))
		}
	}
	room = max(1, room)
	top := max(0, min(w.choice-room/2, len(out)-room))
	out = out[top:min(len(out), top+room)]
	if w.listing() {
		return out, -1
	}
	return out, w.choice - top
}

// remarks is what is to be said about the answer as it stands.
func (w *wizard) remarks() []string {
	th := w.ui.th
	var out []string
	if h := w.heard; h != nil {
		text, style := h.Words(), th.warn
		switch bad := w.q().What == draft.AskBad; {
		case bad && h.Pass:
			text += "，" + textNewStill
		case bad:
			style = th.accent
		case h.Pass:
			style = th.good
		}
		out = append(out, w.remark(text, style)...)
	}
	switch {
	case w.says != "":
		out = append(out, w.remark("! "+w.says, th.warn)...)
	case w.over:
		out = append(out, w.remark("! "+fmt.Sprintf(textTooLong, boxLimit), th.warn)...)
	}
	return out
}

// atMost is the first n rows; where that is not all, the last one says so.
func (u *ui) atMost(rows []string, n, w int) []string {
	if n = max(1, n); len(rows) <= n {
		return rows
	}
	rows = slices.Clone(rows[:n])
	rows[n-1] = u.wrap(rows[n-1], w-1)[0] + "…"
	return rows
}

func (w *wizard) remark(text string, style lipgloss.Style) []string {
	var out []string
	for _, line := range w.ui.atMost(w.ui.wrap(Printable(text), w.w-5), max(3, w.h/4), w.w-5) {
		out = append(out, "   "+style.Render(line))
	}
	return out
}
