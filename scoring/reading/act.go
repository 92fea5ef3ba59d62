package reading

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Tense says how a deed stands to now.
type Tense uint8

const (
	BareTense   Tense = iota // no mark: 催一下
	PastTense                // how often or how long: what the customer went through (修了四次)
	AheadTense               // 会, 去, 正在
	NowTense                 // 这就, 马上, 在催
	DoneTense                // 催了, 提好了
	MarkedTense              // 已催, 刚提交
)

// Act is what the reading says of one verb: who does it, whether it is denied, how it is meant, when, for whom and by when.
type Act struct {
	Token  int // of the reading
	Who    Actor
	Denied bool
	Mood   Mood // told, or why it is no deed
	Tense  Tense
	ForYou bool      // for the customer: 给您, or 您 right after it
	Light  bool      // the mild form of an announcement: 催一下, 查查
	By     *Deadline // the nearest time, at most two clauses away; nil
}

// Act reads the verb at token k.
func (r *Reading) Act(k int) Act {
	t := &r.Tokens[k]
	a := Act{Token: k, Denied: r.Negated(k), ForYou: benefit(r, k), Light: lightly(r, k), By: r.Ahead(int(t.Clause), 2)}
	a.Who = actorOf(r, k)
	a.Tense = tenseOf(r, k)
	a.Mood = moodOf(r, k, &a)
	return a
}

// Own is the time of the act when it stands in the clause of the act and is no forecast; nil otherwise.
func (r *Reading) Own(a *Act) *Deadline {
	c := int(r.Tokens[a.Token].Clause)
	if a.By == nil || a.By.Clause != c || r.ClauseHas(c, lexicon.Forecast) || a.By.Start > 0 && r.Text.Runes[a.By.Start-1] == '后' || r.HowEasy(a) {
		return nil // 付完尾款后15天内发出 is a rule
	}
	return a.By
}

// HowEasy reports 三分钟就改好: a length that tells how little it takes, not by when.
func (r *Reading) HowEasy(a *Act) bool {
	d := a.By
	return d != nil && d.TimeOfDay == "" && !a.ForYou && d.Clause == int(r.Tokens[a.Token].Clause) && text.HasWord(r.Text.Runes, d.End, "就")
}

// moodOf says how the verb is meant: as its clause is, or as a noun, a question, an offer, advice, a rule or a forecast.
func moodOf(r *Reading, k int, a *Act) Mood {
	t := &r.Tokens[k]
	c := int(t.Clause)
	switch cl := &r.Clauses[c]; {
	case cl.Mood != Told:
		return cl.Mood
	case r.InQuote(t):
		return Echoed
	case modifies(r, k), noStep(r, k):
		return AsNoun
	case r.Offers(c):
		return Offered
	case cl.Question:
		return Asked
	case r.Permits(k) && !a.ForYou, advises(r, k), text.HasWord(r.Text.Runes, int(t.End), "在"), text.HasWord(r.Text.Runes, int(t.End), "过没"):
		return Advised
	case a.Tense < DoneTense && cl.is(lexicon.Rule):
		return Ruled
	case a.Tense < MarkedTense && cl.is(lexicon.Forecast):
		return Foretold
	}
	return Told
}

// tenseOf says how the deed of the verb stands to now.
func tenseOf(r *Reading, k int) Tense {
	switch will := r.WillDo(k); {
	case marked(r, k):
		return MarkedTense
	case r.IsDone(k):
		return DoneTense
	case will && atOnce(r, k):
		return NowTense
	case will:
		return AheadTense
	case toldOf(r, &r.Tokens[k]):
		return PastTense
	}
	return BareTense
}
