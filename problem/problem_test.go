package problem

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the .want files anew")

var names = map[string]string{"标题": "title", "轮次": "turn"}

// Every file of testdata/bad is a mistake that people make; its .want is exactly what they are told.
func TestBadFilesAreReportedAtTheirExactPlaces(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, problems := Parse(filepath.Base(name), data, names)
			var b strings.Builder
			for _, p := range problems {
				b.WriteString(p.Render())
			}
			compare(t, strings.TrimSuffix(name, ".toml")+".want", b.String())
			if len(problems) == 0 {
				t.Error("no problem found")
			}
		})
	}
}

func compare(t *testing.T, file, have string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if have != string(want) {
		t.Errorf("have:\n%swant:\n%s", have, want)
	}
}
