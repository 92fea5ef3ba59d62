package problem

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"
)

// tree builds the tree with its places from go-toml's syntax tree; values are not in it yet. known is false when
// that parser refuses the text. twice holds one S03 for every key that is defined again. In a text that the library
// accepted, tables may be added to in every way, for it is its opinion that counts.
func (f *File) tree(text string, accepted bool) (root *Node, twice []Problem, known bool) {
	defer func() {
		if r := recover(); r != nil {
			root, twice, known = nil, nil, false
		}
	}()
	b := builder{file: f, text: text, lenient: accepted, root: &Node{Span: Span{1, 1, 1, 1}, made: byHeading}}
	b.table = b.root
	b.parser.Reset([]byte(text))
	for b.parser.NextExpression() {
		b.expression(b.parser.Expression())
	}
	return b.root, b.twice, b.parser.Error() == nil
}

// origin says how a table or list came to be; it decides what may be added to it later.
type origin uint8

const (
	byValue   origin = iota // key = …, complete as written
	byParent                // a table implied by [a.b] for a
	byDots                  // a table implied by a.b = … for a
	byHeading               // [a] or an item of [[a]]
	byList                  // the list of [[a]]
)

type builder struct {
	file   *File
	text   string
	parser unstable.Parser
	root   *Node
	table  *Node // the one of the last heading; nil when that heading was wrong
	items  *Node // the list it is an item of, or nil
	twice  []Problem

	lenient bool
}

func (b *builder) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.Table, unstable.ArrayTable:
		b.heading(e)
	case unstable.KeyValue:
		if b.table != nil {
			b.keyValue(b.table, e)
		}
	}
}

func (b *builder) heading(e *unstable.Node) {
	keys := b.keys(e)
	last := keys[len(keys)-1]
	span := b.headingSpan(keys[0].start, last.end)
	t := b.root
	for _, k := range keys[:len(keys)-1] {
		t = b.enter(t, k, byParent)
		if t == nil {
			b.table = nil
			return
		}
	}
	old := t.Get(last.name)
	fresh := &Node{Kind: Table, Key: last.name, KeySpan: last.span, Span: span, Heading: true, made: byHeading}
	switch {
	case e.Kind == unstable.ArrayTable && old == nil:
		old = &Node{Kind: Array, Key: last.name, KeySpan: last.span, Span: span, Heading: true, made: byList}
		t.add(old)
		fallthrough
	case e.Kind == unstable.ArrayTable && old.made == byList:
		old.Nodes = append(old.Nodes, fresh)
	case e.Kind == unstable.ArrayTable && old.made == byHeading:
		b.oneBracket(old.KeySpan, last.name, "后面")
		b.list(old)
		old.Nodes = append(old.Nodes, fresh)
	case old == nil:
		t.add(fresh)
	case e.Kind == unstable.Table && old.made == byList:
		b.oneBracket(last.span, last.name, "前面")
		old.Nodes = append(old.Nodes, fresh)
	case e.Kind == unstable.Table && (old.made == byParent || b.lenient && old.Kind == Table):
		old.made, old.Heading, old.KeySpan, old.Span = byHeading, true, last.span, span
		fresh = old
	default:
		b.again(old, last)
		fresh = nil
	}
	b.table, b.items = fresh, nil
	if old != nil && old.made == byList {
		b.items = old
	}
}

// oneBracket reports [x] in a file that has [[x]] too.
func (b *builder) oneBracket(span Span, name, where string) {
	if len(b.twice) < maxProblems {
		b.twice = append(b.twice, b.file.At(span, "S03", Error,
			fmt.Sprintf("这里只写了一层方括号，%s是两层；请改成 [[%s]]", where, Show(name))))
	}
}

// list makes a table that was begun with [x] the first item of a list, as it was meant.
func (b *builder) list(table *Node) {
	item := *table
	*table = Node{Kind: Array, Key: item.Key, KeySpan: item.KeySpan, Span: item.Span, Heading: true, made: byList, Nodes: []*Node{&item}}
}

// enter goes into the table of that name, making it when it is not there.
func (b *builder) enter(t *Node, k keyPart, made origin) *Node {
	old := t.Get(k.name)
	switch {
	case old == nil:
		fresh := &Node{Kind: Table, Key: k.name, KeySpan: k.span, Span: k.span, made: made}
		t.add(fresh)
		return fresh
	case old.made == byList && made == byParent:
		return old.Nodes[len(old.Nodes)-1]
	case old.Kind == Table && b.lenient:
	case old.Kind != Table || old.made == byValue || made == byDots && old.made == byHeading:
		b.again(old, k)
		return nil
	}
	return old
}

func (b *builder) again(old *Node, k keyPart) {
	if len(b.twice) < maxProblems {
		b.twice = append(b.twice, b.file.At(k.span, "S03", Error, twiceMessage(k.name, old.KeySpan.Line, "")))
	}
}

