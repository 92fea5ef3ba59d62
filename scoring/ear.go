package scoring

// ear is one hearing under way: the reading and what was made of it. It is scratch of one Hear and never shared.
type ear struct {
	reply
	steps []step
	mask  []bool // one a rune
}
