package scoring

import (
	"fmt"
	"strconv"
	"strings"
)

// A form is one shape of a frame, as the lexicon writes it: items separated by spaces.
//
//	换|搁 谁 ~6 都|也      literal words, | between synonyms; the next item begins at most 2 characters later
//	~6                    … or at most 6 characters later; ~0 = at once
//	<emo>                 any word of the class emo; mixes with words: <emo>|惨
//	了?                   the item may be missing
//	吗|$                  … or the clause ends here
//	^ $                   the clause begins (ends, but for particles) here
//
// docs/scoring.md §8 explains them to authors.
type form struct {
	items      []formItem
	head, tail bool // ^ and $
}

type formItem struct {
	symbol int // of the symbol table
	gap    int // most characters between the item before and this one
	may    bool
	orEnd  bool // the clause may end here instead: 吗|$
}

const defaultGap = 2

// symbols numbers the distinct items of all forms and guards. A word carries one bit for each symbol it satisfies.
type symbols struct {
	index map[string]int
	specs []string
}

func (t *symbols) of(spec string) int {
	if n, ok := t.index[spec]; ok {
		return n
	}
	n := len(t.specs)
	t.index[spec] = n
	t.specs = append(t.specs, spec)
	return n
}

// parseForm reads a form; literal and class are told about every word and class it names.
func parseForm(text string, table *symbols) (form, error) {
	var f form
	gap := defaultGap
	for field := range strings.FieldsSeq(text) {
		switch {
		case f.tail:
			return f, fmt.Errorf("“$”只能写在最后")
		case field == "^":
			if len(f.items) > 0 {
				return f, fmt.Errorf("“^”只能写在最前")
			}
			f.head = true
			continue
		case field == "$" && gap != defaultGap:
			return f, fmt.Errorf("“$”前面不能写间隔；要留几个字再结束，写成 ~6 吧|$")
		case field == "$":
			f.tail = true
			continue
		case field[0] == '~':
			n, err := strconv.Atoi(field[1:])
			if err != nil || n < 0 || n > 60 {
				return f, fmt.Errorf("间隔『%s』要写成 ~ 加 0 到 60 的数字", field)
			}
			gap = n
			continue
		}
		spec, may := strings.CutSuffix(field, "?")
		spec, orEnd := strings.CutSuffix(spec, "|$")
		if err := checkItem(spec); err != nil {
			return f, err
		}
		f.items = append(f.items, formItem{table.of(spec), gap, may, orEnd})
		gap = defaultGap
	}
	if len(f.items) == 0 || f.items[0].may {
		return f, fmt.Errorf("句式的第一项不能省略，也不能没有词")
	}
	return f, nil
}

func checkItem(spec string) error {
	for alt := range strings.SplitSeq(spec, "|") {
		switch {
		case alt == "":
			return fmt.Errorf("『%s』里有空的同义词（多了一个 |）", spec)
		case alt[0] == '<' && (alt[len(alt)-1] != '>' || len(alt) < 3):
			return fmt.Errorf("词类『%s』要写成 <名字>", alt)
		}
	}
	return nil
}

// match tries the form with its first item at token k and gives the rune span; ok is false where it does not fit.
func (r *reply) match(f *form, k int, across bool) (start, end int, ok bool) {
	t := &r.tokens[k]
	if !r.has(t, f.items[0].symbol) || f.head && !r.opens(t) {
		return 0, 0, false
	}
	end, ok = r.rest(f, 1, k, across)
	return int(t.start), end, ok
}

// rest matches items from the i-th on, after token k.
func (r *reply) rest(f *form, i, k int, across bool) (end int, ok bool) {
	last := &r.tokens[k]
	if i == len(f.items) {
		return int(last.end), !f.tail || r.closes(last)
	}
	item := &f.items[i]
	for n := k + 1; n < len(r.tokens); n++ {
		t := &r.tokens[n]
		if t.start < last.end {
			continue
		}
		if int(t.start-last.end) > item.gap+r.breaks(last, t, across) || t.clause != last.clause && !across {
			break
		}
		if r.has(t, item.symbol) {
			if end, ok := r.rest(f, i+1, n, across); ok {
				return end, true
			}
		}
	}
	if end := r.clauses[last.clause].end; item.orEnd && i == len(f.items)-1 && end-int(last.end) <= item.gap {
		return end, true
	}
	if item.may {
		return r.rest(f, i+1, k, across)
	}
	return 0, false
}

// breaks is the number of boundary characters that an across form does not count as gap.
func (r *reply) breaks(a, b *token, across bool) int {
	if !across {
		return 0
	}
	return int(b.clause-a.clause) * 1
}

// opens reports whether nothing but fillers stands before the token in its clause.
func (r *reply) opens(t *token) bool {
	for i := r.clauses[t.clause].start; i < int(t.start); i++ {
		if !isFiller(r.text.runes[i]) {
			return false
		}
	}
	return true
}

// closes reports whether nothing but particles stands after the token in its clause.
func (r *reply) closes(t *token) bool { return r.closesAt(int(t.end), r.clauses[t.clause].end) }

// closesAt reports whether nothing but particles stands between two places.
func (r *reply) closesAt(from, to int) bool {
	for i := from; i < to; i++ {
		if !isParticle(r.text.runes[i]) {
			return false
		}
	}
	return true
}

func isParticle(r rune) bool {
	switch r {
	case '了', '的', '哦', '哈', '呢', '啊', '吧', '呀', '嘛', '啦', '喔', '哟', '噢', '嗷', '咯', '呗', '滴', '哒', '亲', '您', '捏', '嗯', '呐', '哎', ' ', '~', '哇', '喽', '囉', '啰':
		return true
	}
	return false
}

func isFiller(r rune) bool {
	switch r {
	case '亲', '哎', '呀', '哦', '啊', '嗯', '呃', '唉', '诶', '好', '的', ' ', '~', '哟', '这', '那', '真', '您', '也', '就', '先', '实', '在':
		return true
	}
	return false
}
