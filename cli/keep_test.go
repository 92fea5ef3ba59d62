package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// blockedLog is a log whose folder takes nothing: a file is in its place.
func blockedLog(t *testing.T) (log *journal.Writer, dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	log = journal.Create(dir, journal.Header{Session: "s" + filepath.Base(filepath.Dir(dir))}, time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC))
	log.Append([]sim.Event{sim.Closed{Reason: "quit"}})
	return log, dir
}

// typed is a trainee who answers with these lines, doing something before the first.
func typed(first func(), lines ...string) func() (string, bool) {
	return func() (string, bool) {
		first()
		if len(lines) == 0 {
			return "", false
		}
		line := lines[0]
		lines = lines[1:]
		return line + "\n", true
	}
}

func endOnDisk(t *testing.T, log *journal.Writer) {
	t.Helper()
	if read, err := journal.Read(log.Path()); err != nil || len(read.Events) != 1 {
		t.Errorf("%v: %+v", err, read)
	}
}

func TestSpaceMadeBeforeTheEndNeedsNoQuestion(t *testing.T) {
	log, dir := blockedLog(t)
	os.Remove(dir)
	var out, err strings.Builder
	k := &keeper{out: &out, err: &err, line: typed(func() { t.Error("asked") })}
	if kerr := k.keep(log, "练了 1 题"); kerr != nil || err.Len() > 0 || !strings.Contains(out.String(), "练了 1 题\n记录: "+log.Path()) {
		t.Errorf("%v, %q, %q", kerr, err.String(), out.String())
	}
	endOnDisk(t, log)
}

func TestAnEmptyAnswerAtTheEndTriesOnceMore(t *testing.T) {
	log, dir := blockedLog(t)
	var out, err strings.Builder
	k := &keeper{out: &out, err: &err, line: typed(func() { os.Remove(dir) }, "")}
	if kerr := k.keep(log, ""); kerr != nil {
		t.Fatal(kerr)
	}
	endOnDisk(t, log)
}

func TestTheEndOffersAnotherFolderUntilOneTakesEveryLog(t *testing.T) {
	one, dir := blockedLog(t)
	two, _ := blockedLog(t)
	home := t.TempDir()
	var out, err strings.Builder
	k := &keeper{out: &out, err: &err, home: home, line: typed(func() {}, dir, "~/usb")}
	if k1, k2 := k.keep(one, ""), k.keep(two, ""); k1 != nil || k2 != nil {
		t.Fatal(k1, k2)
	}
	if n := strings.Count(err.String(), "换个文件夹存"); n != 2 {
		t.Errorf("asked %d times: %s", n, err.String())
	}
	if !strings.HasPrefix(one.Path(), filepath.Join(home, "usb")) {
		t.Error(one.Path())
	}
	endOnDisk(t, one)
	endOnDisk(t, two)
}

func TestAnEndWithNobodyThereTriesOnceMoreAndPromisesNothing(t *testing.T) {
	log, dir := blockedLog(t)
	var out, err strings.Builder
	k := &keeper{out: &out, err: &err}
	kerr := k.keep(log, "")
	if kerr == nil || strings.Contains(kerr.Error(), "自动") || !strings.Contains(kerr.Error(), "--data-dir") {
		t.Error(kerr)
	}
	os.Remove(dir)
	if kerr := k.keep(log, ""); kerr != nil {
		t.Error(kerr)
	}
	endOnDisk(t, log)
}

func TestALogThatIsGoneAfterItWasClosedIsNotNamedAsThere(t *testing.T) {
	log, dir := blockedLog(t)
	os.Remove(dir)
	log.Close()
	os.RemoveAll(dir)
	var out, err strings.Builder
	if kerr := (&keeper{out: &out, err: &err}).keep(log, "练了 1 题"); kerr != nil || !strings.Contains(out.String(), "记录已经被移走或删掉") {
		t.Errorf("%v %q", kerr, out.String())
	}
}

func TestAPipeIsToldAtOnceThatItsLogIsNotKeptAndInTheEndThatItIsLost(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, err := pipe(t, dir, "您好，马上给您查\n", "drill", "--cards", "1", "--seed", "1", "--no-tag")
	if code != exitFound || strings.Count(out, "系统: 练习记录暂时存不进") != 1 || strings.Contains(err, "自动") || !strings.Contains(err, "没有存全") {
		t.Errorf("%d\n%s\n%s", code, out, err)
	}
}

func TestPlainModeSaysWhenTheLogIsWrittenAgain(t *testing.T) {
	p, out, wait := talk(t)
	log, dir := blockedLog(t)
	p.sit.Log = log
	log.Append(nil)
	wait(2)
	if n := strings.Count(out.String(), "系统: 练习记录暂时存不进"); n != 1 {
		t.Errorf("told %d times:\n%s", n, out.String())
	}
	os.Remove(dir)
	wait(2)
	if !strings.Contains(out.String(), "系统: 记录补写好了") {
		t.Error(out.String())
	}
	os.RemoveAll(dir)
	wait(40)
	if !strings.Contains(out.String(), "系统: 练习记录被移走、删掉或清空过，已经从头重写了一份") {
		t.Error(out.String())
	}
}

func TestATerminalInPlainModeOffersAnotherFolder(t *testing.T) {
	dir, other := filepath.Join(t.TempDir(), "data"), t.TempDir()
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, err strings.Builder
	w := &world{
		in: strings.NewReader("您好，马上给您查，10分钟内回您\n\n" + other + "\n"), out: &out, err: &err, inTTY: true, now: clockOf(),
		getenv: func(string) string { return "" },
	}
	code := w.run([]string{"drill", "--cards", "1", "--seed", "1", "--no-tag", "--plain", "--limit", "none", "--data-dir", dir})
	if paths, _ := journal.List(other); code != exitOK || len(paths) != 1 {
		t.Errorf("%d, %v\n%s\n%s", code, paths, out.String(), err.String())
	}
}

// clockOf is a clock on which two seconds pass between looks, so that no burst is waited for.
func clockOf() func() time.Time {
	now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(2 * time.Second); return now }
}

func TestAReasonIsGivenForEveryErrorOfAFile(t *testing.T) {
	_, err := os.Open(filepath.Join(t.TempDir(), "none"))
	if have := fileReason(errors.Join(err, nil)); have != "没有这个文件" {
		t.Error(have)
	}
}
