package cli

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/sim"
	"shouxiang/sim/sitting"
	"shouxiang/tui"
)

// plain plays a session as lines of "role: text", for pipes, screen readers and dumb terminals. A line is a whole
// reply; "//" separates its bubbles. In a pipe no clock moves and nothing waits; on a terminal the clock runs and is
// told at 30, 15 and 5 seconds.
type plain struct {
	sit   *sitting.Sitting
	out   io.Writer
	now   func() time.Time
	lines <-chan string // closed at the end of input
	tick  <-chan time.Time
	live  bool // a person at a terminal: the clock runs, questions are asked
	stop  <-chan struct{}

	warned string // what was said of the log
	shown  int    // lines of the open chat that were printed
	told   int    // index of the next clock mark
	clock  int64  // when the clock that is told began, in chat time
	ended  bool
	signal bool
}

var clockMarks = [...]int64{30_000, 15_000, 5_000}

// readLines gives the lines of r one by one and closes the channel at the end. A line longer than 64 KB is cut.
func readLines(r io.Reader) <-chan string {
	const most = 64 << 10
	ch := make(chan string)
	go func() {
		defer close(ch)
		br := bufio.NewReader(r)
		for {
			line, err := br.ReadString('\n')
			if line != "" || err == nil {
				ch <- cut(strings.TrimRight(line, "\r\n"), most)
			}
			if err != nil {
				return
			}
		}
	}()
	return ch
}

func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

func (p *plain) say(role, format string, args ...any) {
	fmt.Fprintf(p.out, "%s: %s\n", role, fmt.Sprintf(format, args...))
}

// do gives the engine an input and prints what the customer said meanwhile.
func (p *plain) do(in sim.Input) {
	p.sit.Do(p.now(), in)
	p.show()
	p.warn()
}

// warn says what becomes of the log when that changes.
func (p *plain) warn() {
	notice := p.sit.Log.Notice()
	switch {
	case notice == p.warned:
		return
	case notice == "":
		p.say("系统", "记录补写好了")
	default:
		p.say("系统", "%s", tui.Printable(notice))
	}
	p.warned = notice
}

// answer is the next line, as the answer to a question outside the session.
func (p *plain) answer() (line string, more bool) {
	select {
	case line, ok := <-p.lines:
		return line, ok
	case <-p.stop:
		return "", false
	}
}

func (p *plain) show() {
	c := p.sit.State.Last()
	if c == nil {
		return
	}
	for ; p.shown < len(c.Lines); p.shown++ {
		if l := c.Lines[p.shown]; l.Who == sim.Customer {
			p.say(speaker(c, l.Who), "%s", tui.Printable(l.Text))
		}
	}
	p.tellClock(c)
}

func (p *plain) tellClock(c *sim.Chat) {
	left, runs := c.Left(p.sit.At(p.now()))
	if !p.live || !runs {
		return
	}
	if c.T0 != p.clock { // a later turn has a clock of its own
		p.clock, p.told = c.T0, 0
	}
	for p.told < len(clockMarks) && left <= clockMarks[p.told] {
		if p.told+1 == len(clockMarks) || left > clockMarks[p.told+1] {
			p.say("时钟", "还剩 %d 秒", (left+999)/1000)
		}
		p.told++
	}
}

// read waits for a line while the clock runs; ok is false when input ended, the program must stop, or until says that
// waiting is over.
func (p *plain) read(until func() bool) (line string, ok bool) {
	for !p.ended && !until() {
		select {
		case line, ok := <-p.lines:
			if !ok {
				p.ended = true
				return "", false
			}
			p.do(sim.Tick{})
			return line, true
		case <-p.tick:
			p.do(sim.Tick{})
		case <-p.stop:
			p.ended, p.signal = true, true
		}
	}
	return "", false
}

func never() bool { return false }

