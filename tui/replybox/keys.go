package replybox

// Key does what the key of that name, as Bubble Tea spells it, does in the box, and tells whether the key is the box's.
//
//	left right up down          one grapheme, one row
//	home end                    the row on the screen
//	ctrl+a alt+e                start and end of the logical line (ctrl+e and ctrl+k are not the box's)
//	ctrl+home ctrl+end          the whole text
//	ctrl+left alt+left alt+b    one word back
//	ctrl+right alt+right alt+f  one word on
//	backspace shift+backspace   the grapheme before the caret; also ctrl+h, which some terminals send for Backspace
//	delete                      the grapheme behind it
//	ctrl+w alt+backspace        the word before the caret; also ctrl+backspace
//	ctrl+u alt+k                the logical line before the caret, behind it
//	ctrl+_ ctrl+/ alt+z         undo (ctrl+z belongs to the terminal); ctrl+shift+- is how some terminals tell ctrl+_
//	ctrl+y alt+y                redo
//	ctrl+j alt+enter            new line; also shift+enter, where the terminal can tell it
//	tab                         the next open slot; without one it is not the box's
//
// Enter, Esc, Ctrl+C and the other Ctrl keys are the caller's, and so is text: Insert and Paste take it.
func (b *Box) Key(name string) bool {
	if name == "tab" {
		return b.NextSlot()
	}
	do, ok := keys[name]
	if ok {
		do(b)
	}
	return ok
}

var keys = map[string]func(*Box){
	"left":            (*Box).Left,
	"right":           (*Box).Right,
	"up":              (*Box).Up,
	"down":            (*Box).Down,
	"home":            (*Box).Home,
	"end":             (*Box).End,
	"ctrl+a":          (*Box).LineStart,
	"alt+e":           (*Box).LineEnd,
	"ctrl+home":       (*Box).TextStart,
	"ctrl+end":        (*Box).TextEnd,
	"ctrl+left":       (*Box).WordLeft,
	"alt+left":        (*Box).WordLeft,
	"alt+b":           (*Box).WordLeft,
	"ctrl+right":      (*Box).WordRight,
	"alt+right":       (*Box).WordRight,
	"alt+f":           (*Box).WordRight,
	"backspace":       (*Box).Backspace,
	"shift+backspace": (*Box).Backspace,
	"ctrl+h":          (*Box).Backspace,
	"delete":          (*Box).Delete,
	"ctrl+w":          (*Box).KillWord,
	"alt+backspace":   (*Box).KillWord,
	"ctrl+backspace":  (*Box).KillWord,
	"ctrl+u":          (*Box).KillToStart,
	"alt+k":           (*Box).KillToEnd,
	"ctrl+_":          undo,
	"ctrl+/":          undo,
	"ctrl+shift+-":    undo,
	"alt+z":           undo,
	"ctrl+y":          redo,
	"alt+y":           redo,
	"ctrl+j":          breakLine,
	"alt+enter":       breakLine,
	"shift+enter":     breakLine,
}

func undo(b *Box)      { b.Undo() }
func redo(b *Box)      { b.Redo() }
func breakLine(b *Box) { b.Insert("\n") }
