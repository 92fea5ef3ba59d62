package cli

import (
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/scoring/mask"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
	"shouxiang/tui"
)

// Bounds of the flags.
const (
	limitLeast, limitMost = 5, 600 // seconds
	cardsMost             = 500
)

// drillFlags are the flags of drill as typed.
type drillFlags struct {
	cards  int
	limit  string
	tag    string
	pack   string
	seed   uint64
	noTag  bool
	plain  bool
	file   string
	seeded bool
	sized  bool
}

func drillCommand(w *world, o *options) *cobra.Command {
	var f drillFlags
	c := &cobra.Command{
		Use: "drill [文件]", Short: "首响速练：一题接一题地练第一句", Args: cobra.MaximumNArgs(1),
		Long: "首响速练：一题接一题，每题一位客户，限时回第一句。\n写了文件就只练那一题，时限用文件里的。",
		RunE: func(cmd *cobra.Command, args []string) error {
			f.seeded, f.sized = cmd.Flags().Changed("seed"), cmd.Flags().Changed("cards")
			if len(args) == 1 {
				f.file = args[0]
			}
			return w.drill(o, &f)
		},
	}
	fl := c.Flags()
	fl.IntVar(&f.cards, "cards", 10, "一组几`题`")
	fl.StringVar(&f.limit, "limit", "", "首响时限：`秒数`，或 none（不限时）")
	fl.StringVar(&f.tag, "tag", "", "只练这个`标签`（写到 / 前也行，如 物流）")
	fl.StringVar(&f.pack, "pack", "", "只练这个场景`包`")
	fl.Uint64Var(&f.seed, "seed", 0, "抽题用的`数`：同一个数抽到同样的题")
	fl.BoolVar(&f.noTag, "no-tag", false, "不打标签")
	fl.BoolVar(&f.plain, "plain", false, "逐行文字，不画界面（读屏软件、管道）")
	return c
}

func (w *world) drill(o *options, f *drillFlags) error {
	limit, limitSet, err := parseLimit(f.limit)
	switch {
	case err != nil:
		return err
	case f.cards < 1 || f.cards > cardsMost:
		return usagef("--cards 要在 1 到 %d 之间，这里是 %d", cardsMost, f.cards)
	}
	if f.file != "" && !f.sized {
		f.cards = 1
	}
	if !f.seeded {
		f.seed = newSeed()
	}
	if !f.plain && w.terminal() {
		start := &tui.DrillOptions{
			Cards: f.cards, Limit: limit, LimitSet: limitSet, Tag: f.tag, Pack: f.pack, Seed: f.seed, NoTag: f.noTag,
		}
		if f.file != "" {
			if start.Card, err = w.card(f.file); err != nil {
				return err
			}
		}
		return w.screens(o, tui.Start{Drill: start})
	}
	return w.drillPlain(o, f, limit, limitSet)
}

// parseLimit reads --limit: seconds, or none.
func parseLimit(s string) (limit sim.Limit, set bool, err error) {
	switch s {
	case "":
		return sim.Limit{}, false, nil
	case "none":
		return sim.Limit{Untimed: true}, true, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < limitLeast || n > limitMost {
		return sim.Limit{}, false, usagef("--limit 要写 %d 到 %d 的秒数，或 none（不限时），这里是『%s』", limitLeast, limitMost, tui.Printable(s))
	}
	return sim.Limit{Ms: int64(n) * 1000}, true, nil
}

// drillPlain plays the set as lines of text.
func (w *world) drillPlain(o *options, f *drillFlags, limit sim.Limit, limitSet bool) error {
	profile, found := w.profile(o)
	if !limitSet && f.file == "" {
		limit = limitOf(profile, found)
	}
	deck, err := w.deck(o, f)
	if err != nil {
		return err
	}
	return w.lines(o, &sim.Session{
		Trainee: profile.Name, Mode: sim.Drill, Seed: f.seed, Deck: deck, Cards: f.cards, Limit: limit, Tagging: !f.noTag,
	})
}

// profile is the trainee's profile; one that cannot be read is told and taken as none.
func (w *world) profile(o *options) (tui.Profile, bool) {
	p, found, err := loadProfile(w.dataFolder(o))
	if err != nil {
		fmt.Fprintln(w.err, tui.Printable(err.Error()))
	}
	return p, found
}

// lines plays a session in plain mode and says where it was kept.
func (w *world) lines(o *options, ses *sim.Session) error {
	now := w.now()
	ses.ID, ses.Instant, ses.Scorer = newSession(now), !w.inTTY, scoring.Default()
	ses.Trainee = mask.Text(ses.Trainee)
	log := journal.Create(w.dataFolder(o), journal.Header{
		App: "shouxiang", Version: Version, Session: ses.ID, Trainee: ses.Trainee, Mode: string(ses.Mode), Seed: ses.Seed,
		Limit: ses.Limit.Seconds(), Input: map[bool]string{true: "pipe", false: "lines"}[ses.Instant],
	}, now)
	stop, undo := stopSignals()
	defer undo()
	p := &plain{sit: sitting.New(ses, log, now), out: w.out, now: w.now, lines: readLines(w.in), live: w.inTTY, stop: stop}
	if p.live {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		p.tick = ticker.C
	}
	p.play()
	k := &keeper{out: w.out, err: w.err, home: w.getenv("HOME")}
	if p.live && !p.ended {
		k.line = p.answer
	}
	return k.keep(log, "")
}

// deck is the cards that fit the flags, dealt by the seed.
func (w *world) deck(o *options, f *drillFlags) ([]*scenarios.Scenario, error) {
	if f.file != "" {
		sc, err := w.card(f.file)
		return []*scenarios.Scenario{sc}, err
	}
	lib := w.library(o)
	for _, b := range lib.Broken {
		fmt.Fprintf(w.err, "跳过 %s\n", b.Reason.Error())
	}
	deck := sim.Deal(lib.Filter(f.tag, f.pack), f.seed)
	if len(deck) == 0 {
		asked := ""
		if f.tag != "" {
			asked += " --tag " + f.tag
		}
		if f.pack != "" {
			asked += " --pack " + f.pack
		}
		return nil, usagef("没有符合『%s』的题；看有哪些标签和包：shouxiang scenarios", tui.Printable(strings.TrimSpace(asked)))
	}
	return deck, nil
}

// card reads one file that drill can play.
func (w *world) card(file string) (*scenarios.Scenario, error) {
	sc, err := w.file(file)
	if err == nil && !sc.Card {
		return nil, usagef("%s 是多轮的情景，速练只练单题；请用 shouxiang play", tui.Printable(file))
	}
	return sc, err
}

// file reads one scenario file; what keeps it from being played is printed.
func (w *world) file(name string) (*scenarios.Scenario, error) {
	sc, problems := scenarios.LoadFile(name)
	if sc == nil {
		w.printProblems(problems)
		return nil, usagef("%s 还不能练，先把上面的地方改好", tui.Printable(name))
	}
	return sc, nil
}

// stopSignals closes the channel when the program is asked to end, so that the log gets its last line.
func stopSignals() (<-chan struct{}, func()) {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		select {
		case <-sig:
			close(stop)
		case <-done:
		}
	}()
	return stop, func() { signal.Stop(sig); close(done) }
}
