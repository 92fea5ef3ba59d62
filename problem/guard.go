package problem

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits of a file. They are checked before any TOML library sees it: 40 KB of a.a.a…=1 cost one 19 s and 7 GB, and
// a million brackets overflow the stack beyond recovery. A key of a nested table counts its parts into the depth.
const (
	MaxBytes    = 1 << 20 // of a file; Parse refuses a larger one
	maxDepth    = 32
	maxKeyParts = 8
	maxKeyBytes = 200
	maxProblems = 1000 // of one kind in one file; beyond that counting helps nobody
)

const bom = "\xef\xbb\xbf"

// encoding says what is wrong with the bytes as text: S05 for too many, S01 for a wrong encoding.
func encoding(name string, data []byte) (text string, p Problem, ok bool) {
	switch {
	case len(data) > MaxBytes:
		return "", bare(name, "S05", "文件超过 1 MB 的上限；一个文件只写一个场景，请拆开"), false
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), halfNul(data):
		return "", bare(name, "S01", "文件是 UTF-16 编码（记事本里叫 Unicode）；请用记事本“另存为”，编码选 UTF-8"), false
	}
	for _, d := range documents {
		if bytes.HasPrefix(data, []byte(d.begins)) {
			return "", bare(name, "S01", "这是一份 "+d.kind+"，不是文本文件；请把内容复制到记事本，另存为 .toml，编码选 UTF-8"), false
		}
	}
	text = strings.TrimPrefix(string(data), bom)
	if bad := firstInvalid(text); bad >= 0 {
		f := File{Name: name, pos: newPositions(string([]rune(text)))}
		n := len(text[bad:]) - len(strings.TrimLeftFunc(text[bad:], func(r rune) bool { return r == utf8.RuneError }))
		s := f.pos.span(bad, bad+n*len(string(utf8.RuneError)))
		return "", f.At(s, "S01", Error, "文件不是 UTF-8 编码（多半是 GBK/ANSI）；请用记事本“另存为”，编码选 UTF-8"), false
	}
	if cr := loneCR(text); cr >= 0 && !strings.Contains(text, "\n") {
		f := File{Name: name, pos: newPositions(text)}
		return "", f.At(f.pos.span(cr, cr+1), "S01", Error,
			"文件用的是老式 CR 换行，程序会把它看成一整行；请用编辑器把换行改成 LF 或 CRLF 再保存"), false
	}
	return text, Problem{}, true
}

// documents are files that people save for text, by their first bytes.
var documents = []struct{ begins, kind string }{
	{"PK\x03\x04", "Word/WPS 文档或压缩包"}, {"\xd0\xcf\x11\xe0", "Word/WPS 文档"}, {"{\\rtf", "写字板文档（RTF）"}, {"%PDF", "PDF"},
}

func bare(name, code, message string) Problem {
	return Problem{Code: code, Severity: Error, File: name, Line: 1, Col: 1, EndCol: 1, Message: message}
}

// halfNul reports UTF-16 without a byte order mark: every second byte of its ASCII is NUL.
func halfNul(data []byte) bool {
	head := data[:min(len(data), 64)]
	return len(head) >= 4 && bytes.Count(head, []byte{0})*3 >= len(head) && !bytes.Contains(head, []byte{0, 0})
}

func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return -1
}

func loneCR(s string) int {
	for i := range len(s) {
		if s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			return i
		}
	}
	return -1
}

// controls finds characters that must not stand in a text file, and gives the text with those that TOML forbids made
// spaces, so that reading can go on and find the rest. raw holds those it left in place.
func (f *File) controls(text string) (fixedText string, out []Problem, raw map[rune]bool) {
	var fixed []byte
	for i, r := range text {
		if !isControl(r) || r == '\t' || r == '\n' || r == '\r' && strings.HasPrefix(text[i+1:], "\n") {
			continue
		}
		if len(out) < maxProblems {
			out = append(out, f.At(f.pos.span(i, i+utf8.RuneLen(r)), "S04", Error, controlMessage(r)))
		}
		if r < 0x80 {
			if fixed == nil {
				fixed = []byte(text)
			}
			fixed[i] = ' '
			continue
		}
		if raw == nil {
			raw = map[rune]bool{}
		}
		raw[r] = true
	}
	if fixed != nil {
		text = string(fixed)
	}
	return text, out, raw
}

