package draft

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
)

// place is a folder with some tags and no file.
func place() Folder {
	return Folder{Tags: []string{"物流/催件", "售前/咨询"}, Pack: &scenarios.Pack{}, Taken: func(string) bool { return false }}
}

// answers are what is said to each question.
func answers() map[What]string {
	return map[What]string{
		AskForm: "1", AskName: "猫粮等断顿", AskAbout: "独居", AskTitle: "猫粮三天没动", AskTag: "1", AskEmotion: "着急", AskUrgency: "3",
		AskSay: "我的猫粮三天没动了\n三只猫今晚就断粮", AskBrief: "尾号2046，停在郑州", AskCan: "催件，补发", AskWithin: "2小时", AskMust: "催件|催促",
		AskGood: "三只猫今晚断粮，猫粮还卡在路上，急人 // 我现在催件，10分钟内回您", AskHint: "先说猫",
	}
}

// fill answers what has no answer yet; a question that is not in the list gets an empty answer.
func fill(t testing.TB, v *Interview, of map[What]string) {
	t.Helper()
	for asked := 0; v.Next() < len(v.Questions()); asked++ {
		q := v.Questions()[v.Next()]
		if complaint := v.Answer(&q, of[q.What]); complaint != "" || asked > 99 {
			t.Fatalf("%s: %q: %s", q.Role, of[q.What], complaint)
		}
	}
}

func ask(t testing.TB, v *Interview, k Key) *Question {
	t.Helper()
	for _, q := range v.Questions() {
		if q.Key == k {
			return &q
		}
	}
	t.Fatalf("%v is not asked", k)
	return nil
}

func TestEveryQuestionAnsweredIsAFileWithoutAProblem(t *testing.T) {
	script := answers()
	script[AskForm] = "2"
	inquiry := answers()
	inquiry[AskWants], inquiry[AskEmotion], inquiry[AskTitle] = "2", "平静", "运费怎么算"
	inquiry[AskSay], inquiry[AskBrief], inquiry[AskMust] = "寄广州运费多少", "首重10元，续重3元", "10元|10块"
	inquiry[AskGood] = "寄广州首重10元，续重每公斤3元"
	for name, of := range map[string]map[What]string{"card": answers(), "script": script, "inquiry": inquiry} {
		v := NewInterview(place())
		fill(t, v, of)
		for i, good := range []string{"这单我负责到底。跟您核对一下：尾号2046，三天没动，对吗？",
			"两个办法您选：今天18点前催件，或者现在补发。您更想要哪种？", "今晚7点我打电话跟您确认，这单我一直盯着。"} {
			if v.Script() {
				v.Answer(ask(t, v, Key{AskGood, i + 1, 0}), good)
			}
		}
		d := v.Draft()
		d.ID = "x-1"
		dir := t.TempDir()
		write(t, filepath.Join(dir, packName), Pack("例子", place().Tags))
		write(t, filepath.Join(dir, v.FileName()), d.TOML())
		for _, p := range lint.Check(scenarios.Reading{Places: true}.LoadPaths(dir), scoring.Default()) {
			t.Errorf("%s: %s", name, p.Render())
		}
	}
}

func TestAnotherAnswerKeepsTheLaterOnes(t *testing.T) {
	v := NewInterview(place())
	fill(t, v, answers())
	before := v.Draft()
	if c := v.Answer(ask(t, v, Key{What: AskName}), "老王"); c != "" {
		t.Fatal(c)
	}
	after := v.Draft()
	if after.Name != "老王" || v.Next() != len(v.Questions()) {
		t.Errorf("name %q, next %d", after.Name, v.Next())
	}
	after.Name = before.Name
	if fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("%v became %v", before, after)
	}

	// a card becomes a script: the rest is asked; back again, nothing is lost
	v.Answer(ask(t, v, Key{What: AskForm}), "2")
	if q := v.Questions()[v.Next()]; q.Key != (Key{AskSay, 1, 0}) || q.Head.Role != "第 2 段" {
		t.Errorf("next is %v", q)
	}
	v.Answer(ask(t, v, Key{What: AskForm}), "1")
	v.Answer(ask(t, v, Key{What: AskName}), before.Name)
	if again := v.Draft(); fmt.Sprint(again) != fmt.Sprint(before) {
		t.Errorf("%v became %v", before, again)
	}
}

