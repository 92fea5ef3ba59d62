// Package calibrate measures how far the scorer agrees with people.
//
// It takes tables of labelled replies (docs/scoring.md §7), scores them and gives agreement with its 95 % intervals,
// what became of clean and of good replies, and every disagreement with the rule behind it. It decides nothing: the
// scorer never sees the labels. It does not know scenario files; who calls it finds the scenarios that rows name.
package calibrate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"shouxiang/scoring"
	"shouxiang/sheet"
)

// Row is one labelled reply.
type Row struct {
	ID, Customer, Reply, Category string

	Labelled        bool // Empathy, Action and Flags are what people heard
	Empathy, Action int  // 0, 1, 2
	Flags           []string
	Verdict         Verdict

	Matter *scoring.Matter // of the turn that the row names; nil = the customer's words are all that is known
	Terms  scoring.Terms   // of that turn
	Line   int
}

// Verdict is what people say of a reply as a whole.
type Verdict uint8

// Verdicts.
const (
	NoVerdict Verdict = iota
	Fails             // 不达标
	Passes            // 达标
)

// BadRow is a line that cannot be used.
type BadRow struct {
	Line    int
	Message string
}

// Lookup finds the turn of a scenario, the first where turn is "". Its error is Chinese.
type Lookup func(scenario, turn string) (*scoring.Matter, scoring.Terms, error)

// Read takes the rows of a table by the names of its columns. Bad lines are reported by number and left out.
func Read(t *sheet.Table, find Lookup) ([]Row, []BadRow, error) {
	if len(t.Rows) == 0 {
		return nil, nil, errors.New("文件里没有内容；第一行写列名，下面一行一条回复")
	}
	columns, err := columnsOf(t.Rows[0])
	if err != nil {
		return nil, nil, err
	}
	var rows []Row
	var bad []BadRow
	for _, line := range t.Rows[1:] {
		row, err := readRow(record{line.Cells, columns}, find)
		if extra := slices.IndexFunc(line.Cells[min(len(line.Cells), len(t.Rows[0].Cells)):], filled); extra >= 0 {
			err = errors.New("格子比列名多；回复里有分列的符号时，整格用英文双引号括起来")
		}
		if err != nil {
			bad = append(bad, BadRow{line.Line, err.Error()})
			continue
		}
		row.Line = line.Line
		rows = append(rows, row)
	}
	return rows, bad, nil
}

func filled(cell string) bool { return strings.TrimSpace(cell) != "" }

// record is the cells of one line under their columns.
type record struct {
	cells   []string
	columns map[column]int
}

func (r record) get(c column) string {
	if i, ok := r.columns[c]; ok && i < len(r.cells) {
		return strings.TrimSpace(r.cells[i])
	}
	return ""
}

func readRow(r record, find Lookup) (Row, error) {
	row := Row{ID: r.get("id"), Customer: r.get("customer"), Reply: r.get("reply"), Category: r.get("category")}
	if row.Reply == "" {
		return row, errors.New("这一行没有回复（回复列是空的）")
	}
	if err := row.readLabels(r); err != nil {
		return row, err
	}
	scenario, turn := r.get("scenario"), r.get("turn")
	switch {
	case scenario == "" && turn != "":
		return row, errors.New("写了轮，没写场景；补上场景编号，或把轮留空")
	case scenario != "":
		var err error
		if row.Matter, row.Terms, err = find(scenario, turn); err != nil {
			return row, err
		}
	}
	return row, nil
}

// readLabels reads what people heard, what they say of the whole, or both.
func (row *Row) readLabels(r record) error {
	var err error
	if row.Verdict, err = verdictOf(r.get("pass")); err != nil {
		return err
	}
	if none(r.get("empathy")) && none(r.get("action")) && row.Verdict != NoVerdict {
		return nil
	}
	row.Labelled = true
	if row.Empathy, err = levelOf("共情", r.get("empathy")); err != nil {
		return err
	}
	if row.Action, err = levelOf("行动", r.get("action")); err != nil {
		return err
	}
	row.Flags, err = flagsOf(r.get("flags"))
	return err
}

func levelOf(name, text string) (int, error) {
	switch text {
	case "0", "０":
		return 0, nil
	case "1", "１":
		return 1, nil
	case "2", "２":
		return 2, nil
	}
	return 0, fmt.Errorf("%s要写 0、1 或 2，这里是『%s』", name, text)
}

func verdictOf(text string) (Verdict, error) {
	switch strings.ToLower(text) {
	case "", "-":
		return NoVerdict, nil
	case "y", "1", "１", "达标":
		return Passes, nil
	case "n", "0", "０", "不达标":
		return Fails, nil
	}
	return NoVerdict, fmt.Errorf("达标要写 达标、不达标、Y、N、1 或 0，没有看法写 -，这里是『%s』", text)
}
