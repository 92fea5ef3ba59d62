package scoring

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	text := os.Getenv("ZZ")
	if text == "" {
		t.Skip()
	}
	for _, one := range strings.Split(text, "/") {
		cust, one, ok := strings.Cut(one, ">")
		if !ok {
			one, cust = cust, ""
		}
		var m *Matter
		if cust != "" {
			m, _ = Default().Compile(Brief{Burst: []string{cust}})
		}
		r := desk(m, one)
		fmt.Println("##", one)
		names := []string{}
		for n := range r.s.classes {
			names = append(names, n)
		}
		for i := range r.tokens {
			k := &r.tokens[i]
			var cl []string
			for _, n := range names {
				if r.has(k, r.s.classes[n]) {
					cl = append(cl, n)
				}
			}
			fmt.Print(string(r.text.runes[k.start:k.end]), "(", strings.Join(cl, " "), ") ")
		}
		fmt.Println()
		for _, f := range r.fits {
			fr := r.s.frames[f.frame]
			fmt.Println("   fit", r.s.entries[fr.entry].id, string(r.text.runes[f.start:f.end]))
		}
		for _, s := range r.steps {
			fmt.Println("   step", s.rule, string(r.text.runes[s.start:s.end]), s.size, "done", s.done, "by", s.by, "who", s.who, "firm", s.firm)
		}
		f := r.s.Hear(m, []string{one})
		fmt.Println("   =>", f.Empathy, f.Action, f.RedLines, f.Evidence)
	}
}