func TestWhatCannotBeUsedIsAskedAgainAndChangesNothing(t *testing.T) {
	v := NewInterview(place())
	fill(t, v, answers())
	v.Answer(ask(t, v, Key{AskBad, 0, 0}), "稍等")
	for _, c := range []struct {
		key  Key
		text string
		says string
	}{
		{Key{What: AskName}, " \u3000", "不能空着"}, {Key{What: AskWithin}, "快点", "看不懂"}, {Key{What: AskUrgency}, "6", "1 到 5"},
		{Key{What: AskEmotion}, "高兴", "1 到 11"}, {Key{What: AskTag}, "0", "1 到 2"}, {Key{AskMust, 0, 0}, "催||发", "空的"},
		{Key{AskWhy, 0, 0}, "不热情", "认不得"}, {Key{AskGood, 0, 0}, "// //", "不能空着"}, {Key{What: AskFile}, "pack", "不会盖掉"},
		{Key{What: AskSay}, "\n\n", "不能空着"}, {Key{What: AskAbout}, strings.Repeat("长", 1<<18), "太长"},
	} {
		before := fmt.Sprint(v.Draft())
		if got := v.Answer(ask(t, v, c.key), c.text); !strings.Contains(got, c.says) {
			t.Errorf("%q: %q, want %q in it", c.text, got, c.says)
		}
		if after := fmt.Sprint(v.Draft()); after != before {
			t.Errorf("%q changed\n%s\nto\n%s", c.text, before, after)
		}
	}
}

func TestANumberInAnyWidthOrTheWordItselfPicks(t *testing.T) {
	v := NewInterview(place())
	q := ask(t, v, Key{What: AskEmotion})
	for text, want := range map[string]string{"1": "着急", "１１": "平静", " 10 ": "嘲讽", "害怕": "害怕"} {
		if v.Answer(q, text); v.Draft().Emotion != want {
			t.Errorf("%q is %q", text, v.Draft().Emotion)
		}
	}
	v.Answer(ask(t, v, Key{What: AskTag}), "生鲜/化冻")
	if tag := v.Draft().Tag; tag != "生鲜/化冻" {
		t.Errorf("a tag of one's own is %q", tag)
	}
}

func TestABadReplyCanBeTakenAway(t *testing.T) {
	v := NewInterview(place())
	fill(t, v, answers())
	for n, text := range []string{"稍等", "马上查", "保证明天到"} {
		v.Answer(ask(t, v, Key{AskBad, 0, n}), text)
	}
	v.Answer(ask(t, v, Key{AskWhy, 0, 2}), "过度承诺")
	v.Answer(ask(t, v, Key{AskBad, 0, 1}), "")
	bad := v.Draft().Turns[0].Bad
	if len(bad) != 2 || bad[0].Text != "稍等" || bad[1].Text != "保证明天到" || !slices.Equal(bad[1].Hits, []string{"过度承诺"}) || bad[1].Lacks != nil {
		t.Errorf("left: %v", bad)
	}
	if _, ok := v.Given(Key{AskBad, 0, 2}); ok {
		t.Error("the next bad reply counts as asked for")
	}
}

func TestWhatNobodySaysIsWrongTheScorerSays(t *testing.T) {
	v := NewInterview(place())
	fill(t, v, answers())
	v.Answer(ask(t, v, Key{AskBad, 0, 0}), "亲，请耐心等待哦")
	bad := v.Draft().Turns[0].Bad[0]
	if !slices.Contains(bad.Hits, "敷衍") || !slices.Contains(bad.Lacks, "共情") {
		t.Errorf("%v", bad)
	}
	if hint := v.Ask(ask(t, v, Key{AskWhy, 0, 0})); !strings.HasPrefix(hint, "评分没听出 共情") || !strings.Contains(hint, "碰红线 敷衍") {
		t.Error(hint)
	}
}

func TestAReplyIsHeardWithWhatMustBeSaidAndWhatIsAsked(t *testing.T) {
	v := NewInterview(place())
	of := answers()
	fill(t, v, of)
	hear := v.Ear(0)
	if h := hear(of[AskGood]); !h.Pass || h.Words() != "评分觉得这句达标了" {
		t.Errorf("%+v", h)
	}
	if h := hear("三只猫今晚断粮，猫粮还卡在路上，急人\n我现在查物流，10分钟内回您"); h.Pass || h.Words() != "评分没说到 催件|催促" {
		t.Errorf("%+v", h)
	}
	v.Answer(ask(t, v, Key{What: AskWants}), "2")
	if h := v.Ear(0)("猫粮我现在催件，今晚能到"); slices.Contains(h.Lacks, "共情") {
		t.Errorf("an inquiry asks for no empathy: %+v", h)
	}
	for _, q := range v.Questions() {
		if q.What == AskWithin {
			t.Error("an inquiry has no time that it is useful in")
		}
	}
}

