package lexicon

import (
	"embed"
	"io/fs"

	"shouxiang/problem"
	"shouxiang/scoring/text"
)

// Sources are the TOML files of the embedded lexicon, for those who compile: go generate, tests, the calibration of
// single rules.
//
//go:embed *.toml
var Sources embed.FS

// codeVersion rises when the rules in code hear something else than before; the lexicon's hash does the rest.
const codeVersion = "3"

// Lexicon is a compiled lexicon. It is immutable and safe for use by many goroutines.
type Lexicon struct {
	version   string
	Fold      *text.Folder
	Auto      *text.Automaton
	Words     []word      // by number; twins of literals stand behind the words that are found in texts
	Stride    int         // numbers of 64 bits that hold all symbols
	Low       [][2]uint64 // row → its symbols of code classes
	Begin     []int32     // row → its first part; one more entry for the end
	Parts     []uint64    // the symbols of a row, 64 a number, zeros left out
	Places    []uint16    // part → which number it is
	Filed     [2][]uint64 // symbols under which keyed and across hold frames
	Frames    []Frame
	Opinion   Opinion
	Keyed     [][]int32      // symbol → frames of one clause whose rarest item it is
	Across    [][]int32      // the same for frames that may cross clauses
	Entries   []Entry        // everything with an id, for reasons and tests
	classes   map[string]int // class that a form names → its symbol
	PayGroup  int16          // the group of 补偿
	Gift      []bool         // group of deeds → it gives something away
	ValueWord [len(virtualClasses)]int32
	Hints     map[string]bool // entries that are only hints beside a step
	Overlays  [2]uint64       // code classes whose words are laid over others
}

// word is what the scorer knows of one word.
type word struct {
	Row    int32 // of rows: the symbols it satisfies
	Twin   int32 // the same text as a literal of frames, or −1
	Source int32 // the entry that taught it, or −1
	Group  int16 // of synonyms, for 点题; 0 = none
	Deed   int16 // group of deeds, for can; 0 = none
	Layer  Layer
}

// Entry is one [[words]] or [[frame]] of the lexicon.
type Entry struct {
	ID        string
	Class     string   // of [[words]]
	Hit, Miss []string // sentences in which it must be heard, and must not; none in Default
	Better    string
	Why       string
	IsFrame   bool
}

// Frame is one form of a [[frame]], ready for matching.
type Frame struct {
	Form
	Entry  int
	Number int // of the form in its entry, from 1
	Is     Finding
	Across bool
	Raw    bool  // heard even inside quotation, condition and the like
	Bare   bool  // a red line only in a reply that holds neither empathy nor a step
	Cue    bool  // bare, and only in answer to a complaint
	Firm   bool  // a 推诿 even beside a step of ours
	hint   bool  // beside a step of ours only a hint: 别急
	Asks   Attrs // what its clause must be, beside its words
	Before int   // symbol that must not stand right before, or −1
	After  int   // … right after
	Inside int   // … anywhere in the clause
	Need   []int // symbols without which it cannot fit
}

// New compiles the lexicon in a folder. Broken entries are problems; the rest works.
func New(fsys fs.FS) (*Lexicon, []problem.Problem) { return Parse(fsys).Compile() }

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

// Version names lexicon and code: the same version gives the same bytes.
func (s *Lexicon) Version() string { return s.version }

// HasClass reports whether a word belongs to a class.
func (s *Lexicon) HasClass(w int32, c Class) bool {
	return s.Low[s.Words[w].Row][c/64]&(1<<(c%64)) != 0
}

// HasAny reports whether a word belongs to one of the classes.
func (s *Lexicon) HasAny(w int32, classes ...Class) bool {
	for _, c := range classes {
		if s.HasClass(w, c) {
			return true
		}
	}
	return false
}

// Satisfies reports whether a word satisfies a symbol.
func (s *Lexicon) Satisfies(w int32, symbol int) bool {
	row, k := s.Words[w].Row, uint16(symbol/64)
	for i := s.Begin[row]; i < s.Begin[row+1]; i++ {
		if s.Places[i] == k {
			return s.Parts[i]&(1<<(symbol%64)) != 0
		}
	}
	return false
}

// InsideDeed reports a word within a longer deed: the 退 of 退差价.
func (s *Lexicon) InsideDeed(hits []text.Hit, h text.Hit) bool {
	for _, o := range hits {
		if s.Words[o.Word].Deed > 0 && o.Start <= h.Start && h.End <= o.End && o.End-o.Start > h.End-h.Start {
			return true
		}
	}
	return false
}

// Pays reports deeds whose sum is a gift of the shop (补偿, 红包), unlike 退款, which gives back what was paid.
func (s *Lexicon) Pays(word int32) bool { return s.HasClass(word, clsPays) }

// Bare is the folded text without marks and blanks.
func (s *Lexicon) Bare(t string) string {
	var out []rune
	for _, r := range s.Fold.FoldString(t) {
		if r > ' ' && !text.IsMark(r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// Symbol is the symbol of a class that a form names; ok is false for a class that none names.
func (s *Lexicon) Symbol(class string) (symbol int, ok bool) {
	symbol, ok = s.classes[class]
	return symbol, ok
}
