package text

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
func readUnit(runes []rune, v *Value) {
	switch {
	case readClock(runes, v), readDuration(runes, v), readMoney(runes, v):
		return
	}
	end := v.End
	switch {
	case HasWord(runes, end, "%"):
		v.Kind, v.End = percent, end+1
	case HasWord(runes, end, "成") && v.Num < 10 && v.Known:
		v.Kind, v.Num, v.End = percent, v.Num*10, end+1
	case HasWord(runes, end, "月") && !HasWord(runes, end, "月底"):
		v.Kind, v.End = Date, end+1
		if n, after, ok := readDay(runes, v.End); ok {
			v.Num, v.End = v.Num*100+n, after
		}
	case HasWord(runes, end, "号") && (!v.Known || v.Num >= 1 && v.Num <= 31):
		v.Kind, v.End = Date, end+1
	default:
		for _, m := range measures {
			if HasWord(runes, end, m) {
				v.Kind, v.End = Counted, end+1
				return
			}
		}
	}
}

func readDay(runes []rune, i int) (float64, int, bool) {
	if i >= len(runes) || !IsDigit(runes[i]) && hanDigit(runes[i]) < 0 {
		return 0, i, false
	}
	n, end, ok := readPlain(runes, i)
	if !ok || !HasWord(runes, end, "日") && !HasWord(runes, end, "号") {
		return 0, i, false
	}
	return n, end + 1, true
}

// readClock reads 18:30, 3点, 三点半, 八点一刻, 10点20分.
func readClock(runes []rune, v *Value) bool {
	end := v.End
	if end+1 < len(runes) && runes[end] == ':' && IsDigit(runes[end+1]) && v.Num <= 24 {
		n, after := readDigits(runes, end+1)
		if n > 59 {
			return false
		}
		v.Kind, v.Num, v.End = ClockTime, v.Num*60+n, after
		return true
	}
	if end >= len(runes) || runes[end] != '点' || v.Known && (v.Num > 24 || v.Num != float64(int(v.Num))) ||
		HasWord(runes, end, "点儿") || end+1 < len(runes) && runes[end+1] == '点' {
		return false
	}
	if runes[v.Start] == '一' && end == v.Start+1 && !isClockTail(runes, end+1) {
		return false // 一点 is mostly "a little"
	}
	v.Kind, v.Num, v.End = ClockTime, v.Num*60, end+1
	switch {
	case HasWord(runes, v.End, "半"):
		v.Num, v.End = v.Num+30, v.End+1
	case HasWord(runes, v.End, "一刻"):
		v.Num, v.End = v.Num+15, v.End+2
	case HasWord(runes, v.End, "三刻"):
		v.Num, v.End = v.Num+45, v.End+2
	case HasWord(runes, v.End, "整"), HasWord(runes, v.End, "钟"):
		v.End++
	case v.End < len(runes) && (IsDigit(runes[v.End]) || hanDigit(runes[v.End]) >= 0):
		if n, after, ok := readPlain(runes, v.End); ok && n < 60 && n >= 5 {
			v.Num, v.End = v.Num+n, after
			if HasWord(runes, v.End, "分") {
				v.End++
			}
		}
	}
	return true
}

func isClockTail(runes []rune, i int) bool {
	for _, w := range []string{"前", "之前", "半", "整", "钟", "左右", "以前"} {
		if HasWord(runes, i, w) {
			return true
		}
	}
	return false
}

// readDuration reads a length of time after the number.
func readDuration(runes []rune, v *Value) bool {
	for _, u := range timeUnits {
		if !soundsAt(runes, v.End, u.word) {
			continue
		}
		if u.word == "周" && isWeekday(runes, v.End+1) || u.word == "年" && v.Num > 1000 {
			return false
		}
		v.Kind = Duration
		if u.minutes < 0 {
			v.Num = v.Num*-u.minutes - u.minutes/2
		} else {
			v.Num *= u.minutes
		}
		v.End += len([]rune(u.word))
		v.Workdays = u.word == "个工作日" || u.word == "工作日"
		if u.minutes == 60 && HasWord(runes, v.End, "半") {
			v.Num, v.End = v.Num+30, v.End+1
		}
		return true
	}
	for _, u := range looseUnits {
		if HasWord(runes, v.End, u.word) && isTimeTail(runes, v.End+1) {
			v.Kind, v.Num, v.End = Duration, v.Num*u.minutes, v.End+1
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
		if HasWord(runes, i, w) {
			return true
		}
	}
	return false
}

// readMoney reads 380元, 50块, 20块钱.
func readMoney(runes []rune, v *Value) bool {
	for _, u := range []string{"元钱", "元", "块钱", "块", "rmb", "万元"} {
		if HasWord(runes, v.End, u) {
			v.Kind, v.End = Money, v.End+len([]rune(u))
			return true
		}
	}
	return false
}
