package scoring

import (
	"testing"

	"shouxiang/scoring/card"
	"shouxiang/scoring/fact"
)

// facts of a reply that has everything a first response can have.
func whole() *Facts {
	return &Facts{Facts: fact.Facts{
		Empathy: 2, Kind: fact.OnMatter, Action: 2, Who: true, Step: 2, Timing: fact.Met, Echo: true, Address: true, Polite: true, Clean: true,
		Elements: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline, fact.OnPoint),
	}}
}

func first() Terms {
	return Terms{Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), Timed: true, InTime: true, Tag: TagRight}
}

func TestFirstResponseCard(t *testing.T) {
	for _, tt := range []struct {
		name  string
		facts func(f *Facts)
		terms func(t *Terms)
		want  int
		pass  bool
		cap   string // the strictest, "" for none
	}{
		{"everything", nil, nil, 100, true, ""},
		{"the emotion named without the matter", func(f *Facts) { f.Kind = fact.Emotion }, nil, 90, true, ""},
		{"courtesy", func(f *Facts) { f.Kind = fact.Courtesy }, nil, 85, true, ""},
		{"no empathy", func(f *Facts) { f.Kind = fact.NoEmpathy }, nil, 65, false, "缺共情"},
		{"the same clause a third time", nil, func(t *Terms) { t.Worn = true }, 65, false, "缺共情"},
		{"a vague step", func(f *Facts) { f.Step = 1 }, nil, 90, true, ""},
		{"no step: no points for being in time", func(f *Facts) { f.Step, f.Who, f.Echo = 0, false, false }, nil, 50, false, "缺步骤"},
		{"nobody said to act", func(f *Facts) { f.Who = false }, nil, 95, true, ""},
		{"no deadline", func(f *Facts) { f.Timing = fact.NoDeadline }, nil, 65, false, "缺时限"},
		{"too late a deadline is missing", func(f *Facts) { f.Timing = fact.TooLate }, nil, 65, false, "缺时限"},
		{"done on the spot needs no echo", func(f *Facts) { f.Timing, f.Echo = fact.OnTheSpot, false }, nil, 100, true, ""},
		{"no echo", func(f *Facts) { f.Echo = false }, nil, 92, true, ""},
		{"late", nil, func(t *Terms) { t.InTime = false }, 65, false, "不及时"},
		{"untimed", nil, func(t *Terms) { t.Timed, t.InTime = false, false }, 100, true, ""},
		{"nearly the right tag", nil, func(t *Terms) { t.Tag = TagNear }, 95, true, ""},
		{"wrong tag", nil, func(t *Terms) { t.Tag = TagWrong }, 90, true, ""},
		{"no tag asked", nil, func(t *Terms) { t.Tag = NotAsked }, 100, true, ""},
		{"no form of address, no polite word, jargon", func(f *Facts) { f.Address, f.Polite, f.Clean = false, false, false }, nil, 95, true, ""},
		{"a repeated text", nil, func(t *Terms) { t.Repeat = true }, 60, false, "重复"},
		{"over-promise", red(fact.Overpromise), nil, 60, false, "过度承诺"},
		{"blame", red(fact.Accuse), nil, 60, false, "指责"},
		{"敷衍", red(fact.Robotic), nil, 50, false, "敷衍"},
		{"more than the desk may", red(fact.Overreach), nil, 50, false, "越权"},
		{"asking for secrets", red(fact.Privacy), nil, 0, false, "索要隐私"},
		{"rude", red(fact.Rude), nil, 0, false, "失礼"},
		{"another chat's matter", nil, func(t *Terms) { t.WrongChat = true }, 0, false, "回错人"},
		{"an open slot", nil, func(t *Terms) { t.OpenSlot = true }, 60, false, "空格没填"},
		{"the strictest of several caps", func(f *Facts) { f.Kind = fact.NoEmpathy; f.RedLines = fact.RedLineSet(fact.Robotic, fact.Accuse) }, nil, 50, false, "敷衍"},
		{"别急 with a step costs ten", func(f *Facts) { f.RedLines, f.Hints = fact.RedLineSet(fact.Dismiss), fact.RedLineSet(fact.Dismiss) }, nil, 90, true, ""},
		{"a need of another kind", nil, func(t *Terms) { t.Need = t.Need.With(fact.Own) }, 65, false, "缺揽事"},
		{"a need met earlier", nil, func(t *Terms) { t.Need = t.Need.With(fact.Own); t.HeldNeed = fact.ElementSet(fact.Own) }, 100, true, ""},
		{"a wish costs nothing", nil, func(t *Terms) { t.Wish = fact.ElementSet(fact.Own) }, 100, true, ""},
		{"no empathy needed", func(f *Facts) { f.Kind = fact.NoEmpathy }, func(t *Terms) { t.Need = fact.ElementSet(fact.Action, fact.Deadline) }, 100, true, ""},
		{"no deadline needed", func(f *Facts) { f.Timing = fact.NoDeadline }, func(t *Terms) { t.Need = fact.ElementSet(fact.Empathy, fact.Action) }, 100, true, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, terms := whole(), first()
			if tt.facts != nil {
				tt.facts(f)
			}
			if tt.terms != nil {
				tt.terms(&terms)
			}
			m := &Matter{brief: Brief{Within: 30}}
			c := m.Grade(f, terms)
			cap := ""
			if len(c.Caps) > 0 {
				cap = c.Caps[0].Name
			}
			if c.Score != tt.want || c.Pass != tt.pass || cap != tt.cap {
				t.Errorf("score %d pass %v cap %q, want %d %v %q", c.Score, c.Pass, cap, tt.want, tt.pass, tt.cap)
			}
			addsUp(t, c)
		})
	}
}

