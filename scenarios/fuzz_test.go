package scenarios

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scoring"
)

func seeds(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.toml")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	packs, _ := filepath.Glob("testdata/packs/*/pack.toml")
	for _, name := range append(files, packs...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// Whatever a file holds, loading does not panic, its problems lie inside it, the good file beside it plays, and if it
// plays itself then everything a session relies on is there.
func FuzzLoadingAnyFile(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		lib := Load(Source{FS: fstest.MapFS{"pack.toml": file(tinyPack), "a.toml": {Data: data}, "b.toml": file(tiny, "the-good-one")}})
		checkPlaces(t, lib.Problems, "a.toml", data)
		broken := slices.ContainsFunc(lib.Broken, func(b Broken) bool { return b.File == "a.toml" })
		for _, s := range lib.Scenarios {
			if s.File == "a.toml" {
				checkPlayable(t, s)
				if broken {
					t.Fatal("broken and playable")
				}
			}
		}
		if !broken && len(lib.Scenarios) != 2 && lib.ByID("the-good-one") == nil {
			t.Fatal("neither playable nor broken")
		}
		if !strings.Contains(string(data), "the-good-one") && lib.ByID("the-good-one") == nil {
			t.Fatal("the good file does not play")
		}
	})
}

func FuzzLoadingAnyPack(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		lib := Load(Source{FS: fstest.MapFS{"pack.toml": {Data: data}, "b.toml": file(tiny, "b")}})
		checkPlaces(t, lib.Problems, "pack.toml", data)
		for _, p := range lib.Packs {
			if p.Name == "" || p.Typing < 1 {
				t.Fatalf("pack %+v", p)
			}
		}
	})
}

func checkPlaces(t *testing.T, problems []problem.Problem, name string, data []byte) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	for _, p := range problems {
		if p.File != name || p.Code == "S01" {
			continue
		}
		if p.Line < 1 || p.Line > len(lines) {
			t.Fatalf("line %d of %d: %s", p.Line, len(lines), p.Message)
		}
		if width := len([]rune(lines[p.Line-1])); p.Col < 1 || p.Col > width+1 || p.EndCol < p.Col || p.EndCol > width+1 {
			t.Fatalf("columns %d-%d of %d: %s", p.Col, p.EndCol, width, p.Message)
		}
		if strings.ContainsFunc(p.Render(), func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
			t.Fatalf("control character in %q", p.Render())
		}
	}
}

func checkPlayable(t *testing.T, s *Scenario) {
	t.Helper()
	if s.ID == "" || s.Title == "" || s.Tag == "" || s.Customer.Name == "" || len(s.Turns) == 0 || s.Card != (len(s.Turns) == 1 && s.Turns[0].ID == "") {
		t.Fatalf("incomplete: %+v", s)
	}
	if s.StartMood() < 2 || s.StartMood() > 6 || s.Money < 0 || s.Within < 0 {
		t.Fatalf("out of range: %+v", s)
	}
	names := []string{"", ToEnd, ToLeave}
	for _, turn := range s.Turns {
		names = append(names, turn.ID)
	}
	for _, e := range s.Endings {
		names = append(names, e.ID)
	}
	for i := range s.Turns {
		turn := &s.Turns[i]
		if len(turn.Say) == 0 || turn.Matter == nil || turn.Wait != 0 && (turn.Wait < 5 || turn.Wait > 600) {
			t.Fatalf("incomplete turn: %+v", turn)
		}
		for _, line := range slices.Concat(turn.Say, turn.Late) {
			if line.Text == "" || line.After < 0 || strings.ContainsFunc(line.Text, unicode.IsControl) {
				t.Fatalf("message %q", line.Text)
			}
		}
		for _, row := range turn.Rows {
			if !slices.Contains(names, row.To) {
				t.Fatalf("leads to %q", row.To)
			}
		}
		Choose(turn.Rows, &Moment{Facts: scoring.Default().Hear(turn.Matter, []string{"您好"})})
	}
}

// FuzzParseCondition: what is understood is understood again from its own text.
func FuzzParseCondition(f *testing.F) {
	for _, s := range append(conditionNames(), "提到：退款｜退钱", " 有 共情 ", "没提:*", "早说过:时间:2小时", "") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // files are UTF-8
		}
		c, err := ParseCondition(text, scoring.Default().Pattern)
		again, err2 := ParseCondition(c.Text, scoring.Default().Pattern)
		if (err == nil) != (err2 == nil) || c.kind != again.kind || c.Text != again.Text {
			t.Fatalf("%q: %+v, again %+v", text, c, again)
		}
	})
}

func BenchmarkLoadEmbedded(b *testing.B) {
	lib := Load(Source{FS: Embedded()})
	b.ReportAllocs()
	for b.Loop() {
		Load(Source{FS: Embedded()})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(lib.Scenarios)), "µs/file")
}
