package text

// ValueKind says what a figure in the text measures.
type ValueKind uint8

const (
	PlainNumber ValueKind = iota
	Duration              // num = minutes
	ClockTime             // num = minutes of the day
	Money                 // num = 元
	percent               // num = per cent
	Counted               // a number with a measure word
	Date                  // a day of a month
)

// Value is a figure in the text: 俩小时, 18:30, 380元, 三成, 12天. start and end are runes, half-open.
type Value struct {
	Kind       ValueKind
	Num        float64
	Known      bool // false for an anonymised [数字]
	Workdays   bool // 工作日
	Start, End int
}

func StartsNumber(r rune) bool {
	if r < 0x80 {
		return IsDigit(r) || r == '['
	}
	return hanDigit(r) >= 0 || r == '半' || r == '百' || r == '俩' || r == '仨'
}

// hanDigit is the value of a Chinese numeral, 10 and more for the powers; −1 for anything else.
func hanDigit(r rune) int {
	switch r {
	case '零', '〇':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万':
		return 10000
	}
	return -1
}

// ReadValue reads the figure that begins at i with its unit.
func ReadValue(runes []rune, i int) (Value, bool) {
	v := Value{Start: i, Known: true}
	if HasWord(runes, i, "百分之") {
		n, end, ok := readNumber(runes, i+3)
		if !ok {
			return v, false
		}
		v.Kind, v.Num, v.End = percent, n, end
		return v, true
	}
	if runes[i] == '[' {
		return readPlaceholder(runes, v)
	}
	if runes[i] == '半' {
		v.Num, v.End = 0.5, i+1
		if !readDuration(runes, &v) {
			return v, false
		}
		return v, true
	}
	n, end, ok := readNumber(runes, i)
	if !ok {
		return v, false
	}
	v.Num, v.End = n, end
	readUnit(runes, &v)
	return v, true
}

// readPlaceholder reads [数字] or [时间] of anonymised text.
func readPlaceholder(runes []rune, v Value) (Value, bool) {
	v.Known = false
	switch {
	case HasWord(runes, v.Start, "[数字]"):
		v.End = v.Start + 4
		if HasWord(runes, v.End, "-[数字]") {
			v.End += 5
		}
		readUnit(runes, &v)
	case HasWord(runes, v.Start, "[时间]"):
		v.End, v.Kind = v.Start+4, ClockTime
	case HasWord(runes, v.Start, "[日期]"):
		v.End, v.Kind = v.Start+4, Date
	case HasWord(runes, v.Start, "[金额]"):
		v.End, v.Kind = v.Start+4, Money
	default:
		return v, false
	}
	return v, true
}

// readNumber reads 12, 1.5, 四十五, 两百三, 俩, 3千; a range 2-3 gives its upper end.
func readNumber(runes []rune, i int) (n float64, end int, ok bool) {
	switch runes[i] {
	case '俩':
		return 2, i + 1, true
	case '仨':
		return 3, i + 1, true
	}
	if IsDigit(runes[i]) {
		n, end = readDigits(runes, i)
		for end < len(runes) && (runes[end] == '千' || runes[end] == '万' || runes[end] == '百') {
			n *= float64(hanDigit(runes[end]))
			end++
		}
	} else {
		n, end, ok = readHan(runes, i)
		if !ok {
			return 0, i, false
		}
	}
	if end+1 < len(runes) && (runes[end] == '-' || runes[end] == '~' || runes[end] == '到' || runes[end] == '至') &&
		(IsDigit(runes[end+1]) || hanDigit(runes[end+1]) >= 0) {
		if m, after, ok := readPlain(runes, end+1); ok && m > n {
			return m, after, true
		}
	}
	return n, end, true
}

func readPlain(runes []rune, i int) (float64, int, bool) {
	if IsDigit(runes[i]) {
		n, end := readDigits(runes, i)
		return n, end, true
	}
	return readHan(runes, i)
}

func readDigits(runes []rune, i int) (n float64, end int) {
	for ; i < len(runes) && IsDigit(runes[i]); i++ {
		n = n*10 + float64(runes[i]-'0')
	}
	if i+1 < len(runes) && runes[i] == '.' && IsDigit(runes[i+1]) {
		place := 0.1
		for i++; i < len(runes) && IsDigit(runes[i]); i++ {
			n += float64(runes[i]-'0') * place
			place /= 10
		}
	}
	return n, i
}

// readHan reads a Chinese number. 一 alone is one; 十几 is ten.
func readHan(runes []rune, i int) (n float64, end int, ok bool) {
	total, section, digit, last := 0, 0, -1, 1
	start := i
	for ; i < len(runes); i++ {
		d := hanDigit(runes[i])
		if d < 0 {
			break
		}
		switch {
		case d == 10000:
			total = (total + section + max(digit, 0)) * d
			section, digit, last = 0, -1, d
		case d >= 10:
			if digit < 0 {
				if i > start && d != 10 {
					break
				}
				digit = 1
			}
			section += digit * d
			digit, last = -1, d
		case digit >= 0: // 一二三: digits read one by one
			digit = digit*10 + d
			last = 1
		default:
			digit = d
		}
	}
	if i == start {
		return 0, i, false
	}
	if digit > 0 && last >= 100 && runes[i-2] != '零' { // 两百三 = 230
		digit *= last / 10
	}
	return float64(total + section + max(digit, 0)), i, true
}

// HasWord reports whether the word stands at i.
func HasWord(runes []rune, i int, word string) bool {
	for _, w := range word {
		if i < 0 || i >= len(runes) || runes[i] != w {
			return false
		}
		i++
	}
	return true
}

func Contains(text, part []rune) bool {
	for i := range text {
		if HasRunes(text[i:], part) {
			return true
		}
	}
	return false
}

func HasAny(runes []rune, any ...rune) bool {
	for _, r := range runes {
		for _, a := range any {
			if r == a {
				return true
			}
		}
	}
	return false
}

func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

func IsUnit(r rune) bool {
	switch r {
	case '分', '小', '个', '天', '点', '元', '块', '时', '秒', '日', '号', '月', '周', '工', 'h', '%':
		return true
	}
	return false
}
