package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/tui"
)

// packFolder is the folder that the new file goes to, and its pack.
type packFolder struct {
	dir, path string
	there     bool   // there is a pack.toml
	text      string // of it
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
	p.there, p.text = true, string(data)
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
	taken := map[string]bool{} // in lower case: some systems hold A.toml and a.toml for one
	files, _ := os.ReadDir(p.dir)
	for _, f := range files {
		taken[strings.ToLower(f.Name())] = true
	}
	v := draft.NewInterview(draft.Folder{Tags: p.tags(), Pack: p.pack, Taken: func(name string) bool {
		return taken[strings.ToLower(name)]
	}})
	if card || script {
		v.Fix(script)
	}
	return v
}

// with is the pack.toml that has a tag, and in words what is new about it.
func (p *packFolder) with(tag string) (text, told string) {
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
		return draft.Pack(name, tags), "新建了 " + shown + "，包名和标签在里面改"
	case len(p.pack.Tags) == 0, slices.Contains(p.pack.Tags, tag):
		return p.text, ""
	}
	text, ok := draft.AddTag(p.text, tag)
	if !ok {
		return p.text, "请打开 " + shown + "，在 tags 里加上『" + tui.Printable(tag) + "』"
	}
	return text, "在 " + shown + " 的 tags 里加上了『" + tui.Printable(tag) + "』"
}

// written is what became of a new scenario.
type written struct {
	path    string
	script  bool
	told    string // of the pack
	trouble error  // the pack could not be written
}

// write writes the file, then the pack when the folder has none or lacks the tag. After an error there is no file.
func (p *packFolder) write(name, text string, d *draft.Draft) (*written, error) {
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return nil, fmt.Errorf("建不了文件夹 %s：%s；换一个文件夹再来", tui.Printable(p.dir), fileReason(err))
	}
	done := &written{path: filepath.Join(p.dir, name), script: d.Script}
	if err := createFile(done.path, text); err != nil {
		return nil, fmt.Errorf("写不了 %s：%s；换个名字或文件夹再来", tui.Printable(done.path), fileReason(err))
	}
	done.told, done.trouble = p.addTag(d.Tag)
	return done, nil
}

// addTag gives the pack a tag that it lacks, or the folder a pack, and says in words what it did. The trainer may have
// edited pack.toml while the questions were asked, and may be about to: it is read at the moment of writing, only the tag
// is new, and an edit that comes between is read again.
func (p *packFolder) addTag(tag string) (told string, err error) {
	const tries = 5
	for range tries {
		var now *packFolder
		if now, err = openPack(p.dir); err != nil {
			return "", err
		}
		var text string
		switch text, told = now.with(tag); {
		case now.text == "" && p.text != "": // an editor empties a file before it writes
			err = errEdited
		case text != now.text:
			err = now.put(text)
		}
		if !errors.Is(err, errEdited) {
			if err == nil && told != "" && now.text != p.text && p.text != "" {
				told += "（提问这会儿你改过它，改的都在）"
			}
			break
		}
	}
	switch {
	case errors.Is(err, errEdited):
		err = fmt.Errorf("%s 一直有别的程序在改；请自己在 tags 里加上『%s』", tui.Printable(p.path), tui.Printable(tag))
	case err != nil:
		err = fmt.Errorf("写不了 %s：%s，原来的内容没有动；请自己在 tags 里加上『%s』", tui.Printable(p.path), fileReason(err), tui.Printable(tag))
	}
	return told, err
}

var errEdited = errors.New("the file was edited meanwhile")

// put writes pack.toml in one step, as long as it is what was read.
func (p *packFolder) put(text string) error {
	if !p.there {
		err := createFile(p.path, text)
		if errors.Is(err, fs.ErrExist) {
			return errEdited
		}
		return err
	}
	return replaceFile(p.path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}, func() error {
		if data, err := os.ReadFile(p.path); err != nil || string(data) != p.text {
			return errEdited
		}
		return nil
	})
}

// createFile writes a new file; one that is there stays as it is, and a half-written one goes.
func createFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(path)
	}
	return err
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
