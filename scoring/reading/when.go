package reading

import (
	"slices"
	"strings"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/text"
)

// Deadline is a time by which something is promised. start and end are runes.
type Deadline struct {
	Start, End int
	Clause     int
	Minutes    int    // from now; a named day counts by days
	TimeOfDay  string // "今天18:00", "明天"; "" when a length of time was said
}

// findDeadlines reads times that lie ahead: a length of time, a time of day, a named day, an event of the day.
// The customer's own figures (12天了) and the past are left out.
func findDeadlines(r *Reading) {
	r.Deadlines = r.Deadlines[:0]
	asked := int32(-1) // the clause in which 能不能 was read
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if t.Is(lexicon.AskWord) && t.End-t.Start == 3 {
			asked = t.Clause
		}
		if r.Clauses[t.Clause].Mood != Told || r.InQuote(t) || r.Vowed(int(t.Clause)) || asked == t.Clause && !weAfter(r, i) {
			continue
		}
		switch {
		case t.Is(lexicon.Duration):
			if d, ok := lengthAhead(r, i); ok {
				addDeadline(r, d)
			}
		case t.Is(lexicon.Clock):
			if t.Start > 0 && text.HasAny(r.Text.Runes[t.Start-1:t.Start], '过', '超') || pointsAt(r, t) { // 过六点退不了
				continue
			}
			addDeadline(r, Deadline{Start: int(t.Start), End: int(t.End), Clause: int(t.Clause), Minutes: dayPart,
				TimeOfDay: clockText(&r.Values[t.value])})
		case t.Is(lexicon.Day), t.Is(lexicon.Event):
			if !tellsWhich(r, t) && !pointsAt(r, t) && !customersDay(r, t) && !r.EndsAt(t.Start, int(t.Clause), lexicon.Past) && !adjectival(r, t) && !dayGone(r, t) {
				addDeadline(r, dayAhead(r, t))
			}
		case t.Is(lexicon.Date) && !pointsAt(r, t) && !tellsWhich(r, t):
			addDeadline(r, Deadline{Start: int(t.Start), End: int(t.End), Clause: int(t.Clause), Minutes: 3 * 1440,
				TimeOfDay: string(r.Text.Runes[t.Start:t.End])})
		}
	}
	r.Deadlines = slices.DeleteFunc(r.Deadlines, func(d Deadline) bool { return d.TimeOfDay != "" && r.isFact(&d) })
}

// pointsAt reports 18点那笔, 明天的票, 9点扣的那笔: the time tells which one is meant.
func pointsAt(r *Reading, t *Token) bool {
	runes := r.Text.Runes
	end := r.Clauses[t.Clause].End
	at := timeEnd(r, t)
	if at >= end {
		return false
	}
	if text.HasAny(runes[at:at+1], '那', '这') && !text.HasWord(runes, at, "这边") && !text.HasWord(runes, at, "那边") && !text.HasWord(runes, at, "这就") {
		return true
	}
	for k := at; k+1 < end && k <= at+2; k++ {
		if runes[k] == '的' && !IsParticle(runes[k+1]) && (k == at || text.HasAny(runes[k+1:k+2], '那', '这')) {
			return true
		}
	}
	return false
}

// timeEnd is where the time that begins with a token ends: 明天 of 明天下午3点 at 3点.
func timeEnd(r *Reading, t *Token) int {
	end := t.End
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if o := &tokens[i]; o.Start == end && (o.Is(lexicon.Clock) || o.Is(lexicon.Day) || o.Is(lexicon.Part)) {
			end = o.End
		}
	}
	return int(end)
}

// goesOn reports a clause right behind one in which we act: 争议我来提，八点半给编号.
func (r *Reading) goesOn(c int) bool {
	return c > 0 && r.Clauses[c-1].Sentence == r.Clauses[c].Sentence && (r.ClauseHas(c-1, lexicon.We) || r.ClauseHas(c-1, lexicon.For)) &&
		!r.ClauseHas(c-1, lexicon.Emo) && !r.ClauseHas(c-1, lexicon.Apology)
}

