package sheet

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func utf16Of(order binary.AppendByteOrder, text string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func gbkOf(t testing.TB, text string) []byte {
	t.Helper()
	out, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryEncodingOfSpreadsheetsIsReadAndNamed(t *testing.T) {
	const text = "编号,回复\r\n1,一一在的，一会儿回您\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("编号,回复\n1,𠮷野家\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data []byte
		want Encoding
		cell string
	}{
		{[]byte(text), UTF8, "一一在的，一会儿回您"},
		{[]byte("\ufeff" + text), UTF8BOM, "一一在的，一会儿回您"},
		{append([]byte{0xff, 0xfe}, utf16Of(binary.LittleEndian, text)...), UTF16LE, "一一在的，一会儿回您"},
		{append([]byte{0xfe, 0xff}, utf16Of(binary.BigEndian, text)...), UTF16BE, "一一在的，一会儿回您"},
		{utf16Of(binary.LittleEndian, text), UTF16LE, "一一在的，一会儿回您"},
		{utf16Of(binary.BigEndian, text), UTF16BE, "一一在的，一会儿回您"},
		{gbkOf(t, text), GB18030, "一一在的，一会儿回您"},
		{gb, GB18030, "𠮷野家"},
	} {
		have, err := Parse(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		want := []Row{{1, []string{"编号", "回复"}}, {2, []string{"1", c.cell}}}
		if have.Encoding != c.want || have.Separator != ',' || !reflect.DeepEqual(have.Rows, want) {
			t.Errorf("%s: %+v", c.want, have)
		}
	}
}

func TestSeparatorsQuotesAndComments(t *testing.T) {
	for _, c := range []struct {
		name, text string
		sep        rune
		want       []Row
	}{
		{"comma", "a,b\n1,2\n", ',', []Row{{1, []string{"a", "b"}}, {2, []string{"1", "2"}}}},
		{"semicolon, commas inside", "a;b\n1,5;2\n", ';', []Row{{1, []string{"a", "b"}}, {2, []string{"1,5", "2"}}}},
		{"tab, commas inside", "a\tb,c,d\n1\t2,3", '\t', []Row{{1, []string{"a", "b,c,d"}}, {2, []string{"1", "2,3"}}}},
		{"one column keeps its commas", "回复\n好的,马上\n", 0, []Row{{1, []string{"回复"}}, {2, []string{"好的,马上"}}}},
		{"line break in a cell", "a,b\n\"一\r\n二\",3\n4,5", ',', []Row{{1, []string{"a", "b"}}, {2, []string{"一\n二", "3"}}, {4, []string{"4", "5"}}}},
		{"doubled quotes", "a,b\n\"说\"\"急\"\"\",\n", ',', []Row{{1, []string{"a", "b"}}, {2, []string{`说"急"`, ""}}}},
		{"quoted header", "\"a,b\";\"c\"\n1;2", ';', []Row{{1, []string{"a,b", "c"}}, {2, []string{"1", "2"}}}},
		{"comments before the header only", "# x, \"y\n\n\"# a, \nb\",\n,,\n#c\na,b\n#1,2\n", ',', []Row{{7, []string{"a", "b"}}, {8, []string{"#1", "2"}}}},
		{"blank rows and old line ends", "a,b\r\r,\r1,2\r", ',', []Row{{1, []string{"a", "b"}}, {4, []string{"1", "2"}}}},
		{"lone quotes between tabs are text", "a\tb\n\"急\"的\t\"1\n\"x\t2\n3\t\"z\"\n", '\t',
			[]Row{{1, []string{"a", "b"}}, {2, []string{`"急"的`, `"1`}}, {3, []string{`"x`, "2"}}, {4, []string{"3", "z"}}}},
		{"a quote inside a cell is text", "a,b\n15\" 屏,2\n", ',', []Row{{1, []string{"a", "b"}}, {2, []string{`15" 屏`, "2"}}}},
		{"nothing", "", 0, nil},
		{"comments alone", "# a\n# b", 0, nil},
	} {
		have, err := Parse([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if have.Separator != c.sep || !reflect.DeepEqual(have.Rows, c.want) {
			t.Errorf("%s: %q %v\nwant %q %v", c.name, have.Separator, have.Rows, c.sep, c.want)
		}
	}
}

func TestWhatCannotBeReadIsToldWithLineAndRemedy(t *testing.T) {
	torn := append([]byte{0xff, 0xfe}, utf16Of(binary.LittleEndian, "a,b\n1,2")...)
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"open quote", []byte("a,b\n1,2\n\"好的,2\n3,4\n"), []string{"第 3 行", "双引号", `""`}},
		{"text behind a quote", []byte("a,b\n\"亲\"您好,2\n"), []string{"第 2 行", "双引号"}},
		{"xlsx", []byte("PK\x03\x04..."), []string{"xlsx", "另存为"}},
		{"xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1"), []string{"xls", "另存为"}},
		{"zero bytes", []byte("a,b\n1,\x00\x002\n"), []string{"第 2 行", "空字节", "另存为"}},
		{"damaged UTF-8", []byte("编号,回复\n1,好的\xff马上回您\n"), []string{"第 2 行", "UTF-8", "重新导出"}},
		{"damaged UTF-8 with a mark", []byte("\ufeffa,b\n1,\xff\n"), []string{"第 2 行", "UTF-8"}},
		{"no encoding", []byte("a,b\r1,\xff\xff\n"), []string{"第 2 行", "编码", "另存为"}},
		{"torn UTF-16", torn[:len(torn)-1], []string{"第 2 行", "重新导出"}},
		{"half a character", append(torn, 0x00, 0xd8), []string{"第 2 行", "UTF-16 LE"}},
		{"long cell", []byte("a,b\n1," + strings.Repeat("急", MaxCell+1)), []string{"第 2 行", "32767"}},
		{"long quoted cell", []byte("a,b\n1,\"" + strings.Repeat("急", 2*MaxCell)), []string{"第 2 行", "32767"}},
		{"many columns", []byte("a,b\n" + strings.Repeat(",", MaxColumns) + "x"), []string{"第 2 行", "256"}},
		{"many rows", []byte(strings.Repeat("a\n", MaxRows+1)), []string{"第 200001 行", "拆"}},
		{"large", make([]byte, MaxBytes+1), []string{"32 MB", "拆"}},
	} {
		_, err := Parse(c.data)
		if err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		for _, w := range c.want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %v lacks %q", c.name, err, w)
			}
		}
	}
}

