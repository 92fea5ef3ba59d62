package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"shouxiang/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"shouxiang": func() { os.Exit(cli.Main(os.Args[1:])) },
	})
}

// TestScripts runs the program from outside, as a shell would, with a data folder of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHOUXIANG_DATA_DIR", filepath.Join(env.WorkDir, "data"))
			env.Setenv("NO_COLOR", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"lastlog": lastLog,
			"clean":   clean,
		},
	})
}

// lastlog PATTERN: the newest session log matches.
func lastLog(ts *testscript.TestScript, neg bool, args []string) {
	paths, _ := filepath.Glob(filepath.Join(ts.Getenv("SHOUXIANG_DATA_DIR"), "sessions", "*", "*", "*.jsonl"))
	if len(paths) == 0 {
		ts.Fatalf("no log")
	}
	newest := paths[0]
	for _, p := range paths[1:] {
		if written(ts, p).After(written(ts, newest)) {
			newest = p
		}
	}
	data := ts.ReadFile(newest)
	if regexp.MustCompile("(?m)"+args[0]).MatchString(data) == neg {
		ts.Fatalf("%q and the log:\n%s", args[0], data)
	}
}

func written(ts *testscript.TestScript, path string) time.Time {
	info, err := os.Stat(path)
	ts.Check(err)
	return info.ModTime()
}

// clean stdout|stderr: the stream holds nothing a terminal would obey.
func clean(ts *testscript.TestScript, neg bool, args []string) {
	for _, r := range ts.ReadFile(args[0]) {
		if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			ts.Fatalf("%s holds %U:\n%s", args[0], r, strings.ToValidUTF8(ts.ReadFile(args[0]), "?"))
		}
	}
}
