package cli

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/tui"
)

// library loads the embedded packs and those of --scenarios.
func (w *world) library(o *options) *scenarios.Library {
	return scenarios.Load(w.sources(o)...)
}

func (w *world) sources(o *options) []scenarios.Source {
	out := []scenarios.Source{{FS: scenarios.Embedded()}}
	for _, dir := range o.scenarios {
		out = append(out, scenarios.Source{FS: os.DirFS(dir), Name: dir})
	}
	return out
}

func (w *world) printProblems(problems []problem.Problem) {
	for _, p := range problems {
		fmt.Fprint(w.err, p.Render())
	}
}

func scenariosCommand(w *world, o *options) *cobra.Command {
	var want wanted
	var asJSON bool
	c := &cobra.Command{
		Use: "scenarios", Short: "有哪些场景可以练", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			lib := w.library(o)
			pasts := report.Pasts(w.dataFolder(o))
			list := want.among(lib, pasts)
			if asJSON {
				return w.scenariosJSON(list)
			}
			w.scenariosTable(lib, list, pasts)
			return nil
		},
	}
	c.Flags().StringVar(&want.tag, "tag", "", "只看这个`标签`（写到 / 前也行，如 物流）")
	c.Flags().StringVar(&want.pack, "pack", "", "只看这个场景`包`")
	c.Flags().StringVar(&want.level, "level", "", "只看这个`级别`：基础、进阶、高阶")
	c.Flags().BoolVar(&want.todo, "todo", false, "只看还没练过的")
	c.Flags().BoolVar(&want.weak, "weak", false, "只看练过、但最好一次也没做好的（不到 70 分，或不到 4 星）")
	c.Flags().BoolVar(&asJSON, "json", false, "输出 JSON")
	return c
}

func (w *world) scenariosJSON(list []*scenarios.Scenario) error {
	type entry struct {
		ID        string `json:"id"`
		Title     string `json:"title"`
		Tag       string `json:"tag"`
		Emotion   string `json:"emotion"`
		Intensity int    `json:"intensity"`
		Level     string `json:"level"`
		Pack      string `json:"pack"`
		Turns     int    `json:"turns"`
	}
	out := []entry{}
	for _, s := range list {
		e := entry{s.ID, s.Title, s.Tag, s.Emotion, s.Intensity, s.Level, "", len(s.Turns)}
		if s.Pack != nil {
			e.Pack = s.Pack.Name
		}
		out = append(out, e)
	}
	return w.writeJSON(out)
}

// wanted is what of the library is asked for.
type wanted struct {
	tag, pack, level string
	todo, weak       bool
}

func (f wanted) among(lib *scenarios.Library, pasts map[string]report.Past) []*scenarios.Scenario {
	var out []*scenarios.Scenario
	for _, s := range lib.Filter(f.tag, f.pack) {
		p, done := pasts[s.ID]
		if f.level != "" && s.Level != f.level || f.todo && done || f.weak && (!done || wellDone(s, p)) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// wellDone: a card was 达标 once, a conversation ended with at least four stars.
func wellDone(s *scenarios.Scenario, p report.Past) bool {
	if s.Card {
		return p.Best >= 70
	}
	return p.Stars >= 4
}

// pastWord says in a word what came of a scenario so far.
func pastWord(s *scenarios.Scenario, p report.Past) string {
	switch {
	case p.Times == 0:
		return "没练过"
	case s.Card:
		return fmt.Sprintf("最好 %d 分", p.Best)
	}
	return fmt.Sprintf("最好 %d 星", p.Stars)
}

func (w *world) scenariosTable(lib *scenarios.Library, list []*scenarios.Scenario, pasts map[string]report.Past) {
	pack := ""
	for _, s := range list {
		if s.Pack != nil && s.Pack.Name != pack {
			pack = s.Pack.Name
			fmt.Fprintf(w.out, "\n%s\n", tui.Printable(pack))
		}
		kind := "单题"
		if !s.Card {
			kind = strconv.Itoa(len(s.Turns)) + " 轮"
		}
		fmt.Fprintln(w.out, "  "+columns([]int{20, 16, 6, 5, 6, 10}, s.ID, s.Tag, s.Emotion+strconv.Itoa(s.Intensity), s.Level, kind, pastWord(s, pasts[s.ID]))+tui.Printable(s.Title))
	}
	fmt.Fprintf(w.out, "\n共 %d 个\n", len(list))
	if len(lib.Broken) > 0 {
		fmt.Fprintf(w.out, "\n练不了的 %d 个：\n", len(lib.Broken))
		for _, b := range lib.Broken {
			fmt.Fprintf(w.out, "  %s\n", b.Reason.Error())
		}
	}
}

// columns sets words in columns of a display width, two blanks between them; a longer word pushes the rest.
func columns(widths []int, words ...string) string {
	var b strings.Builder
	for i, word := range words {
		word = tui.Printable(word)
		b.WriteString(word)
		b.WriteString(strings.Repeat(" ", max(0, widths[i]-ansi.StringWidth(word))+2))
	}
	return b.String()
}
