package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
	"shouxiang/sim/rehearsal"
	"shouxiang/tui"
)

func newCommand(w *world) *cobra.Command {
	var card, script, print, plain bool
	c := &cobra.Command{
		Use: "new [文件夹]", Short: "写一道新题：问你几句，替你写好文件", Args: cobra.MaximumNArgs(1),
		Long: "写一道新题：谁、什么事、多急、客户怎么说、你能办什么、好回复、坏回复，一行一问，问完写成带说明的文件，当场检查。\n" +
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
			return w.newScenario(dir, card, script)
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
func (w *world) newScenario(dir string, card, script bool) error {
	pack, err := openPack(dir)
	if err != nil {
		return err
	}
	v := pack.interview(card, script)
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
	return w.keepDraft(dir, v.FileName(), &d, pack)
}

// keepDraft writes the file, and its pack when the folder has none or lacks the tag; then it checks.
func (w *world) keepDraft(dir, name string, d *draft.Draft, pack *packFolder) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return exitError{exitFound, fmt.Sprintf("建不了文件夹 %s：%s；换一个文件夹再来", tui.Printable(dir), fileReason(err))}
	}
	path := filepath.Join(dir, name)
	if err := createFile(path, d.TOML()); err != nil {
		return exitError{exitFound, fmt.Sprintf("写不了 %s：%s；换个名字或文件夹再来", tui.Printable(path), fileReason(err))}
	}
	fmt.Fprintf(w.out, "\n写好了: %s\n", tui.Printable(filepath.ToSlash(path)))
	if told, err := pack.keep(d.Tag); err != nil {
		return exitError{exitFound, fmt.Sprintf("写不了 %s：%s；请自己在 tags 里加上『%s』", tui.Printable(pack.path), fileReason(err), tui.Printable(d.Tag))}
	} else if told != "" {
		fmt.Fprintf(w.out, "场景包: %s\n", told)
	}
	fmt.Fprintln(w.out)
	lib := scenarios.Reading{Places: true}.LoadPaths(path)
	list := lint.Check(lib, scoring.Default())
	list = append(list, rehearsal.Check(lib, list, scoring.Default())...)
	err := w.report(lib, list, false, false)
	file := shellWord(filepath.ToSlash(path))
	practise, hint := "drill", ""
	if d.Script {
		practise, hint = "play", "（边改边试：改完存盘，在复盘里按 F5）"
	}
	fmt.Fprintf(w.out, "\n练一遍: shouxiang %s %s%s\n改完再查: shouxiang check %s\n", practise, file, hint, file)
	return err
}

// createFile writes a new file; one that is there stays as it is.
func createFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// shellWord is a path as one word of a command line.
func shellWord(path string) string {
	path = tui.Printable(path)
	if strings.ContainsAny(path, " ()&;'") {
		return `"` + path + `"`
	}
	return path
}

var plainID = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

// freeID is the name of the file where it can be an id that no scenario has, else one made from the content, so that two
// trainers who write on their own do not take the same.
func freeID(dir, name string, d *draft.Draft) string {
	lib := scenarios.Load(scenarios.Source{FS: scenarios.Embedded()})
	taken := func(id string) bool { return lib.ByID(id) != nil }
	if own := (scenarios.Reading{}).LoadPaths(dir); len(own.Scenarios) > 0 {
		taken = func(id string) bool { return lib.ByID(id) != nil || own.ByID(id) != nil }
	}
	if plainID.MatchString(name) && !taken(name) {
		return name
	}
	sum := sha256.Sum256([]byte(d.TOML()))
	for size := 3; ; size++ {
		if id := "my-" + hex.EncodeToString(sum[:size]); size == len(sum) || !taken(id) {
			return id
		}
	}
}

// packFolder is the folder that the new file goes to, and its pack.
type packFolder struct {
	dir, path string
	text      string // of pack.toml; "" when there is none yet
	pack      *scenarios.Pack
}

func openPack(dir string) (*packFolder, error) {
	p := &packFolder{dir: dir, path: filepath.Join(dir, "pack.toml"), pack: &scenarios.Pack{}}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, usagef("%s 是一个文件；new 后面写放新题的文件夹", tui.Printable(dir))
	}
	data, err := os.ReadFile(p.path)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return nil, usagef("读不了 %s：%s", tui.Printable(p.path), fileReason(err))
	}
	p.text = string(data)
	if lib := (scenarios.Reading{}).LoadPaths(p.path); len(lib.Packs) == 1 {
		p.pack = lib.Packs[0]
	}
	return p, nil
}

// tags are those to choose from.
func (p *packFolder) tags() []string {
	if p.text == "" {
		return draft.CommonTags()
	}
	return p.pack.Tags
}

// interview asks about a scenario for this folder.
func (p *packFolder) interview(card, script bool) *draft.Interview {
	v := draft.NewInterview(draft.Folder{Tags: p.tags(), Pack: p.pack, Taken: func(name string) bool {
		_, err := os.Lstat(filepath.Join(p.dir, name))
		return err == nil
	}})
	if card || script {
		v.Fix(script)
	}
	return v
}

// keep writes the pack when there is none, or adds the tag to it; it says what it did.
func (p *packFolder) keep(tag string) (told string, err error) {
	shown := tui.Printable(filepath.ToSlash(p.path))
	switch {
	case p.text == "":
		name := "我的场景"
		if full, err := filepath.Abs(p.dir); err == nil && draft.Clean(filepath.Base(full)) != "" {
			name = filepath.Base(full)
		}
		tags := draft.CommonTags()
		if !slices.Contains(tags, tag) {
			tags = append([]string{tag}, tags...)
		}
		return "新建了 " + shown + "，包名和标签在里面改", createFile(p.path, draft.Pack(name, tags))
	case len(p.pack.Tags) == 0, slices.Contains(p.pack.Tags, tag):
		return "", nil
	}
	text, ok := draft.AddTag(p.text, tag)
	if !ok {
		return "请打开 " + shown + "，在 tags 里加上『" + tui.Printable(tag) + "』", nil
	}
	return "在 " + shown + " 的 tags 里加上了『" + tui.Printable(tag) + "』", os.WriteFile(p.path, []byte(text), 0o644)
}
