package scoring

// hearRedLines adds the red lines that frames of the lexicon hear.
func (r *reply) hearRedLines(f *Facts) {
	for i := range r.fits {
		ft := &r.fits[i]
		fr := &r.s.frames[ft.frame]
		line, ok := redLineOf[fr.is]
		if !ok || !fr.raw && len(r.quoted) > 0 && r.quoted[ft.start] || r.covered(isNothing, ft.start, ft.end) {
			continue
		}
		r.cross(f, line, r.fitSign(ft), r.s.entries[fr.entry].better)
	}
	r.hearSure(f)
	r.hearPrivacy(f)
	if f.RedLines.Has(Dismiss) && len(r.steps) > 0 {
		f.Hints = f.Hints.With(Dismiss)
	}
}

func (r *reply) cross(f *Facts, line RedLine, s sign, better string) {
	f.RedLines = f.RedLines.With(line)
	if f.Better == "" {
		f.Better = better
	}
	r.say(f, line.Name(), s)
}
