package lexicon

// Layer says how a word lies over others: core words hide what they overlap, overlay words never take part in that.
type Layer uint8

const (
	CoreLayer Layer = 1 << iota
	OverLayer
	MaskLayer // hides the literal words of forms as well
	FullLayer // hides overlay words, too
)

// layerNames are the words of `layer` in [[class]].
var layerNames = map[string]Layer{"core": CoreLayer, "over": OverLayer, "mask": CoreLayer | MaskLayer, "full": CoreLayer | MaskLayer | FullLayer}

// layers tells every word how it lies over others, and notes which classes of the code are laid over.
func (b *builder) layers(s *Lexicon) {
	for name, words := range b.class {
		lies := b.lies[name]
		if lies == 0 { // no [[class]] says otherwise
			lies = CoreLayer
		}
		for _, w := range words {
			s.Words[w].Layer |= lies
		}
	}
	for c, name := range codeClasses {
		if b.lies[name] == OverLayer {
			s.Overlays[c/64] |= 1 << (c % 64)
		}
	}
}
