package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
)

// Clock zones, ms left.
const (
	warnBelow   = 10_000
	urgentBelow = 5_000
)

// View draws the card: on top what the customer and the desk say, at the foot the clock, the tags and the box.
func (d *drill) View() frame {
	c := d.chat()
	f := frame{title: d.title(c), status: d.status(c)}
	if d.set.state().Paused {
		f.body = d.covered()
		return f
	}
	foot := d.foot(c)
	box := d.boxLines()
	f.body = append(d.head(c, d.h-len(foot)-len(box)), foot...)
	x, y := d.box.Cursor()
	f.cursor = &tea.Position{X: 2 + x, Y: len(f.body) + y}
	f.body = append(f.body, box...)
	return f
}

// talkRows is what the transcript gets even when it is short, so that the box stands still while the customer writes;
// it stands above the last row, where an IME would cover what it offers.
const talkRows = 10

// head is the 后台 line, the transcript and the notice. It takes more than its rows only when there is more to show.
func (d *drill) head(c *sim.Chat, most int) []string {
	notice := d.notice(c)
	if len(notice) > max(1, most/3) {
		notice = notice[:max(1, most/3)]
	}
	lines := d.ui.transcript(c, d.w)
	desk := d.desk(c, max(1, most/3))
	h := min(most, max(talkRows, len(desk)+len(lines)+len(notice)+1))
	if len(desk) > 0 && len(desk)+len(lines)+len(notice)+1 < h {
		desk = append(desk, "")
	}
	return append(d.talk(desk, lines, h-len(notice)), notice...)
}

func (d *drill) title(c *sim.Chat) string {
	name := textDrill
	if d.set.firstRun() {
		name = textTrial
	}
	if c.Redo > 0 {
		return name + " · " + textAgain
	}
	return fmt.Sprintf("%s %d/%d", name, min(d.set.state().Played()+1, d.set.sit.Session.Cards), d.set.sit.Session.Cards)
}

// status is how the set went so far.
func (d *drill) status(c *sim.Chat) string {
	var out []string
	if s := d.sofar; s.Cards > 0 && !d.set.firstRun() {
		out = append(out, fmt.Sprintf("达标 %d/%d", s.Pass, s.Cards))
		if s.Median >= 0 {
			out = append(out, fmt.Sprintf("多半 %d 秒", (s.Median+500)/1000))
		}
	}
	if c.Wait == 0 {
		return strings.Join(append(out, textUntimed), " · ")
	}
	return strings.Join(append(out, fmt.Sprintf("限 %d", c.Wait/1000)), " · ")
}

// covered is the screen of a pause: nothing to read ahead.
func (d *drill) covered() []string {
	th := d.ui.th
	out := make([]string, max(0, d.h/2-2))
	return append(out, "   "+th.bold.Render(textPaused), "", "   "+th.dim.Render(textPausedHow))
}

// desk is the 后台 line: what an agent sees and may do.
func (d *drill) desk(c *sim.Chat, most int) []string {
	if c.Brief == "" {
		return nil
	}
	out := d.ui.label(textDesk, Printable(c.Brief), 7, d.w, d.ui.th.plain)
	if len(out) > most {
		out = out[:most]
		out[most-1] = d.ui.cut(out[most-1]+"…", d.w)
	}
	return out
}

// talk is the 后台 line and the end of the transcript in exactly h rows.
func (d *drill) talk(desk, lines []string, h int) []string {
	out := desk
	if room := max(0, h-len(out)); len(lines) > room {
		back := min(d.back, len(lines)-room)
		top := len(lines) - room - back
		lines = slices.Clone(lines[top : top+room])
		if top > 0 && room > 1 {
			lines[0] = " " + d.ui.th.dim.Render(fmt.Sprintf(textAbove, top+1))
		}
	}
	out = append(out, lines...)
	for len(out) < h {
		out = append(out, "")
	}
	return out[:max(0, h)]
}

