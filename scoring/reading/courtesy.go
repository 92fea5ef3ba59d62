package reading

import (
	"slices"
	"strings"

	"shouxiang/scoring/text"
)

// Courtesy is a greeting or a thanks at the edge of a reply. It is no part of what is read: what is said means the same with it and
// without. Start and End are code points of the original.
type Courtesy struct {
	Word       string
	Start, End int
}

// Words of courtesy at the beginning, each followed by a mark, and at the end, each after one.
var (
	hellos = []string{"您好", "你好", "您好呀", "你好呀", "您好哦", "哈喽", "嗨", "hello", "hi", "亲", "亲亲", "亲您好", "您好亲", "亲爱的"}
	thanks = []string{"谢谢", "谢谢您", "谢谢亲", "谢谢您了", "多谢", "谢谢哦", "谢谢哈"}
)

// setAside takes words of courtesy off both ends, unless nothing else would be left or the scenario asks for them or forbids them.
func setAside(r *Reading) {
	r.Courtesies, r.Values = r.Courtesies[:0], r.Values[:0]
	for {
		from, word := helloEnd(r)
		if word == "" || !slices.ContainsFunc(r.Text.Runes[from:], isSaid) || r.M != nil && r.M.wants(word) {
			break
		}
		aside(r, word, 0, len([]rune(word)))
		r.Text.Runes, r.Text.From, r.Text.To = r.Text.Runes[from:], r.Text.From[from:], r.Text.To[from:]
	}
	if at, word := thanksStart(r); word != "" && slices.ContainsFunc(r.Text.Runes[:at], isSaid) && !(r.M != nil && r.M.wants(word)) {
		aside(r, word, at, at+len([]rune(word)))
		r.Text.Runes, r.Text.From, r.Text.To = r.Text.Runes[:at], r.Text.From[:at], r.Text.To[:at]
		trim(r)
	}
}

func aside(r *Reading, word string, start, end int) {
	from, to := border(r, int(r.Text.From[start]), int(r.Text.To[end-1]))
	r.Courtesies = append(r.Courtesies, Courtesy{word, from, to})
}

// wants reports a word that a pattern of the author finds by itself.
func (m *Matter) wants(word string) bool {
	for _, list := range [][]Pattern{m.Forbid, m.Must, m.Jargon, m.Wrong} {
		for i := range list {
			if list[i].in(word) {
				return true
			}
		}
	}
	for i := range m.Hear {
		if m.Hear[i].Pattern.in(word) {
			return true
		}
	}
	return false
}

// in reports a pattern that a word alone satisfies.
func (p *Pattern) in(word string) bool {
	alone := Reading{Text: text.Folded{Runes: []rune(word)}}
	found := false
	alone.Each(p, func(int, int) bool { found = true; return false })
	return found
}

// helloEnd is where the reply goes on behind a greeting and its marks; "" when it begins with none.
func helloEnd(r *Reading) (int, string) {
	runes := r.Text.Runes
	for _, word := range hellos {
		end := len([]rune(word))
		if !text.HasWord(runes, 0, word) || end >= len(runes) || !isEdge(runes[end]) {
			continue
		}
		for end < len(runes) && isEdge(runes[end]) {
			end++
		}
		return end, word
	}
	return 0, ""
}

// thanksStart is where a thanks at the end begins; "" when there is none behind a mark.
func thanksStart(r *Reading) (int, string) {
	runes := r.Text.Runes
	end := len(runes)
	for end > 0 && isEdge(runes[end-1]) {
		end--
	}
	for _, word := range thanks {
		if at := end - len([]rune(word)); at > 0 && text.HasWord(runes, at, word) && isEdge(runes[at-1]) {
			return at, word
		}
	}
	return 0, ""
}

// Greets reports a greeting, not just a name (亲).
func (c *Courtesy) Greets() bool {
	return strings.HasSuffix(c.Word, "好") || strings.ContainsAny(c.Word, "呀哦嗨喽h")
}

// isEdge reports a mark that parts courtesy from the rest; a question mark does not: 谢谢？ is no thanks.
func isEdge(c rune) bool {
	switch c {
	case ',', '。', '!', '~', ' ', '\n', '…', '.':
		return true
	}
	return false
}

func isSaid(c rune) bool { return !text.IsMark(c) && c != ' ' && !IsParticle(c) }
