package hearing

import (
	"strings"
	"sync"
	"testing"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// examples is the lexicon with the hits and misses of its entries, which the embedded one leaves out.
var examples = sync.OnceValue(func() *lexicon.Lexicon {
	s, _ := lexicon.New(lexicon.Sources) // its problems are told in its own package
	return s
})

// desk takes a text apart as Hear does, up to the frames.
func desk(m *reading.Matter, text string) *ear {
	r := &ear{Reading: reading.Reading{S: lexicon.Default(), M: m}}
	r.Read(text)
	r.hearAction(&fact.Facts{})
	return r
}

// speaks reports whether an entry of the lexicon is heard in a text: a frame that fits and is meant, a word that
// stands and is meant.
func speaks(e *lexicon.Entry, number int, text string) bool {
	m, _ := reading.Compile(lexicon.Default(), fact.Brief{Situation: []string{string([]rune(text)[:2])}}) // whatever it begins with is the matter
	r := desk(m, text)
	if e.IsFrame {
		for i := range r.Fits {
			fr := &r.S.Frames[r.Fits[i].Frame]
			if fr.Entry == number && means(r, fr.Is, &r.Fits[i]) {
				return true
			}
		}
		return false
	}
	for k := range r.Tokens {
		for class := range strings.FieldsSeq(e.Class) {
			symbol, named := r.S.Symbol(class)
			if !named && int(r.S.Words[r.Tokens[k].Word].Source) == number || named && r.Has(&r.Tokens[k], symbol) && meant(r, k) {
				return true
			}
		}
	}
	return false
}

// means reports that a frame counts where it fits: empathy and elements only when they are not denied.
func means(r *ear, is lexicon.Finding, ft *reading.Fit) bool {
	_, element := lexicon.ElementOf[is]
	switch is {
	case lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare, lexicon.IsCourtesy, lexicon.IsStep, lexicon.IsVagueStep, lexicon.IsDoneStep:
		return sound(r, ft)
	}
	return !element || sound(r, ft)
}

func meant(r *ear, k int) bool {
	t := &r.Tokens[k]
	if t.Is(lexicon.Emo) || t.Is(lexicon.Apology) || t.Is(lexicon.Courtesy) || t.Is(lexicon.Bad) {
		return alive(r, k)
	}
	return true
}

func TestEveryEntrySpeaksInItsExamplesOnly(t *testing.T) {
	for i := range examples().Entries {
		e := &examples().Entries[i]
		if len(e.Hit) == 0 {
			t.Errorf("%s: 没有 hit 例句", e.ID)
		}
		for _, text := range e.Hit {
			if !speaks(e, i, text) {
				t.Errorf("%s: 该听出来：%s", e.ID, text)
			}
		}
		for _, text := range e.Miss {
			if speaks(e, i, text) {
				t.Errorf("%s: 不该听出来：%s", e.ID, text)
			}
		}
	}
}

func TestEveryRedLineHasABetterLine(t *testing.T) {
	s := lexicon.Default()
	for i := range s.Frames {
		if e := &s.Entries[s.Frames[i].Entry]; e.Better == "" {
			if _, red := lexicon.RedLineOf[s.Frames[i].Is]; red {
				t.Errorf("%s: 没有 better", e.ID)
			}
		}
	}
}

func TestBetterLinesAreGood(t *testing.T) {
	for i := range lexicon.Default().Entries {
		e := &lexicon.Default().Entries[i]
		if e.Better == "" {
			continue
		}
		f, _ := Hear(lexicon.Default(), 0, nil, []string{e.Better})
		if f.RedLines != 0 {
			t.Errorf("%s: better 自己碰了红线 %s：%s", e.ID, f.RedLines, e.Better)
		}
	}
}

// complaint is a customer who is angry about something that no example names.
func complaint(t testing.TB, text string) *reading.Matter {
	t.Helper()
	m, _ := reading.Compile(lexicon.Default(), fact.Brief{Burst: []string{"你们到底怎么回事！"}, Situation: []string{string([]rune(text)[:2])}})
	return m
}

// An example of a red line is judged on all that is heard in it, not on its own entry: a sentence that another entry hears is
// no miss, and one that the whole scorer lets go is no hit.
func TestExamplesOfRedLinesHoldForTheWholeScorer(t *testing.T) {
	s := examples()
	for i := range s.Frames {
		fr := &s.Frames[i]
		line, ok := lexicon.RedLineOf[fr.Is]
		if !ok || i > 0 && s.Frames[i-1].Entry == fr.Entry {
			continue
		}
		e := &s.Entries[fr.Entry]
		for _, text := range e.Hit {
			if have := redLines(t, s, text); !have.Has(line) {
				t.Errorf("%s: 该听出%s：%s（听出 %s）", e.ID, line.Label(), text, have)
			}
		}
		for _, text := range e.Miss {
			if have := redLines(t, s, text); have.Has(line) {
				t.Errorf("%s: 不该听出%s：%s", e.ID, line.Label(), text)
			}
		}
	}
}

func redLines(t testing.TB, s *lexicon.Lexicon, text string) fact.RedLines {
	f, _ := Hear(s, 0, complaint(t, text), []string{text})
	return f.RedLines
}
