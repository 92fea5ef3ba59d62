package scoring

import "testing"

func TestFiguresAreReadAsValues(t *testing.T) {
	for text, want := range map[string]value{
		"30分钟": {kind: duration, num: 30}, "半小时": {kind: duration, num: 30}, "半个钟头": {kind: duration, num: 30}, "俩小时": {kind: duration, num: 120},
		"2h": {kind: duration, num: 120}, "24h": {kind: duration, num: 1440}, "一刻钟": {kind: duration, num: 15}, "三刻钟": {kind: duration, num: 45},
		"一个半小时": {kind: duration, num: 90}, "两小时半": {kind: duration, num: 150}, "1.5小时": {kind: duration, num: 90}, "3 分钟": {kind: duration, num: 3},
		"三天": {kind: duration, num: 4320}, "3个工作日": {kind: duration, num: 4320, workdays: true}, "十来天": {kind: plainNumber, num: 10},
		"2-3天": {kind: duration, num: 4320}, "五到七天": {kind: duration, num: 10080}, "15分内": {kind: duration, num: 15}, "俩礼拜": {kind: duration, num: 20160},
		"18:30": {kind: clockTime, num: 1110}, "下午3点": {kind: clockTime, num: 180}, "三点半": {kind: clockTime, num: 210}, "八点一刻": {kind: clockTime, num: 495},
		"10点20分": {kind: clockTime, num: 620}, "21点前": {kind: clockTime, num: 1260}, "一点半": {kind: clockTime, num: 90},
		"380元": {kind: money, num: 380}, "五十块": {kind: money, num: 50}, "两百三": {kind: plainNumber, num: 230}, "一千二百块钱": {kind: money, num: 1200},
		"20%": {kind: percent, num: 20}, "百分之五": {kind: percent, num: 5}, "三成": {kind: percent, num: 30},
		"四十五天": {kind: duration, num: 64800}, "3次": {kind: counted, num: 3}, "11月5日": {kind: date, num: 1105}, "8号": {kind: date, num: 8},
		"1299": {kind: plainNumber, num: 1299}, "两万八": {kind: plainNumber, num: 28000},
	} {
		r := desk(nil, text)
		if len(r.values) != 1 {
			t.Errorf("%s: %d values %+v", text, len(r.values), r.values)
			continue
		}
		if v := r.values[0]; v.kind != want.kind || v.num != want.num || v.workdays != want.workdays || !v.known {
			t.Errorf("%s: %+v, want %+v", text, v, want)
		}
	}
}

func TestAnonymisedFiguresAreUnknown(t *testing.T) {
	for text, kind := range map[string]valueKind{"[数字]小时": duration, "[数字]-[数字]个工作日": duration, "[时间]": clockTime, "[数字]元": money} {
		r := desk(nil, text)
		if len(r.values) != 1 || r.values[0].kind != kind || r.values[0].known {
			t.Errorf("%s: %+v", text, r.values)
		}
	}
}

func TestWordsThatLookLikeFiguresAreNone(t *testing.T) {
	for _, text := range []string{"一点都不急", "十分抱歉", "一定", "千万别", "半夜", "两难", "不管三七二十一的"} {
		for _, v := range desk(nil, text).values {
			if v.kind != plainNumber {
				t.Errorf("%s: %+v", text, v)
			}
		}
	}
}

func TestDeadlines(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"等了12天了", "后天面试"}, Within: 120})
	for text, want := range map[string]Timing{
		"10分钟内回您": Met, "俩小时内回您": Met, "三小时内回您": TooLate, "明天给您补发": TooLate, "今晚8点前给您补发": Met, "下班前回您": Met,
		"后天一早给您回电": TooLate, "24h内回您": TooLate, "马上回您": NoDeadline, "等了12天": NoDeadline, "七天无理由": NoDeadline, "后天面试": NoDeadline,
		"已经给您补发了": OnTheSpot, "昨天下午到的": NoDeadline, "等我五分钟，我在查": Met,
	} {
		if have := Default().Hear(m, []string{text}).Timing; have != want {
			t.Errorf("%s: %d, want %d", text, have, want)
		}
	}
}

func TestPromisesAreData(t *testing.T) {
	for text, want := range map[string]Promise{
		"我10分钟内给您回电话":       {Who: "我", What: "给您回电话", Minutes: 10},
		"我们明早10点前把单号发您":     {Who: "我们", What: "把单号发您", TimeOfDay: "明早10:00"},
		"今天18:00前我跟您确认":     {Who: "我", What: "跟您确认", TimeOfDay: "今天18:00"},
		"我现在催中转站，半小时内告诉您结果": {Who: "我", What: "告诉您结果", Minutes: 30},
	} {
		f := Default().Hear(nil, []string{text})
		if len(f.Promises) != 1 {
			t.Errorf("%s: %+v", text, f.Promises)
			continue
		}
		have := f.Promises[0]
		have.Start, have.End = 0, 0
		if have != want {
			t.Errorf("%s: %+v, want %+v", text, have, want)
		}
	}
	for _, text := range []string{"预计3天到货", "您10分钟内付款就行", "马上回您", "等了三天"} {
		if p := Default().Hear(nil, []string{text}).Promises; len(p) > 0 {
			t.Errorf("%s: %+v, want none", text, p)
		}
	}
}
