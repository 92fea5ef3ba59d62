package hearing

import (
	"cmp"
	"slices"
	"strings"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// Fate says what became of a form that fits, or of a verb of a step.
type Fate uint8

// Fates.
const (
	Heard       Fate = iota
	Quoted           // somebody's words, not ours
	Denied           // 没法帮您
	Unreal           // what would have been
	Others           // somebody else's matter
	Echoed           // the customer's own words, sent back
	NoDeed           // the verb is a noun here, or tells something else: 退款的事
	NotOurs          // a verb that is not our side's, or of which nobody says that it will be done
	Vowed            // part of a guarantee
	Covered          // another form lies over it
	Excused          // beside it the customer is told that it is not his fault
	AsksMore         // its clause lacks what the form asks for
	BesideStep       // a 推诿 beside a step of ours
	NotAlone         // a red line of a reply that says nothing else; this one does
	Guarded          // a word that the form's before, after or inside forbids
	Dropped          // the whole reply was heard otherwise
	SwitchedOff      // by Without
	numFates
)

var fateNames = [numFates]string{"heard", "quoted", "denied", "unreal", "others", "echoed", "no-deed", "not-ours", "vowed", "covered",
	"excused", "asks-more", "beside-step", "not-alone", "guarded", "dropped", "off"}

// Name is the word for a fate in JSON.
func (f Fate) Name() string { return fateNames[f] }

// fateOfMood is what becomes of a step that is not told.
var fateOfMood = map[reading.Mood]Fate{reading.Echoed: Echoed, reading.Unreal: Unreal, reading.Others: Others, reading.AsNoun: NoDeed}

// Note is one line of a trace: something of a rule at a place, and what became of it.
type Note struct {
	Rule       string // a form as id#number, a word's entry, a rule of code
	Is         string // what it says where it is heard: `is` of the form, else an element or red line
	Start, End int    // half-open code-point offsets in the reply
	Fate       Fate
	By         string // the rule, the word or the attributes that decided; "" where nothing more is to say
}

// Trace tells of every form that fits, or would but for a guard, and of every verb of a step, what became of it, and what
// else was heard. It asks the predicates that Hear asks.
func Trace(s *lexicon.Lexicon, off Rules, m *reading.Matter, bubbles []string) []Note {
	r := &ear{Reading: reading.Reading{S: s, M: m}, off: off}
	text := strings.Join(bubbles, "\n")
	r.Read(reading.Opening(text, mostHeard))
	t := tracer{ear: r, f: r.hear(text)}
	for i := range r.Fits {
		t.fit(&r.Fits[i])
	}
	r.HeldOff(func(ft reading.Fit, by *reading.Token) {
		t.note(t.form(&ft), r.S.Frames[ft.Frame].Is.Name(), ft.Start, ft.End, Guarded, string(r.Text.Runes[by.Start:by.End]))
	})
	for k := range r.Tokens {
		t.verb(k)
	}
	t.rest()
	slices.SortStableFunc(t.notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.Rule, b.Rule))
	})
	return slices.Compact(t.notes)
}

// tracer is one trace under way.
type tracer struct {
	*ear
	f     *fact.Facts
	notes []Note
}

func (t *tracer) note(rule, is string, start, end int, fate Fate, by string) {
	n := Note{Rule: rule, Is: is, Fate: fate, By: by}
	n.Start, n.End = t.Place(start, end)
	if fate == Heard {
		if by := t.dropper(is); by != "" {
			n.Fate, n.By = Dropped, by
		}
	}
	t.notes = append(t.notes, n)
}

// form names the form of a fit.
func (t *tracer) form(ft *reading.Fit) string {
	fr := &t.S.Frames[ft.Frame]
	return lexicon.FormID(t.S.Entries[fr.Entry].ID, fr.Number)
}

