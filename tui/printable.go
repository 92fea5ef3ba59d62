package tui

import (
	"strings"
	"unicode"
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
