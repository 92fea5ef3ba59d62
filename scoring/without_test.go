package scoring

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/hearing"
)

// small is a scorer of three rules and those of code.
func small(t testing.TB) *Scorer {
	t.Helper()
	s, problems := New(fstest.MapFS{"x.toml": {Data: []byte(`
[[words]]
id = "curse"
class = "curse"
say = "闭嘴 滚蛋"
[[frame]]
id = "rude.curse"
is = "rude"
form = ["<curse>", "爱 咋 咋", "随便 您"]
[[frame]]
id = "rude.self"
is = "rude"
form = "看着 办"
before = "我"
`)}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

func TestARuleThatIsOffIsNotHeard(t *testing.T) {
	whole := small(t)
	for _, tt := range []struct {
		id   string
		dumb []string // what is not heard without it; the rest is
	}{
		{"curse", []string{"您闭嘴"}},
		{"rude.curse", []string{"您闭嘴", "爱咋咋地", "随便您"}},
		{"rude.curse#1", []string{"您闭嘴"}},
		{"rude.curse#3", []string{"随便您"}},
		{"rude.self", []string{"您看着办"}},
		{"code.so-be-it", []string{"规定就是规定"}},
	} {
		s, err := whole.Without(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		for _, reply := range []string{"您闭嘴", "爱咋咋地", "随便您", "您看着办", "规定就是规定"} {
			if whole.Hear(nil, []string{reply}).RedLines == 0 {
				t.Errorf("%s is not heard at all", reply)
			}
			dumb := slices.Contains(tt.dumb, reply)
			if f := s.Hear(nil, []string{reply}); (f.RedLines == 0) != dumb {
				t.Errorf("%s without %s: %+v", reply, tt.id, f.Evidence)
			}
			off := func(n Note) bool { return n.Fate == hearing.SwitchedOff }
			if told := slices.ContainsFunc(s.Trace(nil, []string{reply}), off); told != dumb && tt.id != "curse" {
				t.Errorf("%s: the trace tells that %s is off: %v", reply, tt.id, told)
			}
		}
		if s.Version() == whole.Version() {
			t.Errorf("without %s the version is the same", tt.id)
		}
	}
}

func TestWhatIsOffStaysOff(t *testing.T) {
	s, err := small(t).Without("rude.curse#1")
	if err != nil {
		t.Fatal(err)
	}
	if s, err = s.Without("code.so-be-it", "rude.self"); err != nil {
		t.Fatal(err)
	}
	for _, reply := range []string{"您闭嘴", "规定就是规定", "您看着办"} {
		if f := s.Hear(nil, []string{reply}); f.RedLines != 0 {
			t.Errorf("%s: %+v", reply, f.Evidence)
		}
	}
	if f := s.Hear(nil, []string{"随便您"}); !f.RedLines.Has(fact.Rude) {
		t.Error("another form of the entry is off, too")
	}
}

func TestWithoutNamesWhatItDoesNotKnow(t *testing.T) {
	for id, want := range map[string]string{
		"rude.curze":     "没有叫『rude.curze』的规则；是不是『rude.curse』",
		"code.mokery":    "没有叫『code.mokery』的规则；是不是『code.mockery』",
		"甲乙丙丁":           "没有叫『甲乙丙丁』的规则；名字见",
		"rude.curse#4":   "规则『rude.curse』有 3 个句型，没有第『4』个；写 rude.curse#1 到 rude.curse#3",
		"rude.curse#x":   "没有第『x』个",
		"rude.curse#01":  "没有第『01』个",
		"rude.curse#1#1": "没有第『1#1』个",
		"curse#1":        "是一列词，没有句型可关；写 curse 关掉整条",
		"code.mockery#1": "写在程序里，没有句型可关；写 code.mockery 关掉整条",
	} {
		if _, err := small(t).Without("rude.curse", id); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestEveryRuleOfTheLexiconCanBeNamed(t *testing.T) {
	for _, r := range Default().Rules() {
		if r.Kind == CodeRule {
			continue // found in the table by the same name
		}
		if err := Default().knows(r.ID); err != nil {
			t.Error(err)
		}
	}
}
