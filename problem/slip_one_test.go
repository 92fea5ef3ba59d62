package problem

import (
	"fmt"
	"strings"
	"testing"
)

// Slips of hands that never saw TOML, with the one problem each gives: line, column, and words of the message.
var oneProblem = []struct{ name, text, want string }{
	{"another word for =", "a = [{ text is \"亲，请等\", lacks = [\"x\"] }]", "1:13 要用英文等号 =，这里是『is』"},
	{"a dash for =", "a = [{ text = \"一\", lacks - [\"x\", \"y\"] },\n  { text = \"二\" }]", "1:26 要用英文等号 =，这里是『-』"},
	{"two = apart", "a = [{ text = \"一\", lacks = = [\"x\", \"y\"] }]", "1:26 等号只写一个 ="},
	{"a note behind a key", "a = [{ text(备注) = \"亲，请等\", lacks = [\"x\"] }]", "1:12 键名后面多了『(备注)』"},
	{"no key in a row", "a = [{ = \"亲，请等\", lacks = [\"x\"] }]", "1:8 等号前面少了键名"},
	{"text without quotes, with a Chinese comma", "say = [\"我的\", 给孩子的生日礼物，明天就要用！]", `1:14 文字要用英文双引号括起来：say = "给孩子的生日礼物，明天就要用！"`},
	{"words without quotes", "can = [催件，补发、退款]", `1:8 文字要用英文双引号括起来，各项之间用英文逗号：can = ["催件", "补发", "退款"]`},
	{"word without quotes before a key", "a = [{ if = 达标, to = \"x\" }]", "1:13 文字要用英文双引号括起来"},
	{"= in the next line", "c = { name\n = \"x\" }", "1:7 『name』后面的 = 要写在同一行"},
	{"the value in the next line", "title =\n\"快递三天没动\"\nid = \"x\"", "1:7 值要和键写在同一行"},
	{"the value in the next line of a row", "a = [{ text =\n \"一\", lacks = \"x\" }]", "1:13 值要和键写在同一行"},
	{"Enter inside quotes", "can = [\"催件\n\", \"补发\"]\nid = \"x\"", "1:8 引号里不能换行"},
	{"Enter inside quotes of a row", "a = [{ text = \"亲\n\", lacks = \"x\" },\n { text = \"二\" }]", "1:15 引号里不能换行"},
	{"one brace too many", "a = [{ text = \"一\" }},\n  { text = \"二\" }]", "1:20 多了一个『}』"},
	{"[ forgotten in a row", "a = [{ text = \"一\", lacks = \"x\", \"y\"], hits = \"z\" },\n  { text = \"二\" }]", `1:33 好几个值要写成列表，用英文方括号括起来：lacks = ["…", "…"]`},
	{"a full stop between rows", "a = [{ text = \"一\" }。\n  { text = \"二\" }]", "1:20 各项之间要用英文逗号"},
	{"a full stop between keys", "a = [{ text = \"一\"。 lacks = [\"x\", \"y\"] }]", "1:18 各项之间要用英文逗号"},
	{"a quote before a Chinese comma", "a = [{ text = \"理解您的心情\"，非常抱歉。\", lacks = \"x\" }]", "1:23 引号里面又用了英文引号"},
	{"a bullet before a row", "a = [{ text = \"一，二\" },\n· { text = \"三，四\", lacks = \"x\" }]", "2:1 行首的『·』要删掉"},
	{"a note in brackets behind a row", "a = [{ text = \"一\" },（备注）\n  { text = \"二\" }]", "1:21 备注要用 # 开头"},
	{"a bullet before a key", "- id = \"x\"", "1:1 行首的『-』要删掉"},
	{"a dot before a key", "· id = \"x\"", "1:1 行首的『·』要删掉"},
	{"a number before a key", "1、id = \"x\"", "1:1 行首的『1、』要删掉"},
	{"a bullet before a heading", "id = \"a\"\n- [[turn]]\nid = \"b\"", "2:1 行首的『-』要删掉"},
	{"no comma at the end of a line", "a = [{ text = \"一\" }\n  { text = \"二\" }]", "1:19 这一行末尾少了英文逗号"},
	{"brackets of a heading full-width", "id = \"a\"\n【【turn】】\nid = \"b\"", "2:1 标题的方括号要用英文的：[[turn]]"},
	{"a note as a heading", "id = \"a\"\n【第二轮】\nsay = \"b\"", "2:1 标题里只能写英文名，比如 [[turn]]；如果是备注，请在最前面加 #"},
	{"a heading without brackets", "[[turn]]\nid = \"a\"\nturn\nid = \"b\"", "3:1 『turn』后面没有写 = 和值"},
	{"minus and number apart", "a = [{ mood = - 2, say = \"x\" }]", "1:15 负号和数字之间不能有空格"},
	{"full-width minus", "mood = －１", "1:8 负号要用英文的 -"},
	{"a unit behind a blank", "a = [{ after = 3 秒 }, { after = 1 }]", "1:18 数字后面不能带『秒』"},
	{"a full-width blank behind a number", "wait = 30　", "1:10 这里有一个特殊空格"},
	{"a Chinese figure", "intensity = 三", `1:13 文字要用英文双引号括起来：intensity = "三"；要的是数字就写 3`},
	{"Chinese yes", "title = 是", `1:9 文字要用英文双引号括起来：title = "是"`},
	{"{ forgotten", "customer = name = \"x\" }", "1:12 要放进花括号"},
	{"the opening line of a list gone", "id = \"x\"\n  { if = \"a\" },\n  { if = \"b\" },\n]\nsay = \"x\"", "2:3 这一行不在列表里；是不是上面少了一行"},
	{"two lines in one", "a = [{ text = \"一\" }] b = [\n  { if = \"a\" },\n]\nsay = \"x\"", "1:22 一行只能写一个 键 = 值"},
	{"[ forgotten before rows", "branch = \n  { if = \"a\" },\n  { if = \"b\" },\n]\nsay = \"x\"", "1:8 等号后面少了 ["},
	{"braces for a heading", "[[turn]]\nid = \"a\"\n{{turn}}\nid = \"b\"", "3:1 标题要用方括号，比如 [[turn]]"},
	{"minus and fraction apart", "a = [{ after = - 1.5, say = \"x\" }]", "1:16 负号和数字之间不能有空格：after = -1.5"},
	{"full-width minus before a fraction", "a = [{ after = －1.5 }]", "1:16 负号要用英文的 -"},
	{"[[turn]] forgotten", "[[turn]]\nid = \"a\"\nsay = \"x\"\nid = \"b\"\nsay = \"y\"", "4:1 『id』写了两次，第一次在第 2 行；是下一项的话，上面先写一行 [[turn]]"},
	{"a key of an item twice, once at its beginning", "[[turn]]\nid = \"a\"\nsay = \"x\"\n[[turn]]\nhint = \"h\"\nid = \"b\"\nsay = \"y\"\nhint = \"z\"", "8:1 『hint』写了两次，第一次在第 5 行；同一张表里"},
	{"a key twice beside an empty item", "[[turn]]\n[[turn]]\nid = \"a\"\nsay = \"x\"\nid = \"b\"", "5:1 『id』写了两次，第一次在第 3 行；同一张表里"},
	{"one bracket for two, first", "[turn]\nid = \"a\"\n[[turn]]\nid = \"b\"\n[[turn]]\nid = \"c\"", "1:2 这里只写了一层方括号，后面是两层；请改成 [[turn]]"},
	{"one bracket for two, later", "[[turn]]\nid = \"a\"\n[turn]\nid = \"b\"\n[[turn]]\nid = \"c\"", "3:2 这里只写了一层方括号，前面是两层；请改成 [[turn]]"},
	{"a heading behind a value", "id = \"a\" [[turn]]\nid = \"b\"", "1:10 标题要另起一行"},
	{"a slash in a key of a row", "within = { 物流/催件 = \"2小时\" }", `1:12 中文的键名要加英文双引号："物流/催件" = …`},
	{"a look-alike letter in a key", "titl\u0435 = \"x\"", "1:1 键名『titl\u0435』里混进了不是英文的字母"},
	{"Unicode's own line end", "id = \"a\"\u2028title = \"b\"", "1:9 这里有一个特殊的换行符（U+2028）"},
}

