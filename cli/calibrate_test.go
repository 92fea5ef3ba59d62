package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// calibrated runs calibrate over a file that a spreadsheet in China wrote.
func calibrated(t *testing.T, text string, args ...string) (code int, out, errs string) {
	t.Helper()
	data, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "标注.csv")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr strings.Builder
	w := &world{out: &stdout, err: &stderr, getenv: func(string) string { return "" }}
	code = w.run(append([]string{"calibrate", path}, args...))
	return code, stdout.String(), stderr.String()
}

const labelled = "编号,客户的话,客服回复,共情,行动,红线,类别,场景,轮,达标\r\n" +
	"1,猫粮三天没动了,\"猫粮三天没动，换谁都急，\r\n我现在催中转站，10分钟内回您\",2,2,无,物流,,,达标\r\n" +
	"2,猫粮三天没动了,亲，请耐心等待哦,0,0,敷衍,物流,,,不达标\r\n" +
	"3,,全队就差您这件，我现在催验收，15分钟内回您,2,2,,,ds-hh-s1,1,-\r\n"

func TestCalibrateReadsWhatASpreadsheetWroteAndSaysHow(t *testing.T) {
	code, out, errs := calibrated(t, labelled)
	if code != exitOK || errs != "" {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	for _, want := range []string{"标注.csv: GB18030/GBK，逗号分列，3 条\n", "\n共情 κ ", "\n达标和人一致      1.000   1.000–1.000   2/2 条\n", "\n物流            2 "} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestCalibrateSkipsBadLinesByNumber(t *testing.T) {
	code, out, errs := calibrated(t, labelled+"4,,好,0,0,,,没有这题,,\r\n5,,好,9,0,,,,,\r\n6,,好,0,0,,,ds-hh-s1,第九轮,\r\n")
	if code != exitFound || !strings.Contains(out, "回复: 3 条") {
		t.Errorf("exit %d\n%s", code, out)
	}
	for _, want := range []string{"标注.csv:6: 跳过：没有编号是『没有这题』的场景", "标注.csv:7: 跳过：共情要写 0、1 或 2", "标注.csv:8: 跳过：场景『ds-hh-s1』里没有『第九轮』", "有 3 行没有算进去"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in\n%s", want, errs)
		}
	}
}

func TestCalibrateCarriesAllOfItAsJSON(t *testing.T) {
	code, out, _ := calibrated(t, labelled, "--json")
	var have struct {
		Files           []struct{ Encoding, Separator string }
		Empathy, Action struct{ AC1 *float64 }
		RedLines        []struct{ Precision, Recall, AC1 *float64 } `json:"red_lines"`
		Figures         []struct{ Name string }
		Good            struct{ Of int } `json:"good_pass"`
		Accused         struct{ Of int } `json:"clean_accused"`
		Categories      []struct {
			Category string
			Replies  int
			Figures  []struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(out), &have); err != nil || code != exitOK {
		t.Fatal(code, err, out)
	}
	if len(have.Files) != 1 || have.Files[0].Encoding != "GB18030/GBK" || have.Files[0].Separator != "comma" || have.Empathy.AC1 == nil ||
		len(have.RedLines) == 0 || have.RedLines[0].AC1 == nil || len(have.Figures) < 10 || have.Accused.Of != 2 || have.Good.Of == 0 ||
		len(have.Categories) != 1 || have.Categories[0].Replies != 2 || len(have.Categories[0].Figures) != len(have.Figures) {
		t.Errorf("%+v", have)
	}
	for _, f := range have.Figures {
		if figureWords[f.Name] == "" {
			t.Errorf("%s has no Chinese name", f.Name)
		}
	}
}

func TestCalibrateRefusesByNameWhatIsNoFile(t *testing.T) {
	var stderr strings.Builder
	w := &world{out: &stderr, err: &stderr, getenv: func(string) string { return "" }}
	dir := t.TempDir()
	if code := w.run([]string{"calibrate", dir}); code != exitUsage || !strings.Contains(stderr.String(), dir) || !strings.Contains(stderr.String(), "文件夹") {
		t.Errorf("exit %d, %s", code, stderr.String())
	}
}
