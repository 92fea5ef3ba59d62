package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
	"shouxiang/sim/rehearsal"
	"shouxiang/tui"
)

func simulateCommand(w *world, o *options) *cobra.Command {
	var games int
	var seed uint64
	var asJSON bool
	c := &cobra.Command{
		Use: "simulate 文件或文件夹…", Short: "让 11 种学员先练几千局，看好回复值不值、卡在哪",
		Long: "让 11 种学员在虚拟时钟上把场景练几千局：每种学员平均几分、练几轮、怎么收场、卡在哪，哪些轮次和分支没人走到。\n" +
			"同一个种子，结果一字不差。不写路径就模拟内置场景包和 --scenarios 的文件夹。",
		RunE: func(_ *cobra.Command, args []string) error {
			if games < 1 || games > 100_000 {
				return usagef("--games 要在 1 到 100000 之间")
			}
			lib, err := w.readForCheck(o, args)
			if err != nil {
				return err
			}
			return w.simulate(lib, games, seed, asJSON)
		},
	}
	fl := c.Flags()
	fl.IntVar(&games, "games", rehearsal.DefaultGames, "会变招的学员各练多少`局`")
	fl.Uint64Var(&seed, "seed", rehearsal.DefaultSeed, "随机`种子`")
	fl.BoolVar(&asJSON, "json", false, "输出 JSON")
	return c
}

// simulate rehearses every playable scenario; broken ones are told and the exit code says so.
func (w *world) simulate(lib *scenarios.Library, games int, seed uint64, asJSON bool) error {
	var all []rehearsed
	var large bool
	for _, sc := range lib.Scenarios {
		if list := lint.TooMuch(sc); len(list) > 0 {
			large = true
			fmt.Fprint(w.err, list[0].Render())
			continue
		}
		res := rehearsal.Rehearse(sc, scoring.Default(), games, seed)
		if asJSON {
			all = append(all, rehearsedJSON(res))
		} else {
			w.simulation(res)
		}
	}
	for _, b := range lib.Broken {
		fmt.Fprint(w.err, b.Reason.Render())
	}
	if asJSON {
		if all == nil {
			all = []rehearsed{}
		}
		if err := w.writeJSON(struct {
			Seed      uint64      `json:"seed"`
			Games     int         `json:"games"`
			Scenarios []rehearsed `json:"scenarios"`
		}{seed, games, all}); err != nil {
			return err
		}
	}
	switch {
	case unreadable(lib):
		return exitError{exitUsage, ""}
	case len(lib.Broken) > 0, large:
		return exitError{exitFound, ""}
	}
	return nil
}

// simulation prints one rehearsal as a table.
func (w *world) simulation(res *rehearsal.Result) {
	sc := res.Scenario
	fmt.Fprintf(w.out, "\n%s  %s  %s（%d 局）\n", tui.Printable(sc.File), tui.Printable(sc.ID), tui.Printable(sc.Title), res.Games)
	rating := "平均评分"
	if sc.Card {
		rating = "平均得分"
	}
	rows := [][]string{{"学员", "局数", rating, "回合", "收场", "卡在"}}
	for _, p := range res.Players {
		stuck := ""
		if p.Stuck >= 0 {
			stuck = fmt.Sprintf("%s（%.1f 次）", lint.TurnName(sc, p.Stuck), p.Steps)
		}
		rows = append(rows, []string{p.Name, fmt.Sprint(p.Games), fmt.Sprintf("%.1f", p.Rating), fmt.Sprintf("%.1f", p.Length), shares(p), stuck})
	}
	w.table(rows, 1, 2, 3)
	if res.Cut {
		fmt.Fprintln(w.out, "  对话太长，会变招的学员少练了一些局。")
	}
	unreached := res.Unreached()
	for _, u := range unreached {
		fmt.Fprintf(w.out, "  没人走到: %s:%d:%d %s\n", tui.Printable(sc.File), u.Span.Line, u.Span.Col, tui.Printable(u.What))
	}
	if len(unreached) == 0 {
		fmt.Fprintln(w.out, "  每一轮、每条分支都有人走到。")
	}
}

// shares is how a player's games ended: 满意 80% 谈崩 20%.
func shares(p rehearsal.Player) string {
	const most = 4
	var out []string
	for i, s := range p.Ends {
		if i == most {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%s %d%%", s.Name, (s.Games*100+p.Games/2)/p.Games))
	}
	return strings.Join(out, "  ")
}

// table sets rows in columns of the display width of their widest cell; the columns named stand to the right.
func (w *world) table(rows [][]string, right ...int) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(tui.Printable(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			cell = tui.Printable(cell)
			gap := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if slices.Contains(right, i) {
				line += "  " + gap + cell
			} else {
				line += "  " + cell + gap
			}
		}
		fmt.Fprintln(w.out, strings.TrimRight(line, " "))
	}
}

// rehearsed is one rehearsal as JSON.
type rehearsed struct {
	ID        string            `json:"id"`
	File      string            `json:"file"`
	Title     string            `json:"title"`
	Card      bool              `json:"card"`
	Games     int               `json:"games"`
	Cut       bool              `json:"cut,omitempty"`
	Players   []rehearsedPlayer `json:"players"`
	Unreached []unreachedPlace  `json:"unreached"`
}

type rehearsedPlayer struct {
	Name   string         `json:"name"`
	Games  int            `json:"games"`
	CSAT   *float64       `json:"csat,omitempty"`  // of a script
	Score  *float64       `json:"score,omitempty"` // of a card
	Length float64        `json:"length"`
	Ends   map[string]int `json:"ends"`
	Stuck  string         `json:"stuck,omitempty"`
	Steps  float64        `json:"steps,omitempty"`
}

type unreachedPlace struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
	What string `json:"what"`
}

func rehearsedJSON(res *rehearsal.Result) rehearsed {
	sc := res.Scenario
	out := rehearsed{ID: sc.ID, File: sc.File, Title: sc.Title, Card: sc.Card, Games: res.Games, Cut: res.Cut,
		Players: []rehearsedPlayer{}, Unreached: []unreachedPlace{}}
	for _, p := range res.Players {
		rating := p.Rating
		j := rehearsedPlayer{Name: p.Name, Games: p.Games, Length: p.Length, Ends: map[string]int{}}
		if sc.Card {
			j.Score = &rating
		} else {
			j.CSAT = &rating
		}
		for _, s := range p.Ends {
			j.Ends[s.Name] = s.Games
		}
		if p.Stuck >= 0 {
			j.Stuck, j.Steps = lint.TurnName(sc, p.Stuck), p.Steps
		}
		out.Players = append(out.Players, j)
	}
	for _, u := range res.Unreached() {
		out.Unreached = append(out.Unreached, unreachedPlace{sc.File, u.Span.Line, u.Span.Col, u.What})
	}
	return out
}
