package lexicon

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"sync"

	"shouxiang/scoring/layout"
	"shouxiang/scoring/text"
)

//go:generate go run ./compile

// compiled is the lexicon of Sources as go generate wrote it.
//
//go:embed lexicon.bin
var compiled string

// The file begins with the name, the version of the layout, and a checksum of all that follows.
const (
	magic      = "sxlx"
	format     = 3 // rises when layout below, or that of text, changes
	headerSize = len(magic) + 4 + 4
)

// Default is the embedded lexicon, decoded at first use. Were the file not what this program reads, it would be compiled
// from Sources, slower and to the same lexicon; a test tells of it.
var Default = sync.OnceValue(func() *Lexicon {
	s, err := decode(compiled)
	if err != nil {
		s, _ = New(Sources)
	}
	return s
})

// Binary is the lexicon as lexicon.bin holds it. Equal lexicons give equal bytes.
func (s *Lexicon) Binary() []byte { return seal(layout.Write(s.layout)) }

// seal puts the header before a lexicon.
func seal(body []byte) []byte {
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, format)
	out = binary.LittleEndian.AppendUint32(out, checksum(string(body)))
	return append(out, body...)
}

// checksum takes a text piece by piece, so that the whole need not be copied.
func checksum(data string) uint32 {
	var piece [4096]byte
	sum := uint32(0)
	for data != "" {
		n := copy(piece[:], data)
		sum, data = crc32.Update(sum, crc32.IEEETable, piece[:n]), data[n:]
	}
	return sum
}

// decode reads what Binary wrote.
func decode(data string) (*Lexicon, error) {
	const remedy = "；请运行 go generate ./scoring/lexicon 重新生成"
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, fmt.Errorf("lexicon.bin 不是编译好的词典%s", remedy)
	}
	header := []byte(data[len(magic):headerSize])
	if v := binary.LittleEndian.Uint32(header); v != format {
		return nil, fmt.Errorf("lexicon.bin 是第 %d 版格式，程序读的是第 %d 版%s", v, format, remedy)
	}
	body := data[headerSize:]
	if checksum(body) != binary.LittleEndian.Uint32(header[4:]) {
		return nil, fmt.Errorf("lexicon.bin 损坏了（校验和不对）%s", remedy)
	}
	s := &Lexicon{Fold: text.NewFolder(), Auto: &text.Automaton{}}
	if err := layout.Read(body, s.layout); err != nil {
		return nil, fmt.Errorf("lexicon.bin 损坏了（%w）%s", err, remedy)
	}
	return s, nil
}

// layout leads over all that a scorer needs. Hits and misses of entries stay in Sources: only tests ask for them.
func (s *Lexicon) layout(w *layout.Walk) {
	layout.Text(w, &s.version)
	s.Fold.Layout(w)
	s.Auto.Layout(w)
	layout.List(w, &s.Words, layoutWord)
	s.layoutRows(w)
	s.layoutFrames(w)
	layout.List(w, &s.Entries, layoutEntry)
	s.Opinion.layout(w)
	layout.Map(w, &s.classes, layout.Text, layout.Number)
	layout.Number(w, &s.PayGroup)
	layout.List(w, &s.Gift, layout.Flag)
	for i := range s.ValueWord {
		layout.Number(w, &s.ValueWord[i])
	}
	layout.Map(w, &s.Hints, layout.Text, layout.Flag)
	for i := range s.Overlays {
		layout.Bits(w, &s.Overlays[i])
	}
}

func (s *Lexicon) layoutRows(w *layout.Walk) {
	layout.Number(w, &s.Stride)
	layout.List(w, &s.Low, func(w *layout.Walk, low *[2]uint64) {
		layout.Bits(w, &low[0])
		layout.Bits(w, &low[1])
	})
	layout.Numbers(w, &s.Begin)
	layout.List(w, &s.Parts, layout.Bits)
	layout.Numbers(w, &s.Places)
}

func (s *Lexicon) layoutFrames(w *layout.Walk) {
	layout.List(w, &s.Frames, layoutFrame)
	layout.Lists(w, len(s.Frames), func(i int) *[]formItem { return &s.Frames[i].Items }, layoutItem)
	layout.Lists(w, len(s.Frames), func(i int) *[]int { return &s.Frames[i].Need }, layout.Number)
	layout.Table(w, &s.Keyed, layout.Number)
	layout.Table(w, &s.Across, layout.Number)
	for i := range s.Filed {
		layout.List(w, &s.Filed[i], layout.Bits)
	}
}

func layoutWord(w *layout.Walk, p *word) {
	layout.Number(w, &p.Row)
	layout.Number(w, &p.Twin)
	layout.Number(w, &p.Source)
	layout.Number(w, &p.Group)
	layout.Number(w, &p.Deed)
	layout.Number(w, &p.Layer)
}

func layoutEntry(w *layout.Walk, e *Entry) {
	layout.Text(w, &e.ID)
	layout.Text(w, &e.Class)
	layout.Text(w, &e.Better)
	layout.Text(w, &e.Why)
	layout.Flag(w, &e.IsFrame)
}

// layoutFrame leads over a frame but its lists, which layoutFrames keeps together.
func layoutFrame(w *layout.Walk, f *Frame) {
	layout.Flag(w, &f.Head)
	layout.Flag(w, &f.Tail)
	layout.Number(w, &f.Entry)
	layout.Number(w, &f.Number)
	layout.Number(w, &f.Is)
	layout.Flag(w, &f.Across)
	layout.Flag(w, &f.Raw)
	layout.Flag(w, &f.Bare)
	layout.Flag(w, &f.Cue)
	layout.Flag(w, &f.Firm)
	layout.Flag(w, &f.hint)
	layout.Number(w, &f.Asks)
	layout.Number(w, &f.Before)
	layout.Number(w, &f.After)
	layout.Number(w, &f.Inside)
}

func layoutItem(w *layout.Walk, item *formItem) {
	layout.Number(w, &item.Symbol)
	layout.Number(w, &item.Gap)
	layout.Flag(w, &item.May)
	layout.Flag(w, &item.OrEnd)
}