// play runs the set and closes the session.
func (p *plain) play() {
	ses := p.sit.Session
	for !p.ended && p.sit.State.Played() < ses.Cards {
		p.card(0)
	}
	reason := "done"
	switch {
	case p.signal:
		reason = "signal"
	case p.sit.State.Played() < ses.Cards:
		reason = "input_end"
		p.inputEnd()
	}
	p.do(sim.Quit{Reason: reason})
	if ses.Mode == sim.Drill && p.sit.State.Played() > 0 {
		fmt.Fprintln(p.out)
		for _, line := range tui.SetLines(report.Summarize(&p.sit.State)) {
			p.say("小结", "%s", line)
		}
	}
}

func (p *plain) inputEnd() {
	if ses := p.sit.Session; ses.Mode == sim.Play {
		p.say("系统", "输入到头了，这场对话到这里中断")
	} else {
		p.say("系统", "输入到头了，这组到这里结束（练了 %d / %d 题）", p.sit.State.Played(), ses.Cards)
	}
}

// card plays one card from the burst to the feedback.
func (p *plain) card(redo int) {
	p.shown, p.told = 0, 0
	fmt.Fprintln(p.out)
	p.sit.Do(p.now(), sim.Begin{Redo: redo})
	p.warn()
	c := p.sit.State.Active()
	if c == nil {
		p.ended = true
		return
	}
	p.announce(c)
	if c.Brief != "" {
		p.say("后台", "%s", tui.Printable(c.Brief))
	}
	p.show()
	n := c.N
	chat := func() *sim.Chat { return &p.sit.State.Chats[n-1] }
	p.burst(chat)
	first := p.askTag(chat)
	for chat().Open() && !p.ended {
		p.burst(chat)
		line, ok := first, first != ""
		if first = ""; !ok {
			line, ok = p.read(func() bool { return !chat().Open() })
		}
		if ok {
			p.reply(chat, line)
		}
	}
	p.after(chat())
}

func (p *plain) announce(c *sim.Chat) {
	if !c.Card {
		p.say("系统", "情景对练，第一句%s，心情 %s", limitText(c.Wait), tui.MoodWord(c.Mood))
		return
	}
	p.say("系统", "第 %d / %d 题，%s", min(p.sit.State.Played()+1, p.sit.Session.Cards), p.sit.Session.Cards, limitText(c.Wait))
}

func limitText(wait int64) string {
	if wait == 0 {
		return "不限时"
	}
	return fmt.Sprintf("限 %d 秒", wait/1000)
}

// burst waits until the customer has said everything; what is typed meanwhile waits in the terminal.
func (p *plain) burst(chat func() *sim.Chat) {
	for chat().Bursting() && !p.ended {
		select {
		case <-p.tick:
			p.do(sim.Tick{})
		case <-p.stop:
			p.ended, p.signal = true, true
		}
	}
}

// askTag asks for the tag as a numbered line. An answer that is no number of the list is taken as the reply itself.
func (p *plain) askTag(chat func() *sim.Chat) (reply string) {
	tags := chat().Tags
	if len(tags) == 0 || p.ended || !chat().Open() {
		return ""
	}
	var b strings.Builder
	for i, t := range tags {
		fmt.Fprintf(&b, "%d %s  ", i+1, tui.Printable(t))
	}
	p.say("打标签", "%s（先输数字）", strings.TrimSpace(b.String()))
	line, ok := p.read(func() bool { return !chat().Open() })
	if !ok {
		return ""
	}
	if n, err := strconv.Atoi(strings.TrimSpace(line)); err == nil && n >= 1 && n <= len(tags) {
		p.do(sim.PickTag{Tag: tags[n-1]})
		return ""
	}
	p.say("系统", "这一行不是上面的数字，当作回复收下，标签记作没打")
	return line
}

