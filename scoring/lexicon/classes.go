package lexicon

// Class is a word class that the code asks for by name. Its number is its symbol in every scorer.
type Class int

// Classes known to the code; the lexicon may define more for its own frames.
const (
	Emo        Class = iota // names or paints what the customer feels or suffers
	WeakEmo                 // the same, but only with the customer as subject or with a degree
	Apology                 // 道歉
	Courtesy                // general sympathy without a matter
	Neg                     // 不 没 无法
	Ban                     // 别 不要 勿
	Cannot                  // 无法 不能 没权限: reaches over the clause
	NotAfter                // 不了 不上 after a verb
	Twice                   // double and rhetorical negatives: they affirm
	Cond                    // 如果 的话
	We                      // 我 我们 这边
	Ours                    // 仓库 财务 专员: our people, speaking or acting for us
	For                     // 帮您 给您 替您
	You                     // 您 你
	Third                   // 快递 厂家 银行
	System                  // 系统 页面
	AskDo                   // 请 麻烦 辛苦 建议: asks the customer to do something
	Do                      // a step with its content: 补发 催 打电话
	Look                    // 查 看 问 核实
	Vague                   // 处理 跟进 反馈
	Reply                   // 回电 告诉 答复: how they will hear
	Done                    // 已 刚 好了
	Now                     // 正在
	Will                    // 会 去 来 这就
	Soon                    // 马上 尽快: no time
	Day                     // 今天 明早 周五
	Part                    // 上午 晚上
	Event                   // 下班前 放学前: a deadline by event
	Within                  // 内 之前 以内
	Forecast                // 预计 一般 大概
	Rule                    // 规定 以…为准 正常现象
	Sure                    // 肯定 保证 绝对
	Outcome                 // what nobody here controls: 到货 解决 全退
	Slogan                  // words of slogans
	Empty                   // phrases that say nothing about this matter
	Hollow                  // greeting and presence
	clsQuote                // 您说 您问: the customer's words follow
	AskWord                 // 吗 什么 哪
	Secret                  // 密码 验证码
	Tell                    // 发我 提供 报一下
	Safe                    // 加密 官方页面 尾号
	PoliteWord              // 您 请 麻烦 谢谢
	Address                 // 亲 女士 阿姨
	Jargon                  // words no customer knows
	clsIrony                // 呵呵 🙄
	Connect                 // 但是 不过
	clsNumber               // values
	Duration
	Clock
	Money
	clsPercent
	Counted
	Date
	Yours      // 您的: no subject
	Degree     // 太 很 真
	Generic    // 订单 商品: words of every matter
	Noun       // one-character nouns that can carry a matter
	Plight     // what can befall a customer: 坏了 没到
	NoDeadline // 无理由 保修 after a length of time
	OwnAct     // what is in our own hands: 跟到底 回电
	WeakDo     // short or ambiguous steps: 退 换 开
	Future     // 会 要 等下: not done yet
	Object     // what a 查 looks at: 签收记录
	Bad        // 过分 离谱: judged with the customer
	Vow        // 保证 绝对: strong enough to need no known outcome
	Talk       // phrases that make a reply 敷衍 when nothing else is there
	Paper      // 钱 工单: does not move by itself
	BackThen   // 当初 当时: told of the past
	Retract    // 看错了: takes back what was said
	Sympathy   // 难为您 心疼您
	Try        // 申请 争取: asks for a concession, does not give it
	Hedge      // 以页面为准: no answer
	YesNo      // 能 不用: begins an answer
	clsPays    // 补偿 红包: its sum is a gift
	Past       // 昨天 之前: no deadline
	Outsider   // 加盟商 邻居: neither the customer nor us
	Stock      // 感谢您的理解与支持: what letters to everybody are made of
	General    // 一般 按规定 流程是: how things are done for everybody
	NumClasses
)

var codeClasses = [NumClasses]string{
	Emo: "emo", WeakEmo: "weakemo", Apology: "apology", Courtesy: "courtesy",
	Neg: "neg", Ban: "ban", Cannot: "cannot", NotAfter: "notafter", Twice: "twice", Cond: "cond",
	We: "we", Ours: "ours", For: "for", You: "you", Third: "third", System: "system",
	AskDo: "askdo", Do: "do", Look: "look", Vague: "vague", Reply: "reply", Done: "done",
	Now: "now", Will: "will", Soon: "soon", Day: "day", Part: "part", Event: "event",
	Within: "within", Forecast: "forecast", Rule: "rule", Sure: "sure", Outcome: "outcome",
	Slogan: "slogan", Empty: "empty", Hollow: "hollow", clsQuote: "quote", AskWord: "askword",
	Secret: "secret", Tell: "tell", Safe: "safe", PoliteWord: "polite",
	Address: "address", Jargon: "jargon", clsIrony: "irony", Connect: "connect",
	clsNumber: "number", Duration: "duration", Clock: "clock", Money: "money", clsPercent: "percent",
	Counted: "counted", Date: "date", Yours: "yours", Degree: "degree",
	Generic: "generic", Noun: "noun", Plight: "plight", NoDeadline: "nodeadline", OwnAct: "ownact", WeakDo: "do1", Future: "future", Object: "object", Bad: "bad", Vow: "vow", Talk: "hollow-talk", Paper: "paper", BackThen: "backthen", Retract: "retract", Sympathy: "sympathy", Try: "try", Hedge: "hedge", YesNo: "yesno", clsPays: "pays", Past: "past", Outsider: "outsider", Stock: "stock", General: "general",
}

// virtualClasses are the classes of values, in the order of valueKind.
var virtualClasses = [...]string{"number", "duration", "clock", "money", "percent", "counted", "date"}
