package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scoring/layout"
)

// LongestRun is how many characters a run of the second opinion has at most.
const LongestRun = 4

// Opinion is the second opinion on 共情: runs of characters and what each weighs, in hundredths. It is trained
// (scoring/train), not written; hearing adds it up.
type Opinion struct {
	Base, Sure int      // what a reply without any run weighs, and how much it takes to be sure
	Runs       []uint64 // up to four characters of 16 bits each, the first the lowest, ascending
	Weights    []int32  // of Runs
	begins     [1 << 16 / 64]uint64
}

// RunKey is a run of one to four characters as Opinion holds it.
func RunKey(run []rune) uint64 {
	var key uint64
	for i, r := range run {
		key |= uint64(r&0xffff) << (16 * i)
	}
	return key
}

// Begins reports whether any run begins with r.
func (o *Opinion) Begins(r rune) bool { return r < 1<<16 && o.begins[r>>6]&(1<<(r&63)) != 0 }

// Find is the number of a run, or −1.
func (o *Opinion) Find(key uint64) int {
	if i, ok := slices.BinarySearch(o.Runs, key); ok {
		return i
	}
	return -1
}

func (o *Opinion) layout(w *layout.Walk) {
	layout.Number(w, &o.Base)
	layout.Number(w, &o.Sure)
	layout.List(w, &o.Runs, layout.Bits)
	layout.Numbers(w, &o.Weights)
	if w.Reading() {
		o.index()
	}
}

func (o *Opinion) index() {
	for _, key := range o.Runs {
		r := rune(key & 0xffff)
		o.begins[r>>6] |= 1 << (r & 63)
	}
}

// opinionEntry reads [[opinion]]: base, sure, and runs as words 还挂着=84.
func (b *builder) opinionEntry(f *problem.File, n *problem.Node) {
	runs := map[string]int{}
	for pair := range strings.FieldsSeq(b.text(f, n, "runs")) {
		text, weight, _ := strings.Cut(pair, "=")
		v, err := strconv.Atoi(weight)
		if chars := utf8.RuneCountInString(text); err != nil || chars == 0 || chars > LongestRun {
			b.report(f, n.Get("runs").Span, "L10", fmt.Sprintf("『%s』要写成 字串=整数，字串最多 %d 个字", pair, LongestRun))
			continue
		}
		runs[text] = v
	}
	b.opinion = NewOpinion(b.number(f, n, "base"), b.number(f, n, "sure"), runs)
}

// NewOpinion makes an opinion of runs of one to four characters and their weights.
func NewOpinion(base, sure int, runs map[string]int) Opinion {
	o := Opinion{Base: base, Sure: sure}
	weights := make(map[uint64]int32, len(runs))
	for run, weight := range runs {
		key := RunKey([]rune(run))
		o.Runs = append(o.Runs, key)
		weights[key] = int32(weight)
	}
	slices.Sort(o.Runs)
	for _, key := range o.Runs {
		o.Weights = append(o.Weights, weights[key])
	}
	o.index()
	return o
}

// number is a whole number of an entry, 0 when it is missing; a wrong kind is reported.
func (b *builder) number(f *problem.File, n *problem.Node, key string) int {
	c := n.Get(key)
	if c == nil {
		return 0
	}
	if c.Kind != problem.Int {
		b.report(f, c.Span, "L03", fmt.Sprintf("%s 要写整数", key))
	}
	return int(c.Int)
}
