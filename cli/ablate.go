package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/scoring"
	"shouxiang/scoring/calibrate"
	"shouxiang/tui"
)

// ablation is a report of calibrate --ablate as JSON.
type ablation struct {
	Files []labelledFile `json:"files"`
	*calibrate.Ablation
	Idle      []string `json:"idle"`       // earn nothing on two files or more; on the only one where there is one
	OnlyCosts []string `json:"only_costs"` // earn nothing and cost something
}

// ablate switches every rule off in turn and tells what each earns and costs.
func (w *world) ablate(files []labelledFile, rows [][]calibrate.Row, asJSON bool) error {
	fmt.Fprintf(w.err, "一条条关掉 %d 条规则，重听 %d 个文件，要几分钟…\n", len(scoring.Default().Rules()), len(files))
	a, err := calibrate.Ablate(scoring.Default(), rows)
	if err != nil {
		return exitError{exitFound, err.Error()}
	}
	idle, onlyCosts := idleRules(a, min(2, len(files))), costlyRules(a)
	if asJSON {
		return w.writeJSON(ablation{files, a, idsOf(idle), idsOf(onlyCosts)})
	}
	for i, f := range files {
		c := a.Wrong[i]
		fmt.Fprintf(w.out, "%d %s: %d 条，现在标错 共情 %d · 行动 %d · 红线 %d\n", i+1, tui.Printable(f.File), a.Labelled[i], c.Empathy, c.Action, c.RedLines)
	}
	w.worthTable(a)
	fmt.Fprintf(w.out, "\n只扣不挣 %d 条\n", len(onlyCosts))
	for _, r := range onlyCosts {
		fmt.Fprintf(w.out, "  %s -%d\n", r.Rule, r.Total.Costs.All())
	}
	where := "在这个文件里什么也没挣"
	if len(files) > 1 {
		where = "在两个以上的文件里什么也没挣"
	}
	fmt.Fprintf(w.out, "\n%s %d 条（没挣的文件数/文件数，别处挣的；整条没挣的不拆开写）\n", where, len(idle))
	for _, r := range idle {
		fmt.Fprintf(w.out, "  %s %d/%d +%d\n", r.Rule, r.Idle(), len(files), r.Total.Earns.All())
	}
	kinds := map[string]int{}
	for _, r := range a.Rules {
		kinds[r.Kind]++
	}
	fmt.Fprintf(w.out, "\n合计: 规则 %d 条（词 %d、句型 %d、代码 %d），多个句型的拆开另算 %d 个；写出来的词 %d 个\n",
		a.Entries, kinds["words"], kinds["frame"], kinds["code"], kinds["form"], a.Literals)
	return nil
}

// idleRules are those that earn nothing on most files or more, those that earn least elsewhere first. Forms of an entry that
// earns nothing are told by their entry.
func idleRules(a *calibrate.Ablation, most int) []*calibrate.Ablated {
	var out []*calibrate.Ablated
	for i := range a.Rules {
		if r := &a.Rules[i]; r.Idle() >= most {
			out = append(out, r)
		}
	}
	all := idsOf(out)
	out = slices.DeleteFunc(out, func(r *calibrate.Ablated) bool {
		entry, _, form := strings.Cut(r.Rule, "#")
		return form && slices.Contains(all, entry)
	})
	slices.SortStableFunc(out, func(x, y *calibrate.Ablated) int {
		return cmp.Or(cmp.Compare(x.Total.Earns.All(), y.Total.Earns.All()), strings.Compare(x.Rule, y.Rule))
	})
	return out
}

// costlyRules are those that earn nothing anywhere and cost something, the dearest first.
func costlyRules(a *calibrate.Ablation) []*calibrate.Ablated {
	var out []*calibrate.Ablated
	for i := range a.Rules {
		if r := &a.Rules[i]; r.Total.Earns.All() == 0 && r.Total.Costs.All() > 0 {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(x, y *calibrate.Ablated) int {
		return cmp.Or(cmp.Compare(y.Total.Costs.All(), x.Total.Costs.All()), strings.Compare(x.Rule, y.Rule))
	})
	return out
}

func idsOf(list []*calibrate.Ablated) []string {
	out := []string{}
	for _, r := range list {
		out = append(out, r.Rule)
	}
	return out
}

// worthTable prints a line for every rule without which some label changes.
func (w *world) worthTable(a *calibrate.Ablation) {
	cells := []string{"规则", "净挣"}
	widths := []int{28, 6}
	for i := range a.Labelled {
		for _, name := range []string{"共情", "行动", "红线"} {
			cells, widths = append(cells, strconv.Itoa(i+1)+name), append(widths, 9)
		}
	}
	fmt.Fprintf(w.out, "\n关掉一条，对的标注少几个（+ 挣，- 扣）\n%s\n", strings.TrimRight(columns(widths, cells...), " "))
	for _, r := range a.Rules {
		if r.Total == (calibrate.Worth{}) {
			continue
		}
		cells := []string{r.Rule, strconv.Itoa(r.Total.Net())}
		for _, f := range r.Files {
			cells = append(cells, worth(f.Earns.Empathy, f.Costs.Empathy), worth(f.Earns.Action, f.Costs.Action), worth(f.Earns.RedLines, f.Costs.RedLines))
		}
		fmt.Fprintln(w.out, strings.TrimRight(columns(widths, cells...), " "))
	}
}

// worth is what a rule earns and costs, as +3-1.
func worth(earns, costs int) string {
	switch {
	case earns == 0 && costs == 0:
		return "·"
	case costs == 0:
		return fmt.Sprintf("+%d", earns)
	case earns == 0:
		return fmt.Sprintf("-%d", costs)
	}
	return fmt.Sprintf("+%d-%d", earns, costs)
}
