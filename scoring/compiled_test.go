package scoring

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shouxiang/sheet"
)

func TestTheEmbeddedLexiconHearsWhatItsSourcesHear(t *testing.T) {
	fresh, problems := New(os.DirFS("lexicon"))
	if len(problems) > 0 {
		t.Fatal(problems[0].Render())
	}
	if have, want := Default().Version(), fresh.Version(); have != want {
		t.Fatalf("lexicon.bin 旧了：里面是词典 %s，现在是 %s；请运行 go generate ./scoring/lexicon", have, want)
	}
	hear := func(s *Scorer, customer, reply string) *Facts {
		m, errs := s.Compile(Brief{Burst: []string{customer}, Situation: strings.Fields(customer), CanKnown: true, Can: []string{"补发", "退款"}, Within: 60})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		return s.Hear(m, strings.Split(reply, "//"))
	}
	names, err := filepath.Glob("testdata/replies/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatal("no replies", err)
	}
	for _, name := range names {
		table, err := sheet.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		customer, reply := slices.Index(table.Rows[0].Cells, "customer"), slices.Index(table.Rows[0].Cells, "reply")
		for _, row := range table.Rows[1:] {
			have := hear(Default(), row.Cells[customer], row.Cells[reply])
			want := hear(fresh, row.Cells[customer], row.Cells[reply])
			if !reflect.DeepEqual(have.Facts, want.Facts) {
				t.Errorf("%s:%d: heard %+v, compiled from the sources %+v", name, row.Line, have.Facts, want.Facts)
			}
		}
	}
}