// isFact reports a day or an hour that is told and promises nothing: 婚礼10月2日, 窗口五点关门. It has no 前, nothing of ours is done in
// its clause, and more stands there than the time, but no word of a result.
func (r *Reading) isFact(d *Deadline) bool {
	c := d.Clause
	if r.happens(d) {
		return true
	}
	cl := &r.Clauses[c]
	if r.ClauseHas(c, lexicon.Within) || r.ClauseHas(c, lexicon.Event) || r.MatterFree(c) || r.ClauseHas(c, lexicon.Vague) || r.ClauseHas(c, lexicon.We) || r.ClauseHas(c, lexicon.For) ||
		r.ClauseHas(c, lexicon.Ours) || r.ClauseHas(c, lexicon.Outcome) || r.goesOn(c) || text.HasWord(r.Text.Runes, d.End, "先") {
		return false
	}
	left := 0
	for i := cl.Start; i < cl.End; i++ {
		if x := r.Text.Runes[i]; (i < d.Start || i >= d.End) && !IsParticle(x) && !text.IsMark(x) {
			left++
		}
		for _, word := range []string{"结果", "消息", "回音", "准信", "说法", "到您", "上门", "敲", "来收", "来取", "收件", "取件"} {
			if text.HasWord(r.Text.Runes, i, word) {
				return false
			}
		}
	}
	return left > 1
}

// happens reports 8点20开, 11月1日到期, 周三已经出库: the words behind the time say what takes place then, by itself or long since.
func (r *Reading) happens(d *Deadline) bool {
	if r.ClauseHas(d.Clause, lexicon.Within) {
		return false
	}
	runes := r.Text.Runes
	for _, word := range []string{"已", "才", "刚"} {
		if text.HasWord(runes, d.End, word) {
			return true
		}
	}
	for _, word := range []string{"开", "开车", "发车", "起飞", "落地", "降落", "关门", "开门", "打烊", "下班", "上班", "截止", "到期", "结束", "开始", "开场", "开考", "开课", "开席", "上课", "签收", "出库"} {
		if !text.HasWord(runes, d.End, word) {
			continue
		}
		end := d.End + len([]rune(word))
		for end < len(runes) && IsParticle(runes[end]) {
			end++
		}
		if end == r.Clauses[d.Clause].End {
			return true
		}
	}
	return false
}

// dayPart is what a time of today counts in minutes: any limit of the card allows it.
const dayPart = 1

