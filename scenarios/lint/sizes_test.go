package lint

import (
	"fmt"
	"strings"
	"testing"
)

// What would keep the scorer busy for minutes is told at its place and not judged.
func TestWhatIsTooLongOrTooMuchIsToldAndNotJudged(t *testing.T) {
	const head = "format = 1\nid = \"li-01\"\ntitle = \"例子\"\ntag = \"物流/催件\"\n"
	many := func(item string, n int) string { return "[" + strings.Repeat(item+", ", n) + "]" }
	for name, c := range map[string]struct{ text, want string }{
		"reply":    {"say = \"在吗\"\ngood = \"" + strings.Repeat("催办", 100_000) + "\"\n", "li.toml:6:8: 错误[M02]: good 有 200000 个字，最多 500 个字"},
		"replies":  {"say = \"在吗\"\nbad = " + many(`"好的"`, 301), "li.toml:6:1808: 错误[M02]: good 和 bad 到这里已经有 301 条，最多 300 条"},
		"message":  {"say = \"" + strings.Repeat("在", 201) + "\"", "li.toml:5:7: 错误[M02]: say 有 201 个字，最多 200 个字"},
		"messages": {"say = " + many(`"在吗"`, 31), "li.toml:5:1: 错误[M02]: say 有 31 条，最多 30 条"},
		"brief":    {"say = \"在吗\"\nbrief = \"" + strings.Repeat("在", 501) + "\"", "li.toml:6:9: 错误[M02]: brief 有 501 个字"},
		"synonym":  {"say = \"在吗\"\nmust = \"" + strings.Repeat("在", 101) + "\"", "li.toml:6:8: 错误[M02]: 『在在"},
		"synonyms": {"say = \"在吗\"\nsituation = \"" + strings.Repeat("在吗|", 3000) + "在呢\"", "li.toml:6:13: 错误[M02]: 同义词到这里已经有 3001 个，最多 3000 个"},
		"rows":     {"say = \"在吗\"\nreact = " + many(`{ say = "好" }`, 201), "li.toml:6:1: 错误[M02]: react 有 201 条，最多 200 条"},
		"turns":    {strings.Repeat("[[turn]]\nid = \"a\"\nsay = \"在吗\"\n", 101), "li.toml:5:3: 错误[M02]: turn 有 101 条，最多 100 条"},
		"reaction": {"say = \"在吗\"\nreact = [{ if = \"达标\", say = \"" + strings.Repeat("好", 201) + "\" }]", "li.toml:6:29: 错误[M02]: say 有 201 个字"},
	} {
		list := example(t, []File{{"li.toml", head + c.text}})
		if have := rendered(list, "M02"); strings.Count(have, "[M02]") != 1 || !strings.HasPrefix(have, c.want) {
			t.Errorf("%s: have %.300s, want %s", name, have, c.want)
		}
		for _, p := range list {
			if strings.ContainsRune("RGXC", rune(p.Code[0])) {
				t.Errorf("%s: judged all the same: %s", name, p.Error())
			}
		}
	}
	fits := fmt.Sprintf("%ssay = %s\nbad = \"%s\"\ngood = \"等三天换谁都着急，我现在查，10分钟内回您\"\n", head, many(`"在吗"`, 30), strings.Repeat("好", 500))
	if have := rendered(example(t, []File{{"li.toml", fits}}), "M02"); have != "" {
		t.Error(have)
	}
}
