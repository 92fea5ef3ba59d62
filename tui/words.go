package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shouxiang/report"
	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
	"shouxiang/sim"
)

// Row is one row of the feedback table.
type Row struct {
	Label       string
	Points, Max int
	Counted     bool   // false: does not apply, credited, shown as 未计
	Note        string // what it rests on, or what lacks
}

// Text is the row without its label: the points and what they rest on.
func (r Row) Text() string {
	points := fmt.Sprintf("%d/%d", r.Points, r.Max)
	if !r.Counted {
		points = textUncounted
	}
	return strings.TrimSpace(points + "  " + r.Note)
}

// Verdict is the one sentence that comes first in feedback: what this reply did to the customer, and what helps most.
func Verdict(c *sim.Chat) string { return Printable(verdict(c)) }

func verdict(c *sim.Chat) string {
	g := c.Grade
	switch {
	case g == nil:
		return ""
	case c.Outcome == sim.OutcomeGone:
		return fmt.Sprintf(textGone, (c.Gone-c.T0)/1000)
	}
	if reds := g.Crossed().List(); len(reds) > 0 {
		if c.Inquiry && reds[0] == fact.Robotic {
			return fmt.Sprintf(textSounds, reds[0].Screen(), textAnswerHim)
		}
		return fmt.Sprintf(textSounds, reds[0].Screen(), redLineAdvice[reds[0]])
	}
	if g.Pass {
		return praise(c)
	}
	gaps := g.Gaps()
	_, late := gaps["不及时"]
	if late && len(gaps) == 1 {
		return fmt.Sprintf(textLateOnly, lateBy(c))
	}
	out := lack(c, gaps)
	if late {
		out = strings.TrimSuffix(out, "。") + fmt.Sprintf(textLateToo, lateBy(c))
	}
	return out
}

// praise is the verdict of a card that passed: well done, and the one thing that would make it better.
func praise(c *sim.Chat) string {
	g := c.Grade
	switch {
	case g.Hints != "":
		return textPassHint
	case g.Tag < 10:
		return fmt.Sprintf(textPassTag, c.Tag)
	case g.Action < 40:
		return fmt.Sprintf(textPassAction, strings.Join(actionLacks(g), "、"))
	case g.Empathy < 30 && strings.Contains(","+g.Elements+",", ",on_point,"):
		return textPassCourtesy
	case g.Empathy < 30:
		return textPassEmpathy
	case g.Manner < 5:
		return textPassManner
	}
	if wish := wishes(g); len(wish) > 0 {
		return fmt.Sprintf(textPassWish, strings.Join(wish, "、"))
	}
	return textPassFull
}

// wishes are the elements that the pack only hints at and the reply has not.
func wishes(g *sim.Grade) []string {
	var names []string
	for _, e := range g.Evidence {
		if e.Rule == "card.wish" {
			names = append(names, e.Part)
		}
	}
	return elementWords(strings.Join(names, ","))
}

// lack names what kept the card down most.
func lack(c *sim.Chat, gaps map[string]int) string {
	g := c.Grade
	has := func(cap string) bool { _, ok := gaps[cap]; return ok }
	switch {
	case has("缺步骤") && c.Inquiry:
		return textNoAnswer
	case has("缺步骤") && has("缺共情"):
		return textEmpty
	case has("缺步骤"):
		return textNoStep
	case has("缺共情") && g.EmpathyIs > 0:
		return textWorn
	case has("缺共情") && has("缺时限"):
		return textNoEmpathyTime
	case has("缺共情"):
		return textNoEmpathy
	case has("缺时限") && tooLate(g) != "":
		return fmt.Sprintf(textTooLate, tooLate(g))
	case has("缺时限") && slices.Contains(actionLacks(g), lackStep):
		return textNoTimeVague
	case has("缺时限"):
		return textNoTime
	case has("缺要点"):
		return fmt.Sprintf(textNoMust, strings.Join(musts(g), "、"))
	case has("重复"):
		return textRepeated
	case g.Missing != "":
		return fmt.Sprintf(textNoElement, strings.Join(elementWords(g.Missing), "、"))
	}
	return weakest(g)
}

