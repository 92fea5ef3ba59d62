package scenarios

import "strings"

// Found is one entry of the 知识库 that a search gave.
type Found struct {
	Snippet
	Expired bool // its last day has passed
	Early   bool // its first day is still to come
}

// Search looks through the scenario's 后台 line and its pack's policy snippets: every word must occur in title or text,
// no word after a "-" may. Case does not matter; no words give everything. today is "2006-01-02". What holds today comes
// first, in the pack's order.
func Search(sc *Scenario, query, today string) []Found {
	var holds, past []Found
	all := []Snippet{{Title: "后台", Text: sc.Background}}
	if sc.Pack != nil {
		all = append(all, sc.Pack.Policy...)
	}
	for _, s := range all {
		if s.Text == "" || !matches(s, query) {
			continue
		}
		f := Found{Snippet: s, Expired: s.To != "" && s.To < today, Early: s.From != "" && s.From > today}
		if f.Expired || f.Early {
			past = append(past, f)
		} else {
			holds = append(holds, f)
		}
	}
	return append(holds, past...)
}

func matches(s Snippet, query string) bool {
	text := strings.ToLower(s.Title + "\n" + s.Text)
	for _, word := range strings.Fields(strings.ToLower(strings.ReplaceAll(query, "－", "-"))) {
		if not, ok := strings.CutPrefix(word, "-"); ok {
			if not != "" && strings.Contains(text, not) {
				return false
			}
			continue
		}
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
