package sim

// Event is one thing that happened. The events of a session are its log; docs/log-format.md is the public table of
// their names, fields and units. Every field is a scalar; the order of the fields is the order of the keys on disk.
type Event interface {
	When() Stamp
	Name() string // lower-case, as in the log
}

// Stamp is when and in which chat an event happened. Chat 0 = the session.
type Stamp struct {
	At   int64 `json:"-"` // ms since the session's start
	Chat int   `json:"-"`
}

// When is the stamp itself; embedding it makes a struct half an Event.
func (s Stamp) When() Stamp { return s }

// Outcomes of a chat.
const (
	OutcomeDone     = "done"     // graded
	OutcomeGone     = "gone"     // 超时: the customer left
	OutcomeVoid     = "void"     // does not count, is replaced
	OutcomeQuit     = "quit"     // 中断
	OutcomeCollapse = "collapse" // 谈崩
	OutcomeLeft     = "left"     // 离开
)

type (
	// Arrived: a customer opens a chat.
	Arrived struct {
		Stamp
		Scenario  string `json:"scenario"`
		Pack      string `json:"pack,omitempty"`
		Hash      string `json:"hash,omitempty"`
		Title     string `json:"title,omitempty"`
		Tag       string `json:"tag,omitempty"`
		Emotion   string `json:"emotion,omitempty"`
		Intensity int    `json:"intensity,omitempty"`
		Level     string `json:"level,omitempty"`
		Inquiry   bool   `json:"inquiry,omitempty"` // asks no empathy
		Customer  string `json:"customer,omitempty"`
		Brief     string `json:"brief,omitempty"`
		Tags      string `json:"tags,omitempty"` // the options of the tag row, joined by "|"; "" = not asked
		Turn      string `json:"turn,omitempty"` // a script: its first turn
		Stage     string `json:"stage,omitempty"`
		Mood      int    `json:"mood,omitempty"`
		Wait      int64  `json:"wait"`           // ms; 0 = untimed
		Redo      int    `json:"redo,omitempty"` // the chat this one repeats
		Next      int64  `json:"next"`           // when the first message comes
	}
	// Said: the customer's message is on the screen.
	Said struct {
		Stamp
		Text string `json:"text"`
		Kind string `json:"kind"`           // burst, late, turn, react, end
		Next int64  `json:"next,omitempty"` // when the next message of the burst comes; 0 = this was the last
	}
	// ClockStarted: the last message of the burst stands; the first response is due.
	ClockStarted struct {
		Stamp
		T0       int64 `json:"t0"`
		Deadline int64 `json:"deadline"`       // 0 = untimed
		Gone     int64 `json:"gone"`           // 0 = never
		Late     int64 `json:"late,omitempty"` // when the first late message comes
	}
	// KeyPressed: the first key of a chat, and each time the reply box fills or empties.
	KeyPressed struct {
		Stamp
		Draft bool `json:"draft"` // the box holds text
	}
	// TagPicked: the chat was tagged.
	TagPicked struct {
		Stamp
		Tag string `json:"tag"`
	}
	// Bubbled: the trainee sent one bubble.
	Bubbled struct {
		Stamp
		Text     string `json:"text"`
		Hollow   bool   `json:"hollow,omitempty"` // the reply so far is 占位 only: no first response yet
		Typed    int    `json:"typed"`
		Pasted   int    `json:"pasted,omitempty"`
		Phrased  int    `json:"phrased,omitempty"`
		OpenSlot bool   `json:"open_slot,omitempty"`
		Keys     string `json:"keys,omitempty"`
	}
	// Replied: the bubbles joined into one reply.
	Replied struct {
		Stamp
		Text    string `json:"text"` // bubbles joined by "\n"
		Bubbles int    `json:"bubbles"`
		Hollow  bool   `json:"hollow,omitempty"`
		Second  bool   `json:"second,omitempty"` // the answer to the reaction (先接后办)
	}
	// Graded: the card of a reply. Spans of the evidence count code points of all replies of the card joined by "\n".
	Graded struct {
		Stamp
		Score       int    `json:"score"`
		Empathy     int    `json:"score_empathy"`
		Action      int    `json:"score_action"`
		Time        int    `json:"score_time"`
		Tag         int    `json:"score_tag"`
		Manner      int    `json:"score_manner"`
		Uncounted   string `json:"uncounted,omitempty"` // parts that do not apply: time, tag, …
		Pass        bool   `json:"pass"`
		InTime      bool   `json:"in_time"`
		First       int64  `json:"first_ms"` // 首响 in ms from t0; until the customer left when no reply came
		EmpathyIs   int    `json:"empathy"`
		ActionIs    int    `json:"action"`
		Elements    string `json:"elements"`
		RedLines    string `json:"red_lines"`
		Hints       string `json:"hints"`
		Missing     string `json:"missing,omitempty"`
		MissingMust string `json:"missing_must,omitempty"` // joined by "\t"
		Caps        string `json:"caps"`                   // "缺时限:65,不及时:65", strictest first
		Better      string `json:"better,omitempty"`
		Clauses     string `json:"clauses,omitempty"` // empathy clauses, normalised, joined by "\t"
		Scorer      string `json:"scorer"`
	}
	// Found: one finding behind the card.
	Found struct {
		Stamp
		Rule   string `json:"rule"`
		Part   string `json:"part"`
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Points int    `json:"points"`
		Why    string `json:"why"`
	}
	// Promised: the reply promised something by a time.
	Promised struct {
		Stamp
		Who     string `json:"who"`
		What    string `json:"what"`
		Minutes int    `json:"minutes,omitempty"`
		Clock   string `json:"time_of_day,omitempty"`
		Due     int64  `json:"due,omitempty"` // when it falls due; 0 = after the shift (班后)
	}
	// PromiseSettled: a promise was kept, kept late, or forgotten.
	PromiseSettled struct {
		Stamp
		N   int    `json:"n"`   // 1-based, in order of the chat's promises
		How string `json:"how"` // kept, late, forgotten
	}
	// MoodMoved: the customer's mood changed.
	MoodMoved struct {
		Stamp
		From int    `json:"from"`
		To   int    `json:"to"`
		Why  string `json:"why"` // pass, missing, give_up, a red line's name, nag, silence, late_promise, …
	}
	// Turned: where a reply or a silence of a script leads.
	Turned struct {
		Stamp
		From  string `json:"from"`
		To    string `json:"to"` // a turn, an ending, 结束, 离开, 谈崩, 超时
		Index int    `json:"index"`
		End   bool   `json:"end,omitempty"`
		Stage string `json:"stage,omitempty"`
		Why   string `json:"why"`           // row, pass, ask, give_up, silence
		Row   int    `json:"row,omitempty"` // line of the row in the file
		If    string `json:"if,omitempty"`  // its conditions
		Tip   string `json:"tip,omitempty"`
		Say   string `json:"say,omitempty"` // what the customer types first, lines joined by "\n"
		Own   bool   `json:"own,omitempty"` // the turn's own messages follow
		Owed  bool   `json:"owed,omitempty"`
		Wait  int64  `json:"wait,omitempty"`
		Next  int64  `json:"next,omitempty"`
	}
	// Missed: no first response inside the limit. At = t0 + wait, however late the tick ran.
	Missed struct{ Stamp }
	// Nudged: the customer nags.
	Nudged struct {
		Stamp
		Text string `json:"text"`
		Nth  int    `json:"nth"` // 1–3
	}
	// Reacted: the customer's one line about the reply.
	Reacted struct {
		Stamp
		Text  string `json:"text"`
		Until int64  `json:"until,omitempty"` // the reaction may be answered until then; 0 = it may not
	}
	// LookedUp: the 知识库 was opened or closed.
	LookedUp struct {
		Stamp
		Open  bool   `json:"open"`
		Query string `json:"query,omitempty"`
	}
	// PhraseUsed: a 快捷语 was inserted.
	PhraseUsed struct {
		Stamp
		Key string `json:"key"`
	}
	// Ticketed: the 工单 was handed in.
	Ticketed struct {
		Stamp
		Asked string `json:"asked"` // fields that count, by comma
		Right string `json:"right"` // those of them that hold the facts
		Who   string `json:"who,omitempty"`
		What  string `json:"what,omitempty"`
		Date  string `json:"when,omitempty"`
		Place string `json:"where,omitempty"`
		Cause string `json:"why,omitempty"`
		How   string `json:"how,omitempty"`
		Want  string `json:"want,omitempty"`
		Next  string `json:"next,omitempty"`
		To    string `json:"to,omitempty"`
	}
	// Hinted: the trainee asked for the hint.
	Hinted struct{ Stamp }
	// Paused and Resumed: the clock stood in between.
	Paused  struct{ Stamp }
	Resumed struct{ Stamp }
	// Voided: the card does not count.
	Voided struct {
		Stamp
		Reason string `json:"reason"` // sleep, clock
	}
	// Ended: the chat is over.
	Ended struct {
		Stamp
		Outcome string `json:"outcome"`
		CSAT    int    `json:"csat,omitempty"`   // 1–5; 0 = none (a card, 中断)
		Ending  string `json:"ending,omitempty"` // its id, when the file names it
		Trainee string `json:"trainee"`
		Session string `json:"session"`
	}
	// Disputed: 这分不对, or taken back.
	Disputed struct {
		Stamp
		Who  string `json:"who"`
		Why  string `json:"why"`
		Back bool   `json:"back,omitempty"`
	}
	// Climbed: an offered rung was taken or left.
	Climbed struct {
		Stamp
		From Rung `json:"from"`
		To   Rung `json:"to"`
	}
	// Closed: the session is over.
	Closed struct {
		Stamp
		Reason string `json:"reason"` // done, quit, input_end, signal
	}
)