// transcript is all that was said, the customer's words beside a bar, the trainee's own ones indented.
func (u *ui) transcript(c *sim.Chat, w int) []string {
	out := []string{" " + u.th.accent.Render(u.cut(customerName(c), w-2))}
	for i, l := range c.Lines {
		if l.Who == sim.Trainee {
			who := "   " + textYou
			if i > 0 && c.Lines[i-1].Who == sim.Trainee {
				who = ""
			}
			text := strings.ReplaceAll(l.Text, "\n", " ⏎ ")
			out = append(out, u.label(who, Printable(text), 8, w, u.th.plain)...)
			continue
		}
		for j, line := range u.wrap(Printable(l.Text), w-4) {
			out = append(out, " "+u.th.accent.Render("▌")+u.spoken(line, j == 0))
		}
	}
	if c.Bursting() {
		out = append(out, " "+u.th.dim.Render(textTypingNow))
	}
	return out
}

// spoken is a row of the customer's words; what stands for a picture or a voice message at its start is not words.
func (u *ui) spoken(row string, first bool) string {
	if first {
		for _, kind := range attachments {
			if end := strings.Index(row, "]") + 1; strings.HasPrefix(row, kind) && end > 0 {
				return u.th.dim.Render(row[:end]) + u.th.bold.Render(row[end:])
			}
		}
	}
	return u.th.bold.Render(row)
}

func customerName(c *sim.Chat) string {
	if c.Customer == "" {
		return textCustomer
	}
	return Printable(c.Customer)
}

// foot is what stands between the transcript and the box: the clock and the tags.
func (d *drill) foot(c *sim.Chat) []string {
	out := []string{d.clockLine(c), d.ui.rule(d.w)}
	if len(c.Tags) > 0 && len(c.Steps) == 0 {
		out = append(out, d.tagRow(c)...)
	}
	return out
}

// notice is the one thing to know just now.
func (d *drill) notice(c *sim.Chat) []string {
	th := d.ui.th
	var out []string
	add := func(text string, style lipgloss.Style) {
		if text != "" {
			out = append(out, d.ui.indented(text, d.w, style)...)
		}
	}
	if d.hinted {
		add(textHintIs+d.hint(c), th.accent)
	}
	switch {
	case d.over > 0:
		add(fmt.Sprintf(textTooLong, boxLimit), th.warn)
	case d.held && c.Bursting():
		add(textHeld, th.warn)
	case c.Window() && !c.Joining():
		add(windowLine(c), th.accent)
	case HollowLine(c) != "":
		add(HollowLine(c), th.warn)
	case missLine(c) != "":
		add(missLine(c), th.warn)
	case c.Joining():
		add(lateLine(c), th.warn)
	}
	return out
}

func (d *drill) hint(c *sim.Chat) string {
	if t := d.set.sit.Session.Turn(c); t != nil && t.Hint != "" {
		return Printable(t.Hint)
	}
	return textHintAny
}

// clockLine is the clock and the beats; what cannot be timed says so.
func (d *drill) clockLine(c *sim.Chat) string {
	right := d.beats(c)
	if c.Joining() && d.box.Empty() {
		right = d.ui.th.dim.Render(textJoining)
	}
	left, runs := c.Left(d.now)
	switch {
	case !c.Open():
		return ""
	case c.Bursting():
		return d.ui.spread(" "+d.ui.th.dim.Render(textNotYet), right, d.w-1)
	case runs && left > 0:
		return d.ui.spread(d.clock(c, left, d.ui.cells(right)), right, d.w-1)
	case c.First >= 0:
		return d.ui.spread(" "+d.ui.th.bold.Render(fmt.Sprintf(textFirstWas, seconds(c.FirstMs()))), right, d.w-1)
	case c.Wait == 0:
		return d.ui.spread(" "+d.ui.th.dim.Render(textNoClock), right, d.w-1)
	}
	return d.ui.spread(" "+d.ui.th.warn.Render(textTimeUp), right, d.w-1)
}

