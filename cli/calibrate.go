package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"shouxiang/scoring"
	"shouxiang/scoring/calibrate"
	"shouxiang/tui"
)

func calibrateCommand(w *world) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "calibrate 文件.tsv…", Short: "评分和人工标注有多一致", Args: cobra.MinimumNArgs(1),
		Long: "评分和人工标注有多一致。文件用制表符分列，第一行写列名：id customer reply empathy action flags。\n几个文件合在一起算。",
		RunE: func(_ *cobra.Command, args []string) error { return w.calibrate(args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "输出 JSON")
	return c
}

func (w *world) calibrate(files []string, asJSON bool) error {
	var rows []calibrate.Row
	bad := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return usagef("读不了 %s：%s", tui.Printable(name), fileReason(err))
		}
		some, wrong, err := calibrate.Read(bytes.NewReader(data))
		if err != nil {
			return usagef("%s: %s", tui.Printable(name), tui.Printable(err.Error()))
		}
		for _, b := range wrong {
			bad++
			fmt.Fprintf(w.err, "%s:%d: 跳过：%s\n", tui.Printable(name), b.Line, tui.Printable(b.Message))
		}
		rows = append(rows, some...)
	}
	rep := calibrate.Measure(scoring.Default(), rows)
	if asJSON {
		if err := w.writeJSON(rep); err != nil {
			return err
		}
	} else {
		w.agreement(&rep)
	}
	if bad > 0 {
		return exitError{exitFound, fmt.Sprintf("有 %d 行没有算进去", bad)}
	}
	return nil
}

func fileReason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "没有这个文件"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限"
	case errors.Is(err, fs.ErrExist):
		return "已经有同名的文件"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "磁盘满了"
	case errors.Is(err, syscall.EROFS):
		return "磁盘是只读的"
	}
	return "不是普通文件，或磁盘出错"
}

// figure is a share with three digits; n/a where there was nothing to agree on.
func figure(v *float64) string {
	if v == nil {
		return "n/a"
	}
	return fmt.Sprintf("%.3f", *v)
}

func (w *world) agreement(rep *calibrate.Report) {
	fmt.Fprintf(w.out, "回复: %d 条\n\n", rep.Replies)
	widths := []int{10, 8, 8, 8}
	fmt.Fprintln(w.out, columns(widths, "要素", "准确率", "F1", "κ"))
	for _, l := range []*calibrate.Levels{&rep.Empathy, &rep.Action} {
		fmt.Fprintln(w.out, columns(widths, partName(l.Name), fmt.Sprintf("%.3f", l.Accuracy), figure(l.F1), figure(l.Kappa)))
	}
	for _, l := range []*calibrate.Levels{&rep.Empathy, &rep.Action} {
		fmt.Fprintf(w.out, "\n%s（行 = 人，列 = 评分，0/1/2）\n", partName(l.Name))
		for level, row := range l.Confusion {
			fmt.Fprintf(w.out, "  %d  %4d %4d %4d\n", level, row[0], row[1], row[2])
		}
	}
	fmt.Fprintf(w.out, "\n%s\n", columns([]int{12, 6, 6, 6, 8, 8}, "红线", "都有", "多报", "漏报", "F1", "κ"))
	for _, f := range rep.Flags {
		fmt.Fprintln(w.out, columns([]int{12, 6, 6, 6, 8, 8}, partName(f.Name), fmt.Sprint(f.Both), fmt.Sprint(f.Only), fmt.Sprint(f.Miss), figure(f.F1), figure(f.Kappa)))
	}
	fmt.Fprintf(w.out, "红线合计 micro-F1: %s\n", figure(rep.MicroF1))
	if len(rep.Worst) > 0 {
		fmt.Fprintln(w.out, "\n分歧最多的规则")
		for _, r := range rep.Worst {
			fmt.Fprintf(w.out, "  %-28s %d\n", r.ID, r.Count)
		}
	}
	if len(rep.Disagreements) > 0 {
		fmt.Fprintf(w.out, "\n分歧 %d 处\n", len(rep.Disagreements))
	}
	for _, d := range rep.Disagreements {
		rules := strings.Join(d.Rules, " ")
		if rules == "" {
			rules = "没听出"
		}
		fmt.Fprintf(w.out, "  %s  %s 人 %d 评 %d  %s  [%s]\n", tui.Printable(d.ID), partName(d.What), d.People, d.Scorer, tui.Printable(d.Reply), rules)
	}
}

// partName is the Chinese word for an element or red line; blame joins 推诿 and 指责.
func partName(name string) string {
	if name == "blame" {
		return "推诿/指责"
	}
	if list := scoring.ElementsByNames(name).List(); len(list) == 1 {
		return list[0].Label()
	}
	if list := scoring.RedLinesByNames(name).List(); len(list) == 1 {
		return list[0].Label()
	}
	return name
}
