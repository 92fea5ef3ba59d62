// Package layout writes a value as bytes and reads it back by one and the same walk over its fields, so that the two
// cannot part.
//
// Numbers take 32 bits and sets of bits 64, little-endian; a list stands behind its length. It knows no header, no version
// and no type of ours, and uses no reflection.
package layout

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// ErrDamaged is what reading says of bytes that are not what the walk expects.
var ErrDamaged = errors.New("字节和布局对不上")

// Walk is one pass over a value. It fills the fields it is led past, or writes them down.
type Walk struct {
	reading bool
	out     []byte // written so far
	in      string // what is read; texts share its memory
	at      int    // … and how far
	err     error
}

// Write is the bytes of the value that walk leads over.
func Write(walk func(*Walk)) []byte {
	var w Walk
	walk(&w)
	return w.out
}

// Read fills the value that walk leads over. Data that is cut off, or goes on behind the value, is an error. Memory is
// bounded by the data: no list is longer than what is left could hold.
func Read(data string, walk func(*Walk)) error {
	w := Walk{reading: true, in: data}
	walk(&w)
	if w.err == nil && w.left() > 0 {
		w.err = ErrDamaged
	}
	return w.err
}

// Reading reports that the walk fills fields.
func (w *Walk) Reading() bool { return w.reading }

func (w *Walk) left() int { return len(w.in) - w.at }

// fail ends the reading: nothing that follows is left.
func (w *Walk) fail() { w.err, w.at = ErrDamaged, len(w.in) }

func number32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (w *Walk) take(n int) (string, bool) {
	if w.left() < n {
		w.fail()
		return "", false
	}
	w.at += n
	return w.in[w.at-n : w.at], true
}

// count is a length, which must leave every one of its entries the given bytes.
func (w *Walk) count(n, each int) int {
	Number(w, &n)
	if w.reading && (n < 0 || n > w.left()/each) {
		w.fail()
		return 0
	}
	return n
}

const entryBytes = 4 // no entry of a list takes less: every one holds a number

// Integer is a number that fits into 32 bits.
type Integer interface {
	~int | ~int16 | ~int32 | ~uint8 | ~uint16 | ~uint32
}

// Number leads over one number.
func Number[T Integer](w *Walk, p *T) {
	if !w.reading {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(*p))
	} else if s, ok := w.take(4); ok {
		*p = T(int32(number32(s)))
	}
}

// Numbers leads over a list of numbers.
func Numbers[T Integer](w *Walk, p *[]T) {
	n := w.count(len(*p), 4)
	if !w.reading {
		for i := range *p {
			Number(w, &(*p)[i])
		}
	} else if s, ok := w.take(4 * n); ok && n > 0 {
		list := make([]T, n)
		for i := range list {
			list[i] = T(int32(number32(s[4*i:])))
		}
		*p = list
	}
}

// Bits leads over 64 bits.
func Bits(w *Walk, p *uint64) {
	if !w.reading {
		w.out = binary.LittleEndian.AppendUint64(w.out, *p)
	} else if s, ok := w.take(8); ok {
		*p = uint64(number32(s)) | uint64(number32(s[4:]))<<32
	}
}

// Flag leads over a yes or no.
func Flag(w *Walk, p *bool) {
	n := 0
	if *p {
		n = 1
	}
	Number(w, &n)
	*p = n != 0
}

// Text leads over a text.
func Text(w *Walk, p *string) {
	n := w.count(len(*p), 1)
	if !w.reading {
		w.out = append(w.out, *p...)
	} else if s, ok := w.take(n); ok {
		*p = s
	}
}

// List leads over a list of entries. An empty one is read as nil.
func List[T any](w *Walk, p *[]T, entry func(*Walk, *T)) {
	n := w.count(len(*p), entryBytes)
	if w.reading && n > 0 {
		*p = make([]T, n)
	}
	for i := range *p {
		entry(w, &(*p)[i])
	}
}

// Lists leads over n lists that share one array once they are read; at gives the i-th.
func Lists[T any](w *Walk, n int, at func(i int) *[]T, entry func(*Walk, *T)) {
	lengths := make([]int, n)
	total := 0
	for i := range lengths {
		lengths[i] = w.count(len(*at(i)), entryBytes)
		total += lengths[i]
	}
	if w.reading && total > w.left()/entryBytes {
		w.fail()
		return
	}
	var all []T
	if w.reading {
		all = make([]T, total)
	}
	for i, length := range lengths {
		list := at(i)
		if w.reading && length > 0 {
			*list, all = all[:length:length], all[length:]
		}
		for k := range *list {
			entry(w, &(*list)[k])
		}
	}
}

// Table leads over a list of lists, which share one array once they are read.
func Table[T any](w *Walk, p *[][]T, entry func(*Walk, *T)) {
	n := w.count(len(*p), entryBytes)
	if w.reading {
		*p = make([][]T, n)
	}
	Lists(w, n, func(i int) *[]T { return &(*p)[i] }, entry)
}

// Map leads over a map, in the order of its keys.
func Map[K cmp.Ordered, V any](w *Walk, p *map[K]V, key func(*Walk, *K), value func(*Walk, *V)) {
	n := w.count(len(*p), 2*entryBytes)
	if !w.reading {
		for _, k := range slices.Sorted(maps.Keys(*p)) {
			v := (*p)[k]
			key(w, &k)
			value(w, &v)
		}
		return
	}
	*p = make(map[K]V, n)
	for range n {
		var k K
		var v V
		key(w, &k)
		value(w, &v)
		(*p)[k] = v
	}
}
