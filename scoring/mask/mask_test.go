package mask

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// hidden is a text with the digits (and the X) of its secret written between ⟦ and ⟧.
func hidden(marked string) (text, want string) {
	var t, w strings.Builder
	inside := false
	for _, r := range marked {
		switch {
		case r == '⟦' || r == '⟧':
			inside = r == '⟦'
		default:
			t.WriteRune(r)
			if _, script := digit(r); inside && (script != none || isX(r)) {
				r = '*'
			}
			w.WriteRune(r)
		}
	}
	return t.String(), w.String()
}

func TestSecretsAreHiddenDigitByDigit(t *testing.T) {
	for _, c := range []struct{ name, marked string }{
		{"18 digits with a right check digit", "身份证⟦11010519491231002X⟧谢谢"},
		{"18 digits, small x", "⟦11010519491231002x⟧"},
		{"18 digits that end in a digit", "号码是⟦440308199901010012⟧哈"},
		{"18 digits with a wrong check digit", "身份证⟦110105194912310021⟧"},
		{"15 digits, the old form", "老证⟦110105491231002⟧"},
		{"bank card, Luhn right", "卡号⟦4539578763621486⟧"},
		{"bank card in groups of four", "⟦4539 5787 6362 1486⟧"},
		{"bank card with dashes", "⟦4539-5787-6362-1486⟧请退这"},
		{"phone", "打⟦13812345678⟧找我"},
		{"phone with spaces", "⟦138 1234 5678⟧"},
		{"phone with country code", "+⟦8613812345678⟧"},
		{"full width", "⟦１３８１２３４５６７８⟧"},
		{"phone beside an order number", "20240101 ⟦13812345678⟧"},
		{"two phones", "⟦13812345678⟧ ⟦13987654321⟧"},

		{"wx before it", "加wx⟦13812345678⟧"},
		{"tel before it", "tel⟦13812345678⟧"},
		{"qq before it", "qq⟦13812345678⟧"},
		{"微信v before it", "微信v⟦13812345678⟧"},
		{"ID before an identity number", "ID⟦11010519491231002X⟧"},
		{"letters behind it", "⟦13812345678⟧abc"},
		{"an x behind a phone", "⟦13812345678⟧x"},
		{"letters behind the X", "⟦11010519491231002X⟧abc"},
		{"right before a time", "打⟦13812345678⟧10分钟内回您"},
		{"right before a range of times", "⟦13812345678⟧5-10分钟"},
		{"right before another unit", "⟦13812345678⟧3个工作日"},
		{"a blank before a time", "⟦13812345678⟧ 10分钟"},
		{"right before a word of number", "⟦13812345678⟧两小时内"},
		{"right behind a word of number", "周三⟦13812345678⟧"},
		{"right behind a mark of a list", "①⟦13812345678⟧"},
		{"an identity number right before a time", "⟦440308199901010012⟧10分钟"},
		{"0086", "⟦008613812345678⟧"},
		{"+86 and dashes", "+⟦86-138-1234-5678⟧"},
		{"0 before it", "⟦013812345678⟧"},
		{"points", "⟦138.1234.5678⟧"},
		{"slashes", "⟦138/1234/5678⟧"},
		{"commas", "⟦138，1234，5678⟧"},
		{"enumeration commas", "⟦138、1234、5678⟧"},
		{"underscores", "⟦138_1234_5678⟧"},
		{"two blanks", "⟦138  1234  5678⟧"},
		{"zero width", "⟦138\u200b1234\u200d5678⟧"},
		{"zero width in every place", "⟦1\u200b3\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8⟧"},
		{"a blank in every place", "⟦1 3 8 1 2 3 4 5 6 7 8⟧"},
		{"a card with zero width in every place", "⟦4\u200b5\u200b3\u200b9\u200b5\u200b7\u200b8\u200b7\u200b6\u200b3\u200b6\u200b2\u200b1\u200b4\u200b8\u200b6⟧"},
		{"no-break and wide blanks", "⟦138\u00a01234\u30005678⟧"},
		{"Hangul fillers", "⟦138\u31641234\uffa05678⟧"},
		{"stars", "⟦138*1234*5678⟧"},
		{"tildes", "⟦138~1234～5678⟧"},
		{"middle dots", "⟦138·1234·5678⟧"},
		{"colons", "⟦138:1234:5678⟧"},
		{"bars", "⟦138|1234|5678⟧"},
		{"lines", "⟦138\n1234\n5678⟧"},
		{"brackets", "(⟦138)1234-5678⟧"},
		{"emoji", "⟦138😀1234😀5678⟧"},
		{"a blank before the X", "⟦11010519491231002 X⟧"},
		{"an identity number in its parts", "⟦110105 19491231 002X⟧"},
		{"an X of another script", "⟦11010519491231002Х⟧"},
		{"a card of 9558", "⟦9558801234567890128⟧"},
		{"Chinese digits", "⟦一三八一二三四五六七八⟧"},
		{"幺", "⟦幺三八幺二三四五六七八⟧打我"},
		{"〇 and formal digits", "⟦壹叁捌〇贰零肆伍陆柒捌⟧"},
		{"Chinese and plain digits", "⟦一三八12345678⟧"},
		{"Arabic-Indic", "⟦١٣٨١٢٣٤٥٦٧٨⟧"},
		{"mathematical", "⟦𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖⟧"},
		{"enclosed", "⟦①③⑧①②③④⑤⑥⑦⑧⟧"},
		{"keycaps", "⟦1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e38\ufe0f\u20e3⟧"},
		{"a name", "小林⟦13812345678⟧"},
		{"an identity number that is called an order", "运单号⟦11010519491231002X⟧"},
		{"a card that is called an order", "订单号⟦4539578763621486⟧"},
		{"the phone of an order", "订单收件人电话⟦13812345678⟧"},
		{"a phone after the order's number", "订单号20240101，电话⟦13812345678⟧"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, want := hidden(c.marked)
			if have := Text(text); have != want {
				t.Errorf("Text(%q)\nhave %q\nwant %q", text, have, want)
			}
		})
	}
}

