package hearing

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scoring/fact"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

func traceOf(t testing.TB, burst, reply string) []Note {
	t.Helper()
	m, _ := reading.Compile(lexicon.Default(), fact.Brief{Burst: []string{burst}})
	return Trace(lexicon.Default(), 0, m, []string{reply})
}

// of are the lines of a trace that lie over the words.
func of(notes []Note, reply, words string) []Note {
	start := len([]rune(reply[:strings.Index(reply, words)]))
	end := start + len([]rune(words))
	return slices.DeleteFunc(slices.Clone(notes), func(n Note) bool { return n.Start >= end || n.End <= start })
}

func TestATraceSaysWhatBecameOfEverythingThatFits(t *testing.T) {
	const angry = "我的快递三天没动了！"
	for _, tt := range []struct {
		burst, reply, words string
		fate                Fate
		by                  bool // it names what decided
	}{
		{angry, "三天没动，换谁都急", "换谁都急", Heard, false},
		{angry, "我现在催中转站，10分钟内回您", "催", Heard, false},
		{angry, "您说“换谁都急”是吧", "换谁都急", Quoted, false},
		{angry, "没办法帮您催", "催", Denied, false},
		{angry, "本来想催的，可惜系统不让", "催", Unreal, false},
		{angry, "上一位客户的件我已经催过了", "催", Others, false},
		{"帮我催一下中转站", "帮您催一下中转站", "催", Echoed, false},
		{angry, "催件的事您问网点", "催", NoDeed, false},
		{angry, "您自己催一下站点", "催", NotOurs, false},
		{angry, "您先别急", "您先别急", Guarded, true},
		{angry, "是您自己填错了，不过这不怪您", "是您自己", Excused, true},
		{angry, "这个要问快递公司，我现在去问，10分钟内回您", "问快递公司", BesideStep, false},
		{angry, "您寄的时候没做防水啊，我现在让仓库烘干，10分钟内回您", "您寄的时候", NotAlone, false},
		{angry, "您说“没人管”是吧", "没人管", Guarded, true},
		{angry, "理解理解抱歉马上处理", "处理", Dropped, true},
	} {
		notes := of(traceOf(t, tt.burst, tt.reply), tt.reply, tt.words)
		if !slices.ContainsFunc(notes, func(n Note) bool { return n.Fate == tt.fate && (n.By != "") == tt.by }) {
			t.Errorf("%s: nothing of %s is %s: %+v", tt.reply, tt.words, tt.fate.Name(), notes)
		}
	}
}

// A trace asks what Hear asks: what it says was heard is in the facts, and what the facts hold it says was heard.
func TestATraceAndTheFactsAgree(t *testing.T) {
	s := examples()
	for i := range s.Entries {
		for _, reply := range slices.Concat(s.Entries[i].Hit, s.Entries[i].Miss) {
			m := complaint(t, reply)
			f, _ := Hear(s, 0, m, []string{reply})
			notes := Trace(s, 0, m, []string{reply})
			for _, n := range notes {
				if line, red := fact.RedLineByName(n.Is); red && n.Fate == Heard && !f.RedLines.Has(line) {
					t.Errorf("%s: %s is said to be heard", reply, n.Rule)
				}
			}
			for _, e := range f.Evidence {
				if !slices.ContainsFunc(notes, func(n Note) bool {
					id, _, _ := strings.Cut(n.Rule, "#")
					return id == e.Rule && (n.Fate == Heard || n.Fate == Dropped) && n.Start == e.Start && n.End == e.End
				}) {
					t.Errorf("%s: %s was heard and is not told: %+v", reply, e.Rule, notes)
				}
			}
		}
	}
}

// What one form does to another is told of forms that do not change with the lexicon.
func TestATraceNamesTheFormThatLiesOver(t *testing.T) {
	s, problems := lexicon.New(fstest.MapFS{"x.toml": {Data: []byte(`
[[frame]]
id = "feel"
is = "feeling"
form = ["慌 坏", "谁 都 急"]
[[frame]]
id = "not"
is = "nothing"
form = ["没 人", "谁 都 急 不 来"]
[[frame]]
id = "ours"
is = "plight"
asks = ["asked", "matter"]
form = ["淋 雨"]
`)}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for reply, want := range map[string]Note{
		"谁都急":   {Rule: "feel#2", Is: "feeling", Start: 0, End: 3},
		"谁都急不来": {Rule: "feel#2", Is: "feeling", Start: 0, End: 3, Fate: Covered, By: "not#2"},
		"淋雨了":   {Rule: "ours#1", Is: "plight", Start: 0, End: 2, Fate: AsksMore, By: "asked、matter"},
	} {
		if notes := Trace(s, 0, nil, []string{reply}); !slices.Contains(notes, want) {
			t.Errorf("%s: %+v is not among %+v", reply, want, notes)
		}
	}
}

func TestEveryFateHasAName(t *testing.T) {
	for f := range numFates {
		if f.Name() == "" {
			t.Errorf("fate %d", f)
		}
	}
}
