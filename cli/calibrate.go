package cli

import (
	"fmt"
	"slices"
	"strconv"
	"sync"

	"shouxiang/scoring/fact"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/scoring/calibrate"
	"shouxiang/sheet"
	"shouxiang/tui"
)

func calibrateCommand(w *world, o *options) *cobra.Command {
	var asJSON, ablate bool
	var without []string
	c := &cobra.Command{
		Use: "calibrate 文件…", Short: "评分和人工标注有多一致", Args: cobra.MinimumNArgs(1),
		Long: "评分和人工标注有多一致。文件是 csv 或 tsv，第一行写列名，下面一行一条：\n" +
			"  编号 客户 回复 共情 行动 红线　或　id customer reply empathy action flags\n" +
			"还可以有：类别（category，分开算）、场景和轮（scenario turn，按那个场景评）、达标（pass）。别的列不看。\n" +
			"几个文件合在一起算。编码和分列的符号自己认。\n--ablate 把规则一条条关掉，看每条在每个文件里挣了多少、扣了多少；\n--without 关掉说的那几条再比，如 --without code.second-opinion。",
		RunE: func(_ *cobra.Command, args []string) error {
			tell := w.ablate
			if !ablate {
				s, err := scoring.Default().Without(without...)
				if err != nil {
					return usagef("%s", tui.Printable(err.Error()))
				}
				tell = func(files []labelledFile, rows [][]calibrate.Row, asJSON bool) error {
					return w.compare(s, files, rows, asJSON)
				}
			}
			return w.calibrate(o, args, asJSON, tell)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "输出 JSON")
	c.Flags().BoolVar(&ablate, "ablate", false, "规则一条条关掉，看每条挣多少、扣多少")
	c.Flags().StringSliceVar(&without, "without", nil, "关掉这几条规则再比，逗号分开")
	c.MarkFlagsMutuallyExclusive("ablate", "without")
	return c
}

// labelledFile is how one file was read.
type labelledFile struct {
	File      string `json:"file"`
	Encoding  string `json:"encoding"`
	Separator string `json:"separator"`
	Replies   int    `json:"replies"`
	Skipped   int    `json:"skipped"`
}

// calibrate reads the labelled files and has tell say what comes of them.
func (w *world) calibrate(o *options, names []string, asJSON bool, tell func([]labelledFile, [][]calibrate.Row, bool) error) error {
	library := sync.OnceValue(func() *scenarios.Library { return w.library(o) })
	find := func(scenario, turn string) (*scoring.Matter, scoring.Terms, error) {
		q, err := newQuestion(library, "", scenario, turn)
		return q.matter, q.terms, err
	}
	var rows [][]calibrate.Row
	var files []labelledFile
	skipped := 0
	for _, name := range names {
		table, err := sheet.Open(name)
		if err != nil {
			return usagef("%s", tui.Printable(err.Error()))
		}
		some, bad, err := calibrate.Read(table, find)
		if err != nil {
			return usagef("%s: %s", tui.Printable(name), tui.Printable(err.Error()))
		}
		for _, b := range bad {
			fmt.Fprintf(w.err, "%s:%d: 跳过：%s\n", tui.Printable(name), b.Line, tui.Printable(b.Message))
		}
		rows = append(rows, some)
		skipped += len(bad)
		files = append(files, labelledFile{name, string(table.Encoding), separatorName(table.Separator), len(some), len(bad)})
	}
	if err := tell(files, rows, asJSON); err != nil {
		return err
	}
	if skipped > 0 {
		return exitError{exitFound, fmt.Sprintf("有 %d 行没有算进去", skipped)}
	}
	return nil
}

// compare tells how far scorer and people agree on all files together.
func (w *world) compare(s *scoring.Scorer, files []labelledFile, rows [][]calibrate.Row, asJSON bool) error {
	all := slices.Concat(rows...)
	if s.Version() != scoring.Default().Version() && slices.ContainsFunc(all, func(r calibrate.Row) bool { return r.Matter != nil }) {
		return usagef("按场景评的回复只能关代码里的规则（名字以 code. 开头）；要关词典里的，请去掉场景这一列")
	}
	rep := calibrate.Measure(s, all)
	if asJSON {
		return w.writeJSON(struct {
			Files []labelledFile `json:"files"`
			calibrate.Report
		}{files, rep})
	}
	w.agreement(files, &rep)
	return nil
}

func separatorName(sep rune) string {
	switch sep {
	case '\t':
		return "tab"
	case ',':
		return "comma"
	case ';':
		return "semicolon"
	}
	return "none"
}

var separatorWords = map[string]string{"tab": "制表符分列", "comma": "逗号分列", "semicolon": "分号分列", "none": "只有一列"}

// decimals is a share with three digits; n/a where there was nothing to agree on.
func decimals(v *float64) string {
	if v == nil {
		return "n/a"
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}

// partName is the Chinese word for an element or red line; blame joins 推诿 and 指责.
func partName(name string) string {
	if name == "blame" {
		return "推诿/指责"
	}
	if list := fact.ElementsByNames(name).List(); len(list) == 1 {
		return list[0].Label()
	}
	if list := fact.RedLinesByNames(name).List(); len(list) == 1 {
		return list[0].Label()
	}
	return name
}
