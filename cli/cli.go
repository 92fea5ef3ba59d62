// Package cli is the edge of the program: commands, arguments, environment, home folder, terminal or pipe, and plain
// mode. It alone reads the environment and prints; what happens in a session is decided in sim.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// Exit codes.
const (
	exitOK    = 0
	exitFound = 1 // the command worked and found something wrong
	exitUsage = 2 // wrong arguments, or nothing could be read
)

// world is what the program meets outside itself.
type world struct {
	in       io.Reader
	out, err io.Writer
	inTTY    bool
	outTTY   bool
	now      func() time.Time
	getenv   func(string) string
}

// Main runs the program and returns its exit code.
func Main(args []string) int {
	w := &world{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		inTTY: term.IsTerminal(os.Stdin.Fd()), outTTY: term.IsTerminal(os.Stdout.Fd()),
		now: time.Now, getenv: os.Getenv,
	}
	return w.run(args)
}

func (w *world) run(args []string) int {
	root := newRoot(w)
	root.SetArgs(args)
	root.SetIn(w.in)
	root.SetOut(w.out)
	root.SetErr(w.err)
	err := root.Execute()
	var e exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &e):
		if e.message != "" {
			fmt.Fprintln(w.err, e.message)
		}
		return e.code
	}
	fmt.Fprintln(w.err, chineseUsage(err))
	return exitUsage
}

// terminal reports whether both ends are a terminal, so that screens can be drawn.
func (w *world) terminal() bool { return w.inTTY && w.outTTY }

// exitError ends a command with a code and a message for people.
type exitError struct {
	code    int
	message string
}

func (e exitError) Error() string { return e.message }

func usagef(format string, args ...any) error {
	return exitError{exitUsage, fmt.Sprintf(format, args...)}
}
