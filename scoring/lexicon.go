package scoring

import (
	"embed"
	"fmt"
	"hash/fnv"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"shouxiang/problem"
)

//go:embed lexicon/*.toml
var embedded embed.FS

// codeVersion rises when the rules in code hear something else than before; the lexicon's hash does the rest.
const codeVersion = "1"

// Scorer is a compiled lexicon. It is immutable and safe for use by many goroutines.
type Scorer struct {
	version   string
	fold      *folder
	auto      *automaton
	words     []string // folded
	found     int      // words below this number are found in texts; those above are their twins
	bits      []uint64 // stride words of 64 symbols for each word
	stride    int
	sym       symbols
	frames    []frame
	keyed     [][]int32 // symbol → frames whose rarest item it is
	entries   []entry   // everything with an id, for tests and reasons
	source    []int32   // word → the entry that taught it, or −1
	twin      []int32   // word → the same text as a literal of frames, or −1
	deed      []int32   // word → group of deeds, for can; 0 = none
	payGroup  int32     // the group of 补偿
	gift      []bool    // group of deeds → it gives something away
	group     []int32   // word → synonym group, for 点题; 0 = none
	layer     []layer   // word → how it lies over others
	valueWord [len(virtualClasses)]int32
}

// entry is one [[words]] or [[frame]] of the lexicon.
type entry struct {
	id, class  string
	hit, miss  []string
	better     string
	why        string
	isFrame    bool
	file       *problem.File
	node       *problem.Node
	firstFrame int
}

// Default is the scorer of the embedded lexicon. It is built once, at first use.
var Default = sync.OnceValue(func() *Scorer {
	sub, err := fs.Sub(embedded, "lexicon")
	if err != nil {
		return nil // the folder is embedded above: it cannot be missing
	}
	s, _ := New(sub)
	return s
})

// New compiles the lexicon in a folder. Broken entries are problems; the rest works.
func New(fsys fs.FS) (*Scorer, []problem.Problem) {
	b := newBuilder()
	names, err := fs.Glob(fsys, "*.toml")
	if err != nil || len(names) == 0 {
		b.problems = append(b.problems, problem.Problem{Code: "L01", Severity: problem.Error, File: ".",
			Message: "词典文件夹里没有 .toml 文件；请检查路径"})
	}
	slices.Sort(names)
	sum := fnv.New64a()
	sum.Write([]byte(codeVersion))
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			b.problems = append(b.problems, problem.Problem{Code: "L01", Severity: problem.Error, File: name,
				Message: "读不了这个词典文件；请检查权限"})
			continue
		}
		sum.Write(data)
		b.file(name, data)
	}
	s := b.finish()
	s.version = fmt.Sprintf("%s-%08x", codeVersion, uint32(sum.Sum64()^sum.Sum64()>>32))
	problem.Sort(b.problems)
	return s, b.problems
}

// Version names lexicon and code: the same version gives the same bytes.
func (s *Scorer) Version() string { return s.version }

// frame is one [[frame]] ready for matching.
type frame struct {
	form
	entry  int
	is     finding
	across bool
	raw    bool // heard even inside quotation, condition and the like
	before int  // symbol that must not stand right before, or −1
	after  int  // … right after
	inside int  // … anywhere in the clause
	need   []int
}

// builder collects the lexicon before the automaton can be made.
type builder struct {
	fold     *folder
	problems []problem.Problem
	index    map[string]int // folded word → number
	words    [][]rune
	source   []int32
	class    map[string][]int // class → words
	sym      symbols
	frames   []frame
	entries  []entry
	ids      map[string]bool
	same     map[string]int // word → group, for 点题
	deed     map[string]int // word → group, for can
	gift     map[int]bool   // groups of deed that give something away
	groups   int
}

func newBuilder() *builder {
	b := &builder{
		fold:  newFolder(),
		index: map[string]int{},
		class: map[string][]int{},
		sym:   symbols{index: map[string]int{}},
		ids:   map[string]bool{},
		same:  map[string]int{},
		deed:  map[string]int{},
		gift:  map[int]bool{},
	}
	for _, name := range codeClasses { // first, so that a class's number is its symbol
		b.sym.of("<" + name + ">")
	}
	return b
}

// word gives the number of a folded word, new or known.
func (b *builder) word(text string) int {
	if n, ok := b.index[text]; ok {
		return n
	}
	n := len(b.words)
	b.index[text] = n
	b.words = append(b.words, []rune(text))
	b.source = append(b.source, -1)
	return n
}

