package lint

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/problem"
	"shouxiang/scenarios"
)

// branches looks at the rows of each turn: B03 to B06.
func (c *checker) branches() {
	for i := range c.sc.Turns {
		t := c.logic(i)
		for j := range t.rows {
			c.row(t, j)
		}
		c.uncovered(t)
	}
}

// row reports a row that asks what never changes (B06), contradicts itself (B03) or comes too late (B04).
func (c *checker) row(t *turnLogic, j int) {
	row := &t.turn.Rows[j]
	if c.constant(t, row) || slices.ContainsFunc(row.If, uncertain) {
		return
	}
	alone := func(quiet bool) bool {
		lits, can := t.rows[j].in(quiet)
		return can && t.possible(units(lits)...)
	}
	inReply, inQuiet := alone(false), alone(true)
	if !inReply && !inQuiet {
		c.report("B03", ifSpan(row), "["+conditions(row)+"]")
		return
	}
	for _, quiet := range [...]bool{false, true} {
		if clauses, can := t.taken(j, quiet); can && t.possible(clauses...) {
			return
		}
	}
	c.report("B04", ifSpan(row), c.coveredBy(t, j, !inReply))
}

func uncertain(cond scenarios.Condition) bool {
	a, _, ok := cond.Literal()
	return ok && a.Kind == scenarios.IsUncertain
}

// constant reports conditions whose answer is always the same here.
func (c *checker) constant(t *turnLogic, row *scenarios.Branch) bool {
	found := false
	for _, cond := range row.If {
		a, _, ok := cond.Literal()
		why := ""
		switch {
		case !ok:
		case a.Kind == scenarios.SaysMusts && len(t.turn.Must) == 0 && len(items(t.turn.Node.Get("must"))) == 0: // one that cannot be read is reported itself
			why = "这一轮没写 must（必须说到的要点）"
		case (a.Kind == scenarios.IsAgain || a.Kind == scenarios.SaidBefore) && c.sc.Card:
			why = "单题只回一次"
		case (a.Kind == scenarios.MoodIsGood || a.Kind == scenarios.MoodIsBad) && c.sc.Card:
			why = "单题不算心情"
		case a.Kind == scenarios.IsSilence && c.sc.Card:
			why = "单题里客户等不到就走了"
		}
		if why != "" {
			c.report("B06", cond.Node.Span, cond.Text, why)
			found = true
		}
	}
	return found
}

// coveredBy names the rows above that take all of row j's replies, as few as do.
func (c *checker) coveredBy(t *turnLogic, j int, quiet bool) string {
	lits, _ := t.rows[j].in(quiet)
	var above []int
	for k := range t.rows[:j] {
		if _, can := t.rows[k].in(quiet); can {
			above = append(above, k)
		}
	}
	free := func(rows []int) bool {
		clauses := units(lits)
		for _, k := range rows {
			l, _ := t.rows[k].in(quiet)
			clauses = append(clauses, not(l))
		}
		return t.possible(clauses...)
	}
	for i := 0; i < len(above); {
		if fewer := slices.Delete(slices.Clone(above), i, i+1); !free(fewer) {
			above = fewer
		} else {
			i++
		}
	}
	const most = 3
	var names []string
	for i, k := range above {
		if i == most {
			names = append(names, fmt.Sprintf("等 %d 条", len(above)))
			break
		}
		names = append(names, "『"+conditions(&t.turn.Rows[k])+"』")
	}
	return strings.Join(names, "")
}

// uncovered reports a kind of reply that no row answers (B05).
func (c *checker) uncovered(t *turnLogic) {
	if c.sc.Card || len(t.rows) == 0 || t.turn.Need == 0 && len(t.turn.Must) == 0 {
		return
	}
	for i := range t.turn.Rows {
		if slices.ContainsFunc(t.turn.Rows[i].If, uncertain) {
			return
		}
	}
	clauses, _ := t.taken(len(t.rows), false)
	failed := -t.of(scenarios.Atom{Kind: scenarios.Passes})
	answers, ok := t.model(append(clauses, clause{failed})...)
	if !ok || answers == nil {
		return
	}
	c.report("B05", t.turn.Node.Get("branch").KeySpan, t.describe(answers, failed))
}

// describe says in few words what the replies are that no row answers: as few of the answers as leave none a row.
func (t *turnLogic) describe(answers []int8, failed literal) string {
	asked := map[literal]bool{}
	for _, r := range t.rows {
		for _, lit := range r.reply {
			asked[max(lit, -lit)] = true
		}
	}
	var lits []literal
	for n := literal(1); int(n) < len(answers); n++ {
		if asked[n] && answers[n] != 0 {
			lits = append(lits, n*literal(answers[n]))
		}
	}
	if asked[-failed] {
		lits = append(slices.DeleteFunc(lits, func(l literal) bool { return l == failed }), failed)
	}
	open := func(lits []literal) bool {
		for _, r := range t.rows {
			if r.canReply && t.possible(append(append(units(lits), clause{failed}), units(r.reply)...)...) {
				return false
			}
		}
		return true
	}
	for i := len(lits) - 1; i >= 0; i-- {
		if fewer := slices.Delete(slices.Clone(lits), i, i+1); open(fewer) {
			lits = fewer
		}
	}
	var words []string
	for _, lit := range lits {
		words = append(words, t.word(lit))
	}
	if len(words) == 0 {
		return "不达标"
	}
	return strings.Join(words, "+")
}

// word is a literal as a trainer would write it.
func (t *turnLogic) word(lit literal) string {
	a := t.atoms[max(lit, -lit)-1]
	words := map[scenarios.AtomKind][2]string{
		scenarios.HasElement:  {"有" + a.Element.Label(), "缺" + a.Element.Label()},
		scenarios.CrossesLine: {a.RedLine.Label(), "没有" + a.RedLine.Label()},
		scenarios.CrossesAny:  {"碰红线", "没碰红线"},
		scenarios.Passes:      {"达标", "不达标"},
		scenarios.SaysMusts:   {"要点全", "要点缺"},
		scenarios.Mentions:    {"提到:" + a.Words, "没提:" + a.Words},
		scenarios.Agrees:      {"答应:" + a.Words, "没答应:" + a.Words},
		scenarios.Refuses:     {"拒绝:" + a.Words, "没拒绝:" + a.Words},
		scenarios.SaidBefore:  {"早说过:" + a.Words, "没早说过:" + a.Words},
		scenarios.WasNagged:   {"催过", "没催过"},
		scenarios.IsAgain:     {"再次", "第一次"},
		scenarios.MoodIsGood:  {"心情好", "心情不好"},
		scenarios.MoodIsBad:   {"心情差", "心情不差"},
	}[a.Kind]
	if lit < 0 {
		return words[1]
	}
	return words[0]
}

// conditions are a row's conditions as written, 其他 when there are none.
func conditions(b *scenarios.Branch) string {
	var out []string
	for _, cond := range b.If {
		out = append(out, cond.Text)
	}
	if len(out) == 0 {
		return "其他"
	}
	return strings.Join(out, " ")
}

// ifSpan is the place of a row's conditions, without brackets; of the row when it has none.
func ifSpan(b *scenarios.Branch) problem.Span {
	n := b.Node.Get("if")
	if n == nil {
		return b.Node.Span
	}
	if n.Kind != problem.Array || len(n.Nodes) == 0 {
		return n.Span
	}
	span, last := n.Nodes[0].Span, n.Nodes[len(n.Nodes)-1].Span
	span.EndLine, span.EndCol = last.EndLine, last.EndCol
	return span
}
