// Package calibrate measures how far the scorer agrees with people.
//
// It reads labelled replies (tab-separated, docs/scoring.md §7), scores them and gives accuracy, F1, Cohen's κ,
// confusion and every disagreement with the rule behind it. It decides nothing: the scorer never sees the labels.
package calibrate

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"shouxiang/scoring"
)

// Row is one labelled reply.
type Row struct {
	ID, Customer, Reply string
	Empathy, Action     int // 0, 1, 2
	Flags               []string
	Line                int
}

// BadRow is a line that cannot be read.
type BadRow struct {
	Line    int
	Message string
}

// maxLine is the longest line that is read; a longer one is reported as bad.
const maxLine = 1 << 20

// Read reads a file of labelled replies. The first line names the columns: id, customer, reply, empathy, action,
// flags in any order, others are ignored. Bad lines are reported by number and left out.
func Read(in io.Reader) ([]Row, []BadRow, error) {
	scan := bufio.NewScanner(in)
	scan.Buffer(make([]byte, 0, 64<<10), maxLine)
	var rows []Row
	var bad []BadRow
	var columns map[string]int
	for line := 1; scan.Scan(); line++ {
		text := strings.TrimSuffix(strings.TrimPrefix(scan.Text(), "\ufeff"), "\r")
		if text == "" {
			continue
		}
		fields := strings.Split(text, "\t")
		if columns == nil {
			columns = map[string]int{}
			for i, name := range fields {
				columns[strings.TrimSpace(name)] = i
			}
			for _, name := range []string{"reply", "empathy", "action"} {
				if _, ok := columns[name]; !ok {
					return nil, nil, fmt.Errorf("第一行要写列名，缺少 %s（要有 id、customer、reply、empathy、action、flags，用制表符分开）", name)
				}
			}
			continue
		}
		row, err := readRow(fields, columns)
		if err != nil {
			bad = append(bad, BadRow{line, err.Error()})
			continue
		}
		row.Line = line
		rows = append(rows, row)
	}
	if err := scan.Err(); err != nil {
		return rows, bad, fmt.Errorf("读到第 %d 行之后读不下去了：%w", len(rows)+len(bad)+1, err)
	}
	return rows, bad, nil
}

func readRow(fields []string, columns map[string]int) (Row, error) {
	get := func(name string) string {
		if i, ok := columns[name]; ok && i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	row := Row{ID: get("id"), Customer: get("customer"), Reply: get("reply")}
	if row.Reply == "" {
		return row, fmt.Errorf("这一行没有回复（reply 列是空的）")
	}
	for _, level := range []struct {
		name string
		to   *int
	}{{"empathy", &row.Empathy}, {"action", &row.Action}} {
		text := get(level.name)
		if len(text) != 1 || text[0] < '0' || text[0] > '2' {
			return row, fmt.Errorf("%s 要写 0、1 或 2，这里是『%s』", level.name, text)
		}
		*level.to = int(text[0] - '0')
	}
	for flag := range strings.SplitSeq(get("flags"), ",") {
		flag = strings.TrimSpace(flag)
		switch flag {
		case "", "-":
			continue
		case "deflect", "accuse":
			flag = "blame"
		}
		if !known(flag) {
			return row, fmt.Errorf("不认识的红线『%s』（可用：%s）", flag, strings.Join(FlagNames(), " "))
		}
		row.Flags = append(row.Flags, flag)
	}
	return row, nil
}

// FlagNames are the red lines that labels can name, blame for 推诿 and 指责 together.
func FlagNames() []string {
	names := []string{"blame"}
	for _, line := range scoring.RedLinesAll() {
		switch line {
		case scoring.Deflect, scoring.Accuse, scoring.WrongChat, scoring.OpenSlot:
		default:
			names = append(names, line.Name())
		}
	}
	return names
}

func known(flag string) bool {
	for _, name := range FlagNames() {
		if name == flag {
			return true
		}
	}
	return false
}