// clock is the number in words that change with the zone, and a bar.
func (d *drill) clock(c *sim.Chat, left int64, right int) string {
	words, style, full := textClockCalm, d.ui.th.bold, d.ui.th.accent
	switch {
	case left <= urgentBelow:
		words, style, full = textClockUrgent, d.ui.th.urgent, d.ui.th.bad
	case left <= warnBelow:
		words, style, full = textClockWarn, d.ui.th.warn, d.ui.th.warn
	}
	whole := c.Wait
	if c.Window() {
		whole = sim.WindowWait
	}
	label := " " + style.Render(fmt.Sprintf(words, shownSeconds(left))) + "  "
	room := d.w - 1 - d.ui.cells(label) - right - 2
	return label + d.ui.bar(left, whole, max(0, min(36, room)), full)
}

// glance is the clock in a few words, for a window too small for more; "" when none runs.
func (d *drill) glance() string {
	if left, runs := d.chat().Left(d.now); runs && left > 0 && !d.set.state().Paused {
		return " · " + fmt.Sprintf(textClockCalm, shownSeconds(left))
	}
	return ""
}

func (d *drill) beats(c *sim.Chat) string {
	b := c.Beats()
	show := func(name string, ms int64) string {
		if ms < 0 {
			return name + " –"
		}
		return name + " " + seconds(ms)
	}
	out := []string{show("看", b.Look)}
	if len(c.Tags) > 0 && len(c.Steps) == 0 {
		out = append(out, show("标", b.Tag))
	}
	out = append(out, show("打", b.Type))
	return d.ui.th.dim.Render(strings.Join(out, " · "))
}

// tagRow is the tags in as many rows as they need: [ ] is picked, > is where the arrows are.
func (d *drill) tagRow(c *sim.Chat) []string {
	th := d.ui.th
	focus := d.onTags && d.tagging()
	label, indent := th.dim.Render(" "+textTagRow+" "), d.ui.cells(" "+textTagRow+" ")
	if focus {
		label = th.accentBold.Render("▸" + textTagRow + " ")
	}
	rows, row := []string{}, label
	for i, tag := range c.Tags {
		item := fmt.Sprintf("%d %s", i+1, Printable(tag))
		switch {
		case tag == c.Tagged:
			item = th.chosen.Render("[" + item + "]")
		case focus && i == d.tagAt:
			item = th.chosen.Render(">" + item + " ")
		case focus:
			item = " " + item + " "
		default:
			item = th.dim.Render(" " + item + " ")
		}
		if d.ui.cells(row)+d.ui.cells(item) > d.w && d.ui.cells(row) > indent {
			rows, row = append(rows, row), strings.Repeat(" ", indent)
		}
		row += d.ui.cut(item, d.w-indent)
	}
	return append(rows, row)
}

func (d *drill) boxLines() []string {
	above, below := d.box.Hidden()
	edge := d.ui.th.accent
	if d.onTags && d.tagging() {
		edge = d.ui.th.faint
	}
	lines := d.box.Lines()
	if len(d.box.OpenSlots()) > 0 {
		d.markSlots(lines)
	}
	return edged(lines, above, below, edge)
}

// edged sets the edge of a box before its rows; arrows tell that there are more above or below.
func edged(lines []string, above, below int, edge lipgloss.Style) []string {
	for i := range lines {
		mark := "┃"
		switch {
		case i == 0 && above > 0:
			mark = "↑"
		case i == len(lines)-1 && below > 0:
			mark = "↓"
		}
		lines[i] = edge.Render(mark) + " " + lines[i]
	}
	return lines
}

// markSlots makes the open slots of a 快捷语 stand out; the selected one, which typing replaces, most.
func (d *drill) markSlots(lines []string) {
	plain, done := slices.Clone(lines), make([]int, len(lines)) // what of each row is drawn
	for i := range lines {
		lines[i] = ""
	}
	// ansi's Cut gives the wrong end of a text that is counted by wcwidth
	cut := func(row, from, to int) string {
		return d.ui.method.TruncateLeft(d.ui.method.Truncate(plain[row], to, ""), from, "")
	}
	for _, m := range d.box.Marks() {
		style := d.ui.th.picked
		if m.Selected {
			style = d.ui.th.selected
		}
		lines[m.Row] += cut(m.Row, done[m.Row], m.From) + style.Render(cut(m.Row, m.From, m.To))
		done[m.Row] = m.To
	}
	for i := range lines {
		lines[i] += d.ui.method.TruncateLeft(plain[i], done[i], "")
	}
}
