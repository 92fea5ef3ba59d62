package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scenarios"
)

// Answer takes an answer, in place of the one before. One that cannot be used changes nothing, and the complaint says
// why; "" says that it was taken. An empty answer to a bad reply in the middle of the list takes that reply away.
func (v *Interview) Answer(q *Question, text string) (complaint string) {
	text, complaint = v.read(q, text)
	switch {
	case complaint != "":
		return complaint
	case text == "" && !q.Optional():
		return "这一问不能空着"
	case text == "" && q.What == AskBad && q.N < v.bads(q.Turn):
		v.dropBad(q.Turn, q.N)
		return ""
	}
	before, had := v.given[q.Key]
	v.given[q.Key] = text
	if d := v.sheet(); len(text) > len(before) && len(d.TOML()) > mostText {
		delete(v.given, q.Key)
		if had {
			v.given[q.Key] = before
		}
		return "太长了，一道题放不下；写短一点"
	}
	return ""
}

// mostText is how long the file may get before what bad replies lack is added; beyond problem.MaxBytes none is read.
const mostText = problem.MaxBytes / 2

// read makes of what was typed what may be kept.
func (v *Interview) read(q *Question, text string) (string, string) {
	switch q.Kind {
	case Messages:
		return strings.Join(messages(text, "\n"), "\n"), ""
	case Reply:
		text = strings.Join(messages(text, "\n"), " // ")
		if len(scenarios.Bubbles(text)) == 0 {
			text = ""
		}
		return text, ""
	case Pick:
		return q.pick(Clean(text))
	}
	text = Clean(text)
	if text == "" {
		return "", ""
	}
	switch q.What {
	case AskWithin:
		return text, v.refused("within ", func(d *Draft) { d.Within = text })
	case AskMust:
		return text, v.refused("", func(d *Draft) { d.Turns[0].Must = words(text) })
	case AskWhy:
		_, _, complaint := faults(text)
		return text, complaint
	case AskFile:
		name := FileName(text)
		if name != "" && v.taken(name) {
			return "", fmt.Sprintf("%s 已经有了，不会盖掉它；换个名字", name)
		}
		return name, ""
	}
	return text, ""
}

// messages are the parts of a text that say something.
func messages(text, sep string) []string {
	var out []string
	for part := range strings.SplitSeq(text, sep) {
		if part = Clean(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// pick finds a choice by its number or word.
func (q *Question) pick(text string) (word, complaint string) {
	if text == "" || placeOf(q.Choices, text) >= 0 {
		return text, ""
	}
	n, err := strconv.Atoi(PlainDigits(text))
	switch {
	case err == nil && n >= 1 && n <= len(q.Choices):
		return q.Choices[n-1].Word, ""
	case err != nil && q.Own:
		return text, ""
	}
	return "", fmt.Sprintf("请输 1 到 %d 的数字", len(q.Choices))
}

// PlainDigits makes full-width digits plain ones.
func PlainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}

// refused is what the loader says against a value, without the name of its key.
func (v *Interview) refused(key string, set func(*Draft)) string {
	probe := Card()
	set(&probe)
	_, problems := scenarios.ReadText("", probe.TOML(), &scenarios.Pack{})
	i := slices.IndexFunc(problems, func(p problem.Problem) bool { return p.Severity == problem.Error })
	if i < 0 {
		return ""
	}
	return strings.TrimPrefix(problems[i].Message, key)
}

// faults reads what is bad about a reply: words for elements it lacks and red lines it crosses.
func faults(text string) (lacks, hits []string, complaint string) {
	for _, word := range words(text) {
		word = strings.TrimPrefix(strings.TrimPrefix(word, "缺"), "碰")
		if _, ok := fact.ElementByLabel(word); ok {
			lacks = append(lacks, word)
		} else if _, ok := fact.RedLineByLabel(word); ok {
			hits = append(hits, word)
		} else {
			complaint = fmt.Sprintf("『%s』认不得；缺的可以写：%s；碰的红线可以写：%s", word,
				labelsOf(fact.ElementsAll()), labelsOf(fact.RedLinesAll()))
		}
	}
	return lacks, hits, complaint
}

// labelsOf lists words of a closed list.
func labelsOf[T interface{ Label() string }](list []T) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = x.Label()
	}
	return strings.Join(words, " ")
}
