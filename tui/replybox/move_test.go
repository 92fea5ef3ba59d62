package replybox

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// stops walks with move until the caret stands still and shows the places as bars in the text.
func stops(b *Box, move func(*Box)) string {
	at := []int{b.at.pos}
	for {
		move(b)
		if b.at.pos == at[len(at)-1] {
			break
		}
		at = append(at, b.at.pos)
	}
	var s strings.Builder
	for i := range b.Len() + 1 {
		if slices.Contains(at, i) {
			s.WriteString("|")
		}
		if i < b.Len() {
			s.WriteString(b.text[i].s)
		}
	}
	return s.String()
}

func TestWordMoves(t *testing.T) {
	for _, c := range []struct{ what, left, right string }{
		{"five are passed at once", "|马上给您催|", ""},
		{"six are four and two", "|理解您的|心情|", ""},
		{"seven are four and three", "|马上给您|催快递|", ""},
		{"nine are four and five", "|今天下班|前给您回信|", ""},
		{"ten are four, four and two", "|今天下班|前给您回|电话|", ""},
		{"punctuation is a stop", "|您好|，|在的|。|", ""},
		{"a change of script is a stop", "|订单|SF2046|已发|", ""},
		{"figures and addresses are one word", "|退|12.50|元|，|e-mail|发您|", ""},
		{"kana apart from letters", "|かな|ABC|", ""},
		{"spaces are passed over", "|iPhone |15 |Pro|", "|iPhone| 15| Pro|"},
		{"a line end is a stop", "|您好|\n|在|\n|", ""},
		{"emoji go with punctuation", "|好的|！😀|谢谢|", ""},
	} {
		text := strings.ReplaceAll(c.left, "|", "")
		b := New(80, 5)
		b.Paste(text)
		if have := stops(b, (*Box).WordLeft); have != c.left {
			t.Errorf("%s, left: %q, want %q", c.what, have, c.left)
		}
		want := c.right
		if want == "" {
			want = c.left
		}
		if have := stops(b, (*Box).WordRight); have != want {
			t.Errorf("%s, right: %q, want %q", c.what, have, want)
		}
	}
}

func TestKills(t *testing.T) {
	for _, c := range []struct {
		key, before, behind, want string
	}{
		{"ctrl+w", "您好，马上给您催", "件", "您好，马上给您件"},
		{"ctrl+w", "您好，马上 ", "", "您好，"},
		{"alt+backspace", "单号SF2046", "吗", "单号吗"},
		{"ctrl+w", "您好\n", "在", "您好在"},
		{"ctrl+w", "", "在", "在"},
		{"ctrl+u", "您好\n马上", "给您\n催", "您好\n给您\n催"},
		{"alt+k", "您好\n马上", "给您\n催", "您好\n马上\n催"},
		{"backspace", "您e\u0301", "好", "您好"},
		{"ctrl+h", "您好", "", "您"},
		{"delete", "您", "👩‍👧好", "您好"},
		{"delete", "您", "", "您"},
	} {
		b := New(20, 4)
		b.Paste(c.before)
		n := b.at.pos
		b.Paste(c.behind)
		b.moveTo(n)
		if !b.Key(c.key) {
			t.Errorf("%s is not bound", c.key)
		}
		if b.Value() != c.want {
			t.Errorf("%s on %q|%q: %q, want %q", c.key, c.before, c.behind, b.Value(), c.want)
		}
	}
}

func TestUpAndDownKeepTheColumn(t *testing.T) {
	b := New(10, 5)
	b.Paste("一二三四a\n五\n六七八九b")
	b.Left() // column 8
	var have []string
	for _, move := range []func(*Box){(*Box).Up, (*Box).Up, (*Box).Up, (*Box).Down, (*Box).Down, (*Box).Down} {
		move(b)
		b.SetSize(10, 4) // as a caller may that fits the box to its text after every key
		b.SetSize(10, 5)
		x, y := b.Cursor()
		have = append(have, fmt.Sprint(x, ",", y))
	}
	want := []string{"2,1", "8,0", "8,0", "2,1", "8,2", "8,2"}
	if !slices.Equal(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
	b.Up()
	b.Left()
	b.Up() // a move sideways sets a new column
	if x, y := b.Cursor(); x != 0 || y != 0 {
		t.Errorf("cursor at %d,%d", x, y)
	}
}

func TestHomeAndEndAreOfTheRowCtrlAOfTheLine(t *testing.T) {
	b := New(6, 4)
	b.Paste("一二三四五六七\n八")
	b.moveTo(4)
	for _, c := range []struct {
		key  string
		want int
	}{{"home", 3}, {"end", 5}, {"end", 5}, {"ctrl+a", 0}, {"end", 2}, {"alt+e", 7}, {"home", 6}, {"ctrl+end", 9}, {"ctrl+home", 0}} {
		b.Key(c.key)
		if b.at.pos != c.want {
			t.Errorf("%s: caret at %d, want %d", c.key, b.at.pos, c.want)
		}
	}
}

func TestNoTwoPlacesOfTheCaretShareACell(t *testing.T) {
	for w := minWidth; w < 30; w++ {
		b := New(w, 500)
		b.Paste("今天3点，OK。“好的”GitHub上线（内部）第二天再说，\n谢谢大家。一二三四五六七八\n\n👍🏽e\u0301!")
		seen := map[[2]int]int{}
		for b.TextStart(); ; b.Right() {
			x, y := b.Cursor()
			if p, ok := seen[[2]int{x, y}]; ok {
				t.Fatalf("width %d: places %d and %d are both at %d,%d", w, p, b.at.pos, x, y)
			}
			seen[[2]int{x, y}] = b.at.pos
			if b.at.pos == b.Len() {
				break
			}
		}
	}
}

func TestKeysOfTheAppAreNotTheBoxs(t *testing.T) {
	b := New(10, 2)
	b.Insert("好")
	for _, key := range []string{"enter", "esc", "tab", "ctrl+c", "ctrl+i", "ctrl+m", "ctrl+g", "ctrl+k", "ctrl+p", "ctrl+l", "ctrl+o",
		"ctrl+b", "ctrl+r", "ctrl+t", "ctrl+e", "ctrl+d", "ctrl+z", "ctrl+q", "ctrl+s", "ctrl+space", "ctrl+up", "pgup", "pgdown", "f5", "?", "a", "1"} {
		if b.Key(key) {
			t.Errorf("the box took %s", key)
		}
	}
	if b.Value() != "好" {
		t.Errorf("value %q", b.Value())
	}
	for _, key := range []string{"ctrl+j", "alt+enter", "shift+enter"} {
		b.Key(key)
	}
	if b.Value() != "好\n\n\n" {
		t.Errorf("value %q", b.Value())
	}
	b.Key("ctrl+_")
	b.Key("alt+z")
	b.Key("ctrl+y")
	if b.Value() != "好\n\n" {
		t.Errorf("value %q after undo, undo, redo", b.Value())
	}
}
