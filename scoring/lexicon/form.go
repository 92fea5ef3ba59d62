package lexicon

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
type Form struct {
	Items      []formItem
	Head, Tail bool // ^ and $
}

type formItem struct {
	Symbol int // of the symbol table
	Gap    int // most characters between the item before and this one
	May    bool
	OrEnd  bool // the clause may end here instead: 吗|$
}

const defaultGap = 2

// Symbols numbers the distinct items of all forms and guards. A word carries one bit for each symbol it satisfies.
type Symbols struct {
	index map[string]int
	specs []string
}

func (t *Symbols) of(spec string) int {
	if n, ok := t.index[spec]; ok {
		return n
	}
	n := len(t.specs)
	t.index[spec] = n
	t.specs = append(t.specs, spec)
	return n
}

// parseForm reads a form; literal and class are told about every word and class it names.
func parseForm(text string, table *Symbols) (Form, error) {
	var f Form
	gap := defaultGap
	for field := range strings.FieldsSeq(text) {
		switch {
		case f.Tail:
			return f, fmt.Errorf("“$”只能写在最后")
		case field == "^":
			if len(f.Items) > 0 {
				return f, fmt.Errorf("“^”只能写在最前")
			}
			f.Head = true
			continue
		case field == "$" && gap != defaultGap:
			return f, fmt.Errorf("“$”前面不能写间隔；要留几个字再结束，写成 ~6 吧|$")
		case field == "$":
			f.Tail = true
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
		f.Items = append(f.Items, formItem{table.of(spec), gap, may, orEnd})
		gap = defaultGap
	}
	if len(f.Items) == 0 || f.Items[0].May {
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
