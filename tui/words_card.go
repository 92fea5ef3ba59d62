package tui

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/sim"
)

// CardRows is the feedback table: what each part earned, on which words it rests, what lacks.
func CardRows(c *sim.Chat) []Row {
	g := c.Grade
	if g == nil {
		return nil
	}
	counted := func(part string) bool { return !slices.Contains(strings.Split(g.Uncounted, ","), part) }
	rows := []Row{
		{"共情", g.Empathy, 30, counted("empathy"), empathyNote(c, counted("empathy"))},
		{"行动", g.Action, 40, counted("action"), actionNote(c)},
		{"时效", g.Time, 15, counted("time"), timeNote(c)},
		{"标签", g.Tag, 10, counted("tag"), tagNote(c)},
		{"表达", g.Manner, 5, counted("manner"), mannerNote(g)},
	}
	for i := range rows {
		rows[i].Note = Printable(rows[i].Note)
	}
	return rows
}

func empathyNote(c *sim.Chat, counted bool) string {
	g := c.Grade
	said := quotes(g, "on_point", "empathy", "apology", "reassure")
	switch {
	case !counted:
		return "这题问的是事，不要求共情"
	case g.Empathy == 30:
		return "说到“" + strings.Join(said, "、") + "”，也接住了他的感受"
	case g.Empathy > 15:
		return "说出了他的情绪，再说到他这件事就满分"
	case g.Empathy > 0:
		return "有体谅的话，还没说到他这件事"
	case g.EmpathyIs > 0:
		return "这句体谅已经用过两题，第三题不再给分"
	}
	return "没听到：说出他这件事，再替他想一句"
}

const lackStep = "办哪一步"

// actionRows are the four rows of 行动: the rule of their finding, and the cap that says for certain that it lacks.
var actionRows = [...]struct{ rule, cap, lack string }{
	{"card.who", "", "谁来办"}, {"card.step", "缺步骤", lackStep}, {"card.deadline", "缺时限", "多久"},
	{"card.echo", "", "怎么告诉他"},
}

func actionNote(c *sim.Chat) string {
	g := c.Grade
	if c.Inquiry {
		if g.Action == 40 {
			return "问的都答上了"
		}
		return "问的还没答全：照后台那一行说清楚"
	}
	lacks := actionLacks(g)
	out := strings.Join(quotes(g, "action", "deadline"), " · ")
	if len(lacks) == 0 {
		return out
	}
	if out != "" {
		out += "；"
	}
	return out + "还差 " + strings.Join(lacks, "、")
}

// actionLacks names the rows of 行动 that are not there in full.
func actionLacks(g *sim.Grade) []string {
	var lacks []string
	gaps := g.Gaps()
	for _, row := range actionRows {
		_, lack := gaps[row.cap]
		for _, e := range g.Evidence {
			lack = lack || e.Rule == row.rule && e.Points <= 0
		}
		if lack {
			lacks = append(lacks, row.lack)
		}
	}
	return lacks
}

func timeNote(c *sim.Chat) string {
	g := c.Grade
	switch {
	case c.Wait == 0:
		return "不限时"
	case c.First < 0:
		return fmt.Sprintf("没有首响，限 %d 秒", c.Wait/1000)
	case !g.InTime:
		return fmt.Sprintf("%s 秒，慢了%s", seconds(c.FirstMs()), lateBy(c))
	case g.Time == 0:
		idle := "没说办哪一步"
		if c.Inquiry {
			idle = "没答上"
		}
		return fmt.Sprintf("%s 秒，够快；%s，快也不算", seconds(c.FirstMs()), idle)
	}
	return fmt.Sprintf("%s 秒，限 %d 秒", seconds(c.FirstMs()), c.Wait/1000)
}

func tagNote(c *sim.Chat) string {
	switch {
	case len(c.Tags) == 0:
		return "没要求打标签"
	case c.Tagged == "":
		return "没选，该选 " + c.Tag
	case c.Grade.Tag == 10:
		return "选对了：" + c.Tag
	case c.Grade.Tag > 0:
		return fmt.Sprintf("你选 %s，也说得通；最合适的是 %s", c.Tagged, c.Tag)
	}
	return fmt.Sprintf("你选 %s，该选 %s", c.Tagged, c.Tag)
}

func mannerNote(g *sim.Grade) string {
	if g.Manner == 5 {
		return ""
	}
	var why []string
	for _, e := range g.Evidence {
		if e.Part == "manner" && e.Points < 0 {
			why = append(why, e.Why)
		}
	}
	if len(why) > 0 {
		return strings.Join(why, "；")
	}
	return "加个称呼或“您”，少用行话"
}

// quotes are the words of the reply that findings for these parts rest on, in the order of the reply; what stands inside
// another one is not repeated.
func quotes(g *sim.Grade, parts ...string) []string {
	var found []sim.Found
	for _, e := range g.Evidence {
		if slices.Contains(parts, e.Part) && quote(g, e) != "" {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b sim.Found) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var out []string
	end := 0
	for _, e := range found {
		if e.End > end {
			out = append(out, quote(g, e))
			end = e.End
		}
	}
	return out
}

// quote is the words of the reply a finding rests on, "" for what is absent.
func quote(g *sim.Grade, e sim.Found) string {
	text := []rune(g.Text)
	if e.Start < 0 || e.Start >= e.End || e.End > len(text) {
		return ""
	}
	return strings.ReplaceAll(string(text[e.Start:e.End]), "\n", " ")
}
