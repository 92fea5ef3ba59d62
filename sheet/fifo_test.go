//go:build unix

package sheet

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAPipeIsRefusedWithoutWaitingForIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.csv")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "管道") {
		t.Errorf("have %v", err)
	}
}
