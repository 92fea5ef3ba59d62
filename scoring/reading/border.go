package reading

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// border widens a span of code points to whole graphemes, so that no mark stands inside an emoji or an accented letter.
func border(r *Reading, from, to int) (int, int) {
	if len(r.borders) == 0 {
		findBorders(r)
	}
	if len(r.borders) == 1 { // every code point stands alone
		return from, to
	}
	low, high := 0, r.Text.Length
	for _, b := range r.borders {
		if at := int(b); at <= from {
			low = at
		}
		if at := int(b); at >= to {
			high = at
			break
		}
	}
	return low, high
}

// findBorders fills borders: one entry when no code points are joined, else all borders in order.
func findBorders(r *Reading) {
	r.borders = append(r.borders[:0], 0)
	joined := false
	for _, c := range r.Whole {
		joined = joined || mayJoin(c)
	}
	if !joined {
		return
	}
	at := 0
	rest, state := r.Whole, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len([]rune(cluster))
		r.borders = append(r.borders, int32(at))
	}
}

// mayJoin reports code points that could be part of a longer grapheme; Chinese text and ASCII are none.
func mayJoin(c rune) bool {
	switch {
	case c == '\r':
		return true
	case c < 0x300, c >= 0x2010 && c <= 0x205f, c >= 0x2e80 && c <= 0x3029, c >= 0x3030 && c <= 0x3098, c >= 0x309b && c <= 0x9fff,
		c >= 0xff01 && c <= 0xff9d:
		return false
	}
	return true
}

// Opening is the first most code points of a text, up to the last border between characters as people see them.
func Opening(text string, most int) string {
	if len(text) <= most {
		return text
	}
	n, last, rest, state := 0, 0, text, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n += utf8.RuneCountInString(cluster); n > most {
			return text[:last]
		}
		last += len(cluster)
	}
	return text
}

// Place brings a span of folded runes back to code points of the original.
func (r *Reading) Place(start, end int) (int, int) {
	if start >= end || end > len(r.Text.Runes) {
		return 0, 0
	}
	from, to := int(r.Text.From[start]), int(r.Text.To[end-1])
	return border(r, from, to)
}
