package tui

import (
	"errors"
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
)

var newFrames = map[string]func(s *stage){
	"new":         func(s *stage) { s.writing() },
	"new-emotion": func(s *stage) { s.writing("1", "阿宽", "", "纸箱没到", "2").keys("down", "down") },
	"new-tag": func(s *stage) {
		s.writing("1", "阿宽", "", "纸箱没到")
		s.app.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: "搬家/催派👨‍👩‍👧"})
	},
	"new-say": func(s *stage) {
		s.writing(cardWords[:8]...)
		s.app.Update(tea.PasteMsg{Content: "纸箱到底今天来不来\n\x1b[31m搬家车三点到楼下\n东西全摊地上 我拿手捧啊"})
	},
	"new-refused": func(s *stage) { s.writing(cardWords[:11]...).into("快点").keys("enter") },
	"new-good": func(s *stage) {
		s.writing(cardWords[:13]...).heard(draft.Heard{Lacks: []string{"行动", "时限"}, Hits: []string{"敷衍"}})
		s.into("东西摊一地，车三点就到，真够急人")
	},
	"new-why": func(s *stage) {
		s.writing(cardWords[:15]...).reason("评分没听出 共情、行动、时限，碰红线 敷衍")
	},
	"new-back": func(s *stage) {
		s.writing(cardWords...)
		s.app.scr.(*wizard).look = nil
		for range 16 {
			s.keys("esc")
		}
		s.into("（改了名字）")
	},
	"new-script": func(s *stage) {
		s.writing(scriptWords[:23]...).heard(draft.Heard{Pass: true}).into("今晚8点前重修，或者今天换新，您更想要哪种？")
	},
	"new-long": func(s *stage) {
		s.writing(cardWords[:9]...).into(strings.Repeat("订单尾号7716，纸箱20个，", 60))
	},
	"new-waiting": func(s *stage) { s.writing(cardWords...) },
	"new-look":    func(s *stage) { s.looking(nil) },
	"new-look-found": func(s *stage) {
		s.looking([]string{
			`快递班/纸箱没到.toml:29:3: 错误[R01]: 示范回复不达标，没听出 时限（得 50 分）；改回复，或把你的说法加进 hear / situation`,
			`   29 |   "东西摊一地，车三点就到，真够急人 // 我现在给站点打电话催派，马上，很快就回您，请您一定放心等我消息",`,
			`      |   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
			"检查了 2 个文件：1 处错误，0 处警告，0 处提示；看不懂哪一条：shouxiang check --explain 代码",
		}).keys("pgdown")
	},
	"new-failed": func(s *stage) {
		s.looking(nil)
		l := s.app.scr.(*wizard).look
		s.app.Update(wroteMsg{l, errors.New("写不了 快递班/纸箱没到.toml：磁盘满了；换个名字或文件夹再来")})
	},
	"new-leave": func(s *stage) {
		s.writing(cardWords[:5]...)
		s.app.Update(askMsg{leaveQuestion()})
	},
}

func init() { maps.Copy(frames, newFrames) }

// cardWords and scriptWords are one answer after the other.
var (
	cardWords = []string{
		"1", "阿宽在搬家", "今天退租", "纸箱没到", "1", "着急", "4", "1", "纸箱到底今天来不来\n搬家车三点到楼下", "尾号7716，早上8点到站点", "催派，改自提",
		"1小时", "催派|催一下", "东西摊一地，车三点就到，真够急人 // 我现在给站点打电话催派，10分钟内回您", "亲，请您耐心等待哦", "", "", "先说车，再说催派", "", "",
	}
	scriptWords = []string{
		"2", "五楼老简", "", "修了还漏", "3", "生气", "3", "昨天刚修完\n今天又漏", "尾号5532，可约今晚重修，可换新机", "约上门，换新", "2小时",
		"昨天才修今天又漏，真够窝火 // 我现在联系师傅站点，10分钟内回您", "您先别激动", "", "", "", "到底是没修好\n还是机器不行",
		"这单我负责到底。跟您核对一下：尾号5532，对吗？", "", "", "你说怎么弄吧", "换新|重修", "两个办法您选：今晚8点前重修；或者今天换新。您更想要哪种？", "", "",
	}
)

// form is the form over a folder without files.
func form() *NewOptions {
	return &NewOptions{
		Interview: draft.NewInterview(draft.Folder{
			Tags: []string{"物流/催件", "退款/进度", "质量/故障"}, Pack: &scenarios.Pack{}, Taken: func(string) bool { return false },
		}),
		Proof: func(d draft.Draft, name string) Proof { return proofOf(d, name, nil) },
		Write: func(Proof) error { return nil },
	}
}

func proofOf(d draft.Draft, name string, found []string) Proof {
	d.ID = "zhixiang-01"
	sc, _ := scenarios.ReadText("x.toml", d.TOML(), &scenarios.Pack{})
	p := Proof{Draft: d, Name: name, Path: "快递班/" + name, Text: d.TOML(), Scenario: sc, Found: found, Clean: found == nil}
	if p.Clean {
		p.Found = []string{"检查了 2 个文件，没有问题"}
	}
	return p
}

// writing opens the form and answers its first questions.
func (s *stage) writing(words ...string) *stage {
	s.t.Helper()
	s.app.show(newWizard(s.app.ui, form()))
	if s.app.w == 0 {
		s.at(80, 24)
	}
	w := s.app.scr.(*wizard)
	for _, text := range words {
		q := w.q()
		if says := w.v.Answer(q, text); says != "" {
			s.t.Fatalf("%s: %q: %s", q.Role, text, says)
		}
		w.typed = true
		w.focus(w.at + 1)
	}
	if w.v.Next() == len(w.v.Questions()) {
		w.onward()
	}
	return s
}

// into types a text.
func (s *stage) into(text string) *stage {
	s.app.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text})
	return s
}

// heard is what the scorer is to say of any reply, so that the frames do not hang on it.
func (s *stage) heard(h draft.Heard) *stage {
	s.app.scr.(*wizard).hear = func(string) draft.Heard { return h }
	return s
}

// reason is what the scorer is said to hold against a bad reply.
func (s *stage) reason(text string) *stage {
	w := s.app.scr.(*wizard)
	w.hint = text + w.hint[strings.Index(w.hint, "。"):]
	return s
}

// looking is the page before the file is written.
func (s *stage) looking(found []string) *stage {
	s.writing(cardWords...)
	w := s.app.scr.(*wizard)
	s.app.Update(proofMsg{w.look, proofOf(w.v.Draft(), w.v.FileName(), found)})
	return s
}

func TestColourAloneTellsNothingOfTheForm(t *testing.T) {
	for name, words := range map[string][]string{
		"new-emotion": {" ▸ 什么情绪", "   ▸  3 害怕"}, "new-refused": {"! 『快点』看不懂"}, "new-good": {"评分没听出 行动、时限"},
	} {
		s := newStage(t)
		s.app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		frames[name](s)
		for _, w := range words {
			if f := s.at(80, 24); !strings.Contains(f, w) {
				t.Errorf("%s: no %q on\n%s", name, w, f)
			}
		}
	}
}
