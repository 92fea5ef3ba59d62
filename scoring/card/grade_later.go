package card

import "shouxiang/scoring/fact"

// laterTurn shares 90 points equally over needs and must-facts and gives 10 for 表达.
func (g *grader) laterTurn() {
	needs := g.t.Need.List()
	n := len(needs) + g.musts()
	c := &g.card
	c.Manner = g.mannerPart(10)
	g.sum = c.Manner.Points
	if n == 0 {
		g.sum += 90
		return
	}
	each, rest := 90/n, 90%n
	share := func(name string, half, whole bool) Part {
		p := Part{Max: each, Counted: true}
		if rest > 0 { // remainders to the first parts
			p.Max++
			rest--
		}
		switch {
		case whole:
			p.Points = p.Max
		case half:
			p.Points = p.Max / 2
		}
		g.sum += p.Points
		c.Shares = append(c.Shares, Share{Name: name, Part: p})
		return p
	}
	for _, e := range needs {
		half, whole := g.degree(e)
		p := share(e.Label(), half, whole)
		switch e {
		case fact.Empathy:
			c.Empathy = p
		case fact.Action:
			c.Action = p
		}
	}
	for i := range g.musts() {
		share(g.b.Must[i], false, g.mustSaid(i))
	}
}

// degree is how far a need is met: 共情 and 行动 by level, the others wholly or not.
func (g *grader) degree(e fact.Element) (half, whole bool) {
	if g.t.HeldNeed.Has(e) {
		return false, true
	}
	switch e {
	case fact.Empathy:
		return g.kind == fact.Courtesy, g.kind > fact.Courtesy
	case fact.Action:
		return g.f.Step > 0, g.f.Action == 2
	}
	return false, g.has(e)
}
