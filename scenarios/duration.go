package scenarios

import (
	"strconv"
	"strings"
	"unicode"
)

// parseMinutes reads a length of time as a trainer writes it: "2小时", "15分钟", "1天", "半小时", "1小时30分".
func parseMinutes(text string) (int, bool) {
	rest := strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == ' ' || r == '\u3000' || r == '个':
			return -1
		case r == '時':
			return '时'
		}
		return unicode.ToLower(r)
	}, text)
	for _, end := range []string{"以内", "之内", "内"} {
		rest = strings.TrimSuffix(rest, end)
	}
	total := 0.0
	for rest != "" {
		n, after, ok := leadingNumber(rest)
		if !ok {
			return 0, false
		}
		if half, ok := strings.CutPrefix(after, "半"); ok { // 1个半小时
			n, after = n+0.5, half
		}
		minutes, tail, ok := leadingUnit(after)
		if !ok {
			return 0, false
		}
		total += n * minutes
		rest = tail
		if half, ok := strings.CutPrefix(rest, "半"); ok && half == "" {
			total += minutes / 2
			rest = ""
		}
	}
	const most = 366 * 24 * 60
	if total < 1 || total > most {
		return 0, false
	}
	return int(total + 0.5), true
}

var chineseDigits = map[string]float64{"半": 0.5, "一": 1, "两": 2, "二": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
	"八": 8, "九": 9, "十": 10}

func leadingNumber(s string) (n float64, rest string, ok bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.') {
		end++
	}
	if end > 0 {
		n, err := strconv.ParseFloat(s[:end], 64)
		return n, s[end:], err == nil
	}
	return chineseNumber(s)
}

// chineseNumber reads 半, 两, 十五, 三十, 四十五.
func chineseNumber(s string) (n float64, rest string, ok bool) {
	for s != "" {
		r := []rune(s)[:1]
		d, known := chineseDigits[string(r)]
		if !known {
			break
		}
		switch {
		case d == 10 && n == 0:
			n = 10
		case d == 10:
			n *= 10
		default:
			n += d
		}
		s, ok = s[len(string(r)):], true
	}
	return n, s, ok
}

var units = []struct {
	word    string
	minutes float64
}{
	{"分钟", 1}, {"分", 1}, {"小时", 60}, {"钟头", 60}, {"工作日", 24 * 60}, {"天", 24 * 60}, {"日", 24 * 60}, {"周", 7 * 24 * 60},
	{"星期", 7 * 24 * 60}, {"刻钟", 15}, {"minutes", 1}, {"mins", 1}, {"min", 1}, {"hours", 60}, {"hour", 60}, {"h", 60},
}

func leadingUnit(s string) (minutes float64, rest string, ok bool) {
	for _, u := range units {
		if rest, ok := strings.CutPrefix(s, u.word); ok {
			return u.minutes, rest, true
		}
	}
	return 0, s, false
}
