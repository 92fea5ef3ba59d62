package scoring

import (
	"strings"
	"testing"
)

// desk takes a text apart as Hear does, up to the frames.
func desk(m *Matter, text string) *ear {
	r := &ear{reply: reply{s: Default(), m: m}}
	r.read(text)
	r.hearAction(&Facts{})
	return r
}

// speaks reports whether an entry of the lexicon is heard in a text: a frame that fits and is meant, a word that
// stands and is meant.
func speaks(e *entry, number int, text string) bool {
	m, _ := Default().Compile(Brief{Situation: []string{string([]rune(text)[:2])}}) // whatever it begins with is the matter
	r := desk(m, text)
	if e.isFrame {
		for i := range r.fits {
			fr := &r.s.frames[r.fits[i].frame]
			if fr.entry == number && r.means(fr.is, &r.fits[i]) {
				return true
			}
		}
		return false
	}
	for k := range r.tokens {
		for class := range strings.FieldsSeq(e.class) {
			symbol, named := r.s.classes[class]
			if !named && int(r.s.words[r.tokens[k].word].source) == number || named && r.has(&r.tokens[k], symbol) && r.meant(k) {
				return true
			}
		}
	}
	return false
}

// means reports that a frame counts where it fits: empathy and elements only when they are not denied.
func (r *ear) means(is finding, ft *fit) bool {
	_, element := elementOf[is]
	switch is {
	case isFeeling, isPlight, isCare, isCourtesy, isStep, isVagueStep, isDoneStep:
		return r.sound(ft)
	}
	return !element || r.sound(ft)
}

func (r *ear) meant(k int) bool {
	t := &r.tokens[k]
	if t.is(clsEmo) || t.is(clsApology) || t.is(clsCourtesy) || t.is(clsBad) {
		return r.alive(k)
	}
	return true
}

func TestEveryEntrySpeaksInItsExamplesOnly(t *testing.T) {
	for i := range Default().entries {
		e := &Default().entries[i]
		if len(e.hit) == 0 {
			t.Errorf("%s: 没有 hit 例句", e.id)
		}
		for _, text := range e.hit {
			if !speaks(e, i, text) {
				t.Errorf("%s: 该听出来：%s", e.id, text)
			}
		}
		for _, text := range e.miss {
			if speaks(e, i, text) {
				t.Errorf("%s: 不该听出来：%s", e.id, text)
			}
		}
	}
}

func TestEveryRedLineHasABetterLine(t *testing.T) {
	s := Default()
	for i := range s.frames {
		if e := &s.entries[s.frames[i].entry]; e.better == "" {
			if _, red := redLineOf[s.frames[i].is]; red {
				t.Errorf("%s: 没有 better", e.id)
			}
		}
	}
}

func TestBetterLinesAreGood(t *testing.T) {
	for i := range Default().entries {
		e := &Default().entries[i]
		if e.better == "" {
			continue
		}
		f := Default().Hear(nil, []string{e.better})
		if f.RedLines != 0 {
			t.Errorf("%s: better 自己碰了红线 %s：%s", e.id, f.RedLines, e.better)
		}
	}
}

// complaint is a customer who is angry about something that no example names.
func complaint(t testing.TB, text string) *Matter {
	t.Helper()
	m, _ := Default().Compile(Brief{Burst: []string{"你们到底怎么回事！"}, Situation: []string{string([]rune(text)[:2])}})
	return m
}

// An example of a red line is judged on all that is heard in it, not on its own entry: a sentence that another entry hears is
// no miss, and one that the whole scorer lets go is no hit.
func TestExamplesOfRedLinesHoldForTheWholeScorer(t *testing.T) {
	s := Default()
	for i := range s.frames {
		fr := &s.frames[i]
		line, ok := redLineOf[fr.is]
		if !ok || i > 0 && s.frames[i-1].entry == fr.entry {
			continue
		}
		e := &s.entries[fr.entry]
		for _, text := range e.hit {
			if have := s.Hear(complaint(t, text), []string{text}).RedLines; !have.Has(line) {
				t.Errorf("%s: 该听出%s：%s（听出 %s）", e.id, line.Label(), text, have)
			}
		}
		for _, text := range e.miss {
			if have := s.Hear(complaint(t, text), []string{text}).RedLines; have.Has(line) {
				t.Errorf("%s: 不该听出%s：%s", e.id, line.Label(), text)
			}
		}
	}
}
