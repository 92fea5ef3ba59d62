package problem

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// widths counts ambiguous characters as narrow, whatever the locale says: the caret must stand at the same place in
// every terminal's log.
var widths = &runewidth.Condition{StrictEmojiNeutral: true}

// maxSource is the number of cells of a source line that are printed.
const maxSource = 110

// Render is the text people see: file:line:col, severity and code, message; then the source line with ~~~ under the
// exact place. It ends with a newline and holds nothing that a terminal would obey.
func (p Problem) Render() string {
	var b strings.Builder
	b.WriteString(p.head())
	b.WriteByte('\n')
	if p.Source == "" || p.Line < 1 || p.Col < 1 {
		return b.String()
	}
	before, marked, after := p.window()
	gutter := max(5, len(fmt.Sprint(p.Line)))
	fmt.Fprintf(&b, "%*d | %s%s%s\n", gutter, p.Line, before, marked, after)
	fmt.Fprintf(&b, "%*s | %s%s\n", gutter, "", strings.Repeat(" ", widths.StringWidth(before)),
		strings.Repeat("~", max(1, widths.StringWidth(marked))))
	return b.String()
}

func (p Problem) head() string {
	place := Clean(p.File)
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d:%d", place, p.Line, p.Col)
	}
	return fmt.Sprintf("%s: %s[%s]: %s", place, p.Severity, p.Code, Clean(p.Message))
}

// window cuts the source line into what stands before the marked place, the place, and the rest, short enough for a
// terminal; what is left out is shown as ….
func (p Problem) window() (before, marked, after string) {
	line := []rune(Clean(p.Source))
	from := min(p.Col-1, len(line))
	to := min(max(p.EndCol-1, from), len(line))
	before, marked, after = string(line[:from]), string(line[from:to]), string(line[to:])
	if widths.StringWidth(before)+widths.StringWidth(marked)+widths.StringWidth(after) <= maxSource {
		return before, marked, after
	}
	if widths.StringWidth(marked) > maxSource/2 {
		marked = widths.Truncate(marked, maxSource/2, "…")
		after = ""
	}
	if room := maxSource / 3; widths.StringWidth(before) > room {
		before = "…" + widths.TruncateLeft(before, widths.StringWidth(before)-room+1, "")
	}
	room := maxSource - widths.StringWidth(before) - widths.StringWidth(marked)
	return before, marked, widths.Truncate(after, room, "…")
}

// Clean makes text of a file harmless to a terminal and keeps the number of code points: a tab becomes a space,
// control characters become their pictures (␛), bytes that are no UTF-8 and invisible direction marks become �.
func Clean(s string) string {
	if !dirty(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		b.WriteRune(harmless(r))
	}
	return b.String()
}

func dirty(s string) bool {
	for _, r := range s {
		if harmless(r) != r || r == utf8.RuneError {
			return true
		}
	}
	return false
}

func harmless(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case isControl(r) || isInvisible(r):
		return utf8.RuneError
	}
	return r
}

// isControl reports characters that can drive a terminal or turn the direction of text: C0 (tab and line ends
// included), DEL, C1, direction marks and Unicode's own line separators.
func isControl(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x61c, r == 0x200e, r == 0x200f, r == 0x2028, r == 0x2029:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// isInvisible reports characters without any ink or room, which would put the caret off and which nobody typed.
func isInvisible(r rune) bool {
	switch {
	case r == 0x200b, r == 0x200c, r == 0xfeff, r == 0xad, r == 0x34f, r == 0x180e:
		return true
	case r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// joins reports characters without ink that belong to a picture before them, as in a family or a red heart.
func joins(r rune) bool { return r == 0x200d || r >= 0xfe00 && r <= 0xfe0f }

// Visible is the text without characters that nobody sees: they come along from chats and web pages, and a word with
// one in it looks right and never matches.
func Visible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return isInvisible(r) || joins(r) }) {
		return s
	}
	before := ' '
	return strings.Map(func(r rune) rune {
		if isInvisible(r) || joins(r) && (unicode.IsLetter(before) || unicode.IsSpace(before) || before < 0x80 && !unicode.IsDigit(before)) {
			return -1
		}
		before = r
		return r
	}, s)
}

// Show is a value of a file as a message quotes it: cleaned, and cut when it is long.
func Show(s string) string {
	const most = 24
	s = Clean(strings.Join(strings.Fields(s), " "))
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
