package replybox

import (
	"slices"
	"testing"
)

func phrase(text string) *Box {
	b := New(40, 3)
	b.InsertPhrase(text)
	return b
}

func TestPhraseIsFilledSlotBySlot(t *testing.T) {
	b := phrase("{称呼}，{事项}{时限}前回您")
	if have, want := b.OpenSlots(), []string{"称呼", "事项", "时限"}; !slices.Equal(have, want) {
		t.Fatalf("open %q, want %q", have, want)
	}
	for _, s := range []string{"糖糖", "这单", "今晚8点"} {
		for _, r := range s { // a terminal sends a commit character by character
			b.Insert(string(r))
		}
		b.Key("tab")
	}
	if b.Value() != "糖糖，这单今晚8点前回您" || len(b.OpenSlots()) != 0 {
		t.Errorf("value %q, open %q", b.Value(), b.OpenSlots())
	}
	if b.Key("tab") {
		t.Error("without an open slot Tab is the caller's")
	}
	if have, want := b.Counts(), (Counts{Typed: 8, Phrase: 4}); have != want {
		t.Errorf("counts %+v, want %+v", have, want)
	}
}

func TestTabGoesRoundTheOpenSlots(t *testing.T) {
	b := phrase("{甲}和{乙}")
	var have []int
	for range 3 {
		b.NextSlot()
		have = append(have, b.at.pos)
	}
	if want := []int{4, 0, 4}; !slices.Equal(have, want) {
		t.Errorf("slots at %v, want %v", have, want)
	}
}

func TestCaretIsNeverInsideASlot(t *testing.T) {
	b := phrase("请{称呼}看")
	b.TextEnd()
	type place struct {
		pos      int
		selected bool
	}
	walk := func(move func(*Box)) (places []place) {
		for range 5 {
			places = append(places, place{b.at.pos, b.at.slot != 0})
			move(b)
		}
		return places
	}
	if have, want := walk((*Box).Left), []place{{6, false}, {5, false}, {1, true}, {1, false}, {0, false}}; !slices.Equal(have, want) {
		t.Errorf("left: %v, want %v", have, want)
	}
	b.TextStart()
	if have, want := walk((*Box).Right), []place{{0, false}, {1, false}, {1, true}, {5, false}, {6, false}}; !slices.Equal(have, want) {
		t.Errorf("right: %v, want %v", have, want)
	}
	b.TextStart()
	if have, want := walk((*Box).WordRight), []place{{0, false}, {1, false}, {5, false}, {6, false}, {6, false}}; !slices.Equal(have, want) {
		t.Errorf("word right: %v, want %v", have, want)
	}
	if have, want := walk((*Box).WordLeft), []place{{6, false}, {5, false}, {1, false}, {0, false}, {0, false}}; !slices.Equal(have, want) {
		t.Errorf("word left: %v, want %v", have, want)
	}
}

func TestUpIntoASlotSelectsIt(t *testing.T) {
	b := New(12, 4)
	b.InsertPhrase("{称呼大人}\n一二三四")
	b.TextEnd()
	b.Up()
	b.Insert("您")
	if b.Value() != "您\n一二三四" {
		t.Errorf("value %q", b.Value())
	}
}

func TestASlotIsDeletedWhole(t *testing.T) {
	for _, key := range []string{"backspace", "delete", "ctrl+w"} {
		b := phrase("请{称呼}看")
		b.Key(key)
		if b.Value() != "请看" {
			t.Errorf("%s on the selected slot: %q", key, b.Value())
		}
	}
	b := phrase("请{称呼}看")
	b.moveTo(5)
	b.Backspace()
	if b.Value() != "请看" || len(b.OpenSlots()) != 0 {
		t.Errorf("backspace behind the slot: %q", b.Value())
	}
	b.Undo()
	if !slices.Equal(b.OpenSlots(), []string{"称呼"}) {
		t.Errorf("undo: open %q", b.OpenSlots())
	}
	b.moveTo(1)
	b.Delete()
	if b.Value() != "请看" {
		t.Errorf("delete before the slot: %q", b.Value())
	}
}

func TestUndoAfterFillingASlotSelectsItAgain(t *testing.T) {
	b := phrase("请{称呼}看")
	b.Insert("您")
	b.Undo()
	b.Insert("亲")
	if b.Value() != "请亲看" {
		t.Errorf("value %q", b.Value())
	}
}

func TestRedoOfAPhraseSelectsItsSlotAgain(t *testing.T) {
	b := phrase("请{称呼}看")
	b.Undo()
	b.Redo()
	b.Insert("您")
	if b.Value() != "请您看" {
		t.Errorf("value %q", b.Value())
	}
}

func TestAMarkBehindASlotBecomesPartOfIt(t *testing.T) {
	b := phrase("请{称呼}看")
	b.Right()
	b.Insert("\u0301")
	b.Backspace()
	if b.Value() != "请看" {
		t.Errorf("value %q", b.Value())
	}
}

func TestOnlyPhrasesHaveSlots(t *testing.T) {
	b := New(20, 2)
	b.Insert("{称呼}")
	b.Paste("{事项}")
	b.InsertPhrase("没有空格")
	b.InsertPhrase("{}{\n}")
	if len(b.OpenSlots()) != 0 || b.NextSlot() {
		t.Errorf("open %q", b.OpenSlots())
	}
}

func TestTextMayStandBeforeAPhraseThatStartsWithASlot(t *testing.T) {
	b := phrase("{称呼}您好")
	b.Left()
	b.Insert("亲爱的")
	if b.Value() != "亲爱的{称呼}您好" {
		t.Errorf("value %q", b.Value())
	}
}

func TestASlotCutByTheLimitStaysOpen(t *testing.T) {
	b := New(20, 2)
	b.SetLimit(3)
	b.InsertPhrase("请{称呼}看")
	if b.Value() != "请{称" || !slices.Equal(b.OpenSlots(), []string{"称呼"}) {
		t.Errorf("value %q, open %q", b.Value(), b.OpenSlots())
	}
}

func TestMarksTellWhereSlotsAre(t *testing.T) {
	b := New(8, 3)
	b.InsertPhrase("请{称呼}看{事}")
	have := b.Marks()
	want := []Mark{{Row: 0, From: 2, To: 8, Selected: true}, {Row: 1, From: 2, To: 6}}
	if !slices.Equal(have, want) {
		t.Errorf("have %+v, want %+v in %q", have, want, b.Lines())
	}
}
