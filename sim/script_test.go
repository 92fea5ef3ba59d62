package sim

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

const scriptHead = `format = 1
id = "s-1"
title = "测试"
tag = "测试/一"
emotion = "生气"
intensity = 2
situation = ["三天"]
`

// Replies that every reader hears alike.
const (
	deed       = "我现在催中转站，10分钟内回您"
	heart      = "让您等了三天，换谁都着急"
	both       = heart + "。" + deed
	blame      = "这事是快递的问题，您找快递去，不归我管"
	accusation = "是您自己没看清地址"
	boast      = "保证明天一定送到"
	rude       = "你烦不烦，爱等不等"
	idle       = "页面上写的是普通件"
)

// conversation plays a script given as the part of a file after its head.
type conversation struct {
	*player
	at int64
}

func talk(t testing.TB, body string) *conversation {
	t.Helper()
	lib := scenarios.Load(scenarios.Source{FS: fstest.MapFS{
		"pack.toml": {Data: []byte("format = 1\nname = \"测试\"\nversion = \"1\"\nauthor = \"t\"\ntags = [\"测试/一\"]\n")},
		"s.toml":    {Data: []byte(scriptHead + body)},
	}})
	if len(lib.Scenarios) != 1 {
		t.Fatalf("the test's own script does not load: %v", lib.Problems)
	}
	ses := &Session{ID: "s", Mode: Play, Deck: lib.Scenarios, Cards: 1, Scorer: scoring.Default()}
	return &conversation{newPlayer(t, ses), 0}
}

// wait lets the customer finish typing.
func (c *conversation) wait() {
	for chat := c.st.Active(); chat != nil && chat.Bursting(); chat = c.st.Active() {
		c.at += 500
		c.do(c.at, Tick{})
	}
}

func (c *conversation) say(replies ...string) *Chat {
	for _, r := range replies {
		c.wait()
		c.at += 5_000
		c.do(c.at, Send{Text: r})
		c.do(c.at, Done{})
	}
	c.wait()
	return c.st.Last()
}

func (c *conversation) silence(ms int64) *Chat {
	c.wait()
	c.at += ms
	c.do(c.at, Tick{})
	return c.st.Last()
}

// path is where the replies so far led.
func (c *conversation) path() string {
	var out []string
	for _, s := range c.st.Last().Steps {
		out = append(out, s.Why+">"+s.To)
	}
	return strings.Join(out, " ")
}

func (c *conversation) wantPath(t *testing.T, want string) {
	t.Helper()
	if have := c.path(); have != want {
		t.Errorf("went %s, want %s", have, want)
	}
}

const twoTurns = `
[[turn]]
id = "甲"
say = "到底怎么办"
need = "行动"
good = "%s"
[[turn]]
id = "乙"
say = "然后呢"
need = "行动"
good = "%s"
`

func plainTurns() string { return fmt.Sprintf(twoTurns, deed, deed) }

func TestWithoutARowAPassGoesOn(t *testing.T) {
	c := talk(t, plainTurns())
	c.say(deed, "我去查签收记录，5分钟内给您打电话")
	c.wantPath(t, "pass>乙 pass>结束")
	if e := one[Ended](c.player); e.Outcome != OutcomeDone || e.CSAT != 5 {
		t.Errorf("end = %+v", e)
	}
}

func TestWithoutARowTheCustomerAsksOnceMoreThenGoesOnDispleased(t *testing.T) {
	c := talk(t, plainTurns())
	chat := c.say(idle)
	if chat.Turn != 0 || chat.Mood != 4 {
		t.Errorf("turn %d, mood %d after the first idle reply", chat.Turn, chat.Mood)
	}
	chat = c.say(idle + "呢")
	c.wantPath(t, "ask>甲 give_up>乙")
	if chat.Mood != 3 {
		t.Errorf("mood %d", chat.Mood)
	}
}

func TestAskedAgainAMetNeedStaysMet(t *testing.T) {
	c := talk(t, strings.Replace(plainTurns(), `need = "行动"`, `need = ["共情", "行动"]`, 1))
	c.say(heart, deed)
	c.wantPath(t, "ask>甲 pass>乙")
}

func TestAMustSaidEarlierHoldsAndATurnThatIsAllMetIsSkipped(t *testing.T) {
	c := talk(t, fmt.Sprintf(`
[[turn]]
id = "甲"
say = "到底怎么办"
need = "行动"
good = "%s"
[[turn]]
id = "乙"
say = "能换新吗"
need = "揽事"
must = "换新"
good = "能换新，这单我跟到底"
[[turn]]
id = "丙"
say = "好"
need = "行动"
good = "%s"
`, deed, deed))
	c.say("可以换新，这单我跟到底，" + deed)
	c.wantPath(t, "pass>丙")
	if !strings.Contains(one[Turned](c.player).Say, "这还差不多") {
		t.Errorf("turn = %+v", one[Turned](c.player))
	}
}

