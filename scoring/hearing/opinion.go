package hearing

import (
	"slices"
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

// weighed is the part of the reply that is neither a step of ours nor quoted, with the matter and the figures blotted out:
// what is left says how it is said.
func (r *ear) weighed() []rune {
	blot := make([]rune, len(r.Text.Runes))
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
	var out []rune
	for c := range r.Clauses {
		cl := &r.Clauses[c]
		if stepIn(r, c) || cl.Mood != reading.Told {
			continue
		}
		last := rune(0)
		for i := cl.Start; i < cl.End; i++ {
			x := r.Text.Runes[i]
			if blot[i] != 0 {
				x = blot[i]
			}
			if x != last || x != matterRune && x != figureRune {
				out = append(out, x)
			}
			last = x
		}
		end := ','
		if cl.Question {
			end = '?'
		}
		out = append(out, end)
	}
	return out
}

// Runs are the distinct runs of shortest to longest characters of what is weighed in a reply, in the order of their characters.
func Runs(s *lexicon.Lexicon, m *reading.Matter, bubbles []string, shortest, longest int) []string {
	r := &ear{Reading: reading.Reading{S: s, M: m}}
	r.Read(reading.Opening(strings.Join(bubbles, "\n"), mostHeard))
	f := &fact.Facts{}
	r.hearAction(f)
	text := r.weighed()
	seen := map[string]bool{}
	var out []string
	for i := range text {
		for n := 1; n <= longest && i+n <= len(text) && weighable(text[i+n-1]); n++ {
			if n < shortest {
				continue
			}
			if run := string(text[i : i+n]); !seen[run] {
				seen[run] = true
				out = append(out, run)
			}
		}
	}
	slices.Sort(out)
	return out
}

// weighable reports a character that a run can hold.
func weighable(c rune) bool {
	return c >= 0x4e00 && c <= 0x9fff || c == ',' || c == '?' || c == matterRune || c == figureRune
}
