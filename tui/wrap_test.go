package tui

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapBreaksChineseByTheRules(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"我的快递三天没动了！", 18, []string{"我的快递三天没动", "了！"}},
		{"给孩子的生日礼物，明天就要用！", 16, []string{"给孩子的生日礼", "物，明天就要用！"}},
		{"他说：“随便。”然后走了", 8, []string{"他说：", "“随便。”", "然后走了"}},
		{"换了iPhone15还是不行", 12, []string{"换了iPhone15", "还是不行"}},
		{"换了iPhone15还是不行", 11, []string{"换了", "iPhone15还", "是不行"}},
		{"先这样\n\n算了", 20, []string{"先这样", "", "算了"}},
	} {
		if have := wrap(c.text, c.width, ansi.WcWidth); !slices.Equal(have, c.want) {
			t.Errorf("%q in %d cells\nhave %q\nwant %q", c.text, c.width, have, c.want)
		}
	}
}

func TestWrappedRowsFitAndLoseNothing(t *testing.T) {
	pool := []string{"中", "快递", "，", "。", "“", "”", "（", "）", "……", "——", "a", "GitHub", "SF1234567890", "12.5%", ",", " ", "　",
		"\n", "かな", "😀", "👨‍👩‍👧", "❤️", "🇨🇳", "e\u0301", "[语音 12″]", "①"}
	r := rand.New(rand.NewSource(1))
	for range 3000 {
		var text string
		for range r.Intn(30) {
			text += pool[r.Intn(len(pool))]
		}
		width := 2 + r.Intn(40)
		for _, m := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			rows := wrap(text, width, m)
			for _, row := range rows {
				if w := m.StringWidth(row); w > width {
					t.Fatalf("%q takes %d cells, %d are there", row, w, width)
				}
			}
			if have, want := strings.Join(rows, ""), strings.ReplaceAll(text, "\n", ""); have != want {
				t.Fatalf("wrap(%q, %d) gives %q", text, width, rows)
			}
		}
	}
}