// finish turns what was collected into a scorer.
func (b *builder) finish() *Scorer {
	s := &Scorer{fold: b.fold, frames: b.frames, entries: b.entries}
	for _, groups := range []map[string]int{b.same, b.deed} {
		for _, text := range slices.Sorted(maps.Keys(groups)) { // in order: word numbers are the same every time
			b.word(text)
		}
	}
	for _, name := range virtualClasses { // words made by the number reader, not by the automaton
		n := b.word("\x00" + name)
		b.class[name] = append(b.class[name], n)
	}
	s.literals(b)
	s.sym, s.source = b.sym, b.source
	s.stride = (len(b.sym.specs) + 63) / 64
	s.bits = make([]uint64, s.stride*len(b.words))
	for n, spec := range b.sym.specs {
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] == '<' {
				for _, w := range b.class[alt[1:len(alt)-1]] {
					s.bits[w*s.stride+n/64] |= 1 << (n % 64)
				}
			} else {
				w := b.index[b.fold.foldString(alt)]
				if t := s.twin[w]; t >= 0 {
					w = int(t)
				}
				s.bits[w*s.stride+n/64] |= 1 << (n % 64)
			}
		}
	}
	s.layer = make([]layer, len(b.words))
	for i, name := range virtualClasses {
		s.valueWord[i] = int32(b.index["\x00"+name])
	}
	s.layers(b)
	s.group = make([]int32, len(b.words))
	for text, g := range b.same {
		s.group[b.index[text]] = int32(g)
	}
	s.deed, s.gift = make([]int32, len(b.words)), make([]bool, b.groups+1)
	for g := range b.gift {
		s.gift[g] = true
	}
	s.payGroup = int32(b.deed["补偿"])
	for text, g := range b.deed {
		s.deed[b.index[text]] = int32(g)
	}
	s.words = make([]string, len(b.words))
	for i, w := range b.words {
		s.words[i] = string(w)
	}
	s.auto = newAutomaton(b.words[:s.found])
	s.key()
	return s
}

// literals makes a word of every literal in frames. One that is a word of some class as well gets a twin, so that
// hiding the class word does not hide the literal: 您说得在理 holds 您 although 您说 hides it.
func (s *Scorer) literals(b *builder) {
	classed := map[int]bool{}
	for _, words := range b.class {
		for _, w := range words {
			classed[w] = true
		}
	}
	literal := map[int]bool{}
	for _, spec := range b.sym.specs {
		for alt := range strings.SplitSeq(spec, "|") {
			if alt[0] != '<' {
				literal[b.word(b.fold.foldString(alt))] = true
			}
		}
	}
	s.found = len(b.words)
	s.twin = make([]int32, s.found)
	for w := range s.found {
		s.twin[w] = -1
		if classed[w] && literal[w] {
			s.twin[w] = int32(len(b.words))
			b.words = append(b.words, b.words[w])
			b.source = append(b.source, -1)
		}
	}
}

// layer says how a word lies over others: core words hide what they overlap, overlay words never take part in that.
type layer uint8

const (
	coreLayer layer = 1 << iota
	overLayer
	maskLayer // hides the literal words of frames as well
	fullLayer // hides overlay words, too
)

// overlayClasses are the classes of overlay words.
var overlayClasses = []class{clsOutcome, clsSlogan, clsEmpty, clsHollow, clsSecret, clsTell, clsSafe, clsPoliteWord,
	clsAddress, clsIrony, clsOwnAct, clsGeneric, clsNoun, clsPlight, clsObject, clsRule, clsFuture, clsNoDeadline, clsBad, clsTalk, clsSure, clsVow, clsPaper, clsBackThen, clsRetract, clsSympathy, clsTry, clsHedge, clsYesNo, clsPays}

var overlays = func() (bits [2]uint64) {
	for _, c := range overlayClasses {
		bits[c/64] |= 1 << (c % 64)
	}
	return bits
}()

func (s *Scorer) layers(b *builder) {
	over := map[string]bool{"upset": true, "well": true, "mistake": true, "whom": true, "hard": true}
	for _, c := range overlayClasses {
		over[codeClasses[c]] = true
	}
	for name, words := range b.class {
		kind := coreLayer
		if over[name] {
			kind = overLayer
		}
		switch name {
		case "mask":
			kind |= maskLayer | fullLayer
		case "emo", "apology", "courtesy":
			kind |= maskLayer
		}
		for _, w := range words {
			s.layer[w] |= kind
		}
	}
}

// hasClass reports whether a word belongs to a class.
func (s *Scorer) hasClass(word int32, c class) bool {
	return s.bits[int(word)*s.stride+int(c)/64]&(1<<(c%64)) != 0
}

// key files every frame under the symbol that the fewest words satisfy, so that most frames are never looked at.
func (s *Scorer) key() {
	count := make([]int, len(s.sym.specs))
	for w := range s.words {
		for n := range s.sym.specs {
			if s.bits[w*s.stride+n/64]&(1<<(n%64)) != 0 {
				count[n]++
			}
		}
	}
	s.keyed = make([][]int32, len(s.sym.specs))
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
		s.keyed[best] = append(s.keyed[best], int32(i))
	}
}
