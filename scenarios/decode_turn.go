package scenarios

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// turnKeys are the keys that a turn may leave to the top of its script.
type turnKeys struct {
	situation, forbid, nudge []string
	hear                     map[scoring.Element][]string
	need                     *scoring.Elements
}

// with is these keys, with those that the table has read anew.
func (k turnKeys) with(r *reader, table *problem.Node) turnKeys {
	for _, n := range table.Nodes {
		switch n.Key {
		case "situation":
			k.situation = r.patterns(n)
		case "forbid":
			k.forbid = r.patterns(n)
		case "nudge":
			k.nudge = r.texts(n)
		case "hear":
			k.hear = r.hear(n)
		case "need":
			need := r.elements(n)
			k.need = &need
		}
	}
	return k
}

// card reads the one turn of a card, whose keys stand at the top.
func (d *decoder) card(root *problem.Node) {
	d.missing(root, d.file.Top(), "", "say", "客户说的话；有好几轮的情景请写 [[turn]]")
	d.sc.Turns = []Turn{d.turn(root, turnKeys{})}
}

// script reads the turns and endings of a script and checks the names they go by.
func (d *decoder) script(root, turns *problem.Node) {
	d.base = d.base.with(&d.reader, root)
	d.rows(turns, placeTurn, "", func(table *problem.Node) {
		d.missing(table, placeOf(table), "这一轮", "id", "分支靠它找到这一轮", "say", "客户说的话")
		d.sc.Turns = append(d.sc.Turns, d.turn(table, d.base))
	})
	if n := root.Get("ending"); n != nil {
		d.rows(n, placeEnding, "", d.ending)
	}
	d.checkTargets(d.checkNames())
}

func (d *decoder) turn(table *problem.Node, base turnKeys) Turn {
	keys := base.with(&d.reader, table)
	t := Turn{Nudge: keys.nudge, Node: d.place(table)}
	if n := table.Get("id"); n != nil && !d.sc.Card {
		t.ID = d.required(n)
	}
	if n := table.Get("stage"); n != nil {
		t.Stage = d.choice(n, stages)
	} else if slices.Contains(stages, t.ID) {
		t.Stage = t.ID
	}
	for _, n := range table.Nodes {
		d.turnKey(&t, n)
	}
	if t.Need = defaultNeed(t.Stage, d.sc.Card); keys.need != nil {
		t.Need = *keys.need
	}
	if wish := t.Need & d.pack.HintOnly; t.Need != wish { // what needs nothing else would need no answer at all
		t.Need, t.Wish = t.Need.Without(wish), wish
	}
	t.Matter = d.matter(&t, keys)
	return t
}

func (d *decoder) turnKey(t *Turn, n *problem.Node) {
	switch n.Key {
	case "say":
		t.Say = d.lines(n)
	case "late":
		t.Late = d.lines(n)
	case "must":
		t.Must = d.patterns(n)
	case "wait":
		t.Wait, _ = d.integer(n, 5, 600)
	case "good":
		t.Good = d.examples(n)
	case "bad":
		t.Bad = d.examples(n)
	case "hint":
		t.Hint, _ = d.text(n)
	case "react":
		if d.sc.Card {
			d.rows(n, placeReact, "", func(row *problem.Node) { t.Rows = append(t.Rows, d.branch(row)) })
		}
	case "branch":
		if !d.sc.Card {
			d.rows(n, placeBranch, "", func(row *problem.Node) { t.Rows = append(t.Rows, d.branch(row)) })
		}
	}
}

// matter tells the scorer about a turn. Patterns that it cannot use were reported when they were read, those of the
// pack with the pack.
//
// within is about the first response: in later turns an honest 「3个工作日」 is a time like any other, so the limit holds
// for the first turn and for those that calm the customer down once more.
func (d *decoder) matter(t *Turn, keys turnKeys) *scoring.Matter {
	within := d.sc.Within
	if len(d.sc.Turns) > 0 && t.Stage != firstStage {
		within = 0
	}
	brief := scoring.Brief{
		Emotion: d.sc.Emotion, Situation: keys.situation, Must: t.Must, Hear: mergeHear(d.pack.hear, keys.hear),
		Forbid: slices.Concat(d.pack.forbid, keys.forbid), Jargon: d.pack.jargon, Verify: d.pack.verify, Wrong: d.policies,
		Can: d.sc.Can, CanKnown: d.sc.CanKnown, Money: d.sc.Money, Within: within, Desk: d.sc.Background, Fault: d.fault,
	}
	for _, line := range t.Say {
		brief.Burst = append(brief.Burst, line.Text)
	}
	matter, _ := d.scorer().Compile(brief)
	return matter
}

const firstStage = "情绪安抚"

func mergeHear(a, b map[scoring.Element][]string) map[scoring.Element][]string {
	if len(b) == 0 {
		return a
	}
	out := make(map[scoring.Element][]string, len(a)+len(b))
	for e, list := range a {
		out[e] = list
	}
	for e, list := range b {
		out[e] = slices.Concat(out[e], list)
	}
	return out
}

