// Package sheet reads tables as people's tools write them: csv and tsv, in the encodings that spreadsheets in China use.
//
// It finds encoding and separator by itself and says which it took. It does not know what columns mean, and it guesses
// nothing about cells: text in, text out.
package sheet

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Limits of what is read. A spreadsheet's cell holds no more than 32,767 characters either.
const (
	MaxBytes   = 32 << 20
	MaxRows    = 200_000
	MaxColumns = 256
	MaxCell    = 32_767 // characters
)

// Table is a file as read. Rows[0] is the header, when there are rows.
type Table struct {
	Encoding  Encoding
	Separator rune // ',', ';', '\t', or 0 where the header is one cell
	Rows      []Row
}

// Row is one row that is not blank. Cells are as long as the row was written; line breaks in them are "\n".
type Row struct {
	Line  int // of its first character, 1-based
	Cells []string
}

// Parse reads a table. Lines beginning with # before the header are comments; blank rows are left out. Errors are
// Chinese, with the line and what to do.
func Parse(data []byte) (*Table, error) {
	if len(data) > MaxBytes {
		return nil, errors.New("文件超过 32 MB；请拆成几个小一点的文件")
	}
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	r := newReader(text)
	t := &Table{Encoding: encoding, Separator: rune(r.separator)}
	t.Rows, err = r.rows()
	if err != nil {
		return nil, err
	}
	return t, nil
}

// Open reads a table from a regular file. Its errors name the file.
func Open(path string) (*Table, error) {
	data, err := read(path)
	if err != nil {
		return nil, fmt.Errorf("读不了 %s：%w", path, err)
	}
	t, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}

// read looks before it opens, for opening a FIFO waits for a writer, and after it, for the name may mean another file
// by then.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, reason(err)
	}
	if err := regular(info); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, reason(err)
	}
	if err := regular(info); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, reason(err)
	}
	return data, nil
}

func regular(info fs.FileInfo) error {
	kind := ""
	switch mode := info.Mode(); {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		return errors.New("这是文件夹；请写里面的文件名")
	case mode&fs.ModeNamedPipe != 0:
		kind = "管道"
	case mode&fs.ModeDevice != 0:
		kind = "设备"
	case mode&fs.ModeSocket != 0:
		kind = "套接字"
	default:
		kind = "特殊文件"
	}
	return fmt.Errorf("这是%s，不是普通文件；请先存成 csv 或 tsv 文件", kind)
}

func reason(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("没有这个文件；请检查名字和路径")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("没有权限；请检查文件的读取权限")
	}
	return fmt.Errorf("磁盘读取出错，请换个位置再试（%w）", err)
}
