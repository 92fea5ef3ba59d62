package draft

import (
	"fmt"
	"strings"
)

// TOML is the draft as a scenario file.
func (d *Draft) TOML() string {
	w := &writer{}
	d.head(w)
	if d.Script {
		d.endings(w)
		for i := range Stages {
			d.stage(w, i)
		}
	} else {
		w.line("")
		w.note("客户的第一波消息：一条一行，像真聊天那样短。")
		if d.Inquiry {
			w.note("他只要一个答案：不查共情，只看答上没有。")
			w.line("need = %s", quote("解答"))
		}
		turn(w, &d.Turns[0], true)
		if d.Thanks != "" {
			w.note("回得达标，客户怎么接。")
			w.line("react = [{ if = %s, say = %s }]", quote("达标"), quote(d.Thanks))
		}
	}
	w.line("")
	w.note(d.extras())
	return w.String()
}

type writer struct{ strings.Builder }

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(w, format+"\n", args...)
}

// note writes comment lines.
func (w *writer) note(text string) {
	for line := range strings.Lines(text) {
		w.WriteString(strings.TrimSuffix("# "+strings.TrimRight(line, "\n"), " ") + "\n")
	}
}

// list writes a list, an item a line.
func (w *writer) list(key string, items []string) {
	w.line("%s = [", key)
	for _, item := range items {
		w.line("  %s,", item)
	}
	w.line("]")
}

func (d *Draft) head(w *writer) {
	kind := "单题：一位客户，一段开场，学员回第一句"
	if d.Script {
		kind = "情景：一位客户，从情绪安抚谈到跟进反馈"
	}
	w.note("首响 · " + kind + `
每行都是「名字 = 值」。# 后面的字是写给人看的，程序不读。
文字两头用英文双引号 "…"，里面随便写中文标点；存盘选 UTF-8。
`)
	w.line("format = 1")
	w.line("id = %s  # 成绩记录靠它认这道题：字母、数字和 -，别和别的文件重，用过就不再改", quote(d.ID))
	w.line("title = %s  # 列表里的名字，练完才给学员看", quote(d.Title))
	w.line("tag = %s  # 学员要打的标签，得是 pack.toml 的 tags 里的一个", quote(d.Tag))
	w.line("")
	w.note("谁来找你，多急：intensity 从 1（随口一问）到 5（快炸了）。")
	who := "customer = { name = " + quote(d.Name)
	if d.About != "" {
		who += ", about = " + quote(d.About)
	}
	w.line("%s }", who)
	w.line("emotion = %s", quote(d.Emotion))
	w.line("intensity = %d", d.Intensity)
	w.line("")
	d.desk(w)
}

// desk writes what the agent sees and may do.
func (d *Draft) desk(w *writer) {
	w.note("后台：学员一直看得到这一行。写单号、现状、能办什么；答案别写进去。")
	if d.Brief == "" {
		w.line(`# brief = "订单尾号0000，……"`)
	} else {
		w.line("brief = %s", quote(d.Brief))
	}
	w.note("在这个岗位上点一下就能办的事。说了不在里面的，算越权；整行不写就不查。")
	if len(d.Can) == 0 {
		w.line(`# can = ["催件", "补发"]`)
	} else {
		w.line("can = %s", quoteAll(d.Can))
	}
	w.note("多久之内还来得及。学员答应的时间比这晚，不算给了时限。")
	if d.Within == "" {
		w.line(`# within = "2小时"`)
	} else {
		w.line("within = %s", quote(d.Within))
	}
}

// turn writes what the customer says and the replies; the first of a file says what they are for.
func turn(w *writer, t *Turn, first bool) {
	say := make([]string, len(t.Say))
	for i, s := range t.Say {
		say[i] = quote(s)
	}
	w.list("say", say)
	if len(t.Must) > 0 {
		w.note("回复里非说不可的：| 分开同一样的几种说法。")
		w.line("must = %s", quoteAll(t.Must))
	}
	if first {
		w.note("好回复：练完给学员看，check 也拿它自测。// 分开两条消息。")
	}
	w.list("good", []string{quote(t.Good)})
	if len(t.Bad) > 0 {
		if first {
			w.note("坏回复：lacks 是缺了什么，hits 是碰了哪条红线。")
		}
		bad := make([]string, len(t.Bad))
		for i, b := range t.Bad {
			bad[i] = badRow(b)
		}
		w.list("bad", bad)
	}
	if t.Hint != "" {
		w.note("学员按 Ctrl+G 看到的提示。")
		w.line("hint = %s", quote(t.Hint))
	}
}

