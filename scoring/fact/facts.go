package fact

// Brief is what a scenario tells the scorer about one turn of one customer, as the trainer wrote it.
// Patterns: `|` separates synonyms, `*` is a gap of at most 8 characters; they meet the reply after both were
// normalised alike.
type Brief struct {
	Burst     []string             // the customer's messages of this turn
	Emotion   string               // 着急 焦虑 …; decides when 安抚 or a 别急 is heard kindly
	Situation []string             // words that count as 点题, beside the burst's own content words
	Must      []string             // facts every one of which must be said; "时间:2小时" "金额:20%" "尾号:3306" compare values
	Hear      map[Element][]string // this trade's wordings of an element
	Forbid    []string             // 违禁
	Jargon    []string             // words a customer does not know; costs the 1 point of 表达
	Verify    []string             // identity items that may be asked for without being 索要隐私
	Wrong     []Wrong              // 说错政策
	Can       []string             // what the desk does by button; read only when CanKnown
	CanKnown  bool                 // the file has a can line: 越权 and done-on-the-spot are checked
	Money     int                  // 元 the desk may promise; read only when CanKnown
	Within    int                  // latest useful time in minutes; 0 = any time is useful
	Desk      string               // the 后台 line: a length of time that it gives (审核3个工作日) is never too late
	Fault     bool                 // fault = "我们": 认责 is right
}

// Wrong is one wrong statement of policy and why it is wrong.
type Wrong struct{ Say, Why string }

// PatternError is a pattern of the author that cannot be used. Field is the key of Brief in the file's spelling
// ("situation", "must", "hear", "forbid", "jargon", "wrong"), Index its place in that list.
type PatternError struct {
	Field   string
	Index   int
	Element Element // for hear
	Message string  // Chinese, with the remedy
}

// EmpathyKind says on what an empathy rests; it decides the points (docs/scoring.md §3).
type EmpathyKind uint8

// Kinds of empathy, weakest first.
const (
	NoEmpathy EmpathyKind = iota
	Courtesy              // 道歉 or general sympathy
	Emotion               // the customer's emotion is named
	OnMatter              // this customer's matter together with a human word
)

// Timing says what became of the 时限 of a reply.
type Timing uint8

// Timings.
const (
	NoDeadline Timing = iota
	TooLate           // a time is named, later than Within and not the desk's own: counts as missing
	Met               // a time is named, in time
	OnTheSpot         // the step is already done, by a button this desk has
)

// Facts is what was heard in one reply; no points yet.
type Facts struct {
	Text     string // the reply as graded: its bubbles joined by "\n"; spans count code points of it
	Hollow   bool   // 占位回复: greeting or presence only, no red line
	Empathy  int    // 0, 1, 2 by docs/scoring.md §2
	Kind     EmpathyKind
	Action   int // 0, 1, 2
	Who      bool
	Step     int // 0 none, 1 vague (5 points), 2 a step with its object (15 points)
	Timing   Timing
	Echo     bool // 回音: how the customer will hear
	Deed     bool // some step is more than 回您 or a bare 查, 处理: it says what is done, or to what
	Done     bool // some step is said to be done, whether or not the desk can
	Elements Elements
	RedLines RedLines // all that are heard
	Hints    RedLines // those of RedLines that are only hints: not crossed
	Must     []bool   // one for each Brief.Must
	Promises []Promise
	Evidence []Evidence
	Clauses  []string // the empathy clauses, normalised, for the third-card rule
	Address  bool     // 称呼
	Polite   bool     // 敬语
	Clean    bool     // no jargon, no slang
	Better   string   // a better line for the first red line, or ""

	Places Places
}

// Places are where the rows of the card stand in the reply: half-open code-point offsets, both 0 for nowhere.
type Places struct {
	Action [4][2]int // who, step, deadline, echo
	Manner [3][2]int // 称呼, 敬语, jargon
	Must   [][2]int  // one for each Brief.Must
}

// Soft reports a customer to whom a fact that reassures is care, and a 别急 no order.
func (b *Brief) Soft() bool {
	return b.Emotion == "焦虑" || b.Emotion == "害怕" || b.Emotion == "犹豫"
}

// Crossed is the red lines that count: heard and no mere hints.
func (f *Facts) Crossed() RedLines { return f.RedLines.Without(f.Hints) }

// Promise is one thing the trainee said they would do by a time.
type Promise struct {
	Who        string // "我", "我们", or as said
	What       string // as said: "回您电话"
	Minutes    int    // from now; 0 when a time of day was said
	TimeOfDay  string // "今天18:00", "明天10:00"; "" when minutes were said
	Start, End int    // span
}

// Evidence ties a finding to characters of the reply. Start and End are half-open code-point offsets on grapheme
// borders; a finding about something absent has Start == End == 0.
type Evidence struct {
	Rule       string // id in the lexicon, or of a rule in code
	Part       string // JSON name of the element, red line or card part it speaks for
	Start, End int
	Points     int    // gained (> 0) or lost (< 0) by it on the card; 0 where it only informs
	Why        string // one Chinese sentence
}
