package mask

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSecretsAreHiddenDigitByDigit(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"18 digits with a right check digit", "身份证11010519491231002X谢谢", "身份证******************谢谢"},
		{"18 digits, small x", "11010519491231002x", "******************"},
		{"18 digits that end in a digit", "号码是440308199901010012哈", "号码是******************哈"},
		{"15 digits, the old form", "老证110105491231002", "老证***************"},
		{"bank card, Luhn right", "卡号4539578763621486", "卡号****************"},
		{"bank card in groups of four", "4539 5787 6362 1486", "**** **** **** ****"},
		{"bank card with dashes", "4539-5787-6362-1486请退这", "****-****-****-****请退这"},
		{"phone", "打13812345678找我", "打***********找我"},
		{"phone with spaces", "138 1234 5678", "*** **** ****"},
		{"phone with country code", "+8613812345678", "+*************"},
		{"full width", "１３８１２３４５６７８", "***********"},
		{"phone beside an order number", "20240101 13812345678", "20240101 ***********"},
		{"two phones", "13812345678 13987654321", "*********** ***********"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if have := Text(c.text); have != c.want {
				t.Errorf("Text(%q)\nhave %q\nwant %q", c.text, have, c.want)
			}
		})
	}
}

func TestNumbersThatAreNoSecretStay(t *testing.T) {
	for _, text := range []string{
		"订单尾号7731", "尾号8827，卡尾号3306", "运单SF1234567890123", "单号YT13812345678", "退2600元，11月1日20:14",
		"订单202411010000123", "12315", "400-820-8820", "编号123456789012", "身份证110105194912310021", "1111 1111 1111 1111",
		"00000000000", "您好", "订单号4539578763621486", "交易流水4539578763621486", "1539578763621482",
	} {
		if have := Text(text); have != text {
			t.Errorf("Text(%q) = %q, want it untouched", text, have)
		}
	}
}

func FuzzTextKeepsItsLengthAndIsStable(f *testing.F) {
	for _, seed := range []string{"13812345678", "11010519491231002X", "4539 5787 6362 1486", "１３８-1234 5678x", "a13812345678", "\xff13812345678", "12 345678901 2"} {
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
			if was := []rune(s)[i]; r != was && (r != '*' || digit(was) < 0 && !isX(was)) && was != utf8.RuneError {
				t.Fatalf("%q became %q at %d", was, r, i)
			}
		}
		if strings.Count(once, "*") < strings.Count(s, "*") {
			t.Fatalf("a * was lost: %q → %q", s, once)
		}
	})
}
