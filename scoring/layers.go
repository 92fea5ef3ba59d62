package scoring

// layer says how a word lies over others: core words hide what they overlap, overlay words never take part in that.
type layer uint8

const (
	coreLayer layer = 1 << iota
	overLayer
	maskLayer // hides the literal words of forms as well
	fullLayer // hides overlay words, too
)

// layerNames are the words of `layer` in [[class]].
var layerNames = map[string]layer{"core": coreLayer, "over": overLayer, "mask": coreLayer | maskLayer, "full": coreLayer | maskLayer | fullLayer}

// layers tells every word how it lies over others, and notes which classes of the code are laid over.
func (b *builder) layers(s *Lexicon) {
	for name, words := range b.class {
		lies := b.lies[name]
		if lies == 0 { // no [[class]] says otherwise
			lies = coreLayer
		}
		for _, w := range words {
			s.words[w].layer |= lies
		}
	}
	for c, name := range codeClasses {
		if b.lies[name] == overLayer {
			s.overlays[c/64] |= 1 << (c % 64)
		}
	}
}
