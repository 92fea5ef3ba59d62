//go:build unix

package e2e

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// These benchmarks run the built program and a bare one of the same libraries in turn on a pseudo terminal and report
// both and their ratio (docs/performance.md). They judge nothing.

// bare builds one of the programs to compare with.
func bare(b *testing.B, name string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", path, "./bare/"+name).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

// bench starts a program with a trainee who knows the way.
func bench(b *testing.B, path string, args ...string) *run {
	b.Helper()
	r := &run{t: b, scr: newScreen(100, 30), news: make(chan struct{}, 1), over: make(chan error, 1), data: b.TempDir()}
	if err := os.WriteFile(filepath.Join(r.data, "profile.toml"), []byte("rung = 60\ntheme = \"dark\"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	r.open(path, args...)
	return r
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

func report(b *testing.B, ours, theirs []time.Duration) {
	o, t := median(ours), median(theirs)
	b.ReportMetric(float64(o.Microseconds())/1000, "ms")
	b.ReportMetric(float64(t.Microseconds())/1000, "bare-ms")
	b.ReportMetric(float64(o)/float64(t), "ratio")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkFirstFrame is the time from exec to the first complete frame, against a bare hello world.
func BenchmarkFirstFrame(b *testing.B) {
	hello := bare(b, "hello")
	var ours, theirs []time.Duration
	one := func(path, until string) time.Duration {
		from := time.Now()
		r := bench(b, path)
		r.wait(until)
		took := time.Since(from)
		r.stop()
		return took
	}
	for b.Loop() {
		ours = append(ours, one(program, `首响速练.*退出`))
		theirs = append(theirs, one(hello, `ready`))
	}
	report(b, ours, theirs)
}

// BenchmarkKey is the time from writing a key to its character on the screen, against a bare textarea.
func BenchmarkKey(b *testing.B) {
	ours := bench(b, program, "drill", "--limit", "600", "--no-tag", "--seed", "1")
	ours.wait(`还剩\d+秒`)
	theirs := bench(b, bare(b, "textarea"))
	theirs.wait(`ready`)
	var mine, yours []time.Duration
	gaps := rand.New(rand.NewPCG(1, 1))
	key := func(r *run, c string) time.Duration {
		<-time.After(time.Duration(30+gaps.IntN(60)) * time.Millisecond) // fingers do not keep step with frames
		from := time.Now()
		r.send(c)
		r.until(c, func() bool { return strings.Contains(r.scr.text(), c) })
		took := time.Since(from)
		r.send("\x7f")
		r.until("erased "+c, func() bool { return !strings.Contains(r.scr.text(), c) })
		return took
	}
	for b.Loop() {
		mine = append(mine, key(ours, "鑫"))
		yours = append(yours, key(theirs, "鑫"))
	}
	report(b, mine, yours)
}

// BenchmarkIdle is the processor time of a countdown nobody types in, against a bare program with the same tick. Run it
// with -benchtime 1x; one run takes a minute.
func BenchmarkIdle(b *testing.B) {
	const watched = time.Minute
	ours := bench(b, program, "drill", "--limit", "600", "--no-tag", "--seed", "1")
	ours.wait(`还剩\d+秒`)
	theirs := bench(b, bare(b, "tick"))
	theirs.wait(`还剩\d+秒`)
	for b.Loop() {
		before, bareBefore := ours.cpu(), theirs.cpu()
		<-time.After(watched)
		used, bareUsed := ours.cpu()-before, theirs.cpu()-bareBefore
		b.ReportMetric(100*used.Seconds()/watched.Seconds(), "cpu%")
		b.ReportMetric(100*bareUsed.Seconds()/watched.Seconds(), "bare-cpu%")
		b.ReportMetric(used.Seconds()/max(bareUsed.Seconds(), 1e-9), "ratio")
		b.ReportMetric(0, "ns/op")
	}
}
