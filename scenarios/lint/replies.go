package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// replies runs the good and bad replies through the scorer: R01 to R06, R08, and M01 by the clock.
func (c *checker) replies() {
	for i := range c.sc.Turns {
		t := &c.sc.Turns[i]
		if len(t.Good) == 0 && (t.Need != 0 || len(t.Must) > 0) {
			c.report("R08", TurnSpan(c.sc, i), c.called(i))
		}
		for j := range t.Good {
			r := c.hear(i, &t.Good[j])
			c.goodReply(r)
			c.clock(i, r)
		}
		for j := range t.Bad {
			c.badReply(c.hear(i, &t.Bad[j]))
		}
	}
}

// called is how a sentence begins that speaks of a turn.
func (c *checker) called(i int) string {
	if c.sc.Card {
		return "这道题"
	}
	return "轮次『" + TurnName(c.sc, i) + "』"
}

// reply is an example with what the scorer says of it, without history.
type reply struct {
	*scenarios.Example
	turn  int
	facts *scoring.Facts
	card  scoring.Card
}

func (c *checker) hear(i int, e *scenarios.Example) reply {
	r, ok := c.heard[e]
	if !ok {
		t := &c.sc.Turns[i]
		facts := c.scorer.Hear(t.Matter, e.Bubbles())
		r = reply{e, i, facts, t.Matter.Grade(facts, scoring.Terms{Need: t.Need, Later: i > 0})}
		c.heard[e] = r
	}
	return r
}

func (r *reply) at(key string) problem.Span {
	if n := r.Node.Get(key); n != nil {
		return n.Span
	}
	return r.Node.Span
}

func (c *checker) goodReply(r reply) {
	text := r.at("text")
	for _, line := range r.facts.Crossed().List() {
		c.report("R02", text, line.Label(), r.because(line.Name()), r.card.Score)
	}
	if !r.card.Pass && (r.facts.Crossed() == 0 || r.card.Missing != 0 || len(r.card.MissingMust) > 0) {
		why, mend := c.lack(r)
		c.report("R01", text, why, r.card.Score, mend)
	}
	c.expected(r)
}

// lack says what a reply is short of, and what the author can paste.
func (c *checker) lack(r reply) (why, mend string) {
	var parts, paste []string
	for _, e := range r.card.Missing.List() {
		parts = append(parts, e.Label())
		paste = append(paste, fmt.Sprintf(`"%s" = ["%s"]`, e.Label(), r.silentPart()))
	}
	switch {
	case len(parts) > 0:
		why = "没听出 " + strings.Join(parts, "、")
		mend = "改回复，或把你的说法加进 hear / situation，如 hear = { " + strings.Join(paste, ", ") + " }"
		if len(r.card.MissingMust) > 0 {
			why += "，没说到要点『" + strings.Join(r.card.MissingMust, "』『") + "』"
		}
	case len(r.card.MissingMust) > 0:
		why = "没说到要点『" + strings.Join(r.card.MissingMust, "』『") + "』"
		mend = "改回复，或在 must 里用 | 加上你的说法"
	default:
		why = fmt.Sprintf("要素都在，分数不够（共情 %d/%d，行动 %d/%d，表达 %d/%d）", r.card.Empathy.Points, r.card.Empathy.Max,
			r.card.Action.Points, r.card.Action.Max, r.card.Manner.Points, r.card.Manner.Max)
		mend = "把共情说到他的事上，或把步骤说具体"
	}
	return why, mend
}

// silentPart is the first piece of the reply in which nothing was heard: probably the wording that was meant.
func (r *reply) silentPart() string {
	runes := []rune(r.facts.Text)
	heard := make([]bool, len(runes))
	for _, e := range r.facts.Evidence {
		if e.Part == fact.OnPoint.Name() {
			continue
		}
		for i := e.Start; i < e.End && i < len(heard); i++ {
			heard[i] = true
		}
	}
	for start := 0; start < len(runes); {
		end := start
		quiet := true
		for end < len(runes) && !breaks(runes[end]) {
			quiet = quiet && !heard[end]
			end++
		}
		if quiet && end-start >= 2 {
			return strings.ReplaceAll(string(runes[start:end]), `"`, "")
		}
		start = end + 1
	}
	return "你的说法"
}

