package lint

import (
	"fmt"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// whyNot says why no conversation reaches an ending.
func (g *graph) whyNot(i int) string {
	e := &g.sc.Endings[i]
	named := false
	for j := range g.sc.Turns {
		for k := range g.sc.Turns[j].Rows {
			named = named || g.sc.Turns[j].Rows[k].To == e.ID
		}
	}
	switch {
	case named:
		return "指向它的分支没有一条轮得到"
	case !e.HasMood:
		return "没有分支指向它，也没写 mood（结束时心情要到几才算它）"
	}
	for j := range g.sc.Endings[:i] {
		if above := &g.sc.Endings[j]; above.HasMood && above.Mood <= e.Mood && above.CSAT <= e.CSAT {
			return fmt.Sprintf("排在前面的『%s』要求更低，总是先轮到；请把要求高的结局放前面", above.ID)
		}
	}
	return fmt.Sprintf("它要求心情 ≥ %d，按现在的 mood 加减没有任何走法能达到", e.Mood)
}

// trapped are the turns from which no reply leads to an end.
func (g *graph) trapped() []bool {
	out := make([]bool, len(g.turns))
	var free []int
	for i, ends := range g.ends {
		if out[i] = !ends; ends {
			free = append(free, i)
		}
	}
	for len(free) > 0 {
		last := free[len(free)-1]
		free = free[:len(free)-1]
		for from := range g.leads[last] { // any order frees the same turns
			if out[from] {
				out[from] = false
				free = append(free, from)
			}
		}
	}
	return out
}

// A player who always does the same thing, for G04.
type habit struct {
	name  string
	heard scoring.Elements
}

var habits = []habit{
	{"只道歉", fact.ElementSet(fact.Empathy, fact.Apology)},
	{"只办事", fact.ElementSet(fact.Action, fact.Deadline)},
}

// mostSteps is how many replies and silences a customer takes (sim/script.go).
const mostSteps = 20

// circles reports turns in which a player of one habit goes round until the twentieth reply (G04).
func (c *checker) circles(trapped []bool) {
	stuck := map[int][]string{}
	for _, h := range habits {
		if turn := c.circle(h); turn >= 0 && !trapped[turn] {
			stuck[turn] = append(stuck[turn], "“"+h.name+"”")
		}
	}
	for i := range c.sc.Turns {
		if names := stuck[i]; names != nil {
			c.report("G04", TurnSpan(c.sc, i), strings.Join(names, ""))
		}
	}
}

// circle is the turn where this habit is still stuck at the twentieth reply, −1 when the script ends before.
func (c *checker) circle(h habit) int {
	turn, mood := 0, c.sc.StartMood()
	visits := make([]int, len(c.sc.Turns))
	asked := make([]bool, len(c.sc.Turns))
	for range mostSteps {
		t := &c.sc.Turns[turn]
		pass := t.Need.Without(h.heard) == 0 && len(t.Must) == 0
		i, found := c.firstRow(t, h, pass, visits[turn] > 0, mood)
		visits[turn]++
		to, delta := "", -1
		switch {
		case pass:
			delta = 2
		case h.heard.Has(fact.Empathy):
			delta = 0
		}
		switch {
		case found:
			row := &t.Rows[i]
			to = row.To
			if row.HasMood {
				delta = row.Mood
			}
		case !pass && asked[turn]:
			delta = -1
		case !pass:
			asked[turn], to = true, t.ID
		}
		next, goes := c.turnNamed(to, turn+1)
		if mood = min(10, mood+delta); mood <= 0 || !goes {
			return -1
		}
		turn = next
	}
	return turn
}

// turnNamed is the index of a turn; goes is false when the name ends the script.
func (c *checker) turnNamed(id string, next int) (index int, goes bool) {
	if id == "" {
		return next, next < len(c.sc.Turns)
	}
	for i := range c.sc.Turns {
		if c.sc.Turns[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// firstRow is the row that this habit meets.
func (c *checker) firstRow(t *scenarios.Turn, h habit, pass, again bool, mood int) (int, bool) {
	for i := range t.Rows {
		holds := true
		for _, cond := range t.Rows[i].If {
			a, want, ok := cond.Literal()
			if !ok {
				continue
			}
			is := false
			switch a.Kind {
			case scenarios.HasElement:
				is = h.heard.Has(a.Element)
			case scenarios.Passes:
				is = pass
			case scenarios.SaysMusts:
				is = len(t.Must) == 0
			case scenarios.IsAgain:
				is = again
			case scenarios.MoodIsGood:
				is = mood >= 7
			case scenarios.MoodIsBad:
				is = mood <= 2
			}
			holds = holds && is == want
		}
		if holds {
			return i, true
		}
	}
	return 0, false
}
