package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"shouxiang/scenarios/draft"
	"shouxiang/tui"
)

// asker puts the questions of an interview, a line a question, on a terminal and in a pipe alike. An answer that cannot
// be used is asked for again; where input ends, what may be left out is left out.
type asker struct {
	out   io.Writer
	lines <-chan string
	ended bool
}

func (a *asker) say(role, format string, args ...any) {
	fmt.Fprintf(a.out, "%s: %s\n", role, tui.Printable(fmt.Sprintf(format, args...)))
}

// read is the next line; "" at the end of input.
func (a *asker) read() string {
	for !a.ended {
		line, ok := <-a.lines
		switch {
		case !ok:
			a.ended = true
		case !utf8.ValidString(line):
			a.say("系统", "这一行不是 UTF-8 文字，读不出来，请再写一遍")
		default:
			return strings.TrimPrefix(line, "\ufeff")
		}
	}
	return ""
}

// interview asks to the end. It gives the question where input ended too early, nil when it did not.
func (a *asker) interview(v *draft.Interview) *draft.Question {
	for i := 0; ; i++ {
		qs := v.Questions()
		if i == len(qs) {
			return nil
		}
		if !a.put(v, &qs[i]) {
			return &qs[i]
		}
	}
}

// put asks one question until its answer is taken; false = input ended first.
func (a *asker) put(v *draft.Interview, q *draft.Question) bool {
	if q.Head.Role != "" && !a.ended {
		a.say(q.Head.Role, "%s", q.Head.Text)
	}
	for refused := false; ; refused = true {
		text := a.ask(v, q)
		if a.ended && refused && q.What == draft.AskFile {
			return false // a name of our own would not be the one that was wanted
		}
		complaint := v.Answer(q, text)
		if complaint == "" {
			break
		}
		if a.ended {
			return false
		}
		a.say("系统", "%s", complaint)
	}
	if q.What == draft.AskGood {
		a.rethink(v, q)
	}
	return true
}

// ask prints a question and reads its answer.
func (a *asker) ask(v *draft.Interview, q *draft.Question) string {
	if a.ended {
		return ""
	}
	switch hint := v.Ask(q); q.Kind {
	case draft.Messages:
		a.say(q.Role, "%s", joined("一条一行，空行结束", hint))
		return a.several()
	case draft.Pick:
		a.choices(q, hint)
	default:
		a.say(q.Role, "%s", hint)
	}
	return a.read()
}

func joined(parts ...string) string {
	if parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "；")
}

// choices lists what there is to choose from, a line each where there is something to say about it.
func (a *asker) choices(q *draft.Question, hint string) {
	how := "输数字"
	if q.Own {
		how += "，或写一个新的"
	}
	how = joined(how, hint)
	if q.Choices[0].Meaning != "" {
		a.say(q.Role, "%s", how)
		for i, c := range q.Choices {
			fmt.Fprintf(a.out, "  %d %s  %s\n", i+1, tui.Printable(c.Word), tui.Printable(c.Meaning))
		}
		return
	}
	list := make([]string, len(q.Choices))
	for i, c := range q.Choices {
		list[i] = fmt.Sprintf("%d %s", i+1, c.Word)
	}
	a.say(q.Role, "%s：%s", how, strings.Join(list, "  "))
}

// several reads lines until one that says nothing.
func (a *asker) several() string {
	var out []string
	for s := a.read(); draft.Clean(s) != ""; s = a.read() {
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// rethink offers to write a model answer anew that the scorer does not take for one.
func (a *asker) rethink(v *draft.Interview, q *draft.Question) {
	text, _ := v.Given(q.Key)
	h := v.Ear(q.Turn)(text)
	if h.Pass || a.ended {
		return
	}
	a.say("再想想", "%s。再写一句更好的；直接回车就先留着这句", h.Words())
	if again := a.read(); draft.Clean(again) != "" {
		v.Answer(q, again)
	}
}
