package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
)

// CommonTags are what a new pack offers to choose from beside its first scenario's own.
func CommonTags() []string {
	return []string{"物流/催件", "物流/丢件", "错发/少件", "破损/变质", "质量/故障", "退款/进度", "价格/活动", "支付/扣款", "账号/安全", "售前/咨询"}
}

// Pack is the pack.toml of a folder that has none.
func Pack(name string, tags []string) string {
	w := &writer{}
	w.note("场景包：这个文件夹里的题都归它管。")
	w.line("format = 1")
	w.line("name = %s  # 学员看到的包名", quote(name))
	w.line("")
	w.note("学员打标签时从这里选，每道题的 tag 得是其中一个。用不上的删掉，缺的接着写，一行一个。")
	quoted := make([]string, len(tags))
	for i, t := range tags {
		quoted[i] = quote(t)
	}
	w.list("tags", quoted)
	return w.String()
}

// AddTag is a pack.toml with one tag more; the rest stays as its author wrote it. It is false when the text has no
// list of tags that could be continued.
func AddTag(text, tag string) (string, bool) {
	body := strings.TrimPrefix(text, "\ufeff")
	file, problems := problem.Parse("pack.toml", []byte(text), nil)
	if file == nil || file.Root == nil || slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
		return text, false
	}
	n := file.Root.Get("tags")
	last, opens, closes := n, "[", "]"
	if n != nil && n.Kind == problem.Array {
		if len(n.Nodes) == 0 {
			return text, false
		}
		last, opens, closes = n.Nodes[len(n.Nodes)-1], "", ""
	}
	if last == nil || last.Kind != problem.String {
		return text, false
	}
	from, to := offset(body, last.Span.Line, last.Span.Col), offset(body, last.Span.EndLine, last.Span.EndCol)
	bom := text[:len(text)-len(body)]
	return bom + body[:from] + opens + body[from:to] + ", " + quote(tag) + closes + body[to:], true
}

// offset is where a place stands in a text, in bytes.
func offset(text string, line, col int) int {
	at := 0
	for range line - 1 {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	for range col - 1 {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
