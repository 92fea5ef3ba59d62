package scenarios

import (
	"slices"
	"strings"
	"time"

	"shouxiang/problem"
)

// decodePack reads pack.toml. What is wrong in it is left at its default; the scenarios beside it still play.
func decodePack(how Reading, file *problem.File, pack *Pack) []problem.Problem {
	made := newReader(how, file)
	r := &made
	if how.Places {
		pack.Tree = file
	}
	root := file.Root
	if n := root.Get("format"); n == nil {
		r.report(file.Top(), "F01", problem.Warning, "缺少 format = 1（文件第一行）；先按格式 1 处理")
	} else if !r.formatIs(n, "这个场景包") {
		return r.problems
	}
	r.keys(root, placePack)
	if n := root.Get("tags"); n != nil { // before within, which speaks of them
		pack.Tags = r.tags(n)
	}
	for _, n := range root.Nodes {
		r.packKey(pack, n)
	}
	for _, need := range [][2]string{{"name", `"包的名字"`}, {"tags", `["物流/催件", "错发/少件"]`}} {
		key, example := need[0], need[1]
		if root.Get(key) == nil && !r.meant[root][key] {
			r.report(file.Top(), "P01", problem.Error, "pack.toml 缺少必填的 %s；请补上一行 %s = %s", key, key, example)
		}
	}
	return r.problems
}

func (r *reader) packKey(p *Pack, n *problem.Node) {
	switch n.Key {
	case "name":
		if s := r.required(n); s != "" {
			p.Name = s
		}
	case "version":
		p.Version, _ = r.text(n)
	case "author":
		p.Author, _ = r.text(n)
	case "within":
		r.packWithin(p, n)
	case "forbid":
		p.forbid = r.patterns(n)
	case "hear":
		p.hear = r.hear(n)
	case "jargon":
		p.jargon = r.patterns(n)
	case "verify":
		p.verify = r.patterns(n)
	case "typing":
		if v, ok := r.integer(n, 10, 400); ok {
			p.Typing = v
		}
	case "hint_only":
		p.HintOnly = r.elements(n)
	case "phrases":
		r.rows(n, placePhrase, "", func(row *problem.Node) { r.phrase(p, row) })
	case "policy":
		r.rows(n, placePolicy, "", func(row *problem.Node) { r.snippet(p, row) })
	}
}

func (r *reader) tags(n *problem.Node) []string {
	var out []string
	seen := map[string]bool{}
	r.eachText(n, func(item *problem.Node, s string) {
		if seen[s] {
			r.report(item.Span, "D02", problem.Warning, "标签『%s』写了两次；请删掉一个", problem.Show(s))
			return
		}
		seen[s] = true
		if parts := splitWords(s, "，、；,;"); len(parts) > 1 {
			r.fail(item, "V02", "标签『%s』像是好几个；请写成列表 %s = [\"%s\"]", problem.Show(s), label(item), strings.Join(parts, `", "`))
			out = append(out, parts...)
			return
		}
		out = append(out, s)
	})
	return out
}

func (r *reader) packWithin(p *Pack, n *problem.Node) {
	if !r.isTable(n, `within 要写成 { "标签" = "2小时" }`) {
		return
	}
	p.within = map[string]int{}
	for _, c := range n.Nodes {
		if !slices.Contains(p.Tags, c.Key) {
			at := *c
			at.Key, at.Span = "within 里的标签", c.KeySpan
			r.notIn(&at, "V04", c.Key, p.Tags)
			continue
		}
		if v := r.minutes(c); v > 0 {
			p.within[c.Key] = v
		}
	}
}

func (r *reader) phrase(p *Pack, row *problem.Node) {
	var ph Phrase
	for _, n := range row.Nodes {
		switch n.Key {
		case "key":
			ph.Key, _ = r.text(n)
		case "text":
			ph.Text, _ = r.text(n)
		}
	}
	r.missing(row, placeOf(row), "这条快捷语", "key", "学员按它找到这一条", "text", "要插入的话")
	if ph.Text != "" {
		p.Phrases = append(p.Phrases, ph)
	}
}

func (r *reader) snippet(p *Pack, row *problem.Node) {
	var s Snippet
	for _, n := range row.Nodes {
		switch n.Key {
		case "title":
			s.Title, _ = r.text(n)
		case "text":
			s.Text, _ = r.text(n)
		case "from":
			s.From = r.date(n)
		case "to":
			s.To = r.date(n)
		}
	}
	r.missing(row, placeOf(row), "这条政策", "title", "知识库里显示的名字", "text", "政策的内容")
	if s.Text != "" {
		p.Policy = append(p.Policy, s)
	}
}

// date reads a day, in quotes or not.
func (r *reader) date(n *problem.Node) string {
	if n.Kind == problem.Time {
		return n.Time.Format(time.DateOnly)
	}
	s, ok := r.text(n)
	if _, err := time.Parse(time.DateOnly, s); ok && s != "" && err != nil {
		r.fail(n, "V02", `%s 『%s』不是日期；请写成 "2025-01-31"`, label(n), problem.Show(s))
		return ""
	}
	return s
}