// Name is the event's name in the log.
func (Arrived) Name() string        { return "arrive" }
func (Said) Name() string           { return "say" }
func (ClockStarted) Name() string   { return "clock" }
func (KeyPressed) Name() string     { return "key" }
func (TagPicked) Name() string      { return "tag" }
func (Bubbled) Name() string        { return "bubble" }
func (Replied) Name() string        { return "reply" }
func (Graded) Name() string         { return "graded" }
func (Found) Name() string          { return "evidence" }
func (Promised) Name() string       { return "promise" }
func (PromiseSettled) Name() string { return "settled" }
func (MoodMoved) Name() string      { return "mood" }
func (Turned) Name() string         { return "turn" }
func (Missed) Name() string         { return "miss" }
func (Nudged) Name() string         { return "nudge" }
func (Reacted) Name() string        { return "react" }
func (LookedUp) Name() string       { return "lookup" }
func (PhraseUsed) Name() string     { return "phrase" }
func (Ticketed) Name() string       { return "ticket" }
func (Hinted) Name() string         { return "hint" }
func (Paused) Name() string         { return "pause" }
func (Resumed) Name() string        { return "resume" }
func (Voided) Name() string         { return "void" }
func (Ended) Name() string          { return "end" }
func (Disputed) Name() string       { return "dispute" }
func (Climbed) Name() string        { return "ladder" }
func (Closed) Name() string         { return "close" }
