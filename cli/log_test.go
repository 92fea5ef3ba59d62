package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/tui"
)

// A conversation that the customer leaves because nobody answers has no grade for its last turn.
func TestALogOfAConversationThatEndedInSilenceIsListedAndShown(t *testing.T) {
	dir := t.TempDir()
	log := journal.Create(dir, journal.Header{Session: "20261101T080000Z-00000001", Mode: string(sim.Play)}, time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC))
	at := sim.Stamp{Chat: 1}
	log.Append([]sim.Event{
		sim.Arrived{Stamp: at, Scenario: "s", Title: "猫粮", Turn: "甲", Wait: 30_000}, sim.ClockStarted{Stamp: at},
		sim.Turned{Stamp: at, From: "甲", To: "超时", End: true, Why: "silence"}, sim.Ended{Stamp: at, Outcome: sim.OutcomeGone, CSAT: 1},
		sim.Closed{Reason: "done"},
	})
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	w := &world{out: &out, err: io.Discard}
	o := &options{dataDir: dir}
	if err := w.logList(o); err != nil || !strings.Contains(out.String(), "情景对练  猫粮，没等到回复，客户走了，满意度 1 星") {
		t.Errorf("%v: %s", err, out.String())
	}
	out.Reset()
	if err := w.logShow(o, "last", false); err != nil || !strings.Contains(out.String(), "没有回复") {
		t.Errorf("%v: %s", err, out.String())
	}
}

// Whatever stands in a log, it can be listed, shown and printed as JSON, and nothing of it is obeyed by the terminal.
func FuzzAnyLogIsShownAndNothingOfItIsObeyed(f *testing.F) {
	for _, name := range []string{"card", "talk"} {
		seed, err := os.ReadFile(filepath.Join("testdata", name+".jsonl"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(seed))
	}
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		path := filepath.Join(dir, "sessions", "a.jsonl")
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		w := &world{out: &out, err: &out}
		o := &options{dataDir: dir}
		for _, run := range []func() error{
			func() error { return w.logList(o) },
			func() error { return w.logShow(o, path, false) },
			func() error { return w.logShow(o, path, true) },
		} {
			if err := run(); err != nil {
				out.WriteString(err.Error())
			}
		}
		history(dir)
		for line := range strings.Lines(out.String()) {
			if line = strings.TrimSuffix(line, "\n"); line != tui.Printable(line) {
				t.Fatalf("the terminal would obey %q", line)
			}
		}
	})
}
