package scoring

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
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
	terms := Terms{Need: ElementSet(Empathy, Action, Deadline), Timed: true, InTime: true, Tag: TagRight}
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

// BenchmarkLoad builds the scorer from the lexicon's files.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := New(os.DirFS("lexicon")); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}

// BenchmarkHeap reports what a compiled scorer keeps.
func BenchmarkHeap(b *testing.B) {
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		s, _ := New(os.DirFS("lexicon"))
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB")
		runtime.KeepAlive(s)
	}
}

// expressions are the patterns of the lexicon as regular expressions: one for every class of words, one for every form
// of a frame.
func expressions(b *testing.B) []*regexp.Regexp {
	lex := lexiconBuilder(b)
	words := func(list []string) string {
		for i, w := range list {
			list[i] = regexp.QuoteMeta(w)
		}
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
		return "(?:" + strings.Join(list, "|") + ")"
	}
	item := func(spec string) string {
		var list []string
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] != '<' {
				list = append(list, lex.folded(alt))
				continue
			}
			for _, w := range lex.class[alt[1:len(alt)-1]] {
				list = append(list, lex.texts[w])
			}
		}
		return words(list)
	}
	var out []*regexp.Regexp
	for _, numbers := range lex.class {
		var list []string
		for _, w := range numbers {
			list = append(list, lex.texts[w])
		}
		out = append(out, regexp.MustCompile(words(list)))
	}
	for _, f := range lex.frames {
		var text strings.Builder
		for i, it := range f.items {
			if i > 0 {
				fmt.Fprintf(&text, "[^,。!?;:]{0,%d}", it.gap)
			}
			text.WriteString(item(lex.sym.specs[it.symbol]))
			if it.may {
				text.WriteByte('?')
			}
		}
		out = append(out, regexp.MustCompile(text.String()))
	}
	return out
}

// BenchmarkAgainstExpressions runs the whole score and the same patterns as regular expressions one by one, and
// reports how many times faster the score is.
func BenchmarkAgainstExpressions(b *testing.B) {
	m, s := benchMatter(b), Default()
	terms := Terms{Need: ElementSet(Empathy, Action, Deadline), Timed: true, InTime: true, Tag: TagRight}
	list := expressions(b)
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
		text := s.fold.foldString(benchReply)
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
