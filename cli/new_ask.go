package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/scoring"
	"shouxiang/tui"
)

// asker asks a trainer about a customer, a line a question, on a terminal and in a pipe alike. An answer that cannot be
// used is asked for again; where input ends, what may be left out is left out and cut says whether that was enough.
type asker struct {
	out   io.Writer
	lines <-chan string
	pack  *packFolder
	ended bool
	cut   bool // a question that needs an answer has none
}

func (a *asker) say(role, format string, args ...any) {
	fmt.Fprintf(a.out, "%s: %s\n", role, tui.Printable(fmt.Sprintf(format, args...)))
}

// read is the next line as a file may hold it; "" at the end of input.
func (a *asker) read() string {
	for !a.ended {
		line, ok := <-a.lines
		switch {
		case !ok:
			a.ended = true
		case !utf8.ValidString(line):
			a.say("系统", "这一行不是 UTF-8 文字，读不出来，请再写一遍")
		default:
			return draft.Clean(strings.TrimPrefix(line, "\ufeff"))
		}
	}
	return ""
}

// may asks for what can be left out.
func (a *asker) may(role, hint string) string {
	if a.ended {
		return ""
	}
	a.say(role, "%s", hint)
	return a.read()
}

// must asks until there is an answer.
func (a *asker) must(role, hint string) string {
	for {
		if s := a.may(role, hint); s != "" {
			return s
		}
		if a.ended {
			a.cut = true
			return ""
		}
		a.say("系统", "这一问不能空着")
	}
}

// several asks for lines, until an empty one.
func (a *asker) several(role, hint string) []string {
	first := a.must(role, hint)
	var out []string
	for s := first; s != ""; s = a.read() {
		out = append(out, s)
	}
	return out
}

// pick asks for one of a list, by number or word. Only where own is true may it be a word of one's own.
func (a *asker) pick(role, hint string, choices []string, own bool) string {
	list := make([]string, len(choices))
	for i, c := range choices {
		list[i] = fmt.Sprintf("%d %s", i+1, c)
	}
	hint += "：" + strings.Join(list, "  ")
	for {
		s := a.must(role, hint)
		if s == "" || slices.Contains(choices, s) {
			return s
		}
		n, err := strconv.Atoi(plainDigits(s))
		switch {
		case err == nil && n >= 1 && n <= len(choices):
			return choices[n-1]
		case err != nil && own:
			return s
		}
		a.say("系统", "请输 1 到 %d 的数字", len(choices))
	}
}

// plainDigits makes full-width digits plain ones.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}

// split is a line of words with any comma between them.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、;；", r) })
}

var (
	kinds     = []string{"单题（回第一句）", "四段情景（从头谈到尾）"}
	urgencies = []string{"随口一问", "有点急", "急", "很急", "快炸了"} // intensity 1 to 5
)

// draft asks everything but the name of the file.
func (a *asker) draft(card, script bool) draft.Draft {
	d := draft.Draft{Script: script}
	if !card && !script {
		d.Script = a.pick("写哪一种", "输数字", kinds, false) == kinds[1]
	}
	d.Name = a.must("谁", "客户的网名，如 糖糖妈咪_88")
	d.About = a.may("什么人", "客户的背景，一句话；直接回车不写")
	d.Title = a.must("什么事", "一句话说清，当标题，如 快递三天没动")
	d.Tag = a.tag()
	d.Emotion = a.pick("什么情绪", "输数字", scenarios.Emotions(), false)
	d.Intensity = 1 + max(0, slices.Index(urgencies, a.pick("多急", "输数字", urgencies, false)))
	d.Turns = []draft.Turn{{Say: a.several("客户第一句", "一条一行，空行结束；真客户一条十来个字")}}
	d.Brief = a.may("后台看到什么", "单号、现状、能办什么；直接回车不写")
	d.Can = trimmed(split(a.may("你能办什么", "点一下就能办的事，逗号分开，如 催件，补发；直接回车就不查越权")))
	d.Within = a.within()
	if d.Script {
		a.say("第 1 段", "%s：先接住他，再说你做什么、多久回话", draft.Stages[0])
	}
	a.replies(&d, 0)
	if d.Script {
		a.stages(&d)
	}
	what := "达标后客户怎么回"
	if d.Script {
		what = "谈成了客户怎么说"
	}
	d.Thanks = a.may(what, "一句，如 行，那我等着；直接回车用现成的")
	return d
}

func trimmed(list []string) []string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// tag asks for the tag; a pack without tags takes any.
func (a *asker) tag() string {
	if len(a.pack.tags()) == 0 {
		return a.must("什么标签", "如 物流/催件")
	}
	return a.pick("什么标签", "输数字，或写一个新的", a.pack.tags(), true)
}

// within asks for a length of time until the loader can read it.
func (a *asker) within() string {
	for {
		s := a.may("多久之内有用", "过了这么久再办就晚了，如 30分钟、2小时；直接回车不写")
		if s == "" {
			return ""
		}
		probe := draft.Card()
		probe.Within = s
		_, problems := scenarios.ReadText("", probe.TOML(), &scenarios.Pack{})
		i := slices.IndexFunc(problems, func(p problem.Problem) bool { return p.Severity == problem.Error })
		if i < 0 {
			return s
		}
		a.say("系统", "%s", strings.TrimPrefix(problems[i].Message, "within "))
	}
}

