package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// reader reads typed values from the tree of one file and collects what is wrong with them. Reading never stops at a
// problem: a value that cannot be used is left at its default, so that one run reports everything.
type reader struct {
	Reading
	file     *problem.File
	problems []problem.Problem
	meant    meant
	lacks    bool // something required is missing and was reported as what it was written for
}

func newReader(how Reading, file *problem.File) reader {
	return reader{Reading: how, file: file, meant: meant{}}
}

func (r *reader) report(span problem.Span, code string, severity problem.Severity, format string, args ...any) {
	message := format
	if len(args) > 0 {
		message = fmt.Sprintf(format, args...)
	}
	r.problems = append(r.problems, r.file.At(span, code, severity, message))
}

func (r *reader) fail(n *problem.Node, code, format string, args ...any) {
	r.report(n.Span, code, problem.Error, format, args...)
}

// text reads a text without blanks around it; line ends inside become blanks, invisible characters vanish.
func (r *reader) text(n *problem.Node) (string, bool) {
	if n.Kind != problem.String {
		r.fail(n, "T01", "%s 要写文字，这里是%s；%s", label(n), n.Kind, textRemedy(n))
		return "", false
	}
	return tidy(n.Str), true
}

func tidy(s string) string {
	return strings.TrimSpace(problem.Visible(oneLine.Replace(s)))
}

var oneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

func textRemedy(n *problem.Node) string {
	switch n.Kind {
	case problem.Table:
		return `请写成一段用英文双引号括起来的文字`
	case problem.Array:
		return `只能写一段，去掉方括号，用英文双引号括起来`
	}
	return "请用英文双引号括起来"
}

// label is the name a message gives to a value: its key, or for an item of a list nothing.
func label(n *problem.Node) string {
	if n.Key == "" {
		return "这一项"
	}
	return n.Key
}

// required reads a text that must not be empty.
func (r *reader) required(n *problem.Node) string {
	s, ok := r.text(n)
	if ok && s == "" {
		r.fail(n, "V01", "%s 是必填的，不能是空的", n.Key)
	}
	return s
}

// items are the values of a list; a single value stands for a list of one.
func items(n *problem.Node) []*problem.Node {
	if n.Kind == problem.Array {
		return n.Nodes
	}
	return []*problem.Node{n}
}

// texts reads a text or a list of texts; empty ones are reported and left out.
func (r *reader) texts(n *problem.Node) []string {
	var out []string
	r.eachText(n, func(_ *problem.Node, s string) { out = append(out, s) })
	return out
}

func (r *reader) eachText(n *problem.Node, use func(*problem.Node, string)) {
	for _, item := range items(n) {
		item := named(item, n)
		switch s, ok := r.text(item); {
		case ok && s == "":
			r.fail(item, "V05", "%s 里有一项是空的；请写上内容，或者删掉它", label(n))
		case ok:
			use(item, s)
		}
	}
}

// named gives an item of a list the name of its list, for messages.
func named(item, list *problem.Node) *problem.Node {
	if item.Key != "" {
		return item
	}
	copied := *item
	copied.Key = list.Key
	return &copied
}

// integer reads a whole number between least and most.
func (r *reader) integer(n *problem.Node, least, most int) (int, bool) {
	if n.Kind != problem.Int {
		r.fail(n, "T01", "%s 要写整数，这里是%s（数字不要加引号和单位）", label(n), n.Kind)
		return 0, false
	}
	if n.Int < int64(least) || n.Int > int64(most) {
		r.fail(n, "V03", "%s 要在 %d 到 %d 之间，这里是 %d", label(n), least, most, n.Int)
		return 0, false
	}
	return int(n.Int), true
}

// seconds reads a number of seconds, whole or not, as ms.
func (r *reader) seconds(n *problem.Node, most float64) (int64, bool) {
	v := n.Float
	switch n.Kind {
	case problem.Int:
		v = float64(n.Int)
	case problem.Float:
	default:
		r.fail(n, "T01", "%s 要写数字（秒），这里是%s（数字不要加引号和单位）", label(n), n.Kind)
		return 0, false
	}
	if !(v >= 0 && v <= most) {
		r.fail(n, "V03", "%s 要在 0 到 %g 秒之间，这里是 %g", label(n), most, v)
		return 0, false
	}
	return int64(v*1000 + 0.5), true
}

// choice reads a word of a closed list; one that is not in it gives "".
func (r *reader) choice(n *problem.Node, choices []string) string {
	s, ok := r.text(n)
	if !ok {
		return ""
	}
	if !slices.Contains(choices, s) {
		r.notIn(n, "V02", s, choices)
		return ""
	}
	return s
}

// notIn reports a word that is not in its list, with the one that was probably meant.
func (r *reader) notIn(n *problem.Node, code, word string, choices []string) {
	guess := ""
	if len(choices) > 2 { // of two words the near one may be the opposite
		guess = didYouMean(label(n), word, choices)
	}
	r.fail(n, code, "%s 『%s』不在可选范围（%s）%s", label(n), problem.Show(word), someOf(choices), guess)
}

