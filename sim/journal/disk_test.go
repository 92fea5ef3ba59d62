package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"shouxiang/sim"
)

// badDisk is a real folder on a disk that may be full, read-only or unable to sync.
type badDisk struct {
	room     int // bytes that still fit; -1 = enough
	readOnly bool
	noSync   bool
}

func (b *badDisk) disk() disk {
	d := realDisk()
	d.mkdir = func(path string, perm fs.FileMode) error {
		if _, err := os.Stat(path); err != nil && b.readOnly {
			return &fs.PathError{Op: "mkdir", Path: path, Err: syscall.EROFS}
		}
		return os.MkdirAll(path, perm)
	}
	d.open = func(path string, flag int, perm fs.FileMode) (file, error) {
		if b.readOnly {
			return nil, &fs.PathError{Op: "open", Path: path, Err: syscall.EROFS}
		}
		f, err := os.OpenFile(path, flag, perm)
		if err != nil {
			return nil, err
		}
		return badFile{f, b}, nil
	}
	return d
}

type badFile struct {
	*os.File
	disk *badDisk
}

func (f badFile) Write(p []byte) (int, error) {
	if f.disk.room >= 0 && len(p) > f.disk.room {
		n, _ := f.File.Write(p[:f.disk.room])
		f.disk.room -= n
		return n, syscall.ENOSPC
	}
	return f.File.Write(p)
}

func (f badFile) Sync() error {
	if f.disk.noSync {
		return syscall.EIO
	}
	return f.File.Sync()
}

// whole fails unless the log on disk is these events and nothing else.
func whole(t *testing.T, w *Writer, events []sim.Event) {
	t.Helper()
	log, err := Read(w.Path())
	if err != nil || log.Torn || len(log.Skipped) > 0 || len(log.Events) != len(events) {
		t.Fatalf("%v: %+v", err, log)
	}
	for i, e := range log.Events {
		if e != events[i] {
			t.Errorf("event %d is %+v, want %+v", i, e, events[i])
		}
	}
}

func TestADiskThatFillsInMidLineIsWrittenOnWithTheNextEvent(t *testing.T) {
	b := &badDisk{room: 250}
	w := create(b.disk(), t.TempDir(), header(), start)
	events := someEvents()
	w.Append(events[:2])
	if !errors.Is(w.Trouble(), syscall.ENOSPC) || w.Kept() || !strings.Contains(w.Notice(), "清出空间后会自动补写") {
		t.Fatalf("trouble = %v, notice %q", w.Trouble(), w.Notice())
	}
	w.Append(events[2:3])
	b.room = -1
	w.Append(events[3:])
	if w.Trouble() != nil || w.Notice() != "" || !w.Kept() {
		t.Fatalf("trouble = %v, notice %q", w.Trouble(), w.Notice())
	}
	whole(t, w, events)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	whole(t, w, events)
}

func TestATickThatBringsNothingWritesWhatWaits(t *testing.T) {
	b := &badDisk{room: 10}
	w := create(b.disk(), t.TempDir(), header(), start)
	defer w.Close()
	w.Append(someEvents())
	b.room = -1
	w.Append(nil)
	whole(t, w, someEvents())
}

func TestCloseWritesWhatWaitsAlsoWhenNoFileEverOpened(t *testing.T) {
	for name, b := range map[string]*badDisk{"full": {room: 0}, "read-only": {room: -1, readOnly: true}} {
		t.Run(name, func(t *testing.T) {
			w := create(b.disk(), t.TempDir(), header(), start)
			w.Append(someEvents())
			if w.Trouble() == nil || w.Kept() {
				t.Fatal("no trouble")
			}
			*b = badDisk{room: -1}
			if err := w.Close(); err != nil || !w.Kept() {
				t.Fatalf("close: %v", err)
			}
			whole(t, w, someEvents())
		})
	}
}

func TestACloseThatFailsCanBeTriedAgain(t *testing.T) {
	for name, b := range map[string]badDisk{
		"full": {room: 0}, "full in mid-line": {room: 250}, "read-only": {room: -1, readOnly: true}, "no sync": {room: -1, noSync: true},
	} {
		t.Run(name, func(t *testing.T) {
			w := create(b.disk(), t.TempDir(), header(), start)
			w.Append(someEvents()[:2])
			for range 3 {
				if err := w.Close(); err == nil {
					t.Fatal("closed")
				}
			}
			b = badDisk{room: -1}
			w.Append(someEvents()[2:])
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			whole(t, w, someEvents())
			if err := w.Close(); err != nil || !w.Kept() {
				t.Errorf("closing what is closed: %v", err)
			}
		})
	}
}

