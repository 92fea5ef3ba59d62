package scenarios

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// This file guesses what was meant by words that are in no list, and by words that stand for several.

// separators are what people write between words that should stand in a list, or between synonyms.
const separators = "，、；,;／/丨∣¦"

// splitWords is the parts of a text between such marks; one part when there is none.
func splitWords(s, marks string) []string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}

var (
	andWords = strings.NewReplacer("并且", " ", "而且", " ", "和", " ", "且", " ", "与", " ", "并", " ")
	orSigns  = strings.NewReplacer("或者", " ", "或", " ", "|", " ", "｜", " ")
)

// inList splits a text into words of a list of choices, by marks, blanks or 和 且 与 并; nil when they are not all.
func inList(s string, known func(string) bool) []string {
	s = andWords.Replace(s)
	var out []string
	for _, part := range splitWords(s, separators+"＋+＆&") {
		out = append(out, strings.Fields(part)...)
	}
	if len(out) < 2 || slices.ContainsFunc(out, func(w string) bool { return !known(w) }) {
		return nil
	}
	return out
}

// didYouMean is the end of a message about a word that is not among the choices: several words in one, a word with
// marks around it, or the nearest choice. It is "" when nothing is near.
func didYouMean(key, word string, choices []string) string {
	if list := inList(word, func(w string) bool { return slices.Contains(choices, w) }); list != nil {
		return "；好几个请写成列表：" + key + ` = ["` + strings.Join(list, `", "`) + `"]`
	}
	bare := letters(word)
	guess := problem.Nearest(word, choices)
	for _, prefix := range []string{"没有", "缺少", "有", "缺", "没", "无"} {
		if rest := strings.TrimPrefix(bare, prefix); rest != bare && slices.Contains(choices, rest) {
			guess = rest
			break
		}
	}
	if slices.Contains(choices, bare) {
		guess = bare
	}
	if guess == "" {
		return ""
	}
	return "；是不是想写『" + guess + "』？"
}

