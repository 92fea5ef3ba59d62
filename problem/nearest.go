package problem

// Nearest is the choice that word was probably meant to be, or "" when none is near. It counts edits of characters;
// two swapped neighbours are one edit. Among equals the first wins.
func Nearest(word string, choices []string) string {
	w := []rune(word)
	best, most := "", allowed(len(w))
	for _, c := range choices {
		r := []rune(c)
		if d := edits(w, r); d > 0 && d <= most && d < max(len(w), len(r)) {
			best, most = c, d-1
		}
	}
	return best
}

func allowed(n int) int {
	switch {
	case n <= 1:
		return 0
	case n <= 4:
		return 1
	case n <= 9:
		return 2
	case n <= 40:
		return 3
	}
	return 0 // a sentence is no misspelt name
}

func edits(a, b []rune) int {
	if d := len(a) - len(b); d > 3 || d < -3 {
		return len(a) + len(b)
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := range a {
		before, last, now := rows[i%3], rows[(i+1)%3], rows[(i+2)%3]
		now[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			now[j+1] = min(now[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				now[j+1] = min(now[j+1], before[j-1]+1)
			}
		}
	}
	return rows[(len(a)+1)%3][len(b)]
}
