package hearing

import (
	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/scoring/text"
)

// hearEmpathy decides level and kind of empathy (docs/scoring.md §2).
func (r *ear) hearEmpathy(f *fact.Facts) {
	level, best := 0, reading.Sign{}
	r.hearScorn()
	note := func(n int, s reading.Sign) {
		if n > level && !r.scorned(s.Start) {
			level, best = n, s
		}
	}
	for k := range r.Tokens {
		t := &r.Tokens[k]
		switch {
		case r.thrownBack(t): // 着急？
		case t.Is(lexicon.Emo) && alive(r, k), r.on(weakFeeling) && t.Is(lexicon.WeakEmo) && alive(r, k) && aboutYou(r, k) && !supposed(r, t),
			r.on(neverNot) && t.Is(lexicon.WeakEmo) && affirmedTwice(r, t) && !dead(r, int(t.Start), int(t.End)):
			note(2, r.TokenSign(t))
		case t.Is(lexicon.Bad) && alive(r, k) && !ofYou(r, k) && !supposed(r, t):
			note(1+judged(r, int(t.Clause)), r.TokenSign(t))
		case (t.Is(lexicon.Apology) || t.Is(lexicon.Courtesy)) && alive(r, k) && !r.echoed(t):
			s := r.TokenSign(t)
			note(1+max(raise(r, int(t.Clause), s, true), consoled(r, t)), s)
		}
	}
	for i := range r.Fits {
		ft := &r.Fits[i]
		if !sound(r, ft) {
			continue
		}
		switch fr := &r.S.Frames[ft.Frame]; fr.Is {
		case lexicon.IsFeeling, lexicon.IsPlight, lexicon.IsCare, lexicon.IsComfort:
			note(2, r.FitSign(ft))
		case lexicon.IsAbsolve: // 您没看错: to somebody who complains it is on his side
			if r.on(sidesWith) && r.M != nil && r.M.Complains {
				note(2, r.FitSign(ft))
			}
		case lexicon.IsCourtesy, lexicon.IsApology:
			note(1+raise(r, ft.Clause, r.FitSign(ft), true), r.FitSign(ft))
		case lexicon.IsFault:
			note(1+raise(r, ft.Clause, r.FitSign(ft), false), r.FitSign(ft))
		}
	}
	if level > 0 {
		keepEmpathy(r, f, level, best)
	}
}

// keepEmpathy writes down what was heard.
func keepEmpathy(r *ear, f *fact.Facts, level int, best reading.Sign) {
	f.Empathy = level
	f.Kind = fact.Courtesy
	c := int(r.At[best.Start])
	if level == 2 {
		f.Kind = fact.Emotion
		if r.MatterIn(c-1, c+1) {
			f.Kind = fact.OnMatter
		}
	}
	f.Elements = f.Elements.With(fact.Empathy)
	r.say(f, fact.Empathy.Name(), best)
	cl := r.Clauses[c]
	f.Clauses = append(f.Clauses, string(r.Text.Runes[cl.Start:cl.End]))
}

// raise is 1 when an apology, sympathy or owned fault in clause c stands beside what befell this customer: in the
// same clause (not for a fault, which names our side), or in the clauses told before it.
func raise(r *ear, c int, by reading.Sign, same bool) int {
	if !r.on(plightNamed) {
		return 0
	}
	if same && plight(r, c, by) {
		return 1
	}
	for k := c - 1; k >= 0 && k >= c-3; k-- {
		if plight(r, k, by) {
			return 1
		}
	}
	return 0
}

// judged is 1 when a reproach (过分, 离谱) is about this customer's matter, in its clause or one of the two before.
func judged(r *ear, c int) int {
	if r.on(reproachShared) && !stepIn(r, c-1) && (r.MatterIn(c-1, c) || r.MatterIn(c-2, c) && !stepIn(r, c-2) && r.Clauses[c].Sentence == r.Clauses[c-2].Sentence) {
		return 1
	}
	return 0
}

// supposed reports 万一真误了, 要是白跑一趟: told of what may come, not of what befell them.
func supposed(r *ear, t *reading.Token) bool {
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if o := &tokens[i]; o.Is(lexicon.Cond) && o.End <= t.Start {
			return true
		}
	}
	return false
}

// affirmedTwice reports 哪能不 right before a word.
func affirmedTwice(r *ear, t *reading.Token) bool {
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if o := &tokens[i]; o.Is(lexicon.Twice) && o.End == t.Start {
			return true
		}
	}
	return false
}

// consoled is 1 when sympathy (难为您, 心疼您) follows a clause that tells what for.
func consoled(r *ear, t *reading.Token) int {
	if c := int(t.Clause); r.on(sorryFor) && t.Is(lexicon.Sympathy) && c > 0 && !stepIn(r, c-1) && r.Clauses[c-1].End-r.Clauses[c-1].Start >= 5 {
		return 1
	}
	return 0
}

