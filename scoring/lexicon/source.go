package lexicon

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"shouxiang/problem"
)

// Source is the TOML of a lexicon, parsed once. It can be compiled again and again, each time without some of its rules, by
// many goroutines.
type Source struct {
	files []source
	empty bool // no files at all
}

// source is one file of a lexicon, read and parsed.
type source struct {
	name     string
	data     []byte
	file     *problem.File // nil when it cannot be read
	problems []problem.Problem
}

// Parse reads the lexicon in a folder.
func Parse(fsys fs.FS) *Source {
	names, err := fs.Glob(fsys, "*.toml")
	slices.Sort(names)
	s := &Source{files: make([]source, len(names)), empty: err != nil || len(names) == 0}
	var wait sync.WaitGroup
	for i, name := range names { // parsing takes the most time and knows nothing of the other files
		wait.Go(func() { s.files[i] = readSource(fsys, name) })
	}
	wait.Wait()
	return s
}

func readSource(fsys fs.FS, name string) source {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return source{name: name, problems: []problem.Problem{{Code: "L01", Severity: problem.Error, File: name,
			Message: "读不了这个词典文件；请检查权限"}}}
	}
	s := source{name: name, data: data}
	s.file, s.problems = problem.Parse(name, data, nil)
	return s
}

// Compile makes a lexicon of the source without the rules that are off: "rude.curse" is an entry, "rude.you-are#2" the second
// of its forms. Entries that are off keep their record and do nothing. Broken entries are problems; the rest works.
func (s *Source) Compile(off ...string) (*Lexicon, []problem.Problem) {
	b := newBuilder()
	for _, id := range off {
		b.off[id] = true
	}
	b.lexicon(s.files)
	if s.empty {
		b.problems = append(b.problems, problem.Problem{Code: "L01", Severity: problem.Error, File: ".",
			Message: "词典文件夹里没有 .toml 文件；请检查路径"})
	}
	lex := b.finish()
	lex.version = version(s.files, off)
	problem.Sort(b.problems)
	return lex, b.problems
}

func version(files []source, off []string) string {
	sum := fnv.New64a()
	sum.Write([]byte(codeVersion))
	for _, f := range files {
		sum.Write(f.data)
	}
	for _, id := range slices.Sorted(slices.Values(off)) {
		sum.Write([]byte("\x00" + id))
	}
	return fmt.Sprintf("%s-%08x", codeVersion, uint32(sum.Sum64()^sum.Sum64()>>32))
}

// Record is one rule of a source, as far as a list of rules tells.
type Record struct {
	ID       string
	Forms    int // of a [[frame]]; 0 for [[words]]
	Literals int // words and parts of forms and guards that are written out
}

// Rules lists the entries in the order of the files.
func (s *Source) Rules() []Record {
	var out []Record
	for _, f := range s.files {
		if f.file == nil || f.file.Root == nil {
			continue
		}
		for _, n := range rowsOf(f.file.Root.Get("words")) {
			out = append(out, Record{ID: textOf(n, "id"), Literals: len(strings.Fields(textOf(n, "say")))})
		}
		for _, n := range rowsOf(f.file.Root.Get("frame")) {
			r := Record{ID: textOf(n, "id")}
			for _, guard := range []string{"before", "after", "inside"} {
				r.Literals += literalsIn(textOf(n, guard))
			}
			for _, form := range formsOf(n) {
				r.Forms++
				r.Literals += literalsIn(form)
			}
			out = append(out, r)
		}
	}
	return out
}

func textOf(n *problem.Node, key string) string {
	if c := n.Get(key); c != nil && c.Kind == problem.String {
		return c.Str
	}
	return ""
}

// formsOf is the forms of a frame; one string is one form.
func formsOf(n *problem.Node) []string {
	c := n.Get("form")
	switch {
	case c == nil:
		return nil
	case c.Kind == problem.String:
		return []string{c.Str}
	}
	var out []string
	for _, item := range c.Nodes {
		out = append(out, item.Str)
	}
	return out
}

// literalsIn counts the alternatives of a form, or of a guard, that are words and no classes.
func literalsIn(form string) int {
	n := 0
	for field := range strings.FieldsSeq(form) {
		if field[0] == '~' {
			continue
		}
		for alt := range strings.SplitSeq(field, "|") {
			if alt != "" && alt != "^" && alt != "$" && alt[0] != '<' {
				n++
			}
		}
	}
	return n
}
