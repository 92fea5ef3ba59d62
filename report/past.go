package report

import (
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// Past is what earlier sessions made of one scenario. Redos, disputed cards and turns played again do not count.
type Past struct {
	Times int
	Best  int // best score of a card, 0–100
	Stars int // best CSAT of a script, 1–5; 0 = none
}

// Pasts folds the logs below a data folder by scenario id. Logs that cannot be read are passed over.
func Pasts(dir string) map[string]Past {
	out := map[string]Past{}
	paths, _ := journal.List(dir) // what can be listed is enough
	for _, path := range paths {
		log, err := journal.Read(path)
		if err != nil || log.Header.Parent != "" {
			continue
		}
		st := log.Replay()
		addPasts(out, &st)
	}
	return out
}

func addPasts(out map[string]Past, st *sim.State) {
	for i := range st.Chats {
		c := &st.Chats[i]
		if !c.Counts() || c.Disputed {
			continue
		}
		p := out[c.Scenario]
		p.Times++
		p.Stars = max(p.Stars, c.CSAT)
		if c.Grade != nil {
			p.Best = max(p.Best, c.Grade.Score)
		}
		out[c.Scenario] = p
	}
}
