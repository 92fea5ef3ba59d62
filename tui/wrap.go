package tui

import (
	"github.com/charmbracelet/x/ansi"

	"shouxiang/tui/replybox"
)

// wrap cuts plain text into rows of at most width cells, as method counts them, by the rules of Chinese typesetting that
// also hold in the reply box: closing punctuation starts no row, an opening one ends none, an ASCII word stays whole
// when it fits. New lines start new rows; nothing else is taken out or put in. Style the rows afterwards.
func wrap(text string, width int, method ansi.Method) []string {
	return replybox.Break(text, width, method)
}