func TestEmpathyAndActionBelongToTheirTurn(t *testing.T) {
	c := talk(t, plainTurns())
	c.say(deed, idle)
	c.wantPath(t, "pass>乙 ask>乙")
}

func TestMoodWithoutARowsOwn(t *testing.T) {
	for _, tt := range []struct {
		name, reply string
		by          int
	}{
		{"pass", deed, 2},
		{"rude", rude, -4},
		{"accusation", accusation, -3},
		{"deflection", blame, -3},
		{"empathy alone", heart, 0},
		{"nothing", idle, -1},
		{"boast", boast, 1},
	} {
		c := talk(t, plainTurns())
		if chat := c.say(tt.reply); chat.Mood != 5+tt.by {
			t.Errorf("%s moved the mood from 5 to %d, want %+d (%s; red lines %q)", tt.name, chat.Mood, tt.by, c.path(), find[Graded](c.player)[0].RedLines)
		}
	}
}

func TestARowsOwnMoodReplacesTheTable(t *testing.T) {
	c := talk(t, strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", "branch = [{ if = \"推诿\", to = \"乙\", mood = -1 }]\n[[turn]]\nid = \"乙\"", 1))
	if chat := c.say(blame); chat.Mood != 4 || chat.TurnID != "乙" {
		t.Errorf("mood %d in turn %s", chat.Mood, chat.TurnID)
	}
}

func TestNagsCostMoodAtOnceAndMayEndIt(t *testing.T) {
	c := talk(t, strings.Replace(plainTurns(), `say = "到底怎么办"`, `say = "到底怎么办"`, 1))
	chat := c.silence(30_000)
	if chat.Mood != 4 || chat.Nudges != 1 {
		t.Errorf("mood %d after the first nag", chat.Mood)
	}
	c.silence(80_000)
	if chat = c.st.Last(); chat.Mood != 2 || chat.Nudges != 3 {
		t.Errorf("mood %d after %d nags", chat.Mood, chat.Nudges)
	}
}

func TestSilenceSeesOnlyItsOwnRows(t *testing.T) {
	rows := "branch = [{ if = \"缺行动\", to = \"离开\" }, { if = \"超时\", to = \"乙\", say = \"算了 我问别的\" }]\n"
	c := talk(t, strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", rows+"[[turn]]\nid = \"乙\"", 1))
	c.silence(185_000)
	c.wantPath(t, "row>乙")
}

func TestSilenceWithoutARowIsTheEnd(t *testing.T) {
	c := talk(t, plainTurns())
	c.silence(185_000)
	if e := one[Ended](c.player); e.Outcome != OutcomeGone || e.CSAT != 1 {
		t.Errorf("end = %+v", e)
	}
}

func TestCollapseAtMoodZeroUnlessTheRowNamesAnEnding(t *testing.T) {
	c := talk(t, plainTurns())
	c.say(rude, rude)
	if e := one[Ended](c.player); e.Outcome != OutcomeCollapse || e.CSAT != 1 {
		t.Errorf("end = %+v", e)
	}
	last := c.st.Last().Lines
	if text := last[len(last)-1].Text; !strings.Contains(text, "12315") {
		t.Errorf("an angry customer left with %q", text)
	}
	named := "ending = [{ id = \"投诉\", csat = 2, say = \"等着\" }]\n" +
		strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", "branch = [{ if = \"失礼\", to = \"投诉\", mood = -9 }]\n[[turn]]\nid = \"乙\"", 1)
	c = talk(t, named)
	c.say(rude)
	if e := one[Ended](c.player); e.Ending != "投诉" || e.CSAT != 2 {
		t.Errorf("end = %+v", e)
	}
}

const withEndings = `
ending = [
  { id = "满意", mood = 7, csat = 5, say = "行" },
  { id = "接受", mood = 3, csat = 3, say = "先这样" },
  { id = "投诉", csat = 1, say = "投诉" },
]
`

func TestTheFirstEndingTheMoodReachesWins(t *testing.T) {
	for _, tt := range []struct {
		replies []string
		ending  string
		csat    int
	}{
		{[]string{deed, deed}, "满意", 5},                              // 5 + 2 + 2
		{[]string{idle, deed, deed}, "满意", 5},                        // 5 − 1 + 2 + 2
		{[]string{deed, idle, idle + "哦"}, "接受", 3},                  // the last turn lacks its need: capped at 3
		{[]string{heart, idle, idle + "哦", idle + "啊"}, "", 2},       // mood 2: no ending fits, the table rates
		{[]string{deed, accusation + "。" + deed, accusation}, "", 1}, // the last turn accuses: capped at 1
	} {
		c := talk(t, withEndings+plainTurns())
		c.say(tt.replies...)
		e := find[Ended](c.player)
		if len(e) != 1 || e[0].Ending != tt.ending || e[0].CSAT != tt.csat {
			t.Errorf("%v: %s, end %+v", tt.replies, c.path(), e)
		}
	}
}

func TestOverpromiseComesBackOnceInTheFollowUp(t *testing.T) {
	body := strings.Replace(plainTurns(), `id = "乙"`, "id = \"乙\"\nstage = \"跟进反馈\"", 1)
	c := talk(t, body)
	chat := c.say(boast + "，" + deed)
	if chat.TurnID == "乙" {
		if chat.Mood != 2 { // 5 + 1 − 4
			t.Errorf("mood %d on entering the follow-up", chat.Mood)
		}
	} else {
		chat = c.say(deed)
		if chat.Mood != 5+1+2-4 {
			t.Errorf("mood %d (%s)", chat.Mood, c.path())
		}
	}
	if chat.Owed {
		t.Error("the debt was not cleared")
	}
}

func TestTwentyRepliesEndIt(t *testing.T) {
	rows := "branch = [{ to = \"甲\", mood = 0, say = \"再说一遍\" }]\n"
	c := talk(t, strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", rows+"[[turn]]\nid = \"乙\"", 1))
	for i := range 20 {
		if !c.st.Last().Open() {
			t.Fatalf("ended after %d replies", i)
		}
		c.say(fmt.Sprintf("%s第%d次", idle, i))
	}
	if e := one[Ended](c.player); e.Outcome != OutcomeDone || len(c.st.Last().Steps) != 20 {
		t.Errorf("end = %+v after %d replies", e, len(c.st.Last().Steps))
	}
}

