package problem

import "time"

// Kind is the type of a value.
type Kind uint8

// Kinds.
const (
	Table Kind = iota
	Array
	String
	Int
	Float
	Bool
	Time
)

var kindLabels = [...]string{"表 { … }", "列表 [ … ]", "文字", "整数", "小数", "true/false", "日期时间"}

// String is the Chinese word for the kind.
func (k Kind) String() string { return kindLabels[k] }

// Span is a place in a file: 1-based lines, columns in code points, End after the last one.
type Span struct{ Line, Col, EndLine, EndCol int }

// Node is one value of a file with its place. Children stand in file order.
type Node struct {
	Kind    Kind
	Key     string // its name in the table around it; "" for the root and for items of a list
	KeySpan Span   // of that name; zero for the root and for items of a list
	Span    Span   // of the value with its quotes or brackets; of a table with a heading, the heading
	Heading bool   // a table under [x], or one under [[x]]
	Nodes   []*Node

	Str   string
	Int   int64
	Float float64
	Bool  bool
	Time  time.Time

	made  origin
	index map[string]*Node // of many children
}

// Get is the child of that name, or nil. It may be called on nil.
func (n *Node) Get(key string) *Node {
	if n == nil || n.Kind != Table {
		return nil
	}
	if n.index != nil {
		return n.index[key]
	}
	for _, c := range n.Nodes {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// add appends a child of a new name.
func (n *Node) add(child *Node) {
	const many = 24
	n.Nodes = append(n.Nodes, child)
	switch {
	case n.index != nil:
		n.index[child.Key] = child
	case len(n.Nodes) > many:
		n.index = make(map[string]*Node, 2*many)
		for _, c := range n.Nodes {
			n.index[c.Key] = c
		}
	}
}

// File is a file that was read: its text by lines, and the tree unless the text is no TOML.
type File struct {
	Name string
	Root *Node // nil when the file cannot be read as TOML
	pos  *positions
}

// maxSourceBytes is the longest line that goes with a problem; nobody reads a longer one beside a message.
const maxSourceBytes = 16 << 10

// At makes a problem of a place of the file. The message is complete Chinese with the remedy.
func (f *File) At(span Span, code string, severity Severity, message string) Problem {
	p := Problem{Code: code, Severity: severity, File: f.Name, Line: span.Line, Col: span.Col, EndCol: span.EndCol,
		Message: Clean(message)}
	if span.Line < 1 {
		p.Line, p.Col, p.EndCol = 1, 1, 1
	}
	line := f.pos.line(p.Line)
	if span.EndLine > span.Line {
		p.EndCol = runes(line) + 1
	}
	p.EndCol = max(p.EndCol, p.Col)
	if len(line) <= maxSourceBytes {
		p.Source = Clean(line)
	}
	return p
}

// Top is the place of what concerns the whole file: its first line, first column.
func (f *File) Top() Span { return Span{1, 1, 1, 1} }
