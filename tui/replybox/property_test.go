package replybox

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// What random texts are made of. Everything in it survives cleaning.
var pool = []string{
	"中", "文", "您好", "马上给您催", "，", "。", "！", "？", "“", "”", "（", "）", "《", "》", "…", "……", "——", "、",
	"a", "bc", "GitHub", "SF1234567890", "3.5", "50%", "e-mail", "$9", ",", ".", "(", ")", "'",
	" ", " ", "　", "\n", "\n", "かな", "カナー", "한국",
	"😀", "👨‍👩‍👧", "👍🏽", "🇨🇳", "🇨", "❤️", "1️⃣", "e\u0301", "葛󠄀", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
}

// What joins or vanishes depending on where it lands.
var joining = []string{"\u0301", "\u200d", "👩", "\ufe0f", "🏽", "🇨", "🇳", "\u20e3", "ᄒ", "ᅡ", "ᆫ", "\u200b"}

// session drives a box with a stream of numbers and checks it after every step.
type session struct {
	t    testing.TB
	b    *Box
	next func(n int) int
	seen map[string]bool // every text there has been since the last Reset
	size int             // Len by the counters
	any  bool            // the text is not made of the pool, which the rules are retold for
}

func newSession(t testing.TB, next func(int) int) *session {
	return &session{t: t, b: New(minWidth+next(40), 1+next(6)), next: next, seen: map[string]bool{"": true}}
}

func (s *session) step() string {
	b := s.b
	switch s.next(26) {
	case 0, 1, 2, 3, 4, 5, 6, 7:
		return s.insert(pool[s.next(len(pool))], (*Box).Insert)
	case 8:
		text := ""
		for range s.next(12) {
			text += pool[s.next(len(pool))]
		}
		return s.insert(text, (*Box).Paste)
	case 9, 10:
		text := joining[s.next(len(joining))]
		b.Insert(text)
		return fmt.Sprintf("insert %+q", text)
	case 11:
		b.InsertPhrase("{称呼}，今天{时限}前回您{x}")
		return "phrase"
	case 12:
		switch s.next(30) {
		case 0:
			b.Reset()
			s.seen, s.size = map[string]bool{"": true}, 0
			return "reset"
		case 1:
			b.SetLimit(s.next(60))
			return "limit"
		case 2:
			b.SetMethod(ansi.Method(s.next(2)))
			return "method"
		}
		b.SetSize(minWidth+s.next(50), 1+s.next(6))
		return fmt.Sprintf("size %d×%d", b.width, b.height)
	case 13:
		return s.backspace()
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range keys {
			if !yield(name) {
				return
			}
		}
	})
	names = append(names, "tab")
	name := names[s.next(len(names))]
	b.Key(name)
	return name
}

// insert checks against plain strings: the text stands where the caret was.
func (s *session) insert(text string, put func(*Box, string) int) string {
	b := s.b
	i, j := b.selection()
	if text == "" {
		j = i // nothing takes no slot's place
	}
	before, behind := join(b.text[:i]), join(b.text[j:])
	dropped := put(b, text)
	if b.limit == 0 && (dropped != 0 || b.Value() != before+text+behind) {
		s.t.Fatalf("insert %q into %q|%q: %q, dropped %d", text, before, behind, b.Value(), dropped)
	}
	if b.limit > 0 && !strings.HasPrefix(b.Value(), before) {
		s.t.Fatalf("insert %q changed the text before the caret: %q, was %q", text, b.Value(), before)
	}
	return fmt.Sprintf("insert %q", text)
}

// backspace checks that exactly the cluster before the caret goes.
func (s *session) backspace() string {
	b := s.b
	if i, j := b.selection(); i == j && i > 0 && b.text[i-1].slot == 0 {
		want := join(b.text[:i-1]) + join(b.text[i:])
		b.Backspace()
		if b.Value() != want {
			s.t.Fatalf("backspace left %q, want %q", b.Value(), want)
		}
		return "backspace"
	}
	b.Backspace()
	return "backspace"
}

