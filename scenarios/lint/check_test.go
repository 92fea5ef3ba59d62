package lint

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

func folder(dir string) []problem.Problem {
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: os.DirFS(dir)})
	return Check(lib, scoring.Default())
}

func TestBrokenFilesAreReportedAtTheirPlaces(t *testing.T) {
	expected, err := os.ReadFile("testdata/bad/EXPECTED.txt")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, p := range folder("testdata/bad") {
		have = append(have, fmt.Sprintf("%s:%d:%d: %s[%s]", p.File, p.Line, p.Col, p.Severity, p.Code))
	}
	n := 0
	for line := range strings.Lines(string(expected)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if n++; !slices.Contains(have, line) {
			t.Errorf("not reported: %s", line)
		}
	}
	if n < 30 {
		t.Errorf("only %d lines expected", n)
	}
}

// What the real lexicon hears is its own tests' business; everything else must be right.
func notOfReplies(list []problem.Problem) []problem.Problem {
	return slices.DeleteFunc(list, func(p problem.Problem) bool { return p.Code[0] == 'R' || p.Severity == problem.Hint })
}

func TestGoodFilesAndEmbeddedPacksAreClean(t *testing.T) {
	list := folder("testdata/good")
	list = append(list, Check(scenarios.Reading{Places: true}.Load(scenarios.Source{FS: scenarios.Embedded()}), scoring.Default())...)
	for _, p := range notOfReplies(list) {
		t.Error(p.Render())
	}
}

func TestCheckingTwiceSaysTheSame(t *testing.T) {
	if !reflect.DeepEqual(folder("testdata/bad"), folder("testdata/bad")) {
		t.Error("two runs differ")
	}
}

func TestNoMoreThanTenOfAKindInAFile(t *testing.T) {
	var list []problem.Problem
	for i := range 25 {
		list = append(list, problem.Problem{Code: "V05", File: "a.toml", Line: i + 1, Col: 1, Message: "x", Source: "y"})
	}
	list = append(list, problem.Problem{Code: "V05", File: "b.toml", Line: 1, Col: 1})
	short := Shorten(list)
	if len(short) != 12 || short[10].Message != "还有 15 处" || short[10].Source != "" || short[11].File != "b.toml" {
		t.Errorf("%d: %+v", len(short), short[10])
	}
	if e, w, h := Count(list); e+w+h != 26 {
		t.Errorf("count %d %d %d", e, w, h)
	}
}

func TestOneFrameOfEmpathyInManyModelRepliesIsToldOnce(t *testing.T) {
	var files []File
	for i := range 20 {
		good := fmt.Sprintf("%c换谁都着急，我现在查，10分钟内回您", rune('子'+i))
		if i > 2 {
			good = fmt.Sprintf("第%c件%c%c%c生气，我现在查，10分钟内回您", rune('甲'+i), rune('一'+i), rune('丁'+i), rune('七'+i))
		}
		files = append(files, File{fmt.Sprintf("c%02d.toml", i), fmt.Sprintf(
			"format = 1\nid = \"c-%d\"\ntitle = \"例\"\ntag = \"物流/催件\"\nsay = \"在吗\"\ngood = \"%s\"\n", i, good)})
	}
	have := rendered(example(t, files), "C04")
	if !strings.HasPrefix(have, "pack.toml:1:1: 警告[C04]: 共情『换谁都…』在 3 / 20 条示范回复里用到，超过一成") || strings.Count(have, "[C04]") != 1 {
		t.Errorf("have:\n%s", have)
	}
	if have := rendered(example(t, files[2:]), "C04"); have != "" {
		t.Errorf("of a small pack: %s", have)
	}
}
