package lint

import (
	"os"
	"testing"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

func TestLogicFindsAnswersExactlyWhereThereAreSome(t *testing.T) {
	left := fileEffort
	l := newLogic(&left)
	var q [4]literal
	for i := range q {
		q[i] = l.of(scenarios.Atom{Kind: scenarios.HasElement, Element: scoring.Element(i)})
	}
	if l.of(scenarios.Atom{Kind: scenarios.HasElement}) != q[0] {
		t.Fatal("the same question has two numbers")
	}
	l.know(-q[0], q[1])
	l.know(-q[1], q[2])
	for _, c := range []struct {
		what    string
		clauses []clause
		want    bool
	}{
		{"nothing more", nil, true},
		{"a chain holds", []clause{{q[0]}, {q[2]}}, true},
		{"a chain broken", []clause{{q[0]}, {-q[2]}}, false},
		{"needs a choice", []clause{{q[0], q[3]}, {-q[2]}}, true},
		{"no choice is left", []clause{{q[0], q[3]}, {-q[2]}, {-q[3]}}, false},
		{"an empty clause", []clause{{}}, false},
		{"either way wrong", []clause{{q[0], q[3]}, {q[0], -q[3]}, {-q[0], q[3]}, {-q[0], -q[3]}}, false},
	} {
		if have := l.possible(c.clauses...); have != c.want {
			t.Errorf("%s: %v", c.what, have)
		}
	}
}

func TestWithoutEffortLeftNothingIsCalledImpossible(t *testing.T) {
	left := 0
	l := newLogic(&left)
	a := l.of(scenarios.Atom{Kind: scenarios.IsAgain})
	if !l.possible(clause{a}, clause{-a}) {
		t.Error("given up, yet called impossible")
	}
}

func BenchmarkCheckOfFilesThatWereRead(b *testing.B) {
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: os.DirFS("testdata/good")})
	for b.Loop() {
		Check(lib, scoring.Default())
	}
}

func BenchmarkReadingAndCheckingEmbeddedPacks(b *testing.B) {
	for b.Loop() {
		lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: scenarios.Embedded()})
		Check(lib, scoring.Default())
	}
}
