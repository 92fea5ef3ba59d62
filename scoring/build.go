package scoring

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"shouxiang/problem"
)

// builder collects the lexicon before the automaton can be made.
type builder struct {
	fold     *folder
	scratch  folded
	problems []problem.Problem
	index    map[string]int // folded word → number
	texts    []string       // number → folded word
	taught   []int32        // number → entry, or −1
	class    map[string][]int
	sym      symbols
	frames   []frame
	entries  []entry
	ids      map[string]bool
	same     map[string]int   // word → group, for 点题
	deed     map[string]int   // word → group, for can
	gift     map[int]bool     // groups of deed that give something away
	lies     map[string]layer // class → how its words lie over others
	groups   int
}

const (
	expectedWords = 1 << 15
	expectedRows  = 1 << 13
)

func newBuilder() *builder {
	b := &builder{
		fold:   newFolder(),
		index:  make(map[string]int, expectedWords),
		texts:  make([]string, 0, expectedWords),
		taught: make([]int32, 0, expectedWords),
		class:  map[string][]int{},
		sym:    symbols{index: map[string]int{}},
		ids:    map[string]bool{},
		same:   map[string]int{},
		deed:   map[string]int{},
		gift:   map[int]bool{},
		lies:   map[string]layer{},
	}
	for _, name := range virtualClasses {
		b.lies[name] = coreLayer
	}
	for _, name := range codeClasses { // first, so that a class's number is its symbol
		b.sym.of("<" + name + ">")
	}
	return b
}

// folded is the folded form of a word of the lexicon; most are written folded already.
func (b *builder) folded(text string) string {
	if b.fold.same(text) {
		return text
	}
	b.fold.fold(&b.scratch, text)
	return string(b.scratch.runes)
}

// word gives the number of a folded word, new or known.
func (b *builder) word(text string) int {
	if n, ok := b.index[text]; ok {
		return n
	}
	n := len(b.texts)
	b.index[text] = n
	b.texts = append(b.texts, text)
	b.taught = append(b.taught, -1)
	return n
}

// finish turns what was collected into a scorer.
func (b *builder) finish() *Lexicon {
	s := &Lexicon{hints: map[string]bool{}, fold: b.fold, frames: b.frames, entries: b.entries, gift: make([]bool, b.groups+1)}
	for _, groups := range []map[string]int{b.same, b.deed} {
		for _, text := range slices.Sorted(maps.Keys(groups)) { // in order: word numbers are the same every time
			b.word(text)
		}
	}
	for i, name := range virtualClasses { // words made by the number reader, not by the automaton
		n := b.word("\x00" + name)
		b.class[name] = append(b.class[name], n)
		s.valueWord[i] = int32(n)
	}
	s.classes = map[string]int{}
	for n, spec := range b.sym.specs {
		if spec[0] == '<' && !strings.Contains(spec, "|") {
			s.classes[spec[1:len(spec)-1]] = n
		}
	}
	literals := b.literals()
	var automata sync.WaitGroup // needs the texts only
	automata.Go(func() { s.auto = newAutomaton(b.texts) })
	found := len(b.texts)
	s.words = make([]word, found, found+found/4)
	for i := range s.words {
		s.words[i] = word{twin: -1, source: b.taught[i]}
	}
	b.layers(s)
	b.twins(s, literals)
	b.rows(s, literals)
	for text, g := range b.same {
		s.words[b.index[text]].group = int16(g)
	}
	for text, g := range b.deed {
		s.words[b.index[text]].deed = int16(g)
	}
	for g := range b.gift {
		s.gift[g] = true
	}
	for i := range s.frames {
		if f := &s.frames[i]; f.hint {
			s.hints[s.entries[f.entry].id] = true
		}
	}
	s.payGroup = int16(b.deed["补偿"])
	automata.Wait()
	return s
}

// literals makes a word of every literal in the symbols: symbol → numbers of its literal words.
func (b *builder) literals() [][]int {
	out := make([][]int, len(b.sym.specs))
	for n, spec := range b.sym.specs {
		out[n] = make([]int, 0, strings.Count(spec, "|")+1)
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] != '<' {
				out[n] = append(out[n], b.word(b.folded(alt)))
			}
		}
	}
	return out
}