func (t *tracer) fit(ft *reading.Fit) {
	fr := &t.S.Frames[ft.Frame]
	fate := Heard
	line, red := lexicon.RedLineOf[fr.Is]
	_, element := lexicon.ElementOf[fr.Is]
	switch {
	case red:
		fate = redness(t.ear, ft, line)
		if fate == Heard && fr.Bare && !t.said(t.S.Entries[fr.Entry].ID, line.Name()) {
			fate = NotAlone
		}
	case opensStep(fr.Is):
		if fate = openness(t.ear, ft); fate == Heard && !t.isStep(t.FitSign(ft)) {
			fate = Denied
		}
	case element, empathic(fr.Is):
		fate = soundness(t.ear, ft)
	}
	if fate == Quoted && t.Clauses[ft.Clause].Mood == reading.Echoed {
		fate = Echoed
	}
	t.note(t.form(ft), fr.Is.Name(), ft.Start, ft.End, fate, t.reason(ft, fate))
}

func empathic(is lexicon.Finding) bool {
	switch is {
	case lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare, lexicon.IsCourtesy, lexicon.IsComfort, lexicon.IsAbsolve:
		return true
	}
	return false
}

// reason names what decided the fate of a form.
func (t *tracer) reason(ft *reading.Fit, fate Fate) string {
	switch fate {
	case AsksMore:
		return strings.Join(t.S.Frames[ft.Frame].Asks.Names(), "、")
	case Covered:
		return t.over(ft, append(deadening[:], lexicon.IsNoStep, lexicon.IsFault)...)
	case Excused:
		if by := t.over(ft, lexicon.IsAbsolve, lexicon.IsComfort); by != "" {
			return by
		}
		if by := absolver(t.ear, ft.Clause, int(t.At[ft.End-1])); by != nil {
			return t.form(by)
		}
	}
	return ""
}

// over is the form of one of some findings that lies over a fit.
func (t *tracer) over(ft *reading.Fit, findings ...lexicon.Finding) string {
	for i := range t.Fits {
		o := &t.Fits[i]
		if o.Start < ft.End && ft.Start < o.End && *o != *ft && slices.Contains(findings, t.S.Frames[o.Frame].Is) {
			return t.form(o)
		}
	}
	return ""
}

func (t *tracer) verb(k int) {
	token := &t.Tokens[k]
	size, ok := stepWord(token)
	if !ok {
		return
	}
	_, fate := verbRead(t.ear, k, size)
	sign, by := t.TokenSign(token), ""
	switch {
	case fate == Echoed && t.Clauses[token.Clause].Mood != reading.Echoed:
		fate = Quoted
	case fate == NoDeed:
		by = t.over(&reading.Fit{Start: sign.Start, End: sign.End}, lexicon.IsNoStep, lexicon.IsNothing, lexicon.IsAskGrace,
			lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare)
	}
	t.note(sign.Rule, fact.Action.Name(), sign.Start, sign.End, fate, by)
}

func (t *tracer) isStep(s reading.Sign) bool {
	return slices.ContainsFunc(t.steps, func(st step) bool { return st.Sign == s })
}

// said reports that the facts hold the rule's finding.
func (t *tracer) said(rule, part string) bool {
	return slices.ContainsFunc(t.f.Evidence, func(e fact.Evidence) bool { return e.Rule == rule && e.Part == part })
}

// dropper is the rule that made nothing of what else was heard, for what it made nothing of.
func (t *tracer) dropper(is string) string {
	if _, red := fact.RedLineByName(is); red {
		return ""
	}
	switch step := is == fact.Action.Name() || strings.HasSuffix(is, "step"); {
	case t.f.Hollow:
		return Table[hollow].ID
	case t.said(Table[piledUp].ID, fact.Robotic.Name()):
		return Table[piledUp].ID
	case step && len(t.steps) > 0 && t.f.Action == 0:
		for _, e := range t.f.Evidence {
			if e.Part == fact.Robotic.Name() {
				return e.Rule
			}
		}
	}
	return ""
}

// rest adds what was heard by words and by rules of code.
func (t *tracer) rest() {
	for _, e := range t.f.Evidence {
		known := slices.ContainsFunc(t.notes, func(n Note) bool {
			id, _, _ := strings.Cut(n.Rule, "#")
			return id == e.Rule && n.Start == e.Start && n.End == e.End
		})
		if !known {
			t.notes = append(t.notes, Note{Rule: e.Rule, Is: e.Part, Start: e.Start, End: e.End, Fate: Heard})
		}
	}
}
