package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The embedded file and its reader, for measuring.
var (
	Decode   = decode
	Compiled = compiled
)

// Expressions are the patterns of the lexicon as regular expressions: one for every class of words, one for every form
// of a frame.
func Expressions(b *testing.B) []*regexp.Regexp {
	lex := lexiconBuilder(b)
	words := func(list []string) string {
		for i, w := range list {
			list[i] = regexp.QuoteMeta(w)
		}
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
		return "(?:" + strings.Join(list, "|") + ")"
	}
	item := func(spec string) string {
		var list []string
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] != '<' {
				list = append(list, lex.folded(alt))
				continue
			}
			for _, w := range lex.class[alt[1:len(alt)-1]] {
				list = append(list, lex.texts[w])
			}
		}
		return words(list)
	}
	var out []*regexp.Regexp
	for _, numbers := range lex.class {
		var list []string
		for _, w := range numbers {
			list = append(list, lex.texts[w])
		}
		out = append(out, regexp.MustCompile(words(list)))
	}
	for _, f := range lex.frames {
		var text strings.Builder
		for i, it := range f.Items {
			if i > 0 {
				fmt.Fprintf(&text, "[^,。!?;:]{0,%d}", it.Gap)
			}
			text.WriteString(item(lex.sym.specs[it.Symbol]))
			if it.May {
				text.WriteByte('?')
			}
		}
		out = append(out, regexp.MustCompile(text.String()))
	}
	return out
}
