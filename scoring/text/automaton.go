package text

import (
	"math/bits"
	"slices"

	"shouxiang/scoring/layout"
)

// Automaton finds all words of the lexicon in one pass over the text (Aho–Corasick). Runes are first brought to
// classes: only runes that occur in words have one, so that edges fit a small hash table.
type Automaton struct {
	class []uint16 // BMP rune → class; 0 = in no word
	root  []int32  // class → state, from the start state
	edges []edge   // open addressing; the size is a power of two
	fail  []int32  // state → state of its longest proper suffix
	word  []int32  // state → word that ends here, or −1
	link  []int32  // state → nearest suffix state with a word, or 0
	size  []int32  // word → its length in runes
	mask  uint32
	shift uint8
	used  int // edges
}

type edge struct {
	key  uint32 // state<<12 ^ class, see edgeKey; 0 = free
	next int32
}

const maxClasses = 1 << 13

func edgeKey(state int32, class uint16) uint32 { return uint32(state)*maxClasses + uint32(class) }

// slot is where the search for an edge begins: the high bits of the product, which depend on all of the key.
func (a *Automaton) slot(key uint32) uint32 { return key * 2654435761 >> a.shift }

// NewAutomaton builds the automaton of the words; the number of a word is its index. Words hold BMP runes only.
func NewAutomaton(words []string) *Automaton {
	a := &Automaton{class: make([]uint16, 1<<16), size: make([]int32, len(words))}
	classes, total := uint16(1), 1
	for w, word := range words {
		for _, r := range word {
			a.size[w]++
			total++
			if a.class[r] == 0 && classes < maxClasses {
				a.class[r] = classes
				classes++
			}
		}
	}
	slots := 1 << 8
	for slots < total/2 {
		slots *= 2
	}
	a.resize(slots)
	a.root = make([]int32, classes)
	states := total*2/3 + 1
	a.word = make([]int32, 1, states)
	a.word[0] = -1
	parents := make([]int32, 1, states) // state → its parent, in order of creation
	labels := make([]uint16, 1, states)
	depths := make([]int32, 1, states)
	for w, word := range words {
		state := int32(0)
		for _, r := range word {
			c := a.class[r]
			next := a.step(state, c)
			if next == 0 {
				next = a.grow(state, c)
				parents, labels = append(parents, state), append(labels, c)
				depths = append(depths, depths[state]+1)
			}
			state = next
		}
		if state != 0 {
			a.word[state] = int32(w)
		}
	}
	a.word = slices.Clone(a.word)
	a.fail, a.link = make([]int32, len(a.word)), make([]int32, len(a.word))
	a.connect(parents, labels, depths)
	return a
}

// resize gives the edges room; the old ones are put in again.
func (a *Automaton) resize(slots int) {
	old := a.edges
	a.edges, a.mask, a.shift = make([]edge, slots), uint32(slots-1), uint8(33-bits.Len(uint(slots)))
	for _, e := range old {
		if e.key != 0 {
			a.put(e)
		}
	}
}

func (a *Automaton) put(e edge) {
	slot := a.slot(e.key)
	for a.edges[slot].key != 0 {
		slot = (slot + 1) & a.mask
	}
	a.edges[slot] = e
}

func (a *Automaton) grow(state int32, c uint16) int32 {
	next := int32(len(a.word))
	a.word = append(a.word, -1)
	if state == 0 {
		a.root[c] = next
		return next
	}
	if a.used++; a.used*4 > len(a.edges)*3 {
		a.resize(len(a.edges) * 2)
	}
	a.put(edge{edgeKey(state, c), next})
	return next
}

// step follows one edge; 0 = there is none.
func (a *Automaton) step(state int32, c uint16) int32 {
	if state == 0 {
		return a.root[c]
	}
	key := edgeKey(state, c)
	for slot := a.slot(key); ; slot = (slot + 1) & a.mask {
		switch e := &a.edges[slot]; e.key {
		case key:
			return e.next
		case 0:
			return 0
		}
	}
}

// connect sets failure and word links, shallow states first.
func (a *Automaton) connect(parents []int32, labels []uint16, depths []int32) {
	deepest := int32(0)
	for _, d := range depths {
		deepest = max(deepest, d)
	}
	byDepth := make([][]int32, deepest+1)
	for s, d := range depths {
		byDepth[d] = append(byDepth[d], int32(s))
	}
	for d := int32(2); d <= deepest; d++ {
		for _, s := range byDepth[d] {
			f := a.fail[parents[s]]
			for {
				if next := a.step(f, labels[s]); next != 0 {
					a.fail[s] = next
					break
				}
				if f == 0 {
					break
				}
				f = a.fail[f]
			}
			if f = a.fail[s]; a.word[f] >= 0 {
				a.link[s] = f
			} else {
				a.link[s] = a.link[f]
			}
		}
	}
}

// Hit is one word found: its number and where it stands, half-open in runes.
type Hit struct{ Word, Start, End int32 }

// Find appends all words in the text to out, by end and then longest first.
func (a *Automaton) Find(out []Hit, text []rune) []Hit {
	state := int32(0)
	for i, r := range text {
		c := uint16(0)
		if r < 1<<16 {
			c = a.class[r]
		}
		if c == 0 {
			state = 0
			continue
		}
		for {
			if next := a.step(state, c); next != 0 {
				state = next
				break
			}
			if state == 0 {
				break
			}
			state = a.fail[state]
		}
		s := state
		if a.word[s] < 0 {
			s = a.link[s]
		}
		for ; s != 0; s = a.link[s] {
			w := a.word[s]
			out = append(out, Hit{w, int32(i+1) - a.size[w], int32(i + 1)})
		}
	}
	return out
}

// Layout leads over the automaton. Of the classes it is the runes that are written, in the order of their classes.
func (a *Automaton) Layout(w *layout.Walk) {
	runes := make([]uint16, max(len(a.root)-1, 0))
	for r, c := range a.class {
		if c > 0 {
			runes[c-1] = uint16(r)
		}
	}
	layout.Numbers(w, &runes)
	if w.Reading() {
		a.class = make([]uint16, 1<<16)
		for i, r := range runes {
			a.class[r] = uint16(i + 1)
		}
	}
	layout.Numbers(w, &a.root)
	layout.List(w, &a.edges, func(w *layout.Walk, e *edge) {
		layout.Number(w, &e.key)
		layout.Number(w, &e.next)
	})
	layout.Numbers(w, &a.fail)
	layout.Numbers(w, &a.word)
	layout.Numbers(w, &a.link)
	layout.Numbers(w, &a.size)
	layout.Number(w, &a.mask)
	layout.Number(w, &a.shift)
	layout.Number(w, &a.used)
}

// BMP reports a word that an automaton can hold: not empty, and of characters of the basic plane only.
func BMP(word string) bool {
	for _, r := range word {
		if r >= 1<<16 || r == 0 {
			return false
		}
	}
	return word != ""
}
