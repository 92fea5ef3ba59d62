package sheet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Encoding is how a file's characters were written.
type Encoding string

// Encodings that are told apart.
const (
	UTF8    Encoding = "UTF-8"
	UTF8BOM Encoding = "UTF-8 BOM"
	UTF16LE Encoding = "UTF-16 LE"
	UTF16BE Encoding = "UTF-16 BE"
	GB18030 Encoding = "GB18030/GBK"
)

const saveAgain = "请用表格软件打开，另存为『CSV UTF-8（逗号分隔）』"

// decode turns bytes into text and says how they were written. A byte order mark decides; without one UTF-16 is taken
// where the separators say so, then UTF-8 where all of it is valid, then GB18030, of which GBK is a part.
func decode(data []byte) (string, Encoding, error) {
	text, encoding, err := decodeAs(data)
	if err != nil {
		return "", "", err
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", "", fmt.Errorf("第 %d 行：不是文字（里面有空字节）；%s", lineAt(text, i), saveAgain)
	}
	return text, encoding, nil
}

func decodeAs(data []byte) (string, Encoding, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "", "", errors.New("这是 xlsx 一类的压缩文件；" + saveAgain)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", "", errors.New("这是 xls 文件；" + saveAgain)
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		if rest := data[3:]; !utf8.Valid(rest) {
			return "", "", badUTF8(rest)
		}
		return string(data[3:]), UTF8BOM, nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return fromUTF16(data[2:], UTF16LE)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fromUTF16(data[2:], UTF16BE)
	}
	if encoding, ok := plainUTF16(data); ok {
		return fromUTF16(data, encoding)
	}
	if utf8.Valid(data) {
		return string(data), UTF8, nil
	}
	if damagedUTF8(data) {
		return "", "", badUTF8(data)
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	text := string(out)
	if err != nil {
		return "", "", errors.New("认不出文件的编码；" + saveAgain)
	}
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 {
		return "", "", fmt.Errorf("第 %d 行：认不出这里的编码，不是 UTF-8、UTF-16，也不是 GBK；%s", lineAt(text, i), saveAgain)
	}
	return text, GB18030, nil
}

// plainUTF16 finds UTF-16 without a mark by its separators and line breaks. Chinese characters do not tell: 一 is a
// zero byte and an N. The mirrored separators are characters that no such table holds.
func plainUTF16(data []byte) (Encoding, bool) {
	if len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return "", false
	}
	little, big := 0, 0
	for i := 0; i < len(data); i += 2 {
		switch {
		case data[i+1] == 0 && strings.IndexByte("\t\n\r,;\"", data[i]) >= 0:
			little++
		case data[i] == 0 && strings.IndexByte("\t\n\r,;\"", data[i+1]) >= 0:
			big++
		}
	}
	switch {
	case little > 0 && big == 0:
		return UTF16LE, true
	case big > 0 && little == 0:
		return UTF16BE, true
	}
	return "", false
}

func fromUTF16(data []byte, encoding Encoding) (string, Encoding, error) {
	var order binary.ByteOrder = binary.LittleEndian
	if encoding == UTF16BE {
		order = binary.BigEndian
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	if len(data)%2 != 0 {
		return "", "", fmt.Errorf("第 %d 行：文件只有半个字就断了，像是没存完；请重新导出", lineAt(text, len(text)))
	}
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 {
		return "", "", fmt.Errorf("第 %d 行：有坏掉的字（%s）；%s", lineAt(text, i), encoding, saveAgain)
	}
	return text, encoding, nil
}

// damagedUTF8 reports UTF-8 with some bytes broken: read as GBK it would be nonsense. In GBK hardly any three bytes look
// like a Chinese character of UTF-8.
func damagedUTF8(data []byte) bool {
	whole, broken := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size == 3:
			whole++
		}
		data = data[size:]
	}
	return whole > broken
}

func badUTF8(data []byte) error {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return fmt.Errorf("第 %d 行：有坏掉的字，别的地方是 UTF-8；请改好这一行，或重新导出", lineAt(string(data), at))
}

// lineAt is the line of a byte, with the three ways to end a line.
func lineAt(text string, at int) int {
	return 1 + strings.Count(unixLines(text[:at]), "\n")
}
