package rehearsal

import (
	"slices"
	"strings"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
)

// stage is one scenario with all that is remembered about playing it.
type stage struct {
	ses   *sim.Session
	sc    *scenarios.Scenario
	root  *node
	heard map[hearing]*scoring.Facts
	kept  int // nodes in memory
	plays int // acts played through the simulator
}

// hearing is one text in one turn; hearing it again gives the same facts.
type hearing struct {
	matter *scoring.Matter
	text   string
}

// node is a game so far. Games that begin alike share their nodes.
type node struct {
	st     sim.State
	at     int64
	hollow int // 占位 replies to the customer's last message
	next   map[act]*node
}

// Bounds of one scenario's games: acts played, and nodes kept for games that begin alike.
const (
	mostPlays   = 20_000
	mostKept    = 3_000
	mostTicks   = 200 // of one act
	rowsOfAPlay = 50  // an act in a turn of many rows counts more
	// A player who only sends 占位 falls silent after as many.
	mostHollow = 2
)

func newStage(sc *scenarios.Scenario, scorer *scoring.Scorer) *stage {
	s := &stage{sc: sc, heard: map[hearing]*scoring.Facts{}}
	s.ses = &sim.Session{ID: "rehearsal", Mode: sim.Play, Deck: []*scenarios.Scenario{brief(sc)}, Cards: 1, Scorer: scorer, Hear: s.hear}
	s.root = &node{}
	s.do(s.root, sim.Begin{})
	s.settle(s.root)
	return s
}

// mostLines is how many messages in a row a customer types in a rehearsal; what more there are changes nothing but
// the time it takes.
const mostLines = 20

// brief is the scenario with long outpourings cut short.
func brief(sc *scenarios.Scenario) *scenarios.Scenario {
	out := *sc
	out.Turns = slices.Clone(sc.Turns)
	for i := range out.Turns {
		t := &out.Turns[i]
		t.Say, t.Late = t.Say[:min(len(t.Say), mostLines)], t.Late[:min(len(t.Late), mostLines)]
		t.Rows = slices.Clone(t.Rows)
		for j := range t.Rows {
			t.Rows[j].Say = t.Rows[j].Say[:min(len(t.Rows[j].Say), mostLines)]
		}
	}
	return &out
}

func (s *stage) hear(m *scoring.Matter, bubbles []string) *scoring.Facts {
	key := hearing{m, strings.Join(bubbles, "\x00")}
	f, ok := s.heard[key]
	if !ok {
		f = s.ses.Scorer.Hear(m, bubbles)
		s.heard[key] = f
	}
	return f
}

// do lets an input happen now.
func (s *stage) do(n *node, in sim.Input) {
	for _, e := range sim.Decide(s.ses, &n.st, n.at, in) {
		n.st = sim.Evolve(n.st, e)
	}
}

// tick goes to the next thing that happens by itself, not beyond until (< 0: however far).
func (s *stage) tick(n *node, until int64) bool {
	due, ok := sim.Next(&n.st)
	if !ok || until >= 0 && due > until {
		return false
	}
	n.at = max(n.at, due)
	s.do(n, sim.Tick{})
	return true
}

// settle lets the customer finish typing.
func (s *stage) settle(n *node) {
	for range mostTicks {
		if c := n.st.Active(); c == nil || !c.Bursting() || !s.tick(n, -1) {
			return
		}
	}
}

// after is the game after one act.
func (s *stage) after(n *node, a act) *node {
	if n.hollow >= mostHollow {
		a = act{}
	}
	if known := n.next[a]; known != nil {
		return known
	}
	s.plays += 1 + len(s.sc.Turns[n.st.Active().Turn].Rows)/rowsOfAPlay
	next := &node{st: n.st, at: n.at, hollow: n.hollow}
	if a.text == "" {
		s.silence(next)
	} else {
		s.reply(next, a)
	}
	s.settle(next)
	if s.kept < mostKept {
		s.kept++
		if n.next == nil {
			n.next = map[act]*node{}
		}
		n.next[a] = next
	}
	return next
}

// silence waits until the customer does something about it.
func (s *stage) silence(n *node) {
	steps := len(n.st.Last().Steps)
	n.hollow = 0
	for range mostTicks {
		if c := n.st.Active(); c == nil || len(c.Steps) > steps || !s.tick(n, -1) {
			return
		}
	}
}

// Times of a reply, in ms.
const (
	thinks  = 5_000
	between = 2_000
	lateBy  = 1_000
)

// reply sends a reply and closes it, and lets a card's reaction stand.
func (s *stage) reply(n *node, a act) {
	c := n.st.Active()
	steps := len(c.Steps)
	at := n.at + thinks
	if a.late && c.Dead >= 0 {
		at = max(at, c.Dead+c.Shift+lateBy)
	}
	for range mostTicks {
		if !s.tick(n, at) {
			break
		}
	}
	n.at = max(n.at, at)
	for _, bubble := range scenarios.Bubbles(a.text) {
		s.do(n, sim.Send{Text: bubble})
		n.at += between
	}
	for range 2 {
		if c := n.st.Active(); c != nil && len(c.Steps) == steps {
			s.do(n, sim.Done{})
		}
	}
	n.hollow++
	if c := n.st.Active(); c == nil || len(c.Steps) > steps {
		n.hollow = 0
	}
}
