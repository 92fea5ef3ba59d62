package mask

import (
	"slices"
	"strings"
	"unicode"
)

// script tells digits apart that are never glued into one number by chance: 周三 stands right before 138…, and so does ①.
type script uint8

const (
	none     script = iota
	plain           // 0–9 of any script
	chinese         // 一 幺 壹
	enclosed        // ① ⒈ ¹ ㈠
)

// digit is the value of a digit and what it is written in.
func digit(r rune) (int, script) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), plain
	case r < 0x80:
		return 0, none
	case r >= '０' && r <= '９':
		return int(r - '０'), plain
	case r >= 0x3400 && r <= 0x9fff, r == '〇', r == '○':
		return hanDigit(r)
	}
	for _, e := range enclosures {
		if r >= e.lo && r <= e.hi {
			return int(r-e.lo) + e.value, enclosed
		}
	}
	if unicode.IsDigit(r) {
		return int(r-blockOf(r)) % 10, plain
	}
	return 0, none
}

// blockOf is where the digits of a script begin; they stand in tens.
func blockOf(r rune) rune {
	for _, b := range unicode.Nd.R16 {
		if r <= rune(b.Hi) {
			return rune(b.Lo)
		}
	}
	for _, b := range unicode.Nd.R32 {
		if r <= rune(b.Hi) {
			return rune(b.Lo)
		}
	}
	return r
}

func hanDigit(r rune) (int, script) {
	switch r {
	case '〇', '○', '零':
		return 0, chinese
	case '一', '幺', '壹':
		return 1, chinese
	case '二', '两', '贰', '貳', '兩':
		return 2, chinese
	case '三', '叁', '參':
		return 3, chinese
	case '四', '肆':
		return 4, chinese
	case '五', '伍':
		return 5, chinese
	case '六', '陆', '陸':
		return 6, chinese
	case '七', '柒':
		return 7, chinese
	case '八', '捌':
		return 8, chinese
	case '九', '玖':
		return 9, chinese
	}
	return 0, none
}

// enclosures are the digits that are drawn with something around, above or below.
var enclosures = []struct {
	lo, hi rune
	value  int
}{
	{'²', '³', 2}, {'¹', '¹', 1}, {'⁰', '⁰', 0}, {'⁴', '⁹', 4}, {'₀', '₉', 0},
	{'①', '⑨', 1}, {'⑴', '⑼', 1}, {'⒈', '⒐', 1}, {'⓪', '⓪', 0}, {'⓵', '⓽', 1}, {'⓿', '⓿', 0},
	{'❶', '❾', 1}, {'➀', '➈', 1}, {'➊', '➒', 1}, {'㈠', '㈨', 1}, {'㊀', '㊈', 1}, {0x1f101, 0x1f10a, 0},
}

// isX reports the check digit X, as people and other scripts write it.
func isX(r rune) bool { return strings.ContainsRune("xXｘＸ×✕хХχΧⅹⅩ", r) }

// Kinds of what stands between groups of digits. A higher one is a mark of its own: within one number all marks are the
// same.
const (
	stop   rune = -1 // a letter: here a number ends
	unseen rune = 1  // takes no room: it parts no groups
	soft   rune = 2  // blanks, dashes, brackets
	figure rune = 3  // emoji and the like
)

// joint is the kind of a rune that is no digit.
func joint(r rune) rune {
	switch {
	case r == ' ', r == '-', r == '_', r == '\n', r == '(', r == ')', r == '（', r == '）', r == '\u3000':
		return soft
	case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'), r >= 0x3400 && r <= 0x9fff, r == unicode.ReplacementChar:
		return stop
	case strings.ContainsRune("\u115f\u1160\u3164\uffa0\u2800", r): // letters by name, blanks to the eye
		return soft
	case unicode.In(r, unicode.Cf, unicode.Mn):
		return unseen
	case unicode.IsSpace(r), unicode.In(r, unicode.Cc, unicode.Me, unicode.Pd, unicode.Pc, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf), r == '−':
		return soft
	case unicode.In(r, unicode.So, unicode.Sk):
		return figure
	case unicode.IsPunct(r), unicode.IsSymbol(r):
		return halfWidth(r)
	}
	return stop
}

func halfWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '。' || r == '｡':
		return '.'
	case r == '〜':
		return '~'
	}
	return r
}

// Words that call the number behind them an order. Letters between (运单号YT…) belong to the number only behind 号: in
// 订单tel… they are somebody's.
var (
	orderNumbers = []string{"单号", "单号码", "單號", "单编号", "编号", "編號", "流水号", "流水"}
	orders       = []string{"订单", "訂單", "运单", "運單", "快递单", "物流单", "工单", "面单"}
)

const orderReach = 16 // runes

// calledOrder reports whether the words right before a number call it an order or a parcel.
func calledOrder(before []rune) bool {
	text := string(before[max(0, len(before)-orderReach):])
	trimmed := strings.TrimRightFunc(text, func(r rune) bool {
		return strings.ContainsRune(" \n\u3000:：是为為#＃【[（(『「", r) || joint(r) == unseen
	})
	ends := func(word string) bool { return strings.HasSuffix(trimmed, word) }
	if slices.ContainsFunc(orders, ends) || slices.ContainsFunc(orderNumbers, ends) {
		return true
	}
	trimmed = strings.TrimRightFunc(trimmed, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(" :：", r)
	})
	return slices.ContainsFunc(orderNumbers, ends)
}
