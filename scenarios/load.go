package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"shouxiang/problem"
)

// packFile is the file that makes a folder a pack.
const packFile = "pack.toml"

// examplePack is the least that such a file holds.
const examplePack = `format = 1 ⏎ name = "包的名字" ⏎ tags = ["物流/催件", "错发/少件"]`

// Source is a folder to load: a pack, or a folder of packs.
type Source struct {
	FS   fs.FS
	Name string // put before the names of its files when people see them; "" for the embedded packs
}

// Library is everything that was loaded.
type Library struct {
	Packs     []*Pack
	Scenarios []*Scenario // what can be played, by pack and file
	Broken    []Broken
	Problems  []problem.Problem // of all files, the playable ones too
	Read      []*Scenario       // when places are kept: all that could be read, unplayable ones too
	Files     int               // scenario files and pack.toml files looked at
}

// Broken is a file that cannot be used, and the first reason.
type Broken struct {
	File   string
	Reason problem.Problem
}

// Load reads all packs of the sources for play. It never fails as a whole: what cannot be read or used is in Broken
// and Problems, and everything else plays.
func Load(sources ...Source) *Library { return Reading{}.Load(sources...) }

// Load reads all packs of the sources.
func (r Reading) Load(sources ...Source) *Library {
	l := newLoader(r)
	for _, s := range sources {
		l.source(s)
	}
	problem.Sort(l.lib.Problems)
	return l.lib
}

// greys reports whether a problem keeps its file from being played.
func greys(p problem.Problem) bool {
	if p.Severity != problem.Error {
		return false
	}
	switch p.Code {
	case "F02", "B01", "P01":
		return true
	}
	return p.Code != "" && strings.Contains("STVD", p.Code[:1])
}

type loader struct {
	Reading
	lib  *Library
	dir  string                     // before the names of files
	ids  map[string]problem.Problem // of scenarios, and where each stands
	done map[string]bool            // files that were read
	own  map[string]*Pack           // packs by folder
}

// key names a file or folder among all: an embedded one may be called like one on disk.
func (l *loader) key(name string) string { return fmt.Sprint(l.dir == "", l.shown(name)) }

func (l *loader) shown(name string) string { return path.Join(filepath.ToSlash(l.dir), name) }

// source reads one folder: itself when it holds scenario files, and the packs in it.
func (l *loader) source(s Source) {
	l.dir = s.Name
	top, err := list(s.FS, ".")
	if err != nil {
		l.unreadable(".", err)
		return
	}
	here := !top.empty()
	if here {
		l.folder(s.FS, ".", top)
	}
	found := here
	for _, dir := range top.dirs {
		in, err := list(s.FS, dir)
		if err != nil && !here {
			l.unreadable(dir, err)
		}
		if in.pack != "" || !in.empty() && !here {
			l.folder(s.FS, dir, in)
			found = true
		}
	}
	if !found {
		l.add(problem.Problem{Code: "P01", Severity: problem.Error, File: l.shown("."),
			Message: "这个文件夹里没有场景文件（.toml）；请检查路径"})
	}
}

// listing is what a folder holds, sorted; hidden files are left out.
type listing struct {
	pack   string   // how pack.toml is called here, in large letters perhaps; "" = there is none
	files  []string // the other .toml files
	hidden []string // files that were meant to be .toml: Notepad and Word put their own ending behind it
	dirs   []string
}

func (in *listing) empty() bool { return in.pack == "" && len(in.files) == 0 && len(in.hidden) == 0 }

func list(fsys fs.FS, dir string) (in listing, err error) {
	entries, err := fs.ReadDir(fsys, dir)
	for _, e := range entries {
		name := e.Name()
		switch ext := strings.ToLower(path.Ext(name)); {
		case strings.HasPrefix(name, "."):
		case strings.EqualFold(name, packFile) && (in.pack == "" || name == packFile):
			if in.pack != "" {
				in.files = append(in.files, in.pack)
			}
			in.pack = name
		case ext == ".toml":
			in.files = append(in.files, name)
		case e.IsDir(), e.Type()&fs.ModeSymlink != 0:
			in.dirs = append(in.dirs, path.Join(dir, name))
		case slices.Contains(foreignEndings, ext) && strings.EqualFold(path.Ext(realName(name)), ".toml"):
			in.hidden = append(in.hidden, name)
		}
	}
	return in, err
}

// foreignEndings are what editors put behind .toml, where Windows does not show it.
var foreignEndings = []string{".txt", ".doc", ".docx", ".wps", ".rtf"}

