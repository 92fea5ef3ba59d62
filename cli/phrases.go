package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// phrasesName is the trainee's own 快捷语 in the data folder: plain text, one a line, "//" between bubbles, so that it
// can be edited, shared and read by anyone.
const phrasesName = "phrases.txt"

// loadPhrases reads them; a file that cannot be read is none.
func loadPhrases(dir string) []string {
	if dir == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(dir, phrasesName))
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// keepPhrase adds one, unless it is there.
func keepPhrase(dir, text string) error {
	if dir == "" {
		return errNoFolder
	}
	var bubbles []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			bubbles = append(bubbles, line)
		}
	}
	line := strings.Join(bubbles, " // ")
	if line == "" || slices.Contains(loadPhrases(dir), line) {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return refused(dir, err, "改好后再存一次")
	}
	path := filepath.Join(dir, phrasesName)
	if before, err := os.ReadFile(path); err == nil && len(before) > 0 && before[len(before)-1] != '\n' {
		line = "\n" + line // the last line was written by hand and has no end
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return refused(dir, err, "改好后再存一次")
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = f.WriteString(line + "\n")
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return refused(dir, err, "改好后再存一次")
	}
	return nil
}
