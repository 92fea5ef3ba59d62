package scoring

// Folded is the text without spelling variants and without punctuation, for telling whether two replies are the same.
func Folded(text string) string {
	var out []rune
	for _, r := range Default().fold.foldString(text) {
		if r > ' ' && !isMark(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