// twiceMessage is about a key written twice; item is the name of the list when that looks like its next item.
func twiceMessage(name string, line int, item string) string {
	if item != "" {
		return fmt.Sprintf("『%s』写了两次，第一次在第 %d 行；是下一项的话，上面先写一行 [[%s]]，不是就删掉一个", Show(name), line, Show(item))
	}
	return fmt.Sprintf("『%s』写了两次，第一次在第 %d 行；同一张表里每个键只能写一次", Show(name), line)
}

// nextItem begins a new item of the list when the key with which items of [[x]] begin comes again: its heading is
// missing.
func (b *builder) nextItem(t *Node, n *Node) bool {
	if b.items == nil || t != b.table || len(t.Nodes) < 2 || t.Nodes[0].Key != n.Key {
		return false
	}
	if first := b.items.Nodes[0].Nodes; len(first) == 0 || first[0].Key != n.Key {
		return false
	}
	if len(b.twice) < maxProblems {
		b.twice = append(b.twice, b.file.At(n.KeySpan, "S03", Error, twiceMessage(n.Key, t.Nodes[0].KeySpan.Line, t.Key)))
	}
	b.table = &Node{Kind: Table, Key: t.Key, KeySpan: n.KeySpan, Span: n.KeySpan, Heading: true, made: byHeading}
	b.items.Nodes = append(b.items.Nodes, b.table)
	b.table.add(n)
	return true
}

func (b *builder) keyValue(t *Node, e *unstable.Node) {
	keys := b.keys(e)
	last := keys[len(keys)-1]
	for _, k := range keys[:len(keys)-1] {
		if t = b.enter(t, k, byDots); t == nil {
			return
		}
	}
	n := &Node{Key: last.name, KeySpan: last.span}
	b.value(n, e.Value(), b.valueStart(last.end))
	if old := t.Get(last.name); old != nil {
		if !b.nextItem(t, n) {
			b.again(old, last)
		}
		return
	}
	t.add(n)
}

// value fills n from the syntax tree and gives the offset after it. start is where the value begins.
func (b *builder) value(n *Node, e *unstable.Node, start int) (end int) {
	switch e.Kind {
	case unstable.Array:
		n.Kind, end = Array, start+1
		for it := e.Children(); it.Next(); {
			item := &Node{}
			end = b.value(item, it.Node(), b.itemStart(end))
			n.Nodes = append(n.Nodes, item)
		}
		end = b.itemStart(end) + 1
	case unstable.InlineTable:
		n.Kind, end = Table, start+1
		for it := e.Children(); it.Next(); {
			kv := it.Node()
			b.keyValue(n, kv)
			end = int(kv.Raw.Offset + kv.Raw.Length)
		}
		end = b.itemStart(end) + 1
	default:
		n.Kind = scalarKind(e.Kind)
		end = int(e.Raw.Offset + e.Raw.Length)
		if !b.lenient { // there will be no values of the library to attach
			b.scalar(n, e)
		}
	}
	n.Span = b.file.pos.span(start, end)
	return end
}

// scalar reads one value of a text that the library refused as a whole.
func (b *builder) scalar(n *Node, e *unstable.Node) {
	if n.Kind == String {
		n.Str = string(e.Data)
		return
	}
	values, bad := decode("x=" + string(e.Data))
	if bad != nil || !attachScalar(n, values["x"]) {
		n.Kind = String // no value of that kind: let it be reported as a wrong one
	}
}

func scalarKind(k unstable.Kind) Kind {
	switch k {
	case unstable.String:
		return String
	case unstable.Bool:
		return Bool
	case unstable.Float:
		return Float
	case unstable.Integer:
		return Int
	}
	return Time
}

type keyPart struct {
	name       string
	span       Span
	start, end int
}

func (b *builder) keys(e *unstable.Node) []keyPart {
	var out []keyPart
	for it := e.Key(); it.Next(); {
		k := it.Node()
		start, end := int(k.Raw.Offset), int(k.Raw.Offset+k.Raw.Length)
		out = append(out, keyPart{string(k.Data), b.file.pos.span(start, end), start, end})
	}
	return out
}

// headingSpan widens the place of the keys of a heading by its brackets.
func (b *builder) headingSpan(start, end int) Span {
	for start > 0 && isSpaceOr(b.text[start-1], '[') {
		start--
	}
	for isSpaceOr(b.text[start], ' ') {
		start++
	}
	for end < len(b.text) && b.text[end] != ']' {
		end++
	}
	for end < len(b.text) && b.text[end] == ']' {
		end++
	}
	return b.file.pos.span(start, end)
}

// valueStart is the offset of the value behind a key that ends at i.
func (b *builder) valueStart(i int) int {
	for i < len(b.text) && isSpaceOr(b.text[i], '=') {
		i++
	}
	return i
}

// itemStart skips what may stand between the items of a list or table: blanks, line ends, commas and comments.
func (b *builder) itemStart(i int) int {
	for i < len(b.text) {
		switch b.text[i] {
		case ' ', '\t', '\r', '\n', ',':
			i++
		case '#':
			i = skipComment(b.text, i)
		default:
			return i
		}
	}
	return i
}

func isSpaceOr(c, other byte) bool { return c == ' ' || c == '\t' || c == other }
