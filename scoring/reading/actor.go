package reading

import (
	"unicode/utf8"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// actorOf finds who does the verb at token k: the nearest subject before it in its clause, else the subject of the
// clauses before it in the same sentence.
func actorOf(r *Reading, k int) Actor {
	t := &r.Tokens[k]
	c := t.Clause
	if leftToYou(r, int(t.Clause), int(t.Start)) {
		return Customer
	}
	if holdsYou(r, t) && !theirs(r, k) {
		return Us
	}
	seen := Nobody
	for i := k - 1; i >= 0; i-- {
		o := &r.Tokens[i]
		if o.Clause != c {
			if seen == Machine {
				return Machine
			}
			if c-o.Clause > 1 || r.Clauses[o.Clause].Sentence != r.Clauses[t.Clause].Sentence || t.Clause-o.Clause > 2 {
				break
			}
			c = o.Clause
			if who := firstActor(r, int(c)); who == Us && !r.ClauseHas(int(c), lexicon.Rule) || who == Customer {
				return who
			}
			break
		}
		if who, ok := subject(r, i); ok && o.End <= t.Start {
			switch {
			case seen == Machine && who != Us && who != Customer:
				continue
			case who == Machine:
				seen = Machine
				continue
			case who == Us && o.Is(lexicon.For) && theirs(r, i):
				return Outsider
			case who == Us && o.Is(lexicon.For) && yoursFor(r, i):
				return Customer
			}
			return who
		}
	}
	if seen == Machine {
		return Machine
	}
	for i := k; i < len(r.Tokens) && r.Tokens[i].Clause == t.Clause; i++ {
		if o := &r.Tokens[i]; o.Is(lexicon.For) && o.Start >= t.End || o.Is(lexicon.You) && o.Start == t.End && (t.Is(lexicon.Do) || t.Is(lexicon.WeakDo)) {
			return Us
		}
	}
	return Nobody
}

// holdsYou reports a verb that says for whom: 给您打过去, 跟您确认, 退您.
func holdsYou(r *Reading, t *Token) bool {
	runes := r.Text.Runes[t.Start:t.End]
	switch runes[0] {
	case '给', '帮', '替', '跟', '向', '与', '和':
		return len(runes) > 2 && (runes[1] == '您' || runes[1] == '你')
	}
	last := runes[len(runes)-1]
	return t.Is(lexicon.Do) && len(runes) > 1 && (last == '您' || last == '你')
}

// leftToYou reports 得您自己…, 您可以让商家给您打过去: up to a place of its clause it is the customer who has to see to it.
func leftToYou(r *Reading, c, before int) bool {
	tokens, base := r.In(c)
	for i := range tokens {
		o := &tokens[i]
		switch {
		case int(o.Start) >= before || o.Is(lexicon.We):
			return false
		case o.Is(lexicon.You) && (text.HasWord(r.Text.Runes, int(o.Start), "您自己") || text.HasWord(r.Text.Runes, int(o.Start), "你自己")):
			return true
		case o.Is(lexicon.You) && !isObject(r, base+i) && asksOthers(r, int(o.End), before):
			return true
		}
	}
	return false
}

// asksOthers reports 可以让商家, 先找快递 right behind the customer.
func asksOthers(r *Reading, at, before int) bool {
	for _, word := range []string{"可以", "可", "得", "要", "先", "去", "直接", "自己", "还是", "只能", "再"} {
		if text.HasWord(r.Text.Runes, at, word) {
			at += utf8.RuneCountInString(word)
			break
		}
	}
	return at < before && text.HasAny(r.Text.Runes[at:at+1], '让', '叫', '找', '请', '喊')
}

// Generalises reports that what a clause says, up to a place, holds for everybody: 一般都是专员给您回电. With 我 before it, it is ours.
func (r *Reading) Generalises(c, before int) bool {
	if !r.ClauseHas(c, lexicon.General) {
		return false
	}
	tokens, _ := r.In(c)
	said := false
	for i := range tokens {
		switch o := &tokens[i]; {
		case int(o.Start) >= before:
			return said
		case o.Is(lexicon.We) && !said && !(int(o.End) < len(r.Text.Runes) && r.Text.Runes[o.End] == '的'):
			return false
		case o.Is(lexicon.General):
			said = true
		}
	}
	return said
}

// NotOurs reports a clause that tells, up to a place, what the customer has to see to or what holds for everybody.
func (r *Reading) NotOurs(c, before int) bool {
	return leftToYou(r, c, before) || r.Generalises(c, before)
}

// theirs reports 物流会给您发短信: somebody outside does it for the customer.
func theirs(r *Reading, i int) bool {
	o := &r.Tokens[i]
	for k := i - 1; k >= 0 && r.Tokens[k].Clause == o.Clause; k-- {
		switch p := &r.Tokens[k]; {
		case p.Is(lexicon.We), p.Is(lexicon.For), p.Is(lexicon.Ours):
			return false
		case p.Is(lexicon.Third):
			return !r.SentBy(k)
		}
	}
	return false
}

// firstActor is the first subject of a clause.
func firstActor(r *Reading, c int) Actor {
	tokens, base := r.In(c)
	for i := range tokens {
		if who, ok := subject(r, base+i); ok {
			return who
		}
	}
	return Nobody
}

// subject says whose action a token announces.
func subject(r *Reading, i int) (Actor, bool) {
	o := &r.Tokens[i]
	switch {
	case o.Is(lexicon.For), o.Is(lexicon.We):
		return Us, true
	case o.Is(lexicon.AskDo) && weAsked(r, o): // 已请仓库补寄
		return Us, true
	case o.Is(lexicon.AskDo): // 请师傅过去 and 我自己 are ours
		c := int(o.Clause)
		return Customer, !r.StartsAt(o.End, c, lexicon.Ours) && !r.StartsAt(o.End, c, lexicon.Third) &&
			!(text.HasWord(r.Text.Runes, int(o.Start), "自己") && r.ClauseHas(c, lexicon.We))
	case o.Is(lexicon.You):
		if isObject(r, i) {
			return Nobody, false
		}
		return Customer, true
	case o.Is(lexicon.Ours):
		return OursIs, !r.SentBy(i)
	case o.Is(lexicon.Third):
		return Outsider, !r.SentBy(i)
	case o.Is(lexicon.System), o.Is(lexicon.Yours):
		return Machine, true
	}
	return Nobody, false
}

// weAsked reports 已请, 刚请: it was us who asked.
func weAsked(r *Reading, o *Token) bool {
	if o.Start == 0 || o.End-o.Start != 1 {
		return false
	}
	before := r.Text.Runes[o.Start-1]
	return before == '已' || before == '刚' || o.Start > 1 && before == '经'
}

// isObject reports 退您, 让您: the 您 right after a verb is its object.
func isObject(r *Reading, i int) bool {
	o := &r.Tokens[i]
	if o.Start == 0 {
		return false
	}
	switch r.Text.Runes[o.Start-1] {
	case '让', '给', '跟', '把', '和', '向', '为', '对', '请', '催', '带', '陪', '送', '找', '问', '替', '帮', '教', '领':
		return true
	}
	c := int(o.Clause)
	return r.EndsAt(o.Start, c, lexicon.Do) || r.EndsAt(o.Start, c, lexicon.WeakDo) || r.EndsAt(o.Start, c, lexicon.Reply)
}

// SentBy reports 我让仓库…, 跟快递…: the name is what our step works on, not who acts.
func (r *Reading) SentBy(i int) bool {
	o := &r.Tokens[i]
	if o.Start == 0 {
		return false
	}
	switch r.Text.Runes[o.Start-1] {
	case '让', '叫', '请', '跟', '和', '找', '催', '向', '给', '问', '派', '约', '托', '喊', '与', '到', '往', '从', '把', '由', '查', '对', '帮':
		return true
	}
	return false
}

// yoursFor reports 您给孩子报的: the customer does it for somebody of theirs.
func yoursFor(r *Reading, i int) bool {
	o := &r.Tokens[i]
	if r.YouAsk(int(o.Start), int(o.Clause)) {
		return true
	}
	for _, c := range r.Text.Runes[o.Start:o.End] {
		if c == '您' || c == '你' || c == '亲' {
			return false
		}
	}
	tokens, _ := r.In(int(o.Clause))
	yours := false
	for k := range tokens {
		t := &tokens[k]
		if t.Is(lexicon.We) {
			return false
		}
		yours = yours || t.Is(lexicon.You) && t.Start < o.Start
	}
	return yours
}

// YouAsk reports 您让家人帮您 before a place: whoever does it, the customer has to ask.
func (r *Reading) YouAsk(before, c int) bool {
	runes := r.Text.Runes
	for at := r.Clauses[c].Start; at+2 < before; at++ {
		if (runes[at] == '您' || runes[at] == '你') && text.HasAny(runes[at+1:at+2], '让', '叫', '找', '请') {
			return !r.ClauseHas(c, lexicon.We)
		}
	}
	return false
}

// OurPaper reports that what acts is money or a form of ours (钱已退, 工单已转): it does not move by itself.
func (r *Reading) OurPaper(k int) bool {
	switch r.Text.Runes[r.Tokens[k].Start] {
	case '交', '付', '充', '花', '掏', '缴', '垫': // 钱交了: the customer's
		return false
	}
	for i := k - 1; i >= 0 && r.Tokens[i].Clause == r.Tokens[k].Clause; i-- {
		if o := &r.Tokens[i]; o.Is(lexicon.System) || o.Is(lexicon.Yours) {
			return o.Is(lexicon.Paper) || o.Is(lexicon.Yours) && marked(r, k)
		}
	}
	return false
}

// Actor is who a verb belongs to.
type Actor uint8

const (
	Nobody   Actor = iota // dropped
	Us                    // 我, 我们, or something done for 您
	OursIs                // 仓库, 专员: our people
	Customer              // 您, 请…
	Outsider              // 快递, 银行
	Machine               // 系统, 订单: things happen by themselves
)
