package sim

// Rewind is the part of a session that leads up to a turn of its first chat: everything before the reply of a step
// (0-based) began, so that the turn can be played again as a session of its own. ok is false when there is no such
// step.
func Rewind(events []Event, step int) (before []Event, ok bool) {
	var s State
	cut := -1
	for i, e := range events {
		s = Evolve(s, e)
		c := s.Last()
		if c != nil && c.N > 1 {
			break
		}
		if _, is := e.(ClockStarted); is && c != nil && len(c.Steps) == step {
			cut = i + 1
		}
	}
	if cut < 0 {
		return nil, false
	}
	return events[:cut:cut], true
}
