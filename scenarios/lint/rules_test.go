package lint

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

var update = flag.Bool("update", false, "write the expected output of the rules and docs/rules.zh-CN.md anew")

const tinyPack = "format = 1\nname = \"例子\"\ntags = [\"物流/催件\"]\n"

// tiny is a scorer of a few words: expected output does not depend on what the real lexicon learns.
func tiny(t testing.TB) *scoring.Scorer {
	t.Helper()
	s, problems := scoring.New(os.DirFS("testdata/lexicon"))
	for _, p := range problems {
		t.Fatal(p.Render())
	}
	return s
}

// example is what check says about a rule's example.
func example(t testing.TB, files []File) []problem.Problem {
	t.Helper()
	fsys := fstest.MapFS{"pack.toml": {Data: []byte(tinyPack)}}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	s := tiny(t)
	return Check(scenarios.Reading{Scorer: s, Places: true}.Load(scenarios.Source{FS: fsys}), s)
}

func rendered(list []problem.Problem, code string) string {
	var b strings.Builder
	for _, p := range list {
		if p.Code == code {
			b.WriteString(p.Render())
		}
	}
	return b.String()
}

// Rules about the games are tried where games are played; of the first three below no small example can be shown.
var elsewhere = map[string]bool{"S01": true, "S05": true, "S06": true, "C04": true, "M02": true, "R07": true, "X01": true, "X02": true}

func TestEveryRuleFindsItsExample(t *testing.T) {
	for _, r := range Rules() {
		if elsewhere[r.Code] {
			continue
		}
		t.Run(r.Code, func(t *testing.T) {
			list := example(t, r.Files)
			have := rendered(list, r.Code)
			if *update {
				write(t, r.Code, have)
				return
			}
			if have != r.Want || have == "" {
				t.Errorf("have:\n%swant:\n%s", have, r.Want)
			}
			for _, p := range list {
				if p.Code == r.Code && p.Severity != r.Severity {
					t.Errorf("severity: have %s, want %s", p.Severity, r.Severity)
				}
			}
		})
	}
}

// write puts what check says into the rule's file.
func write(t testing.TB, code, want string) {
	t.Helper()
	name := filepath.Join("rules", code+".txt")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(data), "-- want --\n")
	if err := os.WriteFile(name, []byte(head+"-- want --\n"+want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheListOfRulesInTheDocsIsFresh(t *testing.T) {
	const name = "../../docs/rules.zh-CN.md"
	if *update {
		if err := os.WriteFile(name, []byte(rulesDoc()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil || string(want) != rulesDoc() {
		t.Errorf("docs/rules.zh-CN.md is stale (%v); run go test ./scenarios/lint -update", err)
	}
}

// rulesDoc is what docs/rules.zh-CN.md has to be.
func rulesDoc() string {
	var b strings.Builder
	b.WriteString("# 检查规则\n\n`shouxiang check` 会报的每一条，按代码排。这一页由规则表生成，例子都跑过；看单条：`shouxiang check --explain B04`。\n\n")
	b.WriteString("| 代码 | 轻重 | 说的是 |\n|---|---|---|\n")
	for _, r := range Rules() {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", r.Code, strings.ToLower(r.Code), r.Severity, r.Title)
	}
	for _, r := range Rules() {
		fmt.Fprintf(&b, "\n## %s\n\n%s：%s\n\n%s\n\n怎么改：%s\n", r.Code, r.Severity, r.Title, r.Why, r.Mend)
		for _, f := range r.Files {
			fmt.Fprintf(&b, "\n```toml\n# %s\n%s```\n", f.Name, problemFree(f.Text))
		}
		if r.Want != "" {
			fmt.Fprintf(&b, "\n```text\n%s```\n", r.Want)
		}
	}
	return b.String()
}

// problemFree makes each line of an example safe to print.
func problemFree(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(problem.Clean(strings.TrimRight(line, "\r\n")) + "\n")
	}
	return b.String()
}

func TestEveryCodeThatCanBeReportedHasItsPage(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] || r.Title == "" || r.Why == "" || r.Mend == "" {
			t.Errorf("%s is twice or half", r.Code)
		}
		seen[r.Code] = true
		if !strings.Contains(r.Page(), r.Mend) {
			t.Errorf("the page of %s does not say how to mend it", r.Code)
		}
	}
	for _, p := range append(example(t, []File{{"a.toml", "x"}, {"b.toml", "format = 2"}}), example(t, nil)...) {
		if !seen[p.Code] {
			t.Errorf("%s has no page", p.Code)
		}
	}
}
