package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block is a fenced block of a handbook: a file to write ("toml NAME"), or what a console shows.
type block struct {
	info, text string
	line       int
}

func blocksOf(t *testing.T, name string) []block {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []block
	var open *block
	for i, line := range strings.Split(string(data), "\n") {
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &block{info: info, line: i + 1}
		case fence:
			out = append(out, *open)
			open = nil
		case open != nil:
			open.text += line + "\n"
		}
	}
	return out
}

// TestTheTrainersHandbookIsTrue walks through the handbook in an empty folder: files are written as shown, commands run
// as shown with the lines after ">" typed, and what they print is what stands there ("…" leaves something out).
func TestTheTrainersHandbookIsTrue(t *testing.T) {
	const name = "docs/trainer.zh-CN.md"
	dir := t.TempDir()
	ran := 0
	for _, b := range blocksOf(t, name) {
		kind, file, named := strings.Cut(b.info, " ")
		switch {
		case named:
			path := filepath.Join(dir, file)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(b.text), 0o600); err != nil {
				t.Fatal(err)
			}
		case kind == "console":
			for _, c := range strings.Split("\n"+b.text, "\n$ ")[1:] {
				ran++
				command, shown, _ := strings.Cut(c, "\n")
				got := handbookRun(t, dir, command, shown)
				if want := withoutTyped(shown); !shows(got, want) {
					t.Errorf("%s:%d: %s prints\n%s\nthe handbook shows\n%s", name, b.line, command, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		}
	}
	if ran < 12 {
		t.Errorf("only %d commands were run", ran)
	}
}

// handbookRun runs a command line and gives what it prints, in lines.
func handbookRun(t *testing.T, dir, command, shown string) []string {
	t.Helper()
	command, into, redirected := strings.Cut(command, " > ")
	var args []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(command, -1) {
		args = append(args, m[1]+m[2])
	}
	if args[0] != "shouxiang" {
		t.Fatalf("the handbook runs %s", args[0])
	}
	var typed strings.Builder
	for line := range strings.Lines(shown) {
		if line == ">\n" || strings.HasPrefix(line, "> ") {
			typed.WriteString(strings.TrimPrefix(line[1:], " "))
		}
	}
	c := exec.Command(args[0], args[1:]...)
	c.Dir, c.Stdin = dir, strings.NewReader(typed.String())
	c.Env = append(os.Environ(), "SHOUXIANG_DATA_DIR="+filepath.Join(dir, ".data"))
	out, err := c.CombinedOutput()
	if c.ProcessState == nil || c.ProcessState.ExitCode() > 1 {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	if redirected {
		if err := os.WriteFile(filepath.Join(dir, into), out, 0o600); err != nil {
			t.Fatal(err)
		}
		return nil
	}
	return linesOf(string(out))
}

// linesOf is a text in lines without blanks at their ends; blank lines at its ends are left out.
func linesOf(text string) []string {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	return lines
}

func withoutTyped(shown string) []string {
	var out strings.Builder
	for line := range strings.Lines(shown) {
		if line != ">\n" && !strings.HasPrefix(line, "> ") {
			out.WriteString(line)
		}
	}
	return linesOf(out.String())
}

// shows reports whether got is want, where a line "…" stands for any lines and "…" in a line for any text.
func shows(got, want []string) bool {
	switch {
	case len(want) == 0:
		return len(got) == 0
	case want[0] == "…":
		for skip := range len(got) + 1 {
			if shows(got[skip:], want[1:]) {
				return true
			}
		}
		return false
	case len(got) == 0:
		return false
	}
	pattern := "^" + strings.ReplaceAll(regexp.QuoteMeta(want[0]), "…", ".*") + "$"
	return regexp.MustCompile(pattern).MatchString(got[0]) && shows(got[1:], want[1:])
}

// TestTheHandbookComparisonCanFail keeps the test above honest.
func TestTheHandbookComparisonCanFail(t *testing.T) {
	got := []string{"a 1", "b", "c"}
	for _, want := range [][]string{{"a …", "…", "c"}, {"…"}, {"a 1", "b", "c", "…"}} {
		if !shows(got, want) {
			t.Errorf("%q is not seen", want)
		}
	}
	for _, want := range [][]string{nil, {"a …", "c"}, {"…", "b"}, {"a 1", "b", "c", "d"}, {"a 2", "…"}} {
		if shows(got, want) {
			t.Errorf("%q is seen", want)
		}
	}
}

// Commands in running text are commands of the program, with flags that it knows.
func TestCommandsInTheTrainersTextExist(t *testing.T) {
	data, err := os.ReadFile("docs/trainer.zh-CN.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("`shouxiang ([^`\n]*)`").FindAllStringSubmatch(string(data), -1)
	if len(found) < 5 {
		t.Errorf("only %d commands in the text", len(found))
	}
	for _, m := range found {
		args := strings.Fields(m[1])
		out, err := exec.Command("shouxiang", append(args, "--help")...).CombinedOutput()
		if err != nil || !strings.HasPrefix(args[0], "-") && !strings.Contains(string(out), "\n  shouxiang "+args[0]) {
			t.Errorf("shouxiang %s: %v\n%s", m[1], err, out)
		}
	}
}
