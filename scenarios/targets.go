package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/problem"
)

// This file checks the names that turns and endings go by, and those that branches lead to.

// target is a name of a turn or ending that was used, to be checked when all are known.
type target struct {
	node *problem.Node
	what string
	turn int // the one it was used in
}

// target reads the name of a turn or ending; it is checked when all names are known.
func (d *decoder) target(n *problem.Node, what string) string {
	if d.sc.Card {
		return "" // reported as a key that does not belong there
	}
	s, ok := d.text(n)
	if ok {
		d.targets = append(d.targets, target{n, what, len(d.sc.Turns)})
	}
	return s
}

// name is a turn or ending by its id.
type name struct {
	id   string
	node *problem.Node
}

// names are the ids of turns and endings as written, in file order.
func (d *decoder) names() []name {
	var out []name
	for _, key := range []string{"turn", "ending"} {
		list := d.file.Root.Get(key)
		if list == nil {
			continue
		}
		for _, table := range items(list) {
			if n := table.Get("id"); n != nil && n.Kind == problem.String && tidy(n.Str) != "" {
				out = append(out, name{tidy(n.Str), n})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b name) int { return cmp.Compare(a.node.Span.Line, b.node.Span.Line) })
	return out
}

// checkNames reports names of turns and endings that are used twice (D02) or mean something else (D03), and gives all.
func (d *decoder) checkNames() []name {
	seen := map[string]int{}
	all := d.names()
	for _, n := range all {
		if n.id == ToEnd || n.id == ToLeave {
			d.fail(n.node, "D03", "『%s』是保留名，请换一个 id", n.id)
		}
		if first := seen[n.id]; first > 0 {
			d.fail(n.node, "D02", "id『%s』重复了，第 %d 行已经用过；轮次和结局不能重名", problem.Show(n.id), first)
			continue
		}
		seen[n.id] = n.node.Span.Line
	}
	return all
}

// checkTargets reports names of turns and endings that do not exist, B01. When the name was misspelt where it is given
// it is reported there as well: that is the one place to mend.
func (d *decoder) checkTargets(all []name) {
	var ids []string
	uses := map[string]int{}
	for _, n := range all {
		ids = append(ids, n.id)
	}
	ids = append(ids, ToEnd, ToLeave)
	for _, t := range d.targets {
		uses[tidy(t.node.Str)]++
	}
	told, known := map[string]bool{}, map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	missing := 0
	for _, t := range d.targets {
		id := tidy(t.node.Str)
		if known[id] {
			continue
		}
		if missing++; missing > mostAdvised {
			d.fail(t.node, "B01", "%s『%s』不存在", t.what, problem.Show(id))
			continue
		}
		if wrong, ok := misspelt(id, all, ids, uses); ok {
			line := wrong.node.Span.Line
			d.fail(t.node, "B01", "%s『%s』不存在；第 %d 行的 id 写的是『%s』，两处要写得一样", t.what, problem.Show(id), line, problem.Show(wrong.id))
			if !told[wrong.id] {
				told[wrong.id] = true
				d.fail(wrong.node, "B01", "没有分支去『%s』，倒有 %d 处要去『%s』；是不是这个 id 写错了？", problem.Show(wrong.id), uses[id], problem.Show(id))
			}
			continue
		}
		d.fail(t.node, "B01", "%s『%s』不存在%s", t.what, problem.Show(id), d.targetAdvice(t, id, ids))
	}
}

// mostAdvised is for how many missing names of a file the nearest one is looked for: nobody reads more.
const mostAdvised = 50

// misspelt is the turn or ending whose id was meant to be this one: it is near, nothing leads to it, and this name is
// used more than once or is a stage.
func misspelt(id string, all []name, ids []string, uses map[string]int) (name, bool) {
	guess := problem.Nearest(id, ids)
	if guess == "" { // quotes or marks around it
		i := slices.IndexFunc(ids, func(other string) bool { return other != id && letters(other) == id })
		if i >= 0 {
			guess = ids[i]
		}
	}
	if uses[id] < 2 && !slices.Contains(stages, id) || guess == "" || uses[guess] > 0 || slices.Contains(stages, guess) {
		return name{}, false
	}
	i := slices.IndexFunc(all, func(n name) bool { return n.id == guess })
	if i < 0 {
		return name{}, false
	}
	return all[i], true
}

// otherTargets is what people write for names that are always there.
var otherTargets = map[string]string{"完": ToEnd, "完成": ToEnd, "结局": ToEnd, "结尾": ToEnd, "end": ToEnd, "退出": ToLeave, "走人": ToLeave,
	"客户离开": ToLeave, "流失": ToLeave, "挂断": ToLeave}

// targetAdvice says what a name was probably meant to be.
func (d *decoder) targetAdvice(t target, id string, ids []string) string {
	turn := func(i int) string {
		if i < len(d.sc.Turns) {
			return d.sc.Turns[i].ID
		}
		return ""
	}
	switch strings.ToLower(id) {
	case "", "下一轮", "下一段", "下一步", "next", "继续":
		return "；去下一轮不用写 to，把它删掉就行"
	case "本轮", "这一轮", "自己", "原地", "重复", "再来":
		return "；要留在这一轮，就写这一轮的 id『" + problem.Show(turn(t.turn)) + "』"
	}
	if known := otherTargets[strings.ToLower(id)]; known != "" {
		return "；是不是想写『" + known + "』？"
	}
	if line := d.lostName(id); line > 0 {
		return fmt.Sprintf("：第 %d 行叫这个名字的那一段没有读到；请先改好那里", line)
	}
	if n := turnNumber(id); n > 0 && turn(n-1) != "" {
		return fmt.Sprintf("；要写 id，第 %d 轮的是『%s』", n, problem.Show(turn(n-1)))
	}
	if hint := didYouMean("to", id, ids); hint != "" {
		return hint
	}
	return "；可以去：" + someOf(ids)
}

// turnNumber reads 2, 第2轮 and 第二轮.
func turnNumber(text string) int {
	text = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(text, "第"), "轮"), "段")
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	if n, rest, ok := chineseNumber(text); ok && rest == "" {
		return int(n)
	}
	return 0
}

// lostName is the line where a turn or ending of that name stands whose heading or id could not be read, or 0.
func (d *decoder) lostName(id string) int {
	for _, c := range d.file.Root.Nodes {
		for _, table := range items(c) {
			for _, n := range table.Nodes {
				if n.Kind != problem.String || tidy(n.Str) != id {
					continue
				}
				known := c.Key == "turn" || c.Key == "ending"
				switch {
				case !known && n.Key == "id":
					return table.Span.Line
				case known && table.Get("id") == nil && !slices.Contains(placeEnding.keys, n.Key) && !slices.Contains(placeTurn.keys, n.Key):
					return n.KeySpan.Line
				}
			}
			if n := table.Get("id"); n != nil && n.Kind == problem.Array && len(n.Nodes) == 1 && tidy(n.Nodes[0].Str) == id {
				return n.KeySpan.Line
			}
		}
	}
	return 0
}
