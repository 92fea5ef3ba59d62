package lexicon_test

import (
	"runtime"
	"testing"
	"time"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
)

const benchReply = "孩子等着喝奶，少的那箱我现在就让仓库补，走加急，今天下午4点前把单号发您"

func benchMatter(b *testing.B) *scoring.Matter {
	m, errs := scoring.Default().Compile(scoring.Brief{
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

// BenchmarkLoad decodes the embedded lexicon, as a program does at its first score. The fastest load is told as well:
// the mean is mostly the machine's other work.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	fastest := time.Hour
	for b.Loop() {
		begin := time.Now()
		if _, err := lexicon.Decode(lexicon.Compiled); err != nil {
			b.Fatal(err)
		}
		fastest = min(fastest, time.Since(begin))
	}
	b.ReportMetric(float64(fastest.Nanoseconds()), "ns/fastest")
}

// BenchmarkCompile builds a lexicon from its files, as go generate does.
func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := lexicon.New(lexicon.Sources); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}

// BenchmarkHeap reports what a loaded lexicon keeps.
func BenchmarkHeap(b *testing.B) {
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		s, err := lexicon.Decode(lexicon.Compiled)
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB")
		runtime.KeepAlive(s)
	}
}

// BenchmarkAgainstExpressions runs the whole score and the same patterns as regular expressions one by one, and
// reports how many times faster the score is.
func BenchmarkAgainstExpressions(b *testing.B) {
	m, s := benchMatter(b), scoring.Default()
	terms := scoring.Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: true, InTime: true, Tag: scoring.TagRight}
	list := lexicon.Expressions(b)
	var ours, theirs time.Duration
	rounds := 0
	for b.Loop() {
		begin := time.Now()
		const each = 200
		for range each {
			m.Grade(s.Hear(m, []string{benchReply}), terms)
		}
		ours += time.Since(begin) / each
		begin = time.Now()
		text := lexicon.Default().Fold.FoldString(benchReply)
		for _, re := range list {
			re.FindAllStringIndex(text, -1)
		}
		theirs += time.Since(begin)
		rounds++
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(rounds), "ns/score")
	b.ReportMetric(float64(theirs.Nanoseconds())/float64(rounds), "ns/regexps")
	b.ReportMetric(float64(theirs)/float64(ours), "times")
	b.ReportMetric(float64(len(list)), "patterns")
}
