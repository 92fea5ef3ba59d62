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

type naming struct{ json, label, screen string }

var elementNames = [NumElements]naming{
	{"empathy", "共情", "共情"}, {"action", "行动", "行动"}, {"apology", "道歉", "道歉"},
	{"reassure", "安抚", "安抚"}, {"on_point", "点题", "说到他的事"}, {"verify", "核实", "核实"},
	{"answer", "解答", "解答"}, {"explain", "说明", "说明"}, {"own", "揽事", "揽事"},
	{"admit", "认责", "认责"}, {"options", "方案", "方案"}, {"deadline", "时限", "时限"},
	{"followup", "跟进", "跟进"}, {"ask", "征询", "让他选"}, {"handover", "转接", "转接"},
	{"greet", "问候", "问候"}, {"close", "收尾", "收尾"},
}

// Name is the English name used in JSON and in logs ("on_point").
func (e Element) Name() string { return elementNames[e].json }

// Label is the word of scenario files (点题).
func (e Element) Label() string { return elementNames[e].label }

// Screen is the wording a trainee sees (说到他的事).
func (e Element) Screen() string { return elementNames[e].screen }

// ElementByLabel finds an element by its word in scenario files.
func ElementByLabel(label string) (Element, bool) {
	for e := range NumElements {
		if elementNames[e].label == label {
			return e, true
		}
	}
	return 0, false
}

// Elements is a set of elements.
type Elements = Set[Element]

// ElementSet makes a set of elements.
func ElementSet(list ...Element) Elements { return setOf(list) }

// ElementsAll lists every element in the fixed order.
func ElementsAll() []Element { return Elements(1<<NumElements - 1).List() }

// ElementsByNames is the inverse of Elements.String; unknown names are left out.
func ElementsByNames(csv string) Elements {
	var set Elements
	for name := range strings.SplitSeq(csv, ",") {
		for e := range NumElements {
			if elementNames[e].json == strings.TrimSpace(name) {
				set = set.With(e)
			}
		}
	}
	return set
}
