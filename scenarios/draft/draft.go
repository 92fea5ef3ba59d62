package draft

import (
	"strings"

	"shouxiang/problem"
)

// Draft is what a trainer said about a customer.
type Draft struct {
	Script    bool // four stages; else a card
	ID        string
	Title     string
	Tag       string
	Emotion   string
	Intensity int
	Name      string // the customer's name in the chat
	About     string
	Brief     string
	Can       []string
	Within    string
	Inquiry   bool   // a card whose customer wants an answer and nothing else
	Turns     []Turn // one of a card, one of each stage of a script
	Thanks    string // what the customer says when all went well
}

// Turn is what the customer says and how people answer.
type Turn struct {
	Say  []string
	Must []string // what a reply has to say, each with its wordings
	Good string
	Bad  []Bad
	Hint string
}

// Bad is a bad reply and what is bad about it: words for elements and red lines.
type Bad struct {
	Text        string
	Lacks, Hits []string
}

// Stages are the stages of a script, in order.
var Stages = [...]string{"情绪安抚", "责任确认", "方案协商", "跟进反馈"}

// Clean is a text as a scenario file may hold it: one line, nothing that a terminal obeys or nobody sees, no blanks
// around it.
func Clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t':
			return ' '
		case r != '\ufffd' && problem.Clean(string(r)) != string(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// quote is a text as a TOML value.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(Clean(s)) + `"`
}

// quoteAll is a list as a TOML value; one item stands without brackets.
func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	if len(quoted) == 1 {
		return quoted[0]
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// badRow is a bad reply as an item of a list.
func badRow(b Bad) string {
	row := "{ text = " + quote(b.Text)
	if len(b.Lacks) > 0 {
		row += ", lacks = " + quoteAll(b.Lacks)
	}
	if len(b.Hits) > 0 {
		row += ", hits = " + quoteAll(b.Hits)
	}
	return row + " }"
}
