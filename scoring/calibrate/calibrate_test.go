package calibrate

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"shouxiang/scoring/fact"

	"golang.org/x/text/encoding/simplifiedchinese"

	"shouxiang/scoring"
	"shouxiang/sheet"
)

// take reads rows out of a text.
func take(t testing.TB, data string, find Lookup) ([]Row, []BadRow, error) {
	t.Helper()
	table, err := sheet.Parse([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return Read(table, find)
}

func TestReadTakesColumnsByNameAndReportsBadLinesByNumber(t *testing.T) {
	rows, bad, err := take(t, "\ufeffid\treply\tcustomer\taction\tEmpathy\tflags\tnote\r\n"+
		"1\t您好\t人呢\t0\t1\t-\tx\r\n\r\n"+
		"2\t\t人呢\t0\t0\t-\t\n3\t好\t\t3\t0\t-\n4\t好\t\t0\t0\t骂人\n5\t您看错了\t\t0\t0\taccuse, rude\n6\t好\t\t0\t0\t-\tx\t多\n", nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{ID: "1", Customer: "人呢", Reply: "您好", Labelled: true, Empathy: 1, Line: 2},
		{ID: "5", Reply: "您看错了", Labelled: true, Flags: []string{"blame", "rude"}, Line: 7},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("have %+v\nwant %+v", rows, want)
	}
	var lines []int
	for _, b := range bad {
		lines = append(lines, b.Line)
	}
	if !reflect.DeepEqual(lines, []int{4, 5, 6, 8}) {
		t.Errorf("bad lines %+v", bad)
	}
}

func TestChineseColumnsAndRedLinesOfAGBKFileAreRead(t *testing.T) {
	data, err := simplifiedchinese.GBK.NewEncoder().String("编号,客户的话,客服回复,共情,行动,红线,类别,达标,老师\r\n" +
		"1,人呢,\"在的，\r\n您说\",１,2,推诿、失礼，否定客户感受;指责,售后,不达标,王\r\n" +
		"2,人呢,好的,0,0,推诿/指责,,Y,\r\n3,人呢,好,0,0,无,,-,\r\n4,人呢,好,0,0,,,好,\r\n")
	if err != nil {
		t.Fatal(err)
	}
	rows, bad, err := take(t, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{ID: "1", Customer: "人呢", Reply: "在的，\n您说", Category: "售后", Labelled: true, Empathy: 1, Action: 2,
			Flags: []string{"blame", "rude", "dismiss"}, Verdict: Fails, Line: 2},
		{ID: "2", Customer: "人呢", Reply: "好的", Labelled: true, Flags: []string{"blame"}, Verdict: Passes, Line: 4},
		{ID: "3", Customer: "人呢", Reply: "好", Labelled: true, Line: 5},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("have %+v\nwant %+v", rows, want)
	}
	if len(bad) != 1 || bad[0].Line != 6 || !strings.Contains(bad[0].Message, "达标") {
		t.Errorf("bad lines %+v", bad)
	}
}

func TestEveryRedLineIsKnownByItsThreeNames(t *testing.T) {
	for _, line := range fact.RedLinesAll() {
		want, labelled := flagOf(line)
		for _, name := range []string{line.Name(), line.Label(), line.Screen()} {
			have, err := flagsOf(name)
			if labelled && (err != nil || !reflect.DeepEqual(have, []string{want})) || !labelled && err == nil {
				t.Errorf("%s: %v %v", name, have, err)
			}
		}
	}
}

func TestReadNamesWhatTheHeaderLacks(t *testing.T) {
	for text, want := range map[string]string{
		"id\treply\tempathy\tflags\n": "action",
		"# note\n编号，回复，共情\n":          "第 2 行",
		"id,empathy,action,flags\n":   "reply",
		"reply,action,empathy\n":      "flags",
		"回复,客服回复,共情,行动,红线\n":          "第 2 列『客服回复』",
		"":                   "没有内容",
		"id,reply,pass,共情\n": "action",
		"reply,empathy,action,flags,action\n1,1,1": "第 3 列",
	} {
		if _, _, err := take(t, text, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestVerdictsAloneAreEnough(t *testing.T) {
	rows, bad, err := take(t, "reply\tpass\n三天没动\t0\n好\t-\n", nil)
	if err != nil || len(bad) != 1 || bad[0].Line != 3 {
		t.Fatal(rows, bad, err)
	}
	rep := Measure(scoring.Default(), rows)
	if rep.Labelled != 0 || rep.Replies != 1 || rep.Verdicts.Of != 1 || rep.Verdicts.Count != 1 || rep.MicroF1 != nil || rep.Accused.Of != 0 {
		t.Errorf("%+v", rep.Measures)
	}
}

func TestARowOfAScenarioIsJudgedByIt(t *testing.T) {
	m, _ := scoring.Default().Compile(scoring.Brief{Burst: []string{"运费多少钱"}, Must: []string{"金额:12"}})
	find := func(scenario, turn string) (*scoring.Matter, scoring.Terms, error) {
		if scenario != "运费" || turn != "" && turn != "2" {
			return nil, scoring.Terms{}, errors.New("没有")
		}
		return m, scoring.Terms{Need: fact.ElementSet(fact.Answer)}, nil
	}
	rows, bad, err := take(t, "场景,轮,回复,共情,行动,红线,达标\n运费,,运费12元,0,0,,Y\n运费,2,运费不贵的,0,0,,N\n别的,,好,0,0,,Y\n,2,好,0,0,,Y\n,,运费12元,0,0,,N\n", find)
	if err != nil {
		t.Fatal(err)
	}
	if len(bad) != 2 || bad[0].Line != 4 || bad[1].Line != 5 {
		t.Errorf("bad lines %+v", bad)
	}
	rep := Measure(scoring.Default(), rows)
	if rep.Verdicts.Count != 3 || rep.Verdicts.Of != 3 {
		t.Errorf("verdicts %+v, misjudged %+v", rep.Verdicts, rep.Misjudged)
	}
	if rep.WrongPass.Of != 1 || rep.GoodPass.Of != 0 {
		t.Errorf("an answer without 共情 is not wrong where none is asked: %+v", rep.WrongPass)
	}
}

// In tables from real chats names and figures are blotted out; that is no 空格没填.
func TestBlottedOutNamesAndFiguresAreNoOpenSlots(t *testing.T) {
	row := Row{Reply: "[姓名]女士，孩子等着用，换谁都急。我现在催中转站，[数字]分钟内回您", Labelled: true, Empathy: 2, Action: 2}
	j := &judge{s: scoring.Default(), names: FlagNames(), matters: map[string]*scoring.Matter{}}
	if h := j.hear(&row); h.facts.Crossed() != 0 || !h.card.Pass {
		t.Errorf("%d points, crosses %q", h.card.Score, h.facts.Crossed())
	}
}
