package rehearsal

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
)

var update = flag.Bool("update", false, "write the expected output of the rules about games anew")

const ruleFiles = "../../scenarios/lint/"

// tiny is a scorer of a few words: what is expected does not depend on what the real lexicon learns.
func tiny(t testing.TB) *scoring.Scorer {
	t.Helper()
	s, problems := scoring.New(os.DirFS(ruleFiles + "testdata/lexicon"))
	for _, p := range problems {
		t.Fatal(p.Render())
	}
	return s
}

func read(t testing.TB, s *scoring.Scorer, files ...lint.File) *scenarios.Library {
	t.Helper()
	fsys := fstest.MapFS{"pack.toml": {Data: []byte("format = 1\nname = \"例子\"\ntags = [\"物流/催件\"]\n")}}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return scenarios.Reading{Scorer: s, Places: true}.Load(scenarios.Source{FS: fsys})
}

func TestEveryRuleAboutGamesFindsItsExample(t *testing.T) {
	s := tiny(t)
	for _, code := range []string{"R07", "X01", "X02"} {
		t.Run(code, func(t *testing.T) {
			rule, _ := lint.Lookup(code)
			lib := read(t, s, rule.Files...)
			have := ""
			for _, p := range Check(lib, lint.Check(lib, s), s) {
				if p.Code == code {
					have += p.Render()
				}
			}
			if *update {
				write(t, code, have)
				return
			}
			if have != rule.Want || have == "" {
				t.Errorf("have:\n%swant:\n%s", have, rule.Want)
			}
		})
	}
}

