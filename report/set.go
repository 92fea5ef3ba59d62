package report

import (
	"slices"
	"strings"

	"shouxiang/sim"
)

// Set is the figures of one set of cards: first attempts only, without disputed ones.
type Set struct {
	Cards    int
	Pass     int
	Timed    int   // cards that had a clock
	InTime   int   // of those
	Missed   int   // no first response inside the limit
	Hollow   int   // 占位回复 sent
	Best     int64 // fastest first response in ms; -1 = none
	Median   int64 // of the timed cards, ms; -1 = none, or more than half were late (then Over)
	Over     bool  // the median lies above the limit
	TagAsked int
	TagRight int
	Empathy  Share // of cards that need it
	Action   Share
	RedLines []Count // most frequent first
	Next     string  // the one thing to drill next: a cap's name, 标签, or "" when nothing lacks
	NextN    int     // cards on which it lacked
	Disputed int     // cards left out
}

// Share is points earned of points that could be earned.
type Share struct{ Got, Of int }

// Count is how often something happened.
type Count struct {
	Name string
	N    int
}

// fullEmpathy, fullAction and fullTag are the card's own maxima (docs/scoring.md §3).
const (
	fullEmpathy = 30
	fullAction  = 40
	fullTag     = 10
)

// Summarize counts a session's first attempts.
func Summarize(st *sim.State) Set {
	s := Set{Best: -1, Median: -1}
	lacks, reds := map[string]int{}, map[string]int{}
	var firsts []int64
	for i := range st.Chats {
		c := &st.Chats[i]
		if !c.Counts() || c.Grade == nil { // only a forged log counts what nobody graded
			continue
		}
		if c.Disputed {
			s.Disputed++
			continue
		}
		firsts = append(firsts, s.add(c)...)
		for name := range c.Grade.Gaps() {
			lacks[name]++
		}
		for _, r := range c.Grade.CrossedNames() {
			reds[r]++
		}
		if s.tagWrong(c) {
			lacks["标签"]++
		}
	}
	s.median(firsts)
	s.RedLines = ranked(reds)
	if worst := ranked(lacks); len(worst) > 0 {
		s.Next, s.NextN = worst[0].Name, worst[0].N
	}
	return s
}

// late stands for a first response that did not come in time, above every real one.
const late = int64(1) << 62

// add counts one card and returns its first response for the median, if it had a clock.
func (s *Set) add(c *sim.Chat) []int64 {
	g := c.Grade
	s.Cards++
	if g.Pass {
		s.Pass++
	}
	for _, l := range c.Lines {
		if l.Hollow {
			s.Hollow++
		}
	}
	if !c.Inquiry {
		s.Empathy.Got, s.Empathy.Of = s.Empathy.Got+g.Empathy, s.Empathy.Of+fullEmpathy
	}
	s.Action.Got, s.Action.Of = s.Action.Got+g.Action, s.Action.Of+fullAction
	if len(c.Tags) > 0 {
		s.TagAsked++
		if g.Tag == fullTag {
			s.TagRight++
		}
	}
	first := c.FirstMs()
	if first >= 0 && (s.Best < 0 || first < s.Best) {
		s.Best = first
	}
	if c.Wait == 0 {
		return nil
	}
	s.Timed++
	if c.Missed {
		s.Missed++
		return []int64{late}
	}
	s.InTime++
	return []int64{first}
}

func (s *Set) tagWrong(c *sim.Chat) bool {
	return len(c.Tags) > 0 && c.Grade.Tag < fullTag && c.Outcome == sim.OutcomeDone
}

// median is the ceil(n/2)-th value.
func (s *Set) median(firsts []int64) {
	if len(firsts) == 0 {
		return
	}
	slices.Sort(firsts)
	m := firsts[(len(firsts)+1)/2-1]
	if m == late {
		s.Over = true
		return
	}
	s.Median = m
}

// ranked is the counts, most frequent first; equal ones by name, so that the order is always the same.
func ranked(counts map[string]int) []Count {
	out := make([]Count, 0, len(counts))
	for name, n := range counts {
		out = append(out, Count{name, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}
