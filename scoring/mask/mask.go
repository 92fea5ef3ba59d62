// Package mask hides identity numbers, bank cards and mobile phones in a text, digit by digit.
//
// Every hidden digit becomes one `*`, so the text keeps its length in code points and every offset stays right. What
// merely looks long (order numbers, tracking numbers, tail numbers) stays. It knows nothing of where texts come from.
package mask

// Text hides 身份证号 (15 digits, or 18 with a right check digit), 银行卡号 (13–19 digits, Luhn, spaces and dashes
// allowed inside) and 手机号 (11 digits). Full-width digits count.
func Text(s string) string {
	if !mayHide(s) {
		return s
	}
	runes := []rune(s)
	changed := false
	for i := 0; i < len(runes); {
		if digit(runes[i]) < 0 {
			i++
			continue
		}
		n := newNumber(runes, i)
		if n.hide(runes) {
			changed = true
		}
		i = n.end
	}
	if !changed {
		return s
	}
	return string(runes)
}

const shortest = 11 // digits of the shortest number that is hidden

// mayHide is the cheap test: are there enough digits at all?
func mayHide(s string) bool {
	count := 0
	for _, r := range s {
		if digit(r) >= 0 {
			if count++; count >= shortest {
				return true
			}
		}
	}
	return false
}

// digit is the value of a digit, half or full width; −1 for anything else.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

func isX(r rune) bool { return r == 'x' || r == 'X' || r == 'ｘ' || r == 'Ｘ' }

// isLetter reports a Latin letter: digits that touch one belong to an order or tracking number.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'ａ' && r <= 'ｚ' || r >= 'Ａ' && r <= 'Ｚ'
}

// isJoint reports what may stand inside one number between groups of digits.
func isJoint(r rune) bool {
	return r == ' ' || r == '-' || r == '\u00a0' || r == '\u3000' || r == '－' || r == '–'
}

// number is a run of digits, with single joints inside; x is the place of an X right after it, or −1.
type number struct {
	start, end int
	at         []int // places of the digits
	values     []int
	x          int
	touched    bool // a letter stands right before it
	order      bool // it is called an order or tracking number
}

func newNumber(runes []rune, start int) *number {
	n := &number{start: start, x: -1}
	i := start
	for i < len(runes) {
		if d := digit(runes[i]); d >= 0 {
			n.at, n.values = append(n.at, i), append(n.values, d)
			i++
			continue
		}
		if isJoint(runes[i]) && i+1 < len(runes) && digit(runes[i+1]) >= 0 {
			i++
			continue
		}
		break
	}
	n.end = i
	if i < len(runes) && isX(runes[i]) && (i+1 == len(runes) || !isLetter(runes[i+1]) && digit(runes[i+1]) < 0) {
		n.x = i
		n.end = i + 1
	}
	n.touched = start > 0 && isLetter(runes[start-1])
	n.order = calledOrder(runes[max(0, start-6):start])
	return n
}

// calledOrder reports whether the words before a number call it an order: about one long number in ten looks like a
// bank card by its check digit alone.
func calledOrder(before []rune) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i] {
		case '卡':
			return false
		case '单', '編', '编', '运', '運', '流':
			return true
		}
	}
	return false
}

// hide masks what is secret in the run: the whole of it, or the groups between joints that are secret on their own.
func (n *number) hide(runes []rune) bool {
	if n.touched {
		return false
	}
	if n.secret(0, len(n.at), n.x >= 0) {
		n.mask(runes, 0, len(n.at), n.x >= 0)
		return true
	}
	hidden := false
	for from := 0; from < len(n.at); {
		to := from + 1
		for to < len(n.at) && n.at[to] == n.at[to-1]+1 {
			to++
		}
		last := to == len(n.at) && n.x >= 0
		if !(from == 0 && to == len(n.at)) && n.secret(from, to, last) {
			n.mask(runes, from, to, last)
			hidden = true
		}
		from = to
	}
	return hidden
}

func (n *number) mask(runes []rune, from, to int, x bool) {
	for _, i := range n.at[from:to] {
		runes[i] = '*'
	}
	if x {
		runes[n.x] = '*'
	}
}

func (n *number) secret(from, to int, x bool) bool {
	v := n.values[from:to]
	if x {
		return len(v) == 17 && identity(v, 10)
	}
	switch len(v) {
	case 11:
		return phone(v)
	case 13:
		return v[0] == 8 && v[1] == 6 && phone(v[2:]) || n.card(v)
	case 15:
		return identity15(v) || n.card(v)
	case 18:
		return identity(v[:17], v[17]) || n.card(v)
	}
	return len(v) >= 13 && len(v) <= 19 && n.card(v)
}

// card reports a bank card: the leading digit of a payment network, and Luhn's check.
func (n *number) card(v []int) bool { return !n.order && v[0] >= 3 && v[0] <= 6 && luhn(v) }

func phone(v []int) bool { return v[0] == 1 && v[1] >= 3 }

// identity checks the first 17 digits of a 身份证号 against the check digit (10 = X), and its date of birth.
func identity(v []int, check int) bool {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += v[i] * w
	}
	if [11]int{1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2}[sum%11] != check {
		return false
	}
	year := v[6]*1000 + v[7]*100 + v[8]*10 + v[9]
	return year >= 1800 && year < 2200 && date(v[10:14])
}

// identity15 is the old form without a check digit: region, YYMMDD, serial.
func identity15(v []int) bool { return v[0] >= 1 && v[0] <= 8 && date(v[8:12]) }

func date(v []int) bool {
	month, day := v[0]*10+v[1], v[2]*10+v[3]
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

func luhn(v []int) bool {
	sum, same := 0, true
	for i, d := range v {
		if (len(v)-i)%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
		same = same && v[i] == v[0]
	}
	return sum%10 == 0 && !same
}