func write(t testing.TB, code, want string) {
	t.Helper()
	name := filepath.Join(ruleFiles, "rules", code+".txt")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(data), "-- want --\n")
	if err := os.WriteFile(name, []byte(head+"-- want --\n"+want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsPlayedWhereModelRepliesFail(t *testing.T) {
	s := tiny(t)
	rule, _ := lint.Lookup("X02")
	lib := read(t, s, rule.Files...)
	file := lib.Read[0].Tree
	if got := Check(lib, []problem.Problem{file.At(file.Top(), "R01", problem.Error, "x")}, s); len(got) != 0 {
		t.Errorf("played all the same: %v", got)
	}
}

const head = `format = 1
id = "li-01"
title = "例子"
tag = "物流/催件"
emotion = "生气"
intensity = 2
`

const script = head + `
[[turn]]
id = "甲"
say = "三天了，到底怎么办"
good = "等三天换谁都生气，我现在查，10分钟内回您"
bad = ["我保证到", "您好"]
branch = [
  { if = "碰红线", to = "离开", say = "算了" },
  { if = ["不达标", "再次"], to = "不满" },
  { if = "不达标", to = "甲", say = "然后呢" },
]
[[turn]]
id = "乙"
say = "然后呢"
need = "行动"
good = "我现在催，10分钟内回您"
[[ending]]
id = "满意"
mood = 6
csat = 5
[[ending]]
id = "不满"
mood = 0
csat = 2
`

func play(t testing.TB, text string, seed uint64) *Result {
	t.Helper()
	s := tiny(t)
	lib := read(t, s, lint.File{Name: "a.toml", Text: text})
	if len(lib.Scenarios) != 1 {
		t.Fatalf("the test's own script does not load: %v", lib.Problems)
	}
	return Rehearse(lib.Scenarios[0], s, 200, seed)
}

func TestEachPlayerGoesItsWay(t *testing.T) {
	res := play(t, script, 1)
	for _, c := range []struct {
		player, end string
		rating      float64
		length      float64
	}{
		{"优等生", "满意", 5, 2}, {"沉默", "超时", 1, 1}, {"只办事", "不满", 2, 2}, {"夸口", "离开", 1, 1},
	} {
		p := res.player(c.player)
		if len(p.Ends) != 1 || p.Ends[0].Name != c.end || p.Rating != c.rating || p.Length != c.length || p.Games != 1 {
			t.Errorf("%s: %+v, want %+v", c.player, p, c)
		}
	}
	if p := res.player("换着说"); p.Games != 200 || p.Rating <= 1 || p.Rating >= 5 {
		t.Errorf("换着说: %+v", p)
	}
	if p := res.player("只办事"); p.Stuck != 0 || p.Steps != 2 {
		t.Errorf("stuck: %+v", p)
	}
	if res.Games != 3*200+8 || res.Turns[0] != res.Games || res.Turns[1] == 0 {
		t.Errorf("games %d, turns %v", res.Games, res.Turns)
	}
	for j, n := range res.Rows[0] {
		if n == 0 {
			t.Errorf("nobody took row %d", j)
		}
	}
}

func TestTheSameSeedPlaysTheSameGames(t *testing.T) {
	same := func(a, b *Result) bool {
		a.Scenario, b.Scenario = nil, nil
		return reflect.DeepEqual(a, b)
	}
	if !same(play(t, script, 7), play(t, script, 7)) {
		t.Error("the same seed played other games")
	}
	if same(play(t, script, 7), play(t, script, 8)) {
		t.Error("another seed played the same games")
	}
}

func TestACardIsAnsweredOnceAndScored(t *testing.T) {
	res := play(t, head+`
say = "三天了"
good = "等三天换谁都生气，我现在查，10分钟内回您"
bad = "我现在查"
react = [{ if = "达标", say = "好" }, { if = "碰红线", say = "哼" }, { if = "有行动", say = "然后呢" }, { if = "提到:火星", say = "啊？" }]
`, 1)
	if p := res.player("优等生"); p.Rating < 70 || p.Length != 1 || p.Ends[0].Name != "达标" {
		t.Errorf("优等生: %+v", p)
	}
	if p := res.player("沉默"); p.Rating != 0 || p.Ends[0].Name != "超时" {
		t.Errorf("沉默: %+v", p)
	}
	if u := res.Unreached(); len(u) != 1 || u[0].Span.Line != 11 {
		t.Errorf("unreached: %+v", u)
	}
}

// adversarial is a script made to be slow: turns that lead anywhere, conditions on everything, games of twenty steps.
func adversarial(turns int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range turns {
		fmt.Fprintf(&b, "[[turn]]\nid = \"t%d\"\nsay = \"第%d句\"\nneed = [\"行动\"]\ngood = \"我现在催，%d分钟内回您\"\n", i, i, i+1)
		b.WriteString("bad = [")
		for j := range 8 {
			fmt.Fprintf(&b, "\"这是第%d种说法\", ", j)
		}
		b.WriteString("]\nbranch = [\n")
		for j := range turns {
			fmt.Fprintf(&b, "  { if = [\"再次\", \"提到:第%d种\", \"没提:火星%d\", \"缺共情\"], to = \"t%d\", mood = 0 },\n", j, j, j)
			fmt.Fprintf(&b, "  { if = [\"心情好\", \"早说过:第%d种\"], to = \"t%d\", mood = %d },\n", j, turns-1-j, j%5-2)
		}
		fmt.Fprintf(&b, "  { to = \"t%d\", mood = 0 },\n]\n", (i+5)%turns)
	}
	return b.String()
}

func TestLongGamesAreCutShort(t *testing.T) {
	s := tiny(t)
	lib := read(t, s, lint.File{Name: "a.toml", Text: adversarial(12)})
	if len(lib.Scenarios) != 1 {
		t.Fatal(lib.Problems)
	}
	res := Rehearse(lib.Scenarios[0], s, 100_000, 1)
	if !res.Cut || res.Games > 50_000 {
		t.Errorf("cut %v after %d games", res.Cut, res.Games)
	}
}

func BenchmarkScript(b *testing.B) {
	s := tiny(b)
	lib := read(b, s, lint.File{Name: "a.toml", Text: script})
	for b.Loop() {
		Rehearse(lib.Scenarios[0], s, DefaultGames, DefaultSeed)
	}
}

func BenchmarkAdversarialFileCheckedAndPlayed(b *testing.B) {
	s := tiny(b)
	file := lint.File{Name: "a.toml", Text: adversarial(12)}
	for b.Loop() {
		lib := read(b, s, file)
		lint.Check(lib, s)
		Rehearse(lib.Scenarios[0], s, DefaultGames, DefaultSeed)
	}
}
