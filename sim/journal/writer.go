package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"shouxiang/sim"
)

// Writer appends the events of one session to its file. It is for one goroutine.
//
// It keeps the whole log in memory (a day's is below 10 MB): what the disk refused is written later, and a file that was
// moved or deleted under it is written anew.
type Writer struct {
	disk    disk
	dir     string // the data folder; "" = none is known
	name    string // path below sessions/
	all     []byte // the log as it should be
	done    int    // of it, what the disk took; may end inside a line
	begun   bool   // something happened
	file    file
	made    bool // it was created by this writer
	closed  bool // the whole log is on disk and nothing came since
	renewed bool // the file was lost and written anew
	trouble error
	sync    chan struct{}
	synced  chan struct{} // closed when the last sync is done
}

// Create prepares the log of a session below the data folder dir. Nothing is written before the first Append, so a
// session in which nothing happened leaves no file. It never fails: see Trouble.
func Create(dir string, h Header, started time.Time) *Writer {
	return create(realDisk(), dir, h, started)
}

func create(d disk, dir string, h Header, started time.Time) *Writer {
	h.Format = Format
	h.Started = started.UTC().Format(time.RFC3339)
	h.Zone = started.Format("-07:00")
	return &Writer{
		disk: d,
		dir:  dir,
		name: filepath.Join(started.UTC().Format("2006"), started.UTC().Format("01"), h.Session+".jsonl"),
		all:  append(plainJSON(h), '\n'),
	}
}

// Append writes the events as one write. What the disk does not take is kept and tried again with the next Append, also
// with one of no events.
func (w *Writer) Append(events []sim.Event) {
	if len(events) == 0 && w.trouble == nil {
		return
	}
	for _, e := range events {
		w.all = appendEvent(w.all, e)
		w.begun, w.closed = true, false
	}
	w.trouble = w.flush()
}

// flush brings the file to what the log should be.
func (w *Writer) flush() error {
	if w.file != nil && w.lost() {
		w.release() // nobody will find what it holds, or somebody emptied it
		w.done, w.renewed = 0, true
	}
	if w.file == nil {
		if err := w.open(); err != nil {
			return err
		}
	}
	if w.done == len(w.all) {
		return nil
	}
	n, err := w.file.Write(w.all[w.done:])
	w.done += n
	if err != nil {
		return err
	}
	select {
	case w.sync <- struct{}{}:
	default: // one sync is already waiting; it will cover this write too
	}
	return nil
}

// lost reports that the open file is no longer the one at its path: the folder or the file was deleted, moved, replaced
// or emptied.
func (w *Writer) lost() bool {
	there, err := w.disk.stat(w.Path())
	if err != nil {
		return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
	}
	ours, err := w.file.Stat()
	return err == nil && (!os.SameFile(there, ours) || there.Size() < int64(w.done))
}

func (w *Writer) open() error {
	if w.dir == "" {
		return ErrNoFolder
	}
	path := w.Path()
	if err := w.disk.mkdir(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	done := 0
	f, err := w.disk.open(path, os.O_CREATE|os.O_EXCL|os.O_APPEND|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) && w.made {
		f, done, err = w.again(path, err)
	}
	if err != nil {
		return err
	}
	w.file, w.made, w.done = f, true, done
	w.sync, w.synced = make(chan struct{}, 1), make(chan struct{})
	go syncAlong(f, w.sync, w.synced)
	return nil
}

// again opens a file that holds the beginning of this very log: our own after a close that failed, or a copy of it.
func (w *Writer) again(path string, exists error) (file, int, error) {
	info, err := w.disk.stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > int64(len(w.all)) {
		return nil, 0, exists
	}
	data, err := w.disk.read(path)
	if err != nil || !bytes.HasPrefix(w.all, data) {
		return nil, 0, exists
	}
	f, err := w.disk.open(path, os.O_APPEND|os.O_WRONLY, 0o600)
	return f, len(data), err
}

// syncAlong syncs the file whenever asked. A disk that cannot sync still holds the write; the next write will tell.
func syncAlong(f file, ask <-chan struct{}, done chan<- struct{}) {
	defer close(done)
	for range ask {
		_ = f.Sync()
	}
}

// release syncs and closes the file.
func (w *Writer) release() error {
	close(w.sync)
	<-w.synced
	err := errors.Join(w.file.Sync(), w.file.Close())
	w.file = nil
	return err
}

// Path is the file of this session, whether or not it exists yet; "" when no folder is known.
func (w *Writer) Path() string {
	if w.dir == "" {
		return ""
	}
	return filepath.Join(w.dir, "sessions", w.name)
}

// Kept reports whether the whole session is on disk.
func (w *Writer) Kept() bool { return w.begun && w.trouble == nil && w.done == len(w.all) }

// Trouble is why events are waiting in memory, or nil. Its text is for people.
func (w *Writer) Trouble() error {
	if w.trouble == nil {
		return nil
	}
	return Trouble{w.dir, w.trouble}
}

// Notice is what people should know of the log now, in Chinese: its trouble, or that it had to be written anew.
func (w *Writer) Notice() string {
	switch {
	case w.trouble != nil:
		return w.Trouble().Error()
	case w.renewed:
		return "练习记录被移走、删掉或清空过，已经从头重写了一份：" + w.Path()
	}
	return ""
}

// Move writes the whole session to another data folder. Where the new folder takes only a part, that part is removed, so
// that the folder can be tried again.
func (w *Writer) Move(dir string) error {
	other := &Writer{disk: w.disk, dir: dir, name: w.name, all: w.all, begun: w.begun, made: w.made && dir == w.dir}
	if other.trouble = other.flush(); other.trouble != nil {
		if other.file != nil { // a file of the same name that was there before was never opened
			_ = other.release()
			if dir != w.dir {
				_ = w.disk.remove(other.Path())
			}
		}
		return other.Trouble()
	}
	if w.file != nil {
		_ = w.release()
	}
	*w = *other
	return nil
}

// Close tries once more what waits, syncs and closes the file. When that fails nothing is lost: a later Close tries
// again, and Move can take the session elsewhere.
func (w *Writer) Close() error {
	if !w.begun || w.closed {
		return w.Trouble()
	}
	w.trouble = w.flush()
	if w.file != nil {
		if err := w.release(); w.trouble == nil {
			w.trouble = err
		}
	}
	w.closed = w.trouble == nil
	return w.Trouble()
}
