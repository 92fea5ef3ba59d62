package tui

// Every Chinese string of the form that writes a new scenario; the questions themselves are the interview's. The voice
// is that of text.go; 你 is the trainer.
const (
	textNew        = "写一道新题"
	textNewAt      = "第 %d 问，共 %d 问"
	textNewLook    = "看一眼"
	textNewAbove   = "上面还有 %d 问，按 ↑ 回去看"
	textNewLeft    = "（%s）"
	textNewPickHow = "数字或 ↑↓ 选，Enter 定"
	textNewOwn     = "或者写一个新的"
	textNewOwnHow  = "想写别的，直接打字"
	textNewLinesIs = "一条一行，Ctrl+J 换行"
	textNewStill   = "它还不够坏"

	textNewLeave  = "不写了？写过的都不会留下。"
	textNewStay   = "接着写"
	textNewQuit   = "不写了"
	textTooSmall4 = "再按一次 Ctrl+C 就不写了，写过的都不会留下"

	textNewChecking = "正在检查，马上好…"
	textNewWriting  = "正在写…"
	textNewFound    = "检查说"
	textNewFile     = "会写成"

	textKeyQuestion = "下一问"
	textKeyLast     = "看一眼"
	textKeyPrev     = "上一问"
	textKeyToOpen   = "去没写的"
	textKeyToLook   = "去看一眼"
	textKeyWrite    = "写下来"
	textKeyMend     = "回去改"
)
