package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// newcomer judges the entries of the files that are laid over the lexicon, by all that is heard in their examples.
const newcomer = `package scoring

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
)

func TestNewcomer(t *testing.T) {
	files := fstest.MapFS{}
	known, _ := lexicon.Sources.ReadDir(".")
	for _, f := range known {
		data, _ := lexicon.Sources.ReadFile(f.Name())
		files[f.Name()] = &fstest.MapFile{Data: data}
	}
	added := fstest.MapFS{}
	for name := range strings.SplitSeq(os.Getenv("NEWCOMER"), "\n") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		added[name[strings.LastIndex(name, "/")+1:]] = &fstest.MapFile{Data: data}
	}
	maps.Copy(files, added)
	s, problems := New(files)
	alone, _ := lexicon.New(added)
	if len(problems) > 0 || len(alone.Entries) < 2 {
		t.Fatal(problems)
	}
	for _, e := range alone.Entries {
		heard := func(text string) bool {
			if line, ok := fact.RedLineByName("hurry"); ok && strings.HasPrefix(e.ID, "hurry.") {
				f := s.Hear(nil, []string{text})
				card := (*Matter)(nil).Grade(f, Terms{})
				return f.RedLines.Has(line) && card.Score <= line.Limit()
			}
			return slices.ContainsFunc(s.Trace(nil, []string{text}), func(n Note) bool {
				return n.Rule == lexicon.FormID(e.ID, 1) && n.Fate == 0
			}) && s.Hear(nil, []string{text}).Empathy == 2
		}
		for _, text := range e.Hit {
			if !heard(text) {
				t.Errorf("%s: %s is not heard", e.ID, text)
			}
		}
		for _, text := range e.Miss {
			if heard(text) {
				t.Errorf("%s: %s is heard", e.ID, text)
			}
		}
	}
}
`

// TestTheWorkedExamplesOfScoringAreTrue lays the files of docs/scoring.md §10 over the tree, as a newcomer would write them,
// and runs the tests of what they touch.
func TestTheWorkedExamplesOfScoringAreTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the scorer")
	}
	dir := t.TempDir()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	over := map[string]string{}
	lay := func(name, text string) string {
		path := filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var toml []string
	for _, b := range blocksOf(t, "docs/scoring.md") {
		switch kind, file, named := strings.Cut(b.info, " "); {
		case kind == "toml" && named:
			toml = append(toml, lay(file, b.text))
		case kind == "go" && named:
			over[filepath.Join(root, file)] = lay(file, withLines(t, file, b.text))
		}
	}
	if len(toml) != 2 || len(over) != 2 {
		t.Fatalf("%d entries, %d changes of code", len(toml), len(over))
	}
	over[filepath.Join(root, "scoring/newcomer_test.go")] = lay("newcomer_test.go", newcomer)
	data, err := json.Marshal(map[string]any{"Replace": over})
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("go", "test", "-overlay", lay("overlay.json", string(data)), "-run", "Newcomer|RedLine", "./scoring/fact", "./scoring", "./scoring/hearing", "./tui")
	c.Env = append(os.Environ(), "NEWCOMER="+strings.Join(toml, "\n"))
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// withLines is a file of the tree with lines of a worked example in their places: a name above NumRedLines, a row at the end of
// the table whose rows look like it.
func withLines(t *testing.T, file, lines string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for line := range strings.Lines(lines) {
		before := "\tNumRedLines\n"
		if key, _, row := strings.Cut(line, ": "); row {
			last := strings.Replace(key, "Hurry", "OpenSlot", 1) + ":"
			at := strings.Index(text, last)
			if at < 0 {
				t.Fatalf("%s: no row like %s", file, key)
			}
			before = text[at:][:strings.Index(text[at:], "\n}\n")+3]
			text = strings.Replace(text, before, before[:len(before)-2]+line+"}\n", 1)
			continue
		}
		text = strings.Replace(text, before, line+before, 1)
	}
	return text
}
