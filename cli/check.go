package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
	"shouxiang/sim/rehearsal"
	"shouxiang/tui"
)

func checkCommand(w *world, o *options) *cobra.Command {
	var noSim, strict, asJSON bool
	var explain string
	c := &cobra.Command{
		Use: "check [文件或文件夹…]", Short: "检查场景文件：哪里写错了、怎么改",
		Long: "检查场景文件，一次说出全部问题。不写路径就检查内置场景包和 --scenarios 的文件夹。\n" +
			"退出码：0 没有错误，1 有错误（--strict：有警告也算），2 读不了。",
		RunE: func(_ *cobra.Command, args []string) error {
			if explain != "" {
				return w.explain(explain)
			}
			lib, err := w.readForCheck(o, args)
			if err != nil {
				return err
			}
			return w.report(lib, inspect(lib, !noSim), strict, asJSON)
		},
	}
	fl := c.Flags()
	fl.BoolVar(&noSim, "no-sim", false, "不模拟对练，快一些")
	fl.BoolVar(&strict, "strict", false, "有警告也算没通过")
	fl.BoolVar(&asJSON, "json", false, "输出 JSON")
	fl.StringVar(&explain, "explain", "", "说明一条规则，写它的`代码`，如 B04")
	return c
}

// inspect is all that check finds, with games or without.
func inspect(lib *scenarios.Library, games bool) []problem.Problem {
	list := lint.Check(lib, scoring.Default())
	if games {
		list = append(list, rehearsal.Check(lib, list, scoring.Default())...)
		problem.Sort(list)
	}
	return list
}

// readForCheck reads what the paths name, the embedded packs and --scenarios when there are none.
func (w *world) readForCheck(o *options, paths []string) (*scenarios.Library, error) {
	how := scenarios.Reading{Places: true}
	if len(paths) == 0 {
		return how.Load(w.sources(o)...), nil
	}
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return nil, usagef("读不了 %s；请检查名字和路径", tui.Printable(p))
		}
	}
	return how.LoadPaths(paths...), nil
}

func (w *world) explain(code string) error {
	r, ok := lint.Lookup(code)
	if !ok {
		return usagef("没有『%s』这条规则；有：%s", tui.Printable(code), strings.Join(lint.Codes(), " "))
	}
	fmt.Fprint(w.out, r.Page())
	return nil
}

// report prints the problems and says by the exit code whether there are any.
func (w *world) report(lib *scenarios.Library, list []problem.Problem, strict, asJSON bool) error {
	errors, warnings, hints := lint.Count(list)
	shown := lint.Shorten(list)
	if asJSON {
		if shown == nil {
			shown = []problem.Problem{}
		}
		err := w.writeJSON(struct {
			Files    int               `json:"files"`
			Errors   int               `json:"errors"`
			Warnings int               `json:"warnings"`
			Hints    int               `json:"hints"`
			Problems []problem.Problem `json:"problems"`
		}{lib.Files, errors, warnings, hints, shown})
		if err != nil {
			return err
		}
	} else {
		for _, p := range shown {
			fmt.Fprint(w.out, p.Render())
		}
		fmt.Fprintln(w.out, verdict(lib.Files, errors, warnings, hints))
	}
	switch {
	case unreadable(lib):
		return exitError{exitUsage, ""}
	case errors > 0, strict && warnings > 0:
		return exitError{exitFound, ""}
	}
	return nil
}

func verdict(files, errors, warnings, hints int) string {
	if errors+warnings+hints == 0 {
		return fmt.Sprintf("检查了 %d 个文件，没有问题", files)
	}
	line := fmt.Sprintf("检查了 %d 个文件：%d 处错误，%d 处警告，%d 处提示", files, errors, warnings, hints)
	if errors+warnings > 0 {
		line += "；看不懂哪一条：shouxiang check --explain 代码"
	}
	return line
}

// unreadable reports that a file or folder could not be read at all.
func unreadable(lib *scenarios.Library) bool {
	for _, b := range lib.Broken {
		if b.Reason.Code == "S06" || b.Reason.Code == "P01" && lib.Files == 0 {
			return true
		}
	}
	return lib.Files == 0
}
