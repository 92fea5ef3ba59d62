package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shouxiang/sim"
)

// spareRows stay free below the reply box where there is room, so that what an IME offers covers nothing.
const spareRows = 3

// View draws the conversation: what was said or what lies over it, the clock, the box, and the panel beside them.
func (p *play) View() frame {
	c := p.chat()
	f := frame{title: p.title(), status: p.status(c)}
	if p.set.state().Paused {
		f.body = p.covered()
		f.body[len(f.body)-1] = "   " + p.ui.th.dim.Render(textPausedTalk)
		return f
	}
	if p.done {
		f.body = p.withPanel(p.ending(c))
		return f
	}
	foot, box := p.foot(c), p.boxLines()
	head := p.headRows()
	var cursor *tea.Position
	if p.pane != nil {
		var rows []string
		if rows, cursor = p.pane.view(); len(rows) > head {
			rows = rows[:head]
		}
		f.body = append(rows, make([]string, head-len(rows))...)
		for i := range box {
			box[i] = p.ui.th.dim.Render(box[i])
		}
	} else {
		f.body = p.head(c, head)
	}
	f.body = append(f.body, foot...)
	if p.pane == nil {
		x, y := p.box.Cursor()
		cursor = &tea.Position{X: 2 + x, Y: len(f.body) + y}
	}
	f.cursor = cursor
	f.body = p.withPanel(append(f.body, box...))
	return f
}

// headRows is how many rows the transcript has.
func (p *play) headRows() int {
	c := p.chat()
	spare := 0
	if p.h >= 18 {
		spare = spareRows
	}
	if p.done {
		return max(1, p.h-len(p.stars(c)))
	}
	return max(1, p.h-spare-2-len(p.tagRows(c))-len(p.box.Lines()))
}

func (p *play) title() string {
	if p.set.parent != "" {
		return textPlay + " · " + textAgain
	}
	return textPlay
}

// status is the customer's mood, how it moved last, and the limit of this turn.
func (p *play) status(c *sim.Chat) string {
	out := textMood + " " + MoodWord(c.Mood)
	switch {
	case p.moved > 0:
		out += fmt.Sprintf(" ↑%d", p.moved)
	case p.moved < 0:
		out += fmt.Sprintf(" ↓%d", -p.moved)
	}
	switch {
	case p.done:
		return out
	case c.Wait == 0:
		return out + " · " + textUntimed
	}
	return out + fmt.Sprintf(" · 限 %d", c.Wait/1000)
}

// head is the 后台 line, where no panel shows it, the transcript and the notice, in exactly h rows.
func (p *play) head(c *sim.Chat, h int) []string {
	notice := p.notice(c)
	notice = notice[:min(len(notice), max(1, h/3))]
	var desk []string
	if !p.beside() {
		desk = p.desk(c, max(1, h/4, h-len(p.rows)-len(notice)-1)) // as much as the transcript leaves
		if len(desk) > 0 && len(desk)+len(p.rows)+len(notice) < h {
			desk = append(desk, "")
		}
	}
	return append(p.talk(desk, p.rows, h-len(notice)), notice...)
}

// foot is what stands between the transcript and the box.
func (p *play) foot(c *sim.Chat) []string {
	return append([]string{p.clockLine(c), p.ui.rule(p.w)}, p.tagRows(c)...)
}

// tagRows is the tag row of the first turn.
func (p *play) tagRows(c *sim.Chat) []string {
	if len(c.Tags) == 0 || len(c.Steps) > 0 {
		return nil
	}
	return p.tagRow(c)
}

// clockLine is the card's, in the words of a later turn, and with the beat of the 知识库.
func (p *play) clockLine(c *sim.Chat) string {
	right := p.beats(c)
	if ms := c.LookupMs - p.looked; ms > 0 || c.LookupAt >= 0 {
		if c.LookupAt >= 0 {
			ms += max(0, p.now-c.Shift-c.LookupAt)
		}
		right = p.ui.th.dim.Render("查 "+seconds(ms)+" · ") + right
	}
	if c.Joining() && p.box.Empty() {
		right = p.ui.th.dim.Render(textJoining)
	}
	left, runs := c.Left(p.now)
	th := p.ui.th
	switch {
	case c.Bursting():
		return p.ui.spread(" "+th.dim.Render(textNotYet), right, p.w-1)
	case runs && left > 0:
		return p.ui.spread(p.clock(c, left, p.ui.cells(right)), right, p.w-1)
	case c.First >= 0 && len(c.Steps) > 0:
		return p.ui.spread(" "+th.bold.Render(fmt.Sprintf(textLaterWas, seconds(c.FirstMs()))), right, p.w-1)
	}
	return p.drill.clockLine(c)
}

