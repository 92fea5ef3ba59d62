package scoring

import (
	"fmt"
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

// Scorer hears and grades by one lexicon and the rules of code. It is immutable and safe for use by many goroutines.
type Scorer struct {
	lex    *lexicon.Lexicon
	off    hearing.Rules          // rules of code that are switched off
	source func() *lexicon.Source // what lex was compiled of, parsed at first use
	whole  *Scorer                // the scorer that this one is without some rules of, or nil
	less   []string               // the ids of those rules
}

// Default is the scorer of the embedded lexicon. It is made once, at first use.
var Default = sync.OnceValue(func() *Scorer { return scorerOf(lexicon.Default(), lexicon.Sources) })

// New compiles the lexicon in a folder of TOML files. Broken entries are problems; the rest works.
func New(fsys fs.FS) (*Scorer, []problem.Problem) {
	lex, problems := lexicon.New(fsys)
	return scorerOf(lex, fsys), problems
}

func scorerOf(lex *lexicon.Lexicon, fsys fs.FS) *Scorer {
	return &Scorer{lex: lex, source: sync.OnceValue(func() *lexicon.Source { return lexicon.Parse(fsys) })}
}

// Version names lexicon and code: the same version gives the same bytes.
func (s *Scorer) Version() string {
	if s.off != 0 {
		return fmt.Sprintf("%s-%x", s.lex.Version(), s.off)
	}
	return s.lex.Version()
}

// Matter is a Brief made ready. A nil Matter knows nothing of the customer.
type Matter struct {
	brief Brief
	ready *reading.Matter
}

// Brief is what the Matter was made of.
func (m *Matter) Brief() Brief { return m.brief }

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
	f, said := hearing.Hear(s.lex, s.off, ready, bubbles)
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
