package lexicon

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"shouxiang/problem"
	"shouxiang/scoring/text"
)

// builder collects the lexicon before the automaton can be made.
type builder struct {
	fold     *text.Folder
	scratch  text.Folded
	problems []problem.Problem
	index    map[string]int // folded word → number
	texts    []string       // number → folded word
	taught   []int32        // number → entry, or −1
	class    map[string][]int
	sym      Symbols
	frames   []Frame
	entries  []Entry
	ids      map[string]bool
	off      map[string]bool  // rules to leave out: entries by id, forms by id#number
	same     map[string]int   // word → group, for 点题
	deed     map[string]int   // word → group, for can
	gift     map[int]bool     // groups of deed that give something away
	lies     map[string]Layer // class → how its words lie over others
	opinion  Opinion
	groups   int
}

const (
	expectedWords = 1 << 15
	expectedRows  = 1 << 13
)

func newBuilder() *builder {
	b := &builder{
		fold:   text.NewFolder(),
		index:  make(map[string]int, expectedWords),
		texts:  make([]string, 0, expectedWords),
		taught: make([]int32, 0, expectedWords),
		class:  map[string][]int{},
		sym:    Symbols{index: map[string]int{}},
		ids:    map[string]bool{},
		off:    map[string]bool{},
		same:   map[string]int{},
		deed:   map[string]int{},
		gift:   map[int]bool{},
		lies:   map[string]Layer{},
	}
	for _, name := range virtualClasses {
		b.lies[name] = CoreLayer
	}
	for _, name := range codeClasses { // first, so that a class's number is its symbol
		b.sym.of("<" + name + ">")
	}
	return b
}

// folded is the folded form of a word of the lexicon; most are written folded already.
func (b *builder) folded(text string) string {
	if b.fold.Same(text) {
		return text
	}
	b.fold.Fold(&b.scratch, text)
	return string(b.scratch.Runes)
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
	s := &Lexicon{Hints: map[string]bool{}, Fold: b.fold, Frames: b.frames, Opinion: b.opinion, Entries: b.entries, Gift: make([]bool, b.groups+1)}
	for _, groups := range []map[string]int{b.same, b.deed} {
		for _, text := range slices.Sorted(maps.Keys(groups)) { // in order: word numbers are the same every time
			b.word(text)
		}
	}
	for i, name := range virtualClasses { // words made by the number reader, not by the automaton
		n := b.word("\x00" + name)
		b.class[name] = append(b.class[name], n)
		s.ValueWord[i] = int32(n)
	}
	s.classes = map[string]int{}
	for n, spec := range b.sym.specs {
		if spec[0] == '<' && !strings.Contains(spec, "|") {
			s.classes[spec[1:len(spec)-1]] = n
		}
	}
	literals := b.literals()
	var automata sync.WaitGroup // needs the texts only
	automata.Go(func() { s.Auto = text.NewAutomaton(b.texts) })
	found := len(b.texts)
	s.Words = make([]word, found, found+found/4)
	for i := range s.Words {
		s.Words[i] = word{Twin: -1, Source: b.taught[i]}
	}
	b.layers(s)
	b.twins(s, literals)
	b.rows(s, literals)
	for text, g := range b.same {
		s.Words[b.index[text]].Group = int16(g)
	}
	for text, g := range b.deed {
		s.Words[b.index[text]].Deed = int16(g)
	}
	for g := range b.gift {
		s.Gift[g] = true
	}
	for i := range s.Frames {
		if f := &s.Frames[i]; f.hint {
			s.Hints[s.Entries[f.Entry].ID] = true
		}
	}
	s.PayGroup = int16(b.deed["补偿"])
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
			if s.Words[w].Layer == 0 {
				continue
			}
			if s.Words[w].Twin < 0 {
				s.Words[w].Twin = int32(len(s.Words))
				s.Words = append(s.Words, word{Twin: -1, Source: -1})
			}
			list[i] = int(s.Words[w].Twin)
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
	ends := make([]int, len(s.Words)+1) // word → where its symbols begin, after the next loop where they end
	each(func(w, n int) { ends[w+1]++; count[n]++ })
	for w := range s.Words {
		ends[w+1] += ends[w]
	}
	holds := make([]uint16, ends[len(s.Words)])
	each(func(w, n int) { holds[ends[w]] = uint16(n); ends[w]++ })
	s.Stride = max(2, (len(b.sym.specs)+63)/64)
	known := make(map[string]int32, expectedRows)
	s.Begin, s.Low = append(make([]int32, 0, expectedRows), 0), make([][2]uint64, 0, expectedRows)
	s.Parts, s.Places = make([]uint64, 0, 4*expectedRows), make([]uint16, 0, 4*expectedRows)
	var key []byte
	from := 0
	for w := range s.Words {
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
		s.Words[w].Row = row
	}
	s.Begin, s.Low, s.Parts, s.Places = slices.Clone(s.Begin), slices.Clone(s.Low), slices.Clone(s.Parts), slices.Clone(s.Places)
	s.key(count)
}

// addRow writes one set of symbols, in ascending order, without its zeros.
func (s *Lexicon) addRow(list []uint16) {
	var low [2]uint64
	last := -1
	for _, n := range list {
		k := int(n) / 64
		if k != last {
			s.Parts, s.Places = append(s.Parts, 0), append(s.Places, uint16(k))
			last = k
		}
		s.Parts[len(s.Parts)-1] |= 1 << (n % 64)
		if k < len(low) {
			low[k] |= 1 << (n % 64)
		}
	}
	s.Low, s.Begin = append(s.Low, low), append(s.Begin, int32(len(s.Parts)))
}

// key files every frame under the symbol that the fewest words satisfy, so that most frames are never looked at.
func (s *Lexicon) key(count []int) {
	s.Keyed, s.Across = make([][]int32, s.Stride*64), make([][]int32, s.Stride*64)
	s.Filed = [2][]uint64{make([]uint64, s.Stride), make([]uint64, s.Stride)}
	for i := range s.Frames {
		f := &s.Frames[i]
		best := f.Items[0].Symbol
		for _, item := range f.Items {
			if item.May || item.OrEnd {
				continue
			}
			f.Need = append(f.Need, item.Symbol)
			if count[item.Symbol] < count[best] {
				best = item.Symbol
			}
		}
		table, filed := s.Keyed, s.Filed[0]
		if f.Across {
			table, filed = s.Across, s.Filed[1]
		}
		table[best] = append(table[best], int32(i))
		filed[best/64] |= 1 << (best % 64)
	}
}
