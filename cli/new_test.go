package cli

import (
	"io"
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
	if err := w.newScenario(dir+"/a.toml", true, false); err == nil {
		t.Error("a file was taken for a folder")
	}
}