// addDeadline joins a day with the clock that follows it: 明天 + 10点.
func addDeadline(r *Reading, d Deadline) {
	if n := len(r.Deadlines); n > 0 {
		last := &r.Deadlines[n-1]
		if last.Clause == d.Clause && d.Start-last.End <= 4 && last.TimeOfDay != "" && d.TimeOfDay != "" {
			last.End = d.End
			last.TimeOfDay += afternoon(last.TimeOfDay, d.TimeOfDay)
			last.Minutes = max(last.Minutes, d.Minutes)
			return
		}
	}
	r.Deadlines = append(r.Deadlines, d)
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
func lengthAhead(r *Reading, i int) (Deadline, bool) {
	t := &r.Tokens[i]
	v := &r.Values[t.value]
	d := Deadline{Start: int(t.Start), End: int(t.End), Clause: int(t.Clause), Minutes: max(1, int(v.Num))}
	if v.Num >= 40*1440 {
		return d, false
	}
	if int(t.End) < len(r.Text.Runes) && r.Text.Runes[t.End] == '前' || text.HasWord(r.Text.Runes, int(t.End), "之前") || text.HasWord(r.Text.Runes, int(t.End), "以前") { // 十分钟前
		return d, false
	}
	within := false
	for k := i + 1; k < len(r.Tokens) && r.Tokens[k].Clause == t.Clause && r.Tokens[k].Start-t.End <= 1; k++ {
		if r.Tokens[k].Is(lexicon.Within) {
			within = true
			d.End = int(r.Tokens[k].End)
		}
		if r.Tokens[k].Is(lexicon.NoDeadline) && !(within && lightWord(r, &r.Tokens[k])) && !r.PaidBefore(&d) {
			return d, false
		}
	}
	if within {
		return d, true
	}
	if suffered(r, t) {
		return d, false
	}
	if r.M != nil {
		for _, figure := range r.M.Figures {
			if figure == v.Num {
				return d, false
			}
		}
	}
	runes := r.Text.Runes
	if t.Start > 0 && (runes[t.Start-1] == '了' || runes[t.Start-1] == '过') || int(t.End) < len(runes) && runes[t.End] == '了' {
		return d, false
	}
	for k := i - 1; k >= 0 && r.Tokens[k].Clause == t.Clause; k-- {
		if r.Tokens[k].Is(lexicon.Past) {
			return d, false
		}
	}
	return d, true
}

// PaidBefore reports 这单先退您，两分钟到账: a clause that says no more than when the money that we send arrives.
func (r *Reading) PaidBefore(d *Deadline) bool {
	c := d.Clause - 1
	if c < 0 || r.Clauses[d.Clause].Sentence != r.Clauses[c].Sentence || r.Clauses[d.Clause].End-d.End > 3 || d.Start-r.Clauses[d.Clause].Start > 1 {
		return false
	}
	cl := &r.Clauses[c]
	return (cl.is(lexicon.Do) || cl.is(lexicon.WeakDo)) && text.HasAny(r.Text.Runes[cl.Start:cl.End], '您', '你', '我') && !cl.is(lexicon.Forecast) && !cl.is(lexicon.AskDo) && text.HasAny(r.Text.Runes[cl.Start:cl.End], '退', '赔', '补', '返')
}

// suffered reports a length of time that tells how it was or is: 4天没扫到, 忘一天谁不担心, 能看30天的.
func suffered(r *Reading, t *Token) bool {
	c := int(t.Clause)
	if end := int(t.End); end < r.Clauses[c].End && (r.Text.Runes[end] == '没' || r.Text.Runes[end] == '的' && end+1 == r.Clauses[c].End) {
		return true
	}
	return r.ClauseHas(c, lexicon.Emo) && !r.ClauseHas(c, lexicon.We) && !r.ClauseHas(c, lexicon.For)
}

// dayGone reports 今天没给您打过电话 and 都是今天充的？: a day of which something is told or asked that has been.
func dayGone(r *Reading, t *Token) bool {
	cl := &r.Clauses[t.Clause]
	if r.Text.Runes[t.Start] != '今' || r.ClauseHas(int(t.Clause), lexicon.Cond) {
		return false
	}
	if cl.Question && cl.End-int(t.End) > 1 && text.HasAny(r.Text.Runes[cl.End-2:cl.End], '的', '过') {
		return true
	}
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		if n := &tokens[i]; n.Is(lexicon.Neg) && n.Start >= t.End && n.Start-t.End <= 1 && r.Text.Runes[n.Start] == '没' {
			return true
		}
	}
	return false
}

// weAfter reports 有没有网三分钟内我再问您: after the question and the time, we act.
func weAfter(r *Reading, i int) bool {
	c := r.Tokens[i].Clause
	for i++; i < len(r.Tokens) && r.Tokens[i].Clause == c; i++ {
		if t := &r.Tokens[i]; t.Is(lexicon.We) || t.Is(lexicon.For) || t.Is(lexicon.Reply) {
			return true
		}
	}
	return false
}

// lightWord reports 都 还 也 再 after a time that is set, with nothing denied: 半小时内都打给您, 15分钟内还清.
func lightWord(r *Reading, t *Token) bool {
	return t.End-t.Start == 1 && text.HasAny(r.Text.Runes[t.Start:t.End], '都', '还', '也', '再') && !r.ClauseHas(int(t.Clause), lexicon.Neg) &&
		!(int(t.End) < len(r.Text.Runes) && text.HasAny(r.Text.Runes[t.End:t.End+1], '没', '无', '不'))
}

// tellsWhich reports 今晚的房费: whose day it is, and 您一大早就火冒三丈: when it was felt.
func tellsWhich(r *Reading, t *Token) bool {
	c := int(t.Clause)
	if int(t.End)+1 < r.Clauses[c].End && r.Text.Runes[t.End] == '的' && !IsParticle(r.Text.Runes[t.End+1]) {
		return true
	}
	return r.ClauseHas(c, lexicon.Emo) && r.ClauseHas(c, lexicon.You) && !r.MatterFree(c) && !r.ClauseHas(c, lexicon.We)
}

