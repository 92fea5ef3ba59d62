package replybox

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Origin tells how a grapheme came into the box.
type Origin uint8

// The origins.
const (
	Typed  Origin = iota // by the keyboard, an IME commit included
	Pasted               // by a paste, or set by the program
	Phrase               // as part of a stored phrase
)

// cluster is one grapheme cluster, the unit of the editor.
type cluster struct {
	s      string
	cells  [2]uint8 // its width by ansi.WcWidth and by ansi.GraphemeWidth
	kind   kind
	origin Origin
	slot   int32 // the slot it belongs to, 0 = none
}

// kind holds what row breaking and word moves need to know of a cluster.
type kind uint8

const (
	newline   kind = 1 << iota
	blank          // space, ideographic space
	ideograph      // Han and kana: a row may break on both sides
	word           // letters and digits of scripts that are written in words
	joiner         // belongs to a word when it stands inside one: 3.5, e-mail, it's
	closing        // may not start a row
	opening        // may not end a row
	paired         // the halves of …… and —— stay together
)

const (
	closers = "，。、；：？！）》」』】〕〉〗〙〛”’…·・～〜々ー｡､｣，．：；？！）］｝｠％‰°℃′″%,.;:?!)]}»›"
	openers = "（《「『【〔〈〖〘〚“‘｢［｛｟￥＄([{¥$€£«‹"
	joiners = ".,:'’-/@_&+=#~\\"
	pairs   = "…—─"
)

func kindOf(s string) kind {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '\n':
		return newline
	case r == ' ' || r == '\u3000':
		return blank
	case r >= 0x4e00 && r <= 0x9fff:
		return ideograph
	}
	var k kind
	if strings.ContainsRune(closers, r) {
		k |= closing
	}
	if strings.ContainsRune(openers, r) {
		k |= opening
	}
	if strings.ContainsRune(joiners, r) {
		k |= joiner
	}
	if strings.ContainsRune(pairs, r) {
		k |= paired
	}
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー':
		k |= ideograph
	case unicode.IsLetter(r) || unicode.IsNumber(r) || r == '*' || r == '#':
		k |= word // the stars of a masked number belong to it
	}
	return k
}

func newCluster(s string, o Origin) cluster {
	return cluster{
		s:      s,
		cells:  [2]uint8{cellsOf(ansi.WcWidth, s), cellsOf(ansi.GraphemeWidth, s)},
		kind:   kindOf(s),
		origin: o,
	}
}

func cellsOf(m ansi.Method, s string) uint8 {
	return uint8(min(m.StringWidth(s), 255))
}

// first cuts the first grapheme cluster off s. It is the renderer's own cutter, not uniseg's, because a cluster must be
// what the renderer makes one cell of (they differ in Indic conjuncts); the bounds do not depend on the method.
func first(s string) string {
	if len(s) > 0 && s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1] // no ASCII character joins another, "\r" having been cleaned away
	}
	c, _ := ansi.FirstGraphemeCluster(s, ansi.WcWidth)
	return c
}

// split cuts clean text into clusters.
func split(text string, o Origin) []cluster {
	out := make([]cluster, 0, utf8.RuneCountInString(text))
	for text != "" {
		s := first(text)
		text = text[len(s):]
		out = append(out, newCluster(s, o))
	}
	return out
}

// Terminal sequences as a whole; of one that does not end only the introducer goes, since what follows may be text.
var sequences = regexp.MustCompile(`(?s)(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x{9d}\x{90}\x{98}\x{9e}\x{9f}]).*?(?:\x07|\x1b\\|\x{9c})|\x1b[ -/]*[0-~]`)

const zwj = '\u200d'

// clean takes out of text everything that does not show: terminal sequences, controls, bidi controls, zero-width and
// other ignorable characters, and marks without a base. Every line end becomes "\n", every odd blank a space. left is
// the cluster that text will stand behind, "" at the start of a line; a mark may belong to it.
func clean(left, text string) string {
	if strings.ContainsAny(text, "\x1b\u0090\u0098\u009b\u009d\u009e\u009f") {
		text = sequences.ReplaceAllLiteralString(text, "")
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = left + strings.Map(cleanRune, text)
	for {
		// To drop one cluster may bring two together that join: go on until nothing is left to drop.
		t := dropHidden(text)
		if len(t) == len(text) {
			return t[len(left):]
		}
		text = t
	}
}

func cleanRune(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f || r >= 0x4e00 && r <= 0x9fff:
		return r
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\t' || unicode.Is(unicode.Zs, r) && r != '\u3000':
		return ' '
	case r == zwj || isTag(r):
		return r // dropHidden decides
	case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Noncharacter_Code_Point):
		return -1
	}
	return r
}

// Tags spell the region of a flag: 🏴 and then "gbeng".
func isTag(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }

// dropHidden drops clusters without a width, the joiners of what is no emoji and the tags of what is no flag.
func dropHidden(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	for rest := text; rest != ""; {
		s := first(rest)
		rest = rest[len(s):]
		if s[0] < utf8.RuneSelf && len(s) == 1 {
			out.WriteString(s)
			continue
		}
		s = tidy(s)
		if ansi.WcWidth.StringWidth(s) > 0 && ansi.GraphemeWidth.StringWidth(s) > 0 {
			out.WriteString(s)
		}
	}
	return out.String()
}

func tidy(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == zwj || isTag(r) }) {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	const woman = "👩"
	joined := s[:size] + string(zwj) + woman
	emoji := len(first(joined)) == len(joined)
	kept := rune(0)
	return strings.Map(func(r rune) rune {
		if r == zwj && !emoji || isTag(r) && kept != '🏴' && !isTag(kept) {
			return -1
		}
		kept = r
		return r
	}, s)
}
