package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// ErrNoFolder: no folder to write to is known (a machine without a home folder).
var ErrNoFolder = errors.New("no data folder")

// Trouble is a disk that does not take the log.
type Trouble struct {
	Dir string
	Err error
}

func (t Trouble) Unwrap() error { return t.Err }

// Error says what is wrong and what helps while the session runs, in Chinese: events wait in memory and are written as
// soon as the disk takes them.
func (t Trouble) Error() string {
	if errors.Is(t.Err, ErrNoFolder) {
		return "练习记录没地方存：找不到家目录。先记在内存里，退出时可以换个文件夹存；下次用 --data-dir 指定一个文件夹"
	}
	help := "改好后会自动补写，退出时还能换个文件夹存"
	if errors.Is(t.Err, syscall.ENOSPC) {
		help = "清出空间后会自动补写"
	}
	return fmt.Sprintf("练习记录暂时存不进 %s：%s。先记在内存里，%s", t.Dir, t.Cause(), help)
}

// Lost is what to say when the program ends and nobody is there to name another folder.
func (t Trouble) Lost() string {
	if errors.Is(t.Err, ErrNoFolder) {
		return "这次的记录没有存下来：找不到家目录。请用 --data-dir 指定一个文件夹再练"
	}
	help := "先把它改好"
	if errors.Is(t.Err, syscall.ENOSPC) {
		help = "先清出空间"
	}
	return fmt.Sprintf("这次的记录没有存全：%s %s。%s，或用 --data-dir 换一个文件夹再练", t.Dir, t.Cause(), help)
}

// Cause is what is wrong with the disk, in Chinese.
func (t Trouble) Cause() string {
	switch {
	case errors.Is(t.Err, syscall.ENOSPC), errors.Is(t.Err, syscall.EDQUOT):
		return "磁盘满了"
	case errors.Is(t.Err, syscall.EROFS):
		return "磁盘是只读的"
	case errors.Is(t.Err, fs.ErrPermission):
		return "没有写入权限"
	case errors.Is(t.Err, syscall.ENOTDIR), errors.Is(t.Err, fs.ErrExist):
		return "路径上有同名的文件，不是文件夹"
	case errors.Is(t.Err, fs.ErrNotExist):
		return "文件夹不存在"
	}
	return "写不进去（" + t.Err.Error() + "）"
}
