package laws

import (
	"fmt"
	"strings"
	"testing"

	"shouxiang/scoring/fact"
)

// TestASlotLeftOpenIsHeardFromTheText: however it got there, a name or figure that was never filled in is 空格没填.
func TestASlotLeftOpenIsHeardFromTheText(t *testing.T) {
	t.Parallel()
	slots := []string{"{称呼}", "{{称呼}}", "{{name}}", "${name}", "[姓名]", "[称呼]", "【姓名】", "【客户姓名】", "<姓名>", "XX", "xx", "×××", "XXX", "XX先生", "某某先生", "____", "（姓名）", "｛称呼｝", "[订单号]", "{ 事项 }"}
	times := []string{"XX分钟内", "X分钟内", "x小时内", "××分钟内", "X点前", "{时限}内", "[X]分钟内", "N分钟内", "__分钟内", "【时间】前", "XX:XX前", "X月X日前", "〇〇分钟内", "＊＊分钟内"}
	var open []answer
	for i, a := range passing() {
		slot, time := slots[i%len(slots)], times[i%len(times)]
		open = append(open, a.say(append([]string{slot + "，" + a.bubbles[0]}, a.bubbles[1:]...)...), a.say(append(append([]string{}, a.bubbles...), "我"+time+"回您")...))
	}
	atMost(t, 0, len(open), breaches(open, func(a answer) string {
		if f, card := a.grade(); !f.RedLines.Has(fact.OpenSlot) || card.Pass {
			return fmt.Sprintf("%d points, %s: %s", card.Score, f.RedLines, a)
		}
		return ""
	}))
}

// TestWhatOnlyLooksLikeASlotIsNone: sizes, models, masked numbers, marks of the chat.
func TestWhatOnlyLooksLikeASlotIsNone(t *testing.T) {
	t.Parallel()
	fine := append([]answer{}, models()...)
	for i := range corpora() {
		if l := &corpora()[i]; !strings.ContainsAny(l.Reply, "[{") {
			fine = append(fine, l.answer)
		}
	}
	for _, text := range []string{
		"XL和XXL都有货", "您要XXL还是3XL", "iPhone X的壳", "X光片先给医生看", "Model X今天能提", "手机号138****1234对吗", "尾号****6172", "单号SF1234****5678", "5×8的那张", "1.8×2米的床", "一箱6×4盒", "[图片]", "[语音 4″]", "[捂脸]", "[玫瑰]",
		"【温馨提示】今天18点前发", "【顺丰】取件码8827", "（已核实）", "（尾号6172）", "x1碳纤维那款", "10*20厘米", "公差±2", "A/B两个方案", "x_mix款", "您选A还是B", "N95口罩补发", "[发货]", "【已退款】", "vx不方便，就在这里说", "（蓝色）那件", "U型枕",
	} {
		fine = append(fine, answer{"fine", models()[0].turn, false, []string{text}})
	}
	atMost(t, 0, len(fine), breaches(fine, func(a answer) string {
		if f, _ := a.grade(); f.RedLines.Has(fact.OpenSlot) {
			return heardBy(f) + " " + a.String()
		}
		return ""
	}))
}
