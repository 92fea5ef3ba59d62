package scoring

// layer says how a word lies over others: core words hide what they overlap, overlay words never take part in that.
type layer uint8

const (
	coreLayer layer = 1 << iota
	overLayer
	maskLayer // hides the literal words of frames as well
	fullLayer // hides overlay words, too
)

// overlayClasses are the classes of overlay words.
var overlayClasses = []class{clsOutcome, clsSlogan, clsEmpty, clsHollow, clsSecret, clsTell, clsSafe, clsPoliteWord, clsAddress,
	clsIrony, clsOwnAct, clsGeneric, clsNoun, clsPlight, clsObject, clsRule, clsFuture, clsNoDeadline, clsBad, clsTalk, clsSure,
	clsVow, clsPaper, clsBackThen, clsRetract, clsSympathy, clsTry, clsHedge, clsYesNo, clsPays, clsOutsider}

// overlayNames are overlay classes that only the lexicon's frames use.
var overlayNames = []string{"upset", "well", "mistake", "whom", "hard"}

// overlays is overlayClasses as bits of a row.
var overlays = func() (bits [2]uint64) {
	for _, c := range overlayClasses {
		bits[c/64] |= 1 << (c % 64)
	}
	return bits
}()

// layers tells every word of a class how it lies over others.
func (b *builder) layers(s *Scorer) {
	over := map[string]bool{}
	for _, name := range overlayNames {
		over[name] = true
	}
	for _, c := range overlayClasses {
		over[codeClasses[c]] = true
	}
	for name, words := range b.class {
		kind := coreLayer
		if over[name] {
			kind = overLayer
		}
		switch name {
		case "mask":
			kind |= maskLayer | fullLayer
		case "emo", "apology", "courtesy":
			kind |= maskLayer
		}
		for _, w := range words {
			s.words[w].layer |= kind
		}
	}
}
