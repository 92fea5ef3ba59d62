package replybox

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// One key and what is drawn after it, typed and erased in the middle of n graphemes.
func BenchmarkKeyAndItsRedraw(b *testing.B) {
	for _, n := range []int{0, 300, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			x := New(76, 4)
			x.Paste(strings.Repeat("马上给您催，abc", n/9))
			x.moveTo(n / 2)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					x.Insert("中")
				} else {
					x.Backspace()
				}
				x.Lines()
				x.Cursor()
				if i%1000 == 999 {
					x.steps, x.done = x.steps[:0], 0
				}
			}
		})
	}
}

func BenchmarkPasteOfTwoThousand(b *testing.B) {
	text := strings.Repeat("马上给您催👍🏽，abc", 200)
	b.ReportAllocs()
	for b.Loop() {
		New(76, 4).Paste(text)
	}
}

func BenchmarkBreakOfACustomersLine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Break("给孩子的生日礼物，明天就要用！订单SF1234567890停在郑州3天了", 36, ansi.WcWidth)
	}
}
