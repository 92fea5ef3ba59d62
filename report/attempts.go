package report

import (
	"slices"

	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// looksBack bounds how many logs are opened to find the last attempts.
const looksBack = 60

// Attempts are the last n first attempts in the logs below a data folder, oldest first, as the ladder sees them.
// Sessions from a pipe and disputed cards do not count; logs that cannot be read are passed over. An offer that was
// answered starts the count anew, whatever the answer was.
func Attempts(dir string, n int) []sim.Attempt {
	paths, _ := journal.List(dir) // what can be listed is enough
	var out []sim.Attempt
	for i := len(paths) - 1; i >= 0 && len(paths)-i <= looksBack && len(out) < n; i-- {
		log, err := journal.Read(paths[i])
		if err != nil || log.Header.Mode != string(sim.Drill) || log.Header.Input == "pipe" {
			continue
		}
		if slices.ContainsFunc(log.Events, func(e sim.Event) bool { _, is := e.(sim.Climbed); return is }) {
			break
		}
		st := log.Replay()
		some := StateAttempts(&st)
		slices.Reverse(some)
		out = append(out, some...)
	}
	out = out[:min(n, len(out))]
	slices.Reverse(out)
	return out
}

// Last is the figures of the newest drill below a data folder in which a card was played to its end.
func Last(dir string) (Set, bool) {
	paths, _ := journal.List(dir) // what can be listed is enough
	for i := len(paths) - 1; i >= 0 && len(paths)-i <= looksBack; i-- {
		log, err := journal.Read(paths[i])
		if err != nil || log.Header.Mode != string(sim.Drill) || log.Header.Input == "pipe" {
			continue
		}
		st := log.Replay()
		if s := Summarize(&st); s.Cards > 0 {
			return s, true
		}
	}
	return Set{}, false
}

// StateAttempts are the first attempts of one session, oldest first.
func StateAttempts(st *sim.State) []sim.Attempt {
	var out []sim.Attempt
	for i := range st.Chats {
		if c := &st.Chats[i]; c.Counts() && !c.Disputed && c.Grade != nil {
			out = append(out, sim.Attempt{Rung: sim.Rung(c.Wait / 1000), Pass: c.Grade.Pass, InTime: c.Grade.InTime})
		}
	}
	return out
}
