package fact

import (
	"math/bits"
	"strings"
)

// named is what sets hold: up to 32 things with English names, numbered from 0 in the order of screens and logs.
type named interface {
	~uint8
	Name() string
}

// Set is a set of elements or of red lines. The zero Set is empty.
type Set[T named] uint32

func setOf[T named](list []T) Set[T] {
	var s Set[T]
	for _, x := range list {
		s = s.With(x)
	}
	return s
}

// Has reports whether x is in the set.
func (s Set[T]) Has(x T) bool { return s&(1<<x) != 0 }

// With is the set with x in it.
func (s Set[T]) With(x T) Set[T] { return s | 1<<x }

// Without is the set without what is in o.
func (s Set[T]) Without(o Set[T]) Set[T] { return s &^ o }

// List is the set in the fixed order.
func (s Set[T]) List() []T {
	var out []T
	for rest := uint32(s); rest != 0; rest &= rest - 1 {
		out = append(out, T(bits.TrailingZeros32(rest)))
	}
	return out
}

// String joins the English names by commas, as logs hold them.
func (s Set[T]) String() string {
	var out []string
	for _, x := range s.List() {
		out = append(out, x.Name())
	}
	return strings.Join(out, ",")
}
