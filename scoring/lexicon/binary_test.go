package lexicon

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// fromSources compiles the lexicon, and fails when an entry is broken.
func fromSources(t testing.TB) *Lexicon {
	t.Helper()
	s, problems := New(Sources)
	for _, p := range problems {
		t.Error(p.Render())
	}
	return s
}

func TestTheEmbeddedLexiconIsThatOfTheSources(t *testing.T) {
	if have, err := decode(compiled); err != nil {
		t.Fatal(err)
	} else if want := fromSources(t); compiled != string(want.Binary()) {
		t.Fatalf("lexicon.bin 旧了：里面是词典 %s，.toml 和代码现在是 %s；请运行 go generate ./scoring/lexicon，再一起提交 lexicon.bin", have.version, want.version)
	}
}

func TestCompilingTwiceGivesTheSameBytes(t *testing.T) {
	if string(fromSources(t).Binary()) != string(fromSources(t).Binary()) {
		t.Error("the bytes follow something else than the sources")
	}
}

// A field that the layout leaves out shows here.
func TestADecodedLexiconIsTheCompiledOne(t *testing.T) {
	want := fromSources(t)
	have, err := decode(string(want.Binary()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Entries {
		want.Entries[i].Hit, want.Entries[i].Miss = nil, nil // only tests need them
	}
	if reflect.DeepEqual(have, want) {
		return
	}
	t.Error("a decoded lexicon is not the compiled one; these fields show it:")
	h, w := reflect.ValueOf(*have), reflect.ValueOf(*want)
	for i := range h.NumField() {
		if fmt.Sprint(h.Field(i)) != fmt.Sprint(w.Field(i)) {
			t.Error(h.Type().Field(i).Name)
		}
	}
}

// small is a lexicon with one entry of every kind.
func small(t testing.TB) *Lexicon {
	t.Helper()
	s, problems := New(fstest.MapFS{"x.toml": {Data: []byte(`
[[class]]
name = "emo"
layer = "core"
means = "急"
[[words]]
id = "w"
class = "emo"
say = "窝火 着急"
better = "好"
why = "因为"
[[frame]]
id = "f"
is = "dismiss"
form = ["别 着急|$", "^ 窝火 ~0 <emo>? 了 $"]
before = "不"
across = true
hint = true
[[slip]]
say = "捉急=着急"
[[emoji]]
word = "生气"
say = "😡"
[[same]]
say = "奶粉 奶"
[[gift]]
say = "红包"
`)}})
	if len(problems) > 0 {
		t.Fatal(problems[0].Render())
	}
	return s
}

func TestAFileOfAnotherKindIsRefused(t *testing.T) {
	good := string(small(t).Binary())
	later := []byte(good)
	binary.LittleEndian.PutUint32(later[len(magic):], format+1)
	flipped := []byte(good)
	flipped[len(flipped)/2] ^= 1
	for _, tt := range []struct{ name, data, says string }{
		{"nothing", "", "不是编译好的词典"},
		{"text", "<<<<<<< HEAD\n", "不是编译好的词典"},
		{"another version", string(later), fmt.Sprintf("第 %d 版", format+1)},
		{"one bit", string(flipped), "校验和"},
		{"cut off", good[:len(good)-3], "校验和"},
		{"cut off, with its checksum", string(seal([]byte(good[headerSize : len(good)-4]))), "布局"},
		{"more behind it", string(seal([]byte(good[headerSize:] + "1234"))), "布局"},
	} {
		s, err := decode(tt.data)
		if s != nil || err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), "go generate ./scoring/lexicon") {
			t.Errorf("%s: have %v", tt.name, err)
		}
	}
}

// decodeBounded decodes a body under a right header: it may fail, but neither panic nor take memory out of proportion.
func decodeBounded(t *testing.T, body string) {
	t.Helper()
	const base, ratio = 4 << 20, 64 // the folder's and the automaton's tables; what the widest entry takes for its bytes
	data := string(seal([]byte(body)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s, err := decode(data)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > base+ratio*uint64(len(body)) {
		t.Errorf("%d bytes took %d of memory", len(body), took)
	}
	if (s == nil) == (err == nil) {
		t.Errorf("have %v and %v", s, err)
	}
}

func TestAWrongLengthAnywhereIsHarmless(t *testing.T) {
	body := string(small(t).Binary()[headerSize:])
	for at := 0; at+4 <= len(body); at += 4 * 23 {
		for _, length := range []string{"\xff\xff\xff\x7f", "\xff\xff\xff\xff", "\x00\x10\x00\x00"} {
			decodeBounded(t, body[:at]+length+body[at+4:])
		}
	}
}

func FuzzDecode(f *testing.F) {
	body := small(f).Binary()[headerSize:]
	f.Add(body)
	f.Add(body[:len(body)/2])
	f.Add([]byte(strings.Repeat("\x01\x00\x00\x00", 1000)))
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := decode(string(body)); err == nil {
			t.Error("read without a header")
		}
		decodeBounded(t, string(body))
	})
}
