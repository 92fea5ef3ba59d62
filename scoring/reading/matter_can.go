package reading

import "shouxiang/scoring/lexicon"

// ability is one entry of can: what the desk does by button.
type ability struct {
	Runes  []rune  // as written, folded
	Groups []int16 // groups of deeds it names
}

func newAbility(s *lexicon.Lexicon, text string) ability {
	a := ability{Runes: []rune(s.Fold.FoldString(text))}
	hits := s.Auto.Find(nil, a.Runes)
	for _, h := range hits {
		if g := s.Words[h.Word].Deed; g > 0 && !s.InsideDeed(hits, h) {
			a.Groups = append(a.Groups, g)
		}
	}
	return a
}
