package lint

import (
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// turnLogic is the rows of one turn as logic.
type turnLogic struct {
	*logic
	turn *scenarios.Turn
	rows []rowLogic
	uses map[scenarios.AtomKind]bool // what the rows ask about
}

// rowLogic is when a row holds: all literals of reply for a reply, all of quiet for a silence.
type rowLogic struct {
	reply, quiet       []literal
	noReply, noQuiet   clause // the opposite
	canReply, canQuiet bool
}

// carried is what earlier turns may have met already (sim/script.go); 时限 only beside 方案, which counts as maybe.
var carried = fact.ElementSet(fact.Verify, fact.Own, fact.Admit, fact.Explain, fact.Answer,
	fact.Options, fact.Deadline)

func logicOf(sc *scenarios.Scenario, i int, left *int) *turnLogic {
	t := &turnLogic{logic: newLogic(left), turn: &sc.Turns[i], uses: map[scenarios.AtomKind]bool{}}
	for j := range t.turn.Rows {
		t.rows = append(t.rows, t.row(&t.turn.Rows[j]))
	}
	t.laws(sc.Card, i == 0)
	t.wordLaws()
	return t
}

func (t *turnLogic) row(b *scenarios.Branch) rowLogic {
	r := rowLogic{canReply: true, canQuiet: len(b.If) > 0}
	for _, c := range b.If {
		a, want, ok := c.Literal()
		if !ok {
			r.canQuiet = false
			continue
		}
		t.uses[a.Kind] = true
		switch a.Kind {
		case scenarios.IsUncertain:
			r.canReply, r.canQuiet = false, false
			continue
		case scenarios.IsSilence:
			r.canReply = false
			continue
		}
		lit := t.of(a)
		if !want {
			lit = -lit
		}
		r.reply = append(r.reply, lit)
		switch a.Kind {
		case scenarios.IsAgain, scenarios.MoodIsGood, scenarios.MoodIsBad:
			r.quiet = append(r.quiet, lit)
		default:
			r.canQuiet = false
		}
	}
	r.noReply, r.noQuiet = not(r.reply), not(r.quiet)
	return r
}

// laws are what holds of every reply of this turn, whatever it says.
func (t *turnLogic) laws(card, first bool) {
	kind := func(k scenarios.AtomKind) literal { return t.of(scenarios.Atom{Kind: k}) }
	pass, musts, any, again := kind(scenarios.Passes), kind(scenarios.SaysMusts), kind(scenarios.CrossesAny), kind(scenarios.IsAgain)
	t.know(-kind(scenarios.MoodIsGood), -kind(scenarios.MoodIsBad))
	t.know(-pass, -any)
	t.know(-pass, musts)
	if len(t.turn.Must) == 0 {
		t.know(musts)
	}
	if card {
		t.know(-again)
	}
	for _, e := range t.turn.Need.List() {
		if card || first || !carried.Has(e) {
			t.know(-pass, again, t.of(scenarios.Atom{Kind: scenarios.HasElement, Element: e}))
		}
	}
	for _, l := range [...]scoring.RedLine{fact.Rude, fact.Accuse, fact.Deflect, fact.Overpromise} {
		t.of(scenarios.Atom{Kind: scenarios.CrossesLine, RedLine: l})
	}
	for _, a := range slices.Clone(t.atoms) {
		switch {
		case a.Kind == scenarios.CrossesLine:
			t.know(-t.of(a), any)
		case a.Kind == scenarios.SaidBefore && first:
			t.know(-t.of(a), again)
		}
	}
}

// mostWords is how many questions about words are compared with each other.
const mostWords = 200

// wordLaws: 提到 is 答应 or 拒绝; what is said of fewer synonyms is said of more.
func (t *turnLogic) wordLaws() {
	spoken := func(k scenarios.AtomKind) bool {
		return k == scenarios.Mentions || k == scenarios.Agrees || k == scenarios.Refuses || k == scenarios.SaidBefore
	}
	for _, a := range slices.Clone(t.atoms) {
		if a.Kind != scenarios.Mentions && a.Kind != scenarios.Agrees && a.Kind != scenarios.Refuses {
			continue
		}
		of := func(k scenarios.AtomKind) literal { return t.of(scenarios.Atom{Kind: k, Words: a.Words}) }
		says, yes, no := of(scenarios.Mentions), of(scenarios.Agrees), of(scenarios.Refuses)
		t.know(-yes, says)
		t.know(-no, says)
		t.know(-says, yes, no)
	}
	words := slices.DeleteFunc(slices.Clone(t.atoms), func(a scenarios.Atom) bool { return !spoken(a.Kind) })
	if len(words) > mostWords {
		return // nobody writes so many; knowing less only means reporting less
	}
	for _, a := range words {
		for _, b := range words {
			if a != b && a.Kind == b.Kind && within(a.Words, b.Words) {
				t.know(-t.of(a), t.of(b))
			}
		}
	}
}

// within reports whether every synonym of a is one of b's.
func within(a, b string) bool {
	all := strings.Split(b, "|")
	for word := range strings.SplitSeq(a, "|") {
		if !slices.Contains(all, word) {
			return false
		}
	}
	return true
}

// units are clauses of one literal each.
func units(lits []literal) []clause {
	out := make([]clause, len(lits))
	for i, lit := range lits {
		out[i] = clause{lit}
	}
	return out
}

// not is the clause that says: not all of these.
func not(lits []literal) clause {
	out := make(clause, len(lits))
	for i, lit := range lits {
		out[i] = -lit
	}
	return out
}

// mostUnits is room for what is asked beside the rows above.
const mostUnits = 16

// taken are the clauses under which row i is the one that is taken, by a reply or a silence; ok is false when it
// cannot hold at all. i = the number of rows means: no row.
func (t *turnLogic) taken(i int, quiet bool) (out []clause, ok bool) {
	out = make([]clause, 0, i+mostUnits)
	for j := range t.rows[:i] {
		switch r := &t.rows[j]; {
		case quiet && r.canQuiet:
			out = append(out, r.noQuiet)
		case !quiet && r.canReply:
			out = append(out, r.noReply)
		}
	}
	if i == len(t.rows) {
		return out, true
	}
	lits, can := t.rows[i].in(quiet)
	return append(out, units(lits)...), can
}

func (r *rowLogic) in(quiet bool) ([]literal, bool) {
	if quiet {
		return r.quiet, r.canQuiet
	}
	return r.reply, r.canReply
}
