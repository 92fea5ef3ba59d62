package scenarios

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/scoring/fact"

	"shouxiang/problem"
	"shouxiang/scoring"
)

var update = flag.Bool("update", false, "write the .want files anew")

// Every file of testdata/bad holds mistakes that trainers make; its .want is exactly what they are told, and whether
// the file can still be played.
func TestBadFilesAreReportedAtTheirExactPlaces(t *testing.T) {
	lib := Load(Source{FS: os.DirFS("testdata/bad")})
	files, err := filepath.Glob("testdata/bad/*.toml")
	if err != nil || len(files) < 20 {
		t.Fatal("too few files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			compare(t, strings.TrimSuffix(name, ".toml")+".want", told(lib, filepath.Base(name)))
		})
	}
}

func TestBadPacksAreReportedAndTheirScenariosStillPlay(t *testing.T) {
	dirs, err := filepath.Glob("testdata/packs/*")
	if err != nil || len(dirs) < 4 {
		t.Fatal("too few folders", err)
	}
	lib := Load(Source{FS: os.DirFS("testdata/packs")})
	for _, dir := range dirs {
		name := filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			compare(t, filepath.Join(dir, "pack.want"), told(lib, name+"/pack.toml"))
			if lib.ByID(name) == nil {
				t.Error("the scenario beside the bad pack.toml does not play")
			}
		})
	}
}

// told is everything the library says about one file.
func told(lib *Library, file string) string {
	var b strings.Builder
	for _, p := range lib.Problems {
		if p.File == file {
			b.WriteString(p.Render())
		}
	}
	for _, broken := range lib.Broken {
		if broken.File == file {
			fmt.Fprintf(&b, "练不了：%s\n", broken.Reason.Code)
		}
	}
	return b.String()
}

func compare(t *testing.T, file, have string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if have != string(want) {
		t.Errorf("have:\n%swant:\n%s", have, want)
	}
}

func good(t testing.TB) *Library {
	t.Helper()
	lib := Load(Source{FS: os.DirFS("testdata/good")})
	for _, p := range lib.Problems {
		t.Fatal(p.Render())
	}
	return lib
}

func TestGoodFilesLoadCleanly(t *testing.T) {
	lib := good(t)
	if len(lib.Scenarios) != 6 || len(lib.Broken) != 0 || len(lib.Packs) != 1 {
		t.Fatalf("%d scenarios, %d broken, %d packs", len(lib.Scenarios), len(lib.Broken), len(lib.Packs))
	}
	for _, s := range lib.Scenarios {
		if len(s.Hash) != 12 || s.Pack != lib.Packs[0] || s.Turns[0].Matter == nil {
			t.Errorf("%s: hash %q, pack %v", s.File, s.Hash, s.Pack)
		}
	}
}

func TestACardHoldsWhatItsFileSays(t *testing.T) {
	s := good(t).ByID("wl-cui-01")
	turn := s.Turns[0]
	for _, c := range []struct {
		what       string
		have, want any
	}{
		{"title", s.Title, "快递三天没动"}, {"tag", s.Tag, "物流/催件"}, {"emotion", s.Emotion, "着急"},
		{"intensity", s.Intensity, 2}, {"mood", s.StartMood(), 5}, {"level", s.Level, "基础"},
		{"priority", s.Priority, "普通"}, {"channel", s.Channel, "在线聊天"}, {"card", s.Card, true},
		{"brief", s.Background, "圆通，停在郑州中转站3天；订单尾号2046"}, {"can", s.Can, []string{"催件", "补发"}},
		{"within", s.Within, 120}, {"customer", s.Customer, Customer{Name: "糖糖妈咪_88"}},
		{"say", turn.Say, []Line{{"我的快递三天没动了！", 800}, {"给孩子的生日礼物，明天就要用！", 1200}}},
		{"need", turn.Need, fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)},
		{"first bad", turn.Bad[0], Example{Text: "亲，请耐心等待哦", Lacks: []string{"共情", "行动"}, Hits: []string{"敷衍"}, Max: 100}},
		{"bubbles", turn.Good[0].Bubbles(), []string{"孩子明天生日，礼物还卡在路上，急人", "我现在催中转站，10分钟内回您"}},
		{"react", turn.Rows[0].Say, []string{"好，那我等你10分钟"}},
		{"hint", turn.Hint, "先点出“孩子明天生日”，再说你现在做什么、几分钟后回话。"},
		{"wait", turn.Wait, 0}, {"file", s.File, "wl-cui-01.toml"},
	} {
		if !reflect.DeepEqual(c.have, c.want) {
			t.Errorf("%s: have %v, want %v", c.what, c.have, c.want)
		}
	}
}

