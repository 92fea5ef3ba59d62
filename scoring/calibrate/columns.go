package calibrate

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
	"shouxiang/sheet"
)

// column is a column by its English name.
type column string

// columnNames are the names that people give to columns.
var columnNames = map[string]column{
	"id": "id", "编号": "id",
	"customer": "customer", "客户": "customer", "客户的话": "customer",
	"reply": "reply", "回复": "reply", "客服回复": "reply",
	"empathy": "empathy", "共情": "empathy",
	"action": "action", "行动": "action",
	"flags": "flags", "红线": "flags",
	"category": "category", "类别": "category",
	"scenario": "scenario", "场景": "scenario",
	"turn": "turn", "轮": "turn",
	"pass": "pass", "达标": "pass",
}

// columnsOf finds the columns of a header; columns of other names are not looked at. There must be a reply, and with it
// what people heard in it, or what they say of the whole.
func columnsOf(header sheet.Row) (map[column]int, error) {
	columns := map[column]int{}
	for i, cell := range header.Cells {
		c, ok := columnNames[strings.ToLower(strings.TrimSpace(cell))]
		if !ok {
			continue
		}
		if first, twice := columns[c]; twice {
			return nil, fmt.Errorf("第 %d 行：第 %d 列『%s』和第 %d 列『%s』是同一项；留一列，另一列改个名字",
				header.Line, first+1, header.Cells[first], i+1, cell)
		}
		columns[c] = i
	}
	missing := func(names ...column) []string {
		var out []string
		for _, c := range names {
			if _, ok := columns[c]; !ok {
				out = append(out, string(c))
			}
		}
		return out
	}
	labels := missing("empathy", "action", "flags")
	if len(labels) == 3 && len(missing("pass")) == 0 {
		labels = nil
	}
	if lacks := append(missing("reply"), labels...); len(lacks) > 0 {
		return nil, fmt.Errorf("第 %d 行要写列名，缺少 %s（要有 编号 客户 回复 共情 行动 红线，或 id customer reply empathy action flags；用逗号、分号或制表符分开，中文逗号不算）",
			header.Line, strings.Join(lacks, "、"))
	}
	return columns, nil
}

// none reports a cell that says there is nothing.
func none(text string) bool { return text == "" || text == "-" || text == "无" || text == "没有" }

// FlagNames are the red lines that labels can name, blame for 推诿 and 指责 together.
func FlagNames() []string {
	names := []string{"blame"}
	for _, line := range fact.RedLinesAll() {
		if name, ok := flagOf(line); ok && name != "blame" {
			names = append(names, name)
		}
	}
	return names
}

// flagOf is the label for a red line; what only the program finds has none.
func flagOf(line scoring.RedLine) (string, bool) {
	switch line {
	case fact.Deflect, fact.Accuse:
		return "blame", true
	case fact.WrongChat, fact.OpenSlot:
		return "", false
	}
	return line.Name(), true
}

// flagNamed finds the label by any name of its red line: English, of scenario files, of screens.
func flagNamed(name string) (string, bool) {
	name = strings.ToLower(name)
	if name == "blame" || name == "推诿/指责" {
		return "blame", true
	}
	for _, line := range fact.RedLinesAll() {
		if name == line.Name() || name == line.Label() || name == line.Screen() {
			return flagOf(line)
		}
	}
	return "", false
}

func flagsOf(text string) ([]string, error) {
	var flags []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) }) {
		if name = strings.TrimSpace(name); none(name) {
			continue
		}
		flag, ok := flagNamed(name)
		if !ok {
			return nil, fmt.Errorf("不认识的红线『%s』（可用：%s）", name, strings.Join(flagWords(), " "))
		}
		if !slices.Contains(flags, flag) {
			flags = append(flags, flag)
		}
	}
	return flags, nil
}

// flagWords are the red lines as screens call them.
func flagWords() []string {
	var words []string
	for _, line := range fact.RedLinesAll() {
		if _, ok := flagOf(line); ok {
			words = append(words, line.Screen())
		}
	}
	return words
}