// The endings of a script: the first from the top that the mood allows.
func (d *Draft) endings(w *writer) {
	thanks := d.Thanks
	if thanks == "" {
		thanks = "行，那就这样，谢谢你"
	}
	w.line("")
	w.note("怎么收场：从上往下看，心情（0 到 10）够哪个，就落在哪个。csat 是客户打几颗星。")
	w.list("ending", []string{
		fmt.Sprintf(`{ id = "满意", mood = 7, csat = 5, say = %s }`, quote(thanks)),
		`{ id = "接受", mood = 3, csat = 3, say = "先这样吧，有事我再来" }`,
		`{ id = "不满", csat = 1, say = "算了，不跟你说了" }`,
	})
}

// stalls is what a customer says in each stage when the reply falls short.
var stalls = [len(Stages)]string{"你就说你现在能干什么", "那你说说 到底怎么回事", "说清楚，怎么办，多久办好", "那我到时候找谁"}

// stage writes one [[turn]]; its rows are ready-made and end for every customer.
func (d *Draft) stage(w *writer, i int) {
	id := Stages[i]
	next, last := "结束", i == len(Stages)-1
	if !last {
		next = Stages[i+1]
	}
	w.line("")
	w.note(fmt.Sprintf("第 %d 段", i+1))
	w.line("[[turn]]")
	w.line("id = %s", quote(id))
	turn(w, &d.Turns[i], i == 0)
	if i == 0 {
		w.note("客户往哪儿走：从上往下，头一行条件全对的算数。mood 是心情加减；「再次」是第二遍来到这一段。\n" +
			"下面的话是现成的，换成这位客户会说的。")
	}
	w.list("branch", []string{
		`{ if = ["碰红线", "再次"], to = "不满" }`,
		fmt.Sprintf(`{ if = "碰红线", to = %s, say = "你这话什么意思" }`, quote(id)),
		fmt.Sprintf(`{ if = "达标", to = %s }`, quote(next)),
		fmt.Sprintf(`{ if = "再次", to = %s, mood = -2, say = "行吧，说不清楚" }`, quote(next)),
		fmt.Sprintf(`{ if = "其他", to = %s, say = %s }`, quote(id), quote(stalls[i])),
	})
}

// extras are the lines that could be added; what the draft already has is not offered again.
func (d *Draft) extras() string {
	if d.Script {
		return scriptExtras
	}
	var out strings.Builder
	for line := range strings.Lines(cardExtras) {
		if strings.HasPrefix(line, "hint =") && d.Turns[0].Hint != "" || strings.HasPrefix(line, "must =") && len(d.Turns[0].Must) > 0 {
			continue
		}
		out.WriteString(line)
	}
	return out.String()
}

const cardExtras = `还可以写（去掉行首的 # 就生效）：
hint = "先点出客户急的那件事，再说你现在做什么、几分钟后回话。"
situation = ["生日", "快递|包裹"]   # 提到这些也算说到了他的事；| 分开同义词
must = "换新|补发"                   # 回复里必须说到的要点
forbid = ["使用不当"]                # 这道题里不许说的话
wait = 45                            # 首响限时，秒
`

const scriptExtras = `还可以写（去掉行首的 #，前三样放到第一个 [[turn]] 上面，must、hint 和 wait 放进某一段里）：
situation = ["热水器|机器", "漏水|漏"]   # 提到这些也算说到了他的事；| 分开同义词
nudge = ["在吗", "人呢", "又没人了"]     # 学员不说话，客户怎么催
ticket = { who = "老简", what = "漏水", how = "换新|重修" }   # 练完要填的工单
must = "换新|重修"                       # 这一段必须说到的要点
hint = "先认下来，再给两个办法让他挑。"
wait = 90                                # 这一段限时，秒
`
