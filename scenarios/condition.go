package scenarios

import (
	"errors"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// Condition is one condition of a branch or react row, from the closed list of the format. The zero Condition is never
// true, which is what an unknown condition becomes: an older program still plays a newer file.
type Condition struct {
	Text    string // as folded, for explanations
	kind    conditionKind
	element scoring.Element
	redLine scoring.RedLine
	pattern scoring.Pattern

	Node *problem.Node // its place in the file, for checking; nil in play
}

type conditionKind uint8

const (
	never conditionKind = iota
	hasElement
	lacksElement
	redLine
	anyRedLine
	passed
	failed
	mustAll
	mustGap
	mentioned
	unmentioned
	agreed
	refused
	saidBefore
	silent
	nagged
	again
	moodGood
	moodBad
	otherwise
)

// Moods at which 心情好 and 心情差 hold, as shown before the reply.
const (
	goodMood = 7
	badMood  = 2
)

var plainConditions = map[string]conditionKind{
	"碰红线": anyRedLine, "踩雷": anyRedLine, "达标": passed, "不达标": failed,
	"要点全": mustAll, "要素全": mustAll, "要点缺": mustGap, "要素缺": mustGap,
	"超时": silent, "催过": nagged, "再次": again, "心情好": moodGood, "心情差": moodBad, "其他": otherwise,
}

var wordConditions = map[string]conditionKind{
	"提到": mentioned, "没提": unmentioned, "答应": agreed, "拒绝": refused, "早说过": saidBefore,
}

// errUnknownCondition: the words are in no list of the format.
var errUnknownCondition = errors.New("unknown condition")

// ParseCondition reads one condition as a trainer wrote it; full-width ： ｜ and stray spaces are folded. On an error
// the condition is never true. Any other error than errUnknownCondition is about the pattern, in Chinese.
func ParseCondition(text string, compile func(string) (scoring.Pattern, error)) (Condition, error) {
	text = foldCondition(text)
	c := Condition{Text: text}
	if k, ok := plainConditions[text]; ok {
		c.kind = k
		return c, nil
	}
	if r, ok := fact.RedLineByLabel(text); ok {
		c.kind, c.redLine = redLine, r
		return c, nil
	}
	if head, words, ok := strings.Cut(text, ":"); ok {
		k, known := wordConditions[head]
		if !known || words == "" {
			return c, errUnknownCondition
		}
		p, err := compile(words)
		if err != nil {
			return c, err
		}
		c.kind, c.pattern = k, p
		return c, nil
	}
	for prefix, kind := range map[string]conditionKind{"有": hasElement, "缺": lacksElement} {
		if name, ok := strings.CutPrefix(text, prefix); ok {
			if e, ok := fact.ElementByLabel(name); ok {
				c.kind, c.element = kind, e
				return c, nil
			}
		}
	}
	return c, errUnknownCondition
}

var fullWidth = strings.NewReplacer("：", ":", "｜", "|", "\u3000", " ")

func foldCondition(s string) string {
	s = fullWidth.Replace(s)
	return strings.Join(strings.Fields(s), "")
}

// conditionNames is every condition a file may use, words after a colon left out; for nearest-name advice.
func conditionNames() []string {
	var out []string
	for name := range plainConditions {
		out = append(out, name)
	}
	for name := range wordConditions {
		out = append(out, name+":")
	}
	for e := fact.Empathy; e <= fact.Close; e++ {
		out = append(out, "有"+e.Label(), "缺"+e.Label())
	}
	for r := fact.Overpromise; r <= fact.OpenSlot; r++ {
		out = append(out, r.Label())
	}
	slices.Sort(out)
	return out
}

// Moment is what conditions look at: one reply or one silence, and what came before it.
type Moment struct {
	Silence bool             // nobody answered: only 超时 再次 心情 can hold
	Facts   *scoring.Facts   // this reply alone; nil in a silence
	Pass    bool             // 达标, with what earlier replies said and still holds
	MustAll bool             // every must is said, likewise
	Earlier []*scoring.Facts // earlier replies of this chat
	Nagged  bool             // the customer nagged in this turn
	Again   bool             // has been in this turn before
	Mood    int              // 0–10, as shown before the reply
}

// Holds reports whether the condition is true now. A reply never sees 超时.
func (c Condition) Holds(m *Moment) bool {
	switch c.kind {
	case silent:
		return m.Silence
	case again:
		return m.Again
	case moodGood:
		return m.Mood >= goodMood
	case moodBad:
		return m.Mood <= badMood
	}
	if m.Silence || m.Facts == nil {
		return false
	}
	switch c.kind {
	case passed:
		return m.Pass
	case failed:
		return !m.Pass
	case mustAll:
		return m.MustAll
	case mustGap:
		return !m.MustAll
	case nagged:
		return m.Nagged
	case otherwise:
		return true
	}
	return c.heard(m)
}

// heard is the conditions about what the reply says.
func (c Condition) heard(m *Moment) bool {
	f := m.Facts
	switch c.kind {
	case hasElement:
		return f.Elements.Has(c.element)
	case lacksElement:
		return !f.Elements.Has(c.element)
	case redLine:
		return f.Crossed().Has(c.redLine)
	case anyRedLine:
		return f.Crossed() != 0
	case saidBefore:
		return slices.ContainsFunc(m.Earlier, func(e *scoring.Facts) bool { return said(e, c.pattern) })
	}
	said := f.Mentions(c.pattern)
	switch c.kind {
	case mentioned:
		return said.Affirmed || said.Negated
	case unmentioned:
		return !said.Affirmed && !said.Negated
	case agreed:
		return said.Affirmed
	case refused:
		return said.Negated
	}
	return false
}

func said(f *scoring.Facts, p scoring.Pattern) bool {
	m := f.Mentions(p)
	return m.Affirmed || m.Negated
}

// Choose picks the row: the first from the top whose conditions all hold. A row without conditions is 其他. In a
// silence only rows with 超时, or with nothing but 再次 and 心情, are looked at.
func Choose(rows []Branch, m *Moment) (index int, ok bool) {
	for i := range rows {
		if rows[i].holds(m) {
			return i, true
		}
	}
	return 0, false
}

func (b *Branch) holds(m *Moment) bool {
	if len(b.If) == 0 {
		return !m.Silence
	}
	for _, c := range b.If {
		if !c.Holds(m) {
			return false
		}
	}
	return true
}
