package rehearsal

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
)

// randomScript is a script of random rows between few turns and endings.
func randomScript(r *rand.Rand) string {
	conditions := []string{"有共情", "缺共情", "有行动", "缺行动", "达标", "不达标", "碰红线", "过度承诺", "失礼", "要点全", "要点缺",
		"提到:三天", "没提:三天", "答应:三天|两天", "早说过:三天", "再次", "催过", "超时", "心情好", "心情差", "其他", "缺核实"}
	turns := []string{"甲", "乙", "丙", "丁"}[:2+r.IntN(3)]
	targets := append(slices.Clone(turns), "好", "中", "差", "结束", "离开", "")
	var b strings.Builder
	b.WriteString(strings.Replace(head, "intensity = 2", fmt.Sprintf("intensity = %d\nhear = { \"核实\" = \"三天\" }", 1+r.IntN(5)), 1))
	for i, turn := range turns {
		fmt.Fprintf(&b, "[[turn]]\nid = \"%s\"\nsay = \"第%d句\"\n", turn, i)
		b.WriteString([]string{"", "stage = \"跟进反馈\"\n", "need = [\"行动\"]\n", "need = [\"共情\"]\nmust = \"三天\"\n", "need = []\n",
			"need = [\"核实\", \"行动\"]\n"}[r.IntN(6)])
		b.WriteString("good = [\"等三天换谁都生气，我现在查，10分钟内回您\", \"我现在催，10分钟内回您\"]\n")
		b.WriteString("bad = [\"我保证到\", \"生气吧\", \"爱等不等\", \"三天\", \"我现在查，保证解决\"]\nbranch = [\n")
		for range r.IntN(5) {
			var list []string
			for range r.IntN(4) {
				list = append(list, `"`+conditions[r.IntN(len(conditions))]+`"`)
			}
			if r.IntN(4) == 0 { // what earlier replies carry
				list = []string{`"达标"`, []string{`"缺核实"`, `"缺行动"`, `"缺共情"`}[r.IntN(3)]}
			}
			row := []string{}
			if len(list) > 0 {
				row = append(row, "if = ["+strings.Join(list, ", ")+"]")
			}
			if to := targets[r.IntN(len(targets))]; to != "" {
				row = append(row, `to = "`+to+`"`)
			}
			if r.IntN(2) == 0 {
				row = append(row, fmt.Sprintf("mood = %d", r.IntN(7)-3))
			}
			fmt.Fprintf(&b, "  { %s },\n", strings.Join(row, ", "))
		}
		b.WriteString("]\n")
	}
	fmt.Fprintf(&b, "[[ending]]\nid = \"好\"\nmood = %d\ncsat = 5\n[[ending]]\nid = \"中\"\nmood = %d\ncsat = 3\n[[ending]]\nid = \"差\"\ncsat = 1\n",
		5+r.IntN(6), r.IntN(6))
	return b.String()
}

// What check calls unreachable, no game reaches: rows, turns, endings. The games are the proof of the logic.
func TestNobodyReachesWhatCheckCallsUnreachable(t *testing.T) {
	s := tiny(t)
	r := rand.New(rand.NewPCG(11, 11))
	found := map[string]int{}
	for n := range 250 {
		text := randomScript(r)
		lib := read(t, s, lint.File{Name: "a.toml", Text: text})
		if len(lib.Scenarios) != 1 {
			t.Fatalf("script %d does not load: %v", n, lib.Problems)
		}
		problems := lint.Check(lib, s)
		sc := lib.Scenarios[0]
		res := Rehearse(sc, s, 60, uint64(n))
		for _, p := range problems {
			found[p.Code]++
			if why := refuted(sc, res, p); why != "" {
				t.Fatalf("script %d: %s, but %s\n%s", n, p.Error(), why, text)
			}
		}
	}
	for _, code := range []string{"B03", "B04", "G01", "G02", "G03"} {
		if found[code] < 5 {
			t.Errorf("%s was tried %d times only", code, found[code])
		}
	}
}

// refuted says which game did what a problem calls impossible.
func refuted(sc *scenarios.Scenario, res *Result, p problem.Problem) string {
	for i := range sc.Turns {
		span := lint.TurnSpan(sc, i)
		if p.Code == "G01" && span.Line == p.Line && res.Turns[i] > 0 {
			return fmt.Sprintf("%d games came there", res.Turns[i])
		}
		for j := range sc.Turns[i].Rows {
			span := lint.RowSpan(&sc.Turns[i].Rows[j])
			if (p.Code == "B03" || p.Code == "B04") && span.Line == p.Line && res.Rows[i][j] > 0 {
				return fmt.Sprintf("%d games took it", res.Rows[i][j])
			}
		}
	}
	if p.Code != "G02" {
		return ""
	}
	for i := range sc.Endings {
		if e := &sc.Endings[i]; e.Node.Get("id").Span.Line == p.Line {
			for _, player := range res.Players {
				if slices.ContainsFunc(player.Ends, func(s Share) bool { return s.Name == e.ID }) {
					return player.Name + " ended there"
				}
			}
		}
	}
	return ""
}
