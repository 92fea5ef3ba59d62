package sheet

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// errQuote is a quoted cell that does not end where a cell ends.
var errQuote = errors.New("quote")

// reader walks through a text whose lines end with "\n".
type reader struct {
	text      string
	separator byte // 0 = the whole line is one cell
	at, line  int
}

var unixBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func unixLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return unixBreaks.Replace(text)
}

// newReader stands before the header and knows the separator.
func newReader(text string) *reader {
	r := &reader{text: unixLines(text), line: 1}
	for r.at < len(r.text) {
		rest := r.text[r.at:]
		line, _, _ := strings.Cut(rest, "\n")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			r.skip(min(len(rest), len(line)+1))
		case strings.HasPrefix(line, `"#`): // a spreadsheet quotes a comment that holds its separator
			r.skip(quotedLine(rest))
		default:
			r.separator = separatorOf(rest)
			header := *r
			if cells, err := header.row(false); err != nil || !blank(cells) {
				return r
			}
			r.at, r.line, r.separator = header.at, header.line, 0 // a row of nothing but separators
		}
	}
	return r
}

func (r *reader) skip(n int) {
	r.line += strings.Count(r.text[r.at:r.at+n], "\n")
	r.at += n
}

// quotedLine is the length of a line with quotes around line breaks.
func quotedLine(text string) int {
	open := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			open = !open
		case text[i] == '\n' && !open:
			return i + 1
		}
	}
	return len(text)
}

// separatorOf looks at the header: a tab decides, else what cuts it into more cells.
func separatorOf(text string) byte {
	best, most := byte(0), 1
	for _, sep := range []byte{'\t', ',', ';'} {
		try := reader{text: text, separator: sep, line: 1}
		cells, err := try.row(true)
		if err != nil || len(cells) <= most {
			continue
		}
		if best, most = sep, len(cells); sep == '\t' {
			break
		}
	}
	return best
}

// rows reads all that follows.
func (r *reader) rows() ([]Row, error) {
	var out []Row
	for r.at < len(r.text) {
		line := r.line
		cells, err := r.row(false)
		if errors.Is(err, errQuote) {
			err = errors.New(`英文双引号没有配成对；这一格两头都加上 "，里面的 " 写成两个 ""`)
		}
		switch {
		case err != nil:
			return nil, fmt.Errorf("第 %d 行：%w", line, err)
		case len(cells) > MaxColumns:
			return nil, fmt.Errorf("第 %d 行：超过 %d 列；请删掉用不着的列", line, MaxColumns)
		case blank(cells):
			continue
		case len(out) == MaxRows:
			return nil, fmt.Errorf("第 %d 行：超过 20 万行；请拆成几个文件", line)
		}
		out = append(out, Row{line, cells})
	}
	return out, nil
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// row reads one row and goes behind its line break. Quotes that do not pair are an error; where tabs separate, and not
// strict, they are text: who writes tabs by hand does not quote.
func (r *reader) row(strict bool) ([]string, error) {
	var cells []string
	for {
		cell, n, err := r.quoted()
		if err == errQuote && r.separator == '\t' && !strict || n == 0 && err == nil {
			cell, n, err = r.bare()
		}
		if err != nil {
			return nil, err
		}
		if len(cell) > MaxCell && utf8.RuneCountInString(cell) > MaxCell {
			return nil, errTooLong
		}
		cells = append(cells, cell)
		r.skip(n)
		if r.at == len(r.text) {
			return cells, nil
		}
		ended := r.text[r.at] == '\n'
		r.skip(1)
		if ended {
			return cells, nil
		}
		if len(cells) > MaxColumns {
			return cells, nil // too many, whatever follows
		}
	}
}

var errTooLong = fmt.Errorf("有一格超过 %d 个字，或引号没有收尾；请缩短这一格，或检查英文双引号", MaxCell)

// bare is a cell as it stands.
func (r *reader) bare() (string, int, error) {
	rest := r.text[r.at:]
	for i := range len(rest) {
		if r.ends(rest[i]) {
			return rest[:i], i, nil
		}
	}
	return rest, len(rest), nil
}

func (r *reader) ends(c byte) bool { return c == '\n' || r.separator != 0 && c == r.separator }

// quoted is a cell in quotes and its length with them; length 0 where none begins here. A tab and a line break in one
// cell of a table of tabs are a lone quote that swallowed rows, not a cell.
func (r *reader) quoted() (string, int, error) {
	rest := r.text[r.at:]
	if !strings.HasPrefix(rest, `"`) {
		return "", 0, nil
	}
	var b strings.Builder
	for from := 1; ; {
		i := strings.IndexByte(rest[from:min(len(rest), from+4*MaxCell+2)], '"')
		if i < 0 || b.Len()+i > 4*MaxCell {
			if len(rest)-from > 4*MaxCell && r.separator != '\t' {
				return "", 0, errTooLong
			}
			return "", 0, errQuote
		}
		b.WriteString(rest[from : from+i])
		from += i + 1
		if from < len(rest) && rest[from] == '"' {
			b.WriteByte('"')
			from++
			continue
		}
		cell := b.String()
		if from < len(rest) && !r.ends(rest[from]) || r.separator == '\t' && strings.Contains(cell, "\t") && strings.Contains(cell, "\n") {
			return "", 0, errQuote
		}
		return cell, from, nil
	}
}