func red(line RedLine) func(f *Facts) {
	return func(f *Facts) { f.RedLines = fact.RedLineSet(line) }
}

// addsUp holds the evidence to the card: all points together are the score, gains of a part its points.
func addsUp(t *testing.T, c Card) {
	t.Helper()
	sum := 0
	gained := map[string]int{}
	for _, e := range c.Evidence {
		sum += e.Points
		if e.Points > 0 {
			gained[e.Part] += e.Points
		}
		if e.Why == "" || e.Rule == "" || e.Part == "" {
			t.Errorf("evidence without words: %+v", e)
		}
	}
	base := 0
	for part, p := range map[string]Part{"empathy": c.Empathy, "action": c.Action, "time": c.Time, "tag": c.Tag, "manner": c.Manner} {
		switch {
		case len(c.Shares) > 0: // the rows of a later turn are checked by their sum
		case !p.Counted:
			base += p.Points
		case gained[part] != p.Points:
			t.Errorf("%s: %d gained, %d on the card", part, gained[part], p.Points)
		}
	}
	lost := 0
	for _, e := range c.Evidence {
		if e.Points < 0 && isPartRow(e, c) {
			lost += e.Points
		}
	}
	if sum-lost+base != c.Score && len(c.Shares) == 0 {
		t.Errorf("points add up to %d, the score is %d: %+v", sum-lost+base, c.Score, c.Evidence)
	}
}

// isPartRow reports a row that says what a part lacks; it is no deduction from the score.
func isPartRow(e Evidence, c Card) bool {
	_, redLine := fact.RedLineByName(e.Part)
	return !redLine && e.Rule != "card.cap" && e.Rule != card.RuleTooLate
}

func TestAnxiousCustomersHearComeDownKindly(t *testing.T) {
	for emotion, want := range map[string]int{"生气": 90, "焦虑": 100, "害怕": 100, "犹豫": 100, "着急": 90} {
		m, _ := Default().Compile(Brief{Emotion: emotion})
		f := whole()
		f.RedLines, f.Hints = fact.RedLineSet(fact.Dismiss), fact.RedLineSet(fact.Dismiss)
		if c := m.Grade(f, first()); c.Score != want {
			t.Errorf("%s: %d, want %d", emotion, c.Score, want)
		}
	}
}

func TestInquiryAsksForTheAnswerOnly(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"几点关门啊"}, Must: []string{"21:30|九点半"}})
	terms := Terms{Need: fact.ElementSet(fact.Answer), Timed: true, InTime: true, Tag: TagRight}
	for reply, want := range map[string]struct {
		score int
		pass  bool
	}{
		"您好，我们开到晚上九点半":        {100, true},
		"您好，具体以门店公示为准":        {50, false},
		"您好，这个我帮您问一下，10分钟内回您": {50, false},
	} {
		c := m.Grade(Default().Hear(m, []string{reply}), terms)
		if c.Pass != want.pass || c.Pass && c.Score < card.PassMark || !c.Pass && c.Score > want.score {
			t.Errorf("%s: %d %v, want %d %v", reply, c.Score, c.Pass, want.score, want.pass)
		}
		addsUp(t, c)
	}
}

