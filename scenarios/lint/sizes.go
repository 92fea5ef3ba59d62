package lint

import (
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scenarios"
)

// The most that is judged. What a person reads or types is far shorter; and since the scorer compares every part of a
// text with every other, one reply of 300 KB would keep it busy for minutes.
const (
	mostReply    = 500 // characters of a good or bad reply
	mostReplies  = 300 // of a file
	mostMessage  = 200 // characters of a message of the customer
	mostMessages = 30  // in one burst
	mostTurns    = 100
	mostRows     = 200 // of a turn
	mostBrief    = 500
	mostSynonym  = 100
	mostSynonyms = 3000 // of a file
)

// TooMuch reports what is too long or too much to be judged or played thousands of times (M02). The scenario must have
// been read with its places.
func TooMuch(sc *scenarios.Scenario) []problem.Problem {
	s := sizes{sc: sc}
	root := sc.Tree.Root
	s.text(root.Get("brief"), "brief", mostBrief)
	if who := root.Get("customer"); who != nil && who.Kind == problem.Table {
		for _, n := range who.Nodes {
			s.text(n, n.Key, mostMessage)
		}
	}
	s.table(root)
	for _, key := range [...]string{"turn", "ending"} {
		s.count(root.Get(key), key, mostTurns)
	}
	for i := range sc.Turns {
		t := &sc.Turns[i]
		if t.Node != root {
			s.table(t.Node)
		}
		s.rows(t)
	}
	for i := range sc.Endings {
		s.text(sc.Endings[i].Node.Get("say"), "say", mostMessage)
	}
	for _, w := range items(root.Get("wrong")) {
		s.patterns(w.Get("say"))
	}
	if ticket := root.Get("ticket"); ticket != nil {
		for _, n := range ticket.Nodes {
			s.patterns(n)
		}
	}
	return s.found
}

type sizes struct {
	sc                *scenarios.Scenario
	replies, synonyms int
	found             []problem.Problem
}

func (s *sizes) report(span problem.Span, what string, size int, unit string, most int) {
	s.found = append(s.found, At("M02", s.sc.Tree, span, what, size, unit, most, unit))
}

// table looks at the messages, replies and patterns of one turn, or of the top.
func (s *sizes) table(table *problem.Node) {
	for _, key := range [...]string{"say", "late", "nudge"} {
		list := items(table.Get(key))
		s.count(table.Get(key), key, mostMessages)
		for _, n := range list {
			s.text(textOf(n), key, mostMessage)
		}
	}
	for _, key := range [...]string{"good", "bad"} {
		for _, n := range items(table.Get(key)) {
			if s.replies++; s.replies == mostReplies+1 {
				s.report(n.Span, "good 和 bad 到这里已经", s.replies, "条", mostReplies)
			}
			s.text(textOf(n), key, mostReply)
		}
	}
	for _, key := range [...]string{"situation", "must", "forbid"} {
		s.patterns(table.Get(key))
	}
	if hear := table.Get("hear"); hear != nil {
		for _, n := range hear.Nodes {
			s.patterns(n)
		}
	}
}

// count looks at the number of items of a list.
func (s *sizes) count(list *problem.Node, key string, most int) {
	if n := len(items(list)); n > most {
		s.report(list.KeySpan, key+" ", n, "条", most)
	}
}

func (s *sizes) rows(t *scenarios.Turn) {
	for _, key := range [...]string{"branch", "react"} {
		s.count(t.Node.Get(key), key, mostRows)
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		for _, n := range items(row.Node.Get("say")) {
			s.text(n, "say", mostMessage)
		}
		for _, n := range items(row.Node.Get("if")) {
			if strings.ContainsAny(n.Str, ":：") {
				s.patterns(n)
			}
		}
	}
}

// textOf is the text of an item that is a text or a table with one.
func textOf(n *problem.Node) *problem.Node {
	if n.Kind == problem.Table {
		return n.Get("text")
	}
	return n
}

func (s *sizes) text(n *problem.Node, what string, most int) {
	if n == nil || len(n.Str) <= most {
		return
	}
	if size := utf8.RuneCountInString(n.Str); size > most {
		s.report(n.Span, what+" ", size, "个字", most)
	}
}

func (s *sizes) patterns(n *problem.Node) {
	for _, item := range items(n) {
		for word := range strings.SplitSeq(strings.ReplaceAll(item.Str, "｜", "|"), "|") {
			if s.synonyms++; s.synonyms == mostSynonyms+1 {
				s.report(item.Span, "同义词到这里已经", s.synonyms, "个", mostSynonyms)
			}
			if size := utf8.RuneCountInString(word); size > mostSynonym {
				s.report(item.Span, "『"+problem.Show(word)+"』", size, "个字", mostSynonym)
			}
		}
	}
}