func TestNumbersThatAreNoSecretStay(t *testing.T) {
	for _, text := range []string{
		"订单尾号7731", "尾号8827，卡尾号3306", "运单SF1234567890123", "单号YT13812345678", "退2600元，11月1日20:14",
		"订单202411010000123", "12315", "400-820-8820", "编号123456789012", "1111 1111 1111 1111",
		"00000000000", "您好", "1539578763621482", "运单号13812345678", "快递单号：138 1234 5678", "订单13812345678帮您查了",
		"单号110105194912310021", "138****5678", "9月1日10:00-12:00，14:00-18:00，19:00-21:30", "30.00、40.00、50.00、60.00",
		"一、二、三、四、五、六、七、八、九", "2024-11-01，2024-12-05", "18、19、20、21、22日都行", "热线400-820-8820，或12315",
		"满199减20，满299减50，满399减80",
	} {
		if have := Text(text); have != text {
			t.Errorf("Text(%q) = %q, want it untouched", text, have)
		}
	}
}

func TestBubblesOfOneReplyAreJudgedTogether(t *testing.T) {
	for _, c := range []struct{ said, text, want string }{
		{"电话138", "12345678", "********"},
		{"1381234", "5678", "****"},
		{"138\n1234", "5678，您记一下", "****，您记一下"},
		{"13812345", "67810分钟内打", "***10分钟内打"},
		{"身份证110105", "19491231002X", "************"},
		{"身份证11010519491231", "002 X", "*** *"},
		{"4539 5787", "6362 1486", "**** ****"},
		{"一三八一二三四", "五六七八", "****"},
		{"您的单号是", "13812345678", "13812345678"},
		{"帮您催了", "10分钟内回您", "10分钟内回您"},
		{"", "打13812345678", "打***********"},
		// What is written stays written: a bubble that ends inside a number does not wait for the rest.
		{"", "电话1381234567", "电话**********"},
		{"", "8613812345，", "**********，"},
		{"", "20240101，1381234567。！）", "20240101，**********。！）"},
		{"", "110105194912310", "***************"},
		{"", "尾号1381", "尾号1381"},
		{"", "单号1381234567", "单号1381234567"},
		{"", "13812345号柜", "13812345号柜"},
	} {
		if have := Bubble(c.said, c.text); have != c.want {
			t.Errorf("Bubble(%q, %q) = %q, want %q", c.said, c.text, have, c.want)
		}
	}
}