func TestOneSlipGivesOneProblemInWordsThatHelp(t *testing.T) {
	for _, c := range oneProblem {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Parse("x.toml", []byte(c.text), nil)
			var have []string
			for _, p := range problems {
				have = append(have, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Message))
			}
			said := strings.Join(have, "\n\t")
			if len(problems) == 0 {
				t.Fatalf("%s\nnothing said; want:\t%s", c.text, c.want)
			}
			place, words, _ := strings.Cut(c.want, " ")
			if !strings.HasPrefix(have[0], place+" ") || !strings.Contains(have[0], words) {
				t.Errorf("%s\nhave:\t%s\nwant:\t%s", c.text, said, c.want)
			}
			if len(problems) != 1 && !strings.Contains(c.text, "\u2028") {
				t.Errorf("%s\nnot one problem:\t%s", c.text, said)
			}
		})
	}
}

func TestAForgottenHeadingIsOneProblemBesideAnother(t *testing.T) {
	text := "[[turn]]\nid = \"a\"\nsay = \"x\"\nid = \"b\"\nsay = \"y\"\nwait = 3秒\nid = \"c\"\nid = \"d\""
	_, problems := Parse("x.toml", []byte(text), nil)
	var have []string
	for _, p := range problems {
		have = append(have, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Code))
	}
	if strings.Join(have, ", ") != "4:1 S03, 6:9 S02, 7:1 S03, 8:1 S03" {
		t.Error(have)
	}
}
