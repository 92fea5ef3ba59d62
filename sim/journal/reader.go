package journal

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"shouxiang/sim"
)

// Log is one session read back.
type Log struct {
	Path    string
	Header  Header
	Events  []sim.Event
	Lines   []json.RawMessage // the events as they stand in the file
	Skipped []Skip            // lines that could not be read
	Torn    bool              // the last line was cut off; it was never acknowledged
}

// Skip is a line that could not be read.
type Skip struct {
	Line int // 1-based
	Why  string
}

// ErrNewer: the log was written by a newer program in a format this one does not know.
var ErrNewer = errors.New("newer log format")

// maxLog bounds what is read of one file: a session of a whole day is below 10 MB.
const maxLog = 64 << 20

// Read reads one log. A torn last line is accepted, a broken line is skipped and reported.
func Read(path string) (*Log, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, readError(path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxLog {
		return nil, fmt.Errorf("%s 不是练习记录（不是普通文件，或超过 64 MB）；用 log list 看有哪些", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, readError(path, err)
	}
	return parse(path, data)
}

func readError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("没有这个记录：%s；用 log list 看有哪些", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("读不了 %s：没有权限", path)
	}
	return fmt.Errorf("读不了 %s：%w", path, err)
}

func parse(path string, data []byte) (*Log, error) {
	log := &Log{Path: path}
	first, rest, whole := bytes.Cut(data, []byte("\n"))
	if err := json.Unmarshal(first, &log.Header); err != nil || log.Header.Format == 0 {
		if !whole {
			return nil, fmt.Errorf("%s 只有半行，还没写进内容；可以删掉它", path)
		}
		return nil, fmt.Errorf("%s:1: 不是首响的练习记录（第一行应当是 {\"format\":1,…}）", path)
	}
	if log.Header.Format > Format {
		return nil, fmt.Errorf("%s 是格式 %d 的记录，本程序只认识到格式 %d；请升级程序：%w", path, log.Header.Format, Format, ErrNewer)
	}
	for n := 2; len(rest) > 0; n++ {
		var line []byte
		line, rest, whole = bytes.Cut(rest, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		e, err := decodeEvent(line)
		switch {
		case err == nil:
			log.Events = append(log.Events, e)
			log.Lines = append(log.Lines, bytes.Clone(line))
		case !whole:
			log.Torn = true
		default:
			log.Skipped = append(log.Skipped, Skip{n, "这一行读不懂，已跳过"})
		}
	}
	return log, nil
}

// Replay folds the events into the state the trainee saw last.
func (l *Log) Replay() sim.State {
	var s sim.State
	for _, e := range l.Events {
		s = sim.Evolve(s, e)
	}
	return s
}

// List is the paths of all logs below a data folder, oldest first: by the second in their names, within a second by
// their last write. No folder yet means no logs.
func List(dir string) ([]string, error) {
	type entry struct {
		path, second string
		written      time.Time
	}
	var found []entry
	root := filepath.Join(dir, "sessions")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && path == root:
			return nil
		case err != nil:
			return err
		case d.Type().IsRegular() && strings.HasSuffix(path, ".jsonl"):
			second, _, _ := strings.Cut(d.Name(), "-")
			e := entry{path: path, second: second}
			if info, ierr := d.Info(); ierr == nil {
				e.written = info.ModTime()
			}
			found = append(found, e)
		}
		return nil
	})
	slices.SortFunc(found, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.second, b.second), a.written.Compare(b.written), strings.Compare(a.path, b.path))
	})
	paths := make([]string, len(found))
	for i, e := range found {
		paths[i] = e.path
	}
	if err != nil {
		return paths, fmt.Errorf("记录文件夹 %s 读不全：%w；请检查权限", root, err)
	}
	return paths, nil
}