// longMessage is the number of characters above which no customer writes one message.
const longMessage = 40

// lines reads the messages of the customer.
func (d *decoder) lines(n *problem.Node) []Line {
	var out []Line
	if n.Kind == problem.Array && len(n.Nodes) == 0 {
		d.fail(n, "V05", "%s 是空的；请写上客户说的话", label(n))
	}
	d.rows(n, placeLine, "text", func(row *problem.Node) {
		said := row.Get("text")
		if said == nil {
			d.missing(row, placeOf(row), "这条消息", "text", "客户说的话")
			return
		}
		line, ok := d.text(said)
		if !ok {
			return
		}
		if rows := strings.Count(strings.TrimSpace(said.Str), "\n"); rows > 0 {
			d.report(said.Span, "V06", problem.Warning, `这条消息写了 %d 行，会连成一条发；是几条消息的话，请写成列表 ["…", "…"]`, rows+1)
		}
		size := utf8.RuneCountInString(line)
		switch {
		case size == 0:
			d.fail(said, "V05", "这条消息是空的；请写上客户说的话，或者删掉它")
			return
		case size > longMessage:
			d.report(said.Span, "V06", problem.Warning, "这条消息有 %d 个字，真客户会拆成几条短消息发", size)
		}
		after := Pace(line)
		if a := row.Get("after"); a != nil {
			if ms, ok := d.seconds(a, 120); ok {
				after = ms
			}
		}
		out = append(out, Line{line, after})
	})
	return out
}

// examples reads good or bad replies.
func (d *decoder) examples(n *problem.Node) []Example {
	var out []Example
	where := placeGood
	if d.sc.Card {
		where = placeGoodCard
	}
	d.rows(n, where, "text", func(row *problem.Node) {
		e := Example{Max: 100, Node: d.place(row)}
		for _, c := range row.Nodes {
			d.exampleKey(&e, c)
		}
		switch said := row.Get("text"); {
		case said == nil:
			d.missing(row, placeOf(row), n.Key+" 的这一项", "text", "回复的内容")
		case said.Kind == problem.String && e.Text == "":
			d.fail(said, "V05", "这条回复是空的；请写上内容，或者删掉它")
		}
		if e.Min > e.Max {
			d.fail(row.Get("min"), "V03", "min 不能比 max（%d）大，这里是 %d", e.Max, e.Min)
		}
		if e.Text != "" {
			out = append(out, e)
		}
	})
	return out
}

func (d *decoder) exampleKey(e *Example, n *problem.Node) {
	switch n.Key {
	case "text":
		e.Text, _ = d.text(n)
	case "lacks":
		e.Lacks = d.words(n, elementLabels)
	case "hits":
		e.Hits = d.words(n, redLineLabels)
	case "min":
		e.Min, _ = d.integer(n, 0, 100)
	case "max":
		if v, ok := d.integer(n, 0, 100); ok {
			e.Max = v
		}
	case "to":
		e.To = d.target(n, "这条回复要去的")
	}
}

// branch reads a row of react or branch.
func (d *decoder) branch(row *problem.Node) Branch {
	b := Branch{Line: row.Span.Line, Node: d.place(row)}
	for _, n := range row.Nodes {
		switch n.Key {
		case "if":
			b.If = d.conditions(n)
		case "to":
			b.To = d.target(n, "分支要去的")
		case "say":
			b.Say = d.texts(n)
		case "mood":
			b.Mood, b.HasMood = d.integer(n, -10, 10)
		case "tip":
			b.Tip, _ = d.text(n)
		}
	}
	return b
}

func (d *decoder) conditions(n *problem.Node) []Condition {
	var out []Condition
	d.eachText(n, func(item *problem.Node, s string) {
		c, err := ParseCondition(s, d.compiled)
		switch {
		case errors.Is(err, errUnknownCondition):
			d.fail(item, "B02", "不认识的条件『%s』%s", problem.Show(s), conditionAdvice(s, c.Text))
		case err != nil:
			d.fail(item, "W01", "%s", err)
		case c.words() != "":
			_, words, _ := strings.Cut(strings.ReplaceAll(s, "：", ":"), ":")
			d.separated(item, words)
		}
		if c.kind != otherwise {
			c.Node = d.place(item)
			out = append(out, c)
		}
	})
	return out
}

// ending reads a row of ending.
func (d *decoder) ending(row *problem.Node) {
	e := Ending{Node: d.place(row)}
	for _, n := range row.Nodes {
		switch n.Key {
		case "id":
			e.ID = d.required(n)
		case "csat":
			e.CSAT, _ = d.integer(n, 1, 5)
		case "mood":
			e.Mood, e.HasMood = d.integer(n, 0, 10)
		case "say":
			e.Say, _ = d.text(n)
		case "review":
			e.Review, _ = d.text(n)
		}
	}
	d.missing(row, placeOf(row), "这个结局", "id", "分支靠它找到这个结局", "csat", "客户给几分，1 到 5")
	d.sc.Endings = append(d.sc.Endings, e)
}
