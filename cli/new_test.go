package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
)

// Whatever is typed, the questions end, and what they gathered is a file that loads without an error.
func FuzzAnyLinesMakeAFileThatLoads(f *testing.F) {
	f.Add("1\n甲\n\n乙\n物流/催件\n1\n3\n2\n在吗\n\n\n催件，\n换|新\n好的\n\n坏\n缺行动\n\n\n行\n", false)
	f.Add("甲\n\n\"乙\\\n1\n２\n3\n在吗\n\n后台\n,,\n快\n1天\n// //\n再来\n//\n\n\n\n段\n\n||\n\n//\nx\n\n\n段\n\n好\n\n\n\n段\n\n\x1b[2J好\n\n\n", true)
	f.Fuzz(func(t *testing.T, typed string, script bool) {
		if len(typed) > 5000 {
			t.Skip()
		}
		var out strings.Builder
		a := &asker{out: &out, lines: readLines(strings.NewReader(typed))}
		v := draft.NewInterview(draft.Folder{Pack: &scenarios.Pack{}, Taken: func(string) bool { return false }})
		if script {
			v.Fix(script)
		}
		stuck := a.interview(v)
		go func() {
			for range a.lines { // lets the reader end
			}
		}()
		if strings.ContainsFunc(out.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }) {
			t.Fatalf("a question holds control characters: %q", out.String())
		}
		if stuck != nil {
			return
		}
		d := v.Draft()
		d.ID = "x"
		_, problems := scenarios.ReadText("x.toml", d.TOML(), &scenarios.Pack{})
		for _, p := range problems {
			if p.Severity == problem.Error {
				t.Fatal(p.Render())
			}
		}
	})
}

func TestNewNeverWritesOverAFile(t *testing.T) {
	dir := t.TempDir()
	if err := createFile(dir+"/a.toml", "one"); err != nil {
		t.Fatal(err)
	}
	if err := createFile(dir+"/a.toml", "two"); err == nil {
		t.Error("a file was written over")
	}
	w := &world{in: strings.NewReader(""), out: io.Discard, err: io.Discard}
	if err := w.newScenario(&options{}, dir+"/a.toml", true, false, true); err == nil {
		t.Error("a file was taken for a folder")
	}
}

// What the page shows before anything is written is what is written then, and what check says of it there.
func TestTheProofIsTheFileAndWhatCheckSaysOfIt(t *testing.T) {
	for _, c := range []struct{ pack, good string }{
		{"", "三只猫今晚断粮，猫粮还卡在路上，急人 // 我现在催件，10分钟内回您"},
		{"format = 1\nname = \"班\"\ntags = [\"退款/进度\"]\n", "好的呢"},
		{"format = 1\nname = \"班\"\ntags = []\n", "您稍等"},
		{"name = \"引号没配对\ntags = [\"退款/进度\"]\n", "您稍等"},
	} {
		dir := t.TempDir()
		if c.pack != "" {
			if err := createFile(filepath.Join(dir, "pack.toml"), c.pack); err != nil {
				t.Fatal(err)
			}
		}
		pack, err := openPack(dir)
		if err != nil {
			t.Fatal(err)
		}
		v := pack.interview(true, false)
		lines := "猫粮等断顿\n\n猫粮三天没动\n物流/催件\n1\n3\n\n我的猫粮三天没动了\n三只猫今晚就断粮\n\n尾号2046\n催件\n2小时\n\n" + c.good
		a := &asker{out: io.Discard, lines: readLines(strings.NewReader(lines))}
		if stuck := a.interview(v); stuck != nil {
			t.Fatal(stuck.Role)
		}
		p := pack.proof(v.Draft(), v.FileName())
		if files, _ := os.ReadDir(dir); len(files) > 1 || len(files) == 1 && c.pack == "" {
			t.Fatalf("the proof wrote %v", files)
		}
		done, err := pack.write(p.Name, p.Text, &p.Draft)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(done.path)
		if err != nil || string(text) != p.Text {
			t.Errorf("%v: wrote %q", err, text)
		}
		var out strings.Builder
		err = (&world{out: &out}).tell(done)
		if want := strings.Join(p.Found, "\n"); !strings.Contains(out.String(), "\n\n"+want+"\n\n") || (err == nil) != p.Clean {
			t.Errorf("%q: check says\n%s\nthe page said\n%s", c.pack, out.String(), want)
		}
	}
}
