package problem

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGoodFilesHaveNoProblemAndExactPlaces(t *testing.T) {
	files, _ := filepath.Glob("testdata/good/*.toml")
	if len(files) < 2 {
		t.Fatal("too few files")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := Parse(name, data, nil)
		if len(problems) > 0 || f.Root == nil {
			t.Fatalf("%s: %v", name, problems)
		}
		text := strings.TrimPrefix(string(data), bom)
		checkSpans(t, f, f.Root, text)
		checkAgainstPositions(t, f, text)
	}
}

func TestPlacesOfHeadingsListsAndTheThirdTurn(t *testing.T) {
	data, err := os.ReadFile("testdata/good/plain.toml")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := Parse("plain.toml", data, nil)
	turns := f.Root.Get("turn")
	third := turns.Nodes[2]
	for _, c := range []struct {
		what string
		have Span
		want Span
	}{
		{"the list of [[turn]] is where the first is", turns.Span, Span{12, 1, 12, 9}},
		{"third [[turn]]", third.Span, Span{19, 1, 19, 9}},
		{"its key", third.KeySpan, Span{19, 3, 19, 7}},
		{"branch over four lines", third.Get("branch").Span, Span{21, 10, 24, 2}},
		{"second condition after Chinese text", third.Get("branch").Nodes[0].Get("if").Nodes[1].Span, Span{22, 18, 22, 22}},
		{"row behind a comment", third.Get("branch").Nodes[1].Span, Span{23, 3, 23, 16}},
		{"[[turn.row]]", third.Get("row").Nodes[0].Span, Span{25, 1, 25, 13}},
		{"quoted key", third.Get("row").Nodes[0].Get("物流/催件").KeySpan, Span{26, 1, 26, 8}},
		{"[turn.hear]", third.Get("hear").Span, Span{27, 1, 27, 12}},
		{"text of three lines", turns.Nodes[0].Get("say").Span, Span{14, 7, 16, 7}},
		{"inline table", f.Root.Get("customer").Span, Span{9, 12, 9, 48}},
		{"dotted key", f.Root.Get("customer").Get("about").Get("age").KeySpan, Span{9, 38, 9, 41}},
	} {
		if c.have != c.want {
			t.Errorf("%s: have %v, want %v", c.what, c.have, c.want)
		}
	}
}

func TestAProblemOfManyLinesIsMarkedOnItsFirst(t *testing.T) {
	f, _ := Parse("x.toml", []byte("a = [\n1,\n2]\n"), nil)
	p := f.At(f.Root.Get("a").Span, "T01", Error, "m")
	if p.Line != 1 || p.Col != 5 || p.EndCol != 6 || p.Source != "a = [" {
		t.Errorf("have %+v", p)
	}
}

// Without the limits these take minutes, gigabytes, or the whole process.
func TestHostileFilesAreRefusedBeforeAnyLibrarySeesThem(t *testing.T) {
	var keys strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&keys, "k%d=1\n", i)
	}
	nested := strings.Repeat("a={", 100_000)
	for name, text := range map[string]string{
		"40 KB of dots":      strings.Repeat("a.", 20_000) + "a=1",
		"dots in a heading":  "[" + strings.Repeat("a.", 20_000) + "a]",
		"quoted dots":        strings.Repeat(`"a" . `, 20_000) + "a=1",
		"6 MB of brackets":   "a=" + strings.Repeat("[", 6<<20),
		"1 MB of brackets":   "a=" + strings.Repeat("[", 1<<20-2),
		"nested tables":      nested,
		"dots in tables":     strings.Repeat("a.a.a.a.a.a.a={", 60_000),
		"10 MB text":         `a="` + strings.Repeat("x", 10<<20) + `"`,
		"a million keys":     keys.String(),
		"a key of 500 KB":    "[" + strings.Repeat("a", 500_000) + "]\n" + strings.Repeat("b=1\n", 100_000),
		"a quoted long key":  `"` + strings.Repeat("长", 100_000) + `"=1`,
		"brackets after odd": "a='''\n'''''\nb=" + strings.Repeat("[", 40),
	} {
		f, problems := Parse("x.toml", []byte(text), nil)
		if len(problems) != 1 || problems[0].Code != "S05" || f.Root != nil {
			t.Errorf("%s: %d problems, first %v", name, len(problems), problems[:min(1, len(problems))])
		}
	}
}

// Just inside the limits nothing is slow either: these run in well under a second together.
func TestLargeFilesInsideTheLimitsAreRead(t *testing.T) {
	var keys strings.Builder
	for i := 0; keys.Len() < MaxBytes-20; i++ {
		fmt.Fprintf(&keys, "k%d=1\n", i)
	}
	oneLine := "a=[" + strings.Repeat(`"在",`, (MaxBytes-10)/6) + "]"
	for name, text := range map[string]string{"many keys": keys.String(), "one line": oneLine,
		"a long text": `a="` + strings.Repeat("x", MaxBytes-10) + `"`,
		"many turns":  strings.Repeat("[[t]]\n", MaxBytes/6)} {
		if f, problems := Parse("x.toml", []byte(text), nil); len(problems) > 0 || f.Root == nil {
			t.Errorf("%s: %v", name, problems[0].Message)
		}
	}
	for name, text := range map[string]string{
		"many mistakes":      strings.Repeat("a:1\n", MaxBytes/4),
		"mistakes in a line": "a=[" + strings.Repeat(`"在"，`, (MaxBytes-10)/8) + "]",
		"one late mistake":   "a=[" + strings.Repeat(`{b="在"},`, (MaxBytes-20)/10) + "“]",
		"many twice":         strings.Repeat("a=1\n", MaxBytes/4),
		"many controls":      strings.Repeat("\x01", MaxBytes),
		"quotes":             strings.Repeat(`"`, MaxBytes),
		"opened texts":       strings.Repeat("a=\"\n", MaxBytes/5),
	} {
		if _, problems := Parse("x.toml", []byte(text), nil); len(problems) == 0 || len(problems) > maxProblems+maxMended+10 {
			t.Errorf("%s: %d problems", name, len(problems))
		}
	}
}

func TestAKeyWrittenTwiceDoesNotHideTheRest(t *testing.T) {
	f, problems := Parse("x.toml", []byte("a = 1\na = 2\nb = \"x\"\n"), nil)
	if len(problems) != 1 || problems[0].Code != "S03" || f.Root.Get("b") == nil {
		t.Errorf("have %v, root %v", problems, f.Root)
	}
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/good/plain.toml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Parse("plain.toml", data, nil)
	}
}

func TestALongTextInAListOfOneLineIsNoKey(t *testing.T) {
	long := strings.Repeat("长", 100)
	for _, text := range []string{
		"good = [\"" + long + "\"]\n",
		"a = [[\"" + long + "\"]]\n",
		"a = [\n  [\"" + long + "\"],\n]\n",
		"a = { b = [\"" + long + "\"] }\n",
	} {
		if _, problems := Parse("x.toml", []byte(text), nil); len(problems) > 0 {
			t.Errorf("%s", problems[0].Error())
		}
	}
	for _, text := range []string{"[\"" + long + "\"]\n", "[[\"" + long + "\"]]\n", "[a.\"" + long + "\"]\n", "\"" + long + "\" = 1\n"} {
		if _, problems := Parse("x.toml", []byte(text), nil); len(problems) != 1 || problems[0].Code != "S05" {
			t.Errorf("a long key in %q gave %v", text[:8], problems)
		}
	}
}