// because names the words and the rule that a finding rests on.
func (r *reply) because(part string) string {
	for _, e := range r.facts.Evidence {
		if e.Part != part {
			continue
		}
		words := string([]rune(r.facts.Text)[e.Start:e.End])
		if words == "" {
			return "规则 " + e.Rule
		}
		return "因为“" + strings.ReplaceAll(words, "\n", " ") + "”，规则 " + e.Rule
	}
	return "整句都没有实际内容"
}

func (c *checker) badReply(r reply) {
	if r.card.Pass && r.Min < passMark {
		c.report("R03", r.at("text"), r.card.Score)
	}
	c.expected(r)
}

// passMark: an author who expects as much of a bad reply knows that it passes.
const passMark = 70

// expected compares what the author wrote about a reply with what the scorer and the rows make of it.
func (c *checker) expected(r reply) {
	for i, label := range r.Lacks {
		if e, ok := fact.ElementByLabel(label); ok && r.facts.Elements.Has(e) {
			c.report("R04", r.item("lacks", i), fmt.Sprintf("lacks『%s』，但评分听出了%s（%s）", label, label, r.because(e.Name())))
		}
	}
	for i, label := range r.Hits {
		if l, ok := fact.RedLineByLabel(label); ok && !r.facts.Crossed().Has(l) {
			c.report("R04", r.item("hits", i), fmt.Sprintf("hits『%s』，但评分没听出来；把反例写得更像，或把坏说法加进 forbid", label))
		}
	}
	if r.card.Score < r.Min || r.card.Score > r.Max {
		key := "max"
		if r.card.Score < r.Min {
			key = "min"
		}
		c.report("R06", r.at(key), r.Min, r.Max, r.card.Score)
	}
	if r.To != "" {
		c.goes(r)
	}
}

// item is the place of one word of a list, or of the word that stands for the list.
func (r *reply) item(key string, i int) problem.Span {
	n := r.Node.Get(key)
	if n != nil && n.Kind == problem.Array && i < len(n.Nodes) {
		return n.Nodes[i].Span
	}
	return r.at(key)
}

// goes compares where a reply was meant to lead with where it leads on a first visit.
func (c *checker) goes(r reply) {
	t := &c.sc.Turns[r.turn]
	m := scenarios.Moment{Facts: r.facts, Pass: r.card.Pass, MustAll: len(r.card.MissingMust) == 0, Mood: c.sc.StartMood()}
	next := scenarios.ToEnd
	if r.turn+1 < len(c.sc.Turns) {
		next = c.sc.Turns[r.turn+1].ID
	}
	to, why := next, "没有分支接住，达标就进入下一轮"
	if i, ok := scenarios.Choose(t.Rows, &m); ok {
		row := &t.Rows[i]
		why = fmt.Sprintf("命中了第 %d 行的 [%s]", row.Node.Span.Line, conditions(row))
		if row.To != "" {
			to = row.To
		}
	} else if !r.card.Pass {
		to, why = t.ID, "没有分支接住，客户再问一遍"
	}
	if to != r.To {
		c.report("R05", r.at("to"), r.To, to, why)
	}
}

// Reading a burst and typing a reply, in seconds.
const (
	readSpeed = 6 // characters a second
	tagTime   = 3 // reading done, tag set
	firstWait = 30
	laterWait = 60
)

// clock reports a model reply that nobody can type in time.
func (c *checker) clock(i int, r reply) {
	t := &c.sc.Turns[i]
	wait := t.Wait
	switch {
	case wait > 0:
	case i == 0:
		wait = firstWait
	default:
		wait = laterWait
	}
	burst := 0
	for _, l := range t.Say {
		burst += utf8.RuneCountInString(l.Text)
	}
	look := (burst+readSpeed-1)/readSpeed + tagTime
	bubbles := r.Bubbles()
	first, all := size(bubbles[:min(1, len(bubbles))]), size(bubbles)
	typing := c.sc.Pack.Typing
	took := func(n int) int { return (n*60 + typing - 1) / typing }
	switch {
	case look+took(first) > wait:
		c.report("M01", r.at("text"), "第一句", first, look, typing, took(first), fmt.Sprintf("这一轮只给 %d 秒；请缩短，或用 // 分成两句", wait))
	case look+took(all) > 2*wait:
		c.report("M01", r.at("text"), "整条", all, look, typing, took(all), fmt.Sprintf("整条回复最多等 %d 秒；请缩短", 2*wait))
	}
}

// size is the number of characters to type.
func size(bubbles []string) int {
	n := 0
	for _, b := range bubbles {
		for _, r := range b {
			if r > ' ' {
				n++
			}
		}
	}
	return n
}
