package text

// alike are characters that sound the same, of those that units of time are written with.
var alike = []string{"钟种中终忠众重", "时是食事市石实式", "刻克", "工公", "分份", "天添"}

// soundsAt is HasWord for a word behind a figure: there one character may be another of the same sound (10分种, 2小食), because
// nothing else is meant.
func soundsAt(runes []rune, at int, word string) bool {
	if HasWord(runes, at, word) {
		return true
	}
	other, n := 0, 0
	for _, want := range word {
		if at+n >= len(runes) {
			return false
		}
		if have := runes[at+n]; have != want {
			if other++; !sameSound(have, want) {
				return false
			}
		}
		n++
	}
	return n > 1 && other == 1
}

func sameSound(a, b rune) bool {
	for _, group := range alike {
		found := 0
		for _, c := range group {
			if c == a || c == b {
				found++
			}
		}
		if found == 2 {
			return true
		}
	}
	return false
}
