package scoring

// temporary front for tests while the rooms are parted
type Scorer = Lexicon

func (s *Lexicon) Hear(m *Matter, b []string) *Facts {
	f, said := Hear(s, m, b)
	f.said = said
	return f
}
func (s *Lexicon) Compile(b Brief) (*Matter, []PatternError) { return Compile(s, b) }
func (s *Lexicon) Pattern(t string) (Pattern, error)         { return CompilePattern(s, t) }
func (m *Matter) Grade(f *Facts, t Terms) Card {
	if m == nil {
		return Grade(nil, f, t)
	}
	return Grade(&m.brief, f, t)
}
func (f *Facts) Mentions(p Pattern) Mention { return f.said.Mentions(p) }

func (s *Lexicon) Runs(m *Matter, b []string, x, y int) []string { return Runs(s, m, b, x, y) }
