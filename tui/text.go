package tui

// Every Chinese string of the screens (the sentences of the feedback are in text_words.go). One voice: short, warm,
// plain; 你 is the trainee, 他 the customer.
const (
	textName   = "首响"
	textSlogan = "第一句话，30 秒里说好"

	textDrill       = "首响速练"
	textDrillNote   = "10 题一组"
	textCatalog     = "场景一览"
	textCatalogNote = "都有哪些客户"
	textQuit        = "退出"
	textFirstNote   = "第一次来：先试三题，不限时"
	textLoading     = "正在读场景，马上好…"
	textHello       = "%s，你好"
	textLastTime    = "上次 %d 题，达标 %d 题"
	textLastClock   = "，多半 %s 秒接上"
	textYourSpeed   = "打字每分钟 %d 字"
	textUntimed     = "不限时"
	textLimit       = "限 %d 秒"

	textKeyGo       = "开始"
	textKeyQuit     = "退出"
	textKeyBack     = "返回"
	textKeyName     = "就这样（空着也行）"
	textKeyDigits   = "选标签"
	textKeyMove     = "挪着选"
	textKeyPick     = "选这个"
	textKeyToBox    = "去写回复"
	textKeyToTags   = "改标签"
	textKeySend     = "发送"
	textKeyOver     = "说完了"
	textKeyDecline  = "不补了"
	textKeyLine     = "换行"
	textKeyHint     = "提示"
	textKeyPause    = "暂停"
	textKeyLeave    = "退出"
	textKeyResume   = "接着练"
	textKeyNext     = "下一位"
	textKeyFinish   = "看小结"
	textKeyRedo     = "再来一次"
	textKeyDispute  = "这分不对"
	textKeyEvidence = "逐条看依据"
	textKeyEnd      = "结束"
	textKeyScroll   = "翻看"
	textKeyAgain    = "再来一组"
	textKeyHome     = "回首页"
	textKeyChoose   = "选"
	textKeyOK       = "确定"

	textTooSmall  = "窗口太小（现在 %d×%d），请拉到 60×16 以上"
	textTooSmall2 = "再按一次 Ctrl+C 退出，这一题不算"

	textNoCardsFit = "没有符合的题。看有哪些：首页选“场景一览”"
	textNoCardsAt  = "一道能练的题也没有读到。看原因：首页选“场景一览”"
	textOK         = "知道了"
	textNotSaved   = "设置没存上：%s"
)

// The card under way.
const (
	textTrial     = "先试三题"
	textAgain     = "再来一次"
	textDesk      = "后台"
	textYou       = "你"
	textCustomer  = "客户"
	textTagRow    = "打标签"
	textTypingNow = "正在输入…"
	textAbove     = "（上面还有 %d 行，PgUp 翻看）"

	textClockCalm   = "还剩 %2d 秒"
	textClockWarn   = "抓紧 %2d 秒"
	textClockUrgent = "快发 %2d 秒"
	textNotYet      = "等他说完再计时，可以先打字"
	textNoClock     = "不限时，想好再发"
	textTimeUp      = "时限过了，照样回"
	textFirstWas    = "首响 %s 秒"
	textJoining     = "Enter 说完了；停 4 秒也算说完"

	textHeld    = "客户还在输入，等他说完再发。"
	textTooLong = "太长了，只留下前 %d 字。"
	textHintIs  = "提示：" // then the scenario's own, or
	textHintAny = "先说到他这件事，再说你现在办哪一步、几分钟后回话。"

	textPaused    = "暂停中，时间停着"
	textPausedHow = "按 Ctrl+O 接着练"

	textLeave     = "这一题还没练完，现在退出就不算了。"
	textLeaveKept = "练完的几题会留着。"
	textStay      = "接着练"
	textEndSet    = "结束这一组"
	textVoid      = "程序停过一会儿（电脑休眠、挂起或改了时钟），这一题不算，换一题补上。"
	textVoidNext  = "换一题"
)

// attachments begin a message that is no text.
var attachments = []string{"[图片", "[语音", "[订单", "[撤回"}

// Feedback, summary and what comes after.
const (
	textMarkRed  = "红线：" // then its name
	textMarkHint = "提示：" // then its name
	textModel    = "可以这么回"
	textFirstTry = "第一次"
	textThisTry  = "这一次"
	textChanged  = "变了"
	textBelow    = "（下面还有 %d 行，PgDn 翻看）"
	textCoarse   = "共情只分粗档：人来打分也常有分歧。觉得不对就按 Ctrl+T。"
	textKeyOn    = "接着来"
)

// ruleWords are labels below the characters of a reply for the rows of the card.
var ruleWords = map[string]string{
	"card.who": "我", "card.step": "办什么", "card.deadline": "多久", "card.echo": "回音", "card.address": "", "card.polite": "",
	"card.plain": "",
}

// markWords are labels below the characters of a reply that differ from the element's own word.
var markWords = map[string]string{
	"action": "办什么", "deadline": "多久", "must": "要点", "greet": "", "close": "",
}

const (
	textSummary   = "这一组的小结"
	textNotPassed = "没达标"
	textCatalogN  = "能练 %d 个 · 练不了 %d 个"
	textCard      = "单题"
	textScript    = "%d 轮"
	textBroken    = "这些练不了，改好再来"

	textWelcome1 = "客户着急的时候，等的是第一句话。这里陪你把它练熟：看清是谁的事，打上标签，回一句他听得进的话。"
	textWelcome2 = "先试三题，不限时，答完各说一句怎么样。"
	textAskName  = "怎么称呼你？"
)

const (
	textClimb      = "这阵子又稳又快，要不要试试 %s？"
	textEase       = "这一档有点赶，要不要先退到 %s，把话说全？"
	textTry        = "试试 %s"
	textKeep       = "先留在 %s"
	textTrialOver  = "三题都答完了，就是这么练的：一题一位客户，回好第一句。"
	textTrialSpeed = "你打字每分钟 %d 字：%d 秒里除去看题和打标签，还能写 %d 字左右。"
	textOffer60    = "要不要试试 60 秒？"
	textTry60      = "试试 60 秒"
	textNoClockYet = "先不限时"
)
