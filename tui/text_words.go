package tui

import (
	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

// The sentences of the verdict. One voice: to the trainee as 你, about the customer as 他, short and kind, and always
// with what to do next time.
const (
	textGone        = "%d 秒没人接，客户走了。下回先回一句短的：说到他的事，再说几分钟后回话。"
	textSounds      = "听起来像%s。%s"
	textLateOnly    = "内容都对，慢了%s。先发一句短的，余下的随后补。"
	textLateToo     = "；也慢了%s。"
	textUnderSecond = "不到 1 秒"

	textPassWish     = "回得不错。再加上%s，更好。"
	textPassFull     = "人接住了，事也接住了，就这么回。"
	textPassHint     = "回得不错。劝人“别急”这样的话少说，直接说你在办哪一步。"
	textPassTag      = "回得好，标签偏了：该选 %s。"
	textPassAction   = "回得不错。再说清%s，行动就更实了。"
	textPassEmpathy  = "回得不错。再说出他这件事，他会觉得你真听进去了。"
	textPassCourtesy = "回得不错。客气话换成一句替他想的，他会觉得你真听进去了。"
	textPassManner   = "回得不错。带上一个“您”，更周到。"

	textAnswerHim     = "他在问一件事：照后台那一行，直接答他。"
	textNoAnswer      = "他问的还没答上：照后台那一行，用他听得懂的话说清楚。"
	textEmpty         = "这句还是空的：先说到他的事，再说你现在办哪一步、几分钟后回话。"
	textNoStep        = "人接住了，事还没接：补上“我现在办哪一步，几分钟后回您”。"
	textWorn          = "这句体谅用到第三题了，客户听着像套话：换成他自己的事。"
	textNoEmpathy     = "已经在办了，少一句体谅：先说到他这件事，再说怎么办。"
	textNoEmpathyTime = "已经在办了，还差两样：一句说到他的事，一个几分钟后回话的时间。"
	textTooLate       = "时间说了，可%s：说一个更早的。"
	textNoTime        = "只差一个时间：几分钟后回他，说个数。"
	textNoTimeVague   = "还差两样：你来办哪一步，几分钟后回他。"
	textNoMust        = "还有要紧的没说：%s。"
	textNoElement     = "还差一样：%s。"
	textRepeated      = "和前面一题回得一模一样：换成这位客户自己的事。"
	textWeakAction    = "差一点达标，行动太虚：说清你来办哪一步、几分钟内、怎么告诉他。"
	textWeakEmpathy   = "差一点达标，共情太泛：说出他这件事。"

	textHollow = "平台口径：%d 秒已响应。客户：还没人管我。接着回。"
	textMissed = "过了 %d 秒，这题记不及时。客户还在，照样回。"
	textLate   = "慢了%s，照样算分，把话说完。"
	textWindow = "客户还想听你补一句，有 30 秒。空框按 Enter 就不补了。"
	textBetter = "换个说法：“%s”"

	textUncounted  = "未计"
	textDisputed   = "记下了：这题先不算进平均，等带教来看。再按一次取消。"
	textUndisputed = "取消了，这题照常算。"

	textNoCards   = "这一轮还没有练完的题。"
	textNextNone  = "这一轮挑不出短处，可以往快里练。"
	textNextRed   = "不碰红线："
	textNextOther = "把“%s”说出来"
)

// redLineAdvice is what to do instead, after 「听起来像…」.
var redLineAdvice = map[scoring.RedLine]string{
	fact.Overpromise: "结果不由你定，说你现在办哪一步、几点回话。",
	fact.Robotic:     "说一句他自己的事，再说你现在办什么。",
	fact.Deflect:     "就算归别人管，也由你去问、由你回话。",
	fact.Accuse:      "谁的错先放一放，先说怎么办。",
	fact.Dismiss:     "别劝他别急，说你替他办哪一步。",
	fact.Argue:       "对错先不争，先接住他的事。",
	fact.Leak:        "内部的事不用讲，说你能办的。",
	fact.Overreach:   "这一步后台没给你，先答应了会落空。",
	fact.WrongPolicy: "规定不是这样的，拿不准就说查清再回。",
	fact.Forbidden:   "这个词店里不让说，换个说法。",
	fact.Privacy:     "密码、验证码、证件号都不能在聊天里要，这条记 0 分。",
	fact.Offsite:     "别把客户带到平台外面去，这条记 0 分。",
	fact.Solicit:     "事还没办好，先别提好评，这条记 0 分。",
	fact.Rude:        "气话留在心里，停一秒再发，这条记 0 分。",
	fact.WrongChat:   "这话是给别的客户的，发之前看一眼名字。",
	fact.OpenSlot:    "快捷语里还有空没填，发之前看一眼。",
}

// nextAdvice is the one thing to drill next, by what lacked most often.
var nextAdvice = map[string]string{
	"缺共情":  "开口先说到他这件事",
	"缺步骤":  "说清“我现在办哪一步”",
	"缺时限":  "每句都带一个时间",
	"缺要点":  "后台里要紧的那句话，说出来",
	"不及时":  "先发一句短的，余下的随后补",
	"超时":   "看见就先接一句，别让客户等到走",
	"重复":   "每位客户用他自己的事开口",
	"标签":   "先认准标签再回",
	"过度承诺": "只答应你自己能办的",
	"敷衍":   "每句都带上他自己的事",
	"推诿":   "不归你管的，也由你去问",
	"指责":   "先说怎么办，不说谁的错",
	"否定情绪": "不劝“别急”，直接说在办哪一步",
}
