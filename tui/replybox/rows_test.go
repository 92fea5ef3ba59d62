package replybox

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestBreakFollowsTheRules(t *testing.T) {
	for _, c := range []struct {
		what, text string
		width      int
		want       []string
	}{
		{"nothing is one empty row", "", 10, []string{""}},
		{"Han breaks anywhere", "今天下班前回您", 6, []string{"今天下", "班前回", "您"}},
		{"a narrow one in the last but one column before a wide one", "abc中文", 4, []string{"abc", "中文"}},
		{"the same with an odd column left in Han", "a中文中文", 4, []string{"a中", "文中", "文"}},
		{"a full row and nothing behind it", "今天下班", 8, []string{"今天下班"}},
		{"closing punctuation takes its character along", "今天下班，回您", 8, []string{"今天下", "班，回您"}},
		{"two closing ones", "今天下班。”回您", 8, []string{"今天下", "班。”回", "您"}},
		{"opening punctuation goes down", "今天下《规则》", 8, []string{"今天下", "《规则》"}},
		{"an ellipsis is not parted", "我我我……", 8, []string{"我我我……"}},
		{"an ellipsis does not start a row", "我我我我……", 8, []string{"我我我", "我……"}},
		{"a dash is not parted", "我我我a——您", 8, []string{"我我我a", "——您"}},
		{"a word that fits a row stays whole", "请看GitHub吧", 8, []string{"请看", "GitHub吧"}},
		{"a word longer than a row starts where it stands", "单号SF1234567890", 8, []string{"单号SF12", "34567890"}},
		{"a figure with its point and sign", "便宜了12.50%啊", 10, []string{"便宜了", "12.50%啊"}},
		{"a masked number", "手机186****1234呢", 12, []string{"手机", "186****1234", "呢"}},
		{"the money sign stays with the figure", "一共退¥299", 7, []string{"一共退", "¥299"}},
		{"new lines are kept", "好\n\n在\n", 4, []string{"好", "", "在", ""}},
		{"nothing but punctuation is cut where it must", "！！！！！", 4, []string{"！！", "！！", "！"}},
		{"a space is kept", "ab cd", 2, []string{"ab", " ", "cd"}},
		{"punctuation longer than a row", "啊！！！", 4, []string{"啊！", "！！"}},
		{"a chain of emoji wider than the row", "👨‍👩‍👧中", 4, []string{"👨‍👩‍", "👧中"}},
		{"a width too small for Han counts as two", "中a", 0, []string{"中", "a"}},
	} {
		have := Break(c.text, c.width, ansi.WcWidth)
		if !slices.Equal(have, c.want) {
			t.Errorf("%s: %q in %d cells\nhave %q\nwant %q", c.what, c.text, c.width, have, c.want)
		}
	}
}

func TestBreakMeasuresByTheMethodItIsGiven(t *testing.T) {
	for m, want := range map[ansi.Method][]string{ansi.WcWidth: {"❤️👨‍👩‍", "👧中"}, ansi.GraphemeWidth: {"❤️👨‍👩‍👧", "中"}} {
		if have := Break("❤️👨‍👩‍👧中", 5, m); !slices.Equal(have, want) {
			t.Errorf("have %q, want %q", have, want)
		}
	}
}

func TestCaretBehindAFullRow(t *testing.T) {
	b := New(6, 3)
	at := func(x, y int) {
		t.Helper()
		if hx, hy := b.Cursor(); hx != x || hy != y {
			t.Errorf("cursor at %d,%d, want %d,%d in %q", hx, hy, x, y, b.Lines())
		}
	}
	b.Insert("今天下")
	at(0, 1)
	if b.RowCount() != 2 {
		t.Errorf("%d rows, want one more for the caret", b.RowCount())
	}
	b.Insert("班")
	at(2, 1)
	b.Backspace()
	b.Insert("\n")
	at(0, 2)
	b.Left() // before the new line, behind a full row
	at(0, 1)
	b.Left()
	at(4, 0)
}

func TestScrollsAsLittleAsNeeded(t *testing.T) {
	b := New(4, 2)
	b.Paste("一二三四五六七")
	if want := []string{"五六", "七"}; !slices.Equal(b.Lines(), want) {
		t.Errorf("lines %q, want %q", b.Lines(), want)
	}
	if above, below := b.Hidden(); above != 2 || below != 0 {
		t.Errorf("hidden %d above, %d below", above, below)
	}
	b.Up()
	if above, _ := b.Hidden(); above != 2 {
		t.Errorf("the caret was visible, yet the rows moved")
	}
	b.Up()
	if want := []string{"三四", "五六"}; !slices.Equal(b.Lines(), want) {
		t.Errorf("lines %q, want %q", b.Lines(), want)
	}
	b.SetSize(4, 3)
	if want := []string{"三四", "五六", "七"}; !slices.Equal(b.Lines(), want) {
		t.Errorf("lines %q after growing, want %q", b.Lines(), want)
	}
	b.SetSize(8, 3)
	if want := []string{"一二三四", "五六七", ""}; !slices.Equal(b.Lines(), want) {
		t.Errorf("lines %q after widening, want %q", b.Lines(), want)
	}
}

func TestMeasuresByTheMethodOfTheRenderer(t *testing.T) {
	b := New(20, 1)
	b.Insert("❤️👨‍👩‍👧")
	if x, _ := b.Cursor(); x != 7 {
		t.Errorf("wcwidth: cursor at %d, want 1+6", x)
	}
	b.SetMethod(ansi.GraphemeWidth)
	if x, _ := b.Cursor(); x != 4 {
		t.Errorf("graphemes: cursor at %d, want 2+2", x)
	}
}

func TestClusterWiderThanTheBoxIsShownAsAStandIn(t *testing.T) {
	b := New(4, 2)
	b.Insert("中👨‍👩‍👧")
	if have := b.Lines()[0]; have != "中?" {
		t.Errorf("shows %q", have)
	}
	if b.Value() != "中👨‍👩‍👧" {
		t.Errorf("value %q", b.Value())
	}
}

func TestNarrowestBoxShowsEverything(t *testing.T) {
	b := New(0, 0)
	b.Insert("a中，bc")
	var all string
	for b.TextStart(); ; b.Down() {
		all += b.Lines()[0]
		if _, below := b.Hidden(); below == 0 {
			break
		}
	}
	if !strings.HasPrefix(all, "a中，bc") {
		t.Errorf("shown: %q", all)
	}
}
