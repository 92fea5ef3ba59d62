package scenarios

import "testing"

func TestSearch(t *testing.T) {
	sc := &Scenario{Background: "订单尾号2046，停在郑州", Pack: &Pack{Policy: []Snippet{
		{Title: "改址", Text: "未出车可改一次", From: "2025-01-01"},
		{Title: "改签", Text: "开车前可改签一次", From: "2027-01-01"},
		{Title: "改址（旧）", Text: "不能改", To: "2024-12-31"},
		{Title: "VIP 通道", Text: "专线处理"},
	}}}
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"", []string{"后台", "改址", "VIP 通道", "改签", "改址（旧）"}},
		{"改", []string{"改址", "改签", "改址（旧）"}},
		{"改 -签", []string{"改址", "改址（旧）"}},
		{"改 －址", []string{"改签"}},
		{"vip", []string{"VIP 通道"}},
		{"尾号 郑州", []string{"后台"}},
		{"没有的词", nil},
		{"-", []string{"后台", "改址", "VIP 通道", "改签", "改址（旧）"}},
	} {
		have := Search(sc, tt.query, "2026-11-21")
		var titles []string
		for _, f := range have {
			titles = append(titles, f.Title)
			if f.Title == "改址（旧）" != f.Expired || f.Title == "改签" != f.Early {
				t.Errorf("%q: %s expired %v, early %v", tt.query, f.Title, f.Expired, f.Early)
			}
		}
		if len(titles) != len(tt.want) {
			t.Errorf("%q gave %v, want %v", tt.query, titles, tt.want)
			continue
		}
		for i := range titles {
			if titles[i] != tt.want[i] {
				t.Errorf("%q gave %v, want %v", tt.query, titles, tt.want)
				break
			}
		}
	}
}
