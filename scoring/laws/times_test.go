package laws

import (
	"fmt"
	"strings"
	"testing"

	"shouxiang/scoring"
	"shouxiang/scoring/fact"
)

var (
	clocks      = []string{"8点", "十点", "11点", "十二点", "十三点", "14点", "十五点", "16:30", "十七点半", "18点", "晚上八点", "今晚九点", "二十点", "二十一点", "二十三点", "明天10点", "明早九点半", "今天下午3点", "下午五点", "明天中午十二点", "周五上午十点"}
	spans       = []string{"10分钟", "十分钟", "20分钟", "半小时", "半个小时", "一小时", "1个小时", "2小时", "两个钟头", "一刻钟", "三天", "24小时", "2个工作日", "五分钟", "45分钟", "一个半小时"}
	dates       = []string{"10月2日", "10月2号", "五月一日", "12月24号", "6月7日", "下周六", "这周日", "明天", "后天", "15号", "周五"}
	deedsOfOurs = []string{"我催中转站", "我给您补发", "我联系仓库", "我给您回电话", "我去门店核一遍"}
)

// TestATimeBelongsToItsStep: a time counts where something of ours is to be done by it, and only there.
func TestATimeBelongsToItsStep(t *testing.T) {
	t.Parallel()
	type told struct {
		text     string
		deadline bool
	}
	var yes, no []told
	for _, clock := range clocks {
		for _, tail := range []string{"前", "之前", "以前"} {
			yes = append(yes, told{clock + tail + "我给您回电话", true}, told{"我联系仓库，" + clock + tail + "告诉您", true}, told{"我" + clock + tail + "把单号发您", true})
		}
		for _, thing := range []string{"那笔", "那单", "那趟车", "的航班", "那班", "那节课", "扣的那笔"} {
			no = append(no, told{clock + thing + "我看到了，我这就查", false}, told{"您" + clock + thing + "我来核对", false})
		}
		no = append(no, told{"过了" + clock + "就改不了了，我去催一下", false}, told{"窗口" + clock + "关门，我去催一下", false})
	}
	for _, span := range spans {
		yes = append(yes, told{"我" + span + "内给您回电话", true}, told{span + "之内我把单号发您", true}, told{"我联系仓库，" + span + "内告诉您结果", true})
		for _, past := range []string{"前就坏了", "前才说", "前提交的", "前还好好的"} {
			no = append(no, told{span + past + "，换谁都急，我去催", false})
		}
		no = append(no, told{"您都等了" + span + "，我去催", false}, told{"拖了" + span + "还没动静，我去催", false}, told{"预计" + span + "到，我去催", false},
			told{"请您在" + span + "内付款", false}, told{"一般" + span + "左右到账，我去催", false}, told{"已经过去" + span + "了，我去催", false}, told{"超过" + span + "就不能退了，我去催", false})
	}
	for _, date := range dates {
		for _, event := range []string{"婚礼", "孩子生日", "考试", "面试", "手术", "开学", "演出", "您的航班", "搬家", "爸妈金婚"} {
			no = append(no, told{event + date + "，换谁都急，我去催一下", false}, told{date + event + "，换谁都急，我去催一下", false}, told{event + "就在" + date + "，我去催一下", false}, told{date + "的" + event + "，我去催一下", false})
		}
		yes = append(yes, told{"我" + date + "给您回电话", true}, told{date + "前我把单号发您", true})
	}
	for _, ours := range deedsOfOurs {
		for _, span := range spans {
			yes = append(yes, told{span + "内" + ours, true}, told{ours + "，" + span + "内", true})
		}
	}
	broken := func(w told) string {
		f := scoring.Default().Hear(nil, []string{w.text})
		if timed := f.Elements.Has(fact.Deadline) && f.Timing == fact.Met; timed == w.deadline || !w.deadline && f.Timing == fact.OnTheSpot && len(f.Promises) == 0 {
			return ""
		}
		return fmt.Sprintf("时限 %v, 行动 %d, %+v: %s", f.Timing, f.Action, promised(f), w.text)
	}
	t.Run("of a step", func(t *testing.T) { atMost(t, 0, len(yes), breaches(yes, broken)) })
	t.Run("of something else", func(t *testing.T) { atMost(t, 0, len(no), breaches(no, broken)) })
}

func promised(f *scoring.Facts) string {
	var out []string
	for _, p := range f.Promises {
		out = append(out, fmt.Sprint(p.What, " ", p.Minutes, p.TimeOfDay))
	}
	return strings.Join(out, ";")
}