func (s *session) check(did string) {
	s.t.Helper()
	b := s.b
	fail := func(format string, a ...any) {
		s.t.Helper()
		s.t.Fatalf("after %s in %d×%d, text %q, caret %v: %s", did, b.width, b.height, b.Value(), b.at, fmt.Sprintf(format, a...))
	}
	s.checkText(fail)
	s.checkRows(fail)
	s.checkCaret(fail)
	checkDrawn(b, fail)
	s.seen[b.Value()] = true
}

type failer func(format string, a ...any)

func (s *session) checkText(fail failer) {
	b, v := s.b, s.b.Value()
	again := split(v, Typed)
	if !slices.EqualFunc(b.text, again, func(x, y cluster) bool { return x.s == y.s && x.cells == y.cells && x.kind == y.kind }) {
		fail("the stored clusters are not those of the text")
	}
	if n := uniseg.GraphemeClusterCount(v); n != b.Len() {
		fail("Len %d, uniseg counts %d", b.Len(), n)
	}
	if c := b.Counts(); c.Typed+c.Pasted+c.Phrase != b.Len() {
		fail("counts %v do not add up to %d", c, b.Len())
	}
	added, removed := b.Delta()
	if s.size += added - removed; s.size != b.Len() {
		fail("deltas add up to %d, Len is %d", s.size, b.Len())
	}
	for i := range b.text {
		if b.text[i].cells[0] == 0 && b.text[i].s != "\n" {
			fail("hidden character %+q", b.text[i].s)
		}
	}
	if clean("", v) != v {
		fail("text is not clean: %+q", v)
	}
	if b.limit == 0 {
		c := New(b.width, b.height)
		if c.Paste(v); c.Value() != v || c.Len() != b.Len() {
			fail("does not round-trip: %q", c.Value())
		}
	}
}

// shut and open are the rule, told a second time for the characters of the pool.
const shut, open = "，。！？”）》…、,.)%}ー", "“（《($\u007b"

func starts(s, set string) bool { return strings.ContainsRune(set, []rune(s)[0]) }

