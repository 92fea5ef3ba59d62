package calibrate

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"shouxiang/scoring"
)

func TestReadTakesColumnsByNameAndReportsBadLinesByNumber(t *testing.T) {
	rows, bad, err := Read(strings.NewReader("\ufeffid\treply\tcustomer\taction\tempathy\tflags\tnote\r\n" +
		"1\t您好\t人呢\t0\t1\t-\tx\r\n\r\n" +
		"2\t\t人呢\t0\t0\t-\t\n3\t好\t\t3\t0\t-\n4\t好\t\t0\t0\t骂人\n5\t您看错了\t\t0\t0\taccuse, rude\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{ID: "1", Customer: "人呢", Reply: "您好", Empathy: 1, Line: 2},
		{ID: "5", Reply: "您看错了", Flags: []string{"blame", "rude"}, Line: 7},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("have %+v\nwant %+v", rows, want)
	}
	if len(bad) != 3 || bad[0].Line != 4 || bad[1].Line != 5 || bad[2].Line != 6 {
		t.Errorf("bad lines %+v", bad)
	}
}

func TestReadNamesTheMissingColumn(t *testing.T) {
	_, _, err := Read(strings.NewReader("id\treply\tempathy\n"))
	if err == nil || !strings.Contains(err.Error(), "action") {
		t.Errorf("have %v", err)
	}
}

func TestAgreementOfLevels(t *testing.T) {
	l := Levels{Confusion: [3][3]int{{5, 1, 0}, {1, 3, 0}, {0, 2, 8}}}
	l.finish(20)
	po, pe := 16.0/20, (6*6+4*6+10*8)/400.0
	for _, m := range []struct {
		what       string
		have, want float64
	}{{"accuracy", l.Accuracy, po}, {"F1", *l.F1, 2 * 13.0 / (2*13 + 1 + 1)}, {"κ", *l.Kappa, (po - pe) / (1 - pe)}} {
		if math.Abs(m.have-m.want) > 1e-9 {
			t.Errorf("%s %v, want %v", m.what, m.have, m.want)
		}
	}
}

func TestNothingToAgreeOnIsNotAvailable(t *testing.T) {
	l := Levels{Confusion: [3][3]int{{4, 0, 0}}}
	l.finish(4)
	if l.F1 != nil || l.Kappa != nil {
		t.Errorf("F1 %v κ %v, want none", l.F1, l.Kappa)
	}
	rep := Measure(scoring.Default(), []Row{{Reply: "支持的亲"}})
	if rep.MicroF1 != nil {
		t.Errorf("micro-F1 %v, want none", *rep.MicroF1)
	}
}

func TestDisagreementsOfTheWorstRuleComeFirst(t *testing.T) {
	rows := []Row{
		{ID: "a", Reply: "我催中转站，10分钟内回您", Action: 0},
		{ID: "b", Reply: "您急是应该的", Empathy: 0},
		{ID: "c", Reply: "您急是应该的，我在听", Empathy: 0},
	}
	rep := Measure(scoring.Default(), rows)
	if len(rep.Worst) == 0 || rep.Worst[0].Count < rep.Worst[len(rep.Worst)-1].Count {
		t.Fatalf("worst rules %+v", rep.Worst)
	}
	for _, d := range rep.Disagreements {
		if d.Scorer > 0 && len(d.Rules) == 0 {
			t.Errorf("no rule for %+v", d)
		}
	}
}

func TestMeasuringTwiceGivesTheSame(t *testing.T) {
	rows := load(t, "trades.tsv")
	if !reflect.DeepEqual(Measure(scoring.Default(), rows), Measure(scoring.Default(), rows)) {
		t.Error("two runs differ")
	}
}
