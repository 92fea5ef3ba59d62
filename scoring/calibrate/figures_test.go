package calibrate

import (
	"math"
	"reflect"
	"testing"

	"shouxiang/scoring"
)

func near(t *testing.T, what string, have *float64, want float64) {
	t.Helper()
	if have == nil || math.Abs(*have-want) > 1e-9 {
		t.Errorf("%s %s, want %v", what, show(have), want)
	}
}

func TestAgreementOfLevels(t *testing.T) {
	l := Levels{Confusion: [3][3]int{{5, 1, 0}, {1, 3, 0}, {0, 2, 8}}}
	l.finish()
	pe := (6*6 + 4*6 + 10*8) / 400.0
	near(t, "accuracy", &l.Accuracy, .8)
	near(t, "F1", l.F1, 2*13.0/(2*13+1+1))
	near(t, "κ", l.Kappa, (.8-pe)/(1-pe))
	near(t, "AC1", l.AC1, (.8-.3225)/(1-.3225)) // .30 .25 .45 of the levels: (.21 + .1875 + .2475) / 2
}

func TestAgreementOnARedLine(t *testing.T) {
	fl := Flag{Both: 3, Only: 1, Miss: 2}
	fl.finish(20, true)
	near(t, "precision", fl.Precision, .75)
	near(t, "recall", fl.Recall, .6)
	near(t, "F1", fl.F1, 6.0/9)
	pe := .25*.2 + .75*.8
	near(t, "κ", fl.Kappa, (.85-pe)/(1-pe))
	near(t, "AC1", fl.AC1, (.85-2*.225*.775)/(1-2*.225*.775))
}

// Gwet's own example of a common category: 118 of 125 agreed on, κ says worse than chance.
func TestAC1StandsWhereKappaFalls(t *testing.T) {
	fl := Flag{Both: 118, Only: 2, Miss: 5}
	fl.finish(125, true)
	pe := 2 * .972 * .028
	near(t, "AC1", fl.AC1, (.944-pe)/(1-pe))
	if fl.Kappa == nil || *fl.Kappa > 0 {
		t.Errorf("κ %s, want below 0", show(fl.Kappa))
	}
}

func TestNothingToAgreeOnIsNotAvailable(t *testing.T) {
	l := Levels{Confusion: [3][3]int{{4, 0, 0}}}
	l.finish()
	if l.F1 != nil || l.Kappa != nil {
		t.Errorf("F1 %v κ %v, want none", l.F1, l.Kappa)
	}
	unheard, uncounted := Flag{Miss: 1}, Flag{Only: 1}
	unheard.finish(4, true)
	uncounted.finish(4, false)
	if unheard.Precision != nil || uncounted.Precision != nil || uncounted.AC1 != nil {
		t.Errorf("%+v %+v", unheard, uncounted)
	}
	rep := Measure(scoring.Default(), []Row{{Reply: "支持的亲", Labelled: true}})
	if rep.MicroF1 != nil {
		t.Errorf("micro-F1 %v, want none", *rep.MicroF1)
	}
	if rep = Measure(scoring.Default(), nil); rep.Replies != 0 || rep.Figures[0].Value != nil {
		t.Errorf("of no replies: %+v", rep.Measures)
	}
}

// bitsOf are labels as outcomes hold them.
func bitsOf(flags ...string) uint32 {
	j := judge{names: FlagNames()}
	return j.bits(flags)
}

func TestCleanGoodAndWrongRepliesAreCounted(t *testing.T) {
	outcomes := []outcome{
		{labelled: true, empathy: [2]int8{2, 2}, action: [2]int8{2, 2}, good: true, passes: true, verdict: Passes},
		{labelled: true, empathy: [2]int8{2, 1}, action: [2]int8{2, 2}, good: true, heard: bitsOf("rude"), accused: true, zeroed: true, verdict: Passes},
		{labelled: true, heard: bitsOf("dismiss"), wrong: true}, // a hint accuses nobody
		{labelled: true, heard: bitsOf("argue"), accused: true, wrong: true, passes: true},
		{labelled: true, people: bitsOf("blame", "leak"), heard: bitsOf("blame"), wrong: true},
		{verdict: Fails, passes: true},
	}
	m := measure(outcomes, bitsOf(usual...)|bitsOf("leak"))
	for _, c := range []struct {
		what      string
		have      Share
		count, of int
	}{
		{"accused", m.Accused, 2, 4}, {"zeroed", m.Zeroed, 1, 4}, {"good", m.GoodPass, 1, 2},
		{"wrong", m.WrongPass, 1, 3}, {"verdicts", m.Verdicts, 1, 3},
	} {
		if !reflect.DeepEqual(c.have, share(c.count, c.of)) {
			t.Errorf("%s %d of %d, want %d of %d", c.what, c.have.Count, c.have.Of, c.count, c.of)
		}
	}
	near(t, "micro-F1", m.MicroF1, 2*1.0/(2*1+2+1)) // blame; rude and dismiss too many, leak missed; argue was not asked for
	if m.Replies != 6 || m.Labelled != 5 {
		t.Errorf("%d replies, %d labelled", m.Replies, m.Labelled)
	}
}

