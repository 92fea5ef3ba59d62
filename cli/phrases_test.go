package cli

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestPhrasesAreKeptOnceALineAndHandwrittenOnesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if have := loadPhrases(dir); have != nil {
		t.Errorf("%q out of nothing", have)
	}
	if err := keepPhrase(dir, "孩子等着用\n我现在催，10分钟回您"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, phrasesName)
	if err := os.WriteFile(path, append([]byte("\ufeff{称呼}，稍后回您\r\n\r\n"), mustRead(t, path)[:len("孩子等着用 // 我现在催，10分钟回您")]...), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := keepPhrase(dir, "换新，48小时内发出"); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"{称呼}，稍后回您", "孩子等着用 // 我现在催，10分钟回您", "换新，48小时内发出"}
	if have := loadPhrases(dir); !reflect.DeepEqual(have, want) {
		t.Errorf("have %q\nwant %q", have, want)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAPhraseThatCannotBeKeptIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", file} {
		if err := keepPhrase(dir, "换新"); err == nil {
			t.Errorf("kept in %q", dir)
		}
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