// realName is the name that was meant.
func realName(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// folder reads a pack.
func (l *loader) folder(fsys fs.FS, dir string, in listing) {
	pack := l.own[l.key(dir)]
	if pack == nil {
		pack = l.newPack(fsys, dir, in)
	}
	for _, name := range in.hidden {
		l.broken(problem.Problem{Code: "P02", Severity: problem.Error, File: l.shown(path.Join(dir, name)),
			Message: fmt.Sprintf("文件名多了『%s』，程序不会读它；请改名为 %s（看不到结尾时，在文件夹的“查看”里勾上“文件扩展名”）", path.Ext(name), realName(name))})
	}
	for _, name := range in.files {
		l.scenario(fsys, path.Join(dir, name), pack)
	}
	if len(pack.Tags) == 0 {
		pack.Tags = l.tagsOf(pack)
	}
}

// newPack reads what pack.toml says of a folder.
func (l *loader) newPack(fsys fs.FS, dir string, in listing) *Pack {
	pack := &Pack{Name: path.Base(l.shown(dir)), Typing: defaultTyping, Path: l.shown(dir)}
	l.keep(pack, dir)
	switch {
	case in.pack != "":
		l.readPack(fsys, path.Join(dir, in.pack), pack)
	case !slices.ContainsFunc(in.hidden, func(name string) bool { return strings.EqualFold(realName(name), packFile) }):
		l.broken(problem.Problem{Code: "P01", Severity: problem.Error, File: l.shown(path.Join(dir, packFile)),
			Message: "这个文件夹里没有 pack.toml，标签没法核对；请新建一个，写三行：" + examplePack})
	}
	return pack
}

func (l *loader) keep(pack *Pack, dir string) {
	l.lib.Packs = append(l.lib.Packs, pack)
	l.own[l.key(dir)] = pack
}

// tagsOf gathers the tags in use, for a pack that does not say which there are.
func (l *loader) tagsOf(pack *Pack) []string {
	var out []string
	for _, sc := range l.lib.Scenarios {
		if sc.Pack == pack {
			out = append(append(out, sc.Tag), sc.TagOK...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// read gives the bytes of a file and its tree.
func (l *loader) read(fsys fs.FS, name string) (*problem.File, []byte, []problem.Problem) {
	shown := l.shown(name)
	l.lib.Files++
	data, err := readLimited(fsys, name)
	if err != nil {
		return nil, nil, []problem.Problem{{Code: "S06", Severity: problem.Error, File: shown, Message: "读不了这个文件：" + reason(err)}}
	}
	file, problems := problem.Parse(shown, data, chineseKeys)
	return file, data, problems
}

var errNoFile = errors.New("这不是普通文件")

// readLimited reads a file up to one byte more than Parse takes, so that a huge file costs nothing.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(fsys, name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, problem.MaxBytes+1))
}

// reason says in Chinese why a file or folder cannot be read.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "找不到；请检查名字和路径"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限；请检查文件的读取权限"
	case errors.Is(err, errNoFile):
		return errNoFile.Error() + "；请检查路径"
	}
	return "系统说 " + problem.Clean(err.Error())
}

func (l *loader) readPack(fsys fs.FS, name string, pack *Pack) {
	file, data, problems := l.read(fsys, name)
	pack.Hash = hash(data)
	switch {
	case file == nil || file.Root == nil:
	case file.Root.Get("tags") == nil && (file.Root.Get("say") != nil || file.Root.Get("turn") != nil):
		problems = append(problems, file.At(file.Top(), "P01", problem.Error,
			"这个文件写的是一道题，不是场景包；请把它改成别的名字，再放一份 pack.toml"))
	default:
		problems = append(problems, decodePack(l.Reading, file, pack)...)
	}
	for _, p := range problems {
		if p.Severity == problem.Error && strings.ContainsAny(p.Code[:1], "SFP") {
			l.broken(p)
			problems = slices.DeleteFunc(problems, func(q problem.Problem) bool { return q == p })
			break
		}
	}
	l.add(problems...)
}

// scenario reads one scenario file into the library, once.
func (l *loader) scenario(fsys fs.FS, name string, pack *Pack) {
	if l.done[l.key(name)] {
		return
	}
	l.done[l.key(name)] = true
	file, data, problems := l.read(fsys, name)
	var sc *Scenario
	switch {
	case file == nil || file.Root == nil:
	case file.Root.Get("tags") != nil && file.Root.Get("say") == nil && file.Root.Get("turn") == nil:
		l.broken(file.At(file.Root.Get("tags").KeySpan, "P01", problem.Error, "这个文件写的是场景包；请把文件名改成 pack.toml"))
		l.add(problems...)
		return
	default:
		var more []problem.Problem
		sc, more = decode(l.Reading, file, pack)
		problems = append(problems, more...)
		problems = append(problems, l.duplicate(file, sc)...)
		if sc != nil && l.Places {
			l.lib.Read = append(l.lib.Read, sc)
		}
	}
	problem.Sort(problems)
	l.add(problems...)
	i := slices.IndexFunc(problems, greys)
	if i < 0 && sc.incomplete { // the key was misspelt or misplaced
		i = slices.IndexFunc(problems, func(p problem.Problem) bool { return p.Code[0] == 'K' })
	}
	if i >= 0 {
		l.lib.Broken = append(l.lib.Broken, Broken{l.shown(name), problems[i]})
		return
	}
	l.ids[sc.ID] = file.At(file.Root.Get("id").Span, "", problem.Hint, "")
	sc.Hash = hash(data)
	l.lib.Scenarios = append(l.lib.Scenarios, sc)
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}

// duplicate reports an id that another file has, D01. Only files that play take an id: a broken one hides none.
func (l *loader) duplicate(file *problem.File, sc *Scenario) []problem.Problem {
	if sc == nil || sc.ID == "" {
		return nil
	}
	first, taken := l.ids[sc.ID]
	if !taken {
		return nil
	}
	return []problem.Problem{file.At(file.Root.Get("id").Span, "D01", problem.Error,
		fmt.Sprintf("场景编号『%s』和 %s:%d:%d 重复；每个场景的 id 要不一样", sc.ID, first.File, first.Line, first.Col))}
}

func (l *loader) unreadable(name string, err error) {
	l.broken(problem.Problem{Code: "P01", Severity: problem.Error, File: l.shown(name), Message: "读不了这个文件夹：" + reason(err)})
}

func (l *loader) broken(p problem.Problem) {
	l.lib.Broken = append(l.lib.Broken, Broken{p.File, p})
	l.add(p)
}

func (l *loader) add(list ...problem.Problem) { l.lib.Problems = append(l.lib.Problems, list...) }
