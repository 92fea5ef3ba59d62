// Package problem is what is wrong with a file that a person wrote, and where.
//
// It holds the value Problem (code, severity, place, message with the remedy), prints it, and reads TOML files into
// a tree that knows the exact place of every key and value, so that scenarios, packs and the lexicon report alike.
// It does not know what a file means: which keys exist and which values are right is its readers' business.
package problem

import (
	"cmp"
	"slices"
)

// Severity says how bad a problem is. The zero value is the mildest.
type Severity uint8

// Severities, mildest first.
const (
	Hint    Severity = iota // 提示
	Warning                 // 警告
	Error                   // 错误
)

var severityNames = [...]struct{ json, label string }{{"hint", "提示"}, {"warning", "警告"}, {"error", "错误"}}

// String is the Chinese word people read.
func (s Severity) String() string { return severityNames[s].label }

// MarshalText gives the English name used in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(severityNames[s].json), nil }

// Problem is one thing that is wrong. Line and columns are 1-based, columns count code points, EndCol is the column
// after the last one. A problem of a whole file that has no text (unreadable, a folder) has Line 0.
type Problem struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Col      int      `json:"col"`
	EndCol   int      `json:"end_col"`
	Message  string   `json:"message"`
	Source   string   `json:"source,omitempty"` // the line, made harmless: one code point for each of the file's
}

// Error makes a Problem usable where Go wants an error; it is the first line of Render.
func (p Problem) Error() string { return p.head() }

// Sort orders problems by file, line and column; those of one place keep their order.
func Sort(list []Problem) {
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
}
