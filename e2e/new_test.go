//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
)

// author opens the form over a folder that is not there yet.
func author(t *testing.T) (r *run, dir string) {
	dir = filepath.Join(t.TempDir(), "快递班")
	r = start(t, true, "new", "--card", dir)
	r.wait(`写一道新题.*▸谁`)
	return r, dir
}

func TestATrainerWritesACardAndItCanBeDrilled(t *testing.T) {
	t.Parallel()
	r, dir := author(t)
	r.send("您好")
	r.wait(`┃您好`)
	x, _, left, shown := r.scr.at()
	if !shown || strings.TrimSpace(left) != "┃ 您好" {
		t.Errorf("cursor shown %v, left of it %q", shown, left)
	}
	r.send("\x7f\x7f")
	r.until("the box is empty and the cursor four cells further left", func() bool {
		after, _, left, _ := r.scr.at()
		return after == x-4 && strings.TrimSpace(left) == "┃"
	})
	r.send("\x1b[200~阿宽\n在搬家\x1b[201~")
	r.wait(`┃阿宽在搬家`)
	r.send("\r\r")
	r.wait(`▸什么事`)
	r.send("纸箱没到\r")
	r.wait(`▸什么标签`)
	r.send("1\r")
	r.wait(`▸什么情绪.*1着急有钟点逼着`)
	r.send("1\r4\r1\r")
	r.wait(`▸客户第一句`)
	r.send("\x1b[200~纸箱到底今天来不来\n搬家车三点到楼下\x1b[201~")
	r.wait(`┃纸箱到底今天来不来┃搬家车三点到楼下`)
	r.send("\r尾号7716\r催派\r1小时\r\r")
	r.wait(`▸好回复`)
	r.send("纸箱没到，车三点就到，真够急人\n我现在催派，10分钟内回您")
	r.wait(`评分觉得这句达标了`)
	r.send("\r")
	r.wait(`▸坏回复`)
	r.send("\r\r\r\r")
	r.wait(`看一眼.*▌搬家车三点到楼下.*检查说.*没有问题`)
	if _, err := os.Stat(dir); err == nil {
		t.Error("something was written before Enter")
	}
	r.insist("\r", `写好了:.*练一遍:`)
	if err := r.exit(); err != nil {
		t.Error(err)
	}
	if r.scr.onAlt() {
		t.Error("the alternate screen was left on")
	}
	file := filepath.Join(dir, "纸箱没到.toml")
	if out, err := command(r.data, "check", "--strict", file); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	d := start(t, true, "drill", file, "--no-tag")
	d.wait(`后台尾号7716·你能办：催派.*阿宽在搬家.*纸箱到底今天来不来`)
}

func TestAFormThatIsCutOffLeavesNothingAndASaneTerminal(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "快递班")
			before := modes(t, start(t, true, "version").tty) // of a terminal that nobody drew on
			r := start(t, true, "new", "--card", dir)
			r.wait(`▸谁`)
			r.send("阿宽\r")
			r.wait(`▸什么人`)
			r.signal(sig)
			r.exit()
			if _, err := os.Stat(dir); err == nil {
				t.Error("something was written")
			}
			if r.scr.onAlt() {
				t.Error("the alternate screen was left on")
			}
			if after := modes(t, r.tty); !reflect.DeepEqual(after, before) {
				t.Error("the terminal modes were not put back")
			}
		})
	}
}
