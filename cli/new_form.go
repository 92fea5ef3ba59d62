package cli

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/tui"
)

// form asks on the terminal's screen, and says afterwards what was written. Leaving it writes nothing.
func (w *world) form(o *options, pack *packFolder, v *draft.Interview) error {
	var done *written
	err := w.screens(o, tui.Start{New: &tui.NewOptions{
		Interview: v,
		Proof:     pack.proof,
		Write: func(p tui.Proof) (err error) {
			done, err = pack.write(p.Name, p.Text, &p.Draft)
			return err
		},
	}})
	if done == nil {
		if err == nil {
			fmt.Fprintln(w.out, "没有写，什么都没留下")
		}
		return err
	}
	return w.tell(done)
}

// proof makes the file that would be written and checks it as it would lie in its folder.
func (p *packFolder) proof(d draft.Draft, name string) tui.Proof {
	d.ID = freeID(p.dir, strings.TrimSuffix(name, ".toml"), &d)
	out := tui.Proof{Draft: d, Name: name, Path: filepath.ToSlash(filepath.Join(p.dir, name)), Text: d.TOML()}
	packText, _ := p.with(d.Tag)
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{
		FS: folderToBe{"pack.toml": packText, name: out.Text}, Name: p.dir,
	})
	var said bytes.Buffer
	err := (&world{out: &said}).report(lib, inspect(lib, true), false, false)
	out.Clean = err == nil
	out.Found = strings.Split(strings.TrimRight(said.String(), "\n"), "\n")
	if len(lib.Scenarios) == 1 {
		out.Scenario = lib.Scenarios[0]
	}
	return out
}

// folderToBe is a folder that is not on the disk yet: texts by name.
type folderToBe map[string]string

// Open opens a file of the folder, or the folder itself.
func (f folderToBe) Open(name string) (fs.File, error) {
	if name == "." {
		list := make([]fs.DirEntry, 0, len(f))
		for name, text := range f {
			list = append(list, fs.FileInfoToDirEntry(entry{name: name, size: len(text)}))
		}
		return &openFolder{entry: entry{name: ".", mode: fs.ModeDir}, left: list}, nil
	}
	text, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &openText{Reader: strings.NewReader(text), entry: entry{name: path.Base(name), size: len(text)}}, nil
}

// openText is an open file of a folderToBe.
type openText struct {
	*strings.Reader
	entry
}

func (f *openText) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openText) Close() error               { return nil }

// openFolder is the open folder.
type openFolder struct {
	entry
	left []fs.DirEntry // not listed yet
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error)   { return 0, fs.ErrInvalid }

// ReadDir lists the next n files, all that are left when n is not positive.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	out := f.left[:n:n]
	f.left = f.left[n:]
	return out, nil
}

// entry is what is known of a file or of the folder.
type entry struct {
	name string
	size int
	mode fs.FileMode
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return int64(e.size) }
func (e entry) Mode() fs.FileMode  { return e.mode }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool        { return e.mode.IsDir() }
func (e entry) Sys() any           { return nil }
