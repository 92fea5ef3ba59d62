package cli

import (
	"fmt"
	"strconv"
	"strings"

	"shouxiang/scoring/calibrate"
	"shouxiang/tui"
)

// agreement prints a report for people.
func (w *world) agreement(files []labelledFile, rep *calibrate.Report) {
	for _, f := range files {
		fmt.Fprintf(w.out, "%s: %s，%s，%d 条\n", tui.Printable(f.File), f.Encoding, separatorWords[f.Separator], f.Replies)
	}
	fmt.Fprintf(w.out, "回复: %d 条", rep.Replies)
	if rep.Labelled < rep.Replies {
		fmt.Fprintf(w.out, "（%d 条标了共情、行动、红线）", rep.Labelled)
	}
	fmt.Fprintln(w.out)
	if rep.Labelled > 0 {
		w.levelTables(&rep.Measures)
		w.redLineTable(&rep.Measures)
	}
	w.headlines(&rep.Measures)
	w.categoryTable(rep.Categories)
	w.disagreements(rep)
	w.misjudged(rep.Misjudged)
}

func (w *world) levelTables(m *calibrate.Measures) {
	widths := []int{10, 8, 8, 8, 8}
	fmt.Fprintf(w.out, "\n%s\n", columns(widths, "要素", "准确率", "F1", "κ", "AC1"))
	for _, l := range []*calibrate.Levels{&m.Empathy, &m.Action} {
		fmt.Fprintln(w.out, columns(widths, partName(l.Name), decimals(&l.Accuracy), decimals(l.F1), decimals(l.Kappa), decimals(l.AC1)))
	}
	for _, l := range []*calibrate.Levels{&m.Empathy, &m.Action} {
		fmt.Fprintf(w.out, "\n%s（行 = 人，列 = 评分，0/1/2）\n", partName(l.Name))
		for level, row := range l.Confusion {
			fmt.Fprintf(w.out, "  %d  %4d %4d %4d\n", level, row[0], row[1], row[2])
		}
	}
}

func (w *world) redLineTable(m *calibrate.Measures) {
	widths := []int{12, 4, 4, 4, 6, 6, 6, 6, 6}
	fmt.Fprintf(w.out, "\n%s\n", columns(widths, "红线", "都有", "多报", "漏报", "精确率", "召回率", "F1", "κ", "AC1"))
	for _, f := range m.Flags {
		fmt.Fprintln(w.out, columns(widths, partName(f.Name), strconv.Itoa(f.Both), strconv.Itoa(f.Only), strconv.Itoa(f.Miss),
			decimals(f.Precision), decimals(f.Recall), decimals(f.F1), decimals(f.Kappa), decimals(f.AC1)))
	}
	fmt.Fprintf(w.out, "红线合计 micro-F1: %s\n", decimals(m.MicroF1))
}

// figureWords are the Chinese names of the figures that get an interval.
var figureWords = map[string]string{
	"empathy_accuracy": "共情 准确率", "empathy_f1": "共情 F1", "empathy_kappa": "共情 κ", "empathy_ac1": "共情 AC1",
	"action_accuracy": "行动 准确率", "action_f1": "行动 F1", "action_kappa": "行动 κ", "action_ac1": "行动 AC1",
	"red_lines_precision": "红线 精确率", "red_lines_recall": "红线 召回率", "red_lines_micro_f1": "红线 micro-F1",
	"clean_accused": "没红线的被冤枉", "clean_zeroed": "其中冤枉成 0 分", "good_pass": "好回复达标",
	"wrong_pass": "不该达标的达标了", "verdicts_agree": "达标和人一致",
}

func (w *world) headlines(m *calibrate.Measures) {
	shares := map[string]calibrate.Share{
		"clean_accused": m.Accused, "clean_zeroed": m.Zeroed, "good_pass": m.GoodPass, "wrong_pass": m.WrongPass, "verdicts_agree": m.Verdicts,
	}
	fmt.Fprintf(w.out, "\n主要数字（95%% 区间：重抽 %d 次）\n", calibrate.Resamples)
	for _, f := range m.Figures {
		if f.Value == nil {
			continue
		}
		between, count := "", ""
		if f.Low != nil {
			between = decimals(f.Low) + "–" + decimals(f.High)
		}
		if s, ok := shares[f.Name]; ok {
			count = fmt.Sprintf("%d/%d 条", s.Count, s.Of)
		}
		fmt.Fprintln(w.out, strings.TrimRight(columns([]int{16, 6, 12, 0}, figureWords[f.Name], decimals(f.Value), between, count), " "))
	}
}

func (w *world) categoryTable(categories []calibrate.Category) {
	if len(categories) == 0 {
		return
	}
	widths := []int{14, 5, 6, 6, 8, 0}
	fmt.Fprintf(w.out, "\n%s\n", strings.TrimRight(columns(widths, "类别", "条数", "共情 κ", "行动 κ", "红线 F1", "被冤枉"), " "))
	for _, c := range categories {
		accused := fmt.Sprintf("%d/%d", c.Accused.Count, c.Accused.Of)
		fmt.Fprintln(w.out, strings.TrimRight(columns(widths, c.Name, strconv.Itoa(c.Replies), decimals(c.Empathy.Kappa), decimals(c.Action.Kappa), decimals(c.MicroF1), accused), " "))
	}
}

func (w *world) disagreements(rep *calibrate.Report) {
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

func (w *world) misjudged(list []calibrate.Misjudged) {
	if len(list) > 0 {
		fmt.Fprintf(w.out, "\n达标不一样 %d 处\n", len(list))
	}
	for _, m := range list {
		said, want := "按标注", "该达标"
		if m.Stated {
			said = "人说"
		}
		if m.Pass {
			want = "不该达标"
		}
		fmt.Fprintf(w.out, "  %s  %s%s 评 %d 分  %s  [%s]\n", tui.Printable(m.ID), said, want, m.Score, tui.Printable(m.Reply), strings.Join(m.Caps, " "))
	}
}
