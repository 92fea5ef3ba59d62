package scenarios

import (
	"regexp"
	"slices"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// decoder reads one scenario file. What the top of a script says for all of its turns is in base.
type decoder struct {
	reader
	pack     *Pack
	sc       *Scenario
	base     turnKeys
	policies []scoring.Wrong
	fault    bool
	targets  []target
}

// decode reads the tree of a scenario file. The scenario is nil only when the file is of a newer format.
func decode(how Reading, file *problem.File, pack *Pack) (*Scenario, []problem.Problem) {
	d := &decoder{reader: newReader(how, file), pack: pack}
	d.sc = &Scenario{Emotion: defaultEmotion, Intensity: defaultIntensity, Priority: DefaultPriority, Level: defaultLevel,
		Channel: DefaultChannel, Customer: Customer{Name: "客户"}, Pack: pack, File: file.Name}
	if how.Places {
		d.sc.Tree = file
	}
	root := file.Root
	if !d.format(root) {
		return nil, d.problems
	}
	turns := root.Get("turn")
	d.sc.Card = turns == nil
	where := placeScript
	if d.sc.Card {
		where = placeCard
	}
	d.keys(root, where)
	for _, n := range root.Nodes {
		d.topKey(n)
	}
	if d.sc.Within == 0 {
		d.sc.Within = pack.within[d.sc.Tag]
	}
	if d.sc.Card {
		d.card(root)
	} else {
		d.script(root, turns)
	}
	d.missingAtTop(root)
	d.sc.incomplete = d.lacks
	return d.sc, d.problems
}

// format reads the format of the file; a newer one is refused.
func (d *decoder) format(root *problem.Node) bool {
	n := root.Get("format")
	return n == nil || d.formatIs(n, "这个文件")
}

func (r *reader) formatIs(n *problem.Node, what string) bool {
	const known = 1
	if n.Kind == problem.Int && n.Int > known {
		r.fail(n, "F02", "%s是格式 %d，本程序只认识到格式 %d；请升级程序", what, n.Int, known)
		return false
	}
	if n.Kind == problem.Int && n.Int != known {
		r.fail(n, "V03", "format 只能写 %d，这里是 %d", known, n.Int)
		return true
	}
	r.integer(n, known, known)
	return true
}

var idPattern = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

func (d *decoder) topKey(n *problem.Node) {
	sc := d.sc
	set := func(into *string, value string) {
		if value != "" {
			*into = value
		}
	}
	switch n.Key {
	case "id":
		if sc.ID = d.required(n); sc.ID != "" && !idPattern.MatchString(sc.ID) {
			d.fail(n, "V02", "id 『%s』只能用英文字母、数字和 -；请改一个", problem.Show(sc.ID))
		}
	case "title":
		sc.Title = d.required(n)
	case "tag":
		if sc.Tag = d.required(n); sc.Tag != "" {
			d.tagIs(n, sc.Tag)
		}
	case "tag_ok":
		d.eachText(n, func(item *problem.Node, s string) {
			if d.tagIs(item, s) {
				sc.TagOK = append(sc.TagOK, s)
			}
		})
	case "emotion":
		set(&sc.Emotion, d.choice(n, emotions))
	case "intensity":
		if v, ok := d.integer(n, 1, 5); ok {
			sc.Intensity = v
		}
	case "priority":
		set(&sc.Priority, d.choice(n, priorities))
	case "level":
		set(&sc.Level, d.choice(n, levels))
	case "channel":
		set(&sc.Channel, d.choice(n, channels))
	case "brief":
		sc.Background, _ = d.text(n)
	default:
		d.topKeyOfDesk(n)
	}
}

// topKeyOfDesk reads what the desk may do, who writes, and the ticket.
func (d *decoder) topKeyOfDesk(n *problem.Node) {
	sc := d.sc
	switch n.Key {
	case "can":
		sc.CanKnown = true
		d.eachText(n, func(item *problem.Node, s string) {
			d.oneThing(item, s)
			sc.Can = append(sc.Can, s)
		})
	case "money":
		sc.Money, _ = d.integer(n, 0, 10_000_000)
	case "within":
		sc.Within = d.minutes(n)
	case "wrong":
		d.rows(n, placeWrong, "say", d.wrongRow)
	case "fault":
		d.fault = d.choice(n, faults) != ""
	case "escalate":
		sc.Escalate = d.choice(n, escalates)
	case "customer":
		d.customer(n)
	case "ticket":
		d.ticket(n)
	}
}

func (d *decoder) tagIs(n *problem.Node, tag string) bool {
	if len(d.pack.Tags) == 0 || slices.Contains(d.pack.Tags, tag) {
		return true
	}
	d.notIn(n, "V04", tag, d.pack.Tags)
	return false
}

func (r *reader) minutes(n *problem.Node) int {
	if n.Kind != problem.String {
		r.fail(n, "T01", `%s 要写成 "2小时" 这样的文字，这里是%s`, label(n), n.Kind)
		return 0
	}
	v, ok := parseMinutes(tidy(n.Str))
	if !ok {
		r.fail(n, "V02", `%s 『%s』看不懂；请写成 "15分钟"、"2小时"、"1天"`, label(n), problem.Show(n.Str))
	}
	return v
}

func (d *decoder) wrongRow(row *problem.Node) {
	var w scoring.Wrong
	if n := row.Get("say"); n != nil {
		w.Say = strings.Join(d.patterns(n), "|")
	} else {
		d.missing(row, placeOf(row), "wrong 的这一项", "say", "说错的话")
	}
	if n := row.Get("why"); n != nil {
		w.Why, _ = d.text(n)
	}
	if w.Say != "" {
		d.policies = append(d.policies, w)
	}
}

func (d *decoder) customer(n *problem.Node) {
	if !d.isTable(n, `customer 要写成 { name = "…" }`) {
		return
	}
	d.keys(n, placePerson)
	for _, c := range n.Nodes {
		switch c.Key {
		case "name":
			if s, ok := d.text(c); ok && s != "" {
				d.sc.Customer.Name = s
			}
		case "about":
			d.sc.Customer.About, _ = d.text(c)
		case "address":
			d.sc.Customer.Address, _ = d.text(c)
		}
	}
}

func (d *decoder) ticket(n *problem.Node) {
	if !d.isTable(n, `ticket 要写成 { who = "…", what = "…" }`) {
		return
	}
	d.keys(n, placeTicket)
	d.sc.Ticket = map[string][]string{}
	for _, c := range n.Nodes {
		if slices.Contains(placeTicket.keys, c.Key) {
			if list := d.patterns(c); len(list) > 0 {
				d.sc.Ticket[c.Key] = list
			}
		}
	}
}

// missing reports required keys that a table does not have: pairs of key and reason.
func (r *reader) missing(table *problem.Node, at problem.Span, where string, keysAndWhy ...string) {
	for i := 0; i < len(keysAndWhy); i += 2 {
		switch key, why := keysAndWhy[i], keysAndWhy[i+1]; {
		case table.Get(key) != nil:
		case r.meant[table][key]:
			r.lacks = true
		default:
			r.report(at, "V01", problem.Error, "%s缺少必填的 %s（%s）", where, key, why)
		}
	}
}

// missingAtTop reports what the top of the file lacks, before all else; what the whole file says tells what was meant.
func (d *decoder) missingAtTop(root *problem.Node) {
	found := d.problems
	d.problems = nil
	if root.Get("format") == nil && !d.meant[root]["format"] {
		d.report(d.file.Top(), "F01", problem.Warning, "缺少 format = 1（文件第一行）；先按格式 1 处理")
	}
	d.missing(root, d.file.Top(), "", "id", "成绩记录靠它认场景", "title", "列表里显示的名字", "tag", "学员要打的标签")
	d.problems = append(d.problems, found...)
}

// placeOf is the place of a table: its name in a heading, else its braces.
func placeOf(table *problem.Node) problem.Span {
	if table.Heading {
		return table.KeySpan
	}
	return table.Span
}
