package scenarios

import (
	"os"
	"path/filepath"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// Reading is how files are read. The zero Reading is for play: the embedded lexicon hears, places are not kept.
type Reading struct {
	Scorer *scoring.Scorer // nil = the one of the embedded lexicon
	Places bool            // keep the trees, and with each turn, row and reply the value it was read from
}

func (r Reading) scorer() *scoring.Scorer {
	if r.Scorer == nil {
		return scoring.Default()
	}
	return r.Scorer
}

// place is a value to keep for checking.
func (r Reading) place(n *problem.Node) *problem.Node {
	if !r.Places {
		return nil
	}
	return n
}

func newLoader(r Reading) *loader {
	return &loader{Reading: r, lib: &Library{}, ids: map[string]problem.Problem{}, done: map[string]bool{},
		own: map[string]*Pack{}}
}

// LoadFile reads one scenario file for play. The pack.toml beside it is used when there is one. The scenario is nil
// when it cannot be played; problems are those of the file and of that pack.toml.
func LoadFile(file string) (*Scenario, []problem.Problem) {
	l := newLoader(Reading{})
	l.file(file)
	l.gather()
	problem.Sort(l.lib.Problems)
	if len(l.lib.Scenarios) == 0 {
		return nil, l.lib.Problems
	}
	return l.lib.Scenarios[0], l.lib.Problems
}

// ReadText reads a scenario that is not in a file yet, as part of a pack. The scenario is nil only when the text is no
// TOML; problems are those of the text.
func ReadText(name, text string, pack *Pack) (*Scenario, []problem.Problem) {
	file, problems := problem.Parse(name, []byte(text), chineseKeys)
	if file == nil || file.Root == nil {
		return nil, problems
	}
	sc, more := decode(Reading{}, file, pack)
	return sc, append(problems, more...)
}

// LoadPaths reads folders (packs, or folders of packs) and single files, in this order. Two names of one file count
// once.
func (r Reading) LoadPaths(paths ...string) *Library {
	l := newLoader(r)
	seen := map[string]bool{}
	for _, p := range paths {
		if p = filepath.Clean(p); seen[p] {
			continue
		}
		seen[p] = true
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			l.source(Source{FS: os.DirFS(p), Name: p})
			continue
		}
		l.file(p)
	}
	l.gather()
	problem.Sort(l.lib.Problems)
	return l.lib
}

// file reads one scenario file, or one pack.toml alone.
func (l *loader) file(file string) {
	dir, base := filepath.Split(file)
	if l.dir = filepath.Clean(dir); dir == "" {
		l.dir = "."
	}
	pack := l.own[l.key(".")]
	if pack == nil {
		pack = &Pack{Typing: defaultTyping, Path: l.dir}
		l.keep(pack, ".")
		if in, _ := list(os.DirFS(l.dir), "."); in.pack != "" {
			l.readPack(os.DirFS(l.dir), in.pack, pack)
		}
	}
	if !strings.EqualFold(base, packFile) {
		l.scenario(os.DirFS(l.dir), base, pack)
	}
}

// gather gives packs that do not say which tags there are those in use, when everything was read: until then the tags
// of one file must not bind the next.
func (l *loader) gather() {
	for _, p := range l.lib.Packs {
		if len(p.Tags) == 0 {
			p.Tags = l.tagsOf(p)
		}
	}
}
