package scoring

import (
	"slices"
)

// Runs are the distinct runs of shortest to longest characters of a reply, folded, in the order of their characters. Figures,
// letters and blanks break a run; marks may stand in one.
func Runs(reply string, shortest, longest int) []string {
	var t folded
	Default().fold.fold(&t, reply)
	seen := map[string]bool{}
	var out []string
	for i := range t.runes {
		for n := 1; n <= longest && i+n <= len(t.runes) && weighable(t.runes[i+n-1]); n++ {
			if n < shortest {
				continue
			}
			if run := string(t.runes[i : i+n]); !seen[run] {
				seen[run] = true
				out = append(out, run)
			}
		}
	}
	slices.Sort(out)
	return out
}

// weighable reports a character that a run can hold.
func weighable(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || c == ',' || c == '!' || c == '?' }
