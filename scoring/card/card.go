package card

import "shouxiang/scoring/fact"

// TagMark says how the trainee tagged the chat.
type TagMark uint8

// Tag marks.
const (
	NotAsked TagMark = iota // credited in full, printed 未计
	TagRight
	TagNear // one of tag_ok
	TagWrong
)

// Terms is what the card needs beside the facts of the reply.
type Terms struct {
	Later     bool          // a later turn of a script: 90 points over needs and musts + 10 表达
	Need      fact.Elements // what must be there
	Wish      fact.Elements // what would be good beside it: that it is not there is told and costs nothing
	Timed     bool          // false: 时效 is credited in full, printed 未计
	InTime    bool
	Tag       TagMark
	Worn      bool // the same empathy clause already stood in two cards of this set
	Repeat    bool // the same text went to another of the last five cards or chats
	WrongChat bool
	OpenSlot  bool
	HeldNeed  fact.Elements // needs met by earlier replies that still hold
	HeldMust  []bool        // musts said in earlier replies
}

// Part is one row of the card.
type Part struct {
	Points, Max int
	Counted     bool // false: does not apply, credited in full, printed 未计
}

// Share is what one need or must-fact of a later turn is worth.
type Share struct {
	Name string // the need's label, or the must-fact as written
	Part
}

// Cap is a limit that a missing need or a crossed red line puts on the score.
type Cap struct {
	Name  string // 缺共情, 缺步骤, 缺时限, 缺要点, 缺…, 不及时, 重复, or the red line's label
	Limit int    // 0–65
}

// Card is the graded reply.
type Card struct {
	Score                              int // 0–100; ≥ 70 exactly when Pass
	Pass                               bool
	Empathy, Action, Time, Tag, Manner Part
	Shares                             []Share       // of a later turn: needs in their order, then musts
	Missing                            fact.Elements // needs that are not there, carried ones aside
	MissingMust                        []string      // musts not said
	Caps                               []Cap         // strictest first
	Evidence                           []fact.Evidence
}
