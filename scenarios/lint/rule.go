package lint

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"shouxiang/problem"
)

//go:embed rules/*.txt
var ruleFiles embed.FS

// Rule is one thing that check looks for.
type Rule struct {
	Code     string
	Severity problem.Severity
	Title    string
	Why      string
	Mend     string
	Files    []File // a small example of the mistake
	Want     string // what check says about it, of this code

	message string // of fmt.Sprintf; "" = the loader words it
}

// File is one file of a rule's example.
type File struct{ Name, Text string }

// Rules are all rules by code.
var Rules = sync.OnceValue(func() []Rule {
	var out []Rule
	entries, _ := ruleFiles.ReadDir("rules") // embedded: it is there
	for _, e := range entries {
		data, _ := ruleFiles.ReadFile("rules/" + e.Name())
		out = append(out, parseRule(string(data)))
	}
	return out
})

// Lookup finds a rule by its code.
func Lookup(code string) (Rule, bool) {
	for _, r := range Rules() {
		if strings.EqualFold(r.Code, code) {
			return r, true
		}
	}
	return Rule{}, false
}

// Codes are the codes of all rules, for advice.
func Codes() []string {
	var out []string
	for _, r := range Rules() {
		out = append(out, r.Code)
	}
	return out
}

// At is the problem this rule finds at a place.
func At(code string, file *problem.File, span problem.Span, args ...any) problem.Problem {
	r, _ := Lookup(code)
	return file.At(span, code, r.Severity, fmt.Sprintf(r.message, args...))
}

// parseRule reads a rule's file: code, severity and title in the first line, then sections headed "-- name --".
func parseRule(text string) Rule {
	head, rest, _ := strings.Cut(text, "\n")
	words := strings.SplitN(head, " ", 3)
	r := Rule{Code: words[0], Severity: severityNamed(words[1]), Title: words[2]}
	for rest != "" {
		var name, body string
		name, rest, _ = strings.Cut(rest, "\n")
		name = strings.TrimSuffix(strings.TrimPrefix(name, "-- "), " --")
		if i := strings.Index(rest, "\n-- "); i >= 0 && !strings.HasPrefix(rest, "-- ") {
			body, rest = rest[:i+1], rest[i+1:]
		} else if !strings.HasPrefix(rest, "-- ") {
			body, rest = rest, ""
		}
		switch name {
		case "message":
			r.message = strings.TrimSpace(body)
		case "why":
			r.Why = strings.TrimSpace(body)
		case "mend":
			r.Mend = strings.TrimSpace(body)
		case "want":
			r.Want = body
		default:
			r.Files = append(r.Files, File{name, body})
		}
	}
	return r
}

func severityNamed(word string) problem.Severity {
	for _, s := range []problem.Severity{problem.Hint, problem.Warning} {
		if s.String() == word {
			return s
		}
	}
	return problem.Error
}

// Page is the help of a rule, as `check --explain` prints it.
func (r Rule) Page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s（%s）%s\n\n%s\n\n怎么改：%s\n", r.Code, r.Severity, r.Title, r.Why, r.Mend)
	if len(r.Files) == 0 {
		return b.String()
	}
	b.WriteString("\n例子：\n")
	for _, f := range r.Files {
		if len(r.Files) > 1 {
			fmt.Fprintf(&b, "\n  # %s\n", f.Name)
		}
		for line := range strings.Lines(f.Text) {
			b.WriteString("  " + problem.Clean(strings.TrimRight(line, "\r\n")) + "\n")
		}
	}
	b.WriteString("\ncheck 会说：\n")
	for line := range strings.Lines(r.Want) {
		b.WriteString("  " + line)
	}
	return b.String()
}