func controlMessage(r rune) string {
	switch {
	case r == 0:
		return "这里有一个 NUL 字符（文件可能传坏了）；请删掉它"
	case r == 0x1b:
		return "这里有一个控制终端的转义字符（ESC）；请删掉它"
	case r == '\r', r == 0x0b, r == 0x0c, r == 0x85, r == 0x2028, r == 0x2029:
		return fmt.Sprintf("这里有一个特殊的换行符（U+%04X）；请删掉它，重新按回车换行", r)
	case r > 0x9f:
		return fmt.Sprintf("这里有一个看不见的方向控制符（U+%04X）；请删掉它，把这几个字重新打一遍", r)
	}
	return fmt.Sprintf("这里有一个看不见的控制字符（U+%04X）；请删掉它，把这几个字重新打一遍", r)
}

// limits walks the text as TOML's lexer would, without recursion, and reports the first place that nests too deep or
// has too long a key. It is exact up to the first syntax error, and no library reads further than that.
func (f *File) limits(text string) (Problem, bool) {
	var open [maxDepth + 1]int // nesting that each open bracket added
	depth, brackets, parts := 0, 0, 0
	line, carried := 0, 0 // where this line begins, and the brackets open there
	fail := func(i int, message string) (Problem, bool) {
		return f.At(f.pos.span(i, i+1), "S05", Error, message), false
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n', '=', ',':
			if c != '=' {
				parts = 0
			}
			if c == '\n' {
				line, carried = i+1, brackets
			}
		case '#':
			i = skipComment(text, i) - 1
		case '"', '\'':
			end := skipString(text, i)
			if end-i > maxKeyBytes && isKeyEnd(text, end, carried == 0 && isHeading(text[line:i])) {
				return fail(i, "键名太长；键名是短英文词")
			}
			i = end - 1
		case '.':
			if parts++; parts >= maxKeyParts {
				return fail(i, "键名用点号连了太多节，最多 8 节；请分开写")
			}
		case '[', '{':
			if add := 1 + parts; depth+add > maxDepth {
				return fail(i, "括号套得太深，最多 32 层；多半是漏写了右括号")
			} else if brackets < len(open) {
				open[brackets] = add
				brackets, depth, parts = brackets+1, depth+add, 0
			}
		case ']', '}':
			if brackets > 0 {
				brackets--
				depth -= open[brackets]
			}
			parts = 0
		default:
			if end := bareEnd(text, i); end-i > maxKeyBytes {
				return fail(i, "这个词太长；键名是短英文词，文字要用英文双引号括起来")
			} else if end > i {
				i = end - 1
			}
		}
	}
	return Problem{}, true
}

func skipComment(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// skipString gives the offset after the string that begins at i; an unclosed one ends with its line, one in triple
// quotes with the text.
func skipString(text string, i int) int {
	q := text[i : i+1]
	if triple := strings.Repeat(q, 3); strings.HasPrefix(text[i:], triple) {
		for j := i + 3; j < len(text); j++ {
			switch {
			case text[j] == '\\' && q == `"`:
				j++
			case strings.HasPrefix(text[j:], triple):
				j += 3
				for k := 0; k < 2 && j < len(text) && text[j] == q[0]; k++ {
					j++
				}
				return j
			}
		}
		return len(text)
	}
	for j := i + 1; j < len(text); j++ {
		switch {
		case text[j] == '\n':
			return j
		case text[j] == '\\' && q == `"`:
			j++
		case text[j] == q[0]:
			return j + 1
		}
	}
	return len(text)
}

// isKeyEnd reports whether the string that ends at i was a key. Before a bracket it is one in a [heading] only; in a
// list it is a text, which may be long.
func isKeyEnd(text string, i int, heading bool) bool {
	rest := strings.TrimLeft(text[i:], " \t")
	return rest != "" && (strings.IndexByte("=.", rest[0]) >= 0 || heading && rest[0] == ']')
}

func isHeading(before string) bool { return strings.HasPrefix(strings.TrimLeft(before, " \t"), "[") }

func bareEnd(text string, i int) int {
	for i < len(text) && isBare(text[i]) {
		i++
	}
	return i
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