func TestNamesOfFilesFitEverySystem(t *testing.T) {
	for title, want := range map[string]string{
		"快递三天没动": "快递三天没动.toml", `a/b\c:*?"<>|d`: "abcd.toml", "../../x": "x.toml", " . ": "", "题.toml": "题.toml",
		"CON": "CON_.toml", strings.Repeat("长", 99): strings.Repeat("长", 40) + ".toml", ".隐": "隐.toml",
	} {
		if got := FileName(title); got != want {
			t.Errorf("%q becomes %q, not %q", title, got, want)
		}
	}
}

func TestANameThatIsFreeIsOffered(t *testing.T) {
	f := place()
	f.Taken = func(name string) bool {
		return name == "猫粮三天没动.toml" || name == "猫粮三天没动-2.toml"
	}
	v := NewInterview(f)
	fill(t, v, answers())
	if got := v.FileName(); got != "猫粮三天没动-3.toml" {
		t.Error(got)
	}
	if c := v.Answer(ask(t, v, Key{What: AskFile}), "猫粮三天没动"); !strings.Contains(c, "已经有了") {
		t.Errorf("a name that is taken: %q", c)
	}
}

// Whatever is answered, the file loads, and what it holds is what was answered, cleaned.
func FuzzAnyAnswersMakeAFileThatHoldsThem(f *testing.F) {
	for _, s := range []string{`他说"好"`, `C:\货\n`, "👨‍👩‍👧 在吗", "'''", "a\\", "\x1b[2J红", "\u202e倒", "一\n二\r\n\t三", "# ｜｜", "a|b，c", "\xff", "x // y"} {
		f.Add(s, uint8(0))
		f.Add("甲"+s, uint8(7))
	}
	f.Add(strings.Repeat("长", 10_000), uint8(1))
	f.Fuzz(func(t *testing.T, s string, how uint8) {
		if len(s) > 40_000 {
			t.Skip()
		}
		v := NewInterview(place())
		v.Fix(how&1 > 0)
		v.Answer(ask(t, v, Key{What: AskEmotion}), "平静") // so that musts are asked for
		for range 40 {
			if v.Next() == len(v.Questions()) {
				break
			}
			q := v.Questions()[v.Next()]
			switch {
			case q.Kind == Pick && !q.Own:
				v.Answer(&q, fmt.Sprint(1+int(how)%len(q.Choices)))
			case q.What == AskBad && q.N > 0:
				v.Answer(&q, "")
			default:
				if v.Answer(&q, s) != "" && v.Answer(&q, "") != "" {
					v.Answer(&q, "甲")
				}
			}
		}
		if v.Next() < len(v.Questions()) {
			t.Fatalf("%v takes no answer", v.Questions()[v.Next()])
		}
		d := v.Draft()
		d.ID = "x-1"
		sc, problems := scenarios.ReadText("a.toml", d.TOML(), &scenarios.Pack{})
		for _, p := range problems {
			if p.Severity == problem.Error {
				t.Fatal(p.Render())
			}
		}
		held(t, &d, sc)
		if d.Name != Clean(s) && !(Clean(s) == "" && d.Name == "甲") {
			t.Fatalf("the name is %q", d.Name)
		}
	})
}

// held compares a draft with what was read of it.
func held(t *testing.T, d *Draft, sc *scenarios.Scenario) {
	t.Helper()
	same := func(what, got, want string) {
		if got != want {
			t.Fatalf("%s is %q, answered %q", what, got, want)
		}
	}
	same("title", sc.Title, d.Title)
	same("tag", sc.Tag, d.Tag)
	same("name", sc.Customer.Name, d.Name)
	same("about", sc.Customer.About, d.About)
	same("brief", sc.Background, d.Brief)
	same("can", strings.Join(sc.Can, "\n"), strings.Join(d.Can, "\n"))
	for i, turn := range sc.Turns {
		want := &d.Turns[i]
		said := make([]string, len(turn.Say))
		for j := range turn.Say {
			said[j] = turn.Say[j].Text
		}
		same("say", strings.Join(said, "\n"), strings.Join(want.Say, "\n"))
		same("must", strings.Join(turn.Must, "\n"), strings.Join(want.Must, "\n"))
		same("good", turn.Good[0].Text, want.Good)
		same("hint", turn.Hint, want.Hint)
		if len(turn.Bad) != len(want.Bad) {
			t.Fatalf("%d bad replies of %d", len(turn.Bad), len(want.Bad))
		}
		for j, b := range turn.Bad {
			same("bad", b.Text, want.Bad[j].Text)
			same("lacks", strings.Join(b.Lacks, " "), strings.Join(want.Bad[j].Lacks, " "))
			same("hits", strings.Join(b.Hits, " "), strings.Join(want.Bad[j].Hits, " "))
		}
	}
}
