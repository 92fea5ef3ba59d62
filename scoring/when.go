package scoring

import "strings"

// deadline is a time by which something is promised. start and end are runes.
type deadline struct {
	start, end int
	clause     int
	minutes    int    // from now; a named day counts by days
	timeOfDay  string // "今天18:00", "明天"; "" when a length of time was said
}

// findDeadlines reads times that lie ahead: a length of time, a time of day, a named day, an event of the day.
// The customer's own figures (12天了) and the past are left out.
func (r *reply) findDeadlines() {
	r.deadlines = r.deadlines[:0]
	asked := int32(-1) // the clause in which 能不能 was read
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.is(clsAskWord) && t.end-t.start == 3 {
			asked = t.clause
		}
		if r.clauses[t.clause].mood != told || r.inQuote(t) || r.vowed(int(t.clause)) || asked == t.clause && !r.weAfter(i) {
			continue
		}
		switch {
		case t.is(clsDuration):
			if d, ok := r.lengthAhead(i); ok {
				r.addDeadline(d)
			}
		case t.is(clsClock):
			if t.start > 0 && hasAny(r.text.runes[t.start-1:t.start], '过', '超') { // 过六点退不了
				continue
			}
			r.addDeadline(deadline{start: int(t.start), end: int(t.end), clause: int(t.clause), minutes: dayPart,
				timeOfDay: clockText(&r.values[t.value])})
		case t.is(clsDay), t.is(clsEvent):
			if !r.tellsWhich(t) && !r.customersDay(t) && !r.endsAt(t.start, int(t.clause), clsPast) && !r.adjectival(t) && !r.dayGone(t) {
				r.addDeadline(r.dayAhead(t))
			}
		case t.is(clsDate):
			r.addDeadline(deadline{start: int(t.start), end: int(t.end), clause: int(t.clause), minutes: 3 * 1440,
				timeOfDay: string(r.text.runes[t.start:t.end])})
		}
	}
}

// dayPart is what a time of today counts in minutes: any limit of the card allows it.
const dayPart = 1

// addDeadline joins a day with the clock that follows it: 明天 + 10点.
func (r *reply) addDeadline(d deadline) {
	if n := len(r.deadlines); n > 0 {
		last := &r.deadlines[n-1]
		if last.clause == d.clause && d.start-last.end <= 4 && last.timeOfDay != "" && d.timeOfDay != "" {
			last.end = d.end
			last.timeOfDay += afternoon(last.timeOfDay, d.timeOfDay)
			last.minutes = max(last.minutes, d.minutes)
			return
		}
	}
	r.deadlines = append(r.deadlines, d)
}

// afternoon reads the clock after 今晚 or 下午 in 24 hours: 今晚 + 08:00 is 今晚20:00.
func afternoon(day, clock string) string {
	const hours = "12:00"
	if len(clock) != len(hours) || clock >= hours || !strings.ContainsAny(day, "晚夜") && !strings.Contains(day, "下午") && !strings.Contains(day, "午后") && !strings.Contains(day, "傍") {
		return clock
	}
	hour := int(clock[0]-'0')*10 + int(clock[1]-'0') + 12
	return string([]byte{'0' + byte(hour/10), '0' + byte(hour%10)}) + clock[2:]
}