// stages asks for the second to the fourth stage of a script.
func (a *asker) stages(d *draft.Draft) {
	what := [len(draft.Stages)]string{1: "核对事实，把事揽下来", 2: "给办法、给时间，让他挑", 3: "说好几点、怎么再联系他"}
	for i := 1; i < len(draft.Stages); i++ {
		a.say(fmt.Sprintf("第 %d 段", i+1), "%s：%s", draft.Stages[i], what[i])
		d.Turns = append(d.Turns, draft.Turn{Say: a.several("客户接着说", "一条一行，空行结束")})
		a.replies(d, i)
	}
}

// replies asks for the model answer and the bad ones of a turn. What the scorer hears is told at once.
func (a *asker) replies(d *draft.Draft, i int) {
	t := &d.Turns[i]
	t.Good = a.must("好回复", "你会怎么回；// 分成两句")
	if a.cut {
		return
	}
	if h := a.hear(d, i, t.Good); !h.pass {
		again := a.may("再想想", h.words+"。再写一句更好的；直接回车就先留着这句")
		if again != "" {
			t.Good = again
		}
	}
	for {
		text := a.may("坏回复", "新人常这么回；一行一条，直接回车就不写了")
		if text == "" {
			return
		}
		t.Bad = append(t.Bad, a.wrong(d, i, text))
	}
}

// wrong asks what is bad about a reply; the answer is words for elements and red lines.
func (a *asker) wrong(d *draft.Draft, i int, text string) draft.Bad {
	h := a.hear(d, i, text)
	hint := h.words + "。直接回车就照这个写；也可以自己写，如 缺行动，敷衍"
	if h.pass {
		hint = h.words + "，说明它还不够坏。写清它错在哪，如 缺行动，敷衍；想不出就直接回车，回头再改"
	}
	for {
		answer := a.may("它错在哪", hint)
		if answer == "" {
			return draft.Bad{Text: text, Lacks: h.lacks, Hits: h.hits}
		}
		b := draft.Bad{Text: text}
		unknown := ""
		for _, word := range trimmed(split(answer)) {
			word = strings.TrimPrefix(strings.TrimPrefix(word, "缺"), "碰")
			if _, ok := scoring.ElementByLabel(word); ok {
				b.Lacks = append(b.Lacks, word)
			} else if _, ok := scoring.RedLineByLabel(word); ok {
				b.Hits = append(b.Hits, word)
			} else {
				unknown = word
			}
		}
		if unknown == "" {
			return b
		}
		a.say("系统", "『%s』认不得；缺的可以写：%s；碰的红线可以写：%s", unknown, labelsOf(scoring.ElementsAll()), labelsOf(scoring.RedLinesAll()))
	}
}

// labelsOf lists words of a closed list.
func labelsOf[T interface{ Label() string }](list []T) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = x.Label()
	}
	return strings.Join(words, " ")
}

// heard is what the scorer says of a reply in a draft.
type heard struct {
	pass        bool
	lacks, hits []string
	words       string
}

// hear judges a reply as check will, with the words of the pack.
func (a *asker) hear(d *draft.Draft, i int, text string) heard {
	so := *d
	so.ID = "x"
	for len(so.Turns) < len(draft.Stages) { // stages still to come
		so.Turns = append(so.Turns[:len(so.Turns):len(so.Turns)], draft.Turn{})
	}
	sc, _ := scenarios.ReadText("", so.TOML(), a.pack.pack)
	t := &sc.Turns[i]
	facts := scoring.Default().Hear(t.Matter, scenarios.Example{Text: text}.Bubbles())
	card := t.Matter.Grade(facts, scoring.Terms{Need: t.Need, Later: i > 0})
	h := heard{pass: card.Pass}
	for _, e := range card.Missing.List() {
		h.lacks = append(h.lacks, e.Label())
	}
	for _, r := range facts.Crossed().List() {
		h.hits = append(h.hits, r.Label())
	}
	var parts []string
	if len(h.lacks) > 0 {
		parts = append(parts, "没听出 "+strings.Join(h.lacks, "、"))
	}
	if len(h.hits) > 0 {
		parts = append(parts, "碰红线 "+strings.Join(h.hits, "、"))
	}
	switch {
	case card.Pass:
		h.words = "评分觉得这句达标了"
	case len(parts) == 0:
		h.words = "评分觉得它不够好"
	default:
		h.words = "评分" + strings.Join(parts, "，")
	}
	return h
}

// fileName asks what the file is called; "" when input ended on a name that is taken.
func (a *asker) fileName(dir, title string) string {
	base := strings.TrimSuffix(fileNameOf(title), ".toml")
	if base == "" {
		base = "新题"
	}
	offered := base + ".toml"
	for n := 2; taken(dir, offered); n++ {
		offered = fmt.Sprintf("%s-%d.toml", base, n)
	}
	for refused := false; ; refused = true {
		name := fileNameOf(a.may("存成什么文件", "直接回车就叫 "+offered))
		switch {
		case name == "" && a.ended && refused:
			return ""
		case name == "":
			return offered
		case !taken(dir, name):
			return name
		}
		a.say("系统", "%s 已经有了，不会盖掉它；换个名字", name)
	}
}

// deviceName is what Windows does not take for a file.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)$`)

func taken(dir, name string) bool {
	_, err := os.Lstat(filepath.Join(dir, name))
	return err == nil || name == "pack.toml"
}

// fileNameOf is a text as the name of a file on every system, "" when nothing is left of it.
func fileNameOf(text string) string {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".toml")
	text = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, text), " .")
	if runes := []rune(text); len(runes) > 40 {
		text = strings.TrimSpace(string(runes[:40]))
	}
	switch {
	case text == "":
		return ""
	case deviceName.MatchString(text):
		text += "_"
	}
	return text + ".toml"
}
