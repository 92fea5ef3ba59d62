package fact

import "strings"

// Element is one thing a reply can contain (要素). What counts as each is docs/scoring.md §2.
type Element uint8

// The elements, in the order in which screens and logs list them.
const (
	Empathy  Element = iota // 共情
	Action                  // 行动
	Apology                 // 道歉
	Reassure                // 安抚
	OnPoint                 // 点题
	Verify                  // 核实
	Answer                  // 解答
	Explain                 // 说明
	Own                     // 揽事
	Admit                   // 认责
	Options                 // 方案
	Deadline                // 时限
	FollowUp                // 跟进
	Ask                     // 征询
	Handover                // 转接
	Greet                   // 问候
	Close                   // 收尾
	NumElements
)

type naming struct{ Json, label, screen string }

var ElementNames = [NumElements]naming{
	{"empathy", "共情", "共情"}, {"action", "行动", "行动"}, {"apology", "道歉", "道歉"},
	{"reassure", "安抚", "安抚"}, {"on_point", "点题", "说到他的事"}, {"verify", "核实", "核实"},
	{"answer", "解答", "解答"}, {"explain", "说明", "说明"}, {"own", "揽事", "揽事"},
	{"admit", "认责", "认责"}, {"options", "方案", "方案"}, {"deadline", "时限", "时限"},
	{"followup", "跟进", "跟进"}, {"ask", "征询", "让他选"}, {"handover", "转接", "转接"},
	{"greet", "问候", "问候"}, {"close", "收尾", "收尾"},
}

// RedLine is one thing a reply must not do (红线). The last six cost the whole score or are program faults.
type RedLine uint8

// The red lines, in the order in which screens and logs list them.
const (
	Overpromise RedLine = iota // 过度承诺
	Robotic                    // 敷衍
	Deflect                    // 推诿
	Accuse                     // 指责
	Dismiss                    // 否定情绪
	Argue                      // 争辩
	Leak                       // 泄密
	Overreach                  // 越权
	WrongPolicy                // 说错政策
	Forbidden                  // 违禁
	Privacy                    // 索要隐私
	Offsite                    // 站外引导
	Solicit                    // 索好评
	Rude                       // 失礼
	WrongChat                  // 回错人
	OpenSlot                   // 空格没填
	NumRedLines
)

var RedLineNames = [NumRedLines]naming{
	{"overpromise", "过度承诺", "过度承诺"}, {"robotic", "敷衍", "敷衍"}, {"deflect", "推诿", "推诿"},
	{"accuse", "指责", "指责"}, {"dismiss", "否定情绪", "否定客户感受"}, {"argue", "争辩", "争辩"},
	{"leak", "泄密", "泄密"}, {"overreach", "越权", "越权"}, {"wrong_policy", "说错政策", "说错政策"},
	{"forbidden", "违禁", "禁用语"}, {"privacy", "索要隐私", "索要隐私"}, {"offsite", "站外引导", "站外引导"},
	{"solicit", "索好评", "索好评"}, {"rude", "失礼", "态度问题"}, {"wrong_chat", "回错人", "回错人"},
	{"open_slot", "空格没填", "空格没填"},
}

// Name is the English name used in JSON and in logs ("on_point").
func (e Element) Name() string { return ElementNames[e].Json }

// Label is the word of scenario files (点题).
func (e Element) Label() string { return ElementNames[e].label }

// Screen is the wording a trainee sees (说到他的事).
func (e Element) Screen() string { return ElementNames[e].screen }

// Name is the English name used in JSON and in logs ("wrong_policy").
func (r RedLine) Name() string { return RedLineNames[r].Json }

// Label is the word of scenario files (否定情绪).
func (r RedLine) Label() string { return RedLineNames[r].label }

// Screen is the wording a trainee sees (否定客户感受).
func (r RedLine) Screen() string { return RedLineNames[r].screen }

// ElementByLabel finds an element by its word in scenario files.
func ElementByLabel(label string) (Element, bool) {
	for e := range NumElements {
		if ElementNames[e].label == label {
			return e, true
		}
	}
	return 0, false
}

// RedLineByLabel finds a red line by its word in scenario files.
func RedLineByLabel(label string) (RedLine, bool) {
	for r := range NumRedLines {
		if RedLineNames[r].label == label {
			return r, true
		}
	}
	return 0, false
}

// RedLineByName finds a red line by its English name.
func RedLineByName(name string) (RedLine, bool) {
	for r := range NumRedLines {
		if RedLineNames[r].Json == name {
			return r, true
		}
	}
	return 0, false
}

// Elements is a set of elements; RedLines one of red lines.
type (
	Elements = Set[Element]
	RedLines = Set[RedLine]
)

// ElementSet makes a set of elements.
func ElementSet(list ...Element) Elements { return setOf(list) }

// RedLineSet makes a set of red lines.
func RedLineSet(list ...RedLine) RedLines { return setOf(list) }

// ElementsAll lists every element in the fixed order.
func ElementsAll() []Element { return Elements(1<<NumElements - 1).List() }

// RedLinesAll lists every red line in the fixed order.
func RedLinesAll() []RedLine { return RedLines(1<<NumRedLines - 1).List() }

// ElementsByNames is the inverse of Elements.String; unknown names are left out.
func ElementsByNames(csv string) Elements {
	var set Elements
	for name := range strings.SplitSeq(csv, ",") {
		for e := range NumElements {
			if ElementNames[e].Json == strings.TrimSpace(name) {
				set = set.With(e)
			}
		}
	}
	return set
}

// RedLinesByNames is the inverse of RedLines.String; unknown names are left out.
func RedLinesByNames(csv string) RedLines {
	var set RedLines
	for name := range strings.SplitSeq(csv, ",") {
		for l := range NumRedLines {
			if RedLineNames[l].Json == strings.TrimSpace(name) {
				set = set.With(l)
			}
		}
	}
	return set
}
