package scoring

// class is a word class that the code asks for by name. Its number is its symbol in every scorer.
type class int

// Classes known to the code; the lexicon may define more for its own frames.
const (
	clsEmo        class = iota // names or paints what the customer feels or suffers
	clsWeakEmo                 // the same, but only with the customer as subject or with a degree
	clsApology                 // 道歉
	clsCourtesy                // general sympathy without a matter
	clsNeg                     // 不 没 无法
	clsBan                     // 别 不要 勿
	clsCannot                  // 无法 不能 没权限: reaches over the clause
	clsNotAfter                // 不了 不上 after a verb
	clsTwice                   // double and rhetorical negatives: they affirm
	clsCond                    // 如果 的话
	clsWe                      // 我 我们 这边
	clsOurs                    // 仓库 财务 专员: our people, speaking or acting for us
	clsFor                     // 帮您 给您 替您
	clsYou                     // 您 你
	clsThird                   // 快递 厂家 银行
	clsSystem                  // 系统 页面
	clsAskDo                   // 请 麻烦 辛苦 建议: asks the customer to do something
	clsDo                      // a step with its content: 补发 催 打电话
	clsLook                    // 查 看 问 核实
	clsVague                   // 处理 跟进 反馈
	clsReply                   // 回电 告诉 答复: how they will hear
	clsDone                    // 已 刚 好了
	clsNow                     // 正在
	clsWill                    // 会 去 来 这就
	clsSoon                    // 马上 尽快: no time
	clsDay                     // 今天 明早 周五
	clsPart                    // 上午 晚上
	clsEvent                   // 下班前 放学前: a deadline by event
	clsWithin                  // 内 之前 以内
	clsForecast                // 预计 一般 大概
	clsRule                    // 规定 以…为准 正常现象
	clsSure                    // 肯定 保证 绝对
	clsOutcome                 // what nobody here controls: 到货 解决 全退
	clsSlogan                  // words of slogans
	clsEmpty                   // phrases that say nothing about this matter
	clsHollow                  // greeting and presence
	clsQuote                   // 您说 您问: the customer's words follow
	clsAskWord                 // 吗 什么 哪
	clsSecret                  // 密码 验证码
	clsTell                    // 发我 提供 报一下
	clsSafe                    // 加密 官方页面 尾号
	clsPoliteWord              // 您 请 麻烦 谢谢
	clsAddress                 // 亲 女士 阿姨
	clsJargon                  // words no customer knows
	clsIrony                   // 呵呵 🙄
	clsConnect                 // 但是 不过
	clsNumber                  // values
	clsDuration
	clsClock
	clsMoney
	clsPercent
	clsCounted
	clsDate
	clsYours      // 您的: no subject
	clsDegree     // 太 很 真
	clsGeneric    // 订单 商品: words of every matter
	clsNoun       // one-character nouns that can carry a matter
	clsPlight     // what can befall a customer: 坏了 没到
	clsNoDeadline // 无理由 保修 after a length of time
	clsOwnAct     // what is in our own hands: 跟到底 回电
	clsWeakDo     // short or ambiguous steps: 退 换 开
	clsFuture     // 会 要 等下: not done yet
	clsObject     // what a 查 looks at: 签收记录
	clsBad        // 过分 离谱: judged with the customer
	clsVow        // 保证 绝对: strong enough to need no known outcome
	clsTalk       // phrases that make a reply 敷衍 when nothing else is there
	clsPaper      // 钱 工单: does not move by itself
	clsBackThen   // 当初 当时: told of the past
	clsRetract    // 看错了: takes back what was said
	clsSympathy   // 难为您 心疼您
	clsTry        // 申请 争取: asks for a concession, does not give it
	clsHedge      // 以页面为准: no answer
	clsYesNo      // 能 不用: begins an answer
	clsPays       // 补偿 红包: its sum is a gift
	clsPast       // 昨天 之前: no deadline
	clsOutsider   // 加盟商 邻居: neither the customer nor us
	clsStock      // 感谢您的理解与支持: what letters to everybody are made of
	numClasses
)

var codeClasses = [numClasses]string{
	clsEmo: "emo", clsWeakEmo: "weakemo", clsApology: "apology", clsCourtesy: "courtesy",
	clsNeg: "neg", clsBan: "ban", clsCannot: "cannot", clsNotAfter: "notafter", clsTwice: "twice", clsCond: "cond",
	clsWe: "we", clsOurs: "ours", clsFor: "for", clsYou: "you", clsThird: "third", clsSystem: "system",
	clsAskDo: "askdo", clsDo: "do", clsLook: "look", clsVague: "vague", clsReply: "reply", clsDone: "done",
	clsNow: "now", clsWill: "will", clsSoon: "soon", clsDay: "day", clsPart: "part", clsEvent: "event",
	clsWithin: "within", clsForecast: "forecast", clsRule: "rule", clsSure: "sure", clsOutcome: "outcome",
	clsSlogan: "slogan", clsEmpty: "empty", clsHollow: "hollow", clsQuote: "quote", clsAskWord: "askword",
	clsSecret: "secret", clsTell: "tell", clsSafe: "safe", clsPoliteWord: "polite",
	clsAddress: "address", clsJargon: "jargon", clsIrony: "irony", clsConnect: "connect",
	clsNumber: "number", clsDuration: "duration", clsClock: "clock", clsMoney: "money", clsPercent: "percent",
	clsCounted: "counted", clsDate: "date", clsYours: "yours", clsDegree: "degree",
	clsGeneric: "generic", clsNoun: "noun", clsPlight: "plight", clsNoDeadline: "nodeadline", clsOwnAct: "ownact", clsWeakDo: "do1", clsFuture: "future", clsObject: "object", clsBad: "bad", clsVow: "vow", clsTalk: "hollow-talk", clsPaper: "paper", clsBackThen: "backthen", clsRetract: "retract", clsSympathy: "sympathy", clsTry: "try", clsHedge: "hedge", clsYesNo: "yesno", clsPays: "pays", clsPast: "past", clsOutsider: "outsider", clsStock: "stock",
}

// virtualClasses are the classes of values, in the order of valueKind.
var virtualClasses = [...]string{"number", "duration", "clock", "money", "percent", "counted", "date"}
