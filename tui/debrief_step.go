package tui

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
)

// stepColumn is where the texts of an open step begin.
const stepColumn = 13

// detail is one step: what was asked, what was said, what it was worth and on what words, the model answer, the way
// taken and one not taken, the mood and the promises.
func (d *debrief) detail(i int) []string {
	s, t, th := &d.chat().Steps[i], &d.told[i], d.ui.th
	out := []string{" " + th.accent.Render(d.ui.cut(customerName(d.chat()), d.w-2))}
	for _, text := range t.Asked {
		for j, line := range d.ui.wrap(Printable(text), d.w-4) {
			out = append(out, " "+th.accent.Render("▌")+d.ui.spoken(line, j == 0))
		}
	}
	out = append(out, d.ui.rule(d.w))
	out = append(out, d.score(i)...)
	if s.Grade != nil && s.Grade.Text != "" {
		out = append(append(out, ""), d.ui.markedReply(s.Grade, d.w, nil)...)
		out = append(append(out, ""), d.parts(i)...)
	}
	add := func(label, text string) {
		if text != "" {
			out = append(out, d.ui.label(label, text, stepColumn, d.w, th.plain)...)
		}
	}
	if turn := d.turn(s); turn != nil {
		if len(turn.Good) > 0 {
			out = append(out, "")
			add(textModel, Printable(strings.Join(turn.Good[0].Bubbles(), " ⏎ ")))
		}
		out = append(out, "")
		add(textWhere, whereTo(s))
		if s.Tip != "" {
			out = append(out, d.ui.label(textAuthor, Printable(s.Tip), stepColumn, d.w, th.accent)...)
		}
		add(textNotTaken, notTaken(d.set.sit.Session.Scorer, turn, s))
	}
	add(textMoodWas, d.moodStory(i))
	for j, p := range t.Settled {
		label := ""
		if j == 0 {
			label = textPledges
		}
		add(label, pledgeWords[p.How]+"：“"+Printable(p.What)+"”")
	}
	return append(out, d.evidence(s)...)
}

// score is the points, what lacked or was crossed, and the beats.
func (d *debrief) score(i int) []string {
	s, t, th := &d.chat().Steps[i], &d.told[i], d.ui.th
	if s.Grade == nil {
		return d.ui.indented(textSilence, d.w, th.warn)
	}
	style := th.warn
	if s.Grade.Pass {
		style = th.good
	}
	head := fmt.Sprintf("%d 分 %s", s.Grade.Score, stepWord(s.Grade))
	if lacks := missingWords(s.Grade); lacks != "" {
		head += " · " + textLacks + " " + lacks
	}
	if reds := s.Grade.CrossedNames(); len(reds) > 0 {
		head += " · 听起来像" + strings.Join(reds, "、")
	}
	gaps := s.Grade.Gaps()
	for _, name := range []string{"空格没填", "重复", "不及时"} { // lacking elements and red lines are told above
		if _, has := gaps[name]; has {
			head += " · " + name
		}
	}
	out := d.ui.indented(head, d.w, style)
	if s.Grade.Better != "" {
		out = append(out, d.ui.indented(fmt.Sprintf(textBetter, Printable(s.Grade.Better)), d.w, th.accent)...)
	}
	var parts []string
	if s.FirstMs >= 0 {
		parts = append(parts, fmt.Sprintf(textLaterWas, seconds(s.FirstMs))+" = "+beatWordsOf(s.Beats))
	}
	if t.LookMs > 0 {
		parts = append(parts, fmt.Sprintf(textLookedUp, seconds(t.LookMs)))
	}
	if t.Hints > 0 {
		parts = append(parts, fmt.Sprintf(textHintsUsed, t.Hints))
	}
	if t.Nags > 0 {
		parts = append(parts, fmt.Sprintf(textNagged, t.Nags))
	}
	return append(out, d.ui.indented(strings.Join(parts, "；"), d.w, th.dim)...)
}

