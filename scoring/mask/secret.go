package mask

// window is digits that may be one number.
type window struct {
	values []int
	even   bool // grouped as a card may be
}

// verdict is how sure it is that a number is a secret one.
type verdict uint8

const (
	nothing verdict = iota
	shape           // it looks like one
	passes          // it passes as one
)

// secret judges a number; with x an X follows it.
func secret(w window, x bool) verdict {
	v := w.values
	switch {
	case x && len(v) != 17:
		return nothing
	case x && identity(v, 10):
		return passes
	case x && born(v):
		return shape
	case x:
		return nothing
	case len(v) == 18 && identity(v[:17], v[17]), len(v) == 15 && identity15(v), w.even && card(v):
		return passes
	case len(v) == 18 && born(v), phone(v):
		return shape
	}
	return nothing
}

// leastOpen is the fewest digits at which the beginning of a number is known for one.
const leastOpen = 8

// open reports digits that need only few more to be a phone or an identity number.
func open(w window) bool {
	v := w.values
	bare := dialled(v)
	return len(bare) >= leastOpen && len(bare) < 11 && mobile(bare) || len(v) >= 14 && len(v) < 18 && born(v)
}

// phone reports a mobile phone, with or without what is dialled before it.
func phone(v []int) bool {
	bare := dialled(v)
	return len(bare) == 11 && mobile(bare)
}

func mobile(v []int) bool { return v[0] == 1 && v[1] >= 3 }

// dialled is a number without the country's code, or the 0 that was dialled before a phone of another city.
func dialled(v []int) []int {
	if len(v) > 4 && v[0] == 0 && v[1] == 0 && v[2] == 8 && v[3] == 6 {
		return v[4:]
	}
	if len(v) > 2 && v[0] == 8 && v[1] == 6 {
		return v[2:]
	}
	if len(v) > 1 && v[0] == 0 {
		return v[1:]
	}
	return v
}

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

// born reports a province and a date of birth in their places.
func born(v []int) bool {
	century := v[6]*10 + v[7]
	return province(v) && (century == 19 || century == 20) && date(v[10:14])
}

// identity15 is the old form without a check digit: region, YYMMDD, serial.
func identity15(v []int) bool { return province(v) && date(v[8:12]) }

// province reports the first two digits of a region: 11–15, 21–23, 31–37, 41–46, 50–54, 61–65, 71, 81–83.
func province(v []int) bool {
	most := [10]int{0, 5, 3, 7, 6, 4, 5, 1, 3, 0}[v[0]]
	return v[1] <= most && (v[1] >= 1 && most > 0 || v[0] == 5)
}

func date(v []int) bool {
	month, day := v[0]*10+v[1], v[2]*10+v[3]
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// card reports a bank card: leading digits of a payment network or of our banks' own, and Luhn's check.
func card(v []int) bool {
	if len(v) < 13 || len(v) > 19 {
		return false
	}
	switch {
	case v[0] >= 3 && v[0] <= 6:
	case v[0] == 9 && len(v) >= 16:
	case v[0] == 1 && v[1] == 0 && v[2] == 3 && len(v) == 19:
	default:
		return false
	}
	return luhn(v)
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