// letters is a word without quotes and marks around it.
func letters(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// oneThing reports a text that names several things which should stand in a list (W04).
func (r *reader) oneThing(n *problem.Node, text string) {
	if parts := splitWords(text, separators); len(parts) > 1 {
		r.report(n.Span, "W04", problem.Warning, "『%s』像是好几样；请写成列表：%s = [\"%s\"]", problem.Show(text), label(n), strings.Join(parts, `", "`))
	}
}

// separated reports synonyms with something else than | between them, and quotes inside the quotes (W04): both would
// have to be said as they stand.
func (r *reader) separated(n *problem.Node, text string) {
	for alt := range strings.SplitSeq(strings.ReplaceAll(text, "｜", "|"), "|") {
		alt = strings.TrimSpace(alt)
		bare := strings.Trim(alt, "“”‘’\"'「」『』")
		unmarked := strings.Trim(alt, "。，、！？；：…,.!?;:~～ ")
		switch parts := splitWords(hanBlanks.ReplaceAllString(strings.ReplaceAll(alt, "或者", "、"), "$1、"), separators); {
		case bare != alt && bare != "":
			r.report(n.Span, "W04", problem.Warning, "『%s』里多了一层引号，要一字不差连引号都说才算；请去掉里面的引号", problem.Show(alt))
		case unmarked != alt && unmarked != "":
			r.report(n.Span, "W04", problem.Warning, "『%s』两头的标点也要说出来才算；请写成 \"%s\"", problem.Show(alt), problem.Show(unmarked))
		case len(parts) > 1 && synonyms(alt, parts):
			r.report(n.Span, "W04", problem.Warning, "『%s』要一字不差地说才算；是几个同义词的话，中间用 | 隔开：\"%s\"；是几个要点的话，各写一条",
				problem.Show(alt), problem.Show(strings.Join(parts, "|")))
		case orWords(alt) != "":
			r.report(n.Span, "W04", problem.Warning, "『%s』里的“或”也要说出来才算；同义词之间用 | 隔开：\"%s\"", problem.Show(alt), problem.Show(orWords(alt)))
		default:
			continue
		}
		return
	}
}

// hanBlanks is a blank behind a Chinese word.
var hanBlanks = regexp.MustCompile(`(\p{Han})[ \x{3000}]+`)

// synonyms reports whether the parts of a wording are rather words of their own than pieces of a sentence or numbers.
func synonyms(alt string, parts []string) bool {
	const short = 4 // characters, between commas
	sentence := strings.ContainsAny(alt, "，,；;")
	for _, p := range parts {
		size := utf8.RuneCountInString(p)
		if strings.Trim(p, "0123456789.") == "" || size < 2 || sentence && size > short {
			return false
		}
	}
	return true
}

// orWords is 换新|退款 for 换新或退款, else "".
func orWords(alt string) string {
	a, b, ok := strings.Cut(alt, "或")
	if !ok || utf8.RuneCountInString(a) < 2 || utf8.RuneCountInString(b) < 2 || strings.HasPrefix(b, "多") || strings.HasPrefix(b, "许") || strings.Contains(b, "或") {
		return ""
	}
	return a + "|" + b
}

// otherConditions is what people write for conditions of the list.
var otherConditions = map[string]string{
	"默认": "其他", "否则": "其他", "其余": "其他", "其它": "其他", "任何": "其他", "全部": "其他", "else": "其他", "*": "其他", "没回": "超时", "不回": "超时",
	"没回复": "超时", "沉默": "超时", "第二次": "再次", "第二遍": "再次", "又来": "再次", "重复": "再次", "通过": "达标", "及格": "达标", "合格": "达标",
	"不及格": "不达标", "没通过": "不达标", "套话": "敷衍", "辱骂": "失礼", "骂人": "失礼", "承诺": "过度承诺", "打包票": "过度承诺", "甩锅": "推诿",
	"心情不好": "心情差", "心情坏": "心情差", "心情不差": "心情好", "缺要点": "要点缺", "没说要点": "要点缺", "must": "要点全", "有同理心": "有共情", "缺同理心": "缺共情",
	"有安慰": "有安抚", "有时间": "有时限", "缺时间": "缺时限",
}

// conditionAdvice says what an unknown condition was probably meant to be. text is as written, folded without blanks.
func conditionAdvice(text, folded string) string {
	isOne := func(s string) bool {
		_, err := ParseCondition(s, func(string) (scoring.Pattern, error) { return scoring.Pattern{}, nil })
		return err == nil
	}
	if list := inList(text, isOne); list != nil {
		return "；都要满足请写成列表：if = [\"" + strings.Join(list, `", "`) + `"]`
	}
	if list := inList(orSigns.Replace(text), isOne); list != nil {
		return "；“或”请写成两条分支，一条一个条件"
	}
	if head, words, ok := strings.Cut(folded, ":"); ok && words == "" && wordConditions[head] != never {
		folded = head
	}
	if advice := wordAdvice(folded); advice != "" {
		return advice
	}
	for _, not := range []string{"没碰红线", "不碰红线", "没踩雷", "无红线"} {
		if folded == not {
			return "；先写一条 if = \"碰红线\" 接住碰了的，它下面的就都是没碰的"
		}
	}
	if guess := conditionNamed(folded); guess != "" {
		return "；是不是想写『" + guess + "』？"
	}
	return "；可以用：达标、不达标、有共情、缺时限、碰红线、要点缺、提到:词、再次、超时、其他 等"
}

// wordAdvice is about conditions that take words: the colon, and the words behind it.
func wordAdvice(folded string) string {
	const example = "退款|退钱"
	if wordConditions[folded] != never {
		return "；『" + folded + "』后面要写词，比如 " + folded + ":" + example
	}
	if _, red, ok := strings.Cut(folded, "碰红线:"); ok {
		return "；点名哪条红线，直接写它的名字，比如 " + cmp.Or(red, "推诿")
	}
	for _, head := range []string{"早说过", "没提到", "没答应", "没拒绝", "提到", "没提", "答应", "拒绝"} {
		words, ok := strings.CutPrefix(folded, head)
		words = strings.TrimPrefix(words, ":")
		switch {
		case !ok || words == "":
		case head == "没提到":
			return "；是不是想写『没提:" + words + "』？"
		case head == "没答应", head == "没拒绝":
			return "；没有『" + head + "』；请写一条 " + strings.TrimPrefix(head, "没") + ":" + words + " 接住，它下面的就都是没有的"
		default:
			return "；词前面要有冒号：" + head + ":" + words
		}
	}
	return ""
}

// conditionNamed is the condition that a word was probably meant to be; 无X and 没有X are what people write for 缺X.
func conditionNamed(folded string) string {
	if known := otherConditions[strings.ToLower(folded)]; known != "" {
		return known
	}
	bare := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, prefix := range []string{"没有", "缺少", "未", "无", "没", "少"} {
		if name, ok := strings.CutPrefix(bare, prefix); ok && slices.Contains(elementLabels, name) {
			return "缺" + name
		}
	}
	switch {
	case slices.Contains(elementLabels, bare):
		return "有" + bare
	case slices.Contains(conditionNames(), bare):
		return bare
	}
	return problem.Nearest(folded, conditionNames())
}
