package tui

import (
	"slices"
	"strings"
	"unicode"

	"shouxiang/scoring/fact"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"shouxiang/sim"
)

// mark is a stretch of the reply and what it earned or broke. Start and end count code points.
type mark struct {
	start, end int
	label      string
	kind       markKind
}

type markKind uint8

const (
	earned markKind = iota
	hinted          // heard, but not counted
	broke           // a red line
)

// touching marks become one when both are about the customer rather than the deed.
var humanParts = []string{"empathy", "on_point", "apology", "reassure"}

// marksOf is what the evidence says of the reply's own characters, in their order.
func marksOf(g *sim.Grade) (good, bad []mark) {
	text := []rune(g.Text)
	human := map[int]bool{}
	for _, e := range g.Evidence {
		label, kind := markLabel(g, e)
		if label == "" || e.Start >= e.End || e.End > len(text) {
			continue
		}
		m := mark{e.Start, e.End, label, kind}
		if kind == earned {
			human[e.Start] = human[e.Start] || slices.Contains(humanParts, e.Part)
			good = append(good, m)
		} else {
			bad = append(bad, m)
		}
	}
	join := func(a, b mark) bool {
		return b.start < a.end || human[a.start] && human[b.start] && onlyMarks(text[a.end:b.start])
	}
	never := func(a, b mark) bool { return b.start < a.end }
	return merged(good, join), merged(bad, never)
}

// merged sorts the marks and makes one of those that join.
func merged(list []mark, join func(a, b mark) bool) []mark {
	slices.SortStableFunc(list, func(a, b mark) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []mark
	for _, m := range list {
		if n := len(out); n > 0 && join(out[n-1], m) {
			last := &out[n-1]
			last.end = max(last.end, m.end)
			last.kind = max(last.kind, m.kind)
			if !slices.Contains(strings.Split(last.label, " · "), m.label) {
				last.label += " · " + m.label
			}
			continue
		}
		out = append(out, m)
	}
	return out
}

func onlyMarks(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !unicode.IsPunct(r) && !unicode.IsSpace(r) })
}

// markLabel is the word below the characters, "" for findings that are not shown there.
func markLabel(g *sim.Grade, e sim.Found) (string, markKind) {
	if red := fact.RedLinesByNames(e.Part).List(); len(red) > 0 {
		if fact.RedLinesByNames(g.Hints).Has(red[0]) {
			return textMarkHint + red[0].Screen(), hinted
		}
		return textMarkRed + red[0].Screen(), broke
	}
	if label, ok := ruleWords[e.Rule]; ok {
		return label, earned
	}
	if label, ok := markWords[e.Part]; ok {
		return label, earned
	}
	if words := elementWords(e.Part); len(words) > 0 {
		return words[0], earned
	}
	return "", earned
}

// markedReply is the reply in rows of at most w cells, each with its marks below: a bracket under the characters and
// the label in it, or under it where it is too short. pick is stretched in bold; nothing is said by colour alone.
func (u *ui) markedReply(g *sim.Grade, w int, pick *sim.Found) []string {
	good, bad := marksOf(g)
	var out []string
	at := 0
	for _, row := range u.wrap(g.Text, w-2) {
		runes := []rune(row)
		out = append(out, " "+u.picked(runes, at, pick))
		for _, layer := range [][]mark{good, bad} {
			for _, line := range u.brackets(runes, at, layer, w-2) {
				out = append(out, " "+line)
			}
		}
		at += len(runes)
		if all := []rune(g.Text); at < len(all) && all[at] == '\n' {
			at++
		}
	}
	return out
}

// picked is a row of the reply with the picked stretch in bold.
func (u *ui) picked(row []rune, at int, pick *sim.Found) string {
	if pick == nil {
		return string(row)
	}
	from, to := max(0, min(len(row), pick.Start-at)), max(0, min(len(row), pick.End-at))
	if from >= to {
		return string(row)
	}
	return string(row[:from]) + u.th.picked.Render(string(row[from:to])) + string(row[to:])
}

// brackets draws the marks that fall on a row: one line of brackets, and lines of labels that found no room in them.
func (u *ui) brackets(row []rune, at int, marks []mark, w int) []string {
	var line strip
	var spare []piece
	for _, m := range marks {
		from, to := max(0, m.start-at), min(len(row), m.end-at)
		if from >= to {
			continue
		}
		x := u.cells(string(row[:from]))
		wide := u.cells(string(row[from:to]))
		label := m.label
		if m.start < at {
			label = "" // told on the row where it began
		}
		style := u.markStyle(m.kind)
		shape, inside := bracket(m.kind, label, wide)
		line.put(x, shape, style)
		if label != "" && !inside {
			spare = append(spare, piece{x, label, style})
		}
	}
	if line.end == 0 {
		return nil
	}
	return append([]string{line.String()}, spareLines(spare, w)...)
}

func (u *ui) markStyle(k markKind) lipgloss.Style {
	switch k {
	case broke:
		return u.th.bad
	case hinted:
		return u.th.warn
	}
	return u.th.accent
}

// bracket is a bracket of so many cells, with the label in it if it fits.
func bracket(k markKind, label string, wide int) (shape string, inside bool) {
	left, dash, right := "╰", "─", "╯"
	switch k {
	case broke:
		left, dash, right = "┗", "━", "┛"
	case hinted:
		dash = "╌"
	}
	room := wide - 2
	switch n := ansi.StringWidth(label); {
	case wide < 2:
		return dash, false
	case label == "" || n > room:
		return left + strings.Repeat(dash, room) + right, label == ""
	default:
		before := (room - n) / 2
		return left + strings.Repeat(dash, before) + label + strings.Repeat(dash, room-n-before) + right, true
	}
}

// spareLines puts labels under their brackets, each as near as it gets, on as many lines as they need.
func spareLines(labels []piece, w int) []string {
	var lines []*strip
	for _, l := range labels {
		wide := ansi.StringWidth(l.text)
		x := max(0, min(l.x, w-wide))
		placed := false
		for _, s := range lines {
			if placed = s.end == 0 || x > s.end; placed {
				s.put(x, l.text, l.style)
				break
			}
		}
		if !placed {
			s := &strip{}
			s.put(x, l.text, l.style)
			lines = append(lines, s)
		}
	}
	out := make([]string, len(lines))
	for i, s := range lines {
		out[i] = s.String()
	}
	return out
}

// piece is a styled text at a column.
type piece struct {
	x     int
	text  string
	style lipgloss.Style
}

// strip is a row being filled from left to right.
type strip struct {
	b   strings.Builder
	end int
}

func (s *strip) put(x int, text string, style lipgloss.Style) {
	s.b.WriteString(strings.Repeat(" ", max(0, x-s.end)))
	s.b.WriteString(style.Render(text))
	s.end = max(x, s.end) + ansi.StringWidth(text)
}

func (s *strip) String() string { return s.b.String() }
