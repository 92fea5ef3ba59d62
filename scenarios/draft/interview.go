package draft

import (
	"strings"

	"shouxiang/scenarios"
)

// Interview is the questions about one customer and the answers so far. Whoever holds it puts the questions, on a
// screen or in lines; any of them may be answered again at any time, and the answers to the others stay.
type Interview struct {
	folder Folder
	fixed  bool // card or script was decided before
	given  map[Key]string
}

// Folder is what an interview must know of the place that the file goes to.
type Folder struct {
	Tags  []string               // to choose from; none = any will do
	Pack  *scenarios.Pack        // with its words replies are heard
	Taken func(name string) bool // there is such a file
}

// NewInterview begins with the first question.
func NewInterview(f Folder) *Interview { return &Interview{folder: f, given: map[Key]string{}} }

// Fix decides between card and script, so that it is not asked.
func (v *Interview) Fix(script bool) {
	v.fixed = true
	v.given[Key{What: AskForm}] = forms[0].Word
	if script {
		v.given[Key{What: AskForm}] = forms[1].Word
	}
}

// Given is the answer to a question; ok is false while it has none. Where a choice or an own text may be left out, that
// is the answer "".
func (v *Interview) Given(k Key) (text string, ok bool) {
	text, ok = v.given[k]
	return text, ok
}

// Next is the place of the first question without an answer, the number of questions when there is none.
func (v *Interview) Next() int {
	qs := v.Questions()
	for i, q := range qs {
		if _, ok := v.given[q.Key]; !ok {
			return i
		}
	}
	return len(qs)
}

// Script says which of the two it is going to be.
func (v *Interview) Script() bool { return v.given[Key{What: AskForm}] == forms[1].Word }

func (v *Interview) inquiry() bool {
	return !v.Script() && v.given[Key{What: AskWants}] == wants[1].Word
}

// asksMust: there are facts only where there is something to tell, and in a script where solutions are offered.
func (v *Interview) asksMust(turn int) bool {
	if v.Script() {
		return turn == offers && v.given[Key{What: AskBrief}] != ""
	}
	return v.inquiry() || v.given[Key{What: AskBrief}] != "" || v.given[Key{What: AskEmotion}] == calm
}

const (
	offers = 2 // the stage of Stages that offers solutions
	calm   = "平静"
)

// turns is how many turns are asked about.
func (v *Interview) turns() int {
	if v.Script() {
		return len(Stages)
	}
	return 1
}

// bads is how many bad replies to a turn were written.
func (v *Interview) bads(turn int) int {
	n := 0
	for v.given[Key{AskBad, turn, n}] != "" {
		n++
	}
	return n
}

// dropBad takes a bad reply and what was said about it out of the list.
func (v *Interview) dropBad(turn, n int) {
	for last := v.bads(turn); n <= last; n++ {
		for _, what := range [...]What{AskBad, AskWhy} {
			next, ok := v.given[Key{what, turn, n + 1}]
			delete(v.given, Key{what, turn, n})
			if ok {
				v.given[Key{what, turn, n}] = next
			}
		}
	}
}

// Draft is what was answered so far. What nobody said is wrong with a bad reply is what the scorer says.
func (v *Interview) Draft() Draft {
	d := v.sheet()
	for i := range d.Turns {
		var hear func(string) Heard
		for n := range d.Turns[i].Bad {
			b := &d.Turns[i].Bad[n]
			if why := v.given[Key{AskWhy, i, n}]; why != "" {
				b.Lacks, b.Hits, _ = faults(why)
				continue
			}
			if hear == nil {
				hear = v.Ear(i)
			}
			h := hear(b.Text)
			b.Lacks, b.Hits = h.Lacks, h.Hits
		}
	}
	return d
}

// sheet is the draft without what the scorer says.
func (v *Interview) sheet() Draft {
	of := func(w What) string { return v.given[Key{What: w}] }
	d := Draft{
		Script: v.Script(), Title: of(AskTitle), Tag: of(AskTag), Emotion: of(AskEmotion), Intensity: 1 + max(0, placeOf(urgencies, of(AskUrgency))),
		Name: of(AskName), About: of(AskAbout), Brief: of(AskBrief), Can: words(of(AskCan)), Inquiry: v.inquiry(), Thanks: of(AskThanks),
	}
	if !d.Inquiry {
		d.Within = of(AskWithin)
	}
	for i := range v.turns() {
		d.Turns = append(d.Turns, v.turn(i))
	}
	return d
}

func (v *Interview) turn(i int) Turn {
	t := Turn{Good: v.given[Key{AskGood, i, 0}], Hint: v.given[Key{AskHint, i, 0}]}
	if said := v.given[Key{AskSay, i, 0}]; said != "" {
		t.Say = strings.Split(said, "\n")
	}
	if v.asksMust(i) {
		t.Must = words(v.given[Key{AskMust, i, 0}])
	}
	for n := range v.bads(i) {
		t.Bad = append(t.Bad, Bad{Text: v.given[Key{AskBad, i, n}]})
	}
	return t
}

// words splits a line at any comma.
func words(s string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if word = strings.TrimSpace(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}
