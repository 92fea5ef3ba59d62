package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesWithTheWrongNameAreNotPassedOverInSilence(t *testing.T) {
	one := func(name string, files fstest.MapFS) {
		t.Helper()
		var have []string
		for _, p := range Load(Source{FS: files}).Problems {
			have = append(have, p.File+" "+p.Code+" "+p.Message)
		}
		file, rest, _ := strings.Cut(name, " ")
		if len(have) != 1 || !strings.HasPrefix(have[0], file+" ") || !strings.Contains(have[0], rest) {
			t.Errorf("want %s, have %q", name, have)
		}
	}
	one("a.toml.txt P02 文件名多了『.txt』，程序不会读它；请改名为 a.toml", fstest.MapFS{"pack.toml": file(tinyPack), "a.toml.txt": file(tiny, "a")})
	one("p/b.TOML.docx 请改名为 b.TOML", fstest.MapFS{"p/pack.toml": file(tinyPack), "p/b.TOML.docx": file(tiny, "a")})
	one("pack.toml.txt 请改名为 pack.toml", fstest.MapFS{"pack.toml.txt": file(tinyPack), "a.toml": file(tiny, "a")})
	one("包.toml P01 这个文件写的是场景包；请把文件名改成 pack.toml", fstest.MapFS{"pack.toml": file(tinyPack), "包.toml": file(tinyPack)})
	one("pack.toml P01 这个文件写的是一道题", fstest.MapFS{"pack.toml": file(tiny, "a"), "b.toml": file(tiny, "b")})
	for _, p := range Load(Source{FS: fstest.MapFS{"Pack.TOML": file(tinyPack), "a.toml": file(tiny, "a")}}).Problems {
		t.Error(p.Render())
	}
}

func TestAFileAndItsFolderReadThePackOnce(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"pack.toml": tinyPack + "x = 1\n", "a.toml": fmt.Sprintf(tiny, "a")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib := Reading{}.LoadPaths(filepath.Join(dir, "a.toml"), dir)
	if len(lib.Packs) != 1 || lib.Files != 2 || len(lib.Problems) != 1 {
		t.Errorf("%d packs, %d files, %v", len(lib.Packs), lib.Files, lib.Problems)
	}
}
