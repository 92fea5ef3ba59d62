package scoring

import (
	"io/fs"
	"sync"

	"shouxiang/problem"
	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
	"shouxiang/scoring/hearing"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// What the rooms below hand through this door. Names of elements and red lines are those of fact.
type (
	Element      = fact.Element
	Elements     = fact.Elements
	RedLine      = fact.RedLine
	RedLines     = fact.RedLines
	Brief        = fact.Brief
	Wrong        = fact.Wrong
	Promise      = fact.Promise
	Evidence     = fact.Evidence
	PatternError = fact.PatternError
	Pattern      = reading.Pattern
	Mention      = reading.Mention
	Terms        = card.Terms
	TagMark      = card.TagMark
	Card         = card.Card
	Part         = card.Part
	Cap          = card.Cap
)

// Tag marks.
const (
	NotAsked = card.NotAsked
	TagRight = card.TagRight
	TagNear  = card.TagNear
	TagWrong = card.TagWrong
)

// Scorer hears and grades by one lexicon. It is immutable and safe for use by many goroutines.
type Scorer struct{ lex *lexicon.Lexicon }

// Default is the scorer of the embedded lexicon. It is made once, at first use.
var Default = sync.OnceValue(func() *Scorer { return &Scorer{lexicon.Default()} })

// New compiles the lexicon in a folder of TOML files. Broken entries are problems; the rest works.
func New(fsys fs.FS) (*Scorer, []problem.Problem) {
	lex, problems := lexicon.New(fsys)
	return &Scorer{lex}, problems
}

// Version names lexicon and code: the same version gives the same bytes.
func (s *Scorer) Version() string { return s.lex.Version() }

// Matter is a Brief made ready. A nil Matter knows nothing of the customer.
type Matter struct {
	brief Brief
	ready *reading.Matter
}

// Compile makes a Brief ready, once per turn. Patterns that cannot be used are reported and left out.
func (s *Scorer) Compile(b Brief) (*Matter, []PatternError) {
	ready, errs := reading.Compile(s.lex, b)
	return &Matter{b, ready}, errs
}

// Pattern compiles an author's pattern.
func (s *Scorer) Pattern(text string) (Pattern, error) { return reading.CompilePattern(s.lex, text) }

// Facts is what was heard in one reply, with what is kept of it for questions that come later.
type Facts struct {
	fact.Facts
	said *reading.Said
}

// Hear says what one reply contains, in its first 4,000 characters. m may be nil.
func (s *Scorer) Hear(m *Matter, bubbles []string) *Facts {
	var ready *reading.Matter
	if m != nil {
		ready = m.ready
	}
	f, said := hearing.Hear(s.lex, ready, bubbles)
	return &Facts{*f, said}
}

// Mentions says whether the reply affirms or negates the pattern. It may do both, in different places.
func (f *Facts) Mentions(p Pattern) Mention { return f.said.Mentions(p) }

// Grade turns facts into points. It is pure: the same facts and terms give the same card.
func (m *Matter) Grade(f *Facts, t Terms) Card {
	if m == nil {
		return card.Grade(nil, &f.Facts, t)
	}
	return card.Grade(&m.brief, &f.Facts, t)
}

// Folded is the text without spelling variants and without punctuation, for telling whether two replies are the same.
func Folded(text string) string { return lexicon.Default().Bare(text) }