func FuzzTextKeepsItsLengthAndIsStable(f *testing.F) {
	for _, seed := range []string{
		"13812345678", "11010519491231002X", "4539 5787 6362 1486", "１３８-1234 5678x", "a13812345678", "\xff13812345678",
		"12 345678901 2", "138 13812345678 12345678", "幺三八*1*2", "138*13812345678*12345678",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Text(s)
		if have, want := utf8.RuneCountInString(once), utf8.RuneCountInString(s); have != want {
			t.Fatalf("length %d, want %d: %q → %q", have, want, s, once)
		}
		if twice := Text(once); twice != once {
			t.Fatalf("not stable: %q → %q → %q", s, once, twice)
		}
		for i, r := range []rune(once) {
			was := []rune(s)[i]
			if _, script := digit(was); r != was && (r != '*' || script == none && !isX(was)) && was != utf8.RuneError {
				t.Fatalf("%q became %q at %d", was, r, i)
			}
		}
		if strings.Count(once, "*") < strings.Count(s, "*") {
			t.Fatalf("a * was lost: %q → %q", s, once)
		}
		if b := Bubble("", s); utf8.RuneCountInString(b) != utf8.RuneCountInString(s) {
			t.Fatalf("Bubble has another length: %q → %q", s, b)
		}
	})
}

// The ways a phone is written: in these digits, with one of these between its groups.
var (
	digitsOf = []string{"0123456789", "０１２３４５６７８９", "零一二三四五六七八九", "〇幺贰叁肆伍陆柒捌玖", "٠١٢٣٤٥٦٧٨٩", "⓪①②③④⑤⑥⑦⑧⑨"}
	between  = []string{"", " ", "  ", "-", "–", ".", "。", "/", "，", ",", "、", "_", "\u200b", "\u3000", "·", "*", "~", "\n", " - "}
	fronts   = []string{"", "wx", "tel", "qq", "微信v", "电话", "+86", "0086", "86-", "小林", "ID:", "一下", "订单的电话", "10分钟后打"}
	behinds  = []string{"", "x", "abc", "10分钟", "5-10分钟内", "两小时", " 3天", "号", "，20240101", " 13"}
)

func FuzzAPhoneOfTheWrittenKindsNeverStays(f *testing.F) {
	f.Add(uint64(3812345678), uint8(0), uint8(0), uint8(0), uint8(0), uint16(3), uint16(7), "您好", "谢谢")
	f.Add(uint64(3812345678), uint8(3), uint8(5), uint8(2), uint8(3), uint16(3), uint16(7), "12 ", " 34")
	f.Fuzz(func(t *testing.T, n uint64, digits, joint, front, behind uint8, a, b uint16, before, after string) {
		rest := n%6_999_999_999 + 3_000_000_000 // 3… to 9…
		var phone []rune
		script := []rune(digitsOf[int(digits)%len(digitsOf)])
		for _, r := range "1" + decimal(rest) {
			phone = append(phone, script[r-'0'])
		}
		first, second := 1+int(a)%9, 0
		second = first + 1 + int(b)%(10-first)
		sep := between[int(joint)%len(between)]
		groups := []string{string(phone[:first]), string(phone[first:second]), string(phone[second:])}
		whole := strings.Join(groups, sep)
		head := before + "，" + fronts[int(front)%len(fronts)]
		tail := behinds[int(behind)%len(behinds)]
		text := head + whole + tail + "，" + after
		if calledOrder([]rune(head)) {
			return
		}
		have := []rune(Text(text))
		from := utf8.RuneCountInString(head)
		for i, r := range []rune(whole) {
			if _, script := digit(r); script != none && have[from+i] == r {
				t.Fatalf("%q stays in %q: %q", whole, text, string(have))
			}
		}
		for i := 1; i < len(groups); i++ { // the same over two bubbles: what comes second is hidden
			said, text := strings.Join(groups[:i], sep), strings.Join(groups[i:], sep)
			if have := Bubble(head+said, text); have == text {
				t.Fatalf("%q, then %q stays", head+said, text)
			}
		}
	})
}

func decimal(n uint64) string {
	var b [10]byte
	for i := len(b) - 1; i >= 0; i-- {
		b[i], n = byte('0'+n%10), n/10
	}
	return string(b[:])
}

func BenchmarkReplyWithoutNumbers(b *testing.B) {
	text := strings.Repeat("这么久没消息，您肯定着急，我现在就去核对，十分钟内回您。", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Text(text)
	}
}

func BenchmarkReplyWithNumbers(b *testing.B) {
	text := strings.Repeat("订单尾号7731已经改派，10分钟内打您138 1234 5678。", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Text(text)
	}
}

func BenchmarkWorst(b *testing.B) {
	text := strings.Repeat("1 ", 2000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Text(text)
	}
}