// plight reports a clause that tells what befell this customer: beside the words of by it names the matter with a
// word of misfortune or of contrast, and is neither a step of ours, a question nor a refusal.
func plight(r *ear, c int, by reading.Sign) bool {
	if r.Clauses[c].Question || stepIn(r, c) || !matterBeside(r, c, by) {
		return false
	}
	told, refused := false, false
	tokens, _ := r.In(c)
	for i := range tokens {
		t := &tokens[i]
		if int(t.Start) < by.End && by.Start < int(t.End) {
			continue
		}
		refused = refused || t.Is(lexicon.Cannot) || t.Is(lexicon.NotAfter)
		told = told || t.Is(lexicon.Plight)
	}
	if refused {
		return false
	}
	cl := r.Clauses[c]
	for i := cl.Start; i < cl.End && !told; i++ {
		switch r.Text.Runes[i] {
		case '还', '又', '才', '却', '偏', '连', '被', '白', '迟', '光':
			told = i < by.Start || i >= by.End
		}
	}
	return told
}

// matterBeside is matterIn for one clause, outside the words of by.
func matterBeside(r *ear, c int, by reading.Sign) bool {
	for _, span := range r.Matter {
		if int(r.At[span[0]]) == c && (span[1] <= by.Start || span[0] >= by.End) {
			return true
		}
	}
	return false
}

func stepIn(r *ear, c int) bool {
	for i := range r.steps {
		if r.steps[i].clause == c {
			return true
		}
	}
	return false
}

// ofYou reports 您太过分了: the reproach is for the customer.
func ofYou(r *ear, k int) bool {
	t := &r.Tokens[k]
	return r.EndsAt(t.Start, int(t.Clause), lexicon.You) || r.EndsAt(t.Start-1, int(t.Clause), lexicon.You)
}

// echoed reports 道歉？: the customer's word thrown back.
func (r *ear) echoed(t *reading.Token) bool {
	c := r.Clauses[t.Clause]
	return c.Question && c.End-c.Start <= int(t.End-t.Start)+2
}

// thrownBack is echoed with a question mark behind it: 着急嘛 is none.
func (r *ear) thrownBack(t *reading.Token) bool {
	end := r.Clauses[t.Clause].End
	return r.echoed(t) && end < len(r.Text.Runes) && r.Text.Runes[end] == '?'
}

// alive reports whether a token is meant: not quoted, not denied, not a condition, not part of something else.
func alive(r *ear, k int) bool {
	t := &r.Tokens[k]
	switch {
	case r.InQuote(t), r.Negated(k), dead(r, int(t.Start), int(t.End)):
		return false
	case !t.Is(lexicon.Apology) && !t.Is(lexicon.Emo) && graceIn(r, int(t.Clause)),
		t.Is(lexicon.Apology) && r.Covered(lexicon.IsTheirSorry, int(t.Start), int(t.End)),
		t.Is(lexicon.WeakEmo) && t.Start > 0 && text.HasAny(r.Text.Runes[t.Start-1:t.Start], '说', '喊', '讲'): // 没说不舒服
		return false
	}
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause; i++ {
		if r.Tokens[i].Is(lexicon.Cond) && r.Tokens[i].Start-t.End <= 3 {
			return false
		}
	}
	return true
}

// dead reports whether a frame says that the runes mean no empathy.
func dead(r *ear, start, end int) bool {
	for _, is := range deadening {
		if r.Covered(is, start, end) {
			return true
		}
	}
	return false
}

// deadening are the findings beside which nothing is empathy.
var deadening = [...]lexicon.Finding{lexicon.IsNothing, lexicon.IsAskGrace, lexicon.IsDismiss, lexicon.IsRude, lexicon.IsAccuse}

// sound is alive for a frame.
func sound(r *ear, ft *reading.Fit) bool { return soundness(r, ft) == Heard }

func soundness(r *ear, ft *reading.Fit) Fate {
	switch fr := &r.S.Frames[ft.Frame]; {
	case fr.Asks != 0 && !r.Meets(ft.Clause, fr.Asks):
		return AsksMore
	case fr.Raw:
		return Heard
	case len(r.Quoted) > 0 && r.Quoted[ft.Start]:
		return Quoted
	case r.NegatedAt(ft.Start, ft.End):
		return Denied
	case dead(r, ft.Start, ft.End):
		return Covered
	}
	return Heard
}

// aboutYou reports whether a weak word speaks of the customer: 您 or a degree or the matter beside it.
func aboutYou(r *ear, k int) bool {
	t := &r.Tokens[k]
	if r.EndsAt(t.Start, int(t.Clause), lexicon.We) { // 我倒贴
		return false
	}
	if r.ClauseHas(int(t.Clause), lexicon.You) || r.ClauseHas(int(t.Clause), lexicon.Degree) {
		return true
	}
	return r.MatterIn(int(t.Clause)-1, int(t.Clause))
}

// graceIn reports a clause that asks the customer for sympathy.
func graceIn(r *ear, c int) bool {
	for i := range r.Fits {
		if ft := &r.Fits[i]; ft.Clause == c && r.S.Frames[ft.Frame].Is == lexicon.IsAskGrace {
			return true
		}
	}
	return false
}
