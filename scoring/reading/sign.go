package reading

// Sign is one thing heard, with its place (runes) and the entry of the lexicon, or rule of code, that heard it.
type Sign struct {
	Rule       string
	Start, End int
	Entry      int // of the lexicon, −1 for a rule of code
}

func (r *Reading) TokenSign(t *Token) Sign {
	if e := int(r.S.Words[t.Word].Source); e >= 0 {
		return Sign{r.S.Entries[e].ID, int(t.Start), int(t.End), e}
	}
	return Sign{"code.value", int(t.Start), int(t.End), -1}
}

func (r *Reading) FitSign(ft *Fit) Sign {
	e := r.S.Frames[ft.Frame].Entry
	return Sign{r.S.Entries[e].ID, ft.Start, ft.End, e}
}

// ByRule is a sign heard by a rule of code.
func ByRule(rule string, start, end int) Sign {
	return Sign{Rule: rule, Start: start, End: end, Entry: -1}
}
