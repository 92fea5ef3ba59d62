package lexicon

import (
	"io/fs"
	"testing"
	"unicode/utf8"

	"shouxiang/scoring/text"
)

// lexiconBuilder is the embedded lexicon before it is compiled.
func lexiconBuilder(t testing.TB) *builder {
	t.Helper()
	names, err := fs.Glob(Sources, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder()
	var files []source
	for _, name := range names {
		files = append(files, readSource(Sources, name))
	}
	for _, f := range files {
		b.early(f.file)
	}
	for _, f := range files {
		b.file(f.file)
	}
	return b
}

func TestFolding(t *testing.T) {
	b := lexiconBuilder(t)
	for text, want := range map[string]string{
		"ＡＢＣ１２３，。！": "abc123,。!", "請您諒解": "请您谅解", "妳": "你", "裡面": "里面", "头发": "头发", "乾淨": "干净",
		"这\u200b样\ufeff": "这样", "ﾊﾝ": "ハン", "①": "1", "㎡": "m2", "“好”": "「好」", "报歉": "抱歉", "裡解": "理解", "理解": "理解",
		"　": " ", "Sorry": "抱歉", "skuA": "skua", "👍🏽好": " 好", "甚麼": "什么", "沒關係": "没关系",
	} {
		if have := b.folded(text); have != want {
			t.Errorf("%q folds to %q, want %q", text, have, want)
		}
	}
}

func TestFoldedRunesKnowWhereTheyCameFrom(t *testing.T) {
	fd := Default().Fold
	for _, reply := range []string{"报歉，让您久等了", "ｃａｌｌ了中转站", "e\u0301\u200b好👨‍👩‍👧吗", "sorry亲", "㎡①", "\xff坏"} {
		var f text.Folded
		fd.Fold(&f, reply)
		n := utf8.RuneCountInString(reply)
		if f.Length != n {
			t.Errorf("%q: length %d, want %d", reply, f.Length, n)
		}
		last := int32(0)
		for i := range f.Runes {
			if f.From[i] < last || f.To[i] <= f.From[i] || int(f.To[i]) > n {
				t.Errorf("%q: rune %d stands for %d–%d", reply, i, f.From[i], f.To[i])
			}
			last = f.From[i]
		}
	}
}

func TestEveryWordIsHeardInTraditionalCharactersAndFullWidth(t *testing.T) {
	b := lexiconBuilder(t)
	back := map[rune]rune{} // simplified → a traditional character that always becomes it
	for r := rune(0x4e00); r <= 0x9fff; r++ {
		if to := []rune(b.folded(string(r))); len(to) == 1 && to[0] != r && back[to[0]] == 0 {
			back[to[0]] = r
		}
	}
	if len(back) < 1000 {
		t.Fatalf("only %d traditional characters", len(back))
	}
	for _, text := range b.texts {
		var traditional, wide []rune
		for _, r := range text {
			wide = append(wide, r)
			if r > ' ' && r < 0x7f {
				wide[len(wide)-1] = r + 0xfee0
			}
			if to := back[r]; to != 0 {
				r = to
			}
			traditional = append(traditional, r)
		}
		for _, other := range []string{string(traditional), string(wide)} {
			if have := b.folded(other); have != b.folded(text) && !phrased(b, other) {
				t.Errorf("%q folds to %q, want %q", other, have, text)
			}
		}
	}
}

// phrased reports a text in which characters fold otherwise together than alone (乾隆).
func phrased(b *builder, text string) bool {
	alone := ""
	for _, r := range text {
		alone += b.folded(string(r))
	}
	return alone != b.folded(text)
}

func FuzzFolding(f *testing.F) {
	f.Add("报歉ｏｋ 裡解👨‍👩‍👧\u0301")
	f.Fuzz(func(t *testing.T, reply string) {
		var out text.Folded
		Default().Fold.Fold(&out, reply)
		if out.Length != utf8.RuneCountInString(reply) {
			t.Fatalf("length %d, want %d: %q", out.Length, utf8.RuneCountInString(reply), reply)
		}
		for i := range out.Runes {
			if out.From[i] < 0 || out.To[i] <= out.From[i] || int(out.To[i]) > out.Length {
				t.Fatalf("rune %d of %q stands for %d–%d", i, reply, out.From[i], out.To[i])
			}
		}
		if again := Default().Fold.FoldString(string(out.Runes)); !utf8.ValidString(again) {
			t.Fatalf("%q folds to invalid text", reply)
		}
	})
}

func TestWhatIsTakenAsFoldedFoldsToItself(t *testing.T) {
	b := lexiconBuilder(t)
	for _, text := range []string{"我给您补发", "乾隆", "乾隆一下", "给您报歉", "裡解", "皇后", "後天", "ｏｋ", "報告", "着急", "著急", "qu", "8行", "Sorry一下"} {
		if b.fold.Same(text) && b.fold.FoldString(text) != text {
			t.Errorf("%s is taken as folded, but folds to %s", text, b.fold.FoldString(text))
		}
	}
	if !b.fold.Same("我给您补发") {
		t.Error("a plain text is not taken as folded")
	}
}
