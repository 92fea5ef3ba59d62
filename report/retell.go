package report

import "shouxiang/sim"

// Told is what happened around one reply or silence of a conversation: what it answered, what moved, how long looking
// things up took.
type Told struct {
	Asked   []string // what the customer typed since the reply before
	Wait    int64    // ms; 0 = untimed
	From    int      // the mood when the turn began
	Moods   []sim.MoodMoved
	Settled []Settled
	Nags    int
	Hints   int
	LookMs  int64 // in the 知识库
}

// Settled is a promise that found its end.
type Settled struct {
	What string
	How  string // kept, late, forgotten
}

// Retell goes through the events of a conversation and tells its steps one by one, as many as the chat has. What came
// after the last one, up to the end, belongs to it.
func Retell(events []sim.Event, chat int) []Told {
	var st sim.State
	var out []Told
	t := Told{}
	before := sim.Chat{LookupAt: -1}
	for _, e := range events {
		st = sim.Evolve(st, e)
		if e.When().Chat != chat || chat > len(st.Chats) {
			continue
		}
		c := &st.Chats[chat-1]
		switch e := e.(type) {
		case sim.Arrived:
			t.From = e.Mood
		case sim.ClockStarted:
			t.Wait = c.Wait
		case sim.Turned:
			t.LookMs, t.Hints = c.LookupMs-before.LookupMs, c.Hints-before.Hints
			out = append(out, t)
			t, before = Told{From: c.Mood}, *c
		default:
			t.add(e, c)
		}
		if n := len(out); n > 0 && (c.Outcome != "" || lastTurn(c)) {
			out[n-1].after(t)
			t = Told{From: c.Mood}
		}
	}
	return out
}

// lastTurn: the newest step ended the conversation; only the customer's last words are still to come.
func lastTurn(c *sim.Chat) bool {
	n := len(c.Steps)
	return n > 0 && c.Steps[n-1].End
}

func (t *Told) add(e sim.Event, c *sim.Chat) {
	switch e := e.(type) {
	case sim.Said:
		t.Asked = append(t.Asked, e.Text)
	case sim.Nudged:
		t.Asked = append(t.Asked, e.Text)
		t.Nags++
	case sim.MoodMoved:
		t.Moods = append(t.Moods, e)
	case sim.PromiseSettled:
		if e.N >= 1 && e.N <= len(c.Pledges) {
			t.Settled = append(t.Settled, Settled{c.Pledges[e.N-1].What, e.How})
		}
	}
}

// after adds what followed the last step; the customer's last words are no longer asked.
func (t *Told) after(rest Told) {
	t.Moods = append(t.Moods, rest.Moods...)
	t.Settled = append(t.Settled, rest.Settled...)
}
