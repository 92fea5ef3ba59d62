package fact

import "strings"

// RedLine is one thing a reply must not do (红线). A new one is a name in this list and a row in the table below.
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

// redLineRow is all that the house says of one red line.
type redLineRow struct {
	naming
	limit  int    // what is left of the score where it is crossed, below the pass mark
	why    string // what it sounds like to the customer
	better string // a line that does without it, where the rule that heard it has none of its own
}

var redLineTable = [NumRedLines]redLineRow{
	Overpromise: {naming{"overpromise", "过度承诺", "过度承诺"}, 60, "听起来像打包票，这个结果不由我们定",
		"我现在去催，今天18点前告诉您结果；到不了我再给您想办法。"},
	Robotic: {naming{"robotic", "敷衍", "敷衍"}, 50, "听起来像套话，换哪位客户都能用",
		"孩子的礼物卡在路上，我现在催中转站，10分钟内回您。"},
	Deflect: {naming{"deflect", "推诿", "推诿"}, 60, "听起来像把客户推给别人",
		"这件事我去问，今天18点前把结果告诉您。"},
	Accuse: {naming{"accuse", "指责", "指责"}, 60, "听起来像在怪客户",
		"这件事我先给您办，现在核实，10分钟内回您。"},
	Dismiss: {naming{"dismiss", "否定情绪", "否定客户感受"}, 60, "听起来像不许客户有情绪",
		"这事对您很要紧。我现在核实，10分钟内回您。"},
	Argue: {naming{"argue", "争辩", "争辩"}, 60, "听起来像跟客户争对错",
		"您说的我听明白了，我现在核实，10分钟内回您。"},
	Leak: {naming{"leak", "泄密", "泄密"}, 60, "听起来像把内部的事说了出去",
		"这件事我现在核实，10分钟内回您。"},
	Overreach: {naming{"overreach", "越权", "越权"}, 50, "听起来像答应了这里做不了的事",
		"这个我给不了准话，我现在替您申请，今天18点前回您结果。"},
	WrongPolicy: {naming{"wrong_policy", "说错政策", "说错政策"}, 50, "听起来像把规定说错了",
		"这条规定我现在核实，10分钟内给您准话。"},
	Forbidden: {naming{"forbidden", "违禁", "禁用语"}, 60, "听起来像用了不让说的话",
		"我现在核实，10分钟内回您。"},
	Privacy: {naming{"privacy", "索要隐私", "索要隐私"}, 0, "听起来像在要密码、证件这类信息",
		"不用发证件和密码，告诉我订单尾号就行。"},
	Offsite: {naming{"offsite", "站外引导", "站外引导"}, 0, "听起来像要带客户去平台外面办",
		"就在这里给您办，我现在核实，10分钟内回您。"},
	Solicit: {naming{"solicit", "索好评", "索好评"}, 0, "听起来像在要好评",
		"先把您的事办好，我现在核实，10分钟内回您。"},
	Rude: {naming{"rude", "失礼", "态度问题"}, 0, "听起来像不耐烦或者挖苦",
		"您说的我听明白了，我现在核实，10分钟内回您。"},
	WrongChat: {naming{"wrong_chat", "回错人", "回错人"}, 0, "听起来像回给了另一位客户",
		"刚才那句发错了，您的事我现在核实，10分钟内回您。"},
	OpenSlot: {naming{"open_slot", "空格没填", "空格没填"}, 60, "快捷语里的空格还没填上",
		"单号我现在查，10分钟内发您。"},
}

// Name is the English name used in JSON, in logs and as `is` in the lexicon ("wrong_policy").
func (r RedLine) Name() string { return redLineTable[r].json }

// Label is the word of scenario files (否定情绪).
func (r RedLine) Label() string { return redLineTable[r].label }

// Screen is the wording a trainee sees (否定客户感受).
func (r RedLine) Screen() string { return redLineTable[r].screen }

// Why says what it sounds like to the customer.
func (r RedLine) Why() string { return redLineTable[r].why }

// Limit is what is left of the score where it is crossed.
func (r RedLine) Limit() int { return redLineTable[r].limit }

// Better is a line that does without it.
func (r RedLine) Better() string { return redLineTable[r].better }

// RedLineByLabel finds a red line by its word in scenario files.
func RedLineByLabel(label string) (RedLine, bool) {
	for r := range NumRedLines {
		if r.Label() == label {
			return r, true
		}
	}
	return 0, false
}

// RedLineByName finds a red line by its English name.
func RedLineByName(name string) (RedLine, bool) {
	for r := range NumRedLines {
		if r.Name() == name {
			return r, true
		}
	}
	return 0, false
}

// RedLines is a set of red lines.
type RedLines = Set[RedLine]

// RedLineSet makes a set of red lines.
func RedLineSet(list ...RedLine) RedLines { return setOf(list) }

// RedLinesAll lists every red line in the fixed order.
func RedLinesAll() []RedLine { return RedLines(1<<NumRedLines - 1).List() }

// RedLinesByNames is the inverse of RedLines.String; unknown names are left out.
func RedLinesByNames(csv string) RedLines {
	var set RedLines
	for name := range strings.SplitSeq(csv, ",") {
		if r, ok := RedLineByName(strings.TrimSpace(name)); ok {
			set = set.With(r)
		}
	}
	return set
}
