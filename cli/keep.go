package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shouxiang/sim/journal"
	"shouxiang/tui"
)

// keeper closes the logs at the end and says where they are. Where the disk still refuses one and somebody is there to
// answer, it asks for another folder until one takes it or the trainee gives up.
type keeper struct {
	out, err io.Writer
	line     func() (string, bool) // what is typed next, and whether more may come; nil = nobody is there
	home     string                // for ~
	dir      string                // the folder that took the log before
}

// typedLines gives the lines of r one by one.
func typedLines(r io.Reader) func() (string, bool) {
	in := bufio.NewReader(r)
	return func() (string, bool) {
		line, err := in.ReadString('\n')
		return line, err == nil
	}
}

// keep closes one log; summary is said before its place, "" for nothing.
func (k *keeper) keep(log *journal.Writer, summary string) error {
	err := log.Close()
	if err != nil && k.dir != "" {
		err = move(log, k.dir)
	}
	if err = k.ask(log, err); err != nil {
		return exitError{exitFound, tui.Printable(lost(err))}
	}
	if !log.Kept() {
		return nil // nothing happened in it
	}
	if summary != "" {
		fmt.Fprintln(k.out, summary)
	}
	where := "记录: "
	if _, err := os.Lstat(log.Path()); err != nil {
		where = "记录已经被移走或删掉，本来在: "
	}
	fmt.Fprintln(k.out, where+tui.Printable(log.Path()))
	return nil
}

// ask asks as long as there is an error and an answer. An empty answer tries the old folder once more: there may be room
// by now.
func (k *keeper) ask(log *journal.Writer, err error) error {
	for err != nil && k.line != nil {
		fmt.Fprintln(k.err, tui.Printable("记录还没存上："+causeOf(err)))
		fmt.Fprint(k.err, "换个文件夹存（直接回车 = 再试一次，还不行就不存了）：")
		line, more := k.line()
		if !more {
			k.line = nil
		}
		dir := strings.TrimSpace(line)
		if dir == "" {
			return log.Close()
		}
		if rest, ok := strings.CutPrefix(dir, "~/"); ok && k.home != "" {
			dir = filepath.Join(k.home, rest)
		}
		if err = move(log, dir); err == nil {
			k.dir = dir
		}
	}
	return err
}

// move takes a log to another folder and closes it there.
func move(log *journal.Writer, dir string) error {
	if err := log.Move(dir); err != nil {
		return err
	}
	return log.Close()
}

func causeOf(err error) string {
	var t journal.Trouble
	switch {
	case !errors.As(err, &t):
		return err.Error()
	case errors.Is(err, journal.ErrNoFolder):
		return "找不到家目录"
	}
	return t.Dir + " " + t.Cause()
}

// lost is an error at the end in words that promise nothing.
func lost(err error) string {
	var t journal.Trouble
	if errors.As(err, &t) {
		return t.Lost()
	}
	return err.Error()
}
