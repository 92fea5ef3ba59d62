package lexicon

import (
	"io/fs"
	"regexp"
	"slices"
	"testing"
)

// A class without words would make a form that names it fit nowhere, and an exception that names it hold nothing off.
func TestEveryClassThatAFormNamesHasWords(t *testing.T) {
	var all []byte
	names, err := fs.Glob(Sources, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(Sources, name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	filled := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^class = "([a-z0-9-]+)"`).FindAllSubmatch(all, -1) {
		filled[string(m[1])] = true
	}
	for _, c := range virtualClasses {
		filled[c] = true
	}
	var empty []string
	for _, m := range regexp.MustCompile(`<([a-z0-9-]+)>`).FindAllSubmatch(all, -1) {
		if name := string(m[1]); !filled[name] && !slices.Contains(empty, name) {
			empty = append(empty, name)
		}
	}
	if len(empty) > 0 {
		t.Errorf("named in forms and without words: %v", empty)
	}
}

// A class that is not described lies in the core, which hides what it overlaps: that must be meant, and said.
func TestEveryClassOfTheLexiconIsDescribed(t *testing.T) {
	b := lexiconBuilder(t)
	for name := range b.class {
		if b.lies[name] == 0 {
			t.Errorf("class %s has no [[class]]", name)
		}
	}
	for name := range b.lies {
		if len(b.class[name]) == 0 && !slices.Contains(virtualClasses[:], name) {
			t.Errorf("[[class]] %s has no words", name)
		}
	}
}