func TestMoveToADiskThatTakesOnlyAPartLeavesNothingThere(t *testing.T) {
	b := &badDisk{room: 0}
	w := create(b.disk(), t.TempDir(), header(), start)
	w.Append(someEvents())
	b.room = 200
	second := t.TempDir()
	if err := w.Move(second); !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if paths, _ := List(second); len(paths) != 0 {
		t.Errorf("left %v", paths)
	}
	b.room = -1
	if err := w.Move(second); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	whole(t, w, someEvents())
}

func TestMoveToTheSameFolderWritesOn(t *testing.T) {
	b := &badDisk{room: 250}
	dir := t.TempDir()
	w := create(b.disk(), dir, header(), start)
	w.Append(someEvents())
	w.Close()
	if err := w.Move(dir); err == nil {
		t.Fatal("moved")
	}
	b.room = -1
	if err := w.Move(dir); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	whole(t, w, someEvents())
}

func TestALogThatIsGoneFromItsPathIsWrittenAnew(t *testing.T) {
	for name, hurt := range map[string]func(dir, path string) error{
		"folder deleted": func(dir, path string) error { return os.RemoveAll(dir) },
		"sessions renamed": func(dir, path string) error {
			return os.Rename(filepath.Join(dir, "sessions"), filepath.Join(dir, "old"))
		},
		"file deleted":   func(dir, path string) error { return os.Remove(path) },
		"file emptied":   func(dir, path string) error { return os.Truncate(path, 0) },
		"file shortened": func(dir, path string) error { return os.Truncate(path, 250) },
		"file replaced by a copy": func(dir, path string) error {
			data, _ := os.ReadFile(path)
			return errors.Join(os.Remove(path), os.WriteFile(path, data, 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			w := Create(dir, header(), start)
			events := someEvents()
			w.Append(events[:2])
			if err := hurt(dir, w.Path()); err != nil {
				t.Fatal(err)
			}
			w.Append(events[2:3])
			if w.Trouble() != nil || !strings.Contains(w.Notice(), "重写") {
				t.Errorf("trouble %v, notice %q", w.Trouble(), w.Notice())
			}
			whole(t, w, events[:3])
			w.Append(events[3:])
			if err := w.Close(); err != nil || !w.Kept() {
				t.Fatal(err)
			}
			whole(t, w, events)
		})
	}
}

func TestALogThatIsGoneWhenTheSessionClosesIsWrittenAnew(t *testing.T) {
	dir := t.TempDir()
	w := Create(dir, header(), start)
	w.Append(someEvents())
	if err := os.RemoveAll(filepath.Join(dir, "sessions")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	whole(t, w, someEvents())
}

func TestAnotherFileInThePlaceOfALostLogStaysAndIsTold(t *testing.T) {
	w := Create(t.TempDir(), header(), start)
	w.Append(someEvents()[:2])
	os.Remove(w.Path())
	os.WriteFile(w.Path(), []byte("somebody's own\n"), 0o600)
	w.Append(someEvents()[2:])
	if !errors.Is(w.Trouble(), fs.ErrExist) || w.Kept() {
		t.Errorf("trouble %v", w.Trouble())
	}
	if data, _ := os.ReadFile(w.Path()); string(data) != "somebody's own\n" {
		t.Errorf("it became %q", data)
	}
	if err := w.Move(t.TempDir()); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	whole(t, w, someEvents())
}

func TestEveryTroubleSaysItsCauseAndWhatHelps(t *testing.T) {
	for _, err := range []error{
		syscall.ENOSPC, syscall.EROFS, syscall.EIO, fs.ErrPermission, fs.ErrExist, fs.ErrNotExist, ErrNoFolder,
	} {
		now, lost := Trouble{"/d", err}.Error(), Trouble{"/d", err}.Lost()
		if !strings.Contains(now, "内存") || strings.Contains(lost, "自动") || !strings.Contains(lost, "--data-dir") ||
			slices.Contains([]string{now, lost}, "") {
			t.Errorf("%v: %q, %q", err, now, lost)
		}
	}
}