func TestLongFormsLoadToTheSameAsRows(t *testing.T) {
	lib := good(t)
	long, short := lib.ByID("zl-long-01"), lib.ByID("zl-short-01")
	for _, s := range []*Scenario{long, short} {
		s.ID, s.File, s.Hash = "", "", ""
		for i := range s.Turns {
			for j := range s.Turns[i].Rows {
				s.Turns[i].Rows[j].Line = 0
			}
		}
	}
	if long.Within != 15 {
		t.Errorf("within of the pack by tag: have %d, want 15", long.Within)
	}
	if !reflect.DeepEqual(long, short) {
		t.Errorf("long  %+v\nshort %+v", long, short)
	}
	if len(short.Turns[0].Rows[1].If) != 0 || short.Turns[0].Rows[0].HasMood != true || short.Turns[1].Say[0].After != 1500 {
		t.Errorf("rows %+v", short.Turns[0].Rows)
	}
}

func TestTheTopOfAScriptIsTheDefaultOfItsTurns(t *testing.T) {
	s := good(t).ByID("wl-inherit-01")
	if s.Within != 30 {
		t.Errorf("within %d", s.Within)
	}
	answer := fact.ElementSet(fact.Answer)
	for i, want := range []Turn{
		{Nudge: []string{"喂"}, Need: answer},
		{Nudge: []string{"人呢"}, Wait: 90},
		{Nudge: []string{"喂"}, Need: answer, Stage: "协作"},
	} {
		have := s.Turns[i]
		if !slices.Equal(have.Nudge, want.Nudge) || have.Need != want.Need || have.Wait != want.Wait || have.Stage != want.Stage {
			t.Errorf("turn %d: have %+v", i, have)
		}
	}
	if say := s.Turns[2].Say; say[0].After != 600 || say[1].After != 1840 {
		t.Errorf("typing %v", say)
	}
}

func TestNeedsByStage(t *testing.T) {
	for stage, want := range map[string]string{
		"情绪安抚": "empathy,action,deadline", "责任确认": "verify,own", "方案协商": "options,deadline", "跟进反馈": "deadline,followup",
		"拆解": "verify,answer", "协作": "action,deadline", "同步": "followup", "": "empathy,action",
	} {
		if have := defaultNeed(stage, false).String(); have != want {
			t.Errorf("%s: have %s, want %s", stage, have, want)
		}
	}
	if have := defaultNeed("", true).String(); have != "empathy,action,deadline" {
		t.Errorf("card: %s", have)
	}
}

func TestAPackHoldsWhatItsFileSays(t *testing.T) {
	p := good(t).Packs[0]
	if p.Name != "测试包" || p.Typing != 70 || p.HintOnly != fact.ElementSet(fact.OnPoint) || len(p.Tags) != 5 ||
		!reflect.DeepEqual(p.Phrases, []Phrase{{"查", "{称呼}，{事项}{时限}前回您"}}) ||
		!reflect.DeepEqual(p.Policy, []Snippet{{"价保", "15天内降价退差价", "2025-01-01", "2025-12-31"}}) ||
		p.within["退款/进度"] != 24*60 || len(p.forbid)+len(p.jargon)+len(p.verify) != 3 {
		t.Errorf("have %+v", p)
	}
}

func TestPatternsOfPackAndFileReachTheScorer(t *testing.T) {
	s := good(t).ByID("wl-inherit-01")
	for reply, want := range map[string]bool{"亲亲 快递我现在查": true, "这个不归我管": true, "快递我现在查": false} {
		f := scoring.Default().Hear(s.Turns[0].Matter, []string{reply})
		if have := f.RedLines.Has(fact.Forbidden); have != want {
			t.Errorf("%s: 违禁 %v", reply, have)
		}
	}
}

func TestTheEmbeddedPacksPlay(t *testing.T) {
	lib := Load(Source{FS: Embedded()})
	for _, b := range lib.Broken {
		t.Error(b.Reason.Render())
	}
	if len(lib.Scenarios) == 0 || len(lib.Packs) == 0 {
		t.Fatal("nothing embedded")
	}
	if f := lib.Scenarios[0].File; path.Dir(f) == "." || path.Ext(f) != ".toml" {
		t.Errorf("file is shown as %q", f)
	}
}

