package fact

// WhyElement says in one sentence what an element did for the customer, where the lexicon has no sentence of its own.
var WhyElement = [NumElements]string{
	Empathy: "体谅到了客户", Action: "说了我们做什么", Apology: "道了歉", Reassure: "用事实让人放心", OnPoint: "说到了他这件事",
	Verify: "核实了具体情况", Answer: "用这一单的事实回答了", Explain: "用大白话讲了原因", Own: "把事揽到了自己身上",
	Admit: "认下了我们的错", Options: "说清了怎么解决", Deadline: "说了多久", FollowUp: "说了之后会回来找他",
	Ask: "把选择交给了客户", Handover: "说清了转给谁、怎么接着走", Greet: "打了招呼", Close: "收了尾",
}

// WhyMust says that a must-fact was said.
const WhyMust = "要点说到了"
