package scoring

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shouxiang/scoring/fact"
)

// The worked examples of docs/scoring.md §5 are what the scorer says today.
func TestTheHandbooksExamplesAreTrue(t *testing.T) {
	text, err := os.ReadFile("../docs/scoring.md")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := Default().Compile(Brief{Burst: []string{"我的快递三天没动了！给孩子的生日礼物，明天就要用！"}})
	rows := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 8 || !strings.ContainsAny(cells[2], "012") {
			continue
		}
		rows++
		reply := strings.TrimSpace(cells[1])
		f := Default().Hear(m, []string{reply})
		card := m.Grade(f, Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)})
		reds := f.RedLines.String()
		if reds == "" {
			reds = "-"
		}
		have := fmt.Sprint(f.Empathy, f.Action, " ", reds, card.Score)
		want := fmt.Sprint(strings.TrimSpace(cells[2]), " ", strings.TrimSpace(cells[3]), " ", strings.TrimSpace(cells[4]), strings.TrimSpace(cells[5]))
		if strings.ReplaceAll(have, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%s: %s, the handbook says %s", reply, have, want)
		}
	}
	if rows != 12 {
		t.Errorf("%d examples", rows)
	}
}
