package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// writeJSON prints a value as one line of JSON.
func (w *world) writeJSON(v any) error { return encodeJSON(w.out, v) }

// encodeJSON writes a value as one line of JSON. What a terminal would obey and JSON leaves as it is, the C1 controls
// and those that turn the direction of writing, is escaped.
func encodeJSON(out io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	if err == nil {
		_, err = io.WriteString(out, escaped(b.String()))
	}
	if err != nil {
		return exitError{exitFound, "结果写不出去：" + err.Error()}
	}
	return nil
}

// escaped is a line of JSON without raw controls; they stand in strings only.
func escaped(line string) string {
	obeyed := func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	}
	line = strings.ToValidUTF8(line, "\ufffd")
	if !strings.ContainsFunc(line, obeyed) {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if obeyed(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
