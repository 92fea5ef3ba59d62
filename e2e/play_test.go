//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// conversation is a script whose customer types fast, so that the test need not wait.
const conversation = `format = 1
id = "e2e-1"
title = "血压计开不了机"
tag = "质量/故障"
emotion = "愤怒"
intensity = 4
brief = "订单尾号8827：家用血压计，保修期内。能换新、能退款"
can = ["换新", "退款"]
customer = { name = "陈女士" }
situation = ["血压计", "开不了机", "三个客服"]
ending = [{ id = "满意", mood = 6, csat = 5, say = "行，总算碰上个办事的。" }, { id = "投诉", csat = 1, say = "12315见。" }]
ticket = { who = ["陈女士"], what = "血压计" }
[[turn]]
id = "情绪安抚"
wait = 600
say = [{ text = "我给我妈买的血压计，开不了机！", after = 0.1 }, { text = "三个客服一个推一个，有没有人管？！", after = 0.1 }]
good = "血压计开不了机，三个客服推来推去，换谁都火 // 我现在调签收记录，5分钟回您"
branch = [{ if = "达标", to = "方案协商" }, { if = "其他", to = "情绪安抚", say = "又来？" }]
[[turn]]
id = "方案协商"
wait = 600
say = { text = "你打算怎么办？", after = 0.1 }
need = "时限"
must = "换新|退款"
good = "给您换新，48小时内发出"
`

func talk(t *testing.T) (*run, string) {
	file := filepath.Join(t.TempDir(), "talk.toml")
	if err := os.WriteFile(file, []byte(conversation), 0o600); err != nil {
		t.Fatal(err)
	}
	r := start(t, true, "play", file, "--no-tag")
	r.wait(`有没有人管.*还剩\d+秒`)
	return r, file
}

// insist presses a key until the screen matches: a screen that opened by itself takes none before a while of quiet.
func (r *run) insist(key, pattern string) {
	r.t.Helper()
	re := regexp.MustCompile(pattern)
	limit, again := time.After(patience), time.NewTicker(3*time.Second)
	defer again.Stop()
	for !re.MatchString(flat(r.scr.text())) {
		select {
		case <-r.news:
		case <-again.C:
			r.send(key)
		case <-limit:
			r.t.Fatalf("never saw %q; the screen:\n%s", pattern, r.scr.text())
		}
	}
}

func TestAConversationIsWon(t *testing.T) {
	t.Parallel()
	r, file := talk(t)
	r.send("\x0b换新") // Ctrl+K
	r.wait(`知识库┃换新.*能换新、能退款`)
	r.send("\x1b")
	r.wait(`Ctrl\+K知识库`)
	r.send("血压计开不了机，三个客服推来推去，换谁都火\r")
	r.wait(`说完了`)
	r.send("我现在调签收记录，5分钟回您\r\r")
	r.wait(`你打算怎么办？.*还剩\d+秒`)
	r.send("给您换新，48小时内发出\r\r")
	r.wait(`总算碰上个办事的.*★★★★★.*Enter填工单`)
	r.insist("\r", `工单.*▸谁`)
	r.send("陈女士\r血压计\r")
	r.wait(`2格里对了2格`)
	r.send("\r")
	r.wait(`复盘.*★★★★★.*情绪安抚.*方案协商`)
	if log := r.log(); !strings.Contains(log, `"csat":5`) || !strings.Contains(log, `"right":"who,what"`) {
		t.Errorf("log:\n%s", log)
	}

	changed := strings.Replace(conversation, "三个客服一个推一个", "改过的文件", 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	r.send("\x1b[15~") // F5
	r.wait(`改过的文件.*还剩\d+秒`)
	r.send("\x03")
	r.wait(`接着谈.*退出`)
	r.send("\x03")
	r.wait(`首响速练`)
	r.send("\x03")
	if err := r.exit(); err != nil {
		t.Error(err)
	}
	if r.scr.onAlt() {
		t.Error("the alternate screen was left on")
	}
	if out := r.scr.text(); !strings.Contains(out, "情景对练『血压计开不了机』：结局『满意』，满意度 5 星，工单 2 格里对了 2 格") {
		t.Errorf("left behind:\n%s", out)
	}
}

func TestAConversationIsLost(t *testing.T) {
	t.Parallel()
	r, _ := talk(t)
	r.send("您先不要激动，冷静一下。\r\r")
	r.wait(`1/10↓2.*又来？.*还剩\d+秒`)
	r.send("您先不要激动，冷静一下。\r\r")
	r.wait(`12315见.*★☆☆☆☆谈崩了，满意度1星`)
	r.send("\x03")
	r.wait(`▸首响速练`)
	r.send("\x03")
	if err := r.exit(); err != nil {
		t.Error(err)
	}
	if log := r.log(); !strings.Contains(log, `"outcome":"collapse","csat":1`) || !strings.Contains(log, `"ev":"close"`) {
		t.Errorf("log:\n%s", log)
	}
}
