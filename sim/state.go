package sim

import (
	"strconv"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

// State is all that happened so far, folded. The zero State is a session that has not begun.
type State struct {
	Now    int64 // time of the last event
	Chats  []Chat
	Paused bool
	Closed bool

	pausedAt int64
	worn     map[string]int // empathy clause → first attempts of this set that used it
	recent   []recentReply  // replies of the last cards, oldest first
	dealt    int            // cards taken from the deck, void ones included
}

type recentReply struct {
	chat int
	text string
}

// Chat is one conversation. Marks (T0, First, …) are chat time in ms; -1 = has not happened.
type Chat struct {
	N         int
	Redo      int // the chat this one repeats; 0 = a first attempt
	Scenario  string
	Pack      string
	Title     string
	Tag       string
	Emotion   string
	Intensity int
	Level     string
	Inquiry   bool
	Customer  string
	Brief     string
	Tags      []string // options of the tag row; none = not asked
	Turn      int

	Lines   []Line
	Shift   int64 // session time − chat time: what pauses took
	Wait    int64 // ms; 0 = untimed
	T0      int64 // the burst's last message was shown
	Dead    int64 // the deadline; -1 = untimed or not yet
	Gone    int64
	Missed  bool
	Nudges  int
	SayDue  int64 // next message of the burst; -1 = none
	SaidN   int
	LateDue int64 // next late message
	LateN   int

	Look   int64 // first key
	Picked int64 // tag set
	Think  int64 // first reply key
	First  int64 // first response: the first bubble that is no 占位
	Tagged string

	Draft     bool  // the reply box holds text
	Emptied   int64 // when it became empty
	Bubbles   []string
	BubbleAt  int64 // first bubble of the open reply
	LastSent  int64
	OpenSlot  bool
	Reply     []string // bubbles of the first reply, while its reaction may be answered
	WindowAt  int64    // the reaction that may be answered; -1 = none
	WindowEnd int64

	Typed      int // graphemes, over all bubbles
	FirstTyped int // of those, typed until the first response
	Pasted     int
	Phrased    int
	LookupAt   int64 // the 知识库 is open since then; -1 = closed
	LookupMs   int64 // time spent in it, over all turns
	Lookups    int
	Hints      int

	Grade    *Grade
	Disputed bool
	Outcome  string // "" while the chat is open

	Card    bool     // one turn; what follows is for scripts only
	TurnID  string   // as the file names it
	Stage   string   // 情绪安抚 …, or ""
	Mood    int      // 0–10
	Owed    bool     // 过度承诺 that will come back
	Steps   []Step   // replies and silences so far
	Before  []string // what the customer types on entering this turn, before its own messages
	Own     bool     // the turn's own messages follow
	Pledges []Pledge
	Ticket  *Ticketed // nil until it was handed in
	CSAT    int       // 1–5 at the end; 0 = none
	Ending  string    // the file's ending, or ""
}

// Step is one reply or silence of a script and where it led.
type Step struct {
	Turned
	Turn    int // index of the turn it answered
	Stage   string
	Bubbles []string
	Grade   *Grade // nil for a silence
	Mood    int    // after it
	FirstMs int64  // from the customer's last message to the first bubble; -1 = none
	Beats   Beats
	Missed  bool
}

// Pledge is one promise of the trainee in this chat (我答应的).
type Pledge struct {
	What    string
	Minutes int
	Clock   string // time of day, or ""
	Due     int64  // chat time; 0 = after the shift
	Settled bool
	How     string // kept, late, forgotten
}

// Who speaks a line.
type Who uint8

// Speakers.
const (
	Customer Who = iota
	Trainee
)

// Line is one message of the transcript.
type Line struct {
	Who    Who
	Text   string
	At     int64 // chat time
	Hollow bool  // the reply this bubble ends was a 占位回复
}

// Grade is the graded card with the findings behind it.
type Grade struct {
	Graded
	Evidence []Found
	Promises []Promised
	Text     string // all replies of the card joined by "\n"; spans of Evidence count its code points
}

// Active is the chat that is open, or nil.
func (s *State) Active() *Chat {
	if n := len(s.Chats); n > 0 && s.Chats[n-1].Open() {
		return &s.Chats[n-1]
	}
	return nil
}

// Last is the newest chat, or nil.
func (s *State) Last() *Chat {
	if n := len(s.Chats); n > 0 {
		return &s.Chats[n-1]
	}
	return nil
}

// Played counts first attempts that ended and count.
func (s *State) Played() int {
	n := 0
	for i := range s.Chats {
		if s.Chats[i].Counts() {
			n++
		}
	}
	return n
}

// Open reports whether the chat still runs.
func (c *Chat) Open() bool { return c.Outcome == "" }

// Counts reports whether the chat is a first attempt that was played to its end.
func (c *Chat) Counts() bool {
	switch {
	case c.Redo != 0 || c.Open() || c.Outcome == OutcomeVoid || c.Outcome == OutcomeQuit:
		return false
	}
	return c.Grade != nil || len(c.Steps) > 0
}

// Bursting reports whether the customer is still typing the opening.
func (c *Chat) Bursting() bool { return c.Open() && c.T0 < 0 }

// Joining reports whether bubbles were sent that are not yet a reply.
func (c *Chat) Joining() bool { return len(c.Bubbles) > 0 }

// Window reports whether the customer's reaction may be answered now.
func (c *Chat) Window() bool { return c.Open() && c.WindowAt >= 0 }

// Left is the time left on the running clock in ms, and whether one runs at session time at. A clock runs from t0 to
// the first response, and again while a reaction may be answered.
func (c *Chat) Left(at int64) (ms int64, runs bool) {
	now := at - c.Shift
	switch {
	case !c.Open():
	case c.Window() && !c.Joining():
		return max(0, c.WindowEnd-now), true
	case c.T0 >= 0 && c.Dead >= 0 && c.First < 0:
		return max(0, c.Dead-now), true
	}
	return 0, false
}

// Beats are the four beats of a first response in ms: 看 标 想 打. A beat that has not ended is -1.
type Beats struct{ Look, Tag, Think, Type int64 }

// Beats measures the beats so far. Keys typed during the burst count from t0.
func (c *Chat) Beats() Beats {
	b := Beats{-1, -1, -1, -1}
	if c.T0 < 0 {
		return b
	}
	from := c.T0
	step := func(mark int64, to *int64) {
		if mark >= 0 {
			end := max(from, mark)
			*to, from = end-from, end
		}
	}
	step(c.Look, &b.Look)
	step(c.Picked, &b.Tag)
	step(c.Think, &b.Think)
	step(c.First, &b.Type)
	return b
}

// Speed is the typing speed of the first response in characters a minute, from its first key to its sending; pastes and
// 快捷语 do not count. 0 = too little was typed to tell.
func (c *Chat) Speed() int {
	took := c.First - c.Think
	if c.First < 0 || c.Think < 0 || took < speedTook || c.FirstTyped < speedTyped {
		return 0
	}
	return int((int64(c.FirstTyped)*60_000 + took/2) / took)
}

// FirstMs is 首响 in ms from t0; -1 before it.
func (c *Chat) FirstMs() int64 {
	if c.First < 0 {
		return -1
	}
	return c.First - c.T0
}

func joined(bubbles []string) string { return strings.Join(bubbles, "\n") }

// Gaps names what kept the card down: its caps with their limits, red lines included.
func (g *Grade) Gaps() map[string]int {
	out := map[string]int{}
	for _, item := range strings.Split(g.Caps, ",") {
		if name, limit, ok := strings.Cut(item, ":"); ok {
			out[name], _ = strconv.Atoi(limit)
		}
	}
	return out
}

// Crossed is the red lines that count: heard and no mere hints.
func (g *Grade) Crossed() scoring.RedLines {
	return fact.RedLinesByNames(g.RedLines).Without(fact.RedLinesByNames(g.Hints))
}

// CrossedNames is the screen names of the crossed red lines.
func (g *Grade) CrossedNames() []string {
	var out []string
	for _, r := range g.Crossed().List() {
		out = append(out, r.Screen())
	}
	return out
}
