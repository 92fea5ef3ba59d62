package journal

import (
	"io"
	"io/fs"
	"os"
)

// disk is the few things a Writer asks of a file system. Tests put one there that is full or read-only.
type disk struct {
	mkdir  func(path string, perm fs.FileMode) error
	open   func(path string, flag int, perm fs.FileMode) (file, error)
	stat   func(path string) (fs.FileInfo, error) // of a link itself
	read   func(path string) ([]byte, error)
	remove func(path string) error
}

// file is an open log.
type file interface {
	io.WriteCloser
	Sync() error
	Stat() (fs.FileInfo, error)
}

func realDisk() disk {
	return disk{
		mkdir: os.MkdirAll,
		open: func(path string, flag int, perm fs.FileMode) (file, error) {
			f, err := os.OpenFile(path, flag, perm)
			if err != nil {
				return nil, err // a nil *os.File in a file is not nil
			}
			return f, nil
		},
		stat: os.Lstat, read: os.ReadFile, remove: os.Remove,
	}
}