// parts is the table: of the first reply the card's, of a later one what it needed.
func (d *debrief) parts(i int) []string {
	s := &d.chat().Steps[i]
	var out []string
	if i == 0 {
		for _, r := range CardRows(d.asCard(i)) {
			out = append(out, d.ui.label(r.Label, r.Text(), stepColumn, d.w, d.ui.th.plain)...)
		}
		return out
	}
	turn := d.turn(s)
	if turn == nil {
		return nil
	}
	missing := fact.ElementsByNames(s.Grade.Missing)
	var parts []string
	for _, e := range turn.Need.List() {
		parts = append(parts, hasWord(!missing.Has(e))+" "+e.Screen())
	}
	lacks := strings.Split(s.Grade.MissingMust, "\t")
	for _, must := range turn.Must {
		parts = append(parts, hasWord(!slices.Contains(lacks, must))+" “"+factWords(must)+"”")
	}
	if len(parts) == 0 {
		return nil
	}
	return d.ui.label(textNeeds, strings.Join(parts, " · "), stepColumn, d.w, d.ui.th.plain)
}

func hasWord(has bool) string {
	if has {
		return textHas
	}
	return textLacks
}

// asCard is the conversation as it stood at its first reply, which is graded as a card.
func (d *debrief) asCard(i int) *sim.Chat {
	c := *d.chat()
	s := &c.Steps[i]
	c.Grade, c.Wait, c.T0, c.First = s.Grade, d.told[i].Wait, 0, s.FirstMs
	return &c
}

// evidence is every finding, in the order of the grade.
func (d *debrief) evidence(s *sim.Step) []string {
	if s.Grade == nil || len(s.Grade.Evidence) == 0 {
		return nil
	}
	out := []string{"", " " + d.ui.th.accentBold.Render(textEvidence)}
	for _, e := range s.Grade.Evidence {
		out = append(out, d.ui.label("  "+pointsWord(e), findingLine(s.Grade, e), 9, d.w, d.ui.th.dim)...)
	}
	return append(out, d.ui.indented(textCoarse2, d.w, d.ui.th.dim)...)
}

// moodStory is where the mood went in a step, and why.
func (d *debrief) moodStory(i int) string {
	t := &d.told[i]
	if len(t.Moods) == 0 {
		return fmt.Sprintf("%d，%s", t.From, textStayed)
	}
	var parts []string
	for _, m := range t.Moods {
		parts = append(parts, fmt.Sprintf("%d → %d（%s）", m.From, m.To, moodReason(m.Why)))
	}
	return strings.Join(parts, "，")
}

func moodReason(why string) string {
	if words := moodWhy[why]; words != "" {
		return words
	}
	if reds := fact.RedLinesByNames(why).List(); len(reds) > 0 {
		return "听起来像" + reds[0].Screen()
	}
	return Printable(why)
}

// whereTo is the way a step took, and why.
func whereTo(s *sim.Step) string {
	if s.Why == "row" {
		return fmt.Sprintf(textIf, Printable(s.If), Printable(s.To))
	}
	return whyWords[s.Why] + "，去“" + Printable(s.To) + "”"
}

// notTaken is another way out of the turn: the one a model answer takes, or where that was taken the first other row.
func notTaken(scorer *scoring.Scorer, turn *scenarios.Turn, s *sim.Step) string {
	passed := s.Grade != nil && s.Grade.Pass
	if !passed && len(turn.Good) > 0 {
		m := &scenarios.Moment{Facts: scorer.Hear(turn.Matter, turn.Good[0].Bubbles()), Pass: true, MustAll: true, Mood: s.Mood}
		i, ok := scenarios.Choose(turn.Rows, m)
		if !ok {
			return textIfPass
		}
		if row := &turn.Rows[i]; !took(s, row) {
			return rowWords(row)
		}
	}
	for i := range turn.Rows {
		if row := &turn.Rows[i]; !took(s, row) {
			return rowWords(row)
		}
	}
	if passed {
		return textIfBuiltin
	}
	return ""
}

// took: this row was the one; several may stand on one line of the file.
func took(s *sim.Step, row *scenarios.Branch) bool {
	return s.Why == "row" && row.Line == s.Row && sim.ConditionText(row) == s.If
}

func rowWords(row *scenarios.Branch) string {
	text := sim.ConditionText(row)
	if row.To == "" {
		return fmt.Sprintf(textIfStay, Printable(text))
	}
	return fmt.Sprintf(textIf, Printable(text), Printable(row.To))
}