func TestLaterTurnSharesNinetyPoints(t *testing.T) {
	m, _ := Default().Compile(Brief{Must: []string{"换新|补发", "尾号:8827"}})
	terms := Terms{Later: true, Need: fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline, fact.Own, fact.Verify)}
	f := whole()
	f.Must = []bool{true, false}
	f.Kind, f.Action = fact.Courtesy, 1
	c := m.Grade(f, terms)
	// 90 over five needs and two musts: 13 for the first six, 12 for the last; 共情 and 行动 by half, 13/2 = 6
	want := []int{6, 6, 0, 0, 13, 13, 0}
	for i, share := range c.Shares {
		if share.Points != want[i] {
			t.Errorf("%s: %d, want %d", share.Name, share.Points, want[i])
		}
	}
	if len(c.Shares) != 7 || c.Shares[0].Max != 13 || c.Shares[6].Max != 12 || c.Manner.Max != 10 {
		t.Errorf("shares %+v, manner %+v", c.Shares, c.Manner)
	}
	if c.Missing != fact.ElementSet(fact.Own, fact.Verify) || len(c.MissingMust) != 1 || c.Score != 48 {
		t.Errorf("missing %q %v, score %d", c.Missing, c.MissingMust, c.Score)
	}
	terms.HeldNeed, terms.HeldMust = fact.ElementSet(fact.Own, fact.Verify), []bool{false, true}
	f.Kind, f.Action = fact.OnMatter, 2
	if c := m.Grade(f, terms); c.Score != 100 || !c.Pass {
		t.Errorf("with what was said before: %d %v", c.Score, c.Caps)
	}
}

func TestWithinMakesALateTimeUseless(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"饭没送来"}, Within: 30})
	for reply, pass := range map[string]bool{
		"饭还没到，换我也饿得慌，我现在催骑手，10分钟内回您": true,
		"饭还没到，换我也饿得慌，我现在催骑手，两小时内回您":  false,
		"饭还没到，换我也饿得慌，我现在催骑手，明天给您回电话": false,
	} {
		if c := m.Grade(Default().Hear(m, []string{reply}), first()); c.Pass != pass {
			t.Errorf("%s: %d %v", reply, c.Score, c.Caps)
		}
	}
}

func TestDoneOnTheSpotOnlyByButton(t *testing.T) {
	for can, want := range map[string]fact.Timing{"退差价": fact.OnTheSpot, "催件": fact.NoDeadline} {
		m, _ := Default().Compile(Brief{Burst: []string{"昨晚199今早159"}, Can: []string{can}, CanKnown: true})
		if have := Default().Hear(m, []string{"差价40元我已经退回原账户了"}).Timing; have != want {
			t.Errorf("can %s: %d, want %d", can, have, want)
		}
	}
	if have := Default().Hear(nil, []string{"差价40元我已经退回原账户了"}).Timing; have != fact.OnTheSpot {
		t.Errorf("without can any done step counts: %d", have)
	}
}

func TestOverreachByCanAndMoney(t *testing.T) {
	brief := Brief{Burst: []string{"到手就坏了"}, Can: []string{"换新", "补偿"}, CanKnown: true, Money: 50}
	m, _ := Default().Compile(brief)
	for reply, want := range map[string]bool{
		"我给您换新，今天寄出": false, "我给您全额退款": true, "我帮您申请退款": false, "给您补偿30元": false, "给您补偿80元": true,
		"退款要等质检": false, "您想退款还是换新": false, "我给您免运费": true, "不能给您退款": false,
	} {
		if have := Default().Hear(m, []string{reply}).RedLines.Has(fact.Overreach); have != want {
			t.Errorf("%s: 越权 %v, want %v", reply, have, want)
		}
	}
	brief.CanKnown = false
	m, _ = Default().Compile(brief)
	if f := Default().Hear(m, []string{"我给您全额退款"}); f.RedLines.Has(fact.Overreach) {
		t.Error("without a can line 越权 is not judged")
	}
}
