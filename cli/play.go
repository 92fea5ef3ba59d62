package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/sim"
	"shouxiang/tui"
)

func playCommand(w *world, o *options) *cobra.Command {
	var noTag, plainMode bool
	c := &cobra.Command{
		Use: "play [编号|文件]", Short: "情景对练：和一位客户从头谈到尾", Args: cobra.MaximumNArgs(1),
		Long: "情景对练：从情绪安抚谈到跟进反馈，客户会因为你的话换走法，最后打 1 到 5 星。\n不写编号就先挑场景；写文件就直接练那个文件。",
		RunE: func(_ *cobra.Command, args []string) error {
			name := ""
			if len(args) == 1 {
				name = args[0]
			}
			return w.play(o, name, noTag, plainMode)
		},
	}
	c.Flags().BoolVar(&noTag, "no-tag", false, "不打标签")
	c.Flags().BoolVar(&plainMode, "plain", false, "逐行文字，不画界面（读屏软件、管道）")
	return c
}

// play opens the conversation on the terminal, or plays it as lines of text. Without a name the terminal lets pick.
func (w *world) play(o *options, name string, noTag, plainMode bool) error {
	screens := !plainMode && w.terminal()
	if name == "" {
		if screens {
			return w.screens(o, tui.Start{Play: &tui.PlayOptions{NoTag: noTag}})
		}
		return usagef("写上要练的编号或文件，如 shouxiang play %s；有哪些见 shouxiang scenarios", exampleScript(w.library(o)))
	}
	sc, err := w.script(o, name)
	if err != nil {
		return err
	}
	start := &tui.PlayOptions{Scenario: sc, NoTag: noTag}
	if isFile(name) {
		start.File = name
	}
	if screens {
		return w.screens(o, tui.Start{Play: start})
	}
	profile, found := w.profile(o)
	ses := &sim.Session{
		Trainee: profile.Name, Mode: sim.Play, Seed: newSeed(), Deck: []*scenarios.Scenario{sc}, Cards: 1, Tagging: !noTag,
	}
	if start.File == "" {
		ses.Limit = limitOf(profile, found)
	}
	return w.lines(o, ses)
}

// isFile: what was written names a file rather than an id.
func isFile(name string) bool {
	_, err := os.Stat(name)
	return err == nil || strings.HasSuffix(name, ".toml")
}

func exampleScript(lib *scenarios.Library) string {
	for _, sc := range lib.Scenarios {
		if !sc.Card {
			return sc.ID
		}
	}
	return "我的情景.toml"
}

// script finds what play can play: a file, or the id of a scenario with several turns.
func (w *world) script(o *options, name string) (*scenarios.Scenario, error) {
	var sc *scenarios.Scenario
	if isFile(name) {
		var err error
		if sc, err = w.file(name); err != nil {
			return nil, err
		}
	} else if sc = w.library(o).ByID(name); sc == nil {
		return nil, usagef("没有编号是『%s』的情景；看有哪些：shouxiang scenarios", tui.Printable(name))
	}
	if sc.Card {
		return nil, usagef("%s 是单题，请用 shouxiang drill", tui.Printable(name))
	}
	return sc, nil
}

// writeDebrief prints how a conversation ended and what each reply did.
func writeDebrief(out io.Writer, c *sim.Chat) {
	fmt.Fprintf(out, "结果: %s\n", tui.EndLine(c))
	for i := range c.Steps {
		s := &c.Steps[i]
		fmt.Fprintf(out, "第 %d 句: %s\n", i+1, tui.StepLine(s))
	}
}
