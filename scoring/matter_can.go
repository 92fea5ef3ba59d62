package scoring

// ability is one entry of can: what the desk does by button.
type ability struct {
	runes  []rune  // as written, folded
	groups []int16 // groups of deeds it names
}

func newAbility(s *Lexicon, text string) ability {
	a := ability{runes: []rune(s.fold.foldString(text))}
	hits := s.auto.find(nil, a.runes)
	for _, h := range hits {
		if g := s.words[h.word].deed; g > 0 && !s.insideDeed(hits, h) {
			a.groups = append(a.groups, g)
		}
	}
	return a
}
