package hearing

import (
	"slices"
	"strings"
	"unicode"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/reading"
)

// slotNames are what the open places of a phrase are called.
var slotNames = []string{"姓名", "称呼", "名字", "昵称", "尊称", "时间", "时限", "日期", "数字", "金额", "地址", "单号", "订单号", "快递单号", "电话", "手机号", "事项", "原因", "商品", "商品名", "产品", "产品名", "门店", "工号", "客服名", "name", "time"}

// slotSigns are what an open place begins with.
const slotSigns = "{｛[【(（<《〔XxＸｘ×_*＊〇○Nn某"

// blotted are what tools that blot figures out of real chats write: figures that are not known, no open places.
var blotted = []string{"数字", "时间", "日期", "金额", "地址"}

// units follow a figure. Before them a single X stands for one.
var slotUnits = []string{"分钟", "小时", "天", "点", "元", "块", "月", "日", "工作日", "个工作日", "个小时"}

// hearSlots hears 空格没填: a place of a phrase that nobody filled in ({称呼}, [姓名], XX分钟). It reads the original, because
// folding takes the case of letters and the shape of brackets away.
func (r *ear) hearSlots(f *fact.Facts) {
	if !r.on(unfilled) || !strings.ContainsAny(f.Text, slotSigns) {
		return
	}
	runes := []rune(reading.Opening(f.Text, mostHeard))
	for i := range runes {
		end := slotEnd(runes, i)
		if end == 0 {
			continue
		}
		f.RedLines = f.RedLines.With(fact.OpenSlot)
		f.Evidence = append(f.Evidence, fact.Evidence{Rule: Table[unfilled].ID, Part: fact.OpenSlot.Name(), Start: i, End: end, Why: Table[unfilled].Why})
		return
	}
}

// slotEnd is where an open place that begins at i ends; 0 where there is none.
func slotEnd(runes []rune, i int) int {
	switch c := runes[i]; c {
	case '{', '｛':
		return bracketEnd(runes, i, "}｝", func(string) bool { return true })
	case '[':
		return bracketEnd(runes, i, "]】", func(name string) bool { return isSlotName(name) && !slices.Contains(blotted, name) })
	case '【', '(', '（', '<', '《', '〔':
		return bracketEnd(runes, i, "]】)）>》〕", isSlotName)
	case 'X', 'x', 'Ｘ', 'ｘ', '×', '_', '*', '＊', '〇', '○', 'N':
		return blankEnd(runes, i)
	case '某':
		if i+3 < len(runes) && runes[i+1] == '某' && (runes[i+2] == '先' && runes[i+3] == '生' || runes[i+2] == '女' && runes[i+3] == '士') {
			return i + 2
		}
	}
	return 0
}

const longestSlot = 12

// bracketEnd is where the bracket that opens at i closes around a name.
func bracketEnd(runes []rune, i int, closers string, named func(string) bool) int {
	for end := i + 1; end < len(runes) && end <= i+longestSlot; end++ {
		if strings.ContainsRune(closers, runes[end]) {
			if named(strings.TrimSpace(string(runes[i+1 : end]))) {
				return end + 1
			}
			return 0
		}
	}
	return 0
}

func isSlotName(text string) bool {
	for _, before := range []string{"客户", "顾客", "您的", "具体", "填写", "填"} {
		text = strings.TrimPrefix(text, before)
	}
	return slices.Contains(slotNames, strings.ToLower(text)) || text != "" && strings.Trim(text, "XxＸｘ×_") == ""
}

// blankEnd is where a run of signs that stand for what is missing ends. Beside letters and digits they are part of a size, a model
// or a masked number.
func blankEnd(runes []rune, i int) int {
	c := unicode.ToLower(runes[i])
	end := i
	for end < len(runes) && unicode.ToLower(runes[end]) == c {
		end++
	}
	if i > 0 && (unicode.ToLower(runes[i-1]) == c || beside(runes[i-1])) || end < len(runes) && beside(runes[end]) {
		return 0
	}
	at := end
	for at < len(runes) && runes[at] == ' ' {
		at++
	}
	counts := slices.ContainsFunc(slotUnits, func(u string) bool { return strings.HasPrefix(string(runes[at:min(at+4, len(runes))]), u) })
	switch c {
	case '*', '＊', '〇', '○', 'n':
		if !counts || c != 'n' && end-i < 2 {
			return 0
		}
	case '_':
		if end-i < 2 {
			return 0
		}
	default:
		if end-i < 2 && !counts {
			return 0
		}
	}
	return end
}

// beside reports what makes a sign next to it part of a word or a number.
func beside(c rune) bool {
	return c < 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c)) || c >= '０' && c <= '９' || strings.ContainsRune("零一二三四五六七八九十百千", c)
}