// tooLate is what the card says of a time that came too late; "" when none did.
func tooLate(g *sim.Grade) string {
	for _, e := range g.Evidence {
		if e.Rule == card.RuleTooLate {
			return e.Why
		}
	}
	return ""
}

// weakest is the verdict where nothing lacks altogether and the points still do not suffice.
func weakest(g *sim.Grade) string {
	if 40-g.Action >= 30-g.Empathy {
		return textWeakAction
	}
	return textWeakEmpathy
}

// musts are the facts that were not said, as a person reads them: the first of several wordings, no pattern signs.
func musts(g *sim.Grade) []string {
	var out []string
	for _, m := range strings.Split(g.MissingMust, "\t") {
		m, _, _ = strings.Cut(m, "|")
		if m = strings.ReplaceAll(valueOf(m), "*", "…"); m != "" {
			out = append(out, m)
		}
	}
	return out
}

// elementWords turns JSON names of elements, joined by commas, into the words of the screen.
func elementWords(names string) []string {
	var out []string
	for _, e := range fact.ElementsAll() {
		if strings.Contains(","+names+",", ","+e.Name()+",") {
			out = append(out, e.Screen())
		}
	}
	return out
}

// lateBy is how much too late the first response came, in words.
func lateBy(c *sim.Chat) string {
	over := c.FirstMs() - c.Wait
	if over < 1000 {
		return textUnderSecond
	}
	return fmt.Sprintf(" %d 秒", (over+500)/1000)
}

// seconds writes milliseconds as seconds with one decimal.
func seconds(ms int64) string { return tenths((ms + 50) / 100) }

func tenths(n int64) string { return fmt.Sprintf("%d.%d", n/10, n%10) }

// Headline is the figures of a graded card: points, verdict in a word, the first response and its beats.
func Headline(c *sim.Chat) string {
	if c.Grade == nil {
		return ""
	}
	return strings.TrimSpace(ScoreLine(c) + "  " + clockWords(c))
}

// ScoreLine is the points of a graded card and the verdict in a word.
func ScoreLine(c *sim.Chat) string { return fmt.Sprintf("%d 分 %s", c.Grade.Score, passWord(c)) }

// clockWords is the first response with its beats; "" when there was none.
func clockWords(c *sim.Chat) string {
	if c.First < 0 {
		return ""
	}
	out := fmt.Sprintf("首响 %s 秒 = %s", seconds(c.FirstMs()), beatWords(c))
	if c.FirstTyped == 0 {
		return out
	}
	if speed := c.Speed(); speed > 0 {
		return out + fmt.Sprintf("（%d 字，%d 字/分）", c.FirstTyped, speed)
	}
	return out + fmt.Sprintf("（%d 字）", c.FirstTyped)
}

func passWord(c *sim.Chat) string {
	switch {
	case c.Outcome == sim.OutcomeGone:
		return "没接上"
	case c.Grade.Pass:
		return "达标"
	}
	return "没达标"
}

// beatWords writes the beats so that their shown tenths add up to the shown first response.
func beatWords(c *sim.Chat) string { return beatWordsOf(c.Beats()) }

func beatWordsOf(b sim.Beats) string {
	var parts []string
	sum, shown := int64(0), int64(0)
	for _, beat := range [...]struct {
		name string
		ms   int64
	}{{"看", b.Look}, {"标", b.Tag}, {"想", b.Think}, {"打", b.Type}} {
		if beat.ms < 0 {
			continue
		}
		sum += beat.ms
		upto := (sum + 50) / 100
		parts = append(parts, beat.name+" "+tenths(upto-shown))
		shown = upto
	}
	return strings.Join(parts, " · ")
}

// HollowLine answers a 占位回复; "" when the last reply was none.
func HollowLine(c *sim.Chat) string {
	for i := len(c.Lines) - 1; i >= 0; i-- {
		if l := c.Lines[i]; l.Who == sim.Trainee {
			if !l.Hollow || c.T0 < 0 || l.At < c.T0 {
				return ""
			}
			return fmt.Sprintf(textHollow, (max(0, l.At-c.T0)+500)/1000)
		}
	}
	return ""
}

