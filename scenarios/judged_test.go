package scenarios

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"shouxiang/scoring"
)

// table reads a tab-separated file whose first line that is no comment names the columns.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var columns []string
	var rows []map[string]string
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		fields := strings.Split(in.Text(), "\t")
		if columns == nil {
			columns = fields
			continue
		}
		row := map[string]string{}
		for i, name := range columns {
			row[name] = fields[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// The replies of judged.tsv got their verdict from somebody with a team lead's eye before any score was seen. Most are kind
// sentences that were once taken for insults: none may cost anything.
func TestVerdictsOfATeamLead(t *testing.T) {
	library := Load(Source{FS: Embedded()})
	agree, asked := 0, 0
	for _, row := range table(t, "../scoring/testdata/judged.tsv") {
		turn := &library.ByID(row["scenario"]).Turns[0]
		f := scoring.Default().Hear(turn.Matter, Bubbles(row["reply"]))
		card := turn.Matter.Grade(f, scoring.Terms{Need: turn.Need, Wish: turn.Wish})
		if row["flags"] == "-" && f.Crossed() != 0 {
			t.Errorf("%s: accused of %s: %s", row["id"], f.Crossed(), row["reply"])
		}
		if row["pass"] == "-" {
			continue
		}
		asked++
		if card.Pass == (row["pass"] == "Y") {
			agree++
		} else {
			t.Logf("%s: %d points, verdict %s: %s", row["id"], card.Score, row["pass"], row["reply"])
		}
	}
	if agree*100 < asked*95 {
		t.Errorf("%d of %d verdicts agree, want 95 of 100", agree, asked)
	}
}
