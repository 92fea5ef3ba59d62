package scoring

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring/hearing"
	"shouxiang/scoring/lexicon"
)

// Rule is one rule that can be switched off: an entry of the lexicon, one form of it, or a rule of code.
type Rule struct {
	ID       string
	Kind     RuleKind
	Literals int // words and parts of forms that are written out
}

// RuleKind says what a rule is.
type RuleKind uint8

// Kinds of rules.
const (
	WordsRule RuleKind = iota // [[words]]
	FrameRule                 // [[frame]]
	FormRule                  // one of several forms of a [[frame]]: id#2
	CodeRule                  // a row of hearing.Table
)

// Rules lists every rule: entries in the order of the files, each frame before its forms, then the rules of code.
func (s *Scorer) Rules() []Rule {
	var out []Rule
	for _, r := range s.source().Rules() {
		if r.Forms == 0 {
			out = append(out, Rule{r.ID, WordsRule, r.Literals})
			continue
		}
		out = append(out, Rule{r.ID, FrameRule, r.Literals})
		for n := 1; n <= r.Forms && r.Forms > 1; n++ {
			out = append(out, Rule{lexicon.FormID(r.ID, n), FormRule, 0})
		}
	}
	for i := range hearing.Table {
		out = append(out, Rule{hearing.Table[i].ID, CodeRule, 0})
	}
	return out
}

// Without is the scorer with some of its rules switched off: entries ("rude.curse"), forms by their number ("rude.you-are#2"),
// rules of code ("code.mockery"). What was compiled with another scorer must be compiled again with this one.
func (s *Scorer) Without(ids ...string) (*Scorer, error) {
	whole, all := s, ids
	if s.whole != nil {
		whole, all = s.whole, append(slices.Clone(s.less), ids...)
	}
	out := &Scorer{lex: whole.lex, source: whole.source, whole: whole, less: all}
	var ofLexicon []string
	for _, id := range all {
		if n, ok := hearing.RuleNamed(id); ok {
			out.off = out.off.With(n)
			continue
		}
		if err := whole.knows(id); err != nil {
			return nil, err
		}
		ofLexicon = append(ofLexicon, id)
	}
	if len(ofLexicon) > 0 {
		out.lex, _ = whole.source().Compile(ofLexicon...) // what is wrong with the files was told when the whole was made
	}
	return out, nil
}

// knows reports an id that no entry has, and a number that no form of it has.
func (s *Scorer) knows(id string) error {
	name, number, isForm := strings.Cut(id, "#")
	if _, ok := hearing.RuleNamed(name); ok {
		return fmt.Errorf("规则『%s』写在程序里，没有句型可关；写 %s 关掉整条", id, name)
	}
	records := s.source().Rules()
	for _, r := range records {
		if r.ID != name {
			continue
		}
		n, err := strconv.Atoi(number)
		switch {
		case !isForm || err == nil && number == strconv.Itoa(n) && n >= 1 && n <= r.Forms:
			return nil
		case r.Forms == 0:
			return fmt.Errorf("规则『%s』是一列词，没有句型可关；写 %s 关掉整条", id, name)
		}
		return fmt.Errorf("规则『%s』有 %d 个句型，没有第『%s』个；写 %s 到 %s", name, r.Forms, number, lexicon.FormID(name, 1), lexicon.FormID(name, r.Forms))
	}
	known := make([]string, 0, len(records)+len(hearing.Table))
	for _, r := range records {
		known = append(known, r.ID)
	}
	for i := range hearing.Table {
		known = append(known, hearing.Table[i].ID)
	}
	if near := problem.Nearest(name, known); near != "" {
		return fmt.Errorf("没有叫『%s』的规则；是不是『%s』", id, near)
	}
	return fmt.Errorf("没有叫『%s』的规则；名字见 scoring/lexicon/*.toml 的 id 和 scoring/hearing/rules.go", id)
}
