package scoring

import (
	"io/fs"
	"testing"
	"unicode/utf8"
)

// lexiconBuilder is the embedded lexicon before it is compiled.
func lexiconBuilder(t testing.TB) *builder {
	t.Helper()
	sub, err := fs.Sub(embedded, "lexicon")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(sub, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder()
	var files []source
	for _, name := range names {
		files = append(files, readSource(sub, name))
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
	fd := Default().fold
	for _, text := range []string{"报歉，让您久等了", "ｃａｌｌ了中转站", "e\u0301\u200b好👨‍👩‍👧吗", "sorry亲", "㎡①", "\xff坏"} {
		var f folded
		fd.fold(&f, text)
		n := utf8.RuneCountInString(text)
		if f.length != n {
			t.Errorf("%q: length %d, want %d", text, f.length, n)
		}
		last := int32(0)
		for i := range f.runes {
			if f.from[i] < last || f.to[i] <= f.from[i] || int(f.to[i]) > n {
				t.Errorf("%q: rune %d stands for %d–%d", text, i, f.from[i], f.to[i])
			}
			last = f.from[i]
		}
	}
}

func TestEveryWordIsHeardInTraditionalCharactersAndFullWidth(t *testing.T) {
	b := lexiconBuilder(t)
	back := map[rune]rune{}
	pairs := []rune(traditionalChars)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] < 1<<16 && back[pairs[i+1]] == 0 && plainlyTraditional(b, pairs[i], pairs[i+1]) {
			back[pairs[i+1]] = pairs[i]
		}
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
			if have := b.folded(other); have != b.folded(text) {
				t.Errorf("%q folds to %q, want %q", other, have, text)
			}
		}
	}
}

// plainlyTraditional reports a character that always becomes the simplified one, whatever stands beside it.
func plainlyTraditional(b *builder, from, to rune) bool {
	return b.fold.table[from] == uint16(to) && b.fold.trad[from] == nil
}

func FuzzFolding(f *testing.F) {
	f.Add("报歉ｏｋ 裡解👨‍👩‍👧\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		var out folded
		Default().fold.fold(&out, text)
		if out.length != utf8.RuneCountInString(text) {
			t.Fatalf("length %d, want %d: %q", out.length, utf8.RuneCountInString(text), text)
		}
		for i := range out.runes {
			if out.from[i] < 0 || out.to[i] <= out.from[i] || int(out.to[i]) > out.length {
				t.Fatalf("rune %d of %q stands for %d–%d", i, text, out.from[i], out.to[i])
			}
		}
		if again := Default().fold.foldString(string(out.runes)); !utf8.ValidString(again) {
			t.Fatalf("%q folds to invalid text", text)
		}
	})
}

func TestWhatIsTakenAsFoldedFoldsToItself(t *testing.T) {
	fd := Default().fold
	for _, lists := range []map[rune][]spelling{fd.trad, fd.slips} {
		for _, list := range lists {
			for _, s := range list {
				for _, text := range []string{string(s.from), "给您" + string(s.from), string(s.from) + "一下"} {
					if fd.same(text) && fd.foldString(text) != text {
						t.Errorf("%s is taken as folded, but folds to %s", text, fd.foldString(text))
					}
				}
			}
		}
	}
	if !fd.same("我给您补发") {
		t.Error("a plain text is not taken as folded")
	}
}
