// Package mask hides identity numbers, bank cards and mobile phones in a text, digit by digit.
//
// Every hidden digit becomes one `*`, so the text keeps its length in code points and every offset stays right. It
// knows nothing of where texts come from.
//
// Hidden are
//   - 身份证号: 18 digits or 17 and an X whose check digit is right, or whose province and date of birth stand in their
//     places: one mistyped digit leaves a person readable all the same. 15 digits of the old form;
//   - 银行卡号: 13–19 digits, Luhn, of the leading digits that cards have;
//   - 手机号: 11 digits, also behind 86, 0086, 0.
//
// Digits are those of any script, Chinese words (一 幺 壹) and enclosed ones. Whatever is no letter may stand between
// their groups, and letters before or behind protect nothing.
//
// Decided: what merely looks long stays. A number that is called an order or a parcel (运单号…) stays readable, also
// when it has the shape of a phone, unless it passes as an identity number (check digit right, or of the old form) or
// as a card: one order in ten or fewer loses its digits by that, and no card is kept.
package mask

import "strings"

// Text hides what is secret in s.
func Text(s string) string {
	if count(s, longest) < shortest {
		return s
	}
	runes := []rune(s)
	if !hideAll(runes) {
		return s
	}
	return string(runes)
}

// Bubble hides what is secret in text, read behind what earlier bubbles of the same reply said, as they were typed. A
// bubble that ends inside a number hides what is there: it is written down before the next one comes.
func Bubble(said, text string) string {
	if in := count(text, longest); in == 0 || in+count(said, longest) < leastOpen {
		return text
	}
	runes := []rune(text)
	if said != "" {
		runes = []rune(said + "\n" + text)
	}
	before := len(runes) - len([]rune(text))
	hidden := hideAll(runes)
	if hideOpen(runes) || hidden {
		return string(runes[before:])
	}
	return text
}

const (
	shortest = 11 // digits of the shortest number that is hidden
	longest  = 23 // of the longest one: 19 of a card, and room for a count right behind
)

// count is the number of digits, counted up to most.
func count(s string, most int) int {
	n := 0
	for _, r := range s {
		if r < '0' {
			continue
		}
		if _, script := digit(r); script != none {
			if n++; n == most {
				break
			}
		}
	}
	return n
}

// hideAll hides until nothing is left: a hidden number may have stood between the halves of another.
func hideAll(runes []rune) bool {
	changed := false
	for hideOnce(runes) {
		changed = true
	}
	return changed
}

func hideOnce(runes []rune) bool {
	var hide []int
	run := numbers{runes: runes}
	for i := 0; i < len(runes); {
		if i = run.read(i); len(run.at) >= shortest {
			hide = append(hide, run.secrets()...)
		}
	}
	for _, at := range hide {
		runes[at] = '*'
	}
	return len(hide) > 0
}

// hideOpen hides the beginning of a number at the end of the text.
func hideOpen(runes []rune) bool {
	start, end := len(runes), 0
	for ; start > 0; start-- {
		r := runes[start-1]
		if _, script := digit(r); script != none {
			end = max(end, start)
		} else if joint(r) == stop {
			break
		}
	}
	run := numbers{runes: runes[:end]}
	for start < end { // the last run counts
		start = run.read(start)
	}
	for from, first := range run.groups {
		if len(run.at)-first.from > longest {
			continue
		}
		if open(run.window(from, len(run.groups))) && !calledOrder(runes[:run.at[first.from]]) {
			for _, at := range run.at[first.from:] {
				runes[at] = '*'
			}
			return true
		}
	}
	return false
}

// group is digits of one script without a visible joint inside: places of numbers.at.
type group struct {
	from, to int
	kind     rune // of the joint before it
}

// numbers is digits with joints between them and no letter.
type numbers struct {
	runes  []rune
	at     []int // places of the digits
	values []int
	groups []group
}

