package scoring

// Units of time in minutes, longer words first. A unit in guarded needs one of its followers to be meant as time.
var timeUnits = []struct {
	word    string
	minutes float64
}{
	{"个半小时", -60}, {"个半钟头", -60}, {"个小时", 60}, {"小时", 60}, {"个钟头", 60}, {"钟头", 60}, {"个钟", 60}, {"hours", 60}, {"hour", 60}, {"hr", 60}, {"h", 60},
	{"个工作日", 1440}, {"工作日", 1440}, {"分钟", 1}, {"分钟", 1}, {"mins", 1}, {"min", 1}, {"刻钟", 15},
	{"天半", -1440}, {"天", 1440}, {"个礼拜", 10080}, {"个星期", 10080}, {"礼拜", 10080}, {"星期", 10080}, {"周", 10080},
	{"个半月", -43200}, {"个月", 43200}, {"秒钟", 1.0 / 60}, {"秒", 1.0 / 60}, {"年", 525600},
}

// looseUnits are units only in front of a word of time.
var looseUnits = []struct {
	word    string
	minutes float64
}{{"分", 1}, {"日", 1440}, {"时", 60}}

var measures = []string{"次", "趟", "遍", "箱", "个", "件", "单", "笔", "斤", "台", "张", "条", "双", "套", "盒", "瓶", "包", "袋", "位", "人", "家", "口", "岁", "本", "份", "间", "节", "层", "页", "号", "片", "支", "只", "米", "升", "克"}

// readUnit sets kind, value and end by what follows the number.
func readUnit(runes []rune, v *value) {
	switch {
	case readClock(runes, v), readDuration(runes, v), readMoney(runes, v):
		return
	}
	end := v.end
	switch {
	case hasWord(runes, end, "%"):
		v.kind, v.end = percent, end+1
	case hasWord(runes, end, "成") && v.num < 10 && v.known:
		v.kind, v.num, v.end = percent, v.num*10, end+1
	case hasWord(runes, end, "月") && !hasWord(runes, end, "月底"):
		v.kind, v.end = date, end+1
		if n, after, ok := readDay(runes, v.end); ok {
			v.num, v.end = v.num*100+n, after
		}
	case hasWord(runes, end, "号") && (!v.known || v.num >= 1 && v.num <= 31):
		v.kind, v.end = date, end+1
	default:
		for _, m := range measures {
			if hasWord(runes, end, m) {
				v.kind, v.end = counted, end+1
				return
			}
		}
	}
}

func readDay(runes []rune, i int) (float64, int, bool) {
	if i >= len(runes) || !isDigit(runes[i]) && hanDigit(runes[i]) < 0 {
		return 0, i, false
	}
	n, end, ok := readPlain(runes, i)
	if !ok || !hasWord(runes, end, "日") && !hasWord(runes, end, "号") {
		return 0, i, false
	}
	return n, end + 1, true
}

// readClock reads 18:30, 3点, 三点半, 八点一刻, 10点20分.
func readClock(runes []rune, v *value) bool {
	end := v.end
	if end+1 < len(runes) && runes[end] == ':' && isDigit(runes[end+1]) && v.num <= 24 {
		n, after := readDigits(runes, end+1)
		if n > 59 {
			return false
		}
		v.kind, v.num, v.end = clockTime, v.num*60+n, after
		return true
	}
	if end >= len(runes) || runes[end] != '点' || v.known && (v.num > 24 || v.num != float64(int(v.num))) ||
		hasWord(runes, end, "点儿") || end+1 < len(runes) && runes[end+1] == '点' {
		return false
	}
	if runes[v.start] == '一' && end == v.start+1 && !isClockTail(runes, end+1) {
		return false // 一点 is mostly "a little"
	}
	v.kind, v.num, v.end = clockTime, v.num*60, end+1
	switch {
	case hasWord(runes, v.end, "半"):
		v.num, v.end = v.num+30, v.end+1
	case hasWord(runes, v.end, "一刻"):
		v.num, v.end = v.num+15, v.end+2
	case hasWord(runes, v.end, "三刻"):
		v.num, v.end = v.num+45, v.end+2
	case hasWord(runes, v.end, "整"), hasWord(runes, v.end, "钟"):
		v.end++
	case v.end < len(runes) && (isDigit(runes[v.end]) || hanDigit(runes[v.end]) >= 0):
		if n, after, ok := readPlain(runes, v.end); ok && n < 60 && n >= 5 {
			v.num, v.end = v.num+n, after
			if hasWord(runes, v.end, "分") {
				v.end++
			}
		}
	}
	return true
}

func isClockTail(runes []rune, i int) bool {
	for _, w := range []string{"前", "之前", "半", "整", "钟", "左右", "以前"} {
		if hasWord(runes, i, w) {
			return true
		}
	}
	return false
}

// readDuration reads a length of time after the number.
func readDuration(runes []rune, v *value) bool {
	for _, u := range timeUnits {
		if !hasWord(runes, v.end, u.word) {
			continue
		}
		if u.word == "周" && isWeekday(runes, v.end+1) || u.word == "年" && v.num > 1000 {
			return false
		}
		v.kind = duration
		if u.minutes < 0 {
			v.num = v.num*-u.minutes - u.minutes/2
		} else {
			v.num *= u.minutes
		}
		v.end += len([]rune(u.word))
		v.workdays = u.word == "个工作日" || u.word == "工作日"
		if u.minutes == 60 && hasWord(runes, v.end, "半") {
			v.num, v.end = v.num+30, v.end+1
		}
		return true
	}
	for _, u := range looseUnits {
		if hasWord(runes, v.end, u.word) && isTimeTail(runes, v.end+1) {
			v.kind, v.num, v.end = duration, v.num*u.minutes, v.end+1
			return true
		}
	}
	return false
}

func isWeekday(runes []rune, i int) bool {
	return i < len(runes) && (hanDigit(runes[i]) >= 1 && hanDigit(runes[i]) <= 6 || runes[i] == '日' || runes[i] == '末')
}

func isTimeTail(runes []rune, i int) bool {
	for _, w := range []string{"内", "之内", "以内", "左右", "后", "之后"} {
		if hasWord(runes, i, w) {
			return true
		}
	}
	return false
}

// readMoney reads 380元, 50块, 20块钱.
func readMoney(runes []rune, v *value) bool {
	for _, u := range []string{"元钱", "元", "块钱", "块", "rmb", "万元"} {
		if hasWord(runes, v.end, u) {
			v.kind, v.end = money, v.end+len([]rune(u))
			return true
		}
	}
	return false
}
