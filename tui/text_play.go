package tui

// Every Chinese string of 情景对练. The voice is that of text.go.
const (
	textPlay     = "情景对练"
	textPlayNote = "一位客户，从头谈到尾"

	textMood      = "心情"
	textLaterWas  = "%s 秒接上"
	textLevel     = "级别"
	textAbout     = "这位客户"
	textPledges   = "我答应的"
	textNoPledges = "还没有。答应客户“几分钟内…”就会记在这里。"

	textMissedTalk = "过了 %d 秒，他等得不耐烦了。照样回。"
	textLeaveTalk  = "这场对话还没谈完，现在退出记作中断。说过的话都会留着。"
	textStayTalk   = "接着谈"
	textQuitTalk   = "退出"
	textVoidTalk   = "程序停过一会儿（电脑休眠、挂起或改了时钟），这场对话不算。"
	textFromStart  = "从头再谈"
	textTooSmall3  = "再按一次 Ctrl+C 退出，这场对话记作中断"
	textPausedTalk = "按 Ctrl+O 接着谈"

	textKeyDebrief  = "看复盘"
	textKeyTicket   = "填工单"
	textKeyKnow     = "知识库"
	textKeyPhrases  = "快捷语"
	textKeyPledges  = "我答应的"
	textKeyPanel    = "资料"
	textKeyReload   = "重读文件"
	textKeyClose    = "回去写"
	textKeyInsert   = "放进回复"
	textKeyNextSlot = "下一个空"
	textKeyPages    = "翻看"
)

// The 知识库, the 快捷语 and what was promised.
const (
	textSearchHow   = "查什么？几个词用空格隔开，-词 表示不要"
	textNothingHere = "没有查到。少写一个词试试。"
	textExpired     = "已过期（到 %s）"
	textEarly       = "还没生效（%s 起）"
	textNoPhrases   = "还没有快捷语。得了达标的一句，在复盘里按 Ctrl+E 就能存下来。"
	textOwnPhrase   = "我的"

	textDueIn     = "还有 %d 秒（算 %s）"
	textDuePassed = "过点了，快给他个回话"
	textDueAfter  = "班后"
	textDueAt     = "班后，%s"
)

// pledgeWords say how a promise ended.
var pledgeWords = map[string]string{"kept": "守住了", "late": "回晚了", "forgotten": "忘了"}

// The picker.
const (
	textPickN       = "%d 个里的 %d 个"
	textPickFind    = "输入标题找"
	textPickNone    = "没有符合的情景，放宽一个条件试试。"
	textPickNothing = "一个能谈的情景也没有读到。看原因：首页选“场景一览”"
	textAll         = "全部"
	textFirstTime   = "没练过"
	textDone        = "练过"
	textNoStars     = "没有星"
	textStars       = "%d 星"
	textKeyFilter   = "换条件"
	textKeyValue    = "改这个条件"
)

// The file that is played straight from disk.
const (
	textTicketLeave = "工单不交了？写了的不会留下。"
	textTicketQuit  = "不交了"
	textSameFile    = "文件没有变。存好再按 F5。"
	textStillBroken = "改过的文件还不能练，先接着用原来的："
	textFileNotes   = "读进来了，从头开始。还有这些要看看："
	textMoreFaults  = "还有 %d 处，用 shouxiang check 看全"
	textIsCard      = "这个文件现在是单题，情景对练要有 [[turn]]；先接着用原来的。"
)

// The 工单.
const (
	textTicket     = "工单"
	textTicketHow  = "把这场对话记成工单：只写客户说过、后台看得到的。"
	textTicketGot  = "%d 格里对了 %d 格"
	textFieldEmpty = "（没填）"
	textFieldRight = "对"
	textFieldWrong = "该有："
	textKeyFile    = "交工单"
	textKeySkip    = "不填了"
	textKeyField   = "下一格"
)

// The look back on a conversation.
const (
	textDebrief      = "复盘"
	textKeyOpen      = "看这一句"
	textKeyStep      = "选一句"
	textKeyShut      = "回到全部"
	textKeyFromHere  = "从这句重来"
	textKeyKeep      = "存为快捷语"
	textKept         = "存好了，对练时按 Ctrl+P 就能用。"
	textNotKept      = "没存上：%s"
	textKeepPassOnly = "这句还没达标，先不存。"
	textSilence      = "（没有回）"
	textNeeds        = "这句要有"
	textHas          = "有"
	textLacks        = "缺"
	textWhere        = "走到哪"
	textNotTaken     = "没走的"
	textAuthor       = "出题人说"
	textMoodWas      = "心情"
	textStayed       = "没动"
	textLookedUp     = "查 %s 秒"
	textHintsUsed    = "看提示 %d 次"
	textNagged       = "催了 %d 次"
	textIf           = "“%s”：去“%s”"
	textIfStay       = "“%s”：接着往下"
	textIfBuiltin    = "没达标：客户再问一遍"
	textIfPass       = "达标：接着往下"
	textReplay       = "从第 %d 句重来"
	textEvidence     = "依据"
	textCoarse2      = "共情只分粗档：人来打分也常有分歧。"
)

// moodWhy says why a mood moved.
var moodWhy = map[string]string{
	"pass": "达标", "missing": "没说全", "give_up": "两遍都没说全", "silence": "没人回", "nag": "等到催了",
	"broken_promise": "夸下的口没兑现", "late_promise": "答应的事回晚了", "forgotten_promise": "答应的事忘了",
}

// outcomeWords say how a conversation ended when no ending of the file says it.
var outcomeWords = map[string]string{
	"void": "作废，不计", "quit": "中断，不计", "": "中断，不计", "gone": "没等到回复，客户走了", "collapse": "谈崩了", "left": "客户离开了",
	"done": "已结束",
}

// ticketWords are the fields of a 工单 as people read them.
var ticketWords = map[string]string{
	"who": "谁", "what": "什么事", "when": "什么时候", "where": "在哪", "why": "为什么", "how": "怎么处理", "want": "诉求",
	"next": "下一步", "to": "转给谁",
}
