package scoring

// sign is one thing heard, with its place (runes) and the entry of the lexicon, or rule of code, that heard it.
type sign struct {
	rule       string
	start, end int
	entry      int // of the lexicon, −1 for a rule of code
}

func (r *reply) tokenSign(t *token) sign {
	if e := int(r.s.words[t.word].source); e >= 0 {
		return sign{r.s.entries[e].id, int(t.start), int(t.end), e}
	}
	return sign{"code.value", int(t.start), int(t.end), -1}
}

func (r *reply) fitSign(ft *fit) sign {
	e := r.s.frames[ft.frame].entry
	return sign{r.s.entries[e].id, ft.start, ft.end, e}
}
