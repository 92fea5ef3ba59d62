package scoring

import (
	"embed"
	"fmt"
	"hash/fnv"
	"io/fs"
	"slices"
	"sync"

	"shouxiang/problem"
)

//go:embed lexicon/*.toml
var embedded embed.FS

// codeVersion rises when the rules in code hear something else than before; the lexicon's hash does the rest.
const codeVersion = "2"

// Lexicon is a compiled lexicon. It is immutable and safe for use by many goroutines.
type Lexicon struct {
	version   string
	fold      *folder
	auto      *automaton
	words     []word      // by number; twins of literals stand behind the words that are found in texts
	stride    int         // numbers of 64 bits that hold all symbols
	low       [][2]uint64 // row → its symbols of code classes
	begin     []int32     // row → its first part; one more entry for the end
	parts     []uint64    // the symbols of a row, 64 a number, zeros left out
	places    []uint16    // part → which number it is
	filed     [2][]uint64 // symbols under which keyed and across hold frames
	frames    []frame
	keyed     [][]int32      // symbol → frames of one clause whose rarest item it is
	across    [][]int32      // the same for frames that may cross clauses
	entries   []entry        // everything with an id, for reasons and tests
	classes   map[string]int // class that a form names → its symbol
	payGroup  int16          // the group of 补偿
	gift      []bool         // group of deeds → it gives something away
	valueWord [len(virtualClasses)]int32
	hints     map[string]bool // entries that are only hints beside a step
	overlays  [2]uint64       // code classes whose words are laid over others
}

// word is what the scorer knows of one word.
type word struct {
	row    int32 // of rows: the symbols it satisfies
	twin   int32 // the same text as a literal of frames, or −1
	source int32 // the entry that taught it, or −1
	group  int16 // of synonyms, for 点题; 0 = none
	deed   int16 // group of deeds, for can; 0 = none
	layer  layer
}

// entry is one [[words]] or [[frame]] of the lexicon.
type entry struct {
	id        string
	class     string // of [[words]]
	hit, miss []string
	better    string
	why       string
	isFrame   bool
}

// frame is one form of a [[frame]], ready for matching.
type frame struct {
	form
	entry  int
	is     finding
	across bool
	raw    bool  // heard even inside quotation, condition and the like
	bare   bool  // a red line only in a reply that holds neither empathy nor a step
	cue    bool  // bare, and only in answer to a complaint
	firm   bool  // a 推诿 even beside a step of ours
	hint   bool  // beside a step of ours only a hint: 别急
	asks   attrs // what its clause must be, beside its words
	before int   // symbol that must not stand right before, or −1
	after  int   // … right after
	inside int   // … anywhere in the clause
	need   []int // symbols without which it cannot fit
}

// Default is the scorer of the embedded lexicon. It is built once, at first use.
var Default = sync.OnceValue(func() *Lexicon {
	sub, err := fs.Sub(embedded, "lexicon")
	if err != nil {
		return nil // the folder is embedded above: it cannot be missing
	}
	s, _ := New(sub)
	return s
})

// New compiles the lexicon in a folder. Broken entries are problems; the rest works.
func New(fsys fs.FS) (*Lexicon, []problem.Problem) {
	names, err := fs.Glob(fsys, "*.toml")
	slices.Sort(names)
	files := make([]source, len(names))
	var wait sync.WaitGroup
	for i, name := range names { // parsing takes the most time and knows nothing of the other files
		wait.Go(func() { files[i] = readSource(fsys, name) })
	}
	b := newBuilder()
	wait.Wait()
	b.lexicon(files)
	if err != nil || len(names) == 0 {
		b.problems = append(b.problems, problem.Problem{Code: "L01", Severity: problem.Error, File: ".",
			Message: "词典文件夹里没有 .toml 文件；请检查路径"})
	}
	s := b.finish()
	s.version = version(files)
	problem.Sort(b.problems)
	return s, b.problems
}

// lexicon reads all files.
func (b *builder) lexicon(files []source) {
	for _, f := range files {
		b.problems = append(b.problems, f.problems...)
		b.early(f.file) // before any word: words of the lexicon are folded, too
	}
	for _, f := range files {
		b.file(f.file)
	}
}

func version(files []source) string {
	sum := fnv.New64a()
	sum.Write([]byte(codeVersion))
	for _, f := range files {
		sum.Write(f.data)
	}
	return fmt.Sprintf("%s-%08x", codeVersion, uint32(sum.Sum64()^sum.Sum64()>>32))
}

// source is one file of a lexicon, read and parsed.
type source struct {
	name     string
	data     []byte
	file     *problem.File // nil when it cannot be read
	problems []problem.Problem
}

func readSource(fsys fs.FS, name string) source {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return source{name: name, problems: []problem.Problem{{Code: "L01", Severity: problem.Error, File: name,
			Message: "读不了这个词典文件；请检查权限"}}}
	}
	s := source{name: name, data: data}
	s.file, s.problems = problem.Parse(name, data, nil)
	return s
}

// Version names lexicon and code: the same version gives the same bytes.
func (s *Lexicon) Version() string { return s.version }

// hasClass reports whether a word belongs to a class.
func (s *Lexicon) hasClass(w int32, c class) bool {
	return s.low[s.words[w].row][c/64]&(1<<(c%64)) != 0
}

// hasAny reports whether a word belongs to one of the classes.
func (s *Lexicon) hasAny(w int32, classes ...class) bool {
	for _, c := range classes {
		if s.hasClass(w, c) {
			return true
		}
	}
	return false
}

// satisfies reports whether a word satisfies a symbol.
func (s *Lexicon) satisfies(w int32, symbol int) bool {
	row, k := s.words[w].row, uint16(symbol/64)
	for i := s.begin[row]; i < s.begin[row+1]; i++ {
		if s.places[i] == k {
			return s.parts[i]&(1<<(symbol%64)) != 0
		}
	}
	return false
}

// insideDeed reports a word within a longer deed: the 退 of 退差价.
func (s *Lexicon) insideDeed(hits []hit, h hit) bool {
	for _, o := range hits {
		if s.words[o.word].deed > 0 && o.start <= h.start && h.end <= o.end && o.end-o.start > h.end-h.start {
			return true
		}
	}
	return false
}

// pays reports deeds whose sum is a gift of the shop (补偿, 红包), unlike 退款, which gives back what was paid.
func (s *Lexicon) pays(word int32) bool { return s.hasClass(word, clsPays) }
