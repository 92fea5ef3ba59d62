package sim

// Input is something that reaches the simulator from outside: a key, a tick, a decision of the trainee.
// Texts are masked and cleaned before they become inputs.
type Input interface{ input() }

type (
	// Begin opens the next chat, or chat Redo once more (redos never count).
	Begin struct{ Redo int }
	// Tick lets what is due happen. Decide receives it once for every due time.
	Tick struct{}
	// Typing says that a key reached the chat, and whether the reply box now holds text.
	Typing struct{ Draft bool }
	// PickTag tags the chat.
	PickTag struct{ Tag string }
	// Send sends a bubble.
	Send struct {
		Text     string
		Typed    int    // graphemes typed or committed by an IME
		Pasted   int    // graphemes pasted
		Phrased  int    // graphemes inserted from a 快捷语
		Keys     string // time line "0+2,340+1,900-1": ms±graphemes since the first reply key of the turn
		OpenSlot bool   // an unfilled slot of a 快捷语 is in the text
	}
	// Done closes the joined reply now (Enter on an empty box); in the 先接后办 window it declines.
	Done struct{}
	// AskHint shows the hint.
	AskHint struct{}
	// LookUp opens (or closes) the 知识库; Query is what was searched when it closes.
	LookUp struct {
		Open  bool
		Query string
	}
	// UsePhrase inserts a 快捷语 into the box.
	UsePhrase struct{ Key string }
	// FileTicket hands in the 工单 of a conversation that is over: field (who, what, …) → what was written.
	FileTicket struct {
		Chat   int
		Fields map[string]string
	}
	// Pause stops the clock and covers the text; Resume goes on.
	Pause  struct{}
	Resume struct{}
	// Interrupt voids the open card: the machine slept or the clock jumped. Reason is "sleep" or "clock".
	Interrupt struct{ Reason string }
	// Dispute is 这分不对 on a graded chat; said twice it is taken back.
	Dispute struct {
		Chat int
		Why  string
	}
	// Climb is the answer to an offered rung, in seconds as Rung names it.
	Climb struct{ From, To Rung }
	// Quit ends the session.
	Quit struct{ Reason string }
)

func (Begin) input()      {}
func (Tick) input()       {}
func (Typing) input()     {}
func (PickTag) input()    {}
func (Send) input()       {}
func (Done) input()       {}
func (AskHint) input()    {}
func (LookUp) input()     {}
func (UsePhrase) input()  {}
func (FileTicket) input() {}
func (Pause) input()      {}
func (Resume) input()     {}
func (Interrupt) input()  {}
func (Dispute) input()    {}
func (Climb) input()      {}
func (Quit) input()       {}