func TestFilterByTagAndPack(t *testing.T) {
	lib := good(t)
	for _, c := range []struct {
		tag, pack string
		want      int
	}{
		{"", "", 6}, {"物流/催件", "", 2}, {"物流", "", 2}, {"物流/", "", 2}, {"物", "", 0}, {"质量", "测试包", 3}, {"", "别的包", 0},
	} {
		if have := len(lib.Filter(c.tag, c.pack)); have != c.want {
			t.Errorf("%q %q: have %d, want %d", c.tag, c.pack, have, c.want)
		}
	}
	embedded := Load(Source{FS: Embedded()})
	if folder := path.Dir(embedded.Scenarios[0].File); len(embedded.Filter("", folder)) == 0 {
		t.Errorf("folder %s names no pack", folder)
	}
}

const tiny = "format = 1\nid = \"%s\"\ntitle = \"t\"\ntag = \"a/b\"\nsay = \"在吗\"\n"

func file(format string, args ...any) *fstest.MapFile {
	return &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
}

const tinyPack = "format = 1\nname = \"包\"\ntags = [\"a/b\"]\n"

func TestAFolderOfPacksAndAPackBothLoad(t *testing.T) {
	packs := fstest.MapFS{"b/pack.toml": file(tinyPack), "b/2.toml": file(tiny, "b2"), "b/1.toml": file(tiny, "b1"),
		"a/pack.toml": file(tinyPack), "a/9.TOML": file(tiny, "a9"), "a/.hidden.toml": file("x"), "a/notes.txt": file("x"), "c/readme.md": file("x")}
	lib := Load(Source{FS: packs, Name: "/train"})
	if have := ids(lib); have != "a9 b1 b2" || len(lib.Problems) > 0 {
		t.Errorf("have %s, %v", have, lib.Problems)
	}
	if f := lib.Scenarios[0].File; f != "/train/a/9.TOML" {
		t.Errorf("shown as %s", f)
	}
	one := fstest.MapFS{"pack.toml": file(tinyPack), "1.toml": file(tiny, "x")}
	if lib := Load(Source{FS: one}); ids(lib) != "x" || lib.Packs[0].Name != "包" {
		t.Errorf("have %s", ids(lib))
	}
}

func ids(lib *Library) string {
	var out []string
	for _, s := range lib.Scenarios {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

func TestABrokenFileHidesNoGoodOne(t *testing.T) {
	fsys := fstest.MapFS{"pack.toml": file(tinyPack), "1.toml": file(tiny+"wait = 1", "same"), "2.toml": file(tiny, "same"),
		"3.toml": file(tiny, "same"), "4.toml": file("\x00"), "5.toml/x": file(""), "6.toml": file(tiny, "last")}
	lib := Load(Source{FS: fsys})
	if ids(lib) != "same last" {
		t.Errorf("have %s", ids(lib))
	}
	var broken []string
	for _, b := range lib.Broken {
		broken = append(broken, b.File+" "+b.Reason.Code)
	}
	if have := strings.Join(broken, ", "); have != "1.toml V03, 3.toml D01, 4.toml S04, 5.toml S06" {
		t.Errorf("broken: %s", have)
	}
}

func TestTheSameIdInTwoSourcesIsReported(t *testing.T) {
	fsys := fstest.MapFS{"pack.toml": file(tinyPack), "1.toml": file(tiny, "x")}
	lib := Load(Source{FS: fsys, Name: "a"}, Source{FS: fsys, Name: "b"})
	if len(lib.Scenarios) != 1 || len(lib.Broken) != 1 || !strings.Contains(lib.Broken[0].Reason.Message, "a/1.toml:2:6") {
		t.Errorf("have %v", lib.Broken)
	}
}

// sick is a file system whose files and folders fail as disks do.
type sick struct{ fs.FS }

var errDisk = errors.New("input/output error")

func (s sick) Open(name string) (fs.File, error) {
	if strings.HasPrefix(path.Base(name), "sick") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errDisk}
	}
	return s.FS.Open(name)
}

