package replybox

import (
	"fmt"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func FuzzEditing(f *testing.F) {
	f.Add([]byte("\x10\x03\x00\x05\x01\x06\x0b\x12\x08\x09"))
	f.Add([]byte{0, 0, 9, 2, 9, 5, 9, 6, 9, 1, 13, 13, 9, 6, 0, 7})
	f.Fuzz(func(t *testing.T, data []byte) {
		data = data[:min(len(data), 150)]
		s := newSession(t, func(n int) int {
			if len(data) == 0 {
				return 0
			}
			v := int(data[0])
			data = data[1:]
			return v % n
		})
		for len(data) > 0 {
			s.check(s.step())
		}
		s.checkHistory()
	})
}

func FuzzAnyText(f *testing.F) {
	for _, s := range []string{"您好，a\u0301", "\x1b[31m红\x1b]0;t\x07", "\r\n\t\u202e\ufeff", "👩\u200d", "ᅡ🇨ᅡ🇳", "\xff中\xe4", "नमस्ते"} {
		f.Add(s, "中\u200d👩", uint8(7))
	}
	f.Fuzz(func(t *testing.T, a, z string, w uint8) {
		for _, m := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			b := New(int(w%40), 3)
			b.SetMethod(m)
			fail := func(format string, args ...any) {
				t.Helper()
				t.Fatalf("%+q and %+q: %s", a, z, fmt.Sprintf(format, args...))
			}
			b.Paste(a)
			for range w % 5 {
				b.Left()
			}
			b.Insert(z)
			v := b.Value()
			if !slices.EqualFunc(b.text, split(v, Typed), func(x, y cluster) bool { return x.s == y.s }) {
				fail("clusters are not those of %+q", v)
			}
			for _, r := range v {
				if r != '\n' && cleanRune(r) != r {
					fail("%+q was let in", r)
				}
			}
			s := session{t: t, b: b, any: true}
			s.checkRows(fail)
			s.checkCaret(fail)
			checkDrawn(b, fail)
			for b.Undo() {
			}
			if !b.Empty() {
				fail("undone to %+q", b.Value())
			}
		}
	})
}
