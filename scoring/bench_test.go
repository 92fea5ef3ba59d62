package scoring

import (
	"testing"

	"shouxiang/scoring/fact"
)

const benchReply = "孩子等着喝奶，少的那箱我现在就让仓库补，走加急，今天下午4点前把单号发您"

func benchMatter(b *testing.B) *Matter {
	m, errs := Default().Compile(Brief{
		Burst:     []string{"订了三箱就来两箱", "娃后天没奶喝了 急"},
		Situation: []string{"奶粉", "两箱|少一箱"},
		Must:      []string{"补发|补"},
		Emotion:   "着急", CanKnown: true, Can: []string{"补发", "加急"}, Within: 1440,
	})
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	return m
}

// BenchmarkWholeScore is the whole score of a reply of 36 characters: folding, hearing, grading.
func BenchmarkWholeScore(b *testing.B) {
	m := benchMatter(b)
	s := Default()
	terms := Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: true, InTime: true, Tag: TagRight}
	bubbles := []string{benchReply}
	b.ReportAllocs()
	for b.Loop() {
		m.Grade(s.Hear(m, bubbles), terms)
	}
}

func BenchmarkHearOnly(b *testing.B) {
	m := benchMatter(b)
	s := Default()
	bubbles := []string{benchReply}
	b.ReportAllocs()
	for b.Loop() {
		s.Hear(m, bubbles)
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		benchMatter(b)
	}
}
