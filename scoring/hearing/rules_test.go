package hearing

import (
	"testing"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

func (e Example) heard(t testing.TB, off Rules) *fact.Facts {
	t.Helper()
	s := lexicon.Default()
	m, problems := reading.Compile(s, e.Brief)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f, _ := Hear(s, off, m, []string{e.Reply})
	return f
}

func TestEveryRuleOfCodeIsARecord(t *testing.T) {
	ids := map[string]bool{}
	for n := range numRules {
		rule := &Table[n]
		if rule.ID == "" || rule.Hears == "" || rule.Why == "" || len(rule.Hit) < 2 || len(rule.Miss) < 2 || ids[rule.ID] {
			t.Errorf("rule %d %q is no whole record, or its id is taken", n, rule.ID)
		}
		ids[rule.ID] = true
		if have, ok := RuleNamed(rule.ID); !ok || have != n {
			t.Errorf("%s is not found by its name", rule.ID)
		}
	}
}

// A hit is heard, and one of them at least by nothing but the rule (the second opinion aside, which may hear anything); a miss
// is not.
func TestRulesOfCodeHearTheirExamplesOnly(t *testing.T) {
	for n := range numRules {
		rule := &Table[n]
		needed := false
		for _, e := range rule.Hit {
			if f := e.heard(t, 0); !rule.shows(f) {
				t.Errorf("%s: 该听出来：%s（%v %v）", rule.ID, e.Reply, f.Elements, f.RedLines)
			}
			needed = needed || !rule.shows(e.heard(t, Rules(0).With(n).With(secondOpinion)))
		}
		if !needed {
			t.Errorf("%s: 关掉了也都听得出来", rule.ID)
		}
		for _, e := range rule.Miss {
			if f := e.heard(t, 0); rule.shows(f) {
				t.Errorf("%s: 不该听出来：%s（%+v）", rule.ID, e.Reply, f.Evidence)
			}
		}
	}
}