// missLine says that the limit has passed while the customer still waits; "" otherwise.
func missLine(c *sim.Chat) string {
	if !c.Missed || c.First >= 0 || !c.Open() {
		return ""
	}
	if len(c.Steps) > 0 {
		return fmt.Sprintf(textMissedTalk, c.Wait/1000)
	}
	return fmt.Sprintf(textMissed, c.Wait/1000)
}

// lateLine says that the first response came after the limit; "" otherwise.
func lateLine(c *sim.Chat) string {
	if c.Wait == 0 || c.First < 0 || c.FirstMs() < c.Wait {
		return ""
	}
	return fmt.Sprintf(textLate, lateBy(c))
}

// windowLine invites to answer the reaction (先接后办); "" when it may not be answered.
func windowLine(c *sim.Chat) string {
	if !c.Window() {
		return ""
	}
	return textWindow
}

// betterLine is a better wording for the first red line; "" without one.
func betterLine(c *sim.Chat) string {
	if c.Grade == nil || c.Grade.Better == "" {
		return ""
	}
	return fmt.Sprintf(textBetter, Printable(c.Grade.Better))
}

// DisputeLine answers 这分不对.
func DisputeLine(c *sim.Chat) string {
	if c.Disputed {
		return textDisputed
	}
	return textUndisputed
}

// SetLines is the summary of a set, one thing a line.
func SetLines(s report.Set) []string {
	if s.Cards == 0 {
		return []string{textNoCards}
	}
	lines := []string{fmt.Sprintf("练了 %d 题，达标 %d 题（%s）", s.Cards, s.Pass, percent(s.Pass, s.Cards))}
	if s.Timed > 0 {
		lines = append(lines, setClock(s)...)
	}
	lines = append(lines, fmt.Sprintf("共情 %s · 行动 %s", share(s.Empathy), share(s.Action)))
	if s.TagAsked > 0 {
		lines = append(lines, fmt.Sprintf("标签 选对 %d/%d", s.TagRight, s.TagAsked))
	}
	if s.Hollow > 0 {
		lines = append(lines, fmt.Sprintf("占位回复 %d 次（不算首响）", s.Hollow))
	}
	if len(s.RedLines) > 0 {
		var reds []string
		for _, r := range s.RedLines {
			reds = append(reds, fmt.Sprintf("%s %d 次", r.Name, r.N))
		}
		lines = append(lines, "碰红线 "+strings.Join(reds, "，"))
	}
	if s.Disputed > 0 {
		lines = append(lines, fmt.Sprintf("有 %d 题你说“这分不对”，先不算进来", s.Disputed))
	}
	return append(lines, nextLine(s))
}

func setClock(s report.Set) []string {
	median := "–"
	switch {
	case s.Over:
		median = "超过时限"
	case s.Median >= 0:
		median = seconds(s.Median) + " 秒"
	}
	best := "–"
	if s.Best >= 0 {
		best = seconds(s.Best) + " 秒"
	}
	return []string{
		fmt.Sprintf("首响 最快 %s · 多半 %s", best, median),
		fmt.Sprintf("及时 %d/%d（%s）· 漏接 %d", s.InTime, s.Timed, percent(s.InTime, s.Timed), s.Missed),
	}
}

// nextLine is the one thing to drill next.
func nextLine(s report.Set) string {
	if s.Next == "" {
		return textNextNone
	}
	advice, ok := nextAdvice[s.Next]
	if r, red := fact.RedLineByLabel(s.Next); !ok && red {
		advice = textNextRed + r.Screen()
	} else if !ok {
		advice = fmt.Sprintf(textNextOther, strings.TrimPrefix(screenWord(s.Next), "缺"))
	}
	return fmt.Sprintf("下一轮只盯一件事：%s（这轮 %d 题差在这里）", advice, s.NextN)
}

// screenWord turns the name of a cap into the word of the screen.
func screenWord(name string) string {
	if r, ok := fact.RedLineByLabel(name); ok {
		return r.Screen()
	}
	if e, ok := fact.ElementByLabel(strings.TrimPrefix(name, "缺")); ok {
		return "缺" + e.Screen()
	}
	return name
}

func share(s report.Share) string {
	if s.Of == 0 {
		return "未计"
	}
	return percent(s.Got, s.Of)
}

// percent rounds to the nearest whole percent.
func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return strconv.Itoa((n*200+of)/(2*of)) + "%"
}
