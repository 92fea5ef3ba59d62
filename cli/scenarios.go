package cli

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"shouxiang/problem"
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
	var tag, pack string
	var asJSON bool
	c := &cobra.Command{
		Use: "scenarios", Short: "有哪些场景可以练", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			lib := w.library(o)
			list := lib.Filter(tag, pack)
			if asJSON {
				return w.scenariosJSON(list)
			}
			w.scenariosTable(lib, list)
			return nil
		},
	}
	c.Flags().StringVar(&tag, "tag", "", "只看这个`标签`（写到 / 前也行，如 物流）")
	c.Flags().StringVar(&pack, "pack", "", "只看这个场景`包`")
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

func (w *world) scenariosTable(lib *scenarios.Library, list []*scenarios.Scenario) {
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
		fmt.Fprintln(w.out, "  "+columns([]int{20, 16, 6, 5, 6}, s.ID, s.Tag, s.Emotion+strconv.Itoa(s.Intensity), s.Level, kind)+tui.Printable(s.Title))
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
