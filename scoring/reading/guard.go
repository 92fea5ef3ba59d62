package reading

import "shouxiang/scoring/lexicon"

// allowed checks the guards of a frame.
func allowed(r *Reading, f *lexicon.Frame, k, start, end int) bool {
	before, after := f.Before >= 0 && here(r, f.Before), f.After >= 0 && here(r, f.After)
	inside := f.Across && f.Inside >= 0 && here(r, f.Inside) // within a clause offer looked for it
	if !before && !after && !inside {
		return true
	}
	return guard(r, f, k, start, end, before, after, inside) == nil
}

// guard is the word that a guard of the frame forbids, nil when there is none.
func guard(r *Reading, f *lexicon.Frame, k, start, end int, before, after, inside bool) *Token {
	first, last := int(r.Tokens[k].Clause), int(r.Tokens[k].Clause)
	if f.Across {
		last = int(r.At[end-1])
	}
	tokens := r.Tokens[r.first[first]:r.first[last+1]]
	for i := range tokens {
		t := &tokens[i]
		if inside && r.Has(t, f.Inside) ||
			before && int(t.End) <= start && start-int(t.End) <= 1 && r.Has(t, f.Before) ||
			after && int(t.Start) == end && r.Has(t, f.After) {
			return t
		}
	}
	return nil
}

// HeldOff tells every place where a form would fit but for a word that one of its guards forbids.
func (r *Reading) HeldOff(tell func(ft Fit, by *Token)) {
	for id := range r.S.Frames {
		f := &r.S.Frames[id]
		before, after, inside := f.Before >= 0, f.After >= 0, f.Inside >= 0
		if !before && !after && !inside {
			continue
		}
		reach := 0
		for k := range r.Tokens {
			start, end, ok := match(r, &f.Form, k, f.Across)
			if !ok || start < reach {
				continue
			}
			if by := guard(r, f, k, start, end, before, after, inside); by != nil {
				tell(Fit{id, start, end, int(r.Tokens[k].Clause)}, by)
				reach = end
			}
		}
	}
}
