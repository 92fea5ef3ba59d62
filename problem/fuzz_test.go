package problem

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"
)

func seeds(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.toml")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{"a={b=[1,{c=2}],}", "[[a.b]]\n[a.b.c]\n[[a.b]]\nx.y=1", "a=\"\\u001b\"", "x='''\n'''''",
		"d=1979-05-27 07:32:00Z", "\xef\xbb\xbfa=1\r\nb=2", "[a]\n[a.b]\n[a]", "a.b=1\n[a]", "a=[1,#x\n2,]", "\"“\"=\"”\""} {
		f.Add([]byte(s))
	}
}

// Every problem lies inside the file, and rendering gives nothing to the terminal but text.
func FuzzProblemsLieInsideTheFile(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, problems := Parse("f.toml", data, map[string]string{"标题": "title"})
		lines := strings.Split(strings.TrimPrefix(string(data), bom), "\n")
		for _, p := range problems {
			checkPlace(t, lines, p)
			for _, r := range strings.ReplaceAll(p.Render(), "\n", "") {
				if isControl(r) || isInvisible(r) || r == 0xfffd && utf8.Valid(data) && !strings.ContainsFunc(string(data), odd) {
					t.Fatalf("raw %U in %q", r, p.Render())
				}
			}
		}
	})
}

func odd(r rune) bool { return isControl(r) || isInvisible(r) || r == utf8.RuneError }

func checkPlace(t *testing.T, lines []string, p Problem) {
	t.Helper()
	if p.Line < 1 || p.Line > len(lines) {
		t.Fatalf("line %d of %d: %s", p.Line, len(lines), p.Message)
	}
	width := len([]rune(lines[p.Line-1]))
	if p.Code == "S01" || p.Code == "S05" {
		width = max(width, 1)
	}
	if p.Col < 1 || p.Col > width+1 || p.EndCol < p.Col || p.EndCol > width+1 {
		t.Fatalf("columns %d-%d of %d: %s", p.Col, p.EndCol, width, p.Message)
	}
	if p.Message == "" || p.Code == "" {
		t.Fatalf("empty problem %+v", p)
	}
}

// What the library accepts we accept, with the same values; what it refuses we refuse with at least one problem.
// Encoding, size and control characters are ours alone.
func FuzzReadsWhatTheLibraryReads(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, problems := Parse("f.toml", data, nil)
		for _, p := range problems {
			if p.Code == "S01" || p.Code == "S04" || p.Code == "S05" {
				return
			}
		}
		var want map[string]any
		err := libraryDecode(string(data), &want)
		if (err == nil) != (len(problems) == 0) {
			t.Fatalf("library: %v, ours: %v", err, problems)
		}
		if err != nil {
			return
		}
		if !sameTable(file.Root, want) {
			t.Fatalf("values differ from %v", want)
		}
		text := strings.TrimPrefix(string(data), bom)
		checkSpans(t, file, file.Root, text)
		checkAgainstPositions(t, file, text)
	})
}

func libraryDecode(text string, into *map[string]any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = os.ErrInvalid
		}
	}()
	_, err = toml.Decode(text, into)
	return err
}

func sameTable(n *Node, want map[string]any) bool {
	if n.Kind != Table || len(n.Nodes) != len(want) {
		return false
	}
	for _, c := range n.Nodes {
		if v, ok := want[c.Key]; !ok || !sameValue(c, v) {
			return false
		}
	}
	return true
}

func sameValue(n *Node, want any) bool {
	switch v := want.(type) {
	case map[string]any:
		return sameTable(n, v)
	case []map[string]any:
		return sameList(n, len(v), func(i int) any { return v[i] })
	case []any:
		return sameList(n, len(v), func(i int) any { return v[i] })
	case string:
		return n.Kind == String && n.Str == v
	case int64:
		return n.Kind == Int && n.Int == v
	case float64:
		return n.Kind == Float && (n.Float == v || math.IsNaN(v) && math.IsNaN(n.Float))
	case bool:
		return n.Kind == Bool && n.Bool == v
	case time.Time:
		return n.Kind == Time && n.Time.Equal(v)
	}
	return false
}

func sameList(n *Node, size int, at func(int) any) bool {
	if n.Kind != Array || len(n.Nodes) != size {
		return false
	}
	for i, c := range n.Nodes {
		if !sameValue(c, at(i)) {
			return false
		}
	}
	return true
}

// checkSpans reads every value again from the place it is said to have.
func checkSpans(t *testing.T, f *File, n *Node, text string) {
	t.Helper()
	for _, c := range n.Nodes {
		if c.made == byValue && !extended(c, c.Span) {
			raw := cut(f, text, c.Span)
			var again map[string]any
			if err := libraryDecode("x="+raw, &again); err != nil || !sameValue(c, again["x"]) {
				t.Fatalf("at %v stands %q, not the value of %q", c.Span, raw, c.Key)
			}
		}
		if c.Key != "" && c.KeySpan != (Span{}) {
			raw := cut(f, text, c.KeySpan)
			var again map[string]any
			if err := libraryDecode(raw+"=1", &again); err != nil || again[c.Key] == nil {
				t.Fatalf("at %v stands %q, not the key %q", c.KeySpan, raw, c.Key)
			}
		}
		checkSpans(t, f, c, text)
	}
}

// extended reports a { … } that a later heading adds to; the library allows that.
func extended(n *Node, s Span) bool {
	for _, c := range n.Nodes {
		if c.KeySpan != (Span{}) && (c.KeySpan.Line > s.EndLine || c.KeySpan.Line == s.EndLine && c.KeySpan.Col > s.EndCol) {
			return true
		}
		if extended(c, s) {
			return true
		}
	}
	return false
}

func cut(f *File, text string, s Span) string {
	return text[offsetOf(f, text, s.Line, s.Col):offsetOf(f, text, s.EndLine, s.EndCol)]
}

func offsetOf(f *File, text string, line, col int) int {
	off := f.pos.lines[line-1]
	for range col - 1 {
		_, n := utf8.DecodeRuneInString(text[off:])
		off += n
	}
	return off
}

// checkAgainstPositions compares our places of keys with the row and column go-toml itself gives.
func checkAgainstPositions(t *testing.T, f *File, text string) {
	t.Helper()
	var have []Span
	places(f.Root, &have)
	ours := map[[2]int]bool{}
	for _, s := range have {
		ours[[2]int{s.Line, s.Col}] = true
	}
	var p unstable.Parser
	p.Reset([]byte(text))
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.KeyValue {
			continue
		}
		var last *unstable.Node
		for it := e.Key(); it.Next(); {
			last = it.Node()
		}
		at := p.Shape(last.Raw).Start
		line := text[at.Offset-at.Column+1 : at.Offset]
		if !ours[[2]int{at.Line, utf8.RuneCountInString(line) + 1}] {
			t.Fatalf("no key of ours at %d:%d (bytes)", at.Line, at.Column)
		}
	}
}

func places(n *Node, out *[]Span) {
	for _, c := range n.Nodes {
		*out = append(*out, c.KeySpan)
		places(c, out)
	}
}
