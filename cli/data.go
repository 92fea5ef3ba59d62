package cli

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
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

// saveProfile writes the profile in one step, so that a crash leaves the old or the new one.
func saveProfile(dir string, p tui.Profile) error {
	if dir == "" {
		return journal.Trouble{Err: journal.ErrNoFolder}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return journal.Trouble{Dir: dir, Err: err}
	}
	path := filepath.Join(dir, profileName)
	if _, found, err := loadProfile(dir); !found && err != nil {
		if err := os.Rename(path, path+".bad"); err != nil {
			return journal.Trouble{Dir: dir, Err: err}
		}
	}
	data, err := toml.Marshal(profileFile{p.Name, int(p.Rung), p.Speed, p.Theme})
	if err != nil {
		return err
	}
	if err := replaceFile(path, data); err != nil {
		return journal.Trouble{Dir: dir, Err: err}
	}
	return nil
}

// replaceFile leaves the old file or the whole new one, also when the power fails.
func replaceFile(path string, data []byte) error {
	f, err := os.OpenFile(path+".new", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
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
