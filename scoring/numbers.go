package scoring

// valueKind says what a figure in the text measures.
type valueKind uint8

const (
	plainNumber valueKind = iota
	duration              // num = minutes
	clockTime             // num = minutes of the day
	money                 // num = 元
	percent               // num = per cent
	counted               // a number with a measure word
	date                  // a day of a month
)

// value is a figure in the text: 俩小时, 18:30, 380元, 三成, 12天. start and end are runes, half-open.
type value struct {
	kind       valueKind
	num        float64
	known      bool // false for an anonymised [数字]
	workdays   bool // 工作日
	start, end int
}

func startsNumber(r rune) bool {
	if r < 0x80 {
		return isDigit(r) || r == '['
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

// readValue reads the figure that begins at i with its unit.
func readValue(runes []rune, i int) (value, bool) {
	v := value{start: i, known: true}
	if hasWord(runes, i, "百分之") {
		n, end, ok := readNumber(runes, i+3)
		if !ok {
			return v, false
		}
		v.kind, v.num, v.end = percent, n, end
		return v, true
	}
	if runes[i] == '[' {
		return readPlaceholder(runes, v)
	}
	if runes[i] == '半' {
		v.num, v.end = 0.5, i+1
		if !readDuration(runes, &v) {
			return v, false
		}
		return v, true
	}
	n, end, ok := readNumber(runes, i)
	if !ok {
		return v, false
	}
	v.num, v.end = n, end
	readUnit(runes, &v)
	return v, true
}

// readPlaceholder reads [数字] or [时间] of anonymised text.
func readPlaceholder(runes []rune, v value) (value, bool) {
	v.known = false
	switch {
	case hasWord(runes, v.start, "[数字]"):
		v.end = v.start + 4
		if hasWord(runes, v.end, "-[数字]") {
			v.end += 5
		}
		readUnit(runes, &v)
	case hasWord(runes, v.start, "[时间]"):
		v.end, v.kind = v.start+4, clockTime
	case hasWord(runes, v.start, "[日期]"):
		v.end, v.kind = v.start+4, date
	case hasWord(runes, v.start, "[金额]"):
		v.end, v.kind = v.start+4, money
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
	if isDigit(runes[i]) {
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
		(isDigit(runes[end+1]) || hanDigit(runes[end+1]) >= 0) {
		if m, after, ok := readPlain(runes, end+1); ok && m > n {
			return m, after, true
		}
	}
	return n, end, true
}

func readPlain(runes []rune, i int) (float64, int, bool) {
	if isDigit(runes[i]) {
		n, end := readDigits(runes, i)
		return n, end, true
	}
	return readHan(runes, i)
}

func readDigits(runes []rune, i int) (n float64, end int) {
	for ; i < len(runes) && isDigit(runes[i]); i++ {
		n = n*10 + float64(runes[i]-'0')
	}
	if i+1 < len(runes) && runes[i] == '.' && isDigit(runes[i+1]) {
		place := 0.1
		for i++; i < len(runes) && isDigit(runes[i]); i++ {
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

// hasWord reports whether the word stands at i.
func hasWord(runes []rune, i int, word string) bool {
	for _, w := range word {
		if i < 0 || i >= len(runes) || runes[i] != w {
			return false
		}
		i++
	}
	return true
}

func contains(text, part []rune) bool {
	for i := range text {
		if hasRunes(text[i:], part) {
			return true
		}
	}
	return false
}

func hasAny(runes []rune, any ...rune) bool {
	for _, r := range runes {
		for _, a := range any {
			if r == a {
				return true
			}
		}
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isUnit(r rune) bool {
	switch r {
	case '分', '小', '个', '天', '点', '元', '块', '时', '秒', '日', '号', '月', '周', '工', 'h', '%':
		return true
	}
	return false
}
