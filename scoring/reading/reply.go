package reading

import (
	"math/bits"
	"slices"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Reading is one reply taken apart: folded text, clauses, tokens, frames that fit. It is scratch of one Hear and is
// never shared.
type Reading struct {
	S          *lexicon.Lexicon
	M          *Matter // may be nil
	Text       text.Folded
	Clauses    []Clause
	At         []int16 // rune → clause
	first      []int32 // clause → its first token; one more entry for the end
	Quoted     []bool  // rune → inside quotation marks; nil when there are none
	Tokens     []Token
	Hits       []text.Hit
	present    []uint64 // symbols of the clause under trial
	whence     []uint64 // symbols of all clauses
	Fits       []Fit
	Matter     [][2]int // runes that name this customer's matter
	Deadlines  []Deadline
	Vows       []Vow        // guarantees of an outcome
	Values     []text.Value // numbers, durations, times, money: in text order
	borders    []int32      // grapheme borders of the original, when some of its code points are joined
	Whole      string       // the original
	stray      []int32      // scratch: spaces that part nothing
	said       []rune       // scratch of echoes
	Courtesies []Courtesy   // greetings and thanks at the edges: not part of the text
}

// Clause is a stretch between two marks of punctuation (or spaces). start and end are runes, half-open.
type Clause struct {
	Start, End int
	Sentence   int
	Question   bool   // it asks
	Cond       bool   // it only says "if"
	Mood       Mood   // how what it says is meant
	cls, cls2  uint64 // code classes of its tokens
}

// Token is a word of the lexicon, or a value, in the reply.
type Token struct {
	Word       int32
	Start, End int32
	Clause     int32
	value      int32  // index of values, or −1
	cls        uint64 // code classes, low half
	cls2       uint64 // code classes, high half
	Dim        bool   // hidden by a longer word: only its overlay classes count
}

// Fit is a frame that matched. start and end are runes.
type Fit struct {
	Frame      int
	Start, End int
	Clause     int
}

// Is reports whether the token belongs to the class of code.
func (t *Token) Is(c lexicon.Class) bool {
	if c < 64 {
		return t.cls&(1<<c) != 0
	}
	return t.cls2&(1<<(c-64)) != 0
}

// Has reports whether the token satisfies a symbol of the forms.
func (r *Reading) Has(t *Token, symbol int) bool {
	if t.Dim && !(symbol < int(lexicon.NumClasses) && t.Is(lexicon.Class(symbol))) {
		return false
	}
	return r.S.Satisfies(t.Word, symbol)
}

// Read takes the text apart.
func (r *Reading) Read(text string) {
	r.Whole, r.borders = text, r.borders[:0]
	r.S.Fold.Fold(&r.Text, text)
	trim(r)
	setAside(r)
	clean(r)
	split(r)
	tokenise(r)
	scopes(r)
	frames(r)
	findMatter(r)
	moods(r)
	findVows(r)
	findDeadlines(r)
}

// trim drops closing marks and spaces that say nothing, so that they cannot change what is heard.
func trim(r *Reading) {
	n := len(r.Text.Runes)
	for n > 0 {
		switch r.Text.Runes[n-1] {
		case ' ', '\n', '。', '!', '~', '.', ',':
			n--
			continue
		}
		break
	}
	r.Text.Runes, r.Text.From, r.Text.To = r.Text.Runes[:n], r.Text.From[:n], r.Text.To[:n]
}

// split finds the clauses.
func split(r *Reading) {
	r.Clauses, r.At = r.Clauses[:0], r.At[:0]
	start, sentence := 0, 0
	runes := r.Text.Runes
	for i, c := range runes {
		kind := r.mark(i)
		if kind == 0 {
			r.At = append(r.At, int16(len(r.Clauses)))
			if cut, asks := r.cutsAfter(i, start); cut {
				closeClause(r, start, i+1, sentence, asks)
				start = i + 1
			}
			continue
		}
		if i > start || c == '?' && len(r.Clauses) > 0 {
			closeClause(r, start, i, sentence, c == '?')
		}
		r.At = append(r.At, int16(max(len(r.Clauses)-1, 0)))
		start = i + 1
		if kind == 2 {
			sentence++
		}
	}
	if start < len(runes) || len(r.Clauses) == 0 {
		closeClause(r, start, len(runes), sentence, false)
	}
}

func closeClause(r *Reading, start, end, sentence int, question bool) {
	if start == end && len(r.Clauses) > 0 { // 。? or ！？ after a clause that is closed already
		r.Clauses[len(r.Clauses)-1].Question = true
		return
	}
	r.Clauses = append(r.Clauses, Clause{Start: start, End: end, Sentence: sentence, Question: question})
}

// mark says whether the rune parts clauses: 0 no, 1 clauses, 2 sentences.
func (r *Reading) mark(i int) int {
	runes := r.Text.Runes
	digit := func(k int) bool { return k >= 0 && k < len(runes) && text.IsDigit(runes[k]) }
	switch runes[i] {
	case '。', '!', '?', ';', '\n', '…':
		return 2
	case ',', '~', ' ', '【', '】':
		return 1
	case '.':
		if digit(i+1) || i > 0 && runes[i-1] < 0x80 && runes[i-1] != ' ' && i+1 < len(runes) && runes[i+1] < 0x80 && runes[i+1] != ' ' {
			return 0
		}
		return 2
	case ':':
		if digit(i-1) && digit(i+1) {
			return 0
		}
		return 1
	}
	return 0
}

// tokenise runs the automaton and the number reader and keeps the longest of nested words.
func tokenise(r *Reading) {
	r.Hits = r.S.Auto.Find(r.Hits[:0], r.Text.Runes)
	r.Tokens = r.Tokens[:0]
	r.Hits = slices.DeleteFunc(r.Hits, r.inLatin)
	for _, h := range r.Hits {
		r.Tokens = append(r.Tokens, Token{Word: h.Word, Start: h.Start, End: h.End, value: -1})
		if twin := r.S.Words[h.Word].Twin; twin >= 0 {
			r.Tokens = append(r.Tokens, Token{Word: twin, Start: h.Start, End: h.End, value: -1})
		}
	}
	readValues(r)
	sortTokens(r.Tokens)
	keepWords(r)
}

// inLatin reports a word of letters that stands in a longer one: kpi in AB9kpix. A last letter said twice (okk) changes nothing.
func (r *Reading) inLatin(h text.Hit) bool {
	runes := r.Text.Runes
	if first := runes[h.Start]; isLatin(first) && h.Start > 0 && (isLatin(runes[h.Start-1]) || text.IsDigit(runes[h.Start-1])) {
		return true
	}
	last := runes[h.End-1]
	return isLatin(last) && int(h.End) < len(runes) && isLatin(runes[h.End]) && runes[h.End] != last
}

// keepWords drops words inside of, or begun inside of, a word before them: 加急 hides 急, 给你 the 你找 that follows.
// Overlay words (phrases of 敷衍, slogans, outcomes) lie over the others: they hide nothing and are never hidden.
func keepWords(r *Reading) {
	out, reach, opened, masked, full := 0, int32(-1), int32(-1), int32(-1), int32(-1)
	for _, t := range r.Tokens {
		kind := r.S.Words[t.Word].Layer
		b := &r.S.Low[r.S.Words[t.Word].Row]
		core := kind&lexicon.CoreLayer != 0
		switch {
		case core && t.Start < reach && kind&lexicon.OverLayer == 0, kind == 0 && t.Start < masked && !(t.Start == opened && t.End == masked), kind&lexicon.OverLayer != 0 && !core && t.End <= full:
			continue
		case core && t.Start < reach:
			t.Dim = true
		case core:
			reach = t.End
			if kind&lexicon.MaskLayer != 0 {
				opened, masked = t.Start, t.End
			}
			if kind&lexicon.FullLayer != 0 {
				full = t.End
			}
		}
		t.cls, t.cls2 = b[0], b[1]
		if t.Dim {
			t.cls, t.cls2 = t.cls&r.S.Overlays[0], t.cls2&r.S.Overlays[1]
		}
		t.Clause = int32(r.At[t.Start])
		r.Tokens[out] = t
		out++
	}
	r.Tokens = r.Tokens[:out]
	r.index()
}

// index notes where the tokens of each clause begin, and of which classes they are.
func (r *Reading) index() {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		c := &r.Clauses[t.Clause]
		c.cls, c.cls2 = c.cls|t.cls, c.cls2|t.cls2
	}
	r.first = r.first[:0]
	k := 0
	for c := range len(r.Clauses) + 1 {
		for k < len(r.Tokens) && int(r.Tokens[k].Clause) < c {
			k++
		}
		r.first = append(r.first, int32(k))
	}
}

