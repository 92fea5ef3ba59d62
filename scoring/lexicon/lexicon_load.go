package lexicon

import (
	"fmt"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring/text"
)

// classEntry reads what a class is and how its words lie over others.
func (b *builder) classEntry(f *problem.File, n *problem.Node) {
	name, lies := b.text(f, n, "name"), b.text(f, n, "layer")
	l, ok := layerNames[lies]
	switch {
	case name == "" || b.text(f, n, "means") == "":
		b.report(f, n.Span, "L06", "[[class]] 要写 name（名字）、layer（怎么叠放）和 means（是些什么词）")
	case !ok:
		b.report(f, n.Span, "L08", fmt.Sprintf("不认识 layer = 『%s』（可用：core、over、mask、full）", lies))
	default:
		b.lies[name] = l
	}
}

// early reads the classes, slips and emoji of one lexicon file: what the reading of words leans on.
func (b *builder) early(f *problem.File) {
	if f == nil || f.Root == nil {
		return
	}
	for _, n := range rowsOf(f.Root.Get("class")) {
		b.classEntry(f, n)
	}
	for _, n := range rowsOf(f.Root.Get("slip")) {
		b.slips(f, n)
	}
	for _, n := range rowsOf(f.Root.Get("emoji")) {
		b.emoji(f, n)
	}
}

// file reads one lexicon file. Tables: [[words]] [[frame]] [[slip]] [[emoji]] [[same]]; docs/scoring.md §8.
func (b *builder) file(f *problem.File) {
	if f == nil || f.Root == nil {
		return
	}
	for _, table := range f.Root.Nodes {
		if table.Kind != problem.Array {
			b.report(f, table.KeySpan, "L02", fmt.Sprintf("词典里没有『%s』这种条目（可用：%s，都写两层方括号）", table.Key, tableNames))
			continue
		}
		for _, n := range table.Nodes {
			b.table(f, table.Key, n)
		}
	}
}

const tableNames = "class、words、frame、slip、emoji、same、gift、can、opinion"

func (b *builder) table(f *problem.File, kind string, n *problem.Node) {
	switch kind {
	case "words":
		b.wordsEntry(f, n)
	case "class": // read before
	case "frame":
		b.frameEntry(f, n)
	case "slip", "emoji": // read before
	case "opinion":
		b.opinionEntry(f, n)
	case "same":
		b.sames(b.same, b.text(f, n, "say"))
	case "gift":
		first := b.groups + 1
		b.sames(b.deed, b.text(f, n, "say"))
		for g := first; g <= b.groups; g++ {
			b.gift[g] = true
		}
	case "can":
		b.sames(b.deed, b.text(f, n, "say"))
	default:
		b.report(f, n.Span, "L02", fmt.Sprintf("词典里没有『%s』这种条目（可用：%s）", kind, tableNames))
	}
}

// rowsOf is the entries of one kind, none when there are none.
func rowsOf(table *problem.Node) []*problem.Node {
	if table == nil || table.Kind != problem.Array {
		return nil
	}
	return table.Nodes
}

func (b *builder) report(f *problem.File, span problem.Span, code, message string) {
	b.problems = append(b.problems, f.At(span, code, problem.Error, message))
}

// text is a string of an entry, "" when it is missing; a wrong kind is reported.
func (b *builder) text(f *problem.File, n *problem.Node, key string) string {
	c := n.Get(key)
	if c == nil {
		return ""
	}
	if c.Kind != problem.String {
		b.report(f, c.Span, "L03", fmt.Sprintf("%s 要写文字", key))
		return ""
	}
	return c.Str
}

// list is a list of strings of an entry; one string counts as a list of one.
func (b *builder) list(f *problem.File, n *problem.Node, key string) []string {
	c := n.Get(key)
	switch {
	case c == nil:
		return nil
	case c.Kind == problem.String:
		return []string{c.Str}
	case c.Kind != problem.Array:
		b.report(f, c.Span, "L03", fmt.Sprintf("%s 要写文字或一列文字", key))
		return nil
	}
	var out []string
	for _, item := range c.Nodes {
		if item.Kind != problem.String {
			b.report(f, item.Span, "L03", fmt.Sprintf("%s 的每一项都要写文字", key))
			continue
		}
		out = append(out, item.Str)
	}
	return out
}

// entry reads what [[words]] and [[frame]] share; it is −1 when the id is bad.
func (b *builder) entry(f *problem.File, n *problem.Node, isFrame bool) int {
	id := b.text(f, n, "id")
	switch {
	case id == "":
		b.report(f, n.Span, "L04", "这个条目没有 id；请给它起一个不重复的名字")
		return -1
	case b.ids[id]:
		b.report(f, n.Get("id").Span, "L04", fmt.Sprintf("id『%s』用过了；每个条目的 id 要不一样", id))
		return -1
	}
	for _, c := range n.Nodes {
		if !entryKeys[c.Key] {
			b.report(f, c.KeySpan, "L05", fmt.Sprintf("条目里没有『%s』这个键；请检查拼写", c.Key))
		}
	}
	b.ids[id] = true
	b.entries = append(b.entries, Entry{ID: id, Class: b.text(f, n, "class"), IsFrame: isFrame, Hit: b.list(f, n, "hit"), Miss: b.list(f, n, "miss"),
		Better: b.text(f, n, "better"), Why: b.text(f, n, "why")})
	return len(b.entries) - 1
}

