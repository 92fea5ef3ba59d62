package hearing

import (
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// frameStep adds the step a frame of the lexicon hears.
func frameStep(r *ear, ft *reading.Fit) {
	is := r.S.Frames[ft.Frame].Is
	if !opensStep(is) || openness(r, ft) != Heard {
		return
	}
	st := step{Sign: r.FitSign(ft), clause: ft.Clause, who: true, firm: true, size: solidStep, done: is == lexicon.IsDoneStep}
	if is == lexicon.IsVagueStep {
		st.size = vagueStep
	}
	st.by = r.Ahead(ft.Clause, 2) != nil && !r.Offers(ft.Clause)
	if is != lexicon.IsVagueStep { // an open frame: the verbs of its clause say how much content it has
		found := false
		tokens, base := r.In(ft.Clause)
		for i := range tokens {
			t, k := &tokens[i], base+i
			if size, ok := stepWord(t); ok && (int(t.End) >= ft.End || is == lexicon.IsDoneStep) {
				if !found || size > st.size {
					st.size = size
				}
				found = true
				if r.Negated(k) {
					return
				}
				st.done = st.done || r.IsDone(k)
			}
		}
		if !found && is == lexicon.IsStep {
			st.done = clauseDone(r, ft)
		}
	}
	st.firm = !(st.done && st.size == vagueStep)
	r.steps = append(r.steps, st)
}

func opensStep(is lexicon.Finding) bool {
	return is == lexicon.IsStep || is == lexicon.IsVagueStep || is == lexicon.IsDoneStep
}

// openness says what becomes of a form of a step where it fits.
func openness(r *ear, ft *reading.Fit) Fate {
	if mood := r.Clauses[ft.Clause].Mood; mood != reading.Told {
		return fateOfMood[mood]
	}
	if fate := soundness(r, ft); fate != Heard {
		return fate
	}
	switch {
	case r.Covered(lexicon.IsNoStep, ft.Start, ft.End):
		return Covered
	case r.S.Frames[ft.Frame].Is == lexicon.IsDoneStep && r.Covered(lexicon.IsFault, ft.Start, ft.End): // 我们掉链子了
		return Covered
	case r.Vowed(ft.Clause) && !r.ClauseHas(ft.Clause, lexicon.For):
		return Vowed
	case r.YouAsk(ft.Start, ft.Clause), r.NotOurs(ft.Clause, ft.End):
		return NotOurs
	}
	return Heard
}

// clauseDone reports a done mark in the rest of the clause of an open frame whose verb the lexicon does not know.
func clauseDone(r *ear, ft *reading.Fit) bool {
	done := false
	tokens, _ := r.In(ft.Clause)
	for i := range tokens {
		t := &tokens[i]
		if t.Is(lexicon.Soon) || t.Is(lexicon.Now) || t.Is(lexicon.Future) || t.Is(lexicon.AskWord) && t.End-t.Start > 1 {
			return false
		}
		done = done || t.Is(lexicon.Done) && (int(t.Start) >= ft.End || reading.IsBeforeMark(r.Text.Runes[t.Start]))
	}
	return done
}

// timedSteps hears a step in any clause where we, unasked and undenied, put a time to something: 我两分钟内挂好. The
// verb need not be known.
func timedSteps(r *ear) {
	for i := range r.Deadlines {
		d := &r.Deadlines[i]
		if r.Forecast(d) || stepIn(r, d.Clause) || r.Clauses[d.Clause].Question || r.NotOurs(d.Clause, d.End) {
			continue
		}
		tokens, _ := r.In(d.Clause)
		for k := range tokens {
			t := &tokens[k]
			if !t.Is(lexicon.We) && !t.Is(lexicon.For) || r.InQuote(t) || r.Covered(lexicon.IsFeeling, int(t.Start), int(t.End)) || r.ClauseHas(d.Clause, lexicon.Apology) || r.NegatedAt(int(t.End)-1, int(t.End)) || elsewhere(r, d.Clause) {
				continue
			}
			last := max(int(t.End), d.End)
			if text.HasWord(r.Text.Runes, last, "这边") { // 咱们这边
				last += 2
			}
			between := max(int(t.Start), d.Start) - min(int(t.End), d.End)
			if after := r.Clauses[d.Clause].End - last; after < 2 && (between < 2 || between == 2 && t.Is(lexicon.We)) || after > 0 && r.NegatedAt(last, last+1) ||
				r.Covered(lexicon.IsNoStep, last, last+1) {
				continue
			}
			r.steps = append(r.steps, step{Sign: r.byRule(timedStep, min(int(t.Start), d.Start), r.Clauses[d.Clause].End),
				clause: d.Clause, size: solidStep, by: true, who: true, firm: true})
			break
		}
	}
}

// elsewhere reports 上家给你缴到10月: somebody else opens the clause.
func elsewhere(r *ear, c int) bool {
	return r.StartsAt(int32(r.Clauses[c].Start), c, lexicon.Outsider) || r.StartsAt(int32(r.Clauses[c].Start), c, lexicon.Third)
}
