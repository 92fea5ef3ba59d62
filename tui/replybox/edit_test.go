package replybox

import (
	"slices"
	"strings"
	"testing"
)

func TestInsertTakesOutWhatDoesNotShow(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"line ends", "一\r\n二\r三\v四\u2028五\n", "一\n二\n三\n四\n五\n"},
		{"tab and odd blanks become spaces", "订单\t2046\u00a0元\u2003", "订单 2046 元 "},
		{"the ideographic space stays", "好　的", "好　的"},
		{"controls", "好\x00的\x07\x7f\u0086", "好的"},
		{"colours", "\x1b[1;31m红\x1b[0m", "红"},
		{"a title", "\x1b]0;t\x07好\x1b]8;;http://a\x1b\\链\x1b]8;;\x1b\\", "好链"},
		{"eight-bit introducers", "\u009b31m红\u009d0;t\u009c", "红"},
		{"a sequence without an end loses only its introducer", "\x1b]您好", "您好"},
		{"charset and keypad", "\x1b(B好\x1b=的", "好的"},
		{"bidi controls", "a\u202eb\u2066c\u200f", "abc"},
		{"zero-width junk", "您\u200b好\ufeff吗\u2060\u00ad\u034f", "您好吗"},
		{"a joiner in Han", "您\u200d好", "您好"},
		{"a joiner in an emoji stays", "👩\u200d👧", "👩\u200d👧"},
		{"a lone mark", "\u0301", ""},
		{"a mark at the start of a line", "好\n\u0301的", "好\n的"},
		{"tags without a flag", "好\U000e0067\U000e007f", "好"},
		{"tags with a flag stay", "🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"},
		{"fillers that look like nothing", "a\u3164\u115fb", "ab"},
		{"what is left when something is dropped is looked at again", "\u0d4e\U000e0067👩\u200d👧", "\u0d4e👩👧"},
		{"broken UTF-8", "好\xe4\xbd的\xff", "好的"},
	} {
		b := New(40, 3)
		b.Insert(c.in)
		if b.Value() != c.want {
			t.Errorf("%s: %+q gave %+q, want %+q", c.what, c.in, b.Value(), c.want)
		}
	}
}

func TestPartsJoinWhereTheyBelong(t *testing.T) {
	for _, c := range []struct {
		what  string
		parts []string
		want  int
	}{
		{"combining mark", []string{"e", "\u0301"}, 1},
		{"two marks", []string{"e", "\u0301", "\u0323"}, 1},
		{"joined emoji", []string{"👩", "\u200d", "👧"}, 1},
		{"skin", []string{"👍", "🏽"}, 1},
		{"variation selector", []string{"❤", "\ufe0f"}, 1},
		{"ideographic variation", []string{"葛", "\U000e0100"}, 1},
		{"keycap", []string{"1", "\ufe0f", "\u20e3"}, 1},
		{"flag", []string{"🇨", "🇳"}, 1},
		{"two flags", []string{"🇨", "🇳", "🇺", "🇸"}, 2},
		{"Hangul", []string{"ᄒ", "ᅡ", "ᆫ"}, 1},
		{"Han does not join", []string{"中", "\u200d", "文"}, 2},
	} {
		b := New(40, 3)
		b.Insert("前后")
		b.Left()
		for _, p := range c.parts {
			b.Insert(p)
		}
		if b.Len() != 2+c.want {
			t.Errorf("%s: %d clusters, want %d more than 2", c.what, b.Len(), c.want)
		}
		b.Insert("|")
		if !strings.HasSuffix(b.Value(), "|后") {
			t.Errorf("%s: the caret was not behind it: %q", c.what, b.Value())
		}
		b.Backspace()
		for range c.want {
			b.Backspace()
		}
		if b.Value() != "前后" {
			t.Errorf("%s: backspace left %+q", c.what, b.Value())
		}
	}
}

func TestDeletingJoinsWhatMeets(t *testing.T) {
	b := New(40, 3)
	b.Insert("👩\u200d")
	b.Insert("中")
	b.Insert("👧")
	b.Left()
	b.Backspace()
	if b.Len() != 1 || b.Value() != "👩\u200d👧" {
		t.Errorf("%d clusters in %+q", b.Len(), b.Value())
	}
	if x, _ := b.Cursor(); x != 4 {
		t.Errorf("cursor at %d, want behind the emoji", x)
	}
}

