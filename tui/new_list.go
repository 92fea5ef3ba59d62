package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios/draft"
)

// listing: the keys go to a list of choices, not to the box.
func (w *wizard) listing() bool { return w.q().Kind == draft.Pick && w.choice < len(w.q().Choices) }

// pressList moves in a list; false = the key is for the box below it.
func (w *wizard) pressList(msg tea.KeyPressMsg) bool {
	last := len(w.q().Choices) - 1
	if w.q().Own {
		last++
	}
	switch name := msg.String(); {
	case name == "up" && w.choice == 0:
		w.prev()
		return true
	case name == "up", name == "left" && w.listing():
		w.choice = max(0, w.choice-1)
	case name == "down", name == "right" && w.listing():
		w.choice = min(last, w.choice+1)
	default:
		return w.listing()
	}
	w.digits, w.says = "", ""
	return true
}

// pickBy points at the choice that was typed, by number or word. Enter takes it, as it does everywhere in the form and
// line by line: a number that went on by itself would let the Enter after it answer the next question unread.
func (w *wizard) pickBy(text string) bool {
	q := w.q()
	if i := q.Place(text); i >= 0 {
		w.choice = i
		return true
	}
	n, err := strconv.Atoi(draft.PlainDigits(w.digits + text))
	if err != nil || n < 1 || n > len(q.Choices) {
		w.digits = ""
		if n, err = strconv.Atoi(draft.PlainDigits(text)); err != nil {
			return false
		}
	}
	if n < 1 || n > len(q.Choices) {
		return true
	}
	w.choice, w.digits, w.says = n-1, w.digits+text, ""
	return true
}
