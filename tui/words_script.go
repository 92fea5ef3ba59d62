package tui

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/sim"
)

// moods are the words for 0–10, one for each two points; the shape rises with them, so that colour is not needed.
var moods = [...]struct{ word, shape string }{
	{"要谈崩了", "▁"}, {"很不满", "▂"}, {"不太满意", "▃"}, {"还行", "▅"}, {"满意", "▇"}, {"很满意", "█"},
}

// MoodWord is the customer's mood as a word, a shape and the figure.
func MoodWord(mood int) string {
	m := moods[max(0, min(10, mood))/2]
	if mood <= 0 {
		m.word = "谈崩了" // nobody stays at 0
	}
	return fmt.Sprintf("%s %s %d/10", m.word, m.shape, mood)
}

// whyWords say in a few words why a script went where it went.
var whyWords = map[string]string{
	"pass": "达标，往下走", "ask": "没说全，客户再问一遍", "give_up": "第二遍还没说全，客户不等了，往下走", "silence": "没有回复",
}

// StepLine says what one reply of a script earned and where it led.
func StepLine(s *sim.Step) string {
	var parts []string
	if s.Stage != "" {
		parts = append(parts, Printable(s.Stage))
	}
	if g := s.Grade; g != nil {
		parts = append(parts, fmt.Sprintf("%d 分", g.Score))
		if lacks := missingWords(g); lacks != "" {
			parts = append(parts, "缺 "+lacks)
		}
		if reds := g.CrossedNames(); len(reds) > 0 {
			parts = append(parts, "听起来像"+strings.Join(reds, "、"))
		}
	}
	why := whyWords[s.Why]
	if s.Why == "row" {
		why = "因为“" + Printable(s.If) + "”，去了“" + Printable(s.To) + "”"
	}
	return strings.Join(append(parts, why), " · ")
}

// missingWords is what a reply still owed, in screen words.
func missingWords(g *sim.Grade) string {
	var out []string
	for _, e := range fact.ElementsByNames(g.Missing).List() {
		out = append(out, e.Screen())
	}
	if g.MissingMust != "" {
		for _, m := range strings.Split(g.MissingMust, "\t") {
			out = append(out, "“"+factWords(m)+"”")
		}
	}
	return strings.Join(out, "、")
}

// factWords is a fact of a file as people read it: its wordings side by side, no signs of patterns.
func factWords(pattern string) string {
	pattern = valueOf(pattern)
	return Printable(strings.NewReplacer("|", "／", "*", "…").Replace(pattern))
}

// valueOf is a fact without the name of its kind: 时间:2小时 is 2小时; 16:20 has no kind.
func valueOf(fact string) string {
	for _, kind := range [...]string{"时间:", "金额:", "尾号:"} {
		if value, ok := strings.CutPrefix(fact, kind); ok {
			return value
		}
	}
	return fact
}

// EndLine says how a conversation ended.
func EndLine(c *sim.Chat) string {
	line := OutcomeWord(c.Outcome)
	if c.Ending != "" {
		line = "结局『" + Printable(c.Ending) + "』"
	}
	if c.CSAT > 0 {
		line += fmt.Sprintf("，满意度 %d 星", c.CSAT)
	}
	return line
}

// OutcomeWord names an outcome.
func OutcomeWord(outcome string) string { return outcomeWords[outcome] }

// stars draws a rating.
func stars(csat int) string {
	if csat <= 0 {
		return ""
	}
	return strings.Repeat("★", csat) + strings.Repeat("☆", max(0, 5-csat))
}

// TicketWord is the name of a field of the 工单.
func TicketWord(field string) string { return ticketWords[field] }

// TicketLine says how much of a 工单 is right.
func TicketLine(t *sim.Ticketed) string {
	return fmt.Sprintf(textTicketGot, len(fieldList(t.Asked)), len(fieldList(t.Right)))
}

// TicketNote says whether a field was right, and what belongs there if not.
func TicketNote(t *sim.Ticketed, sc *scenarios.Scenario, field string) string {
	if slices.Contains(fieldList(t.Right), field) {
		return textFieldRight
	}
	var facts []string
	for _, fact := range sc.Ticket[field] {
		facts = append(facts, factWords(fact))
	}
	return textFieldWrong + strings.Join(facts, "，")
}

func fieldList(names string) []string {
	if names == "" {
		return nil
	}
	return strings.Split(names, ",")
}

// keptWords says what came of keeping a reply as a phrase.
func keptWords(err error) string {
	if err != nil {
		return fmt.Sprintf(textNotKept, Printable(err.Error()))
	}
	return textKept
}

// talkLine is a conversation in one line, for after the program.
func talkLine(st *sim.State) string {
	c := st.Last()
	if c == nil {
		return ""
	}
	line := textPlay + "『" + Printable(c.Title) + "』：" + EndLine(c)
	if c.Ticket != nil {
		line += "，" + textTicket + " " + TicketLine(c.Ticket)
	}
	return line
}
