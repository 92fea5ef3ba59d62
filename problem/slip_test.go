package problem

import (
	"os"
	"strings"
	"testing"
)

// slips are what fingers and Chinese keyboards do to one character of a good file.
var slips = map[byte][]string{
	'"': {"", "“", "”", "＂", "'"}, '=': {"", "＝", "：", ":", "=="}, ',': {"，", "、", ",,", "；"},
	'[': {"【", "{"}, ']': {"】", ")"}, '{': {"", "｛", "["}, '}': {"", "｝", "]"}, ' ': {"\u3000", "\u00a0"},
}

// One slip anywhere in a good file is reported on its line, and nearly always as one problem: no cascade hides it.
func TestOneSlipIsOneProblemOnItsLine(t *testing.T) {
	total, single := 0, 0
	for _, name := range []string{"testdata/good/script.toml", "testdata/good/card.toml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for i := range len(text) {
			for _, slip := range slips[text[i]] {
				_, problems := Parse("x.toml", []byte(text[:i]+slip+text[i+1:]), nil)
				if len(problems) == 0 {
					continue // inside a text it is no slip
				}
				total++
				if len(problems) == 1 {
					single++
				}
				line := 1 + strings.Count(text[:i], "\n")
				if !onLine(problems, line) {
					t.Errorf("%s:%d: %q for %q at byte %d is reported elsewhere:\n%s", name, line, slip, text[i], i, problems[0].Render())
				}
			}
		}
	}
	if total < 2500 || single*100 < total*98 {
		t.Errorf("%d of %d slips give one problem", single, total)
	}
	t.Logf("%d of %d slips give one problem", single, total)
}

func onLine(problems []Problem, line int) bool {
	for _, p := range problems {
		if p.Line == line {
			return true
		}
	}
	return false
}
