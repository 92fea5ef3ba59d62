package fact

import "strconv"

// Length is a length of time in words: 15分钟, 2小时, 1小时30分钟, 3天. One day is 24小时, as rules of a desk say it.
func Length(minutes int) string {
	const hour, day = 60, 24 * 60
	switch {
	case minutes >= 2*day && minutes%day == 0:
		return strconv.Itoa(minutes/day) + "天"
	case minutes < hour:
		return strconv.Itoa(minutes) + "分钟"
	case minutes%hour == 0:
		return strconv.Itoa(minutes/hour) + "小时"
	}
	return strconv.Itoa(minutes/hour) + "小时" + strconv.Itoa(minutes%hour) + "分钟"
}
