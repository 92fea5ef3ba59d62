package hearing

import "shouxiang/scoring/reading"

// ear is one hearing under way: the reading and what was made of it. It is scratch of one Hear and never shared.
type ear struct {
	reading.Reading
	steps   []step
	mask    []bool   // one a rune
	scorn   [][2]int // clauses in which the customer is mocked or blamed
	off     Rules    // rules of code that are switched off
	scratch scratch
}
