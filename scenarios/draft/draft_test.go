package draft

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
)

// What is printed to start from is clean with its comments, and with the lines that comments offer.
func TestTheExamplesAreClean(t *testing.T) {
	for _, d := range []Draft{Card(), Script()} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "pack.toml"), Pack("例子", []string{d.Tag, "售前/咨询"}))
		write(t, filepath.Join(dir, "a.toml"), d.TOML())
		lib := scenarios.Reading{Places: true}.LoadPaths(dir)
		for _, p := range lint.Check(lib, scoring.Default()) {
			t.Errorf("%s", p.Render())
		}
		if len(lib.Scenarios) != 1 || lib.Scenarios[0].Card == d.Script {
			t.Errorf("%v is not what was drafted", lib.Scenarios)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The keys that the comments offer are keys of their place.
func TestTheLinesOfferedInCommentsAreKnown(t *testing.T) {
	for _, d := range []Draft{Card(), Script()} {
		text := d.TOML()
		at := strings.Index(text, "# 还可以写")
		offered := 0
		for line := range strings.Lines(text[at:]) {
			key, _, isKey := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
			if !isKey {
				continue
			}
			offered++
			turn := key == "must" || key == "hint" || key == "wait"
			whole := text[:at] + line[2:]
			if d.Script && !turn {
				whole = strings.Replace(text[:at], "[[turn]]", line[2:]+"[[turn]]", 1)
			}
			if _, problems := scenarios.ReadText("a.toml", whole, &scenarios.Pack{}); len(problems) > 0 {
				t.Errorf("%s: %s", key, problems[0].Render())
			}
		}
		if offered < 5 {
			t.Errorf("%d lines are offered", offered)
		}
	}
}

// Whatever is typed, the file loads and holds exactly that.
func FuzzWhatIsTypedIsWhatIsRead(f *testing.F) {
	for _, s := range []string{`他说"好"`, `C:\货\n`, "👨‍👩‍👧 在吗", "ＡＢ：＝＃", "'''", `"""`, "a\\", "\x1b[2J", "\u202e倒", "a\nb\tc", "{ x = 1 }", "#", "\\u0041", "\xff", "//", "“引”"} {
		f.Add(s, s, false)
		f.Add("x"+s, s+"y", true)
	}
	f.Fuzz(func(t *testing.T, a, b string, script bool) {
		if len(a)+len(b) > 10_000 {
			t.Skip()
		}
		if Clean(a) == "" {
			a = "甲"
		}
		if Clean(b) == "" {
			b = "乙"
		}
		d := filled(a, b, script)
		sc, problems := scenarios.ReadText("a.toml", d.TOML(), &scenarios.Pack{})
		for _, p := range problems {
			if p.Severity == problem.Error {
				t.Fatal(p.Render())
			}
		}
		compare(t, &d, sc)
	})
}

// filled is a draft that says a and b everywhere.
func filled(a, b string, script bool) Draft {
	d := Draft{Script: script, ID: "x-1", Title: a, Tag: b, Emotion: "着急", Intensity: 2, Name: b, About: a, Brief: a,
		Can: []string{a, b}, Within: "2小时", Thanks: b}
	for range Stages {
		d.Turns = append(d.Turns, Turn{Say: []string{a, b}, Good: b, Bad: []Bad{{Text: a, Lacks: []string{"行动"}}, {Text: b}}})
	}
	return d
}

func compare(t *testing.T, d *Draft, sc *scenarios.Scenario) {
	t.Helper()
	same := func(what, got, want string) {
		if got != Clean(want) {
			t.Fatalf("%s is %q, typed %q", what, got, want)
		}
	}
	same("title", sc.Title, d.Title)
	same("tag", sc.Tag, d.Tag)
	same("name", sc.Customer.Name, d.Name)
	same("about", sc.Customer.About, d.About)
	same("brief", sc.Background, d.Brief)
	same("can", sc.Can[0], d.Can[0])
	same("can", sc.Can[1], d.Can[1])
	for i, turn := range sc.Turns {
		same("say", turn.Say[0].Text, d.Turns[i].Say[0])
		same("say", turn.Say[1].Text, d.Turns[i].Say[1])
		same("good", turn.Good[0].Text, d.Turns[i].Good)
		same("bad", turn.Bad[0].Text, d.Turns[i].Bad[0].Text)
		same("bad", turn.Bad[1].Text, d.Turns[i].Bad[1].Text)
		if !slices.Equal(turn.Bad[0].Lacks, []string{"行动"}) {
			t.Fatalf("lacks is %v", turn.Bad[0].Lacks)
		}
	}
	if sc.Card {
		same("react", sc.Turns[0].Rows[0].Say[0], d.Thanks)
	} else {
		same("ending", sc.Endings[0].Say, d.Thanks)
	}
}

// A pack is written as its name and tags say, whatever they hold; a tag is added without touching the rest.
func FuzzAPackHoldsItsTags(f *testing.F) {
	f.Add("快递班", "物流/催件", "退款/进度")
	f.Add(`a"b\`, "“x”", "\x00y")
	f.Fuzz(func(t *testing.T, name, first, second string) {
		name, first, second = "n"+Clean(name), "a"+Clean(first), "b"+Clean(second)
		text, ok := AddTag(Pack(name, []string{first}), second)
		if !ok {
			t.Fatal("not added")
		}
		dir := t.TempDir()
		write(t, filepath.Join(dir, "pack.toml"), text)
		lib := scenarios.Reading{Places: true}.LoadPaths(filepath.Join(dir, "pack.toml"))
		for _, p := range lib.Problems {
			t.Error(p.Render())
		}
		if p := lib.Packs[0]; p.Name != Clean(name) || !slices.Equal(p.Tags, []string{Clean(first), Clean(second)}) {
			t.Errorf("%q %q", p.Name, p.Tags)
		}
	})
}

func TestATagIsAddedToAnyListAndNothingElseChanges(t *testing.T) {
	for _, c := range []struct{ before, after string }{
		{"tags = [\"a\"]\n", "tags = [\"a\", \"新\"]\n"},
		{"\ufefftags = [\"甲\"] # x\r\nname = \"n\"\r\n", "\ufefftags = [\"甲\", \"新\"] # x\r\nname = \"n\"\r\n"},
		{"tags = [\n  \"a\",\n  \"乙\", # last\n]\n", "tags = [\n  \"a\",\n  \"乙\", \"新\", # last\n]\n"},
		{"tags = \"a\"\n", "tags = [\"a\", \"新\"]\n"},
	} {
		if got, ok := AddTag(c.before, "新"); !ok || got != c.after {
			t.Errorf("%q became %q %v", c.before, got, ok)
		}
	}
	for _, no := range []string{"name = \"n\"\n", "tags = []\n", "tags = [\n", "tags = 3\n"} {
		if got, ok := AddTag(no, "新"); ok || got != no {
			t.Errorf("%q became %q", no, got)
		}
	}
}
