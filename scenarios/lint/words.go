package lint

import (
	"strings"
	"unicode/utf8"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scenarios"
)

// words looks at the author's patterns: W02 too short, W03 a red line inside.
func (c *checker) words() {
	root := c.sc.Tree.Root
	c.patternsOf(root)
	for i := range c.sc.Turns {
		t := &c.sc.Turns[i]
		if t.Node != root {
			c.patternsOf(t.Node)
		}
		for j := range t.Rows {
			for _, cond := range t.Rows[j].If {
				if a, _, ok := cond.Literal(); ok && a.Words != "" && a.Kind != scenarios.IsUncertain {
					c.short(cond.Node, a.Words)
				}
			}
		}
	}
	for _, row := range items(root.Get("wrong")) {
		eachText(row.Get("say"), c.short)
	}
	if ticket := root.Get("ticket"); ticket != nil {
		for _, n := range ticket.Nodes {
			eachText(n, c.short)
		}
	}
}

// patternsOf looks at the pattern keys of the top or of one turn.
func (c *checker) patternsOf(table *problem.Node) {
	eachText(table.Get("forbid"), c.short)
	both := func(n *problem.Node, text string) {
		c.short(n, text)
		c.redLine(n, text)
	}
	for _, key := range [...]string{"situation", "must"} {
		eachText(table.Get(key), both)
	}
	if hear := table.Get("hear"); hear != nil {
		for _, n := range hear.Nodes {
			eachText(n, both)
		}
	}
}

// short reports a synonym of one character.
func (c *checker) short(n *problem.Node, text string) {
	if value(text) {
		return
	}
	for word := range strings.SplitSeq(strings.ReplaceAll(text, "｜", "|"), "|") {
		word = strings.ReplaceAll(strings.TrimSpace(word), "*", "")
		if utf8.RuneCountInString(word) == 1 {
			c.report("W02", n.Span, word)
			return
		}
	}
}

// value reports a pattern that compares values.
func value(text string) bool {
	for _, name := range [...]string{"时间", "金额", "尾号"} {
		if rest, ok := strings.CutPrefix(text, name); ok && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
			return true
		}
	}
	return false
}

// redLine reports a wording that is a red line by itself: who says it as the file asks is marked down.
func (c *checker) redLine(n *problem.Node, text string) {
	if value(text) {
		return
	}
	for word := range strings.SplitSeq(strings.ReplaceAll(text, "｜", "|"), "|") {
		said := strings.ReplaceAll(strings.TrimSpace(word), "*", "")
		if said == "" {
			continue
		}
		facts := c.scorer.Hear(nil, []string{said})
		crossed := facts.Crossed().Without(fact.RedLineSet(fact.Robotic))
		if crossed == 0 {
			continue
		}
		r := reply{facts: facts}
		line := crossed.List()[0]
		c.report("W03", n.Span, word, line.Label(), r.because(line.Name()))
		return
	}
}

// items are the values of a list; one value stands for a list of one; nothing has none.
func items(n *problem.Node) []*problem.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == problem.Array:
		return n.Nodes
	}
	return []*problem.Node{n}
}

func eachText(n *problem.Node, use func(*problem.Node, string)) {
	for _, item := range items(n) {
		if item.Kind == problem.String {
			use(item, strings.TrimSpace(item.Str))
		}
	}
}
