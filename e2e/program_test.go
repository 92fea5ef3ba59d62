//go:build unix

package e2e

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

var program string // the built binary

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "shouxiang-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	program = filepath.Join(dir, "shouxiang")
	if out, err := exec.Command("go", "build", "-o", program, "shouxiang").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// patience bounds every wait: it fails a hung program, it judges no speed.
const patience = 60 * time.Second

// run is a running program on a pseudo terminal.
type run struct {
	t    testing.TB
	tty  *os.File
	cmd  *exec.Cmd
	scr  *screen
	news chan struct{} // something was printed
	over chan error    // the program ended
	data string
}

// start runs the program with its own data folder; withProfile gives it a trainee who knows the way.
func start(t *testing.T, withProfile bool, args ...string) *run {
	t.Helper()
	r := &run{t: t, scr: newScreen(80, 24), news: make(chan struct{}, 1), over: make(chan error, 1), data: t.TempDir()}
	if withProfile {
		profile := "name = \"小林\"\nrung = 60\nspeed = 55\ntheme = \"dark\"\n"
		if err := os.WriteFile(filepath.Join(r.data, "profile.toml"), []byte(profile), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.open(program, args...)
	return r
}

// open starts a program on a pseudo terminal of the screen's size.
func (r *run) open(path string, args ...string) {
	r.t.Helper()
	r.cmd = exec.Command(path, args...)
	r.cmd.Env = append(os.Environ(), "SHOUXIANG_DATA_DIR="+r.data, "TERM=xterm-256color", "LC_ALL=C.UTF-8", "COLORTERM=truecolor")
	tty, err := pty.StartWithSize(r.cmd, &pty.Winsize{Cols: uint16(r.scr.w), Rows: uint16(r.scr.h)})
	if err != nil {
		r.t.Fatal(err)
	}
	r.tty = tty
	go r.drain()
	r.t.Cleanup(r.stop)
}

func (r *run) stop() {
	r.cmd.Process.Kill()
	r.tty.Close()
}

func (r *run) drain() {
	buf := make([]byte, 32<<10)
	for {
		n, err := r.tty.Read(buf)
		r.scr.Write(buf[:n])
		select {
		case r.news <- struct{}{}:
		default:
		}
		if err != nil {
			r.over <- r.cmd.Wait()
			return
		}
	}
}

// wait blocks until the screen without white space matches.
func (r *run) wait(pattern string) {
	r.t.Helper()
	re := regexp.MustCompile(pattern)
	limit := time.After(patience)
	for {
		if re.MatchString(flat(r.scr.text())) {
			return
		}
		select {
		case <-r.news:
		case <-limit:
			r.t.Fatalf("never saw %q; the screen:\n%s", pattern, r.scr.text())
		}
	}
}

// until blocks until ok holds, looking again whenever something was printed.
func (r *run) until(what string, ok func() bool) {
	r.t.Helper()
	limit := time.After(patience)
	for !ok() {
		select {
		case <-r.news:
		case <-limit:
			r.t.Fatalf("never: %s; the screen:\n%s", what, r.scr.text())
		}
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), "") }

func (r *run) send(s string) {
	r.t.Helper()
	if _, err := io.WriteString(r.tty, s); err != nil {
		r.t.Fatal(err)
	}
}

// exit waits for the end of the program.
func (r *run) exit() error {
	r.t.Helper()
	select {
	case err := <-r.over:
		return err
	case <-time.After(patience):
		r.t.Fatalf("did not end; the screen:\n%s", r.scr.text())
	}
	return nil
}

// cpu is the processor time the program has used so far, of all its threads.
func (r *run) cpu() time.Duration {
	r.t.Helper()
	if _, err := os.Stat(fmt.Sprintf("/proc/%d/schedstat", r.cmd.Process.Pid)); err != nil {
		r.t.Skip("no /proc on this system")
	}
	var total time.Duration
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", r.cmd.Process.Pid))
	for _, task := range tasks {
		if data, err := os.ReadFile(task); err == nil {
			ns, _, _ := strings.Cut(string(data), " ")
			n, _ := strconv.ParseInt(ns, 10, 64)
			total += time.Duration(n)
		}
	}
	return total
}

// log is the text of the only session log.
func (r *run) log() string {
	r.t.Helper()
	paths, _ := filepath.Glob(filepath.Join(r.data, "sessions", "*", "*", "*.jsonl"))
	if len(paths) == 0 {
		r.t.Fatal("no log")
	}
	data, err := os.ReadFile(paths[len(paths)-1])
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

func (r *run) signal(s syscall.Signal) {
	r.t.Helper()
	if err := r.cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		r.t.Fatal(err)
	}
}

// command runs the program without a terminal and returns what it printed.
func command(data string, args ...string) (string, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "SHOUXIANG_DATA_DIR="+data)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
