package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// cells is how many cells a row takes, as the renderer counts them, styles aside.
func (u *ui) cells(s string) int { return u.method.StringWidth(s) }

// wrap breaks a text into rows of at most w cells.
func (u *ui) wrap(text string, w int) []string { return wrap(text, w, u.method) }

// pad fills a row up to w cells with blanks, or cuts it.
func (u *ui) pad(s string, w int) string {
	s = u.cut(s, w)
	return s + strings.Repeat(" ", max(0, w-u.cells(s)))
}

// cut shortens a styled row to w cells.
func (u *ui) cut(s string, w int) string {
	if u.cells(s) <= w {
		return s
	}
	// ansi takes a text for short enough when it is so in graphemes, also where wcwidth counts
	w = min(w, ansi.GraphemeWidth.StringWidth(s)-1)
	return u.method.Truncate(s, max(0, w), "…")
}

// spread puts left and right at the two ends of w cells; right gives way.
func (u *ui) spread(left, right string, w int) string {
	gap := w - u.cells(left) - u.cells(right)
	if gap < 2 {
		return u.cut(left, w)
	}
	return left + strings.Repeat(" ", gap) + right
}

// rule is a thin line over the whole width.
func (u *ui) rule(w int) string { return u.th.faint.Render(strings.Repeat("─", max(0, w))) }

// bar shows part of whole as a line of w cells.
func (u *ui) bar(part, whole int64, w int, full lipgloss.Style) string {
	n := 0
	if whole > 0 {
		n = int((part*int64(w) + whole - 1) / whole)
	}
	n = max(0, min(w, n))
	return full.Render(strings.Repeat("━", n)) + u.th.faint.Render(strings.Repeat("╌", w-n))
}

// label is a row that begins with a word in its own column; further rows of the text keep the indent.
func (u *ui) label(word, text string, indent, w int, style lipgloss.Style) []string {
	var out []string
	for i, line := range u.wrap(text, w-indent-1) {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = u.pad(" "+word, indent)
		}
		out = append(out, u.th.dim.Render(head)+style.Render(line))
	}
	return out
}

// indented is a text in rows with a margin of one cell.
func (u *ui) indented(text string, w int, style lipgloss.Style) []string {
	var out []string
	for _, line := range u.wrap(text, w-2) {
		out = append(out, " "+style.Render(line))
	}
	return out
}

// footer lists what keys do. What does not fit is left out from the end, but never the last one, which leads back.
func (u *ui) footer(keys []key.Binding, w int) string {
	var items []string
	for _, k := range keys {
		if k.Enabled() && k.Help().Desc != "" {
			items = append(items, u.th.key.Render(k.Help().Key)+u.th.dim.Render(" "+k.Help().Desc))
		}
	}
	join := func() string { return " " + strings.Join(items, u.th.dim.Render(" · ")) }
	for len(items) > 1 && u.cells(join()) > w {
		items = append(items[:len(items)-2], items[len(items)-1])
	}
	return u.cut(join(), w)
}

// window is rows [top, top+h) of lines. Where more follows, the last row says so.
func (u *ui) window(lines []string, top, h int) []string {
	top = max(0, min(top, len(lines)-h))
	out := slices.Clone(lines[top:min(len(lines), top+h)])
	if below := len(lines) - top - h; below > 0 && h > 1 {
		out[h-1] = " " + u.th.dim.Render(fmt.Sprintf(textBelow, below+1))
	}
	return out
}
