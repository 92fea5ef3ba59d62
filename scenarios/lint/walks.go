package lint

import (
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

// This file looks for what no conversation can reach: G01 turns, G02 endings, G03 turns without a way out. It walks
// every state (turn, mood, owed promise, turns seen before) that some reply can lead to. What a reply can say is
// over-estimated by the logic of the turn, and so is how far a mood can sink (nags, promises kept late): what is
// called unreachable here is unreachable.

// Where a move leads beside turns.
const (
	moveNext  = -1
	moveEnd   = -2 // 结束
	moveLeave = -3
	moveNamed = -10 // and below: an ending by name
)

// move is one thing that a reply or silence can do in a turn.
type move struct {
	to    int // index of a turn, or one of the above
	delta int8
	owed  int8 // +1 a promise that comes back, 0 leaves it as it is
	caps  uint8
	quiet bool
}

// Bits of move.caps: the best rating the last reply leaves.
const (
	cap1 uint8 = 1 << iota
	cap3
	cap5
)

// class is a kind of reply by what it does to the mood (sim/script.go).
type class struct {
	when  func(*turnLogic) []literal
	delta int8
	owed  int8
	caps  uint8
}

func line(t *turnLogic, r scoring.RedLine) literal {
	return t.of(scenarios.Atom{Kind: scenarios.CrossesLine, RedLine: r})
}

func kind(t *turnLogic, k scenarios.AtomKind) literal { return t.of(scenarios.Atom{Kind: k}) }

func hears(t *turnLogic, e scoring.Element) literal {
	return t.of(scenarios.Atom{Kind: scenarios.HasElement, Element: e})
}

var classes = []class{
	{func(t *turnLogic) []literal { return []literal{line(t, fact.Rude)} }, -4, 0, cap1},
	{func(t *turnLogic) []literal { return []literal{-line(t, fact.Rude), line(t, fact.Accuse)} }, -3, 0, cap1},
	{func(t *turnLogic) []literal { return []literal{-line(t, fact.Rude), line(t, fact.Deflect)} }, -3, 0, cap1 | cap3},
	{func(t *turnLogic) []literal {
		return []literal{-line(t, fact.Rude), -line(t, fact.Accuse), -line(t, fact.Deflect), kind(t, scenarios.CrossesAny)}
	}, -2, 0, cap3},
	{func(t *turnLogic) []literal {
		only := []literal{line(t, fact.Overpromise)}
		for _, a := range t.atoms {
			if a.Kind == scenarios.CrossesLine && a.RedLine != fact.Overpromise {
				only = append(only, -t.of(a))
			}
		}
		return only
	}, 1, 1, cap3},
	{func(t *turnLogic) []literal { return []literal{kind(t, scenarios.Passes)} }, 2, 0, cap5},
	{func(t *turnLogic) []literal {
		return []literal{-kind(t, scenarios.Passes), -kind(t, scenarios.CrossesAny), hears(t, fact.Empathy)}
	}, 0, 0, cap3 | cap5},
	{func(t *turnLogic) []literal {
		return []literal{-kind(t, scenarios.Passes), -kind(t, scenarios.CrossesAny), -hears(t, fact.Empathy)}
	}, -1, 0, cap3 | cap5},
}

const passClass = 5

// situation is what of a state a turn's rows ask about.
type situation struct {
	again bool
	mood  uint8 // 0 bad, 1 neither, 2 good
}

// moves are all things that can happen in a turn in a situation.
func (g *graph) moves(i int, s situation) []move {
	t := g.c.logic(i)
	if !t.uses[scenarios.IsAgain] {
		s.again = false
	}
	if !t.uses[scenarios.MoodIsGood] && !t.uses[scenarios.MoodIsBad] {
		s.mood = 1
	}
	key := moveKey{i, s}
	if known, ok := g.known[key]; ok {
		return known
	}
	given := t.given(s)
	var out []move
	for j := 0; j <= len(t.rows); j++ {
		if clauses, ok := t.taken(j, false); ok {
			out = append(out, g.replyMoves(t, i, j, append(clauses, given...))...)
		}
		if j == len(t.rows) {
			continue // a silence that no row takes: the customer is gone
		}
		if clauses, ok := t.taken(j, true); ok && t.possible(append(clauses, given...)...) {
			row := &t.turn.Rows[j]
			out = append(out, move{to: g.target(row.To), delta: int8(row.Mood), caps: cap3, quiet: true})
		}
	}
	g.known[key] = merged(out)
	return g.known[key]
}

// merged is the moves without those that are there twice.
func merged(moves []move) []move {
	at := map[move]int{}
	var out []move
	for _, m := range moves {
		key := m
		key.caps = 0
		if i, ok := at[key]; ok {
			out[i].caps |= m.caps
			continue
		}
		at[key] = len(out)
		out = append(out, m)
	}
	return out
}

type moveKey struct {
	turn int
	situation
}

// given is a situation as clauses; what the rows do not ask about stays open.
func (t *turnLogic) given(s situation) []clause {
	var out []clause
	fix := func(k scenarios.AtomKind, yes bool) {
		lit := kind(t, k)
		if !yes {
			lit = -lit
		}
		out = append(out, clause{lit})
	}
	if t.uses[scenarios.IsAgain] {
		fix(scenarios.IsAgain, s.again)
	}
	if t.uses[scenarios.MoodIsGood] || t.uses[scenarios.MoodIsBad] {
		fix(scenarios.MoodIsGood, s.mood == 2)
		fix(scenarios.MoodIsBad, s.mood == 0)
	}
	return out
}

// replyMoves are what replies do that row j takes, or no row.
func (g *graph) replyMoves(t *turnLogic, i, j int, clauses []clause) []move {
	if !t.possible(clauses...) {
		return nil
	}
	var out []move
	for n, cl := range classes {
		if !t.possible(append(units(cl.when(t)), clauses...)...) {
			continue
		}
		m := move{to: moveNext, delta: cl.delta, owed: cl.owed, caps: cl.caps}
		switch {
		case j < len(t.rows):
			row := &t.turn.Rows[j]
			m.to = g.target(row.To)
			if row.HasMood {
				m.delta, m.owed = int8(row.Mood), 0
			}
		case n != passClass: // asked once more, and given up on
			out = append(out, move{to: moveNext, delta: -1, caps: cl.caps})
			m.to = i
		}
		out = append(out, m)
	}
	return out
}

// graph is the search over one script.
type graph struct {
	c     *checker
	sc    *scenarios.Scenario
	known map[moveKey][]move
	bit   []int // turn → its bit among the turns seen, −1 = nobody asks
	bits  int
	names map[string]int // where a row's to leads
	loops bool           // some row leads back: the twentieth reply can come in any state

	visited []uint64
	queue   []state
	turns   []bool
	endings []bool
	leads   []map[int]bool // turn → turns from which a reply leads to it
	ends    []bool         // turn → a reply can end the script there
}

type state struct {
	turn, mood, owed int
	seen             uint32
}

const (
	moods      = 11
	mostStates = 1 << 22 // turns beyond it are taken to be seen and unseen at once
	followUp   = "跟进反馈"
	brokenMood = 4
)

// walks reports G01, G02 and G03.
func (c *checker) walks() {
	if c.sc.Card {
		return
	}
	g := newGraph(c)
	g.run()
	for i := range g.turns {
		if !g.turns[i] {
			c.report("G01", TurnSpan(c.sc, i), TurnName(c.sc, i))
		}
	}
	trapped := g.trapped()
	for i := range trapped {
		if trapped[i] && g.turns[i] {
			c.report("G03", TurnSpan(c.sc, i), TurnName(c.sc, i))
		}
	}
	for i := range c.sc.Endings {
		if e := &c.sc.Endings[i]; !g.endings[i] {
			c.report("G02", e.Node.Get("id").Span, e.ID, g.whyNot(i))
		}
	}
	c.circles(trapped)
}

func newGraph(c *checker) *graph {
	n := len(c.sc.Turns)
	g := &graph{c: c, sc: c.sc, known: map[moveKey][]move{}, names: map[string]int{}, turns: make([]bool, n), endings: make([]bool, len(c.sc.Endings)),
		leads: make([]map[int]bool, n), ends: make([]bool, n)}
	for i := n - 1; i >= 0; i-- {
		g.names[c.sc.Turns[i].ID] = i
	}
	for i := len(c.sc.Endings) - 1; i >= 0; i-- {
		g.names[c.sc.Endings[i].ID] = moveNamed - i
	}
	for i := range c.sc.Turns {
		g.bit = append(g.bit, -1)
		if c.logic(i).uses[scenarios.IsAgain] && n*moods*2<<(g.bits+1) <= mostStates {
			g.bit[i] = g.bits
			g.bits++
		}
		for j := range c.sc.Turns[i].Rows {
			if to := g.target(c.sc.Turns[i].Rows[j].To); to >= 0 && to <= i {
				g.loops = true
			}
		}
	}
	g.visited = make([]uint64, (n*moods*2<<g.bits+63)/64)
	return g
}

func (g *graph) target(to string) int {
	switch to {
	case "":
		return moveNext
	case scenarios.ToEnd:
		return moveEnd
	case scenarios.ToLeave:
		return moveLeave
	}
	if i, ok := g.names[to]; ok {
		return i
	}
	return moveNext
}

func (g *graph) push(s state) {
	at := ((s.turn*moods+s.mood)*2+s.owed)<<g.bits | int(s.seen)
	if g.visited[at/64]&(1<<(at%64)) != 0 {
		return
	}
	g.visited[at/64] |= 1 << (at % 64)
	g.turns[s.turn] = true
	g.queue = append(g.queue, s)
}

func (g *graph) run() {
	g.push(state{turn: 0, mood: g.sc.StartMood()})
	for len(g.queue) > 0 {
		s := g.queue[len(g.queue)-1]
		g.queue = g.queue[:len(g.queue)-1]
		if s.mood > 1 { // nagged, or a promise kept late
			g.push(state{s.turn, s.mood - 1, s.owed, s.seen})
		}
		now := situation{mood: 1}
		switch {
		case s.mood >= 7:
			now.mood = 2
		case s.mood <= 2:
			now.mood = 0
		}
		bit := g.bit[s.turn]
		seen := s.seen
		if bit >= 0 {
			now.again = s.seen&(1<<bit) != 0
			seen |= 1 << bit
		}
		g.follow(s, seen, g.moves(s.turn, now))
		if bit < 0 && g.c.logic(s.turn).uses[scenarios.IsAgain] { // more turns ask than there are bits
			now.again = true
			g.follow(s, seen, g.moves(s.turn, now))
		}
	}
}

// follow makes every move in a state.
func (g *graph) follow(s state, seen uint32, moves []move) {
	for _, m := range moves {
		mood := max(0, min(moods-1, s.mood+int(m.delta)))
		owed := max(s.owed, int(m.owed))
		switch {
		case m.to <= moveNamed:
			g.endings[moveNamed-m.to] = true
			g.ended(s.turn, m)
		case mood == 0:
		case m.to == moveLeave:
			g.ended(s.turn, m)
		case m.to == moveEnd:
			g.byMood(mood, owed, m.caps)
			g.ended(s.turn, m)
		default:
			if g.loops {
				g.byMood(mood, owed, m.caps)
			}
			next := m.to
			if next == moveNext {
				next = s.turn + 1
			}
			g.enter(s.turn, next, mood, owed, seen, m)
		}
	}
}

func (g *graph) ended(turn int, m move) {
	if !m.quiet {
		g.ends[turn] = true
	}
}

// enter goes into a turn, and past it when earlier replies may have met all it wants.
func (g *graph) enter(from, next, mood, owed int, seen uint32, m move) {
	for ; next < len(g.sc.Turns); next++ {
		t := &g.sc.Turns[next]
		if !m.quiet {
			if g.leads[next] == nil {
				g.leads[next] = map[int]bool{}
			}
			g.leads[next][from] = true
		}
		if t.Stage != followUp {
			g.push(state{next, mood, owed, seen})
		} else if after := mood - brokenMood*owed; after > 0 {
			g.push(state{next, after, 0, seen})
		}
		if next == 0 || next == from || t.Stage == followUp || t.Need == 0 || t.Need.Without(carried) != 0 {
			return
		}
	}
	g.byMood(mood, owed, m.caps)
	g.ended(from, m)
}

// byMood takes the endings that 结束 can mean, for every mood it may have sunk to.
func (g *graph) byMood(mood, owed int, caps uint8) {
	mood -= brokenMood * owed
	for bit, csat := range map[uint8]int{cap1: 1, cap3: 3, cap5: 5} { // in any order: endings are only marked
		if caps&bit == 0 {
			continue
		}
		for now := mood; now > 0; now-- {
			for i := range g.sc.Endings {
				if e := &g.sc.Endings[i]; e.HasMood && e.Mood <= now && e.CSAT <= csat {
					g.endings[i] = true
					break
				}
			}
		}
	}
}
