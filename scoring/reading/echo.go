package reading

import (
	"unicode/utf8"

	"shouxiang/scoring/text"
)

// echoes reports a clause that is the customer's again: all of it is a clause of his, or seven tenths of it lie in runs of four that
// his message holds, and it has no word of one's own: 手都软了吧 is a guess and sides with him.
func echoes(r *Reading, cl *Clause) bool {
	said := r.said[:0]
	for _, c := range r.Text.Runes[cl.Start:cl.End] {
		if c != ' ' && !text.IsMark(c) {
			said = append(said, person(c))
		}
	}
	r.said = said
	if _, ok := r.M.clauses[string(said)]; ok {
		return true
	}
	if len(said) < runLength {
		return false
	}
	covered, reach := 0, 0 // reach is where the last run that he said ends
	var window uint64
	for i, c := range said {
		window = window<<16 | uint64(uint16(c))
		if _, ok := r.M.fours[window]; !ok || i+1 < runLength {
			continue
		}
		from := max(reach, i+1-runLength)
		if ownWord(said[reach:from]) {
			return false
		}
		covered += i + 1 - from
		reach = i + 1
	}
	return covered*10 >= len(said)*7 && !ownWord(said[reach:])
}

// ownWord reports a word with which one sides with what is repeated.
func ownWord(runes []rune) bool { return text.HasAny(runes, '吧', '真', '换', '搁', '谁', '该') }

// runLength is how many characters a run of the burst has: 64 bits hold four.
const runLength = 4

// fours is the set of all runs of four characters of the lines.
func fours(lines []string) map[uint64]struct{} {
	set := map[uint64]struct{}{}
	var window uint64
	n := 0
	for _, line := range lines {
		for _, c := range line {
			if text.IsMark(c) || c == ' ' {
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

// clausesOf is the set of what stands between the marks and spaces of the lines, from two characters on.
func clausesOf(lines []string) map[string]struct{} {
	set := map[string]struct{}{}
	for _, line := range lines {
		var said []rune
		end := func() {
			if len(said) > 1 {
				set[string(said)] = struct{}{}
			}
			said = said[:0]
		}
		for _, c := range line {
			if text.IsMark(c) || c == ' ' {
				end()
				continue
			}
			said = append(said, person(c))
		}
		end()
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

// OnlyEchoes reports a reply whose every word about the matter is the customer's own.
func (r *Reading) OnlyEchoes() bool {
	for _, span := range r.Matter {
		if r.Clauses[r.At[span[0]]].Mood != Echoed {
			return false
		}
	}
	return len(r.Matter) > 0
}

// SentBack reports that most of what the customer wrote comes back to him.
func (r *Reading) SentBack() bool {
	if r.M == nil {
		return false
	}
	wrote, back := 0, 0
	for _, line := range r.M.Burst {
		wrote += utf8.RuneCountInString(line)
	}
	for c := range r.Clauses {
		if cl := &r.Clauses[c]; cl.Mood == Echoed {
			back += cl.End - cl.Start
		}
	}
	return back*10 >= wrote*6 && back > 0
}
