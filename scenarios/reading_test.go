package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"shouxiang/scoring"
)

func TestPathsAreReadOnceAndShareTheirPack(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"pack.toml": tinyPack, "a.toml": fmt.Sprintf(tiny, "a"), "b.toml": fmt.Sprintf(tiny, "b")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.Join(dir, "a.toml"), filepath.Join(dir, "b.toml")
	for _, paths := range [][]string{{dir}, {dir, a}, {a, b}, {a, b, a, dir}} {
		lib := Reading{Places: true}.LoadPaths(paths...)
		for _, p := range lib.Problems {
			t.Errorf("%v: %s", paths, p.Render())
		}
		if len(lib.Scenarios) != 2 || lib.Scenarios[0].Pack != lib.Scenarios[1].Pack && len(paths) == 2 {
			t.Errorf("%v: %d scenarios", paths, len(lib.Scenarios))
		}
	}
	if lib := (Reading{}).LoadPaths(filepath.Join(dir, "none.toml")); len(lib.Broken) != 1 || lib.Broken[0].Reason.Code != "S06" {
		t.Errorf("a missing file: %+v", lib.Broken)
	}
}

func TestPlacesAreKeptForCheckingOnly(t *testing.T) {
	dir := os.DirFS("testdata/good")
	play, check := Load(Source{FS: dir}), Reading{Places: true, Scorer: scoring.Default()}.Load(Source{FS: dir})
	for _, s := range check.Scenarios {
		if s.Tree == nil || s.Turns[0].Node == nil {
			t.Errorf("%s: checking lacks places", s.File)
		}
	}
	for _, s := range play.Scenarios {
		if s.Tree != nil || s.Turns[0].Node != nil {
			t.Errorf("%s: play keeps the tree", s.File)
		}
	}
	if at := check.ByID("wl-cui-01").Turns[0].Good[0].Node.Get("text").Span; at.Line != 14 || at.Col != 9 {
		t.Errorf("the model reply stands at %+v", at)
	}
	if len(play.Read) != 0 || len(check.Read) != len(check.Scenarios) {
		t.Errorf("read %d and %d", len(play.Read), len(check.Read))
	}
}

func TestFilesWithoutAPackDoNotBindEachOthersTags(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for _, name := range []string{"a", "b"} {
		file := filepath.Join(dir, name+".toml")
		text := "format = 1\nid = \"" + name + "\"\ntitle = \"x\"\ntag = \"自己的/" + name + "\"\nsay = \"在吗\"\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	lib := Reading{}.LoadPaths(files...)
	for _, p := range lib.Problems {
		t.Error(p.Render())
	}
	if tags := lib.Packs[0].Tags; len(tags) != 2 {
		t.Errorf("the tags in use are %q", tags)
	}
}
