package sim

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"shouxiang/scoring/fact"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

var fuzzConditions = []string{
	"有共情", "缺行动", "碰红线", "达标", "不达标", "要点全", "要点缺", "提到:换新", "答应:退款", "早说过:换新", "超时", "催过", "再次",
	"心情好", "心情差", "其他", "过度承诺", "指责",
}

// anyScript makes a script of any shape: targets forward, backward, to endings, to nowhere; stages, needs, musts, moods.
func anyScript(t testing.TB, r *rand.Rand) *scenarios.Scenario {
	scorer := scoring.Default()
	sc := &scenarios.Scenario{
		ID: "s", Emotion: []string{"愤怒", "害怕", "怀疑", "平静"}[r.IntN(4)], Intensity: 1 + r.IntN(5), Can: []string{"换新"},
		Ticket: map[string][]string{"who": {"陈"}},
	}
	targets := []string{"", "", scenarios.ToEnd, scenarios.ToLeave, "末", "没有这一轮"}
	n := 2 + r.IntN(4)
	for i := range n {
		targets = append(targets, fmt.Sprint("轮", i))
	}
	for i := range n {
		turn := scenarios.Turn{
			ID: fmt.Sprint("轮", i), Stage: []string{"", "情绪安抚", "方案协商", followUp}[r.IntN(4)],
			Say:  []scenarios.Line{{Text: "到底怎么办", After: 700}, {Text: "说话", After: 600}}[:1+r.IntN(2)],
			Need: fact.ElementSet(scoring.Element(r.IntN(6)), scoring.Element(r.IntN(16))),
		}
		if r.IntN(4) == 0 {
			turn.Need = 0
		}
		if r.IntN(3) == 0 {
			turn.Must = []string{"换新"}
		}
		for range r.IntN(4) {
			turn.Rows = append(turn.Rows, anyRow(t, r, targets))
		}
		turn.Matter, _ = scorer.Compile(scoring.Brief{Burst: []string{"到底怎么办"}, Must: turn.Must})
		sc.Turns = append(sc.Turns, turn)
	}
	for i := range r.IntN(3) {
		sc.Endings = append(sc.Endings, scenarios.Ending{ID: []string{"末", "好", "差"}[i], CSAT: 1 + r.IntN(5), Mood: r.IntN(11), HasMood: r.IntN(3) > 0, Say: "好吧"})
	}
	return sc
}

func anyRow(t testing.TB, r *rand.Rand, targets []string) scenarios.Branch {
	row := scenarios.Branch{To: targets[r.IntN(len(targets))], Mood: r.IntN(7) - 4, HasMood: r.IntN(2) == 0}
	for range r.IntN(3) {
		c, err := scenarios.ParseCondition(fuzzConditions[r.IntN(len(fuzzConditions))], scoring.Default().Pattern)
		if err != nil {
			t.Fatal(err)
		}
		row.If = append(row.If, c)
	}
	if r.IntN(2) == 0 {
		row.Say = []string{"哦", "然后呢"}[:1+r.IntN(2)]
	}
	return row
}

var fuzzReplies = []string{deed, heart, both, blame, accusation, boast, rude, idle, "您好", "可以换新", "不能退款", "今天给您退款", "嗯"}

// FuzzScript plays random replies at random times on random scripts: no panic, no state that nothing leads out of, at
// most one end, a rating exactly where one belongs, and a replay that gives the live state.
func FuzzScript(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, uint8(60))
	}
	f.Fuzz(func(t *testing.T, seed uint64, steps uint8) {
		r := rand.New(rand.NewPCG(seed, 4))
		ses := &Session{ID: "s", Mode: Play, Deck: []*scenarios.Scenario{anyScript(t, r)}, Cards: 1, Scorer: scoring.Default(), Instant: r.IntN(4) == 0}
		ses.Limit.Untimed = r.IntN(6) == 0
		p := newPlayer(t, ses)
		at := int64(0)
		for range steps {
			if !ses.Instant {
				at += int64(r.IntN(25_000))
			}
			switch r.IntN(12) {
			case 0:
				p.do(at, Typing{Draft: r.IntN(2) == 0})
			case 1:
				p.do(at, LookUp{Open: r.IntN(2) == 0})
			case 2:
				p.do(at, Pause{})
			case 3, 4:
				p.do(at, Resume{})
			case 5:
				p.do(at, FileTicket{Chat: 1, Fields: map[string]string{"who": "陈"}})
			default:
				p.do(at, Send{Text: fuzzReplies[r.IntN(len(fuzzReplies))]})
				p.do(at, Done{})
			}
		}
		var replayed State
		for _, e := range p.events {
			replayed = Evolve(replayed, e)
		}
		if !reflect.DeepEqual(replayed, p.st) {
			t.Fatal("the replayed state is not the live state")
		}
		checkLaws(t, p)
		checkScript(t, p, at)
	})
}

func checkScript(t *testing.T, p *player, at int64) {
	c := p.st.Last()
	if c.Mood < 0 || c.Mood > 10 || len(c.Steps) > mostSteps {
		t.Fatalf("mood %d after %d steps", c.Mood, len(c.Steps))
	}
	if c.Open() {
		// Whoever goes on talking reaches an end.
		p.do(at, Resume{})
		for i := 0; c.Open() && i < 3*mostSteps; i++ {
			if !p.ses.Instant {
				at += 30_000
			}
			p.do(at, Send{Text: idle})
			p.do(at, Done{})
			c = p.st.Last()
		}
		if c.Open() {
			t.Fatalf("no end after %d steps", len(c.Steps))
		}
	}
	if rated := c.Outcome != OutcomeQuit && c.Outcome != OutcomeVoid; rated != (c.CSAT >= 1 && c.CSAT <= 5) {
		t.Fatalf("outcome %s with rating %d", c.Outcome, c.CSAT)
	}
}
