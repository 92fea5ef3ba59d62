package calibrate

import "math/bits"

// outcome is one reply as far as figures need it. Replies with the same outcome are told apart by nothing.
type outcome struct {
	labelled        bool
	empathy, action [2]int8 // people, scorer
	people, heard   uint32  // red lines, a bit for each of FlagNames
	accused, zeroed bool    // a red line is crossed; one that makes the card 0
	good, wrong     bool    // by its labels the reply must reach 达标; must not
	passes          bool
	verdict         Verdict
}

// tally counts outcomes. The figures of all replies and those of a resample are made of it alike.
type tally struct {
	replies, labelled      int
	empathy, action        [3][3]int
	flags                  [32]struct{ both, only, miss int }
	clean, accused, zeroed int
	good, goodPass         int
	wrong, wrongPass       int
	verdicts, agree        int
}

func (t *tally) add(o *outcome, n int) {
	t.replies += n
	if o.verdict != NoVerdict {
		t.verdicts += n
		t.agree += given(o.passes == (o.verdict == Passes), n)
	}
	if !o.labelled {
		return
	}
	t.labelled += n
	t.empathy[o.empathy[0]][o.empathy[1]] += n
	t.action[o.action[0]][o.action[1]] += n
	for rest := o.people | o.heard; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros32(rest)
		switch bit := uint32(1) << i; {
		case o.people&o.heard&bit != 0:
			t.flags[i].both += n
		case o.heard&bit != 0:
			t.flags[i].only += n
		default:
			t.flags[i].miss += n
		}
	}
	if o.people == 0 {
		t.clean += n
		t.accused += given(o.accused, n)
		t.zeroed += given(o.zeroed, n)
	}
	if o.good {
		t.good += n
		t.goodPass += given(o.passes, n)
	}
	if o.wrong {
		t.wrong += n
		t.wrongPass += given(o.passes, n)
	}
}

func given(yes bool, n int) int {
	if yes {
		return n
	}
	return 0
}

// redLines sums over the red lines that are counted.
func (t *tally) redLines(counted uint32) (both, only, miss int) {
	for rest := counted; rest != 0; rest &= rest - 1 {
		f := &t.flags[bits.TrailingZeros32(rest)]
		both, only, miss = both+f.both, only+f.only, miss+f.miss
	}
	return both, only, miss
}

// figureNames name the figures of headlines, in their order.
var figureNames = []string{
	"empathy_accuracy", "empathy_f1", "empathy_kappa", "empathy_ac1",
	"action_accuracy", "action_f1", "action_kappa", "action_ac1",
	"red_lines_precision", "red_lines_recall", "red_lines_micro_f1",
	"clean_accused", "clean_zeroed", "good_pass", "wrong_pass", "verdicts_agree",
}

// headlines are the figures that get an interval; nil is undefined.
func (t *tally) headlines(counted uint32) []*float64 {
	e, a := Levels{Confusion: t.empathy}, Levels{Confusion: t.action}
	e.finish()
	a.finish()
	both, only, miss := t.redLines(counted)
	return []*float64{
		ratio(t.empathy[0][0]+t.empathy[1][1]+t.empathy[2][2], t.labelled), e.F1, e.Kappa, e.AC1,
		ratio(t.action[0][0]+t.action[1][1]+t.action[2][2], t.labelled), a.F1, a.Kappa, a.AC1,
		ratio(both, both+only), ratio(both, both+miss), f1(both, only, miss),
		ratio(t.accused, t.clean), ratio(t.zeroed, t.clean), ratio(t.goodPass, t.good), ratio(t.wrongPass, t.wrong), ratio(t.agree, t.verdicts),
	}
}

// measure makes the figures of some outcomes.
func measure(outcomes []outcome, counted uint32) Measures {
	var t tally
	for i := range outcomes {
		t.add(&outcomes[i], 1)
	}
	m := Measures{
		Replies: t.replies, Labelled: t.labelled,
		Empathy: Levels{Name: "empathy", Confusion: t.empathy}, Action: Levels{Name: "action", Confusion: t.action},
		Accused: share(t.accused, t.clean), Zeroed: share(t.zeroed, t.clean),
		GoodPass: share(t.goodPass, t.good), WrongPass: share(t.wrongPass, t.wrong), Verdicts: share(t.agree, t.verdicts),
	}
	m.Empathy.finish()
	m.Action.finish()
	for i, name := range FlagNames() {
		fl := Flag{Name: name, Both: t.flags[i].both, Only: t.flags[i].only, Miss: t.flags[i].miss}
		fl.finish(t.labelled, counted>>i&1 != 0)
		m.Flags = append(m.Flags, fl)
	}
	m.MicroF1 = f1(t.redLines(counted))
	for i, value := range t.headlines(counted) {
		m.Figures = append(m.Figures, Figure{Name: figureNames[i], Value: value})
	}
	bootstrap(m.Figures, outcomes, counted)
	return m
}
