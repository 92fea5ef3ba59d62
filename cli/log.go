package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/tui"
)

func logCommand(w *world, o *options) *cobra.Command {
	c := &cobra.Command{Use: "log", Short: "练习记录：列出、看一份、在哪里", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var asJSON bool
	show := &cobra.Command{
		Use: "show 文件|last", Short: "看一份记录（last = 最近一份）", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return w.logShow(o, args[0], asJSON) },
	}
	show.Flags().BoolVar(&asJSON, "json", false, "原样给出事件（JSON）")
	c.AddCommand(
		&cobra.Command{Use: "list", Short: "列出全部记录，旧的在前", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { return w.logList(o) }},
		&cobra.Command{Use: "path", Short: "记录存在哪个文件夹", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { return w.logPath(o) }},
		show)
	return c
}

func (w *world) logPath(o *options) error {
	dir := w.dataFolder(o)
	if dir == "" {
		return exitError{exitFound, errNoFolder.Error()}
	}
	fmt.Fprintln(w.out, filepath.Join(dir, "sessions"))
	return nil
}

func (w *world) logList(o *options) error {
	dir := w.dataFolder(o)
	paths, err := journal.List(dir)
	for _, p := range paths {
		log, rerr := journal.Read(p)
		if rerr != nil {
			fmt.Fprintf(w.out, "%s  读不了：%s\n", tui.Printable(p), tui.Printable(rerr.Error()))
			continue
		}
		fmt.Fprintf(w.out, "%s  %s\n", tui.Printable(p), tui.Printable(logLine(log)))
	}
	switch {
	case err != nil:
		return exitError{exitFound, tui.Printable(err.Error())}
	case len(paths) == 0:
		fmt.Fprintln(w.out, "还没有记录。练一次：shouxiang drill")
	}
	return nil
}

var modeNames = map[string]string{string(sim.Drill): "首响速练", string(sim.FirstRun): "第一次上手", string(sim.Play): "情景对练"}

// logLine is one log in one line: when, what, how it went.
func logLine(log *journal.Log) string {
	started, err := time.Parse(time.RFC3339, log.Header.Started)
	when := log.Header.Started
	if err == nil {
		when = started.Local().Format("2006-01-02 15:04")
	}
	mode := modeNames[log.Header.Mode]
	if mode == "" {
		mode = log.Header.Mode
	}
	st := log.Replay()
	line := fmt.Sprintf("%s  %s  %s", when, mode, cameOf(&st, log.Header.Mode))
	if log.Header.Trainee != "" {
		line += "  " + log.Header.Trainee
	}
	if !st.Closed {
		line += "（中途断开）"
	}
	return line
}

// logFind turns "last", a path, or a session's name into a path.
func (w *world) logFind(o *options, name string) (string, error) {
	if name != "last" {
		if _, err := os.Stat(name); err == nil || strings.ContainsRune(name, filepath.Separator) {
			return name, nil
		}
	}
	paths, err := journal.List(w.dataFolder(o))
	for i := len(paths) - 1; i >= 0; i-- {
		if base := filepath.Base(paths[i]); name == "last" || base == name || base == name+".jsonl" {
			return paths[i], nil
		}
	}
	if err != nil {
		return "", exitError{exitUsage, tui.Printable(err.Error())}
	}
	if name == "last" {
		return "", exitError{exitUsage, "还没有记录。练一次：shouxiang drill"}
	}
	return "", exitError{exitUsage, "没有这个记录：" + tui.Printable(name) + "；用 shouxiang log list 看有哪些"}
}

func (w *world) logShow(o *options, name string, asJSON bool) error {
	path, err := w.logFind(o, name)
	if err != nil {
		return err
	}
	log, err := journal.Read(path)
	if err != nil {
		return exitError{exitUsage, tui.Printable(err.Error())}
	}
	if asJSON {
		return w.logJSON(log)
	}
	fmt.Fprintf(w.out, "记录: %s\n", tui.Printable(path))
	fmt.Fprintf(w.out, "场次: %s\n", tui.Printable(logLine(log)))
	st := log.Replay()
	for i := range st.Chats {
		writeChat(w.out, &st.Chats[i], log.Header.Input != "pipe")
	}
	for _, s := range log.Skipped {
		fmt.Fprintf(w.out, "第 %d 行: %s\n", s.Line, s.Why)
	}
	if log.Torn {
		fmt.Fprintln(w.out, "最后一行没写完（程序被强行关掉，或磁盘满了），前面的都在。")
	}
	return nil
}

// writeChat prints one chat as role: text lines.
func writeChat(out io.Writer, c *sim.Chat, clock bool) {
	fmt.Fprintf(out, "\n第 %d 个会话: %s（%s，%s%d）%s\n", c.N, tui.Printable(c.Title), tui.Printable(c.Tag),
		tui.Printable(c.Emotion), c.Intensity, redoNote(c))
	for _, l := range c.Lines {
		fmt.Fprintf(out, "%s: %s\n", speaker(c, l.Who), tui.Printable(l.Text))
	}
	if !c.Card {
		writeDebrief(out, c)
		return
	}
	if c.Grade == nil {
		fmt.Fprintf(out, "结果: %s\n", tui.OutcomeWord(c.Outcome))
		return
	}
	writeGrade(out, c, clock)
}

func redoNote(c *sim.Chat) string {
	if c.Redo == 0 {
		return ""
	}
	return fmt.Sprintf("，第 %d 个会话的重来", c.Redo)
}

// cameOf says what a session brought: a conversation its ending, a drill its figures.
func cameOf(st *sim.State, mode string) string {
	if c := st.Last(); mode == string(sim.Play) && c != nil {
		return tui.Printable(c.Title) + "，" + tui.EndLine(c)
	}
	pass := 0
	for i := range st.Chats {
		if c := &st.Chats[i]; c.Counts() && c.Grade != nil && c.Grade.Pass {
			pass++
		}
	}
	return fmt.Sprintf("%d 题，达标 %d", st.Played(), pass)
}

// logJSON prints one object: the header and the events as they stand in the file.
func (w *world) logJSON(log *journal.Log) error {
	events := log.Lines
	if events == nil {
		events = []json.RawMessage{}
	}
	return w.writeJSON(struct {
		Session journal.Header    `json:"session"`
		Events  []json.RawMessage `json:"events"`
	}{log.Header, events})
}
