package tui

import (
	"fmt"
	"strings"

	"shouxiang/sim"
)

// overview is the whole conversation: how it ended, the mood, the promises, then its steps by stage. focus is the row
// of the chosen step.
func (d *debrief) overview() (out []string, focus int) {
	c, th := d.chat(), d.ui.th
	style := th.warn
	if c.CSAT >= 4 {
		style = th.good
	}
	out = append(out, d.ui.indented(strings.TrimSpace(stars(c.CSAT)+" "+EndLine(c)), d.w, style)...)
	if n := len(c.Lines); n > 0 && c.Lines[n-1].Who == sim.Customer {
		out = append(out, d.ui.indented("“"+Printable(c.Lines[n-1].Text)+"”", d.w, th.bold)...)
	}
	if review := d.review(c); review != "" {
		out = append(out, d.ui.label(textAuthor, review, 10, d.w, th.accent)...)
	}
	out = append(out, d.ui.label(textMood, d.moods(), 10, d.w, th.plain)...)
	if text := pledgeCount(c); text != "" {
		out = append(out, d.ui.label(textPledges, text, 10, d.w, th.plain)...)
	}
	if c.Ticket != nil {
		out = append(out, d.ui.label(textTicket, TicketLine(c.Ticket), 10, d.w, th.plain)...)
	}
	stage := ""
	for i := range c.Steps {
		s := &c.Steps[i]
		if name := d.stageName(s); i == 0 || name != stage {
			stage = name
			out = append(out, "", " "+th.accentBold.Render(Printable(stage)))
		}
		if i == d.at {
			focus = len(out)
		}
		out = append(out, d.stepRows(i)...)
	}
	return out, focus
}

// stageName is the stage of a step, or the id of its turn.
func (d *debrief) stageName(s *sim.Step) string {
	if s.Stage != "" {
		return s.Stage
	}
	return s.From
}

// review is what the author says of this ending.
func (d *debrief) review(c *sim.Chat) string {
	if sc := d.scenario(); sc != nil {
		for i := range sc.Endings {
			if e := &sc.Endings[i]; e.ID == c.Ending && c.Ending != "" {
				return Printable(e.Review)
			}
		}
	}
	return ""
}

// moods is the mood from the start over every step to the end.
func (d *debrief) moods() string {
	var parts []string
	for i := range d.told {
		if i == 0 {
			parts = append(parts, fmt.Sprint(d.told[0].From))
		}
		parts = append(parts, fmt.Sprint(d.moodAfter(i)))
	}
	return strings.Join(parts, " → ")
}

// moodAfter is the mood when the customer next had something to say, at the end the last one.
func (d *debrief) moodAfter(i int) int {
	if i+1 < len(d.told) {
		return d.told[i+1].From
	}
	return d.chat().Mood
}

// pledgeCount counts what became of the promises.
func pledgeCount(c *sim.Chat) string {
	if len(c.Pledges) == 0 {
		return ""
	}
	var kept, late, forgotten, after int
	for i := range c.Pledges {
		switch c.Pledges[i].How {
		case "kept":
			kept++
		case "late":
			late++
		case "forgotten":
			forgotten++
		default:
			after++
		}
	}
	var parts []string
	for _, p := range []struct {
		word string
		n    int
	}{{pledgeWords["kept"], kept}, {pledgeWords["late"], late}, {pledgeWords["forgotten"], forgotten}, {textDueAfter, after}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", p.word, p.n))
		}
	}
	return strings.Join(parts, " · ")
}

// stepRows is one step in two rows: what it answered and its points, what was said and where that led.
func (d *debrief) stepRows(i int) []string {
	s, th := &d.chat().Steps[i], d.ui.th
	mark, style := "   ", th.plain
	if i == d.at {
		mark, style = th.accentBold.Render(" ▸ "), th.accentBold
	}
	asked, said, points := "", textSilence, "–"
	if a := d.told[i].Asked; len(a) > 0 {
		asked = Printable(a[len(a)-1])
	}
	if len(s.Bubbles) > 0 {
		said = Printable(strings.Join(s.Bubbles, " ⏎ "))
	}
	if g := s.Grade; g != nil {
		points = d.ui.cut(fmt.Sprintf("%d 分 %s", g.Score, stepNote(g)), d.w/3)
	}
	left := d.w - 2 - d.ui.cells(points)
	first := d.ui.spread(d.ui.cut(mark+style.Render(fmt.Sprintf("%-2d", i+1)+" "+asked), left-2), points, d.w-1)
	to := "→ " + Printable(s.To)
	second := d.ui.spread(d.ui.cut("      "+th.dim.Render(textYou+" ")+said, d.w-4-d.ui.cells(to)), th.dim.Render(to), d.w-1)
	return []string{first, second}
}

// stepNote is the verdict on a reply in the list: 达标, or what kept it from that.
func stepNote(g *sim.Grade) string {
	switch lacks := missingWords(g); {
	case g.Pass:
	case lacks != "":
		return textLacks + " " + lacks
	case g.Crossed() != 0:
		return "像" + strings.Join(g.CrossedNames(), "、")
	}
	return stepWord(g)
}

// stepWord is the verdict on a reply in a word.
func stepWord(g *sim.Grade) string {
	if g.Pass {
		return "达标"
	}
	return textNotPassed
}
