package cli

import (
	"os"
	"strings"
	"testing"
	"time"

	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
	"shouxiang/sim/sitting"
	"shouxiang/tui"
)

// talk is a conversation of two turns in plain mode on a terminal, and what moves its clock.
func talk(t *testing.T) (p *plain, out *strings.Builder, wait func(seconds int)) {
	t.Helper()
	sc, problems := scenarios.ReadText("t.toml", `format = 1
id = "t-1"
title = "猫粮"
tag = "物流/催件"
[[turn]]
id = "情绪安抚"
say = "猫粮三天没动了"
branch = [{ to = "跟进反馈" }]
[[turn]]
id = "跟进反馈"
say = "然后呢"
`, &scenarios.Pack{})
	if sc == nil {
		t.Fatal(problems)
	}
	now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	ses := &sim.Session{ID: "s", Mode: sim.Play, Deck: []*scenarios.Scenario{sc}, Cards: 1, Scorer: scoring.Default()}
	log := journal.Create(t.TempDir(), journal.Header{Session: "s"}, now)
	t.Cleanup(func() { log.Close() })
	out = &strings.Builder{}
	p = &plain{sit: sitting.New(ses, log, now), out: out, now: func() time.Time { return now }, live: true}
	p.do(sim.Begin{})
	return p, out, func(seconds int) {
		for range seconds {
			now = now.Add(time.Second)
			p.do(sim.Tick{})
		}
	}
}

func TestTheClockOfEveryTurnIsToldInPlainMode(t *testing.T) {
	p, out, wait := talk(t)
	wait(28)
	for _, mark := range []string{"30", "15", "5"} {
		if n := strings.Count(out.String(), "还剩 "+mark+" 秒"); n != 1 {
			t.Errorf("%s seconds are told %d times in the first turn:\n%s", mark, n, out.String())
		}
	}
	out.Reset()
	p.sendAll(func() *sim.Chat { return p.sit.State.Last() }, "猫粮三天没动，换谁都急，我现在催，10分钟内回您")
	wait(58)
	for _, mark := range []string{"30", "15", "5"} {
		if n := strings.Count(out.String(), "还剩 "+mark+" 秒"); n != 1 {
			t.Errorf("%s seconds are told %d times in the second turn:\n%s", mark, n, out.String())
		}
	}
}

func TestAfterAConversationInPlainModeThereIsNoNextCard(t *testing.T) {
	p, out, wait := talk(t)
	wait(400) // nobody answers
	lines := make(chan string, 1)
	lines <- ""
	p.lines = lines
	p.after(p.sit.State.Last())
	if text := out.String(); !strings.Contains(text, "结果: ") || !strings.Contains(text, "从头再谈") || strings.Contains(text, "下一题") {
		t.Error(text)
	}
}

// pipe runs the program with a data folder, as a pipe does.
func pipe(t *testing.T, dir, in string, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e strings.Builder
	w := &world{
		in: strings.NewReader(in), out: &o, err: &e, now: time.Now,
		getenv: func(string) string { return "" },
	}
	return w.run(append(args, "--data-dir", dir)), o.String(), e.String()
}

// onlyLog is the text of the one log below a data folder.
func onlyLog(t *testing.T, dir string) string {
	t.Helper()
	paths, err := journal.List(dir)
	if err != nil || len(paths) != 1 {
		t.Fatalf("%d logs: %v", len(paths), err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestNumbersInTheNameAndOverBubblesAreNotInTheLog(t *testing.T) {
	dir := t.TempDir()
	if err := saveProfile(dir, tui.Profile{Name: "小林13812345678"}); err != nil {
		t.Fatal(err)
	}
	pipe(t, dir, "您记一下wx138 // 1234 // 5678\n\n", "drill", "--cards", "1", "--seed", "1", "--no-tag")
	log := onlyLog(t, dir)
	if strings.Contains(log, "13812345678") || strings.Contains(log, `:"5678"`) || !strings.Contains(log, `"trainee":"小林***********"`) {
		t.Error(log)
	}
}