// lengthAhead reads 30分钟内, 等我五分钟, 三天之内; not 等了三天, 拖了12天, 七天无理由.
func (r *reply) lengthAhead(i int) (deadline, bool) {
	t := &r.tokens[i]
	v := &r.values[t.value]
	d := deadline{start: int(t.start), end: int(t.end), clause: int(t.clause), minutes: max(1, int(v.num))}
	if v.num >= 40*1440 {
		return d, false
	}
	within := false
	for k := i + 1; k < len(r.tokens) && r.tokens[k].clause == t.clause && r.tokens[k].start-t.end <= 1; k++ {
		if r.tokens[k].is(clsWithin) {
			within = true
			d.end = int(r.tokens[k].end)
		}
		if r.tokens[k].is(clsNoDeadline) && !(within && r.lightWord(&r.tokens[k])) && !r.paidBefore(&d) {
			return d, false
		}
	}
	if within {
		return d, true
	}
	if r.suffered(t) {
		return d, false
	}
	if r.m != nil {
		for _, figure := range r.m.figures {
			if figure == v.num {
				return d, false
			}
		}
	}
	runes := r.text.runes
	if t.start > 0 && (runes[t.start-1] == '了' || runes[t.start-1] == '过') || int(t.end) < len(runes) && runes[t.end] == '了' {
		return d, false
	}
	for k := i - 1; k >= 0 && r.tokens[k].clause == t.clause; k-- {
		if r.tokens[k].is(clsPast) {
			return d, false
		}
	}
	return d, true
}

// paidBefore reports 这单先退您，两分钟到账: a clause that says no more than when the money that we send arrives.
func (r *reply) paidBefore(d *deadline) bool {
	c := d.clause - 1
	if c < 0 || r.clauses[d.clause].sentence != r.clauses[c].sentence || r.clauses[d.clause].end-d.end > 3 || d.start-r.clauses[d.clause].start > 1 {
		return false
	}
	cl := &r.clauses[c]
	return (cl.is(clsDo) || cl.is(clsWeakDo)) && hasAny(r.text.runes[cl.start:cl.end], '您', '你', '我') && !cl.is(clsForecast) && !cl.is(clsAskDo) && hasAny(r.text.runes[cl.start:cl.end], '退', '赔', '补', '返')
}

// suffered reports a length of time that tells how it was or is: 4天没扫到, 忘一天谁不担心, 能看30天的.
func (r *reply) suffered(t *token) bool {
	c := int(t.clause)
	if end := int(t.end); end < r.clauses[c].end && (r.text.runes[end] == '没' || r.text.runes[end] == '的' && end+1 == r.clauses[c].end) {
		return true
	}
	return r.clauseHas(c, clsEmo) && !r.clauseHas(c, clsWe) && !r.clauseHas(c, clsFor)
}

// dayGone reports 今天没给您打过电话 and 都是今天充的？: a day of which something is told or asked that has been.
func (r *reply) dayGone(t *token) bool {
	cl := &r.clauses[t.clause]
	if r.text.runes[t.start] != '今' || r.clauseHas(int(t.clause), clsCond) {
		return false
	}
	if cl.question && cl.end-int(t.end) > 1 && hasAny(r.text.runes[cl.end-2:cl.end], '的', '过') {
		return true
	}
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		if n := &tokens[i]; n.is(clsNeg) && n.start >= t.end && n.start-t.end <= 1 && r.text.runes[n.start] == '没' {
			return true
		}
	}
	return false
}

// weAfter reports 有没有网三分钟内我再问您: after the question and the time, we act.
func (r *reply) weAfter(i int) bool {
	c := r.tokens[i].clause
	for i++; i < len(r.tokens) && r.tokens[i].clause == c; i++ {
		if t := &r.tokens[i]; t.is(clsWe) || t.is(clsFor) || t.is(clsReply) {
			return true
		}
	}
	return false
}

// lightWord reports 都 还 也 再 after a time that is set, with nothing denied: 半小时内都打给您, 15分钟内还清.
func (r *reply) lightWord(t *token) bool {
	return t.end-t.start == 1 && hasAny(r.text.runes[t.start:t.end], '都', '还', '也', '再') && !r.clauseHas(int(t.clause), clsNeg) &&
		!(int(t.end) < len(r.text.runes) && hasAny(r.text.runes[t.end:t.end+1], '没', '无', '不'))
}

