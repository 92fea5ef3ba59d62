package layout

import (
	"reflect"
	"strings"
	"testing"
)

// sample has a field of every kind.
type sample struct {
	Number  int
	Small   uint8
	Bits    uint64
	Flag    bool
	Text    string
	Numbers []int16
	Texts   []string
	Table   [][]int32
	Map     map[string]rune
}

func (s *sample) layout(w *Walk) {
	Number(w, &s.Number)
	Number(w, &s.Small)
	Bits(w, &s.Bits)
	Flag(w, &s.Flag)
	Text(w, &s.Text)
	Numbers(w, &s.Numbers)
	List(w, &s.Texts, Text)
	Table(w, &s.Table, Number)
	Map(w, &s.Map, Text, Number)
}

var full = sample{
	Number: -1, Small: 255, Bits: 1<<63 | 1, Flag: true, Text: "窝火", Numbers: []int16{-7, 7}, Texts: []string{"", "急"},
	Table: [][]int32{nil, {1, -2}, nil, {3}}, Map: map[string]rune{"b": '乙', "a": '甲'},
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, want := range []sample{full, {Map: map[string]rune{}, Table: [][]int32{}}} {
		data := Write(want.layout)
		var have sample
		if err := Read(string(data), have.layout); err != nil || !reflect.DeepEqual(have, want) {
			t.Errorf("%v: have %+v, want %+v", err, have, want)
		}
		if string(Write(have.layout)) != string(data) {
			t.Error("written again it has other bytes")
		}
	}
}

func TestListsOfATableDoNotGrowIntoEachOther(t *testing.T) {
	var s sample
	if err := Read(string(Write(full.layout)), s.layout); err != nil {
		t.Fatal(err)
	}
	if _ = append(s.Table[1], 9); s.Table[3][0] != 3 {
		t.Error("a list wrote into the next")
	}
}

func TestDataThatIsCutOffOrGoesOnIsDamaged(t *testing.T) {
	data := string(Write(full.layout))
	for n := range len(data) {
		if err := Read(data[:n], new(sample).layout); err != ErrDamaged {
			t.Errorf("%d of %d bytes: %v", n, len(data), err)
		}
	}
	if err := Read(data+"x", new(sample).layout); err != ErrDamaged {
		t.Errorf("a byte too many: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(string(Write(full.layout)))
	f.Add(strings.Repeat("\xff\xff\xff\x7f", 30))
	f.Fuzz(func(t *testing.T, data string) {
		var s, again sample
		if Read(data, s.layout) != nil {
			return
		}
		if err := Read(string(Write(s.layout)), again.layout); err != nil || !reflect.DeepEqual(s, again) {
			t.Errorf("%v: %+v, read again %+v", err, s, again)
		}
	})
}
