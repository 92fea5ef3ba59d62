// Package mask hides personal numbers: identity cards, bank cards and mobile phones become "*", digit by digit, so
// that a text keeps its length and every span of it stays true. It does not judge why a number was typed, and leaves
// order numbers, dates and tail numbers alone.
package mask

import "unicode"

// number is a run of digits in the text, with single spaces or dashes between digits.
type number struct {
	at     []int // places of the digits (and of an identity card's last X) in the text
	digits []byte
}

// Text is s with the digits of personal numbers replaced by "*". It has as many code points as s, and masking twice
// changes nothing more.
func Text(s string) string {
	runes := []rune(s)
	changed := false
	for _, n := range numbers(runes) {
		if from, to := n.personal(); to > from {
			for _, i := range n.at[from:to] {
				runes[i] = '*'
			}
			changed = true
		}
	}
	if !changed {
		return s
	}
	return string(runes)
}

// digit is the value of an ASCII or full-width digit.
func digit(r rune) (byte, bool) {
	switch {
	case r >= '0' && r <= '9':
		return byte(r - '0'), true
	case r >= '０' && r <= '９':
		return byte(r - '０'), true
	}
	return 0, false
}

func separator(r rune) bool { return r == ' ' || r == '-' || r == '\u3000' || r == '－' }

// numbers finds the runs of digits. A run that touches a letter or a "*" is part of something else: an order number, or
// a number masked before.
func numbers(text []rune) []number {
	var out []number
	for i := 0; i < len(text); {
		if _, ok := digit(text[i]); !ok {
			i++
			continue
		}
		n, end := run(text, i)
		if !attached(text, i-1) && !attached(text, end) {
			out = append(out, n)
		}
		i = end
	}
	return out
}

func run(text []rune, i int) (n number, end int) {
	for end = i; i < len(text); i++ {
		d, ok := digit(text[i])
		switch {
		case ok:
			n.at, n.digits, end = append(n.at, i), append(n.digits, d), i+1
		case len(n.digits) == 17 && (text[i] == 'x' || text[i] == 'X' || text[i] == 'Ｘ' || text[i] == 'ｘ'):
			n.at, n.digits = append(n.at, i), append(n.digits, 10)
			return n, i + 1
		case separator(text[i]) && end == i && i+1 < len(text):
			if _, next := digit(text[i+1]); !next {
				return n, end
			}
		default:
			return n, end
		}
	}
	return n, end
}

func attached(text []rune, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	r := text[i]
	return r == '*' || r == '_' || r < 0x250 && unicode.IsLetter(r) || r >= 'Ａ' && r <= 'ｚ' && unicode.IsLetter(r)
}

// personal is the stretch of digits to hide; empty when the number is no personal one.
func (n number) personal() (from, to int) {
	d := n.digits
	switch {
	case identity(d), bankCard(d), phone(d):
		return 0, len(d)
	case len(d) == 13 && d[0] == 8 && d[1] == 6 && phone(d[2:]):
		return 2, len(d)
	}
	return 0, 0
}

// bankCard: 15–19 digits of a card network's range (3–6) that satisfy Luhn's check.
func bankCard(d []byte) bool {
	return len(d) >= 15 && len(d) <= 19 && d[0] >= 3 && d[0] <= 6 && d[len(d)-1] != 10 && luhn(d)
}

// phone: mainland mobile numbers, 11 digits, 13–19.
func phone(d []byte) bool { return len(d) == 11 && d[0] == 1 && d[1] >= 3 }

// identity: 18 digits with their check digit, or 15 with a birthday that exists.
func identity(d []byte) bool {
	switch len(d) {
	case 18:
		weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
		sum := 0
		for i, w := range weights {
			sum += int(d[i]) * w
		}
		check := [11]byte{1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2}
		return d[17] == check[sum%11] && birthday(d[10:14])
	case 15:
		return region(d) && birthday(d[8:12])
	}
	return false
}

// region: the first digit of a province is 1–6 or 8.
func region(d []byte) bool { return d[0] >= 1 && d[0] <= 6 || d[0] == 8 }

// birthday: month and day, two digits each.
func birthday(d []byte) bool {
	month, day := int(d[0])*10+int(d[1]), int(d[2])*10+int(d[3])
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

func luhn(d []byte) bool {
	sum := 0
	for i := range d {
		v := int(d[len(d)-1-i])
		if i%2 == 1 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return sum%10 == 0
}
