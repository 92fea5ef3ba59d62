package reading

import (
	"slices"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// clean takes out what says nothing and only looks like a border: stray spaces, links, closing marks.
func clean(r *Reading) {
	joinSpaces(r)
	hideLinks(r)
	trim(r)
}

// keep is the folded text with only the runes that are wanted.
func keep(r *Reading, wanted func(i int) bool) {
	t := &r.Text
	out := 0
	for i, c := range t.Runes {
		if wanted(i) {
			t.Runes[out], t.From[out], t.To[out] = c, t.From[i], t.To[i]
			out++
		}
	}
	t.Runes, t.From, t.To = t.Runes[:out], t.From[:out], t.To[:out]
}

// How many characters stand between spaces that are meant as marks, in a line without other marks and in one with them.
const leastBetweenSpaces, leastBesideMarks = 3, 5

// joinSpaces drops spaces that part nothing: between a figure and its unit (30 分钟), and those that slipped in between Chinese
// characters: inside a word, or beside a run too short for a clause.
func joinSpaces(r *Reading) {
	runes := r.Text.Runes
	if !slices.Contains(runes, ' ') {
		return
	}
	drop := r.stray[:0]
	for start := 0; start < len(runes); {
		end := start
		for end < len(runes) && runes[end] != '\n' {
			end++
		}
		drop = strayIn(r, drop, start, end)
		start = end + 1
	}
	if r.stray = drop; len(drop) == 0 {
		return
	}
	keep(r, func(i int) bool {
		if len(drop) > 0 && int(drop[0]) == i {
			drop = drop[1:]
			return false
		}
		return true
	})
}

// strayIn adds the spaces of one line that part nothing.
func strayIn(r *Reading, drop []int32, start, end int) []int32 {
	runes := r.Text.Runes
	least := leastBetweenSpaces
	for i := start; i+1 < end; i++ {
		if r.mark(i) > 0 && runes[i] != ' ' {
			least = leastBesideMarks
		}
	}
	last := start // where the run before the space begins
	for i := start; i+1 < end; i++ {
		if r.mark(i) == 0 {
			continue
		}
		next := i + 1
		for next < end && r.mark(next) == 0 {
			next++
		}
		short := i-last < least || next-i-1 < least
		last = i + 1
		if runes[i] != ' ' || i == start {
			continue
		}
		a, b := runes[i-1], runes[i+1]
		if text.IsDigit(a) && text.IsUnit(b) || isWritten(a) && isWritten(b) && (short || wordOver(r, i, start, end)) {
			drop = append(drop, int32(i))
		}
	}
	return drop
}

// wordOver reports a word that the space at i would cut.
func wordOver(r *Reading, i, start, end int) bool {
	var around [8]rune
	n, left := 0, 0
	for k := max(start, i-4); k < min(end, i+5); k++ {
		if c := r.Text.Runes[k]; c != ' ' {
			around[n] = c
			n++
		}
		if k < i && r.Text.Runes[k] != ' ' {
			left = n
		}
	}
	r.Hits = r.S.Auto.Find(r.Hits[:0], around[:n])
	for _, h := range r.Hits {
		if int(h.Start) < left && int(h.End) > left && r.S.Words[h.Word].Layer&lexicon.CoreLayer != 0 {
			return true
		}
	}
	return false
}

// isWritten reports a Chinese character or a digit.
func isWritten(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || text.IsDigit(c) }

// linkRune stands for a whole link: its letters are no words.
const linkRune = '@'

// hideLinks puts one rune for every link and address.
func hideLinks(r *Reading) {
	runes := r.Text.Runes
	out := 0
	for i := 0; i < len(runes); i++ {
		end := i
		if isLinkRune(runes[i]) && (i == 0 || !isLinkRune(runes[i-1])) {
			end = linkEnd(runes, i)
		}
		r.Text.Runes[out], r.Text.From[out], r.Text.To[out] = runes[i], r.Text.From[i], r.Text.To[i]
		if end > i {
			r.Text.Runes[out], r.Text.To[out] = linkRune, r.Text.To[end-1]
			i = end - 1
		}
		out++
	}
	r.Text.Runes, r.Text.From, r.Text.To = r.Text.Runes[:out], r.Text.From[:out], r.Text.To[:out]
}

func isLinkRune(c rune) bool {
	switch c {
	case '-', '.', '_', '~', ':', '/', '?', '#', '@', '&', '=', '%', '+', '$':
		return true
	}
	return isLatin(c) || text.IsDigit(c)
}

func isLatin(c rune) bool { return c >= 'a' && c <= 'z' }

// linkEnd is where a link that begins at i ends; i when there is none: it has a :// or a letter before and two behind a dot.
func linkEnd(runes []rune, i int) int {
	end, named, letter := i, false, false
	for ; end < len(runes) && isLinkRune(runes[end]); end++ {
		letter = letter || isLatin(runes[end])
		switch {
		case text.HasWord(runes, end, "://"):
			named = letter
		case runes[end] == '.' && letter && end+2 < len(runes) && isLatin(runes[end+1]) && isLatin(runes[end+2]):
			named = true
		}
	}
	for end > i && !isLatin(runes[end-1]) && !text.IsDigit(runes[end-1]) && runes[end-1] != '/' {
		end--
	}
	if !named {
		return i
	}
	return end
}
