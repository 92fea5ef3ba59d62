package calibrate

// Levels is the agreement on one element with levels 0, 1, 2.
type Levels struct {
	Name      string    `json:"name"`
	Accuracy  float64   `json:"accuracy"`
	F1        *float64  `json:"f1"`        // of present (1, 2) against absent; null where people never heard it
	Kappa     *float64  `json:"kappa"`     // Cohen's, unweighted, over 0/1/2; null where it is undefined
	AC1       *float64  `json:"ac1"`       // Gwet's; unlike κ it stands where nearly all replies have one level
	Confusion [3][3]int `json:"confusion"` // [people][scorer]
}

// Flag is the agreement on one red line.
type Flag struct {
	Name      string   `json:"name"`
	Both      int      `json:"both"`
	Only      int      `json:"scorer_only"`
	Miss      int      `json:"people_only"`
	Precision *float64 `json:"precision"` // null where the scorer never heard it
	Recall    *float64 `json:"recall"`    // null where people never heard it, as are F1 and κ
	F1        *float64 `json:"f1"`
	Kappa     *float64 `json:"kappa"`
	AC1       *float64 `json:"ac1"` // null where nobody was asked for it
}

// Share is how many of how many.
type Share struct {
	Count int      `json:"count"`
	Of    int      `json:"of"`
	Share *float64 `json:"share"` // null of nothing
}

// Figure is one of the figures that speak for all replies, with its 95 % interval.
type Figure struct {
	Name  string   `json:"name"`
	Value *float64 `json:"value"`
	Low   *float64 `json:"low"` // null where too many resamples leave the figure undefined
	High  *float64 `json:"high"`
}

// Measures are the figures of some replies. Shares are of 1.
type Measures struct {
	Replies   int      `json:"replies"`
	Labelled  int      `json:"labelled"` // those with labels of elements and red lines
	Empathy   Levels   `json:"empathy"`
	Action    Levels   `json:"action"`
	Flags     []Flag   `json:"red_lines"`
	MicroF1   *float64 `json:"red_lines_micro_f1"`
	Accused   Share    `json:"clean_accused"` // labelled without red line, heard with one that is crossed
	Zeroed    Share    `json:"clean_zeroed"`  // of those, with one that makes the card 0; of all clean ones
	GoodPass  Share    `json:"good_pass"`     // labelled 共情 2, 行动 2, no red line: 达标
	WrongPass Share    `json:"wrong_pass"`    // labelled without what the card needs, or with a red line: 达标
	Verdicts  Share    `json:"verdicts_agree"`
	Figures   []Figure `json:"figures"`
}

func ratio(count, of int) *float64 {
	if of == 0 {
		return nil
	}
	v := float64(count) / float64(of)
	return &v
}

func share(count, of int) Share { return Share{count, of, ratio(count, of)} }

// f1 is null where there are no positives among the labels.
func f1(both, only, miss int) *float64 {
	if both+miss == 0 {
		return nil
	}
	return ratio(2*both, 2*both+only+miss)
}

// beyond is what two agree on beyond chance; null where chance alone explains all.
func beyond(same, chance float64) *float64 {
	if chance >= 1 {
		return nil
	}
	v := (same - chance) / (1 - chance)
	return &v
}

func (l *Levels) finish() {
	var people, scorer [3]int
	n, same := 0, 0
	for p, line := range l.Confusion {
		for s, count := range line {
			n += count
			people[p] += count
			scorer[s] += count
			if p == s {
				same += count
			}
		}
	}
	if n == 0 {
		return
	}
	total := float64(n)
	l.Accuracy = float64(same) / total
	both := n - people[0] - (scorer[0] - l.Confusion[0][0])
	l.F1 = f1(both, l.Confusion[0][1]+l.Confusion[0][2], l.Confusion[1][0]+l.Confusion[2][0])
	cohen, gwet := 0.0, 0.0
	for i := range people {
		cohen += float64(people[i]) * float64(scorer[i]) / total / total
		common := float64(people[i]+scorer[i]) / 2 / total
		gwet += common * (1 - common) / float64(len(people)-1)
	}
	l.Kappa = beyond(l.Accuracy, cohen)
	l.AC1 = beyond(l.Accuracy, gwet)
}

// finish fills a flag of n replies. Counted is a red line that the labels were read for; of another that the scorer
// heard nothing can be said.
func (fl *Flag) finish(n int, counted bool) {
	if n == 0 || !counted {
		return
	}
	fl.Precision = ratio(fl.Both, fl.Both+fl.Only)
	fl.Recall = ratio(fl.Both, fl.Both+fl.Miss)
	fl.F1 = f1(fl.Both, fl.Only, fl.Miss)
	p, s := float64(fl.Both+fl.Miss)/float64(n), float64(fl.Both+fl.Only)/float64(n)
	same, common := 1-float64(fl.Only+fl.Miss)/float64(n), (p+s)/2
	if fl.F1 != nil {
		fl.Kappa = beyond(same, p*s+(1-p)*(1-s))
	}
	fl.AC1 = beyond(same, 2*common*(1-common))
}
