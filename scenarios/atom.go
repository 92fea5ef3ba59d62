package scenarios

import "shouxiang/scoring"

// Atom is one yes-or-no question that conditions ask about a reply or its moment. Atoms of equal value are the same
// question.
type Atom struct {
	Kind    AtomKind
	Element scoring.Element // of HasElement
	RedLine scoring.RedLine // of CrossesLine
	Words   string          // of Mentions, Agrees, Refuses and SaidBefore
}

// AtomKind is the kind of a question.
type AtomKind uint8

// Kinds of questions.
const (
	HasElement  AtomKind = iota + 1
	CrossesLine          // a red line by name
	CrossesAny
	Passes      // 达标
	SaysMusts   // 要点全
	Mentions    // 提到
	Agrees      // 答应
	Refuses     // 拒绝
	SaidBefore  // 早说过
	WasNagged   // 催过
	IsAgain     // 再次
	MoodIsGood  // 心情好
	MoodIsBad   // 心情差
	IsSilence   // 超时
	IsUncertain // an unknown condition: never true here, who knows in a newer program
)

// Literal is the question that a condition asks, and the answer it wants. 其他 asks nothing: ok is false.
func (c Condition) Literal() (a Atom, want, ok bool) {
	want = true
	switch c.kind {
	case hasElement, lacksElement:
		a, want = Atom{Kind: HasElement, Element: c.element}, c.kind == hasElement
	case redLine:
		a = Atom{Kind: CrossesLine, RedLine: c.redLine}
	case anyRedLine:
		a.Kind = CrossesAny
	case passed, failed:
		a, want = Atom{Kind: Passes}, c.kind == passed
	case mustAll, mustGap:
		a, want = Atom{Kind: SaysMusts}, c.kind == mustAll
	case mentioned, unmentioned:
		a, want = Atom{Kind: Mentions, Words: c.words()}, c.kind == mentioned
	case agreed:
		a = Atom{Kind: Agrees, Words: c.words()}
	case refused:
		a = Atom{Kind: Refuses, Words: c.words()}
	case saidBefore:
		a = Atom{Kind: SaidBefore, Words: c.words()}
	case nagged:
		a.Kind = WasNagged
	case again:
		a.Kind = IsAgain
	case moodGood:
		a.Kind = MoodIsGood
	case moodBad:
		a.Kind = MoodIsBad
	case silent:
		a.Kind = IsSilence
	case otherwise:
		return a, false, false
	default:
		a = Atom{Kind: IsUncertain, Words: c.Text}
	}
	return a, want, true
}

// words is what stands after the colon.
func (c Condition) words() string {
	for i, r := range c.Text {
		if r == ':' {
			return c.Text[i+1:]
		}
	}
	return ""
}