func TestFlagsPairAnewAroundTheCaret(t *testing.T) {
	b := New(40, 3)
	b.Insert("🇨🇳🇺🇸")
	b.TextStart()
	b.Insert("🇯")
	want := []string{"🇯🇨", "🇳🇺", "🇸"}
	var have []string
	for _, c := range b.text {
		have = append(have, c.s)
	}
	if !slices.Equal(have, want) {
		t.Errorf("clusters %q, want %q", have, want)
	}
	b.Undo()
	if b.Len() != 2 || b.Value() != "🇨🇳🇺🇸" {
		t.Errorf("undone to %q, %d clusters", b.Value(), b.Len())
	}
}

func TestLimitCountsGraphemes(t *testing.T) {
	b := New(20, 3)
	b.SetLimit(3)
	if n := b.Insert("您好吗呢"); n != 1 || b.Value() != "您好吗" {
		t.Errorf("dropped %d, value %q", n, b.Value())
	}
	if n := b.Paste("再来"); n != 2 || b.Len() != 3 {
		t.Errorf("dropped %d, value %q", n, b.Value())
	}
	b.Backspace()
	b.Insert("e")
	if n := b.Insert("\u0301"); n != 0 || b.Value() != "您好e\u0301" {
		t.Errorf("a mark needs no room: dropped %d, value %+q", n, b.Value())
	}
	b.SetLimit(2)
	if n := b.Insert("\u0323"); n != 0 || b.Len() != 3 {
		t.Errorf("nor does it where the text is too long already: dropped %d, value %+q", n, b.Value())
	}
	b.SetLimit(3)
	if n := b.Set("一二三四"); n != 1 || b.Value() != "一二三" {
		t.Errorf("set: dropped %d, value %q", n, b.Value())
	}
}

func TestPasteOfTwoThousandIsWhole(t *testing.T) {
	text := strings.Repeat("订单2046已为您登记了哦，👍🏽\n", 125)
	b := New(60, 4)
	b.SetLimit(2000)
	if n := b.Paste(text); n != 0 || b.Value() != text {
		t.Fatalf("dropped %d of %d", n, b.Len())
	}
	if n := b.Len(); n != 125*16 {
		t.Errorf("%d graphemes", n)
	}
}

func TestCountsTellWhereTextCameFrom(t *testing.T) {
	b := New(40, 3)
	b.Insert("您好")
	b.Paste("订单2046")
	b.InsertPhrase("稍等")
	b.Backspace()
	b.Insert("e")
	b.Insert("\u0301") // joins: still one typed grapheme
	if have, want := b.Counts(), (Counts{Typed: 3, Pasted: 6, Phrase: 1}); have != want {
		t.Errorf("have %+v, want %+v", have, want)
	}
	if added, removed := b.Delta(); added != 2+6+2+1+1 || removed != 1+1 {
		t.Errorf("delta +%d -%d", added, removed)
	}
	b.KillWord()
	if added, removed := b.Delta(); added != 0 || removed != 1 {
		t.Errorf("delta +%d -%d after deleting a word", added, removed)
	}
	b.Set("草稿")
	if added, removed := b.Delta(); added != 0 || removed != 0 || b.Counts() != (Counts{Pasted: 2}) {
		t.Errorf("delta +%d -%d, counts %+v after Set", added, removed, b.Counts())
	}
}

func TestResetForgetsTheSentReply(t *testing.T) {
	b := New(10, 2)
	b.Insert("您好")
	b.Reset()
	if !b.Empty() || b.Undo() || b.Redo() || b.Value() != "" {
		t.Errorf("came back: %q", b.Value())
	}
	if x, y := b.Cursor(); x != 0 || y != 0 {
		t.Errorf("cursor at %d,%d", x, y)
	}
}

func TestUndoGoesClauseByClause(t *testing.T) {
	b := New(40, 3)
	for _, r := range "您好，马上给您催。" {
		b.Insert(string(r))
	}
	b.Paste("（贴）")
	b.Paste("（贴）")
	b.Backspace()
	b.Backspace()
	b.Insert("好")
	b.Left()
	b.Insert("很")
	b.Insert("好")
	var have []string
	for b.Undo() {
		have = append(have, b.Value())
	}
	want := []string{"您好，马上给您催。（贴）（好", "您好，马上给您催。（贴）（", "您好，马上给您催。（贴）（贴）", "您好，马上给您催。（贴）",
		"您好，马上给您催。", "您好，", ""}
	if !slices.Equal(have, want) {
		t.Errorf("have %q\nwant %q", have, want)
	}
	for b.Redo() {
	}
	if b.Value() != "您好，马上给您催。（贴）（很好好" {
		t.Errorf("redone to %q", b.Value())
	}
	b.Undo()
	b.Insert("!")
	if b.Redo() {
		t.Error("a new change must end what could be redone")
	}
}
