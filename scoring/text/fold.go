package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shouxiang/scoring/layout"
)

// Folder turns text into the one spelling the lexicon is written in: NFKC, narrow, lower case, simplified, without
// invisible characters, the commonest typing slips mended. Lexicon, scenario patterns and replies all pass it.
// Each folded rune knows which code points of the source it came from.
type Folder struct {
	Table   []uint16            // BMP: what a rune becomes; 0 = drop it, slowRune = look closer
	extra   map[rune]rune       // the same outside the BMP, where one simplified rune answers
	Words   map[rune]string     // emoji that say something, as words
	trad    map[rune][]spelling // traditional phrases by first rune, longest first
	slips   map[rune][]spelling // typing slips by first folded rune, longest first
	phrased []uint64            // bitmap of runes that begin a traditional phrase
	slipped []uint64            // bitmap of runes that begin a slip
	pairs   []uint64            // bitmap of what both begin with: two runes, or one and 0; some others share a bit
}

// spelling is a phrase that is written otherwise.
type spelling struct{ from, to string }

// SlowRune marks a rune that the table cannot answer alone. It is a noncharacter, never a folding result.
const SlowRune = 0xFFFF

// Folded is text after folding. from and to are half-open code-point offsets of the source, one pair a rune.
type Folded struct {
	Runes    []rune
	From, To []int32
	Length   int // code points of the source
}

func (f *Folded) reset() {
	f.Runes, f.From, f.To, f.Length = f.Runes[:0], f.From[:0], f.To[:0], 0
}

func (f *Folded) add(r rune, from, to int) {
	f.Runes = append(f.Runes, r)
	f.From = append(f.From, int32(from))
	f.To = append(f.To, int32(to))
}

func NewFolder() *Folder {
	fd := &Folder{
		Table:   make([]uint16, 1<<16),
		extra:   map[rune]rune{},
		Words:   map[rune]string{},
		trad:    map[rune][]spelling{},
		slips:   map[rune][]spelling{},
		phrased: make([]uint64, 1<<16/64),
		slipped: make([]uint64, 1<<16/64),
		pairs:   make([]uint64, 1<<16/64),
	}
	fd.fillTable()
	pairs := []rune(traditionalChars)
	for i := 0; i+1 < len(pairs); i += 2 {
		if from, to := pairs[i], pairs[i+1]; from < 1<<16 && to < 1<<16 {
			fd.Table[from] = uint16(to)
		} else {
			fd.extra[from] = to
		}
	}
	for pair := range strings.FieldsSeq(traditionalPhrases) {
		from, to, _ := strings.Cut(pair, "=")
		fd.addSpelling(fd.trad, fd.phrased, from, to)
	}
	return fd
}

// fillTable writes the folding of BMP runes before the traditional table: cheap ranges, the rest slow.
func (fd *Folder) fillTable() {
	for r := range fd.Table {
		fd.Table[r] = SlowRune
	}
	set := func(from, to rune, fold func(r rune) rune) {
		for r := from; r <= to; r++ {
			fd.Table[r] = uint16(fold(r))
		}
	}
	same := func(r rune) rune { return r }
	space := func(rune) rune { return ' ' }
	drop := func(rune) rune { return 0 }
	set(0, ' ', space)
	set('!', '~', unicode.ToLower)
	set(0x4e00, 0x9fff, same)
	set(0xff01, 0xff5e, func(r rune) rune { return unicode.ToLower(r - 0xfee0) })
	fd.Table['\n'] = '\n'
	for _, r := range []rune{0x7f, 0xa0, 0x3000} {
		fd.Table[r] = ' '
	}
	for _, span := range [][2]rune{{0xad, 0xad}, {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2069}, {0x20e3, 0x20e3},
		{0xd800, 0xdfff}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}} {
		set(span[0], span[1], drop)
	}
	for from, to := range punctuation {
		fd.Table[from] = uint16(to)
	}
}

