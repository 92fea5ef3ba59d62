package problem

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRenderPutsTheMarkUnderTheExactPlace(t *testing.T) {
	p := Problem{Code: "B01", Severity: Error, File: "00-four.toml", Line: 12, Col: 21, EndCol: 25,
		Message: "分支要去的『责认』不存在；是不是想写『责任』？",
		Source:  `  { if = "达标", to = "责认", say = "好" },`}
	want := `00-four.toml:12:21: 错误[B01]: 分支要去的『责认』不存在；是不是想写『责任』？
   12 |   { if = "达标", to = "责认", say = "好" },
      |                       ~~~~~~
`
	if have := p.Render(); have != want {
		t.Errorf("have:\n%swant:\n%s", have, want)
	}
}

func TestRenderIsHarmlessWhateverTheFileHolds(t *testing.T) {
	p := Problem{Code: "S04", Severity: Error, File: "a\x1b[2J.toml", Line: 1, Col: 3, EndCol: 4,
		Message: "x\x07\u202e", Source: "\t\x1b]0;标\x00题\xff\u200b"}
	have := p.Render()
	for _, r := range have {
		if r != '\n' && (isControl(r) || isInvisible(r)) {
			t.Errorf("%U reaches the terminal in %q", r, have)
		}
	}
	if want := "    1 |  ␛]0;标␀题��\n      |   ~\n"; !strings.HasSuffix(have, want) {
		t.Errorf("have %q, want the end %q", have, want)
	}
}

func TestRenderCutsLongLinesAroundTheMark(t *testing.T) {
	long := strings.Repeat("我", 300)
	p := Problem{Code: "V06", Severity: Warning, File: "a.toml", Line: 7, Col: 201, EndCol: 203, Source: long}
	lines := strings.Split(p.Render(), "\n")
	if w := widths.StringWidth(lines[1]); w > maxSource+10 {
		t.Errorf("line of %d cells", w)
	}
	mark := strings.Index(lines[2], "~")
	if got := widths.StringWidth(lines[1][:strings.Index(lines[1], "我")]); got > mark {
		t.Errorf("mark at %d before the text at %d", mark, got)
	}
	if !strings.HasSuffix(lines[2], "~~~~") || strings.HasSuffix(lines[2], "~~~~~") {
		t.Errorf("mark %q is not two wide characters", lines[2])
	}
}

func TestRenderOfAFileWithoutTextHasNoPlace(t *testing.T) {
	p := Problem{Code: "P01", Severity: Error, File: "pack", Message: "读不了"}
	if have := p.Render(); have != "pack: 错误[P01]: 读不了\n" {
		t.Errorf("have %q", have)
	}
}

func TestSortKeepsProblemsOfOnePlaceInOrder(t *testing.T) {
	list := []Problem{{File: "b", Line: 1, Col: 1}, {File: "a", Line: 2, Col: 1, Code: "x"}, {File: "a", Line: 2, Col: 1, Code: "a"},
		{File: "a", Line: 1, Col: 9}, {File: "a", Line: 10, Col: 1}}
	Sort(list)
	var have []string
	for _, p := range list {
		have = append(have, p.File+p.Code)
	}
	if got := strings.Join(have, " "); got != "a ax aa a b" {
		t.Errorf("have %s", got)
	}
}

func TestJSONHasEnglishNames(t *testing.T) {
	p := Problem{Code: "W02", Severity: Warning, File: "a.toml", Line: 1, Col: 2, EndCol: 3, Message: "m", Source: "s"}
	data, err := json.Marshal(p)
	want := `{"code":"W02","severity":"warning","file":"a.toml","line":1,"col":2,"end_col":3,"message":"m","source":"s"}`
	if err != nil || string(data) != want {
		t.Errorf("have %s, %v", data, err)
	}
}

func TestNearestFindsWhatWasMeant(t *testing.T) {
	conditions := []string{"有共情", "缺共情", "有行动", "达标", "不达标", "其他"}
	for _, c := range []struct {
		word    string
		choices []string
		want    string
	}{
		{"基楚", []string{"基础", "进阶", "高阶"}, "基础"},
		{"物流/崔件", []string{"物流/破损", "物流/催件"}, "物流/催件"},
		{"有供情", conditions, "有共情"},
		{"tto", []string{"if", "to", "say"}, "to"},
		{"braanch", []string{"brief", "branch"}, "branch"},
		{"tilte", []string{"tag", "title"}, "title"},
		{"微信", []string{"在线聊天", "工单"}, ""},
		{"mood_max", []string{"money", "mood"}, ""},
		{"x", []string{"to"}, ""},
		{"达标", []string{"达标"}, ""},
		{"", []string{"a"}, ""},
	} {
		if have := Nearest(c.word, c.choices); have != c.want {
			t.Errorf("%s: have %q, want %q", c.word, have, c.want)
		}
	}
}

func TestShowCutsAndCleansWhatAMessageQuotes(t *testing.T) {
	if have := Show("a\x1b\nb"); have != "a␛ b" {
		t.Errorf("have %q", have)
	}
	if have := Show(strings.Repeat("长", 50)); have != strings.Repeat("长", 24)+"…" {
		t.Errorf("have %q", have)
	}
}

func TestVisibleKeepsPicturesAndDropsWhatNobodySees(t *testing.T) {
	for in, want := range map[string]string{
		"有\u200c共\u200d情\ufe0f": "有共情", "\u200d达\ufeff标\u2060": "达标", "\U000e0041好": "好", "谢谢❤\ufe0f": "谢谢❤\ufe0f",
		"👩\u200d👧": "👩\u200d👧", "1\ufe0f\u20e3": "1\ufe0f\u20e3", "平常": "平常",
	} {
		if have := Visible(in); have != want {
			t.Errorf("%q: have %q, want %q", in, have, want)
		}
	}
}

func TestADocumentIsCalledOne(t *testing.T) {
	for _, begin := range []string{"PK\x03\x04\x14\x00", "\xd0\xcf\x11\xe0\xa1\xb1", "{\\rtf1\\ansi"} {
		_, problems := Parse("x.toml", []byte(begin+"\xff\xfe junk"), nil)
		if len(problems) != 1 || problems[0].Code != "S01" || !strings.Contains(problems[0].Message, "另存为 .toml") {
			t.Errorf("%q: %v", begin, problems)
		}
	}
}
