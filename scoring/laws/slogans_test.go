package laws

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
)

// lexiconHits are all examples of the lexicon that must be heard.
func lexiconHits() []string {
	var out []string
	lex, _ := lexicon.New(lexicon.Sources) // the compiled file leaves the examples out
	for _, e := range lex.Entries {
		if e.IsFrame {
			out = append(out, e.Hit...)
		}
	}
	return out
}

var slogans = []string{
	"用户至上", "客户第一", "服务至上", "顾客就是上帝", "理解您的心情", "理解万岁", "非常抱歉", "深表歉意", "高度重视", "马上处理", "尽快解决", "立即跟进", "全力以赴", "真诚服务", "用心服务", "感同身受", "共情您",
	"为您服务", "竭诚为您服务", "您的满意是我们的追求", "感谢支持", "感谢理解", "持续改进", "让您满意", "高效解决", "第一时间响应", "保障您的权益",
}

// TestSlogansInARowAreHollow: four slogans and more, in any order and with any mark between them, are 敷衍 whatever they name.
func TestSlogansInARowAreHollow(t *testing.T) {
	t.Parallel()
	var rows []answer
	r := rand.New(rand.NewPCG(6, 6))
	turns := firstTurns()
	for i := range 1500 {
		order := r.Perm(len(slogans))[:4+r.IntN(3)]
		var said []string
		for _, n := range order {
			said = append(said, slogans[n])
		}
		row := strings.Join(said, []string{"，", "！", "", "、", " "}[i%5])
		rows = append(rows, answer{"slogans", turns[i%len(turns)], false, []string{row}})
	}
	t.Run("pass", func(t *testing.T) { atMost(t, 0, len(rows), breaches(rows, passed)) })
	t.Run("敷衍", func(t *testing.T) {
		atMost(t, 2, len(rows), breaches(rows, func(a answer) string {
			if f, card := a.grade(); !f.RedLines.Has(fact.Robotic) {
				return fmt.Sprintf("%d points, 共情 %d 行动 %d: %s", card.Score, f.Empathy, f.Action, a)
			}
			return ""
		}))
	})
	var timed []answer
	for i, a := range rows {
		timed = append(timed, a.say(a.bubbles[0]+[]string{"，10分钟内", "，今天18点前", "，24小时内解决", "，30分钟内处理"}[i%4]))
	}
	t.Run("with a time", func(t *testing.T) { atMost(t, 1, len(timed), breaches(timed, passed)) })
}

// TestStockLinesOfTheTradeDoNotPass: what every desk sends to everybody meets nobody.
func TestStockLinesOfTheTradeDoNotPass(t *testing.T) {
	t.Parallel()
	parts := [][]string{
		{"", "您好，", "亲，", "尊敬的客户，", "亲爱的用户您好，"},
		{"非常抱歉给您带来不便", "很抱歉给您带来不好的体验", "抱歉让您久等了", "十分理解您的心情", "对于您反馈的问题我们深表歉意", "给您添麻烦了"},
		{"我们已经在催了", "这边已经帮您反馈了", "已为您登记", "我们会尽快为您处理", "已经在加急处理了", "会有专人跟进", "已帮您上报相关部门", "这边马上为您核实", "我们正在全力处理中"},
		{"", "请您耐心等待", "还请您耐心等候", "请保持电话畅通", "预计24小时内会有结果", "稍后给您答复", "24小时内会有专人联系您"},
		{"", "感谢您的理解与支持", "祝您生活愉快", "给您带来不便敬请谅解", "感谢您的耐心等待"},
	}
	turns := firstTurns()
	var lines []answer
	n := 0
	for _, hello := range parts[0] {
		for _, sorry := range parts[1] {
			for _, step := range parts[2] {
				for _, wait := range parts[3] {
					for _, thanks := range parts[4] {
						said := slices.DeleteFunc([]string{hello + sorry, step, wait, thanks}, func(s string) bool { return s == "" })
						lines = append(lines, answer{"stock", turns[n%len(turns)], false, []string{strings.Join(said, "，")}})
						n += 7
					}
				}
			}
		}
	}
	atMost(t, 30, len(lines), breaches(lines, passed))
}

func passed(a answer) string {
	f, card := a.grade()
	if !card.Pass {
		return ""
	}
	return fmt.Sprintf("%d points, 共情 %d 行动 %d %s: %s", card.Score, f.Empathy, f.Action, f.Elements, a)
}