// read reads the first run from start on and says where to look for the next one.
func (n *numbers) read(start int) (next int) {
	n.at, n.values, n.groups = n.at[:0], n.values[:0], n.groups[:0]
	last, between, seen := none, rune(0), false // script of the digit before; the joint since, and whether it is seen
	for i := start; i < len(n.runes); i++ {
		r := n.runes[i]
		value, script := digit(r)
		if script == none {
			if len(n.at) == 0 {
				continue
			}
			k := joint(r)
			twice := r == '*' && n.runes[i-1] == '*'
			if k == stop || twice || k > soft && between > soft && k != between {
				return i
			}
			between, seen = max(between, k), seen || k != unseen
			continue
		}
		if len(n.at) == 0 || seen || script != last {
			n.groups = append(n.groups, group{from: len(n.at), kind: between})
		}
		n.at, n.values = append(n.at, i), append(n.values, value)
		n.groups[len(n.groups)-1].to = len(n.at)
		last, between, seen = script, 0, false
	}
	return len(n.runes)
}

// secrets is the places of all that is secret: every stretch of groups is looked at, so that what stands beside a
// number never saves it.
func (n *numbers) secrets() (hide []int) {
	for from, first := range n.groups {
		kind := rune(0)
		for to := from; to < len(n.groups); to++ {
			g := n.groups[to]
			if to > from && g.kind > soft {
				if kind != 0 && g.kind != kind { // 30.00、40.00: one number has one kind of joint
					break
				}
				kind = g.kind
			}
			if g.to-first.from > longest {
				break
			}
			if g.to-first.from >= shortest {
				hide = append(hide, n.judge(from, to+1)...)
			}
		}
	}
	return hide
}

// judge is the places of the groups from…to-1 if they are a secret number, alone or with a count glued to it.
func (n *numbers) judge(from, to int) []int {
	w := n.window(from, to)
	x := n.check(to)
	found := secret(w, x >= 0)
	if found == nothing && x >= 0 {
		found, x = secret(w, false), -1
	}
	end := n.groups[to-1].to
	if found == nothing && n.counts(to) {
		for glued := 1; glued <= 3 && glued < n.groups[to-1].to-n.groups[to-1].from && found == nothing; glued++ {
			w.values = w.values[:len(w.values)-1]
			found, end = secret(w, false), end-1
		}
	}
	start := n.groups[from].from
	if found == nothing || found == shape && calledOrder(n.runes[:n.at[start]]) {
		return nil
	}
	hide := n.at[start:end:end]
	if x >= 0 {
		hide = append(hide, x)
	}
	return hide
}

func (n *numbers) window(from, to int) window {
	return window{n.values[n.groups[from].from:n.groups[to-1].to], n.even(from, to)}
}

// even: the groups are those of a card: all of one length, or of four and more, but for the last.
func (n *numbers) even(from, to int) bool {
	size := func(i int) int { return n.groups[i].to - n.groups[i].from }
	same, long := size(to-1) <= size(from), true
	for i := from; i < to-1; i++ {
		same = same && size(i) == size(from)
		long = long && size(i) >= 4
	}
	return same || long
}

// check is the place of an X behind the groups up to to, or -1.
func (n *numbers) check(to int) int {
	for i := n.at[n.groups[to-1].to-1] + 1; i < len(n.runes); i++ {
		switch r := n.runes[i]; {
		case isX(r):
			return i
		case joint(r) == stop, joint(r) > soft:
			return -1
		}
	}
	return -1
}

// counts: what stands right behind the groups makes their last digits a count of something: 10分钟, 5-10分钟.
func (n *numbers) counts(to int) bool {
	rest := n.runes[n.at[n.groups[to-1].to-1]+1:]
	if len(rest) > 1 && strings.ContainsRune("-~～—–至到", rest[0]) {
		rest = rest[1:]
		for len(rest) > 0 {
			if _, script := digit(rest[0]); script == none {
				break
			}
			rest = rest[1:]
		}
	}
	return len(rest) > 0 && strings.ContainsRune("分秒小时点天日号周月年元块个位次件单会下些样半刻多来折楼%％:：hm", rest[0])
}
