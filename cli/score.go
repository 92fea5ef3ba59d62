package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"shouxiang/scoring/fact"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/tui"
)

func scoreCommand(w *world, o *options) *cobra.Command {
	var customer, scenario, turn string
	var asJSON, batch, trace bool
	c := &cobra.Command{
		Use: "score 回复", Short: "给一条回复打分，说明每一分的依据", Args: cobra.MaximumNArgs(1),
		Long: "给一条回复打分。不计时、不打标签；// 把一条回复分成几个气泡。\n--batch 从标准输入逐行读 {\"id\",\"customer\",\"reply\"}，按顺序逐行写出结果；有 \"scenario\"（和 \"turn\"）的按那个场景评。",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case batch && trace:
				return usagef("--trace 一次看一条回复，和 --batch 不能一起用")
			case batch && len(args) == 0:
				return w.scoreBatch(o)
			case batch || len(args) == 0:
				return usagef("写一条回复，如 shouxiang score \"我现在催，10分钟内回您\"；或用 --batch 从标准输入读，两样不能一起用")
			case scenario == "" && turn != "":
				return usagef("--turn 要和 --scenario 一起用")
			}
			library := func() *scenarios.Library { return w.library(o) }
			q, err := newQuestion(library, customer, scenario, turn)
			if err != nil {
				return err
			}
			return w.scoreOne(q, args[0], asJSON, trace)
		},
	}
	fl := c.Flags()
	fl.StringVar(&customer, "customer", "", "客户说的`话`")
	fl.StringVar(&scenario, "scenario", "", "按这个场景的`编号`来评")
	fl.StringVar(&turn, "turn", "", "场景里的哪一`轮`（默认第一轮）")
	fl.BoolVar(&asJSON, "json", false, "输出 JSON")
	fl.BoolVar(&trace, "trace", false, "再写出每条规则听到了什么、为什么没算")
	fl.BoolVar(&batch, "batch", false, "从标准输入逐行读 JSON")
	return c
}

// question is what a reply is scored against.
type question struct {
	matter *scoring.Matter
	terms  scoring.Terms
}

// bareTerms score a reply that stands alone: the needs of a first response, no clock, no tag.
func bareTerms() scoring.Terms {
	return scoring.Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)}
}

// newQuestion asks for the library only where a scenario is named.
func newQuestion(library func() *scenarios.Library, customer, id, turn string) (question, error) {
	if id == "" {
		return bareQuestion(customer), nil
	}
	sc := library().ByID(id)
	if sc == nil {
		return question{}, usagef("没有编号是『%s』的场景；看有哪些：shouxiang scenarios", tui.Printable(id))
	}
	i := 0
	if turn != "" {
		if i = turnIndex(sc, turn); i < 0 {
			return question{}, usagef("场景『%s』里没有『%s』这一轮（有：%s）", tui.Printable(id), tui.Printable(turn), tui.Printable(turnNames(sc)))
		}
	}
	t := &sc.Turns[i]
	return question{t.Matter, scoring.Terms{Need: t.Need, Wish: t.Wish, Later: i > 0}}, nil
}

func bareQuestion(customer string) question {
	var brief scoring.Brief
	if customer != "" {
		brief.Burst = []string{customer}
	}
	m, _ := scoring.Default().Compile(brief) // no patterns, nothing to go wrong
	return question{m, bareTerms()}
}

// turnIndex finds a turn by its id or its 1-based number; -1 = none.
func turnIndex(sc *scenarios.Scenario, turn string) int {
	for i := range sc.Turns {
		if sc.Turns[i].ID == turn || strconv.Itoa(i+1) == turn {
			return i
		}
	}
	return -1
}

func turnNames(sc *scenarios.Scenario) string {
	var out []string
	for i := range sc.Turns {
		out = append(out, sc.Turns[i].ID)
	}
	return strings.Join(out, "、")
}

// scored is one result as JSON.
type scored struct {
	ID       json.RawMessage `json:"id,omitempty"`
	Score    int             `json:"score"`
	Pass     bool            `json:"pass"`
	Empathy  int             `json:"empathy"`
	Action   int             `json:"action"`
	Elements []string        `json:"elements"`
	RedLines []string        `json:"red_lines"`
	Hints    []string        `json:"hints"`
	Promises []promised      `json:"promises"`
	Evidence []evidence      `json:"evidence"`
	Trace    []traced        `json:"trace,omitempty"`
}

type promised struct {
	Who       string `json:"who"`
	What      string `json:"what"`
	Minutes   int    `json:"minutes,omitempty"`
	TimeOfDay string `json:"time_of_day,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

type evidence struct {
	Rule   string `json:"rule"`
	Part   string `json:"part"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	Points int    `json:"points"`
	Why    string `json:"why"`
}

// grade scores a text; "//" separates bubbles.
func (q question) grade(text string) (*scoring.Facts, scoring.Card) {
	facts := scoring.Default().Hear(q.matter, scenarios.Bubbles(text))
	return facts, q.matter.Grade(facts, q.terms)
}

