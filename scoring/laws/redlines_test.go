package laws

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
	"shouxiang/scoring/text"
)

// zeroing are the red lines that leave nothing of the score.
var zeroing = fact.RedLineSet(fact.Privacy, fact.Offsite, fact.Solicit, fact.Rude)

// TestCleanRepliesAreNotAccused: a red line is heard in hardly a reply that holds none, and never one of those that zero. The aim
// is 5 of 1,000, which is 13; a dozen of those above it are 敷衍, where people differ on a bare rule in answer to a complaint.
func TestCleanRepliesAreNotAccused(t *testing.T) {
	t.Parallel()
	clean := append([]answer{}, models()...)
	for i := range corpora() {
		if l := &corpora()[i]; l.Labelled && len(l.Flags) == 0 && !strings.Contains(l.Reply, "[") { // [数字] stands for what was there
			clean = append(clean, l.answer)
		}
	}
	var zeroed []string
	accused := breaches(clean, func(a answer) string {
		f, card := a.grade()
		if f.Crossed() == 0 {
			return ""
		}
		return fmt.Sprintf("%s %s, %d points%s: %s", f.Crossed(), f.Crossed()&zeroing, card.Score, heardBy(f), a)
	})
	for _, a := range accused {
		if _, rest, _ := strings.Cut(a, " "); !strings.HasPrefix(rest, ",") {
			zeroed = append(zeroed, a)
		}
	}
	t.Run("accused", func(t *testing.T) { atMost(t, 20, len(clean), accused) })
	t.Run("zeroed", func(t *testing.T) { atMost(t, 0, len(clean), zeroed) })
}

// heardBy names the rules behind the red lines.
func heardBy(f *scoring.Facts) string {
	out := ""
	for _, e := range f.Evidence {
		if line, ok := fact.RedLineByName(e.Part); ok && f.Crossed().Has(line) {
			out += " " + e.Rule
		}
	}
	return out
}

// TestNoRedLineIsHeardInsideALongerWord: the words of which red lines are made mean nothing inside a figure, a link or a name.
func TestNoRedLineIsHeardInsideALongerWord(t *testing.T) {
	t.Parallel()
	var texts []string
	for _, word := range redLineWords(t) {
		runes := []rune(word)
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789.") == "" {
			texts = append(texts, "见 https://kf.example.com/"+word+"/help.html", "网址是www."+word+".com", "看 shop.cn/a?b="+word+"&c=1", "单号AB9"+word+"的那件",
				"型号x"+word, "邮箱是a"+word+"@"+word+"b.com")
		}
		if v, ok := text.ReadValue(runes, 0); ok && v.End == len(runes) {
			texts = append(texts, "一共三千"+word, "今晚二"+word+"前", word+"百六十二元", word+"半前给您")
		}
	}
	t.Logf("%d texts", len(texts))
	atMost(t, 0, len(texts), breaches(texts, func(reply string) string {
		if f := scoring.Default().Hear(nil, []string{reply}); f.RedLines.Without(fact.RedLineSet(fact.Robotic)) != 0 {
			return fmt.Sprintf("%s%s: %s", f.RedLines, heardBy(f), reply)
		}
		return ""
	}))
}

// redLineWords are sayings that fit a form of a red line, from the files of the lexicon: each word of a form once, with the
// first words of its other items. Forms that lean on a class are left out.
func redLineWords(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../lexicon/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, frame := range strings.Split(string(data), "[[frame]]")[1:] {
			frame, _, _ = strings.Cut(frame, "\n[[")
			is := isOf.FindStringSubmatch(frame)
			if is == nil {
				continue
			}
			if _, ok := fact.RedLineByName(is[1]); !ok {
				continue
			}
			for _, form := range quoted.FindAllString(formsOf.FindString(frame), -1) {
				for _, saying := range sayings(strings.Trim(form, `"`)) {
					seen[saying] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

var (
	isOf    = regexp.MustCompile(`(?m)^is = "(.*)"`)
	formsOf = regexp.MustCompile(`(?ms)^form = (\[.*?\]$|".*?"$)`)
	quoted  = regexp.MustCompile(`"[^"]*"`)
)

// sayings are the texts that one form fits.
func sayings(form string) []string {
	var items [][]string
	for field := range strings.FieldsSeq(form) {
		if field[0] == '~' || field == "^" || field == "$" {
			continue
		}
		words := slices.DeleteFunc(strings.Split(strings.TrimSuffix(field, "?"), "|"), func(w string) bool { return w[0] == '<' || w == "$" })
		if len(words) == 0 {
			return nil
		}
		items = append(items, words)
	}
	var out []string
	for i := range items {
		for _, word := range items[i] {
			text := ""
			for k := range items {
				if k == i {
					text += word
				} else {
					text += items[k][0]
				}
			}
			out = append(out, text)
		}
	}
	return out
}