var entryKeys = map[string]bool{"id": true, "class": true, "say": true, "is": true, "form": true, "hit": true, "miss": true,
	"better": true, "why": true, "before": true, "after": true, "inside": true, "across": true, "raw": true, "bare": true, "cue": true, "firm": true, "asks": true, "hint": true}

// wordsEntry reads words of one or more classes.
func (b *builder) wordsEntry(f *problem.File, n *problem.Node) {
	class := b.text(f, n, "class")
	e := b.entry(f, n, false)
	if e < 0 || b.off[b.entries[e].ID] {
		return
	}
	say := b.text(f, n, "say")
	if class == "" || strings.TrimSpace(say) == "" {
		b.report(f, n.Span, "L06", "[[words]] 要写 class（词类）和 say（用空格分开的词）")
		return
	}
	classes := strings.Fields(class)
	for w := range strings.FieldsSeq(say) {
		folded := b.folded(w)
		if !text.BMP(folded) {
			b.report(f, n.Get("say").Span, "L07", fmt.Sprintf("『%s』里有词典认不了的字符", w))
			continue
		}
		w := b.word(folded)
		if b.taught[w] < 0 {
			b.taught[w] = int32(e)
		}
		for _, c := range classes {
			b.class[c] = append(b.class[c], w)
		}
	}
}

// frameEntry reads the forms of one frame.
func (b *builder) frameEntry(f *problem.File, n *problem.Node) {
	is := b.text(f, n, "is")
	e := b.entry(f, n, true)
	if e < 0 || b.off[b.entries[e].ID] {
		return
	}
	what, ok := findingOf(is)
	if !ok {
		b.report(f, n.Span, "L08", fmt.Sprintf("不认识 is = 『%s』；请用文档 docs/scoring.md §8 里列出的名字", is))
		return
	}
	forms := b.list(f, n, "form")
	if len(forms) == 0 {
		b.report(f, n.Span, "L06", "[[frame]] 要写 form（句式）")
		return
	}
	fr := Frame{Entry: e, Is: what, Before: b.guard(f, n, "before"), After: b.guard(f, n, "after"),
		Inside: b.guard(f, n, "inside"), Across: b.flag(f, n, "across"), Raw: b.flag(f, n, "raw"),
		Bare: b.flag(f, n, "bare") || b.flag(f, n, "cue"), Cue: b.flag(f, n, "cue"), Firm: b.flag(f, n, "firm"), Asks: b.attrs(f, n), hint: b.flag(f, n, "hint")}
	for i, text := range forms {
		if len(b.off) > 0 && b.off[FormID(b.entries[e].ID, i+1)] {
			continue
		}
		parsed, err := parseForm(text, &b.sym)
		if err != nil {
			at := n.Get("form")
			if at.Kind == problem.Array && i < len(at.Nodes) {
				at = at.Nodes[i]
			}
			b.report(f, at.Span, "L09", fmt.Sprintf("句式『%s』有错：%v", text, err))
			continue
		}
		fr.Form, fr.Number = parsed, i+1
		b.frames = append(b.frames, fr)
	}
}

// FormID names one form of a frame: rude.you-are#2.
func FormID(id string, number int) string { return fmt.Sprintf("%s#%d", id, number) }

// guard is the symbol of a guard, −1 when there is none.
func (b *builder) guard(f *problem.File, n *problem.Node, key string) int {
	spec := b.text(f, n, key)
	if spec == "" {
		return -1
	}
	if err := checkItem(spec); err != nil {
		b.report(f, n.Get(key).Span, "L09", err.Error())
		return -1
	}
	return b.sym.of(spec)
}

// attrs are the attributes that a frame asks of its clause.
func (b *builder) attrs(f *problem.File, n *problem.Node) Attrs {
	var set Attrs
	for _, name := range b.list(f, n, "asks") {
		a, ok := attrNames[name]
		if !ok {
			b.report(f, n.Get("asks").Span, "L08", fmt.Sprintf("不认识 asks 里的『%s』（可用：matter、told、asked、ours、yours）", name))
		}
		set |= a
	}
	return set
}

func (b *builder) flag(f *problem.File, n *problem.Node, key string) bool {
	c := n.Get(key)
	if c == nil {
		return false
	}
	if c.Kind != problem.Bool {
		b.report(f, c.Span, "L03", fmt.Sprintf("%s 要写 true 或 false", key))
	}
	return c.Bool
}

// slips reads typing slips: "报歉=抱歉 …".
func (b *builder) slips(f *problem.File, n *problem.Node) {
	for pair := range strings.FieldsSeq(b.text(f, n, "say")) {
		from, to, ok := strings.Cut(pair, "=")
		if !ok || from == "" || to == "" {
			b.report(f, n.Span, "L10", fmt.Sprintf("错字『%s』要写成 错=对", pair))
			continue
		}
		b.fold.AddSlip(from, to)
	}
}

// emoji reads what emoji say: word = "【白眼】", say = "🙄".
func (b *builder) emoji(f *problem.File, n *problem.Node) {
	word := b.text(f, n, "word")
	for _, r := range b.text(f, n, "say") {
		if r >= 1<<16 || b.fold.Table[r] == text.SlowRune {
			b.fold.Words[r] = word
		}
	}
}

// sames reads synonym groups, one a line: for 点题, and for the deeds of `can`. A word keeps its first group.
func (b *builder) sames(into map[string]int, text string) {
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		b.groups++
		for _, w := range words {
			if w = b.folded(w); into[w] == 0 {
				into[w] = b.groups
			}
		}
	}
}
