package laws

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"shouxiang/scoring/text"
)

// noises write a reply otherwise and say the same. nil: there is nothing to change in it.
var noises = []struct {
	name  string
	write func(a answer) []string
}{
	{"full width", each(func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7f {
				return r + 0xfee0
			}
			return r
		}, s)
	})},
	{"traditional", each(traditional)},
	{"emoji behind", func(a answer) []string {
		out := slices.Clone(a.bubbles)
		out[len(out)-1] += []string{"🙏", "😊", "💪", "🌹", "~"}[seed(a)%5]
		return out
	}},
	{"bubbles for commas", func(a answer) []string {
		return strings.FieldsFunc(strings.Join(a.bubbles, "，"), func(r rune) bool { return r == '，' })
	}},
	{"one bubble", func(a answer) []string { return []string{strings.Join(a.bubbles, "，")} }},
	{"stray spaces", func(a answer) []string { return spaced(a, 5) }},
	{"a space behind every character", func(a answer) []string { return spaced(a, 1) }},
	{"no marks", each(func(s string) string { return strings.Map(unmarked, s) })},
	{"no marks, one bubble", func(a answer) []string { return []string{strings.Map(unmarked, strings.Join(a.bubbles, ""))} }},
	{"spaces for marks", each(func(s string) string {
		return strings.Map(func(r rune) rune {
			if unmarked(r) < 0 {
				return ' '
			}
			return r
		}, s)
	})},
	{"bubbles in the other order", func(a answer) []string {
		if len(a.bubbles) != 2 || strings.ContainsAny(a.bubbles[1][:3], "这那它他") {
			return nil
		}
		return []string{a.bubbles[1], a.bubbles[0]}
	}},
}

// stillFall is how many fall today where that is more than 3 of 100.
var stillFall = map[string]int{"no marks": 16, "no marks, one bubble": 28}

// TestNoiseChangesNoVerdict: at most 3 of 100 model answers fall when they are written otherwise.
func TestNoiseChangesNoVerdict(t *testing.T) {
	t.Parallel()
	for _, noise := range noises {
		t.Run(noise.name, func(t *testing.T) {
			var noisy []answer
			for _, a := range passing() {
				if out := noise.write(a); out != nil {
					noisy = append(noisy, a.say(out...))
				}
			}
			atMost(t, max(len(noisy)*3/100, stillFall[noise.name]), len(noisy), breaches(noisy, fallen))
		})
	}
}

// TestOneTypingSlipChangesNoVerdict: one word typed as another that sounds the same.
func TestOneTypingSlipChangesNoVerdict(t *testing.T) {
	t.Parallel()
	var slipped []answer
	for _, a := range passing() {
		for i := 0; i < len(soundAlike); i += 2 {
			for k, b := range a.bubbles {
				at := strings.Index(b, soundAlike[i])
				if at < 0 {
					continue
				}
				out := slices.Clone(a.bubbles)
				out[k] = b[:at] + soundAlike[i+1] + b[at+len(soundAlike[i]):]
				slipped = append(slipped, a.say(out...))
				break
			}
		}
	}
	atMost(t, len(slipped)*3/100, len(slipped), breaches(slipped, fallen))
}

func fallen(a answer) string {
	f, card := a.grade()
	if card.Pass {
		return ""
	}
	return fmt.Sprintf("%d points, lacks %s, crosses %s%s: %s", card.Score, card.Missing, f.Crossed(), heardBy(f), a)
}

// soundAlike are words and what hurried people type for them with a pinyin keyboard: the same sound, other characters.
var soundAlike = []string{
	"着急", "着及", "马上", "马尚", "分钟", "分种", "联系", "连系", "快递", "快第", "退款", "腿款", "换货", "唤货", "补发", "补法", "现在", "现再",
	"我这就", "我这旧", "核实", "合实", "核对", "核队", "查一下", "查一夏", "催", "崔", "告诉您", "告诉宁", "给您", "给宁", "小时", "小食", "生日", "声日", "电话", "店话",
	"仓库", "苍库", "结果", "结裹", "今天", "金天", "明天", "名天", "晚上", "晚尚", "司机", "司鸡", "师傅", "师付", "酒店", "九店", "老师", "老湿", "孩子", "孩纸", "担心", "但心",
	"生气", "声气", "难受", "南受", "委屈", "委曲", "辛苦", "幸苦", "耽误", "担误", "抱歉", "抱欠", "对不起", "对不器", "登记", "登季", "升级", "生级", "申请", "深请",
	"安排", "安牌", "回复", "回付", "回您", "回宁", "通知", "通之", "提交", "题交", "解决", "解绝", "处理", "处里", "帮您", "邦您", "谁都", "随都", "换谁", "换随", "运费", "云费",
	"网点", "网店", "站点", "站店", "门店", "门点", "财务", "财物", "已经", "以经", "刚刚", "刚钢", "确实", "却实", "真的", "真得", "肯定", "肯订", "应该", "因该",
}

func seed(a answer) uint64 {
	h := fnv.New64a()
	h.Write([]byte(a.name))
	return h.Sum64()
}

func each(change func(string) string) func(answer) []string {
	return func(a answer) []string {
		out := slices.Clone(a.bubbles)
		for i := range out {
			out[i] = change(out[i])
		}
		return out
	}
}

// spaced puts a space between two Chinese characters, one in so many.
func spaced(a answer, oneIn int) []string {
	r := rand.New(rand.NewPCG(seed(a), 7))
	return each(func(s string) string {
		var out strings.Builder
		last := rune(0)
		for _, c := range s {
			if unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, c) && r.IntN(oneIn) == 0 {
				out.WriteByte(' ')
			}
			out.WriteRune(c)
			last = c
		}
		return out.String()
	})(a)
}

func unmarked(r rune) rune {
	if strings.ContainsRune("，。！？、；：～,!?;…", r) {
		return -1
	}
	return r
}

// traditional writes a text in traditional characters.
func traditional(s string) string {
	return strings.Map(func(r rune) rune {
		if old, ok := oldShape[r]; ok {
			return old
		}
		return r
	}, s)
}

// oldShape is a traditional character for each simplified one that the folding knows.
var oldShape = func() map[rune]rune {
	out := map[rune]rune{}
	for old, simple := range text.NewFolder().Table {
		if old >= 0x4e00 && old <= 0x9fff && rune(simple) != rune(old) && simple != 0 && simple != text.SlowRune {
			if _, ok := out[rune(simple)]; !ok {
				out[rune(simple)] = rune(old)
			}
		}
	}
	return out
}()
