//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// drill starts one card with a long limit, so that no test races the clock, and waits for the reply box.
func drill(t *testing.T) *run {
	r := start(t, true, "drill", "--cards", "1", "--seed", "1", "--limit", "600", "--no-tag")
	r.wait(`还剩\d+秒`)
	return r
}

func TestTypedChineseStandsAtTheRealCursor(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("您好")
	r.wait(`┃您好`)
	x, _, left, shown := r.scr.at()
	if !shown || strings.TrimSpace(left) != "┃ 您好" {
		t.Errorf("cursor shown %v, left of it %q", shown, left)
	}
	r.send("\x7f\x7f在")
	r.wait(`┃在`)
	if after, _, left, _ := r.scr.at(); after != x-2 || strings.TrimSpace(left) != "┃ 在" {
		t.Errorf("after two deletions and one character the cursor moved from %d to %d, left of it %q", x, after, left)
	}
}

func TestAReplyIsScoredAndKept(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("这么久没消息，您肯定着急\r")
	r.wait(`说完了`)
	r.send("我现在就去核对，10分钟内回您\r\r")
	r.wait(`\d+分(达标|没达标)`)
	if log := r.log(); !strings.Contains(log, `"ev":"graded"`) {
		t.Errorf("log:\n%s", log)
	}
	r.send("\x1b")
	r.wait(`.`)
}

func TestKillInMidCardLosesNothingThatWasSent(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("您好，稍等\r")
	r.until("the bubble is in the log", func() bool { return strings.Contains(r.log(), "您好，稍等") })
	r.signal(syscall.SIGKILL)
	r.exit()
	log := r.log()
	if strings.Count(log, "\n") != len(strings.Split(strings.TrimRight(log, "\n"), "\n")) || !strings.HasSuffix(log, "}\n") {
		t.Errorf("the log is torn:\n%s", log)
	}
	shown, err := command(r.data, "log", "show", "last")
	if err != nil || !strings.Contains(shown, "你: 您好，稍等") || !strings.Contains(shown, "中途断开") {
		t.Errorf("%v\n%s", err, shown)
	}
}

func TestSignalsLeaveASaneTerminalAndAClosedLog(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			r := start(t, true)
			before := modes(t, r.tty)
			r.wait(`首响速练`)
			r.send("\r")
			r.wait(`还剩\d+秒`)
			r.signal(sig)
			r.exit()
			if r.scr.onAlt() {
				t.Error("the alternate screen was left on")
			}
			if _, _, _, shown := r.scr.at(); !shown {
				t.Error("the cursor stayed hidden")
			}
			if after := modes(t, r.tty); !reflect.DeepEqual(after, before) {
				t.Error("the terminal modes were not put back")
			}
			if log := r.log(); !strings.Contains(log, `"ev":"close","chat":0,"reason":"signal"`) {
				t.Errorf("log:\n%s", log)
			}
		})
	}
}

// modes is what of the terminal's state a shell would stumble over.
func modes(t *testing.T, tty *os.File) *term.State {
	t.Helper()
	state, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func TestAClosedTerminalClosesTheLog(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("您好")
	r.wait(`┃您好`)
	r.tty.Close()
	r.exit()
	if log := r.log(); !strings.Contains(log, `"ev":"close"`) {
		t.Errorf("log:\n%s", log)
	}
}

func TestResizingKeepsTheDraftAndTheClock(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("您先别挂，我在看")
	r.wait(`┃您先别挂，我在看`)
	for _, size := range [][2]uint16{{60, 16}, {40, 10}, {200, 60}, {80, 24}} {
		r.scr.resize(int(size[0]), int(size[1]))
		if err := pty.Setsize(r.tty, &pty.Winsize{Cols: size[0], Rows: size[1]}); err != nil {
			t.Fatal(err)
		}
		if size[0] < 60 || size[1] < 16 {
			r.wait(`60.*16`)
			continue
		}
		r.wait(`还剩\d+秒.*┃您先别挂，我在看`)
	}
}

func TestAFolderThatCannotBeReadIsTold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pack.toml"), []byte("format = 1\nname = \"坏包\"\ntags = [\"测试/一\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bad.toml"), []byte("id = \"\x1b[31m红\x1b]0;t\x07\"\nsay = 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := command(t.TempDir(), "scenarios", "--scenarios", dir)
	if err != nil || !strings.Contains(out, "bad.toml:1:") || strings.ContainsAny(out, "\x1b\x07") {
		t.Errorf("%v\n%q", err, out)
	}
}

func TestALogThatIsMovedAwayInMidCardIsWrittenAnewAndTold(t *testing.T) {
	t.Parallel()
	r := drill(t)
	r.send("这么久没消息，您肯定着急\r")
	r.wait(`说完了`)
	if err := os.Rename(filepath.Join(r.data, "sessions"), filepath.Join(r.data, "old")); err != nil {
		t.Fatal(err)
	}
	r.send("我现在就去核对，10分钟内回您\r\r")
	r.wait(`已经从头重写了一份`)
	r.wait(`\d+分(达标|没达标)`)
	if log := r.log(); !strings.Contains(log, "您肯定着急") || !strings.Contains(log, `"ev":"graded"`) {
		t.Errorf("log:\n%s", log)
	}
}

func TestWhatWaitsInMemoryIsWrittenWhenTheTerminalCloses(t *testing.T) {
	t.Parallel()
	r := start(t, true, "drill", "--cards", "1", "--seed", "1", "--limit", "600", "--no-tag")
	r.wait(`还剩\d+秒`)
	sessions := filepath.Join(r.data, "sessions")
	if err := os.RemoveAll(sessions); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(sessions, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.send("您好，稍等\r")
	r.wait(`练习记录暂时存不进`)
	if err := os.Remove(sessions); err != nil {
		t.Fatal(err)
	}
	r.signal(syscall.SIGTERM)
	r.exit()
	if log := r.log(); !strings.Contains(log, "您好，稍等") || !strings.Contains(log, `"ev":"close"`) {
		t.Errorf("log:\n%s", log)
	}
}
