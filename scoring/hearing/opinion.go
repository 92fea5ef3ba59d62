package hearing

import (
	"strings"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// Marks in the text that is weighed: what the customer's matter is called and how much or when differs from reply to reply.
const (
	matterRune = '※'
	figureRune = '#'
)

// weighed is the part of the reply that is neither a step of ours, quoted, unreal nor a condition, with the matter and the figures
// blotted out: what is left says how it is said. at is the place of each of its characters in the reply.
func (r *ear) weighed() (text []rune, at []int) {
	text, at = r.scratch.text[:0], r.scratch.at[:0]
	blot := append(r.scratch.blot[:0], r.Text.Runes...)
	for _, span := range r.Matter {
		for i := span[0]; i < span[1]; i++ {
			blot[i] = matterRune
		}
	}
	for i := range r.Values {
		for k := r.Values[i].Start; k < r.Values[i].End; k++ {
			blot[k] = figureRune
		}
	}
	for c := range r.Clauses {
		cl := &r.Clauses[c]
		if stepIn(r, c) || cl.Mood != reading.Told || r.ClauseHas(c, lexicon.Cond) {
			continue
		}
		last := rune(0)
		for i := cl.Start; i < cl.End; i++ {
			x := blot[i]
			if len(r.Quoted) > 0 && r.Quoted[i] {
				x = 0 // in no run
			}
			if x != last || x != matterRune && x != figureRune {
				text, at = append(text, x), append(at, i)
			}
			last = x
		}
		end := ','
		if cl.Question {
			end = '?'
		}
		text, at = append(text, end), append(at, cl.End-1)
	}
	r.scratch = scratch{blot, text, at, r.scratch.seen}
	return text, at
}

// scratch holds the slices of the second opinion between replies.
type scratch struct {
	blot, text []rune
	at         []int
	seen       []bool // one a run of the opinion
}

// eachRun calls yield with the start and end of every run of the text.
func eachRun(text []rune, shortest int, yield func(start, end int)) {
	for i := range text {
		for n := 1; n <= lexicon.LongestRun && i+n <= len(text) && weighable(text[i+n-1]); n++ {
			if n >= shortest {
				yield(i, i+n)
			}
		}
	}
}

// weighable reports a character that a run can hold.
func weighable(c rune) bool {
	return c >= 0x4e00 && c <= 0x9fff || c == ',' || c == '?' || c == matterRune || c == figureRune
}

// Runs are the distinct runs of at least shortest characters that are weighed in a reply.
func Runs(s *lexicon.Lexicon, m *reading.Matter, bubbles []string, shortest int) map[string]bool {
	r := &ear{Reading: reading.Reading{S: s, M: m}}
	r.Read(reading.Opening(strings.Join(bubbles, "\n"), mostHeard))
	r.hearAction(&fact.Facts{})
	text, _ := r.weighed()
	seen := map[string]bool{}
	eachRun(text, shortest, func(start, end int) { seen[string(text[start:end])] = true })
	return seen
}

// hearSecondOpinion raises 共情 to the full where the rules hear less than they should and the weighed runs are sure: feeling
// in an image has no stock word. It never lowers anything, and is silent beside a red line and in a reply that says
// nothing.
func (r *ear) hearSecondOpinion(f *fact.Facts) {
	o := &r.S.Opinion
	if !r.on(secondOpinion) || f.Empathy == 2 || f.RedLines != 0 || f.Hollow || r.slogans() >= inARow {
		return
	}
	text, at := r.weighed()
	if cap(r.scratch.seen) < len(o.Runs) {
		r.scratch.seen = make([]bool, len(o.Runs))
	}
	seen := r.scratch.seen[:len(o.Runs)]
	clear(seen)
	sum, most := o.Base, 0
	best := reading.Sign{}
	eachRun(text, 1, func(start, end int) {
		if !o.Begins(text[start]) {
			return
		}
		n := o.Find(lexicon.RunKey(text[start:end]))
		if n < 0 || seen[n] {
			return
		}
		seen[n] = true
		weight := int(o.Weights[n])
		sum += weight
		if weight > most {
			most, best = weight, r.byRule(secondOpinion, at[start], at[end-1]+1)
		}
	})
	if sum < o.Sure || most == 0 {
		return
	}
	if f.Empathy > 0 {
		f.Evidence = withoutPart(f.Evidence, fact.Empathy.Name())
		f.Clauses = f.Clauses[:0]
	}
	c := r.Clauses[r.At[best.Start]]
	best.Start, best.End = c.Start, c.End
	keepEmpathy(r, f, 2, best)
}

// inARow is how many slogans make a reply that feels for nobody, whatever its runs weigh.
const inARow = 3

func withoutPart(evidence []fact.Evidence, part string) []fact.Evidence {
	out := evidence[:0]
	for _, e := range evidence {
		if e.Part != part {
			out = append(out, e)
		}
	}
	return out
}
