package journal

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"shouxiang/sim"
)

var start = time.Date(2026, 11, 3, 9, 30, 0, 0, time.UTC)

func header() Header {
	return Header{App: "shouxiang", Version: "t", Session: "20261103T093000Z-0011aabb", Trainee: "小林", Mode: "drill", Seed: 7, Limit: 30, Input: "keys"}
}

func someEvents() []sim.Event {
	return []sim.Event{
		sim.Arrived{Stamp: sim.Stamp{At: 0, Chat: 1}, Scenario: "a-1", Title: "标题", Wait: 30_000, Next: 800},
		sim.Said{Stamp: sim.Stamp{At: 800, Chat: 1}, Text: "在吗？<b> & \"引号\"", Kind: "burst"},
		sim.Missed{Stamp: sim.Stamp{At: 30_800, Chat: 1}},
		sim.Ended{Stamp: sim.Stamp{At: 31_000, Chat: 1}, Outcome: "quit", Trainee: "小林", Session: "s"},
	}
}

func TestOneAppendIsReadableBeforeTheNext(t *testing.T) {
	w := Create(t.TempDir(), header(), start)
	defer w.Close()
	for i, e := range someEvents() {
		w.Append([]sim.Event{e})
		log, err := Read(w.Path())
		if err != nil || len(log.Events) != i+1 {
			t.Fatalf("after %d appends: %v, %d events", i+1, err, len(log.Events))
		}
	}
}

func TestEveryEventComesBackAsItWas(t *testing.T) {
	for name, kind := range kinds {
		v := reflect.New(kind).Elem()
		fill(v)
		want := v.Interface().(sim.Event)
		have, err := decodeEvent(appendEvent(nil, want))
		if err != nil || !reflect.DeepEqual(have, want) {
			t.Errorf("%s: %v\nhave %+v\nwant %+v", name, err, have, want)
		}
	}
}

// fill gives every field of an event a value that is not zero.
func fill(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("文字\n\"<&>\u2028")
		case reflect.Int, reflect.Int64:
			f.SetInt(int64(i + 1))
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Struct:
			fill(f)
		}
	}
}

func TestLineShape(t *testing.T) {
	line := string(appendEvent(nil, someEvents()[1]))
	if want := `{"at":800,"ev":"say","chat":1,"text":"在吗？<b> & \"引号\"","kind":"burst"}` + "\n"; line != want {
		t.Errorf("have %swant %s", line, want)
	}
	if line := string(appendEvent(nil, someEvents()[2])); line != `{"at":30800,"ev":"miss","chat":1}`+"\n" {
		t.Errorf("an event without fields: %s", line)
	}
}

func TestFilesArePrivateAndNamedByTime(t *testing.T) {
	dir := t.TempDir()
	w := Create(dir, header(), start)
	w.Append(someEvents())
	defer w.Close()
	if want := filepath.Join(dir, "sessions", "2026", "11", "20261103T093000Z-0011aabb.jsonl"); w.Path() != want {
		t.Errorf("path %s", w.Path())
	}
	file, _ := os.Stat(w.Path())
	folder, _ := os.Stat(filepath.Dir(w.Path()))
	if file.Mode().Perm() != 0o600 || folder.Mode().Perm() != 0o700 {
		t.Errorf("modes %v %v", file.Mode(), folder.Mode())
	}
}

func TestASessionWithoutEventsLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	if err := Create(dir, header(), start).Close(); err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("left %v", entries)
	}
}

func TestADiskThatRefusesLosesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(dir, []byte("a file, not a folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := Create(dir, header(), start)
	events := someEvents()
	w.Append(events[:2])
	if err := w.Trouble(); err == nil || !strings.Contains(err.Error(), "不是文件夹") {
		t.Fatalf("trouble = %v", err)
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	w.Append(events[2:])
	if err := w.Close(); err != nil {
		t.Fatalf("after the folder was free again: %v", err)
	}
	if log, err := Read(w.Path()); err != nil || len(log.Events) != len(events) {
		t.Errorf("%v, %d events", err, len(log.Events))
	}
}

func TestMoveTakesTheWholeSessionAlong(t *testing.T) {
	w := Create("", header(), start)
	events := someEvents()
	w.Append(events[:3])
	if !errors.Is(w.Trouble(), ErrNoFolder) || w.Path() != "" {
		t.Fatalf("trouble = %v", w.Trouble())
	}
	dir := t.TempDir()
	if err := w.Move(dir); err != nil {
		t.Fatal(err)
	}
	w.Append(events[3:])
	second := t.TempDir()
	if err := w.Move(second); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if log, err := Read(w.Path()); err != nil || len(log.Events) != len(events) {
		t.Errorf("%v, have %d events of %d", err, len(log.Events), len(events))
	}
}

func TestReadAcceptsATornLastLineAndReportsABrokenOne(t *testing.T) {
	whole := string(plainJSON(withFormat())) + "\n" + string(appendEvent(nil, someEvents()[0]))
	torn, err := parse("x", []byte(whole+`{"at":5,"ev":"sa`))
	if err != nil || !torn.Torn || len(torn.Events) != 1 || len(torn.Skipped) != 0 {
		t.Errorf("torn: %v %+v", err, torn)
	}
	broken, err := parse("x", []byte(whole+"nonsense\n"+string(appendEvent(nil, someEvents()[2]))))
	if err != nil || len(broken.Events) != 2 || len(broken.Skipped) != 1 || broken.Skipped[0].Line != 3 {
		t.Errorf("broken: %v %+v", err, broken)
	}
}

func withFormat() Header {
	h := header()
	h.Format = Format
	return h
}

func TestReadKeepsUnknownEventsAndRefusesANewerFormat(t *testing.T) {
	log, err := parse("x", []byte(string(plainJSON(withFormat()))+"\n{\"at\":1,\"ev\":\"sparkle\",\"chat\":0,\"x\":2}\n"))
	if err != nil || len(log.Events) != 1 || log.Events[0].Name() != "sparkle" {
		t.Fatalf("%v %+v", err, log)
	}
	_, err = parse("x", []byte("{\"format\":2}\n"))
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "格式 2") {
		t.Errorf("newer format: %v", err)
	}
	if _, err = parse("x", []byte("hello\n")); err == nil {
		t.Error("a file that is no log was read")
	}
}

func TestListOnAFreshMachineIsEmpty(t *testing.T) {
	if paths, err := List(t.TempDir()); err != nil || len(paths) != 0 {
		t.Errorf("%v %v", paths, err)
	}
}

// FuzzRead: whatever the file holds, reading ends without a panic, and what was read replays.
func FuzzRead(f *testing.F) {
	whole := plainJSON(withFormat())
	whole = append(whole, '\n')
	for _, e := range someEvents() {
		whole = appendEvent(whole, e)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-9])
	f.Add([]byte("{\"format\":1}\n{\"at\":1,\"ev\":\"evidence\",\"chat\":1}\n{\"at\":0,\"ev\":\"resume\",\"chat\":99}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		log, err := parse("x", data)
		if err == nil {
			log.Replay()
		}
	})
}
