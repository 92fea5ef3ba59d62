package scoring

import (
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
)

// plainLimit is the size up to which a file is read the quick way.
const plainLimit = 1 << 19

// plain reads TOML of the plain shape that lexicon files have: [[tables]], strings without escapes, true and false,
// lists of strings, comments on lines of their own. It is several times as quick as a TOML library and keeps no
// places. ok is false for whatever else stands in the text, valid or not: that takes the long way, problem.Parse, and
// so does a lexicon in which anything is found wrong. TestPlainReadsAsTOML holds both ways to the same tree.
func plain(text string) (root *problem.Node, ok bool) {
	if len(text) > plainLimit || !utf8.ValidString(text) || odd(text) {
		return nil, false
	}
	p := plainReader{rest: text, tables: map[string]*problem.Node{}, root: &problem.Node{}}
	for p.rest != "" {
		if !p.line(p.next()) {
			return nil, false
		}
	}
	return p.root, true
}

type plainReader struct {
	rest   string
	root   *problem.Node
	tables map[string]*problem.Node
	table  *problem.Node // the entry that takes keys, nil before the first
}

// next takes one line off the text.
func (p *plainReader) next() string {
	line, rest, _ := strings.Cut(p.rest, "\n")
	p.rest = rest
	return line
}

func (p *plainReader) line(line string) bool {
	switch {
	case line == "" || line[0] == '#':
		return true
	case strings.HasPrefix(line, "[["):
		name, ok := strings.CutSuffix(line[2:], "]]")
		if !ok || !bareKey(name) {
			return false
		}
		list := p.tables[name]
		if list == nil {
			list = &problem.Node{Kind: problem.Array, Key: name}
			p.tables[name] = list
			p.root.Nodes = append(p.root.Nodes, list)
		}
		p.table = &problem.Node{Key: name, Heading: true}
		list.Nodes = append(list.Nodes, p.table)
		return true
	}
	key, value, ok := strings.Cut(line, " = ")
	if !ok || p.table == nil || !bareKey(key) || p.table.Get(key) != nil {
		return false
	}
	n := &problem.Node{Key: key}
	p.table.Nodes = append(p.table.Nodes, n)
	return p.value(n, value)
}

func (p *plainReader) value(n *problem.Node, value string) bool {
	switch {
	case value == "true" || value == "false":
		n.Kind, n.Bool = problem.Bool, value == "true"
		return true
	case value == `"""`:
		body, rest, ok := strings.Cut(p.rest, "\n\"\"\"\n")
		n.Kind, n.Str = problem.String, body+"\n"
		p.rest = rest
		return ok && !strings.Contains(body, `"""`)
	case value != "" && value[0] == '[':
		return p.list(n, value[1:])
	}
	rest, ok := quoted(n, value)
	return ok && rest == ""
}

// list reads strings up to the bracket that ends the list, maybe lines later.
func (p *plainReader) list(n *problem.Node, value string) bool {
	n.Kind = problem.Array
	for comma := true; ; {
		value = strings.TrimLeft(value, " ")
		switch {
		case value == "":
			if p.rest == "" {
				return false
			}
			value = p.next()
		case value == "]":
			return true
		case value[0] == ',' && !comma:
			value, comma = value[1:], true
		case comma:
			item := &problem.Node{}
			n.Nodes = append(n.Nodes, item)
			rest, ok := quoted(item, value)
			if !ok {
				return false
			}
			value, comma = rest, false
		default:
			return false
		}
	}
}

// quoted takes a string in quotation marks off the value.
func quoted(n *problem.Node, value string) (rest string, ok bool) {
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return "", false
	}
	end := strings.IndexByte(value[1:], value[0]) + 1
	if end < 1 || end == 1 && len(value) > 2 && value[2] == value[0] {
		return "", false // without an end, or the beginning of a long string
	}
	n.Kind, n.Str = problem.String, value[1:end]
	return value[end+1:], true
}

func bareKey(key string) bool {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return key != ""
}

// odd reports backslashes, control characters other than line ends, and marks that turn the direction of writing.
func odd(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' && c != '\n', c == '\\', c == 0x7F:
			return true
		case c == 0xC2 && text[i+1] < 0xA0: // U+0080–009F
			return true
		case c == 0xD8 && text[i+1] == 0x9C: // U+061C
			return true
		case c == 0xE2 && (text[i+1] == 0x80 && (text[i+2] < 0x90 || text[i+2] >= 0xA8 && text[i+2] < 0xB0) || text[i+1] == 0x81):
			return true // U+2000–200F, U+2028–202F, U+2040–207F
		}
	}
	return false
}
