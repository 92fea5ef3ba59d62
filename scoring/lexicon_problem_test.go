package scoring

import (
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scoring/fact"
)

func TestBrokenEntriesAreProblemsWithTheirPlace(t *testing.T) {
	for _, tt := range []struct{ name, text, at, code, says string }{
		{"no id", "[[words]]\nclass = \"emo\"\nsay = \"急死\"\n", "x.toml:1:1", "L04", "没有 id"},
		{"an id twice", "[[words]]\nid = \"a\"\nclass = \"emo\"\nsay = \"急死\"\n[[words]]\nid = \"a\"\nclass = \"emo\"\nsay = \"慌\"\n", "x.toml:6:6", "L04", "用过了"},
		{"no words", "[[words]]\nid = \"a\"\nclass = \"emo\"\n", "x.toml:1:1", "L06", "say"},
		{"a key that does not exist", "[[words]]\nid = \"a\"\nclass = \"emo\"\nsay = \"急死\"\nhits = []\n", "x.toml:5:1", "L05", "hits"},
		{"a wrong kind", "[[words]]\nid = \"a\"\nclass = 3\nsay = \"急死\"\n", "x.toml:3:9", "L03", "文字"},
		{"an unknown finding", "[[frame]]\nid = \"a\"\nis = \"feelings\"\nform = [\"急 死\"]\n", "x.toml:1:1", "L08", "feelings"},
		{"an empty synonym", "[[frame]]\nid = \"a\"\nis = \"feeling\"\nform = [\n  \"急||慌 死\",\n]\n", "x.toml:5:3", "L09", "空的同义词"},
		{"a gap that is no number", "[[frame]]\nid = \"a\"\nis = \"feeling\"\nform = [\"急 ~x 死\"]\n", "x.toml:4:9", "L09", "间隔"},
		{"a class without its bracket", "[[frame]]\nid = \"a\"\nis = \"feeling\"\nform = [\"<emo 死\"]\n", "x.toml:4:9", "L09", "词类"},
		{"a slip without its right form", "[[slip]]\nsay = \"报歉\"\n", "x.toml:1:1", "L10", "错=对"},
		{"a table of another name", "[[wordz]]\nid = \"a\"\n", "x.toml:1:1", "L02", "wordz"},
		{"no TOML at all", "[[words]]\nid = “a”\n", "x.toml:2:6", "S02", "引号"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, problems := New(fstest.MapFS{
				"x.toml":    {Data: []byte(tt.text)},
				"good.toml": {Data: []byte("[[words]]\nid = \"fine\"\nclass = \"emo\"\nsay = \"窝火\"\n")},
			})
			found := false
			for _, p := range problems {
				text := p.Render()
				found = found || p.Code == tt.code && strings.HasPrefix(text, tt.at+":") && strings.Contains(text, tt.says)
			}
			if !found {
				t.Errorf("%s at %s not among %v", tt.code, tt.at, problems)
			}
			if f := s.Hear(nil, []string{"这事真窝火"}); f.Empathy != 2 {
				t.Error("the good entries do not work")
			}
		})
	}
}

func TestAnEmptyFolderIsAProblem(t *testing.T) {
	s, problems := New(fstest.MapFS{})
	if len(problems) != 1 || problems[0].Code != "L01" {
		t.Errorf("have %v", problems)
	}
	if f := s.Hear(nil, []string{"您好"}); f == nil {
		t.Error("no facts")
	}
}

func TestVersionFollowsTheLexicon(t *testing.T) {
	make := func(say string) string {
		s, _ := New(fstest.MapFS{"x.toml": {Data: []byte("[[words]]\nid = \"a\"\nclass = \"emo\"\nsay = \"" + say + "\"\n")}})
		return s.Version()
	}
	if make("窝火") != make("窝火") || make("窝火") == make("上火") {
		t.Error("version does not follow the words")
	}
}

func TestBadPatternsAreReportedAndTheOthersWork(t *testing.T) {
	m, errs := Default().Compile(Brief{
		Situation: []string{"快递||物流", "三天"}, Must: []string{"", "时间:很快", "补发"}, Wrong: []Wrong{{Say: "|"}},
		Hear: map[Element][]string{fact.Empathy: {"搁谁都慌|"}},
	})
	fields := map[string]int{}
	for _, e := range errs {
		fields[e.Field]++
		if e.Message == "" {
			t.Errorf("no message: %+v", e)
		}
	}
	if fields["situation"] != 1 || fields["must"] != 2 || fields["wrong"] != 1 || fields["hear"] != 1 {
		t.Errorf("errors %+v", errs)
	}
	f := Default().Hear(m, []string{"三天了，我给您补发"})
	if !f.Elements.Has(fact.OnPoint) || len(f.Must) != 3 || f.Must[0] || f.Must[1] || !f.Must[2] {
		t.Errorf("elements %q, musts %v", f.Elements, f.Must)
	}
}
