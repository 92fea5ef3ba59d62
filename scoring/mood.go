package scoring

// mood says how a clause, or a verb in it, is meant.
type mood uint8

const (
	told     mood = iota
	echoed        // the customer's own words, sent back
	unreal        // what would have been, had something else been so
	others        // somebody else's matter
	asNoun        // a word for a thing or a feeling, no deed: 退款的事
	asked         // 您催过了吗
	offered       // 要不给您改约明天？
	advised       // what one may, should or had better do
	ruled         // 满三件才能退
	foretold      // 预计三天到
)

// moods gives every clause its mood. Only what is told can be a step of ours or a time for it, and words that are the
// customer's own are no sympathy.
func (r *reply) moods() {
	for i := range r.fits {
		ft := &r.fits[i]
		switch r.s.frames[ft.frame].is {
		case isUnreal:
			r.wouldHave(ft.clause, int(r.at[ft.end-1]))
		case isOthers:
			r.tellOfOthers(ft.clause)
		}
	}
	if r.m == nil || len(r.m.fours) == 0 {
		return
	}
	for c := range r.clauses {
		if cl := &r.clauses[c]; r.echoes(cl) {
			cl.mood = echoed
			r.quote(cl.start, cl.end)
		}
	}
}

// wouldHave marks what would have been, and what would have followed (我就给您催了，当天就能派), up to what is done now.
func (r *reply) wouldHave(from, to int) {
	for c := from; c < len(r.clauses) && r.clauses[c].sentence == r.clauses[from].sentence; c++ {
		cl := &r.clauses[c]
		if c > to && (cl.is(clsNow) || cl.is(clsSoon) || cl.is(clsWe) || cl.is(clsFor) || cl.is(clsConnect)) {
			return
		}
		cl.mood = unreal
	}
}

// tellOfOthers marks a clause that names another customer and what follows it in the sentence, until this customer or a
// step of now is spoken of.
func (r *reply) tellOfOthers(from int) {
	for c := from; c < len(r.clauses) && r.clauses[c].sentence == r.clauses[from].sentence; c++ {
		cl := &r.clauses[c]
		if c > from && (cl.is(clsYou) || cl.is(clsFor) || cl.is(clsYours) || cl.is(clsWe) && (cl.is(clsWill) || cl.is(clsNow) || cl.is(clsSoon))) {
			return
		}
		cl.mood = others
	}
}

// echoed reports a clause that is the customer's again: seven tenths of it lie in runs of four that the burst holds.
func (r *reply) echoes(cl *clause) bool {
	var window uint64
	covered, length, run := 0, 0, 0
	for _, c := range r.text.runes[cl.start:cl.end] {
		switch c {
		case ' ':
			continue
		case '吧', '真', '换', '搁', '谁', '该': // 手都软了吧: a guess, or a word of one's own, sides with him
			return false
		}
		length++
		window = window<<16 | uint64(uint16(person(c)))
		run++
		if length < runLength {
			continue
		}
		if _, ok := r.m.fours[window]; ok {
			covered += min(run, runLength)
			run = 0
		}
	}
	return length >= runLength && covered*10 >= length*7
}

// runLength is how many characters a run of the burst has: 64 bits hold four.
const runLength = 4

// fours is the set of all runs of four characters of the lines.
func fours(lines []string) map[uint64]struct{} {
	set := map[uint64]struct{}{}
	var window uint64
	n := 0
	for _, line := range lines {
		for _, c := range line {
			if isMark(c) || c == ' ' {
				continue
			}
			window = window<<16 | uint64(uint16(person(c)))
			if n++; n >= runLength {
				set[window] = struct{}{}
			}
		}
	}
	return set
}

// person makes one of the words for who speaks and who is spoken to: whoever sends 我的快递 back may write 您的快递.
func person(c rune) rune {
	switch c {
	case '您', '你', '咱', '俺':
		return '我'
	}
	return c
}

// quote marks runes as somebody else's words.
func (r *reply) quote(start, end int) {
	if len(r.quoted) == 0 {
		r.quoted = append(r.quoted, make([]bool, len(r.text.runes))...)
	}
	for i := start; i < end; i++ {
		r.quoted[i] = true
	}
}

// meets reports whether a clause has the attributes.
func (r *reply) meets(c int, a attrs) bool {
	cl := &r.clauses[c]
	switch {
	case a&asksMatter != 0 && !r.matterIn(c, c),
		a&asksTold != 0 && (cl.mood != told || cl.question || cl.cond),
		a&asksAsked != 0 && !cl.question,
		a&asksOurs != 0 && !cl.is(clsWe) && !cl.is(clsFor),
		a&asksYours != 0 && !cl.is(clsYou) && !cl.is(clsYours) && !cl.is(clsFor):
		return false
	}
	return true
}
