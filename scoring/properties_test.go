package scoring

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
)

// pieces are clauses of all kinds; properties must hold for whatever is put together from them.
var pieces = []string{
	"让您等了三天", "换谁都着急", "孩子明天生日", "非常抱歉", "我现在催中转站", "10分钟内回您", "已经给您补发了", "请您谅解", "您先别急",
	"保证明天送到", "这个不归我管", "是您自己没看清", "麻烦提供订单号", "把验证码发我", "加我微信", "记得五星好评", "预计3天到货", "好的", "已记录",
	"您更想要哪种", "这单我跟到底", "没办法帮您", "有问题再找我", "下班前给您电话", "我帮您看看", "ok", "😭", "，", "。", "？", "\n", "马上", "您好",
}

func compose(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 3))
	var b strings.Builder
	for range 1 + r.IntN(7) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func terms(seed uint64) Terms {
	r := rand.New(rand.NewPCG(seed, 5))
	t := Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: r.IntN(2) == 0, InTime: r.IntN(3) > 0, Tag: TagMark(r.IntN(4)),
		Worn: r.IntN(8) == 0, Repeat: r.IntN(8) == 0, OpenSlot: r.IntN(12) == 0, Later: r.IntN(3) == 0}
	switch r.IntN(5) {
	case 0:
		t.Need = fact.ElementSet(fact.Answer)
	case 1:
		t.Need = fact.ElementSet(fact.Options, fact.Deadline, fact.Ask)
	case 2:
		t.Need = 0
	}
	return t
}

// FuzzReply holds every reply to the laws of the card: it never panics, spans lie inside the reply, points add up
// inside their bounds, and 70 or more means 达标, which means nothing needed lacks, nothing is crossed, and in time.
func FuzzReply(f *testing.F) {
	f.Add("孩子明天生日，换我也急。我现在催中转站，10分钟内回您", uint64(1))
	f.Add("您先别急\u202e\x00👨‍👩‍👧ｏｋ裡解", uint64(2))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		for _, reply := range []string{text, compose(seed), text + compose(seed)} {
			m := late(t)
			facts := Default().Hear(m, []string{reply})
			tm := terms(seed)
			checkCard(t, facts, m.Grade(facts, tm), tm)
		}
	})
}

func checkCard(t *testing.T, f *Facts, c Card, tm Terms) {
	t.Helper()
	if c.Score < 0 || c.Score > 100 || c.Pass != (c.Score >= card.PassMark) {
		t.Fatalf("score %d, pass %v: %q", c.Score, c.Pass, f.Text)
	}
	late := tm.Timed && !tm.InTime && !tm.Later
	if c.Pass && (c.Missing != 0 || len(c.MissingMust) > 0 || f.Crossed() != 0 || late || tm.OpenSlot || tm.Repeat) {
		t.Fatalf("达标 with %d although missing %q, crossed %q, late %v: %q", c.Score, c.Missing, f.Crossed(), late, f.Text)
	}
	for _, cap := range c.Caps {
		if c.Score > cap.Limit {
			t.Fatalf("score %d above the cap %v: %q", c.Score, cap, f.Text)
		}
	}
	n := utf8.RuneCountInString(f.Text)
	for _, e := range c.Evidence {
		if e.Start < 0 || e.End < e.Start || e.End > n {
			t.Fatalf("span %d–%d of %d in %q", e.Start, e.End, n, f.Text)
		}
	}
	for _, p := range f.Promises {
		if p.Start < 0 || p.End < p.Start || p.End > n {
			t.Fatalf("promise %+v in %q", p, f.Text)
		}
	}
}

// red lines whose phrase holds no element, by their cap.
var pureRedLines = []struct {
	text string
	cap  int
}{{"保证明天一定送到", 60}, {"你烦不烦", 0}, {"加我微信私下转您", 0}, {"是您自己没看清", 60}}

func TestARedLineAppendedNeverRaisesTheScore(t *testing.T) {
	m := late(t)
	tm := Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: true, InTime: true}
	for seed := range uint64(400) {
		text := compose(seed)
		before := m.Grade(Default().Hear(m, []string{text}), tm)
		for _, red := range pureRedLines {
			if before.Score < red.cap {
				continue
			}
			after := m.Grade(Default().Hear(m, []string{text, red.text}), tm)
			if after.Score > before.Score {
				t.Errorf("%q raised %q from %d to %d", red.text, text, before.Score, after.Score)
			}
		}
	}
}

func TestTrailingMarksChangeNothing(t *testing.T) {
	m := late(t)
	for seed := range uint64(300) {
		text := strings.TrimRight(compose(seed), "，。？\n😭")
		want := Default().Hear(m, []string{text})
		for _, tail := range []string{"。", "！", "～", " ", "。。", "!!", "　"} {
			have := Default().Hear(m, []string{text + tail})
			if have.Empathy != want.Empathy || have.Action != want.Action || have.RedLines != want.RedLines || have.Elements != want.Elements {
				t.Errorf("%q changes %q: %v %v, want %v %v", tail, text, have.Elements, have.RedLines, want.Elements, want.RedLines)
			}
		}
	}
}

// wide is ASCII in full width.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r + 0xfee0
		}
		return r
	}, s)
}

func TestWidthChangesNothing(t *testing.T) {
	m := late(t)
	for seed := range uint64(300) {
		text := compose(seed)
		want, have := Default().Hear(m, []string{text}), Default().Hear(m, []string{wide(text)})
		if have.Empathy != want.Empathy || have.Action != want.Action || have.RedLines != want.RedLines || have.Elements != want.Elements {
			t.Errorf("%q in full width: %v %v, want %v %v", text, have.Elements, have.RedLines, want.Elements, want.RedLines)
		}
	}
}

func TestAnyOrderAndParallelismGiveTheSame(t *testing.T) {
	m := late(t)
	tm := Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)}
	grade := func(seed uint64) Card { return m.Grade(Default().Hear(m, []string{compose(seed)}), tm) }
	const n = 200
	want := make([]Card, n)
	for i := range want {
		want[i] = grade(uint64(i))
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := n - 1; i >= 0; i-- {
				seed := (i*7 + worker) % n
				if !reflect.DeepEqual(grade(uint64(seed)), want[seed]) {
					t.Errorf("reply %d scored differently", seed)
				}
			}
		})
	}
	group.Wait()
}

func TestTheEmbeddedLexiconHasNoProblem(t *testing.T) {
	_, problems := New(lexiconFiles(t))
	for _, p := range problems {
		t.Errorf("%s", p.Render())
	}
}

func lexiconFiles(*testing.T) fs.FS { return os.DirFS("lexicon") }
