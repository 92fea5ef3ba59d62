package sim

// Rung is one step of the ladder: the first response's limit in seconds; 0 = untimed.
type Rung int

// ladder is all rungs, easiest first.
var ladder = [...]Rung{0, 60, 45, 30, 20}

const (
	ladderLooks = 10 // first attempts at this rung that are looked at
	ladderUp    = 8  // so many 达标 and 及时 of them offer the next rung
	ladderDown  = 3  // so few of them offer the one before
)

// Valid reports whether r is on the ladder.
func (r Rung) Valid() bool { return r.index() >= 0 }

func (r Rung) index() int {
	for i, x := range ladder {
		if x == r {
			return i
		}
	}
	return -1
}

// Attempt is what the ladder sees of one first attempt.
type Attempt struct {
	Rung         Rung
	Pass, InTime bool
}

// Offer says which rung to offer after these attempts, oldest first. Only attempts since the last change of rung
// count. Nobody is moved without being asked, neither up nor down.
func Offer(now Rung, attempts []Attempt) (to Rung, ok bool) {
	at := now.index()
	if at < 0 {
		return now, false
	}
	seen, good := 0, 0
	for i := len(attempts) - 1; i >= 0 && seen < ladderLooks && attempts[i].Rung == now; i-- {
		seen++
		if attempts[i].Pass && attempts[i].InTime {
			good++
		}
	}
	switch {
	case seen < ladderLooks:
		return now, false
	case good >= ladderUp && at+1 < len(ladder):
		return ladder[at+1], true
	case good <= ladderDown && at > 0:
		return ladder[at-1], true
	}
	return now, false
}
