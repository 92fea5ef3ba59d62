package scoring

import (
	"strings"
	"testing"
)

// Forty gaps of nine places each have 9^40 ways through them; a search that tries them never comes back.
func TestManyGapsInAPatternEnd(t *testing.T) {
	s := Default()
	p, err := s.Pattern(strings.Repeat("补*", 40) + "退")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("补", 600)
	if have := s.Hear(nil, []string{text}).Mentions(p); have != (Mention{}) {
		t.Errorf("have %+v, want nothing", have)
	}
	if have := s.Hear(nil, []string{text + "退"}).Mentions(p); !have.Affirmed {
		t.Errorf("have %+v, want it affirmed", have)
	}
}