func TestWhatCannotBeReadIsAProblemAndTheRestPlays(t *testing.T) {
	fsys := sick{fstest.MapFS{"sick/1.toml": file(tiny, "x"), "p/pack.toml": file(tinyPack), "p/sick.toml": file(tiny, "y"), "p/2.toml": file(tiny, "z")}}
	lib := Load(Source{FS: fsys}, Source{FS: os.DirFS("testdata/nowhere"), Name: "nowhere"}, Source{FS: fstest.MapFS{"a.txt": file("")}, Name: "text"})
	if ids(lib) != "z" {
		t.Errorf("have %s", ids(lib))
	}
	var have []string
	for _, p := range lib.Problems {
		have = append(have, strings.TrimSuffix(p.Render(), "\n"))
	}
	want := []string{
		"nowhere: 错误[P01]: 读不了这个文件夹：找不到；请检查名字和路径",
		"p/sick.toml: 错误[S06]: 读不了这个文件：系统说 open p/sick.toml: input/output error",
		"sick: 错误[P01]: 读不了这个文件夹：系统说 open sick: input/output error",
		"text: 错误[P01]: 这个文件夹里没有场景文件（.toml）；请检查路径",
	}
	if !slices.Equal(have, want) {
		t.Errorf("have %s", strings.Join(have, "\n"))
	}
}

func TestLoadFileUsesThePackBesideIt(t *testing.T) {
	s, problems := LoadFile("testdata/good/wl-cui-01.toml")
	if s == nil || len(problems) > 0 || s.Pack.Name != "测试包" || s.File != "testdata/good/wl-cui-01.toml" {
		t.Errorf("have %+v, %v", s, problems)
	}
	s, problems = LoadFile("testdata/packs/missing/a.toml")
	if s == nil || len(problems) > 0 || s.Pack.Typing != 55 || !slices.Equal(s.Pack.Tags, []string{"物流/催件"}) {
		t.Errorf("without a pack: %+v, %v", s, problems)
	}
	if s, problems := LoadFile("testdata/bad/23-enum.toml"); s != nil || len(problems) != 3 || problems[0].File != "testdata/bad/23-enum.toml" {
		t.Errorf("bad file: %v, %v", s, problems)
	}
	if s, problems := LoadFile("testdata/nothing.toml"); s != nil || len(problems) != 1 || problems[0].Code != "S06" {
		t.Errorf("no file: %v, %v", s, problems)
	}
	if s, problems := LoadFile("testdata"); s != nil || len(problems) != 1 {
		t.Errorf("a folder: %v, %v", s, problems)
	}
}

func TestOnlyTheseProblemsGreyAFile(t *testing.T) {
	for _, c := range []struct {
		code     string
		severity problem.Severity
		want     bool
	}{
		{"S02", problem.Error, true}, {"T01", problem.Error, true}, {"V04", problem.Error, true}, {"D02", problem.Error, true},
		{"B01", problem.Error, true}, {"P01", problem.Error, true}, {"F02", problem.Error, true},
		{"F01", problem.Warning, false}, {"V06", problem.Warning, false}, {"B02", problem.Error, false}, {"K01", problem.Error, false},
		{"W01", problem.Error, false}, {"R01", problem.Error, false}, {"B03", problem.Error, false}, {"", problem.Error, false},
	} {
		if have := greys(problem.Problem{Code: c.code, Severity: c.severity}); have != c.want {
			t.Errorf("%s: %v", c.code, have)
		}
	}
}

func TestWhatAPackOnlyHintsAtIsNoNeed(t *testing.T) {
	const card = "format = 1\nid = \"x\"\ntitle = \"快递三天没动\"\ntag = \"物流/催件\"\nemotion = \"着急\"\nintensity = 3\nsay = [\"快递呢\"]\ngood = \"好\"\n"
	for _, tt := range []struct {
		pack, card string
		need, wish scoring.Elements
	}{
		{"hint_only = [\"时限\", \"点题\"]\n", "", fact.ElementSet(fact.Empathy, fact.Action), fact.ElementSet(fact.Deadline)},
		{"hint_only = \"点题\"\n", "need = [\"行动\", \"点题\"]\n", fact.ElementSet(fact.Action), fact.ElementSet(fact.OnPoint)},
		{"hint_only = \"解答\"\n", "need = \"解答\"\n", fact.ElementSet(fact.Answer), 0},
		{"", "", fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline), 0},
	} {
		lib := Load(Source{FS: fstest.MapFS{
			"pack.toml": {Data: []byte("format = 1\nname = \"例子\"\ntags = [\"物流/催件\"]\n" + tt.pack)}, "x.toml": {Data: []byte(card + tt.card)},
		}})
		sc := lib.ByID("x")
		if sc == nil {
			t.Fatalf("%v", lib.Broken)
		}
		if turn := sc.Turns[0]; turn.Need != tt.need || turn.Wish != tt.wish {
			t.Errorf("%q: need %v, wish %v", tt.pack+tt.card, turn.Need, turn.Wish)
		}
	}
}
