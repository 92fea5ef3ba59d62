package fact

// WhyElement says in one sentence what an element did for the customer, where the lexicon has no sentence of its own.
var WhyElement = [NumElements]string{
	Empathy: "体谅到了客户", Action: "说了我们做什么", Apology: "道了歉", Reassure: "用事实让人放心", OnPoint: "说到了他这件事",
	Verify: "核实了具体情况", Answer: "用这一单的事实回答了", Explain: "用大白话讲了原因", Own: "把事揽到了自己身上",
	Admit: "认下了我们的错", Options: "说清了怎么解决", Deadline: "说了多久", FollowUp: "说了之后会回来找他",
	Ask: "把选择交给了客户", Handover: "说清了转给谁、怎么接着走", Greet: "打了招呼", Close: "收了尾",
}

// WhyRedLine says what a red line sounds like to the customer.
var WhyRedLine = [NumRedLines]string{
	Overpromise: "听起来像打包票，这个结果不由我们定", Robotic: "听起来像套话，换哪位客户都能用", Deflect: "听起来像把客户推给别人",
	Accuse: "听起来像在怪客户", Dismiss: "听起来像不许客户有情绪", Argue: "听起来像跟客户争对错", Leak: "听起来像把内部的事说了出去",
	Overreach: "听起来像答应了这里做不了的事", WrongPolicy: "听起来像把规定说错了", Forbidden: "听起来像用了不让说的话",
	Privacy: "听起来像在要密码、证件这类信息", Offsite: "听起来像要带客户去平台外面办", Solicit: "听起来像在要好评",
	Rude: "听起来像不耐烦或者挖苦", WrongChat: "听起来像回给了另一位客户", OpenSlot: "快捷语里的空格还没填上",
}

// WhyMust says that a must-fact was said.
const WhyMust = "要点说到了"
