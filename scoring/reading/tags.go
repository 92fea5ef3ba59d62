package reading

import (
	"slices"

	"shouxiang/scoring/text"
)

// Who types without marks still ends questions and begins anew with 我.
const (
	longestUnmarked = 16 // a run without marks that may hold more than one clause
	leastClause     = 6  // what may stand before 我 as a clause of its own
)

// cutsAfter reports a border behind rune i that has no mark: a question tag with speech going on behind it (扣了18元对吗这事我跟到底), or,
// in a long run without marks, the place where we begin to say what we do (车停在半路您先下来我现在派拖车). asks tells which.
func (r *Reading) cutsAfter(i, start int) (cut, asks bool) {
	runes := r.Text.Runes
	next := i + 1
	if next >= len(runes) || i <= start || r.mark(next) > 0 || IsParticle(runes[next]) && runes[next] != '您' {
		return false, false
	}
	switch {
	case next+1 == len(runes):
		return false, false
	case runes[i] == '吗' && i > start+1 && runes[i-1] != '干' && runes[next] != '啡',
		runes[i] == '吧' && text.HasAny(runes[i-1:i], '对', '是') && i > start+2,
		runes[i] == '吧' && r.unmarked(start) && text.HasAny(runes[next:next+1], '我', '您', '后', '这'):
		return true, true
	}
	return next-start >= leastClause && runes[next] == '我' && r.unmarked(start) && startsDeed(runes[next+1:]) && !opensOn(runes[start:next]), false
}

// unmarked reports a long run of the line of start that holds no mark.
func (r *Reading) unmarked(start int) bool {
	runes := r.Text.Runes
	n := 0
	for i := start; i < len(runes) && runes[i] != '\n'; i++ {
		if r.mark(i) > 0 {
			return false
		}
		n++
	}
	for i := start - 1; i >= 0 && runes[i] != '\n'; i-- {
		if r.mark(i) > 0 {
			return false
		}
		n++
	}
	return n >= longestUnmarked
}

// startsDeed reports what follows 我 where a deed of ours begins.
func startsDeed(runes []rune) bool {
	for _, word := range []string{"来", "去", "这就", "现在", "马上", "先", "给您", "给你", "帮您", "帮你", "替您", "今天", "今晚"} {
		if text.HasWord(runes, 0, word) {
			return true
		}
	}
	return len(runes) > 0 && text.IsDigit(runes[0])
}

// opensOn reports words that the 我 behind them belongs to: 让我, 要是…我, “…我.
func opensOn(runes []rune) bool {
	if text.HasAny(runes[len(runes)-1:], '让', '给', '跟', '找', '等', '替', '帮', '问', '和', '是', '由', '如', '换', '叫', '说', '听', '到', '请', '搁', '的', '事', '单', '就', '那', '这') {
		return true
	}
	for _, word := range []string{"要是", "如果", "只要", "万一", "等", "本来", "上次", "说"} {
		if text.Contains(runes, []rune(word)) {
			return true
		}
	}
	return slices.Contains(runes, '「')
}