// withPanel puts the panel to the right of the rows, where there is room for it.
func (p *play) withPanel(rows []string) []string {
	if !p.beside() {
		return rows
	}
	out := make([]string, p.h)
	edge := p.ui.th.faint.Render("│")
	for y := range out {
		left, right := "", ""
		if y < len(rows) {
			left = rows[y]
		}
		if y < len(p.side) {
			right = p.side[y]
		}
		out[y] = p.ui.pad(left, p.w) + edge + right
	}
	return out
}

// profile is what is known of the customer, what the desk sees, and what was promised.
func (p *play) profile(w int) []string {
	c, th := p.chat(), p.ui.th
	out := []string{" " + th.accentBold.Render(p.ui.cut(customerName(c), w-2))}
	if sc := p.scenario(); sc != nil && sc.Customer.About != "" {
		out = append(out, p.ui.indented(Printable(sc.Customer.About), w, th.plain)...)
	}
	if c.Level != "" {
		out = append(out, " "+th.dim.Render(textLevel)+" "+Printable(c.Level))
	}
	out = append(out, " "+th.dim.Render(textMood)+" "+MoodWord(c.Mood), " "+p.ui.bar(int64(c.Mood), 10, min(20, w-2), th.accent))
	if c.Brief != "" {
		out = append(out, "", " "+th.accentBold.Render(textDesk))
		for _, part := range strings.Split(c.Brief, " · ") {
			out = append(out, p.ui.indented(Printable(part), w, th.plain)...)
		}
	}
	out = append(out, "", " "+th.accentBold.Render(textPledges))
	return append(out, p.promised(w)...)
}

// promised lists what the trainee has promised, and what became of it.
func (p *play) promised(w int) []string {
	c, th := p.chat(), p.ui.th
	if len(c.Pledges) == 0 {
		return p.ui.indented(textNoPledges, w, th.dim)
	}
	var out []string
	for i := range c.Pledges {
		g := &c.Pledges[i]
		words, style := pledgeWord(g, p.now-c.Shift), th.dim
		if !g.Settled && g.Due > 0 {
			style = th.warn
		}
		out = append(out, p.ui.indented("“"+Printable(g.What)+"”", w, th.plain)...)
		for _, line := range p.ui.wrap(words, w-4) {
			out = append(out, "   "+style.Render(line))
		}
	}
	return out
}

// pledgeWord is how a promise stands at a moment of the chat.
func pledgeWord(g *sim.Pledge, now int64) string {
	switch {
	case g.Settled:
		return pledgeWords[g.How]
	case g.Due == 0 && g.Clock != "":
		return fmt.Sprintf(textDueAt, Printable(g.Clock))
	case g.Due == 0:
		return textDueAfter
	case now > g.Due:
		return textDuePassed
	}
	return fmt.Sprintf(textDueIn, shownSeconds(g.Due-now), longTime(g.Means(g.Due-now)))
}

// longTime writes minutes, from two hours on in hours.
func longTime(minutes int64) string {
	if minutes >= 120 {
		return fmt.Sprintf("%d 小时", (minutes+30)/60)
	}
	return fmt.Sprintf("%d 分钟", max(1, minutes))
}

// ending is the transcript with the customer's last words, and what the customer gave.
func (p *play) ending(c *sim.Chat) []string {
	foot := p.stars(c)
	return append(p.talk(nil, slices.Clone(p.rows), max(1, p.h-len(foot))), foot...)
}

func (p *play) stars(c *sim.Chat) []string {
	style := p.ui.th.warn
	if c.CSAT >= 4 {
		style = p.ui.th.good
	}
	return append([]string{p.ui.rule(p.w)}, p.ui.indented(strings.TrimSpace(stars(c.CSAT)+" "+EndLine(c)), p.w, style)...)
}
