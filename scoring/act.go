package scoring

// Tense says how a deed stands to now.
type tense uint8

const (
	bareTense   tense = iota // no mark: 催一下
	pastTense                // how often or how long: what the customer went through (修了四次)
	aheadTense               // 会, 去, 正在
	nowTense                 // 这就, 马上, 在催
	doneTense                // 催了, 提好了
	markedTense              // 已催, 刚提交
)

// act is what the reading says of one verb: who does it, whether it is denied, how it is meant, when, for whom and by when.
type act struct {
	token  int // of the reading
	who    actor
	denied bool
	mood   mood // told, or why it is no deed
	tense  tense
	forYou bool      // for the customer: 给您, or 您 right after it
	light  bool      // the mild form of an announcement: 催一下, 查查
	by     *deadline // the nearest time, at most two clauses away; nil
}

// act reads the verb at token k.
func (r *reply) act(k int) act {
	t := &r.tokens[k]
	a := act{token: k, denied: r.negated(k), forYou: r.benefit(k), light: r.lightly(k), by: r.ahead(int(t.clause), 2)}
	a.who = r.actorOf(k)
	a.tense = r.tenseOf(k)
	a.mood = r.moodOf(k, &a)
	return a
}

// own is the time of the act when it stands in the clause of the act and is no forecast; nil otherwise.
func (r *reply) own(a *act) *deadline {
	c := int(r.tokens[a.token].clause)
	if a.by == nil || a.by.clause != c || r.clauseHas(c, clsForecast) || a.by.start > 0 && r.text.runes[a.by.start-1] == '后' || r.howEasy(a) {
		return nil // 付完尾款后15天内发出 is a rule
	}
	return a.by
}

// howEasy reports 三分钟就改好: a length that tells how little it takes, not by when.
func (r *reply) howEasy(a *act) bool {
	d := a.by
	return d != nil && d.timeOfDay == "" && !a.forYou && d.clause == int(r.tokens[a.token].clause) && hasWord(r.text.runes, d.end, "就")
}

// moodOf says how the verb is meant: as its clause is, or as a noun, a question, an offer, advice, a rule or a forecast.
func (r *reply) moodOf(k int, a *act) mood {
	t := &r.tokens[k]
	c := int(t.clause)
	switch cl := &r.clauses[c]; {
	case cl.mood != told:
		return cl.mood
	case r.inQuote(t):
		return echoed
	case r.modifies(k), r.noStep(k):
		return asNoun
	case r.offers(c):
		return offered
	case cl.question:
		return asked
	case r.permits(k) && !a.forYou, r.advises(k), hasWord(r.text.runes, int(t.end), "在"), hasWord(r.text.runes, int(t.end), "过没"):
		return advised
	case a.tense < doneTense && cl.is(clsRule):
		return ruled
	case a.tense < markedTense && cl.is(clsForecast):
		return foretold
	}
	return told
}

// tenseOf says how the deed of the verb stands to now.
func (r *reply) tenseOf(k int) tense {
	switch will := r.willDo(k); {
	case r.marked(k):
		return markedTense
	case r.isDone(k):
		return doneTense
	case will && r.atOnce(k):
		return nowTense
	case will:
		return aheadTense
	case r.toldOf(&r.tokens[k]):
		return pastTense
	}
	return bareTense
}
