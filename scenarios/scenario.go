package scenarios

import (
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// Scenario is one file: a card (one turn) or a script (several). All text is valid UTF-8 without control characters.
type Scenario struct {
	ID         string
	Title      string
	Tag        string
	TagOK      []string // also acceptable, half the points
	Emotion    string   // 着急 焦虑 害怕 犹豫 生气 愤怒 失望 委屈 怀疑 嘲讽 平静
	Intensity  int      // 1–5; mood starts at 7 − intensity
	Priority   string   // 紧急 高 普通
	Level      string   // 基础 进阶 高阶
	Channel    string   // 在线聊天 评价回复 社媒 工单 电话
	Background string   // brief in the file: the 后台 line
	Can        []string
	Money      int // 元
	Within     int // minutes; the file's, else the pack's by tag, else 0
	Escalate   string
	Customer   Customer
	Turns      []Turn // a card has exactly one
	Card       bool
	Endings    []Ending
	Ticket     map[string][]string // who what when where why how want next to → patterns

	Pack *Pack
	File string // as shown to people: "NAME/file.toml" for embedded, the path otherwise
	Hash string // first 12 hex digits of the file's SHA-256

	CanKnown bool          // the file has a can line
	Tree     *problem.File // the file's text and places, for checking; nil in play, like every Node below

	incomplete bool // something required is missing
}

// Customer is who writes.
type Customer struct{ Name, About, Address string }

// Turn is one thing the customer says and what a reply to it needs.
type Turn struct {
	ID    string
	Stage string // 情绪安抚 责任确认 方案协商 跟进反馈 拆解 协作 同步, or ""
	Say   []Line
	Late  []Line // come while the trainee types
	Need  scoring.Elements
	Wish  scoring.Elements // what the pack only hints at (hint_only): told when it lacks, never asked
	Must  []string
	Wait  int // seconds as written, 5–600; 0 = not written
	Nudge []string
	Good  []Example
	Bad   []Example
	Hint  string
	Rows  []Branch // react of a card, branch of a script's turn

	Matter *scoring.Matter // compiled while loading
	Node   *problem.Node
}

// Line is one message of the customer. After is the time of 正在输入… before it, in ms.
type Line struct {
	Text  string
	After int64
}

// Example is a good or bad reply of the file. Text may hold several bubbles, separated by "//".
type Example struct {
	Text  string
	Lacks []string
	Hits  []string
	Min   int
	Max   int // 100 when not written
	To    string
	Node  *problem.Node // a table, also when the file has only a text
}

// Bubbles is the reply as an agent would send it.
func (e Example) Bubbles() []string { return Bubbles(e.Text) }

// Bubbles cuts a text at its "//".
func Bubbles(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, "//") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Branch is one row of branch or react: the first row whose conditions all hold wins.
type Branch struct {
	If      []Condition // empty = 其他
	To      string      // a turn, an ending, 结束, 离开; "" = next turn
	Say     []string
	Mood    int
	HasMood bool
	Tip     string
	Line    int // in the file, for explanations; 0 = unknown
	Node    *problem.Node
}

// Ending is one way a script ends.
type Ending struct {
	ID      string
	CSAT    int // 1–5
	Mood    int
	HasMood bool
	Say     string
	Review  string
	Node    *problem.Node
}

// Pack is a folder of scenarios with its pack.toml.
type Pack struct {
	Name, Version, Author string
	Tags                  []string
	Phrases               []Phrase
	Policy                []Snippet
	Typing                int // characters a minute; 55 when not written
	Path                  string
	Hash                  string // of pack.toml, as a scenario's; "" when there is none
	HintOnly              scoring.Elements
	Tree                  *problem.File // as in Scenario; nil also when there is no pack.toml

	within                 map[string]int // minutes by tag
	forbid, jargon, verify []string
	hear                   map[scoring.Element][]string
}

// Phrase is one 快捷语; Text holds slots like {称呼}.
type Phrase struct{ Key, Text string }

// Snippet is one entry of the 知识库. From and To are dates "2006-01-02" or "".
type Snippet struct{ Title, Text, From, To string }

// Pace is how long a customer types a message whose file says nothing, in ms: 80 a character, 600–3,000.
func Pace(text string) int64 {
	return max(typingLeast, min(typingMost, typingPerRune*int64(utf8.RuneCountInString(text))))
}

// StartMood is the customer's mood on arrival, 2–6 of 0–10.
func (s *Scenario) StartMood() int { return calmMood - s.Intensity }
