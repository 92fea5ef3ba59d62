package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"shouxiang/sim"
)

// ErrNoFolder: no folder to write to is known (a machine without a home folder).
var ErrNoFolder = errors.New("no data folder")

// Writer appends the events of one session to its file. It is for one goroutine.
type Writer struct {
	dir     string // the data folder; "" = none is known
	name    string // path below sessions/
	file    *os.File
	pending []byte // not yet taken by the disk; may begin inside a line
	trouble error
	kept    bool // the file exists
	sync    chan struct{}
	synced  chan struct{} // closed when the last sync is done
}

// Create prepares the log of a session below the data folder dir. Nothing is written before the first Append, so a
// session in which nothing happened leaves no file. It never fails: see Trouble.
func Create(dir string, h Header, started time.Time) *Writer {
	w := &Writer{
		dir:  dir,
		name: filepath.Join(started.UTC().Format("2006"), started.UTC().Format("01"), h.Session+".jsonl"),
	}
	h.Format = Format
	h.Started = started.UTC().Format(time.RFC3339)
	h.Zone = started.Format("-07:00")
	w.pending = append(plainJSON(h), '\n')
	return w
}

// Append writes the events as one write. What the disk does not take is kept and tried again with the next Append.
func (w *Writer) Append(events []sim.Event) {
	if len(events) == 0 {
		return
	}
	for _, e := range events {
		w.pending = appendEvent(w.pending, e)
	}
	w.flush()
}

func (w *Writer) flush() {
	if w.file == nil {
		if w.trouble = w.open(); w.trouble != nil {
			return
		}
	}
	n, err := w.file.Write(w.pending)
	w.pending = w.pending[:copy(w.pending, w.pending[n:])]
	if w.trouble = err; err == nil {
		select {
		case w.sync <- struct{}{}:
		default: // one sync is already waiting; it will cover this write too
		}
	}
}

func (w *Writer) open() error {
	if w.dir == "" {
		return ErrNoFolder
	}
	path := w.Path()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	w.file, w.kept = f, true
	w.sync, w.synced = make(chan struct{}, 1), make(chan struct{})
	go syncAlong(f, w.sync, w.synced)
	return nil
}

// syncAlong syncs the file whenever asked. A disk that cannot sync still holds the write; the next write will tell.
func syncAlong(f *os.File, ask <-chan struct{}, done chan<- struct{}) {
	defer close(done)
	for range ask {
		_ = f.Sync()
	}
}

// Path is the file of this session, whether or not it exists yet; "" when no folder is known.
func (w *Writer) Path() string {
	if w.dir == "" {
		return ""
	}
	return filepath.Join(w.dir, "sessions", w.name)
}

// Kept reports whether the session is on disk.
func (w *Writer) Kept() bool { return w.kept && w.trouble == nil }

// Trouble is why events are waiting in memory, or nil. Its text is for people.
func (w *Writer) Trouble() error {
	if w.trouble == nil {
		return nil
	}
	return Trouble{w.dir, w.trouble}
}

// Move writes the whole session to another data folder: what is on disk already is copied, what waits is added. Where
// the new folder takes only a part, that part is removed, so that the folder can be tried again.
func (w *Writer) Move(dir string) error {
	var kept []byte
	if w.file != nil {
		var err error
		if kept, err = os.ReadFile(w.Path()); err != nil {
			return Trouble{w.dir, err}
		}
	}
	other := &Writer{dir: dir, name: w.name, pending: append(kept, w.pending...)}
	other.flush()
	if err := other.Trouble(); err != nil {
		if other.file != nil { // a file of the same name that was there before was never opened
			other.pending = nil
			_ = other.Close()
			_ = os.Remove(other.Path())
		}
		return err
	}
	w.Close()
	*w = Writer{dir: dir, name: w.name, file: other.file, kept: true, sync: other.sync, synced: other.synced}
	return nil
}

// Close tries the waiting events once more, syncs and closes the file.
func (w *Writer) Close() error {
	if len(w.pending) > 0 && w.file != nil {
		w.flush()
	}
	if w.file != nil {
		close(w.sync)
		<-w.synced
		err := w.file.Sync()
		if cerr := w.file.Close(); err == nil {
			err = cerr
		}
		w.file = nil
		if w.trouble == nil && err != nil {
			w.trouble = err
		}
	}
	return w.Trouble()
}

// Trouble is a disk that does not take the log.
type Trouble struct {
	Dir string
	Err error
}

func (t Trouble) Unwrap() error { return t.Err }

// Error says what is wrong and what helps, in Chinese.
func (t Trouble) Error() string {
	why, help := "写不进去（"+t.Err.Error()+"）", "换一个文件夹：--data-dir"
	switch {
	case errors.Is(t.Err, ErrNoFolder):
		return "练习记录没地方存：找不到家目录。请用 --data-dir 指定一个文件夹"
	case errors.Is(t.Err, syscall.ENOSPC):
		why, help = "磁盘满了", "清出空间后会自动补写"
	case errors.Is(t.Err, syscall.EROFS):
		why = "磁盘是只读的"
	case errors.Is(t.Err, fs.ErrPermission):
		why = "没有写入权限"
	case errors.Is(t.Err, syscall.ENOTDIR), errors.Is(t.Err, fs.ErrExist):
		why = "路径上有同名的文件，不是文件夹"
	case errors.Is(t.Err, fs.ErrNotExist):
		why = "文件夹不存在"
	}
	return fmt.Sprintf("练习记录暂时存不进 %s：%s。先记在内存里，%s", t.Dir, why, help)
}