func result(facts *scoring.Facts, card scoring.Card) scored {
	s := scored{
		Score: card.Score, Pass: card.Pass, Empathy: facts.Empathy, Action: facts.Action,
		Elements: []string{}, RedLines: []string{}, Hints: []string{}, Promises: []promised{}, Evidence: []evidence{},
	}
	for _, e := range facts.Elements.List() {
		s.Elements = append(s.Elements, e.Name())
	}
	for _, r := range facts.RedLines.List() {
		s.RedLines = append(s.RedLines, r.Name())
	}
	for _, r := range facts.Hints.List() {
		s.Hints = append(s.Hints, r.Name())
	}
	for _, p := range facts.Promises {
		s.Promises = append(s.Promises, promised{p.Who, p.What, p.Minutes, p.TimeOfDay, p.Start, p.End})
	}
	text := []rune(facts.Text)
	for _, e := range card.Evidence {
		s.Evidence = append(s.Evidence, evidence{e.Rule, e.Part, e.Start, e.End, string(text[e.Start:e.End]), e.Points, e.Why})
	}
	return s
}

func (w *world) scoreOne(q question, text string, asJSON, trace bool) error {
	facts, card := q.grade(text)
	var notes []scoring.Note
	if trace {
		notes = scoring.Default().Trace(q.matter, scenarios.Bubbles(text))
	}
	if asJSON {
		s := result(facts, card)
		s.Trace = tracedNotes(facts, notes)
		return w.writeJSON(s)
	}
	w.writeCard(facts, card)
	if trace {
		w.writeTrace(facts, notes)
	}
	return nil
}

// batchLine is one line of --batch.
type batchLine struct {
	ID       json.RawMessage `json:"id"`
	Customer string          `json:"customer"`
	Scenario string          `json:"scenario"` // instead of customer: the embedded or trainer's scenario it answers
	Turn     string          `json:"turn"`
	Reply    *string         `json:"reply"`
}

// lineMost bounds one line of input in bytes.
const lineMost = 4 << 20

// scoreBatch scores line by line, in order, without holding more than one line. A line that cannot be read is told by
// its number and the rest goes on; the exit code then says that something was wrong.
func (w *world) scoreBatch(o *options) error {
	in := bufio.NewScanner(w.in)
	in.Buffer(make([]byte, 64<<10), lineMost)
	bad := 0
	questions := map[[3]string]question{}
	library := sync.OnceValue(func() *scenarios.Library { return w.library(o) })
	n := 0
	for in.Scan() {
		n++
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var line batchLine
		if err := json.Unmarshal(in.Bytes(), &line); err != nil || line.Reply == nil {
			bad++
			fmt.Fprintf(w.err, "第 %d 行: 读不懂，已跳过；每行要是 {\"id\":…,\"customer\":\"…\",\"reply\":\"…\"}\n", n)
			continue
		}
		key := [3]string{line.Customer, line.Scenario, line.Turn}
		q, ok := questions[key]
		if !ok {
			if len(questions) >= 1000 { // many customers: forget, memory stays bounded
				clear(questions)
			}
			var err error
			if q, err = newQuestion(library, line.Customer, line.Scenario, line.Turn); err != nil {
				bad++
				fmt.Fprintf(w.err, "第 %d 行: 已跳过；%v\n", n, err)
				continue
			}
			questions[key] = q
		}
		s := result(q.grade(*line.Reply))
		s.ID = line.ID
		if err := encodeJSON(w.out, s); err != nil {
			return err
		}
	}
	if in.Err() != nil {
		return exitError{exitUsage, fmt.Sprintf("第 %d 行: 读不下去（一行最多 4 MB），后面的没有评", n+1)}
	}
	if bad > 0 {
		return exitError{exitFound, fmt.Sprintf("有 %d 行没有评", bad)}
	}
	return nil
}

// writeCard prints a card for people: the parts, then each finding with the words it rests on, then a better line.
func (w *world) writeCard(facts *scoring.Facts, card scoring.Card) {
	verdict := "不达标"
	if card.Pass {
		verdict = "达标"
	}
	fmt.Fprintf(w.out, "得分: %d 分 %s\n", card.Score, verdict)
	for _, p := range [...]struct {
		label string
		part  scoring.Part
	}{{"共情", card.Empathy}, {"行动", card.Action}, {"时效", card.Time}, {"标签", card.Tag}, {"表达", card.Manner}} {
		if !p.part.Counted {
			fmt.Fprintf(w.out, "%s: 未计\n", p.label)
			continue
		}
		fmt.Fprintf(w.out, "%s: %d/%d\n", p.label, p.part.Points, p.part.Max)
	}
	for _, c := range card.Caps {
		fmt.Fprintf(w.out, "封顶: %s，最多 %d 分\n", c.Name, c.Limit)
	}
	text := []rune(facts.Text)
	for _, e := range card.Evidence {
		quote := ""
		if e.End > e.Start {
			quote = "“" + strings.ReplaceAll(string(text[e.Start:e.End]), "\n", "⏎") + "” "
		}
		fmt.Fprintf(w.out, "依据: %s%s（%+d，%s）\n", tui.Printable(quote), tui.Printable(e.Why), e.Points, e.Rule)
	}
	if facts.Better != "" {
		fmt.Fprintf(w.out, "换个说法: %s\n", facts.Better)
	}
}
