package sim

import (
	"slices"
	"strings"
)

// turn ends one step of a script and, unless the chat is over, opens the next turn with fresh marks.
func (c *Chat) turn(e Turned) {
	c.Steps = append(slices.Clip(c.Steps), Step{
		Turned: e, Turn: c.Turn, Stage: c.Stage, Bubbles: c.Reply, Grade: c.Grade, Mood: c.Mood,
		FirstMs: c.FirstMs(), Beats: c.Beats(), Missed: c.Missed,
	})
	c.Owed = e.Owed
	if e.End {
		return
	}
	c.Turn, c.TurnID, c.Stage, c.Wait, c.Own, c.Before = e.Index, e.To, e.Stage, e.Wait, e.Own, nil
	if e.Say != "" {
		c.Before = strings.Split(e.Say, "\n")
	}
	c.Grade, c.Reply, c.Missed, c.Nudges, c.OpenSlot = nil, nil, false, 0, false
	c.T0, c.Dead, c.Gone, c.LateDue, c.LateN, c.SaidN = -1, -1, -1, -1, 0, 0
	c.Look, c.Picked, c.Think, c.First = -1, -1, -1, -1
	c.SayDue = e.Next - c.Shift
}

func (c *Chat) pledge(e Promised) {
	due := int64(0)
	if e.Due > 0 {
		due = e.Due - c.Shift
	}
	c.Pledges = append(slices.Clip(c.Pledges), Pledge{What: e.What, Minutes: e.Minutes, Clock: e.Clock, Due: due})
}

func (c *Chat) settle(e PromiseSettled) {
	if e.N < 1 || e.N > len(c.Pledges) {
		return
	}
	c.Pledges = slices.Clone(c.Pledges)
	c.Pledges[e.N-1].Settled, c.Pledges[e.N-1].How = true, e.How
}

// lookUp opens or closes the 知识库 and adds up the time spent in it.
func (c *Chat) lookUp(open bool, now int64) {
	switch {
	case open && c.LookupAt < 0:
		c.LookupAt, c.Lookups = now, c.Lookups+1
	case !open && c.LookupAt >= 0:
		c.LookupMs, c.LookupAt = c.LookupMs+now-c.LookupAt, -1
	}
}
