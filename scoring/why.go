package scoring

// whyElement says in one sentence what an element did for the customer, where the lexicon has no sentence of its own.
var whyElement = [numElements]string{
	Empathy: "体谅到了客户", Action: "说了我们做什么", Apology: "道了歉", Reassure: "用事实让人放心", OnPoint: "说到了他这件事",
	Verify: "核实了具体情况", Answer: "用这一单的事实回答了", Explain: "用大白话讲了原因", Own: "把事揽到了自己身上",
	Admit: "认下了我们的错", Options: "说清了怎么解决", Deadline: "说了多久", FollowUp: "说了之后会回来找他",
	Ask: "把选择交给了客户", Handover: "说清了转给谁、怎么接着走", Greet: "打了招呼", Close: "收了尾",
}

// whyRedLine says what a red line sounds like to the customer.
var whyRedLine = [numRedLines]string{
	Overpromise: "听起来像打包票，这个结果不由我们定", Robotic: "听起来像套话，换哪位客户都能用", Deflect: "听起来像把客户推给别人",
	Accuse: "听起来像在怪客户", Dismiss: "听起来像不许客户有情绪", Argue: "听起来像跟客户争对错", Leak: "听起来像把内部的事说了出去",
	Overreach: "听起来像答应了这里做不了的事", WrongPolicy: "听起来像把规定说错了", Forbidden: "听起来像用了不让说的话",
	Privacy: "听起来像在要密码、证件这类信息", Offsite: "听起来像要带客户去平台外面办", Solicit: "听起来像在要好评",
	Rude: "听起来像不耐烦或者挖苦", WrongChat: "听起来像回给了另一位客户", OpenSlot: "快捷语里的空格还没填上",
}

// whyKind says what the empathy rests on.
var whyKind = [...]string{
	NoEmpathy: "没听到体谅：说出他这件事，再替他想一句", Courtesy: "有客气，还没说到他这件事", Emotion: "说出了他的感受，再说到他这件事就满分",
	OnMatter: "说到他这件事，也接住了他的感受",
}

const (
	whyWorn      = "这句体谅前两题用过了，第三题听着就像套话"
	whyWho       = "说了谁来办"
	whyNoWho     = "没说谁来办"
	whyStep      = "说了办哪一步"
	whyVague     = "有要办的意思，还没说办什么"
	whyNoStep    = "没说办什么"
	whyDeadline  = "说了多久"
	whyOnTheSpot = "当场就办好了"
	whyTooLate   = "说的时间太晚，对他已经没用"
	whyNoTime    = "没说多久"
	whyEcho      = "说了怎么告诉他"
	whyNoEcho    = "没说怎么告诉他"
	whyAnswered  = "问的都答上了"
	whyNoAnswer  = "问的还没答全"
	whyInTime    = "在时限之内"
	whyLate      = "内容另算，时间慢了"
	whyNoDeed    = "回得快，但还没有要办的一步"
	whyTag       = "标签选对了"
	whyTagNear   = "标签也说得通，不是最合适的"
	whyTagWrong  = "标签没选对"
	whyAddress   = "有称呼"
	whyNoAddress = "加个称呼或“您”"
	whyPolite    = "有敬语"
	whyNotPolite = "加一句“请”“您”会更顺"
	whyPlain     = "说的都是客户听得懂的话"
	whyJargon    = "有客户听不懂的行话或网络用语"
	whyMust      = "要点说到了"
	whyNoMust    = "还有要点没说到"
	whyHint      = "带了要办的一步，只提醒一下：把“别急”换成一句体谅"
	whyRepeat    = "跟前面发过的一样，客户会觉得是复制的"
	whyWish      = "还可以加上："
	whyAdmit     = "这题还没查清是谁的错，先别急着认"
)

// whyOf is the sentence for a finding: the lexicon's own, else that of its part.
func (s *Scorer) whyOf(part string, source int) string {
	if source >= 0 && s.entries[source].why != "" {
		return s.entries[source].why
	}
	for e := range numElements {
		if elementNames[e].json == part {
			return whyElement[e]
		}
	}
	for l := range numRedLines {
		if redLineNames[l].json == part {
			return whyRedLine[l]
		}
	}
	return whyMust
}