func TestTheLongestCellIsRead(t *testing.T) {
	long := strings.Repeat("急", MaxCell)
	for _, cell := range []string{long, `"` + long + `"`} {
		have, err := Parse([]byte("a,b\n1," + cell))
		if err != nil || have.Rows[1].Cells[1] != long {
			t.Errorf("have %v", err)
		}
	}
}

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "标注.csv")
	if err := os.WriteFile(file, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if have, err := Open(file); err != nil || len(have.Rows) != 2 {
		t.Errorf("have %v %v", have, err)
	}
	refused := map[string]string{dir: "文件夹", filepath.Join(dir, "no.csv"): "没有这个文件"}
	if runtime.GOOS != "windows" {
		refused["/dev/zero"] = "设备"
	}
	for path, why := range refused {
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want %s", path, err, why)
		}
	}
}

// quoteAll writes rows so that every cell is quoted.
func quoteAll(t *Table) []byte {
	sep := string(t.Separator)
	var b strings.Builder
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			if i > 0 {
				b.WriteString(sep)
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"a,b\n1,2\n", "\ufeffa;b\r\n\"x\"\"\ny\";2", "# c\na\tb\n\"q\t\"z\n", "a\n\"b,c\"\n", "\"\",\"\"\na\nb,c", "PK\x03\x04", "\xff\xfea\x00,\x00b\x00\n\x00",
	} {
		f.Add([]byte(text))
	}
	f.Add(gbkOf(f, "编号,回复\n1,\"好的，\n马上\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := Parse(data)
		if err != nil {
			return
		}
		line := 0
		for _, row := range first.Rows {
			if row.Line <= line || blank(row.Cells) {
				t.Fatalf("row %+v after line %d", row, line)
			}
			line = row.Line
		}
		again, err := Parse(quoteAll(first))
		if err != nil {
			t.Fatalf("%q: %v", quoteAll(first), err)
		}
		if again.Separator != first.Separator || len(again.Rows) != len(first.Rows) {
			t.Fatalf("%q %d rows, again %q %d rows", first.Separator, len(first.Rows), again.Separator, len(again.Rows))
		}
		for i := range first.Rows {
			if !reflect.DeepEqual(again.Rows[i].Cells, first.Rows[i].Cells) {
				t.Fatalf("row %d: %q, again %q", i, first.Rows[i].Cells, again.Rows[i].Cells)
			}
		}
	})
}
