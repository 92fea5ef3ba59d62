package scoring

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"shouxiang/scoring/fact"
)

// Traps must never be 达标, decoys must be. The column kind of traps.tsv says what each would catch.
func TestNoTrapPassesAndEveryDecoyDoes(t *testing.T) {
	f, err := os.Open("testdata/traps.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	terms := Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)}
	n := 0
	for in := bufio.NewScanner(f); in.Scan(); {
		fields := strings.Split(in.Text(), "\t")
		if len(fields) != 5 || fields[0] == "id" {
			continue
		}
		n++
		m, _ := Default().Compile(Brief{Burst: []string{fields[1]}})
		card := m.Grade(Default().Hear(m, []string{fields[2]}), terms)
		if card.Pass != (fields[3] == "1") {
			t.Errorf("%s (%s): %d points: %s", fields[0], fields[4], card.Score, fields[2])
		}
	}
	if n < 50 {
		t.Errorf("only %d replies were read", n)
	}
}
