package sim

// Next says when something happens by itself, in session time. At equal times the order is: message, miss or nag,
// closing of a reply, end of a window. The engine must be given a Tick at that time before any later input.
func Next(s *State) (due int64, ok bool) {
	c := s.Active()
	if c == nil || s.Paused || s.Closed {
		return 0, false
	}
	d, _ := c.next()
	if d < 0 {
		return 0, false
	}
	return max(d+c.Shift, s.Now), true
}

// what is due in a chat.
type dueKind uint8

const (
	dueNothing dueKind = iota
	dueSay
	dueLate
	dueMiss
	dueNudge
	dueGone
	dueClose
	dueWindow
)

// next is the earliest due time of a chat in chat time, -1 = none.
func (c *Chat) next() (int64, dueKind) {
	best, kind := int64(-1), dueNothing
	offer := func(at int64, k dueKind) {
		if at >= 0 && (best < 0 || at < best) {
			best, kind = at, k
		}
	}
	if c.T0 < 0 {
		offer(c.SayDue, dueSay)
		return best, kind
	}
	if !c.Window() {
		offer(c.LateDue, dueLate)
	}
	if c.Dead >= 0 && c.First < 0 {
		switch {
		case !c.Missed:
			offer(c.Dead, dueMiss)
		case c.Nudges == 1:
			offer(c.Dead+nagSecond, dueNudge)
		case c.Nudges == 2:
			offer(c.Dead+nagThird, dueNudge)
		}
		offer(c.Gone, dueGone)
	}
	if c.Joining() {
		offer(c.closeDue(), dueClose)
	} else if c.Window() {
		offer(c.WindowEnd, dueWindow)
	}
	return best, kind
}

// closeDue is when the open reply closes by itself: 4 s after the box was last emptied, at the latest twice the wait
// after the clock's start. A first bubble that came late still has one wait for the rest.
func (c *Chat) closeDue() int64 {
	from, wait := c.T0, c.Wait
	if c.Window() {
		from, wait = c.WindowAt, WindowWait
	}
	last := max(from+2*wait, c.BubbleAt+wait)
	if c.Draft {
		if wait == 0 {
			return -1
		}
		return last
	}
	quiet := max(c.LastSent, c.Emptied) + joinWithin
	if wait == 0 {
		return quiet
	}
	return min(quiet, last)
}
