package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/tui"
)

func newCommand(w *world, o *options) *cobra.Command {
	var card, script, print, plain bool
	c := &cobra.Command{
		Use: "new [文件夹]", Short: "写一道新题：问你几句，替你写好文件", Args: cobra.MaximumNArgs(1),
		Long: "写一道新题：谁、什么事、多急、客户怎么说、你能办什么、好回复、坏回复。问完先给你看一眼，再写成带说明的文件，当场检查。\n" +
			"不写文件夹就写在当前文件夹；没有的文件夹和 pack.toml 会替你建好，已有的文件不会被盖掉。\n" +
			"--print 不提问，只打印一份带说明的样例，可以存成文件再改。",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case card && script:
				return usagef("--card 和 --script 只能写一个")
			case print && !card && !script:
				return usagef("要打印哪一种？单题写 new --card --print，四段情景写 new --script --print")
			case print:
				return w.printDraft(script)
			}
			dir := "."
			if len(args) == 1 {
				dir = filepath.Clean(args[0])
			}
			return w.newScenario(o, dir, card, script, plain)
		},
	}
	fl := c.Flags()
	fl.BoolVar(&card, "card", false, "单题")
	fl.BoolVar(&script, "script", false, "四段情景")
	fl.BoolVar(&print, "print", false, "不提问，打印带说明的样例")
	fl.BoolVar(&plain, "plain", false, "一问一行，不画界面（读屏软件、管道）")
	return c
}

func (w *world) printDraft(script bool) error {
	d := draft.Card()
	if script {
		d = draft.Script()
	}
	if _, err := fmt.Fprint(w.out, d.TOML()); err != nil {
		return exitError{exitFound, "结果写不出去：" + err.Error()}
	}
	return nil
}

// newScenario asks, writes and checks. Nothing is written before the last question is answered.
func (w *world) newScenario(o *options, dir string, card, script, plain bool) error {
	pack, err := openPack(dir)
	if err != nil {
		return err
	}
	v := pack.interview(card, script)
	if !plain && w.terminal() {
		return w.form(o, pack, v)
	}
	a := &asker{out: w.out, lines: readLines(w.in)}
	a.say("新题", "一问一行，回车就是下一问；不想写了按 Ctrl+C，什么都不会留下")
	switch stuck := a.interview(v); {
	case stuck == nil:
	case stuck.What == draft.AskFile:
		return exitError{exitFound, "同名的文件已经有了，没有盖掉它，什么都没写。换个文件名再来"}
	default:
		return exitError{exitFound, "输入到头了，还没问完，什么都没写。从头再来：shouxiang new"}
	}
	d := v.Draft()
	d.ID = freeID(dir, strings.TrimSuffix(v.FileName(), ".toml"), &d)
	done, err := pack.write(v.FileName(), d.TOML(), &d)
	if err != nil {
		return exitError{exitFound, err.Error()}
	}
	return w.tell(done)
}

// tell says what was written, what check says of it and how to practise it.
func (w *world) tell(done *written) error {
	fmt.Fprintf(w.out, "\n写好了: %s\n", tui.Printable(filepath.ToSlash(done.path)))
	if done.trouble != nil {
		return exitError{exitFound, done.trouble.Error()}
	}
	if done.told != "" {
		fmt.Fprintf(w.out, "场景包: %s\n", done.told)
	}
	fmt.Fprintln(w.out)
	lib := scenarios.Reading{Places: true}.LoadPaths(done.path)
	err := w.report(lib, inspect(lib, true), false, false)
	file := shellWord(filepath.ToSlash(done.path))
	practise, hint := "drill", ""
	if done.script {
		practise, hint = "play", "（边改边试：改完存盘，在复盘里按 F5）"
	}
	fmt.Fprintf(w.out, "\n练一遍: shouxiang %s %s%s\n改完再查: shouxiang check %s\n", practise, file, hint, file)
	return err
}

// shellWord is a path as one word of a command line.
func shellWord(path string) string {
	path = tui.Printable(path)
	if strings.ContainsAny(path, " ()&;'") {
		return `"` + path + `"`
	}
	return path
}
