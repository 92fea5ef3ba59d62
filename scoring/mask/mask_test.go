package mask

import (
	"testing"
	"unicode/utf8"
)

func TestPersonalNumbersAreHiddenDigitByDigit(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"mobile phone", "您的手机13800138000对吗", "您的手机***********对吗"},
		{"mobile phone with country code", "+8613800138000", "+86***********"},
		{"mobile phone in groups", "138-0013-8000，138 0013 8000", "***-****-****，*** **** ****"},
		{"full-width mobile phone", "１３８００１３８０００", "***********"},
		{"identity card", "证号11010519491231002X。", "证号******************。"},
		{"identity card, small x", "11010519491231002x", "******************"},
		{"old identity card", "130503670401001", "***************"},
		{"visa test card", "4111 1111 1111 1111", "**** **** **** ****"},
	} {
		if have := Text(tt.text); have != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, have, tt.want)
		}
	}
}

func TestBankCardsAreKnownByTheirCheckDigit(t *testing.T) {
	stem := []byte{6, 2, 2, 2, 0, 2, 0, 2, 0, 0, 1, 1, 2, 2, 3, 3, 0, 3}
	masked := 0
	for last := byte(0); last <= 9; last++ {
		text := ""
		for _, d := range append(stem[:18:18], last) {
			text += string('0' + rune(d))
		}
		if have := Text("卡" + text + "号"); have != "卡"+text+"号" {
			masked++
			if have != "卡*******************号" {
				t.Errorf("%s became %s", text, have)
			}
		}
	}
	if masked != 1 {
		t.Errorf("%d of ten last digits were taken for a card, want exactly the one that checks", masked)
	}
}

func TestOtherNumbersStay(t *testing.T) {
	for _, text := range []string{
		"订单尾号8827", "2600元，10分钟内", "单号YT13800138000A", "11月1日20:14", "尾号3306的卡", "12345678901", "2026-11-21 10:00",
		"SF1380013800088", "*8613800138000",
	} {
		if have := Text(text); have != text {
			t.Errorf("%q became %q", text, have)
		}
	}
}

// FuzzText: the length never changes, and masking again changes nothing.
func FuzzText(f *testing.F) {
	f.Add("您的手机13800138000，卡4111 1111 1111 1111，证11010519491231002X")
	f.Add("１３８00138０００-6")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		once := Text(s)
		if utf8.RuneCountInString(once) != utf8.RuneCountInString(s) {
			t.Fatalf("%q became %q", s, once)
		}
		if again := Text(once); again != once {
			t.Fatalf("%q, then %q", once, again)
		}
	})
}