// punctuation brings the marks that NFKC leaves alone to one form each.
var punctuation = map[rune]rune{
	'。': '。', '｡': '。', '、': ',', '〜': '~', '∼': '~', '～': '~', '—': '-', '–': '-', '―': '-', '…': '…', '⋯': '…',
	'“': '「', '”': '」', '„': '「', '「': '「', '」': '」', '『': '「', '』': '」', '｢': '「', '｣': '」', '〝': '「', '〞': '」',
	'‘': '「', '’': '」', '【': '【', '】': '】', '〔': '【', '〕': '】', '《': '《', '》': '》', '〈': '《', '〉': '》', '·': '·', '•': '·',
}

// addSpelling files a spelling under its first rune, longer ones first, and marks what it begins with.
func (fd *Folder) addSpelling(m map[rune][]spelling, first []uint64, from, to string) {
	r, size := utf8.DecodeRuneInString(from)
	list := m[r]
	at := 0
	for at < len(list) && len(list[at].from) >= len(from) {
		at++
	}
	m[r] = slices.Insert(list, at, spelling{from, to})
	if r < 1<<16 {
		first[r>>6] |= 1 << (r & 63)
	}
	second := rune(0)
	if size < len(from) {
		second, _ = utf8.DecodeRuneInString(from[size:])
	}
	word, bit := pairBit(r, second)
	fd.pairs[word] |= bit
}

// pairBit is where two runes have their bit.
func pairBit(a, b rune) (at uint16, bit uint64) {
	h := uint16(a*31 + b)
	return h >> 6, 1 << (h & 63)
}

// mayBegin reports whether a spelling may begin with the rune and the one that follows it.
func (fd *Folder) mayBegin(r rune, rest string) bool {
	if at, bit := pairBit(r, 0); fd.pairs[at]&bit != 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	at, bit := pairBit(r, next)
	return fd.pairs[at]&bit != 0
}

// AddSlip teaches a typing slip; both sides are folded already.
func (fd *Folder) AddSlip(from, to string) { fd.addSpelling(fd.slips, fd.slipped, from, to) }

// Layout leads over what a lexicon taught the folder; what NewFolder knows by itself is not written.
func (fd *Folder) Layout(w *layout.Walk) {
	layout.Map(w, &fd.Words, layout.Number, layout.Text)
	layout.Map(w, &fd.slips, layout.Number, func(w *layout.Walk, list *[]spelling) {
		layout.List(w, list, func(w *layout.Walk, s *spelling) {
			layout.Text(w, &s.from)
			layout.Text(w, &s.to)
		})
	})
	layout.List(w, &fd.slipped, layout.Bits)
	layout.List(w, &fd.pairs, layout.Bits)
}

// Fold appends the folded text to out, which is reset first.
func (fd *Folder) Fold(out *Folded, text string) {
	out.reset()
	fd.plain(out, text)
	fd.mend(out)
}

// plain does everything but the slips.
func (fd *Folder) plain(out *Folded, text string) {
	at := 0 // code points before i
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		to := uint16(SlowRune)
		if r < 1<<16 {
			to = fd.Table[r]
		}
		if to == SlowRune {
			n, m := fd.slow(out, text[i:], r, at)
			i, at = i+n, at+m
			continue
		}
		if fd.phrased[r>>6]&(1<<(r&63)) != 0 {
			if n, m := fd.phrase(out, fd.trad[r], text[i:], at); n > 0 {
				i, at = i+n, at+m
				continue
			}
		}
		if to != 0 {
			out.add(rune(to), at, at+1)
		}
		i, at = i+size, at+1
	}
	out.Length = at
}

// phrase takes a traditional phrase at the head of rest; n bytes and m code points were used.
func (fd *Folder) phrase(out *Folded, list []spelling, rest string, at int) (n, m int) {
	for _, s := range list {
		if !strings.HasPrefix(rest, s.from) {
			continue
		}
		m = utf8.RuneCountInString(s.from)
		k := 0
		for _, r := range s.to {
			out.add(r, at+k, at+k+1)
			k = min(k+1, m-1)
		}
		return len(s.from), m
	}
	return 0, 0
}

