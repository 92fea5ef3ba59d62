package cli

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/BurntSushi/toml"

	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/tui"
)

// dataFolder is where everything is written: --data-dir, else SHOUXIANG_DATA_DIR, else the place the system has for
// such data. "" when no place is known; sessions then stay in memory and say so.
func (w *world) dataFolder(o *options) string {
	if o.dataDir != "" {
		return o.dataDir
	}
	if dir := w.getenv("SHOUXIANG_DATA_DIR"); dir != "" {
		return dir
	}
	const name = "shouxiang"
	home := w.getenv("HOME")
	switch runtime.GOOS {
	case "windows":
		if dir := w.getenv("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, name)
		}
		home = w.getenv("USERPROFILE")
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", name)
		}
	default:
		if dir := w.getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, name)
		}
	}
	if home == "" {
		return ""
	}
	return filepath.Join(home, ".local", "share", name)
}

// profileFile is profile.toml as it stands on disk.
type profileFile struct {
	Name  string `toml:"name"`
	Rung  int    `toml:"rung"`  // seconds; 0 = untimed
	Speed int    `toml:"speed"` // characters a minute; 0 = not measured
	Theme string `toml:"theme"` // auto, dark, light
}

const profileName = "profile.toml"

// loadProfile reads the trainee's profile. found is false on the first start. A profile that cannot be read is an
// error for people and is never overwritten: saving keeps it as profile.toml.bad.
func loadProfile(dir string) (p tui.Profile, found bool, err error) {
	if dir == "" {
		return tui.Profile{}, false, nil
	}
	path := filepath.Join(dir, profileName)
	var f profileFile
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return tui.Profile{}, false, nil
	}
	if err == nil {
		err = toml.Unmarshal(data, &f)
	}
	if err != nil {
		return tui.Profile{}, false, fmt.Errorf("设置文件 %s 读不了，先按没有设置来（原文件会留作 %s.bad）", path, profileName)
	}
	p = tui.Profile{Name: f.Name, Rung: sim.Rung(f.Rung), Speed: f.Speed, Theme: f.Theme}
	if !p.Rung.Valid() {
		p.Rung = 60
	}
	return p, true, nil
}

// errNoFolder is said where something should be kept and no place is known.
var errNoFolder = errors.New("找不到家目录，没有地方存；请用 --data-dir 指定一个文件夹")

// refused is a data folder that does not take a file other than a log, and what helps.
func refused(dir string, err error, help string) error {
	return fmt.Errorf("%s %s，%s", dir, journal.Trouble{Dir: dir, Err: err}.Cause(), help)
}

// changeProfile saves what the screens changed of the profile they were given. Whatever else stands in the file now was
// edited by hand or by another program meanwhile and stays.
func changeProfile(dir string, given, p tui.Profile) error {
	if now, found, err := loadProfile(dir); found && err == nil {
		if p.Name == given.Name {
			p.Name = now.Name
		}
		if p.Rung == given.Rung {
			p.Rung = now.Rung
		}
		if p.Speed == given.Speed {
			p.Speed = now.Speed
		}
		if p.Theme == given.Theme {
			p.Theme = now.Theme
		}
	}
	return saveProfile(dir, p)
}

// saveProfile writes the profile in one step, so that a crash leaves the old or the new one.
func saveProfile(dir string, p tui.Profile) error {
	const help = "改好后会自动补写"
	if dir == "" {
		return errNoFolder
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return refused(dir, err, help)
	}
	path := filepath.Join(dir, profileName)
	if _, found, err := loadProfile(dir); !found && err != nil {
		if err := os.Rename(path, path+".bad"); err != nil {
			return refused(dir, err, help)
		}
	}
	data, err := toml.Marshal(profileFile{p.Name, int(p.Rung), p.Speed, p.Theme})
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { _, err := w.Write(data); return err }
	if err := replaceFile(path, write, func() error { return nil }); err != nil {
		return refused(dir, err, help)
	}
	return nil
}

// replaceFile leaves the old file or the whole new one, also when the disk is full or the power fails. What write writes
// stands beside the old file under a name of its own until still, asked last, has nothing against it. The new file has
// the old one's mode, and is private where there was none; a link stays a link.
func replaceFile(path string, write func(io.Writer) error, still func() error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.new")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = still()
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// newSession names a session: its start in UTC and eight random letters, as its file is named.
func newSession(now time.Time) string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return now.UTC().Format("20060102T150405Z") + fmt.Sprintf("-%x", b)
}

// newSeed is a seed that every JSON reader can hold exactly (below 2^53).
func newSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:])
	return binary.LittleEndian.Uint64(b[:]) >> 11
}
