package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"shouxiang/scenarios/draft"
	"shouxiang/sim"
	"shouxiang/tui"
)

const twoTags = "format = 1\nname = \"班\"\ntags = [\"退款/进度\"]\n"

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
}

// folder is one with a pack.toml, opened as new opens it before it asks.
func folder(t *testing.T, text string) *packFolder {
	t.Helper()
	dir := t.TempDir()
	if text != "" {
		put(t, filepath.Join(dir, "pack.toml"), text)
	}
	p, err := openPack(dir)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func draftOf(tag string) *draft.Draft {
	d := draft.Card()
	d.Tag = tag
	return &d
}

func TestAPackThatWasEditedWhileNewAskedKeepsTheEdits(t *testing.T) {
	const edit = "# 我的注释\nformat = 1\nname = \"新名字\"\ntags = [\"退款/进度\", \"售后/保修\"]\n"
	p := folder(t, twoTags)
	put(t, p.path, edit)
	done, err := p.write("a.toml", "x", draftOf("物流/催件"))
	if err != nil || done.trouble != nil {
		t.Fatal(err, done.trouble)
	}
	want := strings.Replace(edit, `"售后/保修"]`, `"售后/保修", "物流/催件"]`, 1)
	if have := string(mustRead(t, p.path)); have != want {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
	if !strings.Contains(done.told, "物流/催件") || !strings.Contains(done.told, "改的都在") {
		t.Errorf("told %q", done.told)
	}
	if info, _ := os.Stat(p.path); info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestAPackThatAppearedOrGotTheTagWhileNewAskedStays(t *testing.T) {
	for name, before := range map[string]string{"appeared": "", "got the tag": twoTags} {
		t.Run(name, func(t *testing.T) {
			p := folder(t, before)
			const edit = "format = 1\nname = \"别人的\"\ntags = [\"物流/催件\"]\n"
			put(t, p.path, edit)
			done, err := p.write("a.toml", "x", draftOf("物流/催件"))
			if err != nil || done.trouble != nil || string(mustRead(t, p.path)) != edit {
				t.Errorf("%v, %v, %s", err, done.trouble, mustRead(t, p.path))
			}
		})
	}
}

func TestAPackThatAnEditorIsJustWritingIsLeftAlone(t *testing.T) {
	p := folder(t, twoTags)
	put(t, p.path, "")
	done, err := p.write("a.toml", "x", draftOf("物流/催件"))
	if err != nil || done.trouble == nil || !strings.Contains(done.trouble.Error(), "自己在 tags 里加上『物流/催件』") {
		t.Fatal(err, done)
	}
	if have := mustRead(t, p.path); len(have) != 0 {
		t.Errorf("wrote %q", have)
	}
}

func TestAPackThatWasBrokenWhileNewAskedIsLeftAloneAndTold(t *testing.T) {
	p := folder(t, twoTags)
	const edit = "name = \"引号没配对\ntags = [\"退款/进度\"]\n"
	put(t, p.path, edit)
	if done, err := p.write("a.toml", "x", draftOf("物流/催件")); err != nil || done.trouble != nil || string(mustRead(t, p.path)) != edit {
		t.Errorf("%v, %+v, %q", err, done, mustRead(t, p.path))
	}
}

func TestALinkedPackStaysALink(t *testing.T) {
	real := filepath.Join(t.TempDir(), "shared.toml")
	put(t, real, twoTags)
	p := folder(t, "")
	if err := os.Symlink(real, p.path); err != nil {
		t.Skip(err)
	}
	p, _ = openPack(p.dir)
	if told, err := p.addTag("物流/催件"); err != nil || !strings.Contains(told, "加上了") {
		t.Fatal(told, err)
	}
	if info, _ := os.Lstat(p.path); info.Mode()&os.ModeSymlink == 0 || !strings.Contains(string(mustRead(t, real)), "物流/催件") {
		t.Errorf("%v, %s", info.Mode(), mustRead(t, real))
	}
}

func TestAFileThatIsNotWrittenToItsEndLeavesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "pack.toml")
	put(t, path, twoTags)
	full := func(w io.Writer) error { _, err := io.WriteString(w, "for"); return errors.Join(err, syscall.ENOSPC) }
	never := func(io.Writer) error { return nil }
	edited := func() error { return errEdited }
	for _, err := range []error{
		replaceFile(path, full, func() error { return nil }), replaceFile(path, never, edited),
	} {
		if err == nil || string(mustRead(t, path)) != twoTags {
			t.Errorf("%v, %q", err, mustRead(t, path))
		}
	}
	if fileReason(replaceFile(path, full, nil)) != "磁盘满了" {
		t.Error("a full disk is not called one")
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("left %v", files)
	}
}

func TestAProfileThatWasEditedWhileTheProgramRanKeepsTheEdits(t *testing.T) {
	dir := t.TempDir()
	given := tui.Profile{Name: "小林", Rung: 60, Speed: 50, Theme: "auto"}
	edited := tui.Profile{Name: "林", Rung: 60, Speed: 50, Theme: "light"}
	for _, p := range []tui.Profile{given, edited} {
		if err := saveProfile(dir, p); err != nil {
			t.Fatal(err)
		}
	}
	changed := given
	changed.Rung = sim.Rung(45)
	if err := changeProfile(dir, given, changed); err != nil {
		t.Fatal(err)
	}
	edited.Rung = 45
	if have, _, err := loadProfile(dir); err != nil || have != edited {
		t.Errorf("%v, have %+v, want %+v", err, have, edited)
	}
}
