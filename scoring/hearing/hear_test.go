package hearing

import (
	"strings"
	"testing"

	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
)

// A megabyte pasted into a pipe is judged by its opening and costs no more than that.
func TestOnlyTheOpeningOfAnEndlessReplyIsHeard(t *testing.T) {
	head := "快递三天没动，换谁都急，我现在催中转站，10分钟内回您。"
	endless := head + strings.Repeat("催办", 500_000) + "闭嘴"
	have, _ := Hear(lexicon.Default(), 0, nil, []string{endless})
	if want, _ := Hear(lexicon.Default(), 0, nil, []string{head}); have.Empathy != want.Empathy || have.Action != want.Action {
		t.Errorf("共情 %d 行动 %d, want %d %d", have.Empathy, have.Action, want.Empathy, want.Action)
	}
	for _, e := range have.Evidence {
		if e.End > mostHeard {
			t.Errorf("heard behind the end: %+v", e)
		}
	}
	if text := strings.Repeat("👨‍👩‍👧", 3); reading.Opening(text, 7) != "👨‍👩‍👧" {
		t.Errorf("%q is cut to %q", text, reading.Opening(text, 7))
	}
}