// twins gives a literal that is a word of some class as well a twin, so that hiding the class word does not hide the
// literal: 您说得在理 holds 您 although 您说 hides it. The literal's numbers are changed to its twin's.
func (b *builder) twins(s *Lexicon, literals [][]int) {
	for _, list := range literals {
		for i, w := range list {
			if s.words[w].layer == 0 {
				continue
			}
			if s.words[w].twin < 0 {
				s.words[w].twin = int32(len(s.words))
				s.words = append(s.words, word{twin: -1, source: -1})
			}
			list[i] = int(s.words[w].twin)
		}
	}
}

// rows writes the symbols of every word, equal sets once, and files the frames under their rarest symbol.
func (b *builder) rows(s *Lexicon, literals [][]int) {
	lists := make([][][]int, len(b.sym.specs)) // symbol → lists of the words that satisfy it
	for n, spec := range b.sym.specs {
		lists[n] = append(lists[n], literals[n])
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] == '<' {
				lists[n] = append(lists[n], b.class[alt[1:len(alt)-1]])
			}
		}
	}
	each := func(yield func(w, n int)) {
		for n := range lists {
			for _, list := range lists[n] {
				for _, w := range list {
					yield(w, n)
				}
			}
		}
	}
	count := make([]int, len(b.sym.specs))
	ends := make([]int, len(s.words)+1) // word → where its symbols begin, after the next loop where they end
	each(func(w, n int) { ends[w+1]++; count[n]++ })
	for w := range s.words {
		ends[w+1] += ends[w]
	}
	holds := make([]uint16, ends[len(s.words)])
	each(func(w, n int) { holds[ends[w]] = uint16(n); ends[w]++ })
	s.stride = max(2, (len(b.sym.specs)+63)/64)
	known := make(map[string]int32, expectedRows)
	s.begin, s.low = append(make([]int32, 0, expectedRows), 0), make([][2]uint64, 0, expectedRows)
	s.parts, s.places = make([]uint64, 0, 4*expectedRows), make([]uint16, 0, 4*expectedRows)
	var key []byte
	from := 0
	for w := range s.words {
		list := holds[from:ends[w]]
		from = ends[w]
		key = key[:0]
		for _, n := range list {
			key = append(key, byte(n), byte(n>>8))
		}
		row, ok := known[string(key)]
		if !ok {
			row = int32(len(known))
			known[string(key)] = row
			s.addRow(list)
		}
		s.words[w].row = row
	}
	s.begin, s.low, s.parts, s.places = slices.Clone(s.begin), slices.Clone(s.low), slices.Clone(s.parts), slices.Clone(s.places)
	s.key(count)
}

// addRow writes one set of symbols, in ascending order, without its zeros.
func (s *Lexicon) addRow(list []uint16) {
	var low [2]uint64
	last := -1
	for _, n := range list {
		k := int(n) / 64
		if k != last {
			s.parts, s.places = append(s.parts, 0), append(s.places, uint16(k))
			last = k
		}
		s.parts[len(s.parts)-1] |= 1 << (n % 64)
		if k < len(low) {
			low[k] |= 1 << (n % 64)
		}
	}
	s.low, s.begin = append(s.low, low), append(s.begin, int32(len(s.parts)))
}

// key files every frame under the symbol that the fewest words satisfy, so that most frames are never looked at.
func (s *Lexicon) key(count []int) {
	s.keyed, s.across = make([][]int32, s.stride*64), make([][]int32, s.stride*64)
	s.filed = [2][]uint64{make([]uint64, s.stride), make([]uint64, s.stride)}
	for i := range s.frames {
		f := &s.frames[i]
		best := f.items[0].symbol
		for _, item := range f.items {
			if item.may || item.orEnd {
				continue
			}
			f.need = append(f.need, item.symbol)
			if count[item.symbol] < count[best] {
				best = item.symbol
			}
		}
		table, filed := s.keyed, s.filed[0]
		if f.across {
			table, filed = s.across, s.filed[1]
		}
		table[best] = append(table[best], int32(i))
		filed[best/64] |= 1 << (best % 64)
	}
}
