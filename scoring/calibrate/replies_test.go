package calibrate

import (
	"fmt"
	"path/filepath"
	"testing"

	"shouxiang/scoring"
	"shouxiang/sheet"
)

// least is what the scorer must reach on a file of ../testdata/replies.
type least struct {
	empathyF1, empathyKappa, actionF1, actionKappa, redLines float64
}

func load(t testing.TB, name string) []Row {
	t.Helper()
	table, err := sheet.Open(filepath.Join("..", "testdata", "replies", name))
	if err != nil {
		t.Fatal(err)
	}
	rows, bad, err := Read(table, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	return rows
}

func TestScorerAgreesWithTheLabelledReplies(t *testing.T) {
	for name, want := range map[string]least{
		"angry.tsv":   {.95, .90, .95, .92, .90},
		"quiet.tsv":   {.92, .88, .92, .86, .85},
		"trades.tsv":  {.95, .91, .93, .88, .86},
		"varied.tsv":  {.95, .93, .95, .91, .92},
		"fresh.tsv":   {.93, .90, .94, .89, .68},
		"rounds.tsv":  {.95, .93, .91, .86, .84},
		"natural.tsv": {.97, .93, .97, .94, .81},
		"service.tsv": {.96, .95, .95, .91, .94},
	} {
		t.Run(name, func(t *testing.T) {
			r := Measure(scoring.Default(), load(t, name))
			for _, m := range []struct {
				what string
				have *float64
				want float64
			}{
				{"共情 F1", r.Empathy.F1, want.empathyF1}, {"共情 κ", r.Empathy.Kappa, want.empathyKappa},
				{"行动 F1", r.Action.F1, want.actionF1}, {"行动 κ", r.Action.Kappa, want.actionKappa},
				{"红线 micro-F1", r.MicroF1, want.redLines},
			} {
				if m.have == nil || *m.have < m.want {
					t.Errorf("%s %s, want at least %.2f", m.what, show(m.have), m.want)
				}
			}
		})
	}
}

func show(f *float64) string {
	if f == nil {
		return "n/a"
	}
	return fmt.Sprintf("%.3f", *f)
}
