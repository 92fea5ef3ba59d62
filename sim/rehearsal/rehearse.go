package rehearsal

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
)

// Games and seed of a rehearsal when nobody says otherwise.
const (
	DefaultGames = 500
	DefaultSeed  = 1
)

// Result is what the players made of one scenario.
type Result struct {
	Scenario *scenarios.Scenario
	Games    int  // of all players
	Cut      bool // the games were too long: random players played fewer
	Players  []Player
	Turns    []int   // games that came to each turn
	Rows     [][]int // games that took each row of each turn
}

// Player is what one player made of it.
type Player struct {
	Name   string
	Games  int
	Rating float64 // mean CSAT 1–5; of a card the mean score 0–100
	Length float64 // mean number of replies and silences
	Ends   []Share // the most frequent first
	Stuck  int     // the turn that took most steps a game, −1 = none took more than one
	Steps  float64 // so many
}

// Share is how often games ended in one way.
type Share struct {
	Name  string
	Games int
}

// Rehearse lets all players play a scenario. Players that do not choose play one game, the others as many as asked.
func Rehearse(sc *scenarios.Scenario, scorer *scoring.Scorer, games int, seed uint64) *Result {
	s := newStage(sc, scorer)
	res := &Result{Scenario: sc, Turns: make([]int, len(sc.Turns)), Rows: make([][]int, len(sc.Turns))}
	for i := range sc.Turns {
		res.Rows[i] = make([]int, len(sc.Turns[i].Rows))
	}
	for i := range players {
		res.Players = append(res.Players, s.perform(&players[i], i, games, seed, res))
	}
	return res
}

// perform plays the games of one player.
func (s *stage) perform(p *player, number, games int, seed uint64, res *Result) Player {
	r := rand.New(rand.NewPCG(seed, hash(s.sc.ID)+uint64(number)))
	if !p.random {
		games = 1
	}
	t := tally{ends: map[string]int{}, steps: make([]int, len(s.sc.Turns)), games: make([]int, len(s.sc.Turns))}
	played := 0
	limit := s.plays + mostPlays/3
	for range games {
		if p.random && s.plays >= limit {
			res.Cut = true
			break
		}
		n := s.root
		for n.st.Active() != nil {
			n = s.after(n, p.act(r, s.sc, n.st.Active().Turn))
		}
		played++
		t.count(s, n.st.Last())
		res.cover(s, n.st.Last())
	}
	res.Games += played
	return t.player(p.name, played)
}

// tally adds up the games of one player.
type tally struct {
	rating, length int
	ends           map[string]int
	steps, games   []int // of each turn
}

func (t *tally) count(s *stage, c *sim.Chat) {
	t.ends[ending(c)]++
	if c.Card {
		t.length++
		if c.Grade != nil {
			t.rating += c.Grade.Score
		}
		return
	}
	t.rating += c.CSAT
	t.length += len(c.Steps)
	seen := make([]bool, len(t.games))
	for i := range c.Steps {
		turn := c.Steps[i].Turn
		t.steps[turn]++
		if !seen[turn] {
			seen[turn] = true
			t.games[turn]++
		}
	}
}

// ending is how a chat ended, in a trainer's words.
func ending(c *sim.Chat) string {
	switch {
	case c.Outcome == sim.OutcomeGone:
		return "超时"
	case c.Outcome == sim.OutcomeCollapse:
		return "谈崩"
	case c.Outcome == sim.OutcomeLeft:
		return "离开"
	case c.Ending != "":
		return c.Ending
	case c.Card && c.Grade != nil && c.Grade.Pass:
		return "达标"
	case c.Card:
		return "不达标"
	}
	return fmt.Sprintf("结束(%d分)", c.CSAT)
}

func (t *tally) player(name string, games int) Player {
	p := Player{Name: name, Games: games, Stuck: -1}
	if games == 0 {
		return p
	}
	p.Rating, p.Length = float64(t.rating)/float64(games), float64(t.length)/float64(games)
	for name, n := range t.ends {
		p.Ends = append(p.Ends, Share{name, n})
	}
	slices.SortFunc(p.Ends, func(a, b Share) int { return cmp.Or(cmp.Compare(b.Games, a.Games), cmp.Compare(a.Name, b.Name)) })
	for i, n := range t.games {
		if n == 0 {
			continue
		}
		if steps := float64(t.steps[i]) / float64(n); steps > max(1, p.Steps) {
			p.Stuck, p.Steps = i, steps
		}
	}
	return p
}

// cover marks the turns and rows of one game.
func (res *Result) cover(s *stage, c *sim.Chat) {
	if c.Card {
		res.Turns[0]++
		if c.Grade != nil {
			res.coverCard(s, c)
		}
		return
	}
	turns := make([]bool, len(res.Turns))
	rows := map[*int]bool{}
	turns[0] = true
	for i := range c.Steps {
		step := &c.Steps[i]
		turns[step.Turn] = true
		if !step.End && step.Index < len(turns) {
			turns[step.Index] = true
		}
		if j := rowOf(&s.sc.Turns[step.Turn], step); j >= 0 {
			rows[&res.Rows[step.Turn][j]] = true
		}
	}
	for i, came := range turns {
		if came {
			res.Turns[i]++
		}
	}
	for row := range rows {
		*row++
	}
}

// rowOf finds the row that a step took: by its line, and within the line by its conditions.
func rowOf(t *scenarios.Turn, step *sim.Step) int {
	if step.Why != "row" {
		return -1
	}
	for i := range t.Rows {
		if t.Rows[i].Line == step.Row && sim.ConditionText(&t.Rows[i]) == step.If {
			return i
		}
	}
	return -1
}

// coverCard marks the react row that a card's answer met.
func (res *Result) coverCard(s *stage, c *sim.Chat) {
	t := &s.sc.Turns[0]
	if len(t.Rows) == 0 || len(c.Reply) == 0 {
		return
	}
	m := scenarios.Moment{Facts: s.hear(t.Matter, c.Reply), Pass: c.Grade.Pass, MustAll: c.Grade.MissingMust == "", Nagged: c.Nudges > 0}
	if i, ok := scenarios.Choose(t.Rows, &m); ok {
		res.Rows[0][i]++
	}
}

func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