// In is the tokens of a clause, and the number of the first.
func (r *Reading) In(c int) ([]Token, int) {
	if c < 0 || c+1 >= len(r.first) {
		return nil, 0
	}
	from, to := r.first[c], r.first[c+1]
	return r.Tokens[from:to], int(from)
}

// sortTokens orders by start, longer ones first. The input is nearly sorted.
func sortTokens(list []Token) {
	for i := 1; i < len(list); i++ {
		t := list[i]
		k := i
		for k > 0 && (list[k-1].Start > t.Start || list[k-1].Start == t.Start && list[k-1].End < t.End) {
			list[k] = list[k-1]
			k--
		}
		list[k] = t
	}
}

// frames tries every frame whose items all occur: in one clause, or anywhere for those that may cross clauses.
func frames(r *Reading) {
	r.Fits = r.Fits[:0]
	r.whence = zeroed(r.whence, r.S.Stride)
	for c := range r.Clauses {
		from, to := int(r.first[c]), int(r.first[c+1])
		r.present = zeroed(r.present, r.S.Stride)
		for i := from; i < to; i++ {
			row := r.S.Words[r.Tokens[i].Word].Row
			first, last := r.S.Begin[row], r.S.Begin[row+1]
			places := r.S.Places[first:last]
			for k, bits := range r.S.Parts[first:last] {
				r.present[places[k]] |= bits
			}
		}
		for k, bits := range r.present {
			r.whence[k] |= bits
		}
		offer(r, r.S.Keyed, r.S.Filed[0], from, to, false)
	}
	r.present, r.whence = r.whence, r.present
	offer(r, r.S.Across, r.S.Filed[1], 0, len(r.Tokens), true)
}

