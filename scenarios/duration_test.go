package scenarios

import "testing"

func TestLengthsOfTimeAsTrainersWriteThem(t *testing.T) {
	for text, want := range map[string]int{
		"2小时": 120, "15分钟": 15, "1天": 1440, "两小时": 120, "半小时": 30, "1个半小时": 90, "一个半小时": 90, "2小时内": 120, "48小时以内": 2880, "一刻钟": 15, "30 MIN": 30, "24H": 1440, "2 hours": 120, "2小時": 120, "1.5小时": 90, "1小时30分": 90, "三十分钟": 30,
		"十五分钟": 15, "２小时": 120, " 2 小时 ": 120, "2个工作日": 2880, "1小时半": 90, "半天": 720, "1周": 10080, "四十五分": 45,
		"": 0, "2": 0, "小时": 0, "一会儿": 0, "两天吧": 0, "-2小时": 0, "0分钟": 0, "9999999天": 0, "2小时小时": 0, "1.2.3小时": 0,
	} {
		if have, ok := parseMinutes(text); have != want || ok != (want > 0) {
			t.Errorf("%q: have %d %v, want %d", text, have, ok, want)
		}
	}
}