// tellsWhich reports 今晚的房费: whose day it is, and 您一大早就火冒三丈: when it was felt.
func (r *reply) tellsWhich(t *token) bool {
	c := int(t.clause)
	if int(t.end)+1 < r.clauses[c].end && r.text.runes[t.end] == '的' && !isParticle(r.text.runes[t.end+1]) {
		return true
	}
	return r.clauseHas(c, clsEmo) && r.clauseHas(c, clsYou) && !r.matterFree(c) && !r.clauseHas(c, clsWe)
}

// adjectival reports 凌晨航班, 晚上的票: a part of the day that tells which one, not by when.
func (r *reply) adjectival(t *token) bool {
	if !t.is(clsPart) {
		return false
	}
	tokens, _ := r.in(int(t.clause))
	for i := range tokens {
		o := &tokens[i]
		if o.start >= t.end && o.start-t.end <= 2 && (o.is(clsClock) || o.is(clsWithin) || o.is(clsDo) || o.is(clsWeakDo) || o.is(clsReply) ||
			o.is(clsLook) || o.is(clsFor) || o.is(clsWe)) {
			return false
		}
	}
	return true
}

func (r *reply) customersDay(t *token) bool {
	if r.m == nil {
		return false
	}
	word := string(r.text.runes[t.start:t.end])
	for _, day := range r.m.days {
		if day == word && !r.matterFree(int(t.clause)) {
			return true
		}
	}
	return false
}

// matterFree reports whether the clause holds a step of ours.
func (r *reply) matterFree(c int) bool {
	return r.clauseHas(c, clsDo) || r.clauseHas(c, clsWeakDo) || r.clauseHas(c, clsReply) || r.clauseHas(c, clsLook)
}

func (r *reply) dayAhead(t *token) deadline {
	word := string(r.text.runes[t.start:t.end])
	d := deadline{start: int(t.start), end: int(t.end), clause: int(t.clause), minutes: dayPart, timeOfDay: word}
	switch {
	case hasPrefix(word, "大后"):
		d.minutes = 3 * 1440
	case hasPrefix(word, "后"):
		d.minutes = 2 * 1440
	case hasPrefix(word, "明"), hasPrefix(word, "次"), hasPrefix(word, "隔"):
		d.minutes = 1440
	case hasPrefix(word, "周"), hasPrefix(word, "星"), hasPrefix(word, "礼"), hasPrefix(word, "本周"), hasPrefix(word, "这周"):
		d.minutes = 3 * 1440
	case hasPrefix(word, "下周"), hasPrefix(word, "下星"), hasPrefix(word, "下礼"):
		d.minutes = 7 * 1440
	}
	return d
}

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

// clockText is a time of day as 18:00.
func clockText(v *value) string {
	if !v.known {
		return "[时间]"
	}
	n := int(v.num)
	return string([]byte{'0' + byte(n/60/10), '0' + byte(n/60%10), ':', '0' + byte(n%60/10), '0' + byte(n%60%10)})
}

// ahead is the deadline nearest to a clause, at most reach clauses away; nil when there is none.
func (r *reply) ahead(c, reach int) *deadline {
	var best *deadline
	for i := range r.deadlines {
		d := &r.deadlines[i]
		if gap := abs(d.clause - c); gap <= reach && !r.forThem(d) && (best == nil || gap < abs(best.clause-c)) && !r.forecast(d) {
			best = d
		}
	}
	return best
}

// forThem reports 请您在48小时内选择: the customer's time.
func (r *reply) forThem(d *deadline) bool {
	tokens, _ := r.in(d.clause)
	theirs := false
	for i := range tokens {
		switch t := &tokens[i]; {
		case int(t.start) >= d.start:
			return theirs
		case t.is(clsWe), t.is(clsFor), t.is(clsOurs):
			theirs = false
		case t.is(clsAskDo):
			theirs = true
		}
	}
	return false
}

// forecast reports whether the clause of the deadline only foretells: 预计3天到, 一般5个工作日.
func (r *reply) forecast(d *deadline) bool {
	return r.clauseHas(d.clause, clsForecast)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
