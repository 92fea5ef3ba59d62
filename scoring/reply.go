package scoring

import "math/bits"

// reply is one reply taken apart: folded text, clauses, tokens, frames that fit. It is scratch of one Hear and is
// never shared.
type reply struct {
	s         *Lexicon
	m         *Matter // may be nil
	text      folded
	clauses   []clause
	at        []int16 // rune → clause
	first     []int32 // clause → its first token; one more entry for the end
	quoted    []bool  // rune → inside quotation marks; nil when there are none
	tokens    []token
	hits      []hit
	present   []uint64 // symbols of the clause under trial
	whence    []uint64 // symbols of all clauses
	fits      []fit
	matter    [][2]int // runes that name this customer's matter
	deadlines []deadline
	vows      []vow   // guarantees of an outcome
	values    []value // numbers, durations, times, money: in text order
	borders   []int32 // grapheme borders of the original, when some of its code points are joined
	whole     string  // the original
}

// clause is a stretch between two marks of punctuation (or spaces). start and end are runes, half-open.
type clause struct {
	start, end int
	sentence   int
	question   bool   // it asks
	cond       bool   // it only says "if"
	mood       mood   // how what it says is meant
	cls, cls2  uint64 // code classes of its tokens
}

// token is a word of the lexicon, or a value, in the reply.
type token struct {
	word       int32
	start, end int32
	clause     int32
	value      int32  // index of values, or −1
	cls        uint64 // code classes, low half
	cls2       uint64 // code classes, high half
	dim        bool   // hidden by a longer word: only its overlay classes count
}

// fit is a frame that matched. start and end are runes.
type fit struct {
	frame      int
	start, end int
	clause     int
}

// is reports whether the token belongs to the class of code.
func (t *token) is(c class) bool {
	if c < 64 {
		return t.cls&(1<<c) != 0
	}
	return t.cls2&(1<<(c-64)) != 0
}

// has reports whether the token satisfies a symbol of the forms.
func (r *reply) has(t *token, symbol int) bool {
	if t.dim && !(symbol < int(numClasses) && t.is(class(symbol))) {
		return false
	}
	return r.s.satisfies(t.word, symbol)
}

// read takes the text apart.
func (r *reply) read(text string) {
	r.whole, r.borders = text, r.borders[:0]
	r.s.fold.fold(&r.text, text)
	r.joinUnits()
	r.trim()
	r.split()
	r.tokenise()
	r.scopes()
	r.frames()
	r.findMatter()
	r.moods()
	r.findVows()
	r.findDeadlines()
}

// trim drops closing marks and spaces that say nothing, so that they cannot change what is heard.
func (r *reply) trim() {
	n := len(r.text.runes)
	for n > 0 {
		switch r.text.runes[n-1] {
		case ' ', '\n', '。', '!', '~', '.', ',':
			n--
			continue
		}
		break
	}
	r.text.runes, r.text.from, r.text.to = r.text.runes[:n], r.text.from[:n], r.text.to[:n]
}

// joinUnits drops a space between a figure and its unit (30 分钟), where it parts nothing.
func (r *reply) joinUnits() {
	t := &r.text
	out := 0
	for i, c := range t.runes {
		if c == ' ' && i > 0 && i+1 < len(t.runes) && isDigit(t.runes[i-1]) && isUnit(t.runes[i+1]) {
			continue
		}
		t.runes[out], t.from[out], t.to[out] = c, t.from[i], t.to[i]
		out++
	}
	t.runes, t.from, t.to = t.runes[:out], t.from[:out], t.to[:out]
}