// figuresOf are the figures by name.
func figuresOf(m Measures) map[string]Figure {
	out := map[string]Figure{}
	for _, f := range m.Figures {
		out[f.Name] = f
	}
	return out
}

func TestIntervalsAreTheSameEachTimeAndAsWideAsTheyShould(t *testing.T) {
	outcomes := make([]outcome, 400)
	for i := range outcomes {
		outcomes[i] = outcome{labelled: true, accused: i%2 == 0, empathy: [2]int8{2, 2}, action: [2]int8{1, int8(i % 4 / 3)}}
	}
	m := measure(outcomes, bitsOf(usual...))
	if !reflect.DeepEqual(m, measure(outcomes, bitsOf(usual...))) {
		t.Error("two runs differ")
	}
	f := figuresOf(m)
	half := f["clean_accused"] // of 400, a half: ± 1.96 · .025
	near(t, "share", half.Value, .5)
	if half.Low == nil || math.Abs(*half.Low-.451) > .01 || math.Abs(*half.High-.549) > .01 {
		t.Errorf("interval %s–%s, want .451–.549", show(half.Low), show(half.High))
	}
	if all := f["empathy_f1"]; *all.Low != 1 || *all.High != 1 {
		t.Errorf("all agreed: %+v", all)
	}
	if k := f["empathy_kappa"]; k.Value != nil || k.Low != nil {
		t.Errorf("κ of one level: %+v", k)
	}
}

func TestAFigureThatManyResamplesLeaveUndefinedHasNoInterval(t *testing.T) {
	outcomes := make([]outcome, 50)
	for i := range outcomes {
		outcomes[i] = outcome{labelled: true}
	}
	outcomes[0] = outcome{labelled: true, good: true, passes: true}
	f := figuresOf(measure(outcomes, 0))["good_pass"]
	if f.Value == nil || f.Low != nil || f.High != nil {
		t.Errorf("%+v", f)
	}
}

func TestCategoriesAreMeasuredApartTheLargestFirst(t *testing.T) {
	rows := []Row{
		{Reply: "好", Labelled: true, Category: "b"}, {Reply: "把您的身份证号和银行卡密码发我", Labelled: true, Category: "c"},
		{Reply: "好", Labelled: true, Category: "c"}, {Reply: "好", Labelled: true, Category: "a"}, {Reply: "好", Labelled: true},
	}
	rep := Measure(scoring.Default(), rows)
	var names []string
	for _, c := range rep.Categories {
		names = append(names, c.Name)
	}
	if !reflect.DeepEqual(names, []string{"c", "a", "b"}) || rep.Replies != 5 {
		t.Fatalf("categories %v", names)
	}
	if c := rep.Categories[0]; c.Accused.Count != 1 || c.Zeroed.Count != 1 || c.Accused.Of != 2 {
		t.Errorf("accused %+v zeroed %+v", c.Accused, c.Zeroed)
	}
}

func TestALoneDismissBesideAStepIsNoRedLineForTheVerdict(t *testing.T) {
	j := judge{s: scoring.Default(), names: FlagNames(), matters: map[string]*scoring.Matter{}}
	for _, c := range []struct {
		row         Row
		good, wrong bool
	}{
		{Row{Empathy: 2, Action: 2}, true, false},
		{Row{Empathy: 2, Action: 1}, false, false},
		{Row{Empathy: 0, Action: 2}, false, true},
		{Row{Empathy: 2, Action: 0}, false, true},
		{Row{Empathy: 2, Action: 2, Flags: []string{"dismiss"}}, false, false},
		{Row{Empathy: 2, Action: 2, Flags: []string{"dismiss", "blame"}}, false, true},
	} {
		c.row.Labelled, c.row.Reply = true, "好"
		if o := j.outcome(&c.row, j.hear(&c.row)); o.good != c.good || o.wrong != c.wrong {
			t.Errorf("%+v: good %v wrong %v", c.row, o.good, o.wrong)
		}
	}
}

func TestDisagreementsOfTheWorstRuleComeFirst(t *testing.T) {
	rows := []Row{
		{ID: "a", Reply: "我催中转站，10分钟内回您", Labelled: true},
		{ID: "b", Reply: "您急是应该的", Labelled: true},
		{ID: "c", Reply: "您急是应该的，我在听", Labelled: true},
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
