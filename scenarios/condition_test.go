package scenarios

import (
	"errors"
	"testing"

	"shouxiang/scoring/fact"

	"shouxiang/scoring"
)

func parse(t *testing.T, text string) Condition {
	t.Helper()
	c, err := ParseCondition(text, scoring.Default().Pattern)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return c
}

func TestEveryCondition(t *testing.T) {
	hear := func(text string) *scoring.Facts { return scoring.Default().Hear(nil, []string{text}) }
	apology := &scoring.Facts{Facts: fact.Facts{Elements: fact.ElementSet(fact.Empathy), RedLines: fact.RedLineSet(fact.Dismiss, fact.Accuse), Hints: fact.RedLineSet(fact.Dismiss)}}
	for _, tt := range []struct {
		condition string
		moment    Moment
		want      bool
	}{
		{"有共情", Moment{Facts: apology}, true},
		{"有行动", Moment{Facts: apology}, false},
		{"缺行动", Moment{Facts: apology}, true},
		{"缺共情", Moment{Facts: apology}, false},
		{"指责", Moment{Facts: apology}, true},
		{"否定情绪", Moment{Facts: apology}, false}, // only a hint: not crossed
		{"碰红线", Moment{Facts: apology}, true},
		{"踩雷", Moment{Facts: &scoring.Facts{}}, false},
		{"达标", Moment{Facts: apology, Pass: true}, true},
		{"不达标", Moment{Facts: apology, Pass: true}, false},
		{"不达标", Moment{Facts: apology}, true},
		{"要点全", Moment{Facts: apology, MustAll: true}, true},
		{"要素缺", Moment{Facts: apology}, true},
		{"提到:换新|补发", Moment{Facts: hear("今天给您换新")}, true},
		{"没提：换新｜补发", Moment{Facts: hear("今天给您换新")}, false},
		{"没提:退款", Moment{Facts: hear("今天给您换新")}, true},
		{"答应:退款", Moment{Facts: hear("不能退款")}, false},
		{"拒绝:退款", Moment{Facts: hear("不能退款")}, true},
		{"答应:退款", Moment{Facts: hear("今天给您退款")}, true},
		{"早说过:退款", Moment{Facts: apology, Earlier: []*scoring.Facts{hear("今天给您退款")}}, true},
		{"早说过:退款", Moment{Facts: hear("今天给您退款")}, false},
		{"超时", Moment{Silence: true}, true},
		{"超时", Moment{Facts: apology}, false},
		{"催过", Moment{Facts: apology, Nagged: true}, true},
		{"再次", Moment{Facts: apology, Again: true}, true},
		{"心情好", Moment{Facts: apology, Mood: 7}, true},
		{"心情好", Moment{Facts: apology, Mood: 6}, false},
		{"心情差", Moment{Facts: apology, Mood: 2}, true},
		{"心情差", Moment{Facts: apology, Mood: 3}, false},
		{"其他", Moment{Facts: apology}, true},
		// A silence sees 超时 再次 心情 and nothing else.
		{"其他", Moment{Silence: true}, false},
		{"缺共情", Moment{Silence: true}, false},
		{"不达标", Moment{Silence: true}, false},
		{"催过", Moment{Silence: true, Nagged: true}, false},
		{"再次", Moment{Silence: true, Again: true}, true},
		{"心情差", Moment{Silence: true, Mood: 1}, true},
	} {
		if have := parse(t, tt.condition).Holds(&tt.moment); have != tt.want {
			t.Errorf("%s is %v, want %v", tt.condition, have, tt.want)
		}
	}
}

func TestUnknownConditionsAreNeverTrue(t *testing.T) {
	for _, text := range []string{"有供情", "随便", "提及:退款", ""} {
		c, err := ParseCondition(text, scoring.Default().Pattern)
		if !errors.Is(err, errUnknownCondition) {
			t.Errorf("%q: %v", text, err)
		}
		if c.Holds(&Moment{Facts: &scoring.Facts{}}) || c.Holds(&Moment{Silence: true}) {
			t.Errorf("%q holds", text)
		}
	}
}

func TestTheFirstRowWhoseConditionsAllHoldWins(t *testing.T) {
	row := func(conditions ...string) Branch {
		var b Branch
		for _, text := range conditions {
			b.If = append(b.If, parse(t, text))
		}
		return b
	}
	rows := []Branch{row("超时"), row("有共情", "再次"), row("有共情"), row()}
	apology := &scoring.Facts{Facts: fact.Facts{Elements: fact.ElementSet(fact.Empathy)}}
	for _, tt := range []struct {
		name   string
		moment Moment
		rows   []Branch
		want   int
	}{
		{"both conditions hold", Moment{Facts: apology, Again: true}, rows, 1},
		{"only one holds", Moment{Facts: apology}, rows, 2},
		{"a row without conditions takes the rest", Moment{Facts: &scoring.Facts{}}, rows, 3},
		{"a silence", Moment{Silence: true}, rows, 0},
		{"a silence nobody waits for", Moment{Silence: true}, rows[1:], -1},
		{"no rows", Moment{Facts: apology}, nil, -1},
	} {
		have, ok := Choose(tt.rows, &tt.moment)
		if !ok {
			have = -1
		}
		if have != tt.want {
			t.Errorf("%s: row %d, want %d", tt.name, have, tt.want)
		}
	}
}

func TestBuiltInReactionsCoverEveryVoiceAndGap(t *testing.T) {
	for v := angry; v <= quiet; v++ {
		for g := content; g <= tooLate; g++ {
			if len(builtin[v][g]) < 2 {
				t.Errorf("voice %d has %d lines for gap %d", v, len(builtin[v][g]), g)
			}
		}
	}
}