// reply sends one line as a whole reply; an empty line declines to answer the reaction; ? asks for the hint.
func (p *plain) reply(chat func() *sim.Chat, line string) {
	text := strings.TrimSpace(line)
	switch {
	case text == "" && chat().Window():
		p.do(sim.Done{})
	case text == "":
		if !p.live {
			p.say("系统", "空行不算回复")
		}
	case (text == "?" || text == "？") && p.live:
		p.do(sim.AskHint{})
		if turn := p.sit.Session.Turn(chat()); turn != nil && turn.Hint != "" {
			p.say("提示", "%s", tui.Printable(turn.Hint))
		}
	default:
		p.sendAll(chat, text)
	}
}

func (p *plain) sendAll(chat func() *sim.Chat, text string) {
	before := len(chat().Lines)
	for _, bubble := range scenarios.Bubbles(text) {
		p.do(sim.Send{Text: bubble, Typed: utf8.RuneCountInString(bubble)})
	}
	steps := len(chat().Steps)
	p.do(sim.Done{})
	if c := chat(); len(c.Steps) > steps && c.Open() {
		p.say("系统", "%s；心情 %s", tui.StepLine(&c.Steps[len(c.Steps)-1]), tui.MoodWord(c.Mood))
	}
	lines := chat().Lines
	if len(lines) > before && lines[before].Hollow {
		p.say("系统", "%s", tui.HollowLine(chat()))
	}
	if p.live && chat().Window() {
		p.told = 0
		p.say("系统", "可以再补一句（30 秒内）；直接回车就不补了")
	}
}

// after prints the feedback; a person may repeat the card, dispute it or go on.
func (p *plain) after(c *sim.Chat) {
	n := c.N
	switch {
	case c.Outcome == sim.OutcomeVoid:
		p.say("系统", "%s", voidText(c))
	case !c.Card:
		writeDebrief(p.out, c)
		p.ticket(c)
	case c.Grade != nil:
		writeGrade(p.out, c, p.live)
		if turn := p.sit.Session.Turn(c); turn != nil && len(turn.Good) > 0 {
			p.say("可以这么回", "%s", tui.Printable(strings.ReplaceAll(turn.Good[0].Text, "//", "⏎")))
		}
	}
	choices := "回车下一题 · r 再来一次 · t 这分不对"
	if !c.Card {
		choices = "回车结束 · r 从头再谈"
	}
	for p.live && !p.ended && (c.Grade != nil || !c.Card && c.Outcome != sim.OutcomeVoid) {
		p.say("系统", "%s", choices)
		line, ok := p.read(never)
		switch {
		case !ok:
			return
		case strings.EqualFold(strings.TrimSpace(line), "r"):
			p.card(n)
			return
		case c.Card && strings.EqualFold(strings.TrimSpace(line), "t"):
			p.do(sim.Dispute{Chat: n})
			p.say("系统", "%s", tui.DisputeLine(&p.sit.State.Chats[n-1]))
		default:
			return
		}
	}
}

func voidText(c *sim.Chat) string {
	if !c.Card {
		return "电脑睡着过或时钟跳过，这场对话不算，从头再谈"
	}
	return "电脑睡着过或时钟跳过，这一题不算，换一题"
}

// speaker names who speaks a line.
func speaker(c *sim.Chat, who sim.Who) string {
	if who == sim.Trainee {
		return "你"
	}
	if c.Customer == "" {
		return "客户"
	}
	return "客户 " + tui.Printable(c.Customer)
}

// writeGrade prints the feedback of a card: one sentence, then the table. Without a clock there are no times to tell.
func writeGrade(out io.Writer, c *sim.Chat, clock bool) {
	head := tui.Headline(c)
	if !clock {
		head = tui.ScoreLine(c)
	}
	fmt.Fprintf(out, "得分: %s\n", head)
	fmt.Fprintf(out, "一句话: %s\n", tui.Verdict(c))
	for _, r := range tui.CardRows(c) {
		fmt.Fprintf(out, "%s: %s\n", r.Label, r.Text())
	}
}