func isASCIIWord(s string) bool {
	c := s[0]
	return len(s) == 1 && (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

func (s *session) checkRows(fail failer) {
	b := s.b
	var all strings.Builder
	for y, r := range b.rows {
		all.WriteString(join(b.text[r.a:r.b]))
		if w := b.column(r, r.b); w > b.width {
			fail("row %d is %d wide", y, w)
		}
		if y+1 == len(b.rows) {
			break
		}
		next := b.rows[y+1]
		if next.a > r.b {
			all.WriteString("\n")
			continue
		}
		if next.b > next.a && !s.any {
			s.checkBreak(r, next.a, fail)
		}
	}
	if all.String() != b.Value() {
		fail("the rows are %q", all.String())
	}
	for y, line := range b.Lines() {
		if w := b.method.StringWidth(line); w > b.width {
			fail("line %d is %d wide: %q", y, w, line)
		}
	}
	if n := len(b.Lines()); n != b.height {
		fail("%d lines", n)
	}
}

// checkBreak looks at a row that was broken before cluster k.
func (s *session) checkBreak(r row, k int, fail failer) {
	b := s.b
	bad := func(k int) bool {
		x, y := b.text[k-1].s, b.text[k].s
		return starts(y, shut) || starts(x, open) || x == y && (x == "…" || x == "—")
	}
	if bad(k) {
		for j := r.a + 1; j < k; j++ {
			if !bad(j) {
				fail("row %q breaks before %q, needlessly", join(b.text[r.a:r.b]), b.text[k].s)
			}
		}
	}
	if isASCIIWord(b.text[k-1].s) && isASCIIWord(b.text[k].s) {
		i, j := k-1, k+1
		part := func(s string) bool {
			r := []rune(s)[0]
			return r > ' ' && r < 0x80 || starts(s, shut+open) || unicode.In(r, unicode.Hangul, unicode.Latin)
		}
		for i > 0 && (part(b.text[i-1].s)) {
			i--
		}
		for j < len(b.text) && part(b.text[j].s) {
			j++
		}
		if w := b.method.StringWidth(join(b.text[i:j])); w <= b.width {
			fail("the word %q was cut", join(b.text[i:j]))
		}
	}
	// Greedy: what stands at the start of the next row did not fit any more.
	j := k + 1
	for j < len(b.text) && b.text[j].s != "\n" && hold(b.text, j) != loose {
		j++
	}
	if w := b.column(row{r.a, j}, j); w <= b.width {
		fail("%q would have fitted on row %q", join(b.text[k:j]), join(b.text[r.a:r.b]))
	}
}

func (s *session) checkCaret(fail failer) {
	b := s.b
	x, y := b.Cursor()
	if x < 0 || x >= b.width || y < 0 || y >= b.height {
		fail("cursor at %d,%d", x, y)
	}
	if b.at.pos < 0 || b.at.pos > b.Len() || b.insideSlot(b.at.pos) {
		fail("caret in a wrong place")
	}
	if b.at.slot != 0 && b.text[b.at.pos].slot != b.at.slot {
		fail("selected slot is not at the caret")
	}
	before := ""
	for _, c := range b.text[b.rows[b.top+y].a:b.at.pos] {
		if int(c.cells[b.method]) > b.width {
			c.s = standIn
		}
		before += c.s
	}
	if w := b.method.StringWidth(before); w != x || !strings.HasPrefix(b.Lines()[y], before) {
		fail("cursor at %d, but %q (%d cells) is before it", x, before, w)
	}
	if b.top+b.height > len(b.rows) && b.top > 0 {
		fail("rows are hidden above while there is room")
	}
	for _, m := range b.Marks() {
		if m.From < 0 || m.To <= m.From || m.To > b.width || m.Row >= b.height {
			fail("mark %+v", m)
		}
	}
}

// checkDrawn lets the renderer's own buffer draw the lines: every visible cluster must be in the cell where the box
// says it is.
func checkDrawn(b *Box, fail failer) {
	buf := uv.NewScreenBuffer(b.width, b.height)
	buf.Method = b.method
	uv.NewStyledString(strings.Join(b.Lines(), "\n")).Draw(buf, buf.Bounds())
	for y := range b.height {
		if b.top+y >= len(b.rows) {
			return
		}
		r := b.rows[b.top+y]
		for p := r.a; p < r.b; p++ {
			want := b.text[p].s
			if int(b.text[p].cells[b.method]) > b.width {
				want = standIn
			}
			x := b.column(r, p)
			if have := buf.CellAt(x, y); have == nil || have.Content != want {
				fail("cell %d,%d shows %v, not %q", x, y, have, want)
			}
		}
	}
}

// checkHistory undoes everything and redoes it.
func (s *session) checkHistory() {
	s.t.Helper()
	b := s.b
	for b.Redo() {
		s.check("redo")
	}
	type state struct {
		text   []cluster
		counts Counts
		open   []string
	}
	now := func() state { return state{slices.Clone(b.text), b.Counts(), b.OpenSlots()} }
	want, undone := now(), 0
	for ; b.Undo(); undone++ {
		if !s.seen[b.Value()] {
			s.t.Fatalf("undo made a text that never was: %q", b.Value())
		}
		s.check("undo")
	}
	if !b.Empty() || b.at != (caret{}) {
		s.t.Fatalf("undone to %q, caret %v", b.Value(), b.at)
	}
	for b.Redo() {
		undone--
		s.check("redo")
	}
	have := now()
	if undone != 0 || !slices.Equal(have.text, want.text) || have.counts != want.counts || !slices.Equal(have.open, want.open) {
		s.t.Fatalf("redone to %v, want %v, %d groups apart", have, want, undone)
	}
}

func TestRandomEditingKeepsEveryPromise(t *testing.T) {
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		s := newSession(t, r.Intn)
		for i := range 150 {
			s.check(s.step())
			if i%75 == 74 {
				s.checkHistory()
			}
		}
		s.checkHistory()
	}
}
