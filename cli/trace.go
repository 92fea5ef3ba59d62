package cli

import (
	"fmt"
	"strings"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
	"shouxiang/scoring/hearing"
	"shouxiang/tui"
)

// traced is one line of a trace as JSON.
type traced struct {
	Rule  string `json:"rule"`
	Is    string `json:"is"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Fate  string `json:"fate"`
	By    string `json:"by,omitempty"`
}

func tracedNotes(facts *scoring.Facts, notes []scoring.Note) []traced {
	var out []traced
	text := []rune(facts.Text)
	for _, n := range notes {
		out = append(out, traced{n.Rule, n.Is, n.Start, n.End, string(text[n.Start:n.End]), n.Fate.Name(), n.By})
	}
	return out
}

// fateWords say what became of something, %s being what decided it.
var fateWords = map[hearing.Fate]string{
	hearing.Heard:       "听到了",
	hearing.Quoted:      "不算：是引用别人的话",
	hearing.Denied:      "不算：前后有否定",
	hearing.Unreal:      "不算：说的是没成的事",
	hearing.Others:      "不算：说的是别人的事",
	hearing.Echoed:      "不算：是客户自己的话",
	hearing.NoDeed:      "不算：这里不是要办的事",
	hearing.NotOurs:     "不算：不是我们办，或者没说要办",
	hearing.Vowed:       "不算：是打包票的一部分",
	hearing.Covered:     "不算：这里另有所指",
	hearing.Excused:     "不算：旁边说了不怪他",
	hearing.AsksMore:    "不算：这一句还要",
	hearing.BesideStep:  "不算：自己跟上了一步",
	hearing.NotAlone:    "不算：还说了别的话",
	hearing.Guarded:     "不算：旁边有",
	hearing.Dropped:     "听到了，但整条另算",
	hearing.SwitchedOff: "这条关掉了",
}

// isWords are Chinese for what a form says; elements and red lines have their own.
var isWords = map[string]string{
	"nothing": "另有所指", "feeling": "说出感受", "plight": "说出处境", "care": "关心", "courtesy": "客套", "their-sorry": "别人该道歉",
	"fault": "认错", "ask-grace": "请客户体谅", "step": "一步", "vague-step": "含糊的一步", "done-step": "办完的一步", "no-step": "不是步子",
	"unreal": "没成的事", "comfort": "宽慰", "absolve": "不怪他", "others": "别人的事", "must": "要点",
}

// attrWords are Chinese for what a form asks of its clause.
var attrWords = strings.NewReplacer("matter", "他的事", "told", "平常的陈述", "asked", "问句", "ours", "我们", "yours", "客户")

func isWord(is string) string {
	if word, ok := isWords[is]; ok {
		return word
	}
	if line, ok := fact.RedLineByName(is); ok {
		return line.Label()
	}
	if list := fact.ElementsByNames(is).List(); len(list) > 0 {
		return list[0].Label()
	}
	return is
}

// writeTrace prints how a text was heard, a line for each thing that fits.
func (w *world) writeTrace(facts *scoring.Facts, notes []scoring.Note) {
	fmt.Fprintln(w.out, "听的经过:")
	text := []rune(facts.Text)
	for _, n := range notes {
		by := n.By
		if n.Fate == hearing.AsksMore {
			by = attrWords.Replace(by)
		}
		if by != "" {
			by = "“" + by + "”"
		}
		quote := strings.ReplaceAll(string(text[n.Start:n.End]), "\n", "⏎")
		fmt.Fprintf(w.out, "  “%s” %s（%s）%s%s\n", tui.Printable(quote), n.Rule, isWord(n.Is), fateWords[n.Fate], tui.Printable(by))
	}
}
