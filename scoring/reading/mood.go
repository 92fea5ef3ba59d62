package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Mood says how a clause, or a verb in it, is meant.
type Mood uint8

const (
	Told     Mood = iota
	Echoed        // the customer's own words, sent back
	Unreal        // what would have been, had something else been so
	Others        // somebody else's matter
	AsNoun        // a word for a thing or a feeling, no deed: 退款的事
	Asked         // 您催过了吗
	Offered       // 要不给您改约明天？
	Advised       // what one may, should or had better do
	Ruled         // 满三件才能退
	Foretold      // 预计三天到
)

// moods gives every clause its mood. Only what is told can be a step of ours or a time for it, and words that are the
// customer's own are no sympathy.
func moods(r *Reading) {
	for i := range r.Fits {
		ft := &r.Fits[i]
		switch r.S.Frames[ft.Frame].Is {
		case lexicon.IsUnreal:
			if r.Meets(ft.Clause, r.S.Frames[ft.Frame].Asks) {
				wouldHave(r, ft.Clause, int(r.At[ft.End-1]))
			}
		case lexicon.IsOthers:
			tellOfOthers(r, ft.Clause)
		}
	}
	if r.M == nil {
		return
	}
	for c := range r.Clauses {
		if cl := &r.Clauses[c]; echoes(r, cl) {
			cl.Mood = Echoed
			quote(r, cl.Start, cl.End)
		}
	}
}

// wouldHave marks what would have been, and what would have followed (我就给您催了，当天就能派), up to what is done now.
func wouldHave(r *Reading, from, to int) {
	for c := from; c < len(r.Clauses) && r.Clauses[c].Sentence == r.Clauses[from].Sentence; c++ {
		cl := &r.Clauses[c]
		if c > to && (cl.is(lexicon.Now) || cl.is(lexicon.Soon) || cl.is(lexicon.We) || cl.is(lexicon.For) || cl.is(lexicon.Connect)) {
			return
		}
		cl.Mood = Unreal
	}
}

// tellOfOthers marks a clause that names another customer and what follows it in the sentence, until this customer or a
// step of now is spoken of.
func tellOfOthers(r *Reading, from int) {
	for c := from; c < len(r.Clauses) && r.Clauses[c].Sentence == r.Clauses[from].Sentence; c++ {
		cl := &r.Clauses[c]
		if c > from && (cl.is(lexicon.You) || forThisOne(r, c) || cl.is(lexicon.Yours) || cl.is(lexicon.We) && (cl.is(lexicon.Now) || cl.is(lexicon.Soon))) {
			return
		}
		cl.Mood = Others
	}
}

// forThisOne reports 给您, 帮你: not 给他.
func forThisOne(r *Reading, c int) bool {
	cl := &r.Clauses[c]
	if !cl.is(lexicon.For) {
		return false
	}
	tokens, _ := r.In(c)
	for i := range tokens {
		if t := &tokens[i]; t.Is(lexicon.For) && !text.HasAny(r.Text.Runes[t.Start:t.End], '他', '她') {
			return true
		}
	}
	return false
}

// quote marks runes as somebody else's words.
func quote(r *Reading, start, end int) {
	if len(r.Quoted) == 0 {
		r.Quoted = append(r.Quoted, make([]bool, len(r.Text.Runes))...)
	}
	for i := start; i < end; i++ {
		r.Quoted[i] = true
	}
}

// Meets reports whether a clause has the attributes.
func (r *Reading) Meets(c int, a lexicon.Attrs) bool {
	cl := &r.Clauses[c]
	switch {
	case a&lexicon.AsksMatter != 0 && !r.MatterIn(c, c),
		a&lexicon.AsksTold != 0 && (cl.Mood != Told || cl.Question || cl.Cond),
		a&lexicon.AsksAsked != 0 && !cl.Question,
		a&lexicon.AsksOurs != 0 && !cl.is(lexicon.We) && !cl.is(lexicon.For),
		a&lexicon.AsksYours != 0 && !cl.is(lexicon.You) && !cl.is(lexicon.Yours) && !cl.is(lexicon.For):
		return false
	}
	return true
}