// someOf lists choices, at most a line of them.
func someOf(choices []string) string {
	const most = 20
	if len(choices) > most {
		return strings.Join(choices[:most], "、") + "…"
	}
	return strings.Join(choices, "、")
}

// elements reads a set of elements.
func (r *reader) elements(n *problem.Node) scoring.Elements {
	var set scoring.Elements
	r.eachText(n, func(item *problem.Node, s string) {
		if e, ok := elementNamed(s); ok {
			set = set.With(e)
			return
		}
		r.notIn(item, "V02", s, elementLabels)
	})
	return set
}

// words reads a list of words of a closed list.
func (r *reader) words(n *problem.Node, choices []string) []string {
	var out []string
	r.eachText(n, func(item *problem.Node, s string) {
		if slices.Contains(choices, s) {
			out = append(out, s)
			return
		}
		r.notIn(item, "V02", s, choices)
	})
	return out
}

// pattern checks a pattern of the author (W01, W04); the scorer's opinion counts.
func (r *reader) pattern(n *problem.Node, text string) bool {
	if _, err := r.compiled(text); err != nil {
		r.fail(n, "W01", "%s", err)
		return false
	}
	r.separated(n, text)
	return true
}

// mostGaps is how many * a synonym may hold: many gaps take the scorer long, and no wording needs them.
const mostGaps = 4

// compiled makes a pattern ready, unless it has too many gaps.
func (r *reader) compiled(text string) (scoring.Pattern, error) {
	for alt := range strings.SplitSeq(strings.ReplaceAll(text, "｜", "|"), "|") {
		if n := strings.Count(alt, "*") + strings.Count(alt, "＊"); n > mostGaps {
			return scoring.Pattern{}, fmt.Errorf("『%s』里有 %d 个 *，最多 %d 个；请拆成几个词，用 | 分开", problem.Show(alt), n, mostGaps)
		}
	}
	return r.scorer().Pattern(text)
}

// patterns reads a list of patterns; broken ones are reported and left out.
func (r *reader) patterns(n *problem.Node) []string {
	var out []string
	r.eachText(n, func(item *problem.Node, s string) {
		if r.pattern(item, s) {
			out = append(out, s)
		}
	})
	return out
}

// hear reads { 要素 = [说法] }.
func (r *reader) hear(n *problem.Node) map[scoring.Element][]string {
	if !r.isTable(n, `hear 要写成 { "共情" = ["…"] }`) {
		return nil
	}
	out := map[scoring.Element][]string{}
	for _, c := range n.Nodes {
		e, ok := elementNamed(c.Key)
		if !ok {
			r.report(c.KeySpan, "V02", problem.Error, "hear 里的『%s』不是要素（%s）%s", problem.Show(c.Key), someOf(elementLabels),
				didYouMean("hear", c.Key, elementLabels))
			continue
		}
		out[e] = append(out[e], r.patterns(c)...)
	}
	return out
}

func (r *reader) isTable(n *problem.Node, remedy string) bool {
	if n.Kind == problem.Table {
		return true
	}
	if n.Kind == problem.Array && n.Heading {
		r.report(n.KeySpan, "T02", problem.Error, "这里只写一层方括号 [%s]，现在写了两层", n.Key)
		return false
	}
	r.fail(n, "T01", "%s，这里是%s", remedy, n.Kind)
	return false
}

// rows reads a list of tables. One table written with [x] is the mistake T02, but is read all the same.
func (r *reader) rows(n *problem.Node, where place, textIs string, use func(*problem.Node)) {
	if n.Kind == problem.Table && n.Heading {
		r.report(n.KeySpan, "T02", problem.Error, "这里要写两层方括号 [[%s]]（可以有很多个），现在只写了一层", headingName(n, where))
	}
	for _, item := range items(n) {
		switch {
		case item.Kind == problem.Table:
			r.keys(item, where)
			use(item)
		case item.Kind == problem.String && textIs != "":
			row := *item
			row.Kind, row.Key, row.KeySpan = problem.Table, n.Key, item.Span
			text := *item
			text.Key = textIs
			row.Nodes = []*problem.Node{&text}
			use(&row)
		case textIs != "":
			r.fail(item, "T01", `%s 的每一项要写成 "文字" 或 { %s = "…" }，这里是%s`, label(n), textIs, item.Kind)
		default:
			r.fail(item, "T01", "%s 的每一项要写成 { %s = … }，这里是%s", label(n), where.keys[0], item.Kind)
		}
	}
}

func headingName(n *problem.Node, where place) string {
	if where.name == placeBranch.name || where.name == placeGood.name {
		return "turn." + n.Key
	}
	return n.Key
}
