package card

import "shouxiang/scoring/fact"

// whyKind says what the empathy rests on.
var whyKind = [...]string{
	fact.NoEmpathy: "没听到体谅：说出他这件事，再替他想一句", fact.Courtesy: "有客气，还没说到他这件事", fact.Emotion: "说出了他的感受，再说到他这件事就满分",
	fact.OnMatter: "说到他这件事，也接住了他的感受",
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
	whyTooLate   = "%s太久，这类%s内"
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
	whyNoMust    = "还有要点没说到"
	whyHint      = "带了要办的一步，只提醒一下：把“别急”换成一句体谅"
	whyRepeat    = "跟前面发过的一样，客户会觉得是复制的"
	whyWish      = "还可以加上："
	whyAdmit     = "这题还没查清是谁的错，先别急着认"
)
