package rehearsal

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios/lint"
)

// Whatever a file holds, checking and playing it does not panic, says the same twice, and points into the file.
func FuzzCheckingAndPlayingAnyFile(f *testing.F) {
	for _, pattern := range []string{ruleFiles + "testdata/*/*.toml", "../../scenarios/testdata/*/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatal("no seeds", err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(data))
		}
	}
	s := tiny(f)
	f.Fuzz(func(t *testing.T, text string) {
		check := func() []problem.Problem {
			lib := read(t, s, lint.File{Name: "a.toml", Text: text})
			list := lint.Check(lib, s)
			for _, sc := range lib.Scenarios {
				Rehearse(sc, s, 5, 1)
			}
			return append(list, Check(lib, list, s)...)
		}
		list := check()
		if !reflect.DeepEqual(list, check()) {
			t.Fatal("two checks differ")
		}
		lines := strings.Count(text, "\n") + 1
		for _, p := range list {
			if p.File == "a.toml" && (p.Line < 1 || p.Line > lines || p.Col < 1 || p.EndCol < p.Col) {
				t.Errorf("outside the file: %s", p.Error())
			}
			if strings.Contains(p.Message, "%!") {
				t.Errorf("a message is not filled in: %s", p.Message)
			}
		}
	})
}