// adjectival reports 凌晨航班, 晚上的票: a part of the day that tells which one, not by when.
func adjectival(r *Reading, t *Token) bool {
	if !t.Is(lexicon.Part) {
		return false
	}
	tokens, _ := r.In(int(t.Clause))
	for i := range tokens {
		o := &tokens[i]
		if o.Start >= t.End && o.Start-t.End <= 2 && (o.Is(lexicon.Clock) || o.Is(lexicon.Within) || o.Is(lexicon.Do) || o.Is(lexicon.WeakDo) || o.Is(lexicon.Reply) ||
			o.Is(lexicon.Look) || o.Is(lexicon.For) || o.Is(lexicon.We)) {
			return false
		}
	}
	return true
}

func customersDay(r *Reading, t *Token) bool {
	if r.M == nil {
		return false
	}
	word := string(r.Text.Runes[t.Start:t.End])
	for _, day := range r.M.days {
		if day == word && !r.MatterFree(int(t.Clause)) {
			return true
		}
	}
	return false
}

// MatterFree reports whether the clause holds a step of ours.
func (r *Reading) MatterFree(c int) bool {
	return r.ClauseHas(c, lexicon.Do) || r.ClauseHas(c, lexicon.WeakDo) || r.ClauseHas(c, lexicon.Reply) || r.ClauseHas(c, lexicon.Look)
}

func dayAhead(r *Reading, t *Token) Deadline {
	word := string(r.Text.Runes[t.Start:t.End])
	d := Deadline{Start: int(t.Start), End: int(t.End), Clause: int(t.Clause), Minutes: dayPart, TimeOfDay: word}
	switch {
	case hasPrefix(word, "大后"):
		d.Minutes = 3 * 1440
	case hasPrefix(word, "后"):
		d.Minutes = 2 * 1440
	case hasPrefix(word, "明"), hasPrefix(word, "次"), hasPrefix(word, "隔"):
		d.Minutes = 1440
	case hasPrefix(word, "周"), hasPrefix(word, "星"), hasPrefix(word, "礼"), hasPrefix(word, "本周"), hasPrefix(word, "这周"):
		d.Minutes = 3 * 1440
	case hasPrefix(word, "下周"), hasPrefix(word, "下星"), hasPrefix(word, "下礼"):
		d.Minutes = 7 * 1440
	}
	return d
}

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

// clockText is a time of day as 18:00.
func clockText(v *text.Value) string {
	if !v.Known {
		return "[时间]"
	}
	n := int(v.Num)
	return string([]byte{'0' + byte(n/60/10), '0' + byte(n/60%10), ':', '0' + byte(n%60/10), '0' + byte(n%60%10)})
}

// Ahead is the deadline nearest to a clause, at most reach clauses away; nil when there is none.
func (r *Reading) Ahead(c, reach int) *Deadline {
	var best *Deadline
	for i := range r.Deadlines {
		d := &r.Deadlines[i]
		if gap := Abs(d.Clause - c); gap <= reach && !forThem(r, d) && (best == nil || gap < Abs(best.Clause-c)) && !r.Forecast(d) {
			best = d
		}
	}
	return best
}

// forThem reports 请您在48小时内选择: the customer's time.
func forThem(r *Reading, d *Deadline) bool {
	tokens, _ := r.In(d.Clause)
	theirs := false
	for i := range tokens {
		switch t := &tokens[i]; {
		case int(t.Start) >= d.Start:
			return theirs
		case t.Is(lexicon.We), t.Is(lexicon.For), t.Is(lexicon.Ours):
			theirs = false
		case t.Is(lexicon.AskDo):
			theirs = true
		}
	}
	return false
}

// Forecast reports whether the clause of the deadline only foretells, or is not ours: 预计3天到, 一般5个工作日, 您让商家10分钟内发.
func (r *Reading) Forecast(d *Deadline) bool {
	return r.ClauseHas(d.Clause, lexicon.Forecast) || r.NotOurs(d.Clause, d.End)
}

func Abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