// slow folds one normalisation segment: n bytes and m code points of rest were used.
func (fd *Folder) slow(out *Folded, rest string, r rune, at int) (n, m int) {
	if word, ok := fd.Words[r]; ok {
		for _, w := range word {
			out.add(w, at, at+1)
		}
		return len(string(r)), 1
	}
	n = max(norm.NFKC.NextBoundaryInString(rest, true), 1)
	segment := rest[:n]
	m = len([]rune(segment))
	for _, k := range norm.NFKC.String(segment) {
		k = unicode.ToLower(k)
		switch to, ok := fd.extra[k]; {
		case ok:
			out.add(to, at, at+m)
		case k < 1<<16 && fd.Table[k] == 0, unicode.In(k, unicode.Mn, unicode.Sk, unicode.Cf):
		case k < 1<<16 && fd.Table[k] != SlowRune:
			out.add(rune(fd.Table[k]), at, at+m)
		case unicode.IsLetter(k) || unicode.IsDigit(k):
			out.add(k, at, at+m)
		default: // a symbol: it parts words like a space
			out.add(' ', at, at+m)
		}
	}
	return n, m
}

// mend replaces typing slips in place, longest first.
func (fd *Folder) mend(t *Folded) {
	for i := 0; i < len(t.Runes); i++ {
		r := t.Runes[i]
		if r >= 1<<16 || fd.slipped[r>>6]&(1<<(r&63)) == 0 {
			continue
		}
		for _, s := range fd.slips[r] {
			if n := utf8.RuneCountInString(s.from); HasWord(t.Runes, i, s.from) && t.apart(i, n) {
				to := []rune(s.to)
				t.splice(i, n, to)
				i += len(to) - 1
				break
			}
		}
	}
}

// apart reports that a slip of letters or digits (qu, 8行) does not stand inside a longer word or number.
func (t *Folded) apart(i, n int) bool {
	joins := func(a, b rune) bool { return a < 0x80 && b < 0x80 && isWordRune(a) && isWordRune(b) }
	return !(i > 0 && joins(t.Runes[i-1], t.Runes[i])) && !(i+n < len(t.Runes) && joins(t.Runes[i+n-1], t.Runes[i+n]))
}

func isWordRune(r rune) bool { return IsDigit(r) || r >= 'a' && r <= 'z' }

// splice writes the runes of to over n runes at i. Where the lengths differ each new rune stands for the whole.
func (t *Folded) splice(i, n int, to []rune) {
	if len(to) == n {
		copy(t.Runes[i:], to)
		return
	}
	from, end := t.From[i], t.To[i+n-1]
	var tail Folded
	tail.Runes = append(tail.Runes, t.Runes[i+n:]...)
	tail.From = append(tail.From, t.From[i+n:]...)
	tail.To = append(tail.To, t.To[i+n:]...)
	t.Runes, t.From, t.To = t.Runes[:i], t.From[:i], t.To[:i]
	for _, r := range to {
		t.add(r, int(from), int(end))
	}
	t.Runes = append(t.Runes, tail.Runes...)
	t.From = append(t.From, tail.From...)
	t.To = append(t.To, tail.To...)
}

func HasRunes(text, prefix []rune) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i, r := range prefix {
		if text[i] != r {
			return false
		}
	}
	return true
}

// Same reports text that folding leaves as it is, cheaply; false may be wrong, true never is.
func (fd *Folder) Same(text string) bool {
	for i, r := range text {
		if r >= 1<<16 || fd.Table[r] != uint16(r) {
			return false
		}
		flag := uint64(1) << (r & 63)
		if (fd.phrased[r>>6]|fd.slipped[r>>6])&flag == 0 || !fd.mayBegin(r, text[i+utf8.RuneLen(r):]) {
			continue
		}
		if begins(fd.trad[r], text[i:]) || begins(fd.slips[r], text[i:]) {
			return false
		}
	}
	return true
}

func begins(list []spelling, text string) bool {
	for _, s := range list {
		if strings.HasPrefix(text, s.from) {
			return true
		}
	}
	return false
}

// FoldString is the folded form alone, for words of the lexicon and of scenarios.
func (fd *Folder) FoldString(text string) string {
	var out Folded
	fd.Fold(&out, text)
	return string(out.Runes)
}

func IsMark(r rune) bool {
	switch r {
	case '。', ',', '!', '?', ';', ':', '~', '.', '…', '-', '「', '」', '【', '】', '《', '》', '·', '(', ')', '"', '\n':
		return true
	}
	return false
}
