package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFindAgreesWithIndex holds the automaton to looking for every word by itself.
func FuzzFindAgreesWithIndex(f *testing.F) {
	f.Add("着急 急 加急 急死 了 死了", "加急件急死了着急")
	f.Add("ab b bab a", "babab")
	f.Add("一 一一 一一一", "一一一一")
	f.Fuzz(func(t *testing.T, words, text string) {
		var list []string
		seen := map[string]bool{}
		for _, w := range strings.Fields(words) {
			if utf8.ValidString(w) && BMP(w) && !seen[w] && len(list) < 40 {
				seen[w] = true
				list = append(list, w)
			}
		}
		if len(list) == 0 || !utf8.ValidString(text) {
			return
		}
		runes := []rune(text)
		have := map[Hit]bool{}
		for _, h := range NewAutomaton(list).Find(nil, runes) {
			if have[h] {
				t.Fatalf("%+v twice in %q", h, text)
			}
			have[h] = true
		}
		want := 0
		for w, word := range list {
			for at := 0; ; {
				i := strings.Index(text[at:], word)
				if i < 0 {
					break
				}
				start := int32(utf8.RuneCountInString(text[:at+i]))
				h := Hit{int32(w), start, start + int32(utf8.RuneCountInString(word))}
				if !have[h] {
					t.Fatalf("%q at %d of %q not found", word, start, text)
				}
				want++
				_, n := utf8.DecodeRuneInString(text[at+i:])
				at += i + n
			}
		}
		if want != len(have) {
			t.Fatalf("%d found, want %d: %q in %q", len(have), want, list, text)
		}
	})
}
