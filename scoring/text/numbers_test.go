package text

import "testing"

func TestFiguresAreReadAsValues(t *testing.T) {
	for text, want := range map[string]Value{
		"30分钟": {Kind: Duration, Num: 30}, "半小时": {Kind: Duration, Num: 30}, "半个钟头": {Kind: Duration, Num: 30}, "俩小时": {Kind: Duration, Num: 120},
		"2h": {Kind: Duration, Num: 120}, "24h": {Kind: Duration, Num: 1440}, "一刻钟": {Kind: Duration, Num: 15}, "三刻钟": {Kind: Duration, Num: 45},
		"一个半小时": {Kind: Duration, Num: 90}, "两小时半": {Kind: Duration, Num: 150}, "1.5小时": {Kind: Duration, Num: 90},
		"三天": {Kind: Duration, Num: 4320}, "3个工作日": {Kind: Duration, Num: 4320, Workdays: true}, "十来天": {Kind: PlainNumber, Num: 10},
		"2-3天": {Kind: Duration, Num: 4320}, "五到七天": {Kind: Duration, Num: 10080}, "15分内": {Kind: Duration, Num: 15}, "俩礼拜": {Kind: Duration, Num: 20160},
		"18:30": {Kind: ClockTime, Num: 1110}, "下午3点": {Kind: ClockTime, Num: 180}, "三点半": {Kind: ClockTime, Num: 210}, "八点一刻": {Kind: ClockTime, Num: 495},
		"10点20分": {Kind: ClockTime, Num: 620}, "21点前": {Kind: ClockTime, Num: 1260}, "一点半": {Kind: ClockTime, Num: 90},
		"380元": {Kind: Money, Num: 380}, "五十块": {Kind: Money, Num: 50}, "两百三": {Kind: PlainNumber, Num: 230}, "一千二百块钱": {Kind: Money, Num: 1200},
		"20%": {Kind: percent, Num: 20}, "百分之五": {Kind: percent, Num: 5}, "三成": {Kind: percent, Num: 30},
		"四十五天": {Kind: Duration, Num: 64800}, "3次": {Kind: Counted, Num: 3}, "11月5日": {Kind: Date, Num: 1105}, "8号": {Kind: Date, Num: 8},
		"1299": {Kind: PlainNumber, Num: 1299}, "两万八": {Kind: PlainNumber, Num: 28000},
	} {
		found := values(text)
		if len(found) != 1 {
			t.Errorf("%s: %d values %+v", text, len(found), found)
			continue
		}
		if v := found[0]; v.Kind != want.Kind || v.Num != want.Num || v.Workdays != want.Workdays || !v.Known {
			t.Errorf("%s: %+v, want %+v", text, v, want)
		}
	}
}

func TestAnonymisedFiguresAreUnknown(t *testing.T) {
	for text, kind := range map[string]ValueKind{"[数字]小时": Duration, "[数字]-[数字]个工作日": Duration, "[时间]": ClockTime, "[数字]元": Money} {
		found := values(text)
		if len(found) != 1 || found[0].Kind != kind || found[0].Known {
			t.Errorf("%s: %+v", text, found)
		}
	}
}

func TestWordsThatLookLikeFiguresAreNone(t *testing.T) {
	for _, text := range []string{"一点都不急", "十分抱歉", "一定", "千万别", "半夜", "两难", "不管三七二十一的"} {
		for _, v := range values(text) {
			if v.Kind != PlainNumber {
				t.Errorf("%s: %+v", text, v)
			}
		}
	}
}

// values reads the figures of a folded text, one after the other.
func values(text string) []Value {
	var folded Folded
	NewFolder().Fold(&folded, text)
	var out []Value
	for i := 0; i < len(folded.Runes); i++ {
		if !StartsNumber(folded.Runes[i]) {
			continue
		}
		if v, ok := ReadValue(folded.Runes, i); ok {
			out = append(out, v)
			i = v.End - 1
		}
	}
	return out
}

func TestAUnitOfTimeIsHeardByItsSound(t *testing.T) {
	for reply, minutes := range map[string]float64{"10分种": 10, "半小食": 30, "两个小是": 120, "3个公作日": 3 * 1440, "一刻种": 15} {
		if v, ok := ReadValue([]rune(reply), 0); !ok || v.Kind != Duration || v.Num != minutes {
			t.Errorf("%s: %+v", reply, v)
		}
	}
	for _, reply := range []string{"10份", "3中", "2种", "5是"} {
		if v, _ := ReadValue([]rune(reply), 0); v.Kind == Duration {
			t.Errorf("%s is a length of time: %+v", reply, v)
		}
	}
}
