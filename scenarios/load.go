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

// Greys reports whether a problem keeps its file from being played.
func Greys(p problem.Problem) bool {
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
}

func (l *loader) shown(name string) string { return path.Join(filepath.ToSlash(l.dir), name) }

// source reads one folder: itself when it holds scenario files, and the packs in it.
func (l *loader) source(s Source) {
	l.dir = s.Name
	files, dirs, err := list(s.FS, ".")
	if err != nil {
		l.unreadable(".", err)
		return
	}
	here := len(files) > 0
	if here {
		l.folder(s.FS, ".", files)
	}
	found := here
	for _, dir := range dirs {
		files, _, err := list(s.FS, dir)
		if err != nil && !here {
			l.unreadable(dir, err)
		}
		if slices.Contains(files, packFile) || len(files) > 0 && !here {
			l.folder(s.FS, dir, files)
			found = true
		}
	}
	if !found {
		l.add(problem.Problem{Code: "P01", Severity: problem.Error, File: l.shown("."),
			Message: "这个文件夹里没有场景文件（.toml）；请检查路径"})
	}
}

// list names the scenario files and folders in a folder, sorted; hidden ones are left out.
func list(fsys fs.FS, dir string) (files, dirs []string, err error) {
	entries, err := fs.ReadDir(fsys, dir)
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case strings.EqualFold(path.Ext(name), ".toml"):
			files = append(files, name)
		case e.IsDir(), e.Type()&fs.ModeSymlink != 0:
			dirs = append(dirs, path.Join(dir, name))
		}
	}
	return files, dirs, err
}

// folder reads a pack.
func (l *loader) folder(fsys fs.FS, dir string, files []string) {
	pack := &Pack{Name: path.Base(l.shown(dir)), Typing: defaultTyping, Path: l.shown(dir)}
	l.lib.Packs = append(l.lib.Packs, pack)
	own := slices.Contains(files, packFile)
	if own {
		l.readPack(fsys, dir, pack)
	} else {
		l.broken(problem.Problem{Code: "P01", Severity: problem.Error, File: l.shown(path.Join(dir, packFile)),
			Message: "这个文件夹里没有 pack.toml，标签没法核对；请从内置场景包复制一份来改"})
	}
	for _, name := range files {
		if name != packFile {
			l.scenario(fsys, path.Join(dir, name), pack)
		}
	}
	if len(pack.Tags) == 0 {
		pack.Tags = l.tagsOf(pack)
	}
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

func (l *loader) readPack(fsys fs.FS, dir string, pack *Pack) {
	file, _, problems := l.read(fsys, path.Join(dir, packFile))
	if file != nil && file.Root != nil {
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
	key := fmt.Sprint(l.dir == "", l.shown(name)) // an embedded file may be called like one on disk
	if l.done[key] {
		return
	}
	l.done[key] = true
	file, data, problems := l.read(fsys, name)
	var sc *Scenario
	if file != nil && file.Root != nil {
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
	if i := slices.IndexFunc(problems, Greys); i >= 0 {
		l.lib.Broken = append(l.lib.Broken, Broken{l.shown(name), problems[i]})
		return
	}
	l.ids[sc.ID] = file.At(file.Root.Get("id").Span, "", problem.Hint, "")
	sum := sha256.Sum256(data)
	sc.Hash = hex.EncodeToString(sum[:6])
	l.lib.Scenarios = append(l.lib.Scenarios, sc)
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
