package scenarios

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A key that messages and suggestions offer is a key that is read: given a value of a kind no key takes, each is T01.
func TestEveryKeyThatIsOfferedIsRead(t *testing.T) {
	const head, turn = "format = 1\nid = \"x\"\ntitle = \"t\"\ntag = \"a/b\"\n", "[[turn]]\nid = \"甲\"\nsay = \"在吗\"\n"
	row := func(before, after string) func(string) string {
		return func(key string) string { return before + key + after }
	}
	for _, c := range []struct {
		where place
		file  func(key string) string // which sets the key to true
	}{
		{placeCard, func(key string) string { return without(head+"say = \"在吗\"\n", key) + key + " = true\n" }},
		{placeScript, func(key string) string {
			if key == "turn" {
				return head + "turn = true\n"
			}
			return without(head, key) + key + " = true\n" + turn
		}},
		{placeTurn, func(key string) string { return head + without(turn, key) + key + " = true\n" }},
		{placeReact, row(head+"say = \"在吗\"\nreact = { ", " = true }\n")},
		{placeBranch, row(head+turn+"branch = { ", " = true }\n")},
		{placeEnding, row(head+"ending = { ", " = true }\n"+turn)},
		{placeLine, row(head+"say = { text = \"在吗\" }\nlate = { text = \"x\", ", " = true }\n")},
		{placeGood, row(head+turn+"bad = { ", " = true }\n")},
		{placeGoodCard, row(head+"say = \"在吗\"\nbad = { ", " = true }\n")},
		{placeWrong, row(head+"say = \"在吗\"\nwrong = { ", " = true }\n")},
		{placePerson, row(head+"say = \"在吗\"\ncustomer = { ", " = true }\n")},
		{placeTicket, row(head+"say = \"在吗\"\nticket = { ", " = true }\n")},
	} {
		for _, key := range c.where.keys {
			text := c.file(key)
			if c.where.name == placeLine.name && key == "text" {
				text = head + "say = { text = true }\n"
			}
			lib := Load(Source{FS: fstest.MapFS{"pack.toml": file(tinyPack), "x.toml": file("%s", text)}})
			checkT01(t, lib, c.where.name+key, text)
		}
	}
	for _, c := range []struct {
		where         place
		before, after string
	}{{placePack, "", " = true\n"}, {placePhrase, "phrases = { ", " = true }\n"}, {placePolicy, "policy = { ", " = true }\n"}} {
		for _, key := range c.where.keys {
			text := c.before + key + c.after
			lib := Load(Source{FS: fstest.MapFS{"pack.toml": file("%s", text)}})
			checkT01(t, lib, c.where.name+key, text)
		}
	}
}

// without is the text without the line of that key.
func without(text, key string) string {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.HasPrefix(l, key+" ") })
	return strings.Join(lines, "\n")
}

func checkT01(t *testing.T, lib *Library, what, text string) {
	t.Helper()
	for _, p := range lib.Problems {
		if p.Code == "T01" && strings.Contains(p.Source, "true") {
			return
		}
	}
	t.Errorf("%s is not read:\n%s%v", what, text, lib.Problems)
}

// A misplaced key is told where it belongs, so every key has a home.
func TestEveryKeyHasAHome(t *testing.T) {
	for _, where := range []place{placeCard, placeScript, placeTurn, placeBranch, placeEnding, placeLine, placeGood, placeWrong, placePerson, placeTicket, placePack} {
		for _, key := range where.keys {
			found := key == "react" || key == "turn"
			for _, home := range homes {
				found = found || slices.Contains(home.keys, key)
			}
			if !found {
				t.Errorf("%s%s has no home", where.name, key)
			}
		}
	}
}

// What people write in Chinese for a key leads to a key that exists.
func TestChineseKeyNamesLeadToKeys(t *testing.T) {
	for word, key := range chineseKeys {
		found := key == "turn" || key == "react"
		for _, home := range homes {
			found = found || slices.Contains(home.keys, key)
		}
		if !found && !slices.Contains(placePhrase.keys, key) {
			t.Errorf("%s leads to %s", word, key)
		}
	}
}
