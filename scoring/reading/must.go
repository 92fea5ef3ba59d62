package reading

import (
	"slices"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// compileMust compiles a fact that must be said. It is met by what means the same: a figure by its value, however it is
// written (12元 = 12块 = 十二块 = 运费12), and what cannot be done by every way to say so (不能免 = 免不了 = 没法免).
func compileMust(s *lexicon.Lexicon, must string) (Pattern, error) {
	p, err := CompilePattern(s, must)
	if err != nil {
		return p, err
	}
	for _, pieces := range slices.Clip(p.alts) {
		if len(pieces) == 1 && text.StartsNumber(pieces[0][0]) {
			if v, ok := text.ReadValue(pieces[0], 0); ok && v.Known && v.End == len(pieces[0]) {
				p.figures = append(p.figures, v)
			}
		}
		for i, piece := range pieces {
			for _, way := range cannotWays(piece) {
				other := slices.Clone(pieces)
				other[i] = way
				p.alts = append(p.alts, other)
			}
		}
	}
	return p, nil
}

// Ways to say that something cannot be done: in front of the verb, and behind it.
var (
	cannotBefore = [][]rune{[]rune("不能"), []rune("没法"), []rune("没办法"), []rune("不可以"), []rune("无法")}
	cannotAfter  = [][]rune{[]rune("不了"), []rune("不成"), []rune("不掉")}
)

// cannotWays are the other ways to say a piece that says 不能X or X不了, X being one to three characters; nil when it
// says no such thing.
func cannotWays(piece []rune) [][]rune {
	const longest = 3
	var verb []rune
	for _, w := range cannotBefore {
		if text.HasRunes(piece, w) {
			verb = piece[len(w):]
		}
	}
	for _, w := range cannotAfter {
		if n := len(piece) - len(w); n > 0 && slices.Equal(piece[n:], w) {
			verb = piece[:n]
		}
	}
	if len(verb) == 0 || len(verb) > longest {
		return nil
	}
	var out [][]rune
	for _, w := range cannotBefore {
		out = append(out, slices.Concat(w, verb))
	}
	for _, w := range cannotAfter {
		out = append(out, slices.Concat(verb, w))
	}
	return slices.DeleteFunc(out, func(way []rune) bool { return slices.Equal(way, piece) })
}

// sameFigure compares a figure of the reply with one that must be said: the same number, in the same unit or one of the
// two without a unit. A bare one, two or three is said in too many other ways to be the fact.
func sameFigure(have, want *text.Value) bool {
	if !have.Known || have.Num != want.Num {
		return false
	}
	if have.Kind == want.Kind {
		return have.Workdays == want.Workdays
	}
	const tooCommon = 3
	money := func(v *text.Value) bool { return v.Kind == text.Money || v.Kind == text.PlainNumber }
	return money(have) && money(want) && want.Num > tooCommon
}
