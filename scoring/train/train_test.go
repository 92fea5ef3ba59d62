package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheSameRepliesGiveTheSameBytes(t *testing.T) {
	var lines strings.Builder
	lines.WriteString("id\tcustomer\treply\tempathy\taction\tflags\n")
	for range least {
		lines.WriteString("a\t门锁坏了\t换我也睡不踏实\t2\t0\t-\nb\t门锁坏了\t门锁保修一年\t0\t0\t-\nc\t门锁坏了\t换谁都睡不踏实\t2\t0\t-\n")
	}
	name := filepath.Join(t.TempDir(), "replies.tsv")
	if err := os.WriteFile(name, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var once, again bytes.Buffer
	for _, out := range []*bytes.Buffer{&once, &again} {
		if err := train([]string{name}, out); err != nil {
			t.Fatal(err)
		}
	}
	if once.String() != again.String() {
		t.Errorf("two trainings differ:\n%s\n%s", &once, &again)
	}
	if !strings.Contains(once.String(), "踏实") {
		t.Errorf("the run that tells them apart is not there:\n%s", &once)
	}
}