func zeroed(list []uint64, n int) []uint64 {
	if cap(list) < n {
		return make([]uint64, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// offer tries the frames filed under the symbols that are present.
func offer(r *Reading, keyed [][]int32, filed []uint64, from, to int, across bool) {
	for k, set := range r.present {
		for set &= filed[k]; set != 0; set &= set - 1 {
			for _, id := range keyed[k*64+bits.TrailingZeros64(set)] {
				f := &r.S.Frames[id]
				if mayFit(r, f) && (across || f.Inside < 0 || !here(r, f.Inside)) {
					try(r, int(id), f, from, to)
				}
			}
		}
	}
}

func here(r *Reading, symbol int) bool { return r.present[symbol/64]&(1<<(symbol%64)) != 0 }

func mayFit(r *Reading, f *lexicon.Frame) bool {
	for _, n := range f.Need {
		if !here(r, n) {
			return false
		}
	}
	return true
}

// try adds every place between two tokens where the frame fits, left to right without overlap.
func try(r *Reading, id int, f *lexicon.Frame, from, to int) {
	end := int32(0)
	for k := from; k < to; k++ {
		if r.Tokens[k].Start < end {
			continue
		}
		start, stop, ok := match(r, &f.Form, k, f.Across)
		if !ok || !allowed(r, f, k, start, stop) {
			continue
		}
		r.Fits = append(r.Fits, Fit{id, start, stop, int(r.Tokens[k].Clause)})
		end = int32(stop)
	}
}

// readValues finds all figures and adds a token for each.
func readValues(r *Reading) {
	r.Values = r.Values[:0]
	runes := r.Text.Runes
	for i := 0; i < len(runes); {
		if !text.StartsNumber(runes[i]) {
			i++
			continue
		}
		v, ok := text.ReadValue(runes, i)
		if !ok {
			i++
			continue
		}
		r.Values = append(r.Values, v)
		r.Tokens = append(r.Tokens, Token{Word: r.S.ValueWord[v.Kind], Start: int32(v.Start), End: int32(v.End),
			value: int32(len(r.Values) - 1)})
		i = v.End
	}
}
