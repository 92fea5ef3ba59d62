package tui

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Printable is text from files or people made harmless for a terminal, in one line: no control characters, no escape
// sequences, nothing that turns the direction of writing; broken bytes become U+FFFD.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// Columns puts texts side by side, each filled up to its width in cells; a longer one keeps one blank behind it. A text
// without a width stands as it is.
func Columns(widths []int, texts ...string) string {
	var b strings.Builder
	for i, text := range texts {
		text = Printable(text)
		b.WriteString(text)
		if i < len(widths) {
			b.WriteString(strings.Repeat(" ", max(1, widths[i]-ansi.StringWidth(text))))
		}
	}
	return b.String()
}
