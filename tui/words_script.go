package tui

import (
	"fmt"
	"strings"

	"shouxiang/scoring"
	"shouxiang/sim"
)

// moods are the words for 0–10, one for each two points; the shape rises with them, so that colour is not needed.
var moods = [...]struct{ word, shape string }{
	{"要谈崩了", "▁"}, {"很不满", "▂"}, {"不太满意", "▃"}, {"还行", "▅"}, {"满意", "▇"}, {"很满意", "█"},
}

// MoodWord is the customer's mood as a word, a shape and the figure.
func MoodWord(mood int) string {
	m := moods[max(0, min(10, mood))/2]
	return fmt.Sprintf("%s %s %d/10", m.word, m.shape, mood)
}

// whyWords say in a few words why a script went where it went.
var whyWords = map[string]string{
	"pass": "达标，往下走", "ask": "没说全，客户再问一遍", "give_up": "第二遍还没说全，客户不等了，往下走", "silence": "没有回复",
}

// StepLine says what one reply of a script earned and where it led.
func StepLine(s *sim.Step) string {
	var parts []string
	if s.Stage != "" {
		parts = append(parts, s.Stage)
	}
	if g := s.Grade; g != nil {
		parts = append(parts, fmt.Sprintf("%d 分", g.Score))
		if lacks := missingWords(g); lacks != "" {
			parts = append(parts, "缺 "+lacks)
		}
		if reds := g.CrossedNames(); len(reds) > 0 {
			parts = append(parts, "听起来像"+strings.Join(reds, "、"))
		}
	}
	why := whyWords[s.Why]
	if s.Why == "row" {
		why = "因为“" + Printable(s.If) + "”，去了“" + Printable(s.To) + "”"
	}
	return strings.Join(append(parts, why), " · ")
}

// missingWords is what a reply still owed, in screen words.
func missingWords(g *sim.Grade) string {
	var out []string
	for _, e := range scoring.ElementsByNames(g.Missing).List() {
		out = append(out, e.Screen())
	}
	if g.MissingMust != "" {
		for _, m := range strings.Split(g.MissingMust, "\t") {
			out = append(out, "“"+Printable(strings.ReplaceAll(m, "|", "／"))+"”")
		}
	}
	return strings.Join(out, "、")
}