func TestReturningToATurnSaysTheRowsWordsInstead(t *testing.T) {
	rows := "branch = [{ if = \"再次\", to = \"离开\" }, { to = \"甲\", say = \"听不懂\" }]\n"
	c := talk(t, strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", rows+"[[turn]]\nid = \"乙\"", 1))
	chat := c.say(idle)
	if n := len(chat.Lines); chat.Lines[n-1].Text != "听不懂" {
		t.Errorf("said %q", chat.Lines[n-1].Text)
	}
	c.say(idle + "啊")
	if e := one[Ended](c.player); e.Outcome != OutcomeLeft || e.CSAT != 1 {
		t.Errorf("end = %+v", e)
	}
}

func TestPromisesAreKeptByTheNextReplyInTimeAndQuotedInTheFollowUp(t *testing.T) {
	body := strings.Replace(plainTurns(), `id = "乙"`, "id = \"乙\"\nstage = \"跟进反馈\"", 1)
	c := talk(t, body)
	c.say(deed)
	promise := one[Promised](c.player)
	if promise.Minutes != 10 || promise.Due != promise.At+60_000 {
		t.Fatalf("promise = %+v", promise)
	}
	if said := one[Turned](c.player).Say; !strings.Contains(said, promise.What) {
		t.Errorf("the follow-up does not quote %q: %q", promise.What, said)
	}
	c.say(deed + "，明早10点再跟您确认")
	if s := find[PromiseSettled](c.player); len(s) == 0 || s[0].How != "kept" {
		t.Errorf("settled = %+v", s)
	}
}

func TestALatePromiseCostsMood(t *testing.T) {
	c := talk(t, plainTurns())
	c.say(deed)
	before := c.st.Last().Mood
	c.at += 70_000
	c.say(idle)
	if s := find[PromiseSettled](c.player); len(s) == 0 || s[0].How != "late" {
		t.Fatalf("settled = %+v", s)
	}
	moved := 0
	for _, m := range find[MoodMoved](c.player) {
		if m.Why == "late_promise" {
			moved = m.To - m.From
		}
	}
	if moved != -1 {
		t.Errorf("mood moved by %d from %d", moved, before)
	}
}

func TestAnUnfilledSlotIsARedLineThatRowsSee(t *testing.T) {
	c := talk(t, strings.Replace(plainTurns(), "[[turn]]\nid = \"乙\"", "branch = [{ if = \"空格没填\", to = \"离开\" }]\n[[turn]]\nid = \"乙\"", 1))
	c.wait()
	c.do(c.at+5_000, Send{Text: "{称呼}，" + deed, OpenSlot: true})
	c.do(c.at+5_001, Done{})
	if g := one[Graded](c.player); g.Pass || g.RedLines != "open_slot" {
		t.Errorf("score %d, red lines %q", g.Score, g.RedLines)
	}
	c.wantPath(t, "row>离开")
}

func TestCustomersQuoteATimeTheWayPeopleTypeIt(t *testing.T) {
	for clock, want := range map[string]string{
		"今晚19:00": "今晚7点", "明早9:30": "明早9点半", "今天18:00": "今天18点", "下午14:05": "下午2点05", "中午12:00": "中午12点",
		"晚上24:00": "晚上12点", "16:20": "16点20", "周五": "周五", "下班前": "下班前", "": "",
	} {
		if have := spoken(clock); have != want {
			t.Errorf("%q is typed %q, want %q", clock, have, want)
		}
	}
}
