package calibrate

import (
	"testing"

	"shouxiang/scoring"
)

func TestARuleEarnsWhatIsWrongWithoutIt(t *testing.T) {
	rows := [][]Row{
		{
			{ID: "1", Reply: "闭嘴吧", Labelled: true, Flags: []string{"rude"}},
			{ID: "2", Reply: "规定就是规定", Labelled: true},
			{ID: "3", Reply: "不管", Verdict: Fails},
		},
		{{ID: "4", Reply: "您闭嘴", Labelled: true}},
	}
	a, err := Ablate(scoring.Default(), rows)
	if err != nil {
		t.Fatal(err)
	}
	if a.Labelled[0] != 2 || a.Labelled[1] != 1 || a.Wrong[0].RedLines != 1 {
		t.Errorf("%v replies, wrong %+v", a.Labelled, a.Wrong)
	}
	found := map[string]Ablated{}
	for _, r := range a.Rules {
		found[r.Rule] = r
	}
	for _, id := range []string{"rude.curse", "curse"} {
		if r := found[id]; r.Files[0].Earns.RedLines != 1 || r.Files[0].Costs.All() != 0 || r.Files[1].Costs.RedLines != 1 || r.Total.Net() != 0 || r.Idle() != 1 {
			t.Errorf("%+v", r)
		}
	}
	if r := found["code.so-be-it"]; r.Files[0].Costs.RedLines != 1 || r.Files[1] != (Worth{}) || r.Kind != "code" {
		t.Errorf("%+v", r)
	}
	if a.Entries < 200 || a.Literals < 10_000 {
		t.Errorf("%d rules, %d literals", a.Entries, a.Literals)
	}
}

// A form is tried on the replies that it touches only. Elsewhere it changes nothing.
func TestAFormChangesNothingWhereItDoesNotFit(t *testing.T) {
	b := newBench(scoring.Default(), [][]Row{load(t, "trades.tsv")})
	rules := scoring.Default().Rules()
	each(len(rules), func(i int) {
		r := rules[i]
		if r.Kind != scoring.FrameRule || i%5 != 0 {
			return
		}
		less, err := b.s.Without(r.ID)
		if err != nil {
			t.Error(err)
			return
		}
		ears, next := newEars(less), b.touched[r.ID]
		for k := range b.rows {
			if len(next) > 0 && next[0] == k {
				next = next[1:]
				continue
			}
			if have := ears.hear(&b.rows[k]); have != b.rows[k].base {
				t.Errorf("%s: without %s %+v, with it %+v", b.rows[k].Reply, r.ID, have, b.rows[k].base)
			}
		}
	})
}
