package problem

import (
	"errors"
	"fmt"

	"github.com/BurntSushi/toml"
)

// Parse reads a TOML file. It reports every problem it can find: S01 encoding, S02 syntax, S03 a key written twice or
// a heading of one bracket among those of two, S04 control characters, S05 too large or too deep. File.Root is nil when
// S01, S02 or S05 stood in the way; a tree beside S03 or S04 is good enough to look for further mistakes. names says
// which English key a Chinese one stands for and may be nil.
func Parse(name string, data []byte, names map[string]string) (*File, []Problem) {
	f := &File{Name: name, pos: newPositions("")}
	text, p, ok := encoding(name, data)
	if !ok {
		return f, []Problem{p}
	}
	f.pos = newPositions(text)
	if p, ok := f.limits(text); !ok {
		return f, []Problem{p}
	}
	text, problems, raw := f.controls(text)
	values, bad := decode(text)
	root, twice, known := f.tree(text, bad == nil)
	switch {
	case bad == nil && known && attach(root, values):
		f.Root = root
	case known && len(twice) > 0:
		problems = append(problems, twice...)
		f.Root = root
	default:
		problems = append(problems, f.mend(text, names, bad)...)
	}
	if f.Root != nil {
		problems = append(problems, f.escapes(f.Root, raw)...)
	}
	Sort(problems)
	return f, problems
}

// refusal is why the TOML library refused the text; offset < 0 when it cannot say where.
type refusal struct {
	offset, length int
	message        string
}

func decode(text string) (values map[string]any, bad *refusal) {
	defer func() {
		if r := recover(); r != nil { // the library panics on some of its own bugs
			values, bad = nil, &refusal{offset: -1, message: fmt.Sprint(r)}
		}
	}()
	if _, err := toml.Decode(text, &values); err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			return nil, &refusal{offset: pe.Position.Start, length: pe.Position.Len, message: pe.Message}
		}
		return nil, &refusal{offset: -1, message: err.Error()}
	}
	return values, nil
}

// escapes finds control characters that were written as escapes ("\u001b"): they would reach the screen as well.
// Those that stand in the text itself were reported there, and the libraries saw blanks for most of them.
func (f *File) escapes(n *Node, raw map[rune]bool) []Problem {
	var out []Problem
	for _, c := range n.Nodes {
		if r, found := firstControl(c.Key); found && !raw[r] {
			out = append(out, f.At(c.KeySpan, "S04", Error, controlMessage(r)))
		}
		if r, found := firstControl(c.Str); found && !raw[r] {
			out = append(out, f.At(c.Span, "S04", Error, controlMessage(r)))
		}
		out = append(out, f.escapes(c, raw)...)
	}
	return out
}

func firstControl(s string) (rune, bool) {
	for i, r := range s {
		if isControl(r) && r != '\t' && r != '\n' && !(r == '\r' && i+1 < len(s) && s[i+1] == '\n') {
			return r, true
		}
	}
	return 0, false
}