// split finds the clauses.
func (r *reply) split() {
	r.clauses, r.at = r.clauses[:0], r.at[:0]
	start, sentence := 0, 0
	runes := r.text.runes
	for i, c := range runes {
		kind := r.mark(i)
		if kind == 0 {
			r.at = append(r.at, int16(len(r.clauses)))
			continue
		}
		if i > start || c == '?' && len(r.clauses) > 0 {
			r.closeClause(start, i, sentence, c == '?')
		}
		r.at = append(r.at, int16(max(len(r.clauses)-1, 0)))
		start = i + 1
		if kind == 2 {
			sentence++
		}
	}
	if start < len(runes) || len(r.clauses) == 0 {
		r.closeClause(start, len(runes), sentence, false)
	}
}

func (r *reply) closeClause(start, end, sentence int, question bool) {
	if start == end && len(r.clauses) > 0 { // 。? or ！？ after a clause that is closed already
		r.clauses[len(r.clauses)-1].question = true
		return
	}
	r.clauses = append(r.clauses, clause{start: start, end: end, sentence: sentence, question: question})
}

// mark says whether the rune parts clauses: 0 no, 1 clauses, 2 sentences.
func (r *reply) mark(i int) int {
	runes := r.text.runes
	digit := func(k int) bool { return k >= 0 && k < len(runes) && isDigit(runes[k]) }
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
func (r *reply) tokenise() {
	r.hits = r.s.auto.find(r.hits[:0], r.text.runes)
	r.tokens = r.tokens[:0]
	for _, h := range r.hits {
		r.tokens = append(r.tokens, token{word: h.word, start: h.start, end: h.end, value: -1})
		if twin := r.s.words[h.word].twin; twin >= 0 {
			r.tokens = append(r.tokens, token{word: twin, start: h.start, end: h.end, value: -1})
		}
	}
	r.readValues()
	sortTokens(r.tokens)
	r.keepWords()
}

// keepWords drops words inside of, or begun inside of, a word before them: 加急 hides 急, 给你 the 你找 that follows.
// Overlay words (phrases of 敷衍, slogans, outcomes) lie over the others: they hide nothing and are never hidden.
func (r *reply) keepWords() {
	out, reach, opened, masked, full := 0, int32(-1), int32(-1), int32(-1), int32(-1)
	for _, t := range r.tokens {
		kind := r.s.words[t.word].layer
		b := &r.s.low[r.s.words[t.word].row]
		core := kind&coreLayer != 0
		switch {
		case core && t.start < reach && kind&overLayer == 0, kind == 0 && t.start < masked && !(t.start == opened && t.end == masked), kind&overLayer != 0 && !core && t.end <= full:
			continue
		case core && t.start < reach:
			t.dim = true
		case core:
			reach = t.end
			if kind&maskLayer != 0 {
				opened, masked = t.start, t.end
			}
			if kind&fullLayer != 0 {
				full = t.end
			}
		}
		t.cls, t.cls2 = b[0], b[1]
		if t.dim {
			t.cls, t.cls2 = t.cls&r.s.overlays[0], t.cls2&r.s.overlays[1]
		}
		t.clause = int32(r.at[t.start])
		r.tokens[out] = t
		out++
	}
	r.tokens = r.tokens[:out]
	r.index()
}

// index notes where the tokens of each clause begin, and of which classes they are.
func (r *reply) index() {
	for i := range r.tokens {
		t := &r.tokens[i]
		c := &r.clauses[t.clause]
		c.cls, c.cls2 = c.cls|t.cls, c.cls2|t.cls2
	}
	r.first = r.first[:0]
	k := 0
	for c := range len(r.clauses) + 1 {
		for k < len(r.tokens) && int(r.tokens[k].clause) < c {
			k++
		}
		r.first = append(r.first, int32(k))
	}
}

// in is the tokens of a clause, and the number of the first.
func (r *reply) in(c int) ([]token, int) {
	if c < 0 || c+1 >= len(r.first) {
		return nil, 0
	}
	from, to := r.first[c], r.first[c+1]
	return r.tokens[from:to], int(from)
}

// sortTokens orders by start, longer ones first. The input is nearly sorted.
func sortTokens(list []token) {
	for i := 1; i < len(list); i++ {
		t := list[i]
		k := i
		for k > 0 && (list[k-1].start > t.start || list[k-1].start == t.start && list[k-1].end < t.end) {
			list[k] = list[k-1]
			k--
		}
		list[k] = t
	}
}

// frames tries every frame whose items all occur: in one clause, or anywhere for those that may cross clauses.
func (r *reply) frames() {
	r.fits = r.fits[:0]
	r.whence = zeroed(r.whence, r.s.stride)
	for c := range r.clauses {
		from, to := int(r.first[c]), int(r.first[c+1])
		r.present = zeroed(r.present, r.s.stride)
		for i := from; i < to; i++ {
			row := r.s.words[r.tokens[i].word].row
			first, last := r.s.begin[row], r.s.begin[row+1]
			places := r.s.places[first:last]
			for k, bits := range r.s.parts[first:last] {
				r.present[places[k]] |= bits
			}
		}
		for k, bits := range r.present {
			r.whence[k] |= bits
		}
		r.offer(r.s.keyed, r.s.filed[0], from, to, false)
	}
	r.present, r.whence = r.whence, r.present
	r.offer(r.s.across, r.s.filed[1], 0, len(r.tokens), true)
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
func (r *reply) offer(keyed [][]int32, filed []uint64, from, to int, across bool) {
	for k, set := range r.present {
		for set &= filed[k]; set != 0; set &= set - 1 {
			for _, id := range keyed[k*64+bits.TrailingZeros64(set)] {
				f := &r.s.frames[id]
				if r.mayFit(f) && (across || f.inside < 0 || !r.here(f.inside)) {
					r.try(int(id), f, from, to)
				}
			}
		}
	}
}

func (r *reply) here(symbol int) bool { return r.present[symbol/64]&(1<<(symbol%64)) != 0 }

func (r *reply) mayFit(f *frame) bool {
	for _, n := range f.need {
		if !r.here(n) {
			return false
		}
	}
	return true
}

// try adds every place between two tokens where the frame fits, left to right without overlap.
func (r *reply) try(id int, f *frame, from, to int) {
	end := int32(0)
	for k := from; k < to; k++ {
		if r.tokens[k].start < end {
			continue
		}
		start, stop, ok := r.match(&f.form, k, f.across)
		if !ok || !r.allowed(f, k, start, stop) {
			continue
		}
		r.fits = append(r.fits, fit{id, start, stop, int(r.tokens[k].clause)})
		end = int32(stop)
	}
}

// allowed checks the guards of a frame.
func (r *reply) allowed(f *frame, k, start, end int) bool {
	before, after := f.before >= 0 && r.here(f.before), f.after >= 0 && r.here(f.after)
	inside := f.across && f.inside >= 0 && r.here(f.inside) // within a clause offer looked for it
	if !before && !after && !inside {
		return true
	}
	first, last := int(r.tokens[k].clause), int(r.tokens[k].clause)
	if f.across {
		last = int(r.at[end-1])
	}
	tokens := r.tokens[r.first[first]:r.first[last+1]]
	for i := range tokens {
		t := &tokens[i]
		if inside && r.has(t, f.inside) ||
			before && int(t.end) <= start && start-int(t.end) <= 1 && r.has(t, f.before) ||
			after && int(t.start) == end && r.has(t, f.after) {
			return false
		}
	}
	return true
}

// readValues finds all figures and adds a token for each.
func (r *reply) readValues() {
	r.values = r.values[:0]
	runes := r.text.runes
	for i := 0; i < len(runes); {
		if !startsNumber(runes[i]) {
			i++
			continue
		}
		v, ok := readValue(runes, i)
		if !ok {
			i++
			continue
		}
		r.values = append(r.values, v)
		r.tokens = append(r.tokens, token{word: r.s.valueWord[v.kind], start: int32(v.start), end: int32(v.end),
			value: int32(len(r.values) - 1)})
		i = v.end
	}
}
