package scoring

// hearEmpty tells 占位回复 and the two kinds of 敷衍: phrases that say nothing of this matter, and piled-up slogans.
// It runs first: piled-up slogans are neither empathy nor a step.
func (r *reply) hearEmpty(f *Facts) {
	if r.piled() {
		f.Empathy, f.Kind, f.Action, f.Step, f.Who, f.Echo = 0, NoEmpathy, 0, 0, false, false
		f.Timing, f.Done = NoDeadline, false
		f.Elements = 0
		r.cross(f, Robotic, sign{"code.piled", 0, len(r.text.runes)}, betterThanEmpty)
		return
	}
	if f.RedLines != 0 {
		return
	}
	hollow := r.cover(clsHollow)
	empty := r.cover(clsEmpty)
	switch {
	case hollow.words > 0 && hollow.left == 0:
		f.Hollow = true
		f.Elements = ElementSet(Greet)
	case empty.words > 0 && empty.left <= 1 && f.Empathy == 0 && len(r.matter) == 0 && len(r.deadlines) == 0:
		r.cross(f, Robotic, sign{"code.empty", 0, len(r.text.runes)}, betterThanEmpty)
	}
}

const betterThanEmpty = "说到他的事，再说您现在做什么、几分钟后回话。"

// cover is how much of the reply words of a class leave over.
type cover struct{ words, left int }

func (r *reply) cover(c class) cover {
	var out cover
	end := 0
	var masked []bool
	masked = append(masked, make([]bool, len(r.text.runes))...)
	for _, h := range r.hits {
		if r.s.hasClass(h.word, c) {
			out.words++
			for i := h.start; i < h.end; i++ {
				masked[i] = true
			}
			end = max(end, int(h.end))
		}
	}
	for i, ch := range r.text.runes {
		if !masked[i] && !isMark(ch) && !isParticle(ch) && ch != ' ' {
			out.left++
		}
	}
	return out
}

// piled reports slogans in a heap: hardly anything but slogan words, several of them, and no word of this matter.
func (r *reply) piled() bool {
	words := 0
	masked := make([]bool, len(r.text.runes))
	total, covered := 0, 0
	last := int32(-1)
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.is(clsSlogan) && !t.is(clsAddress) && !t.is(clsYou) && !t.is(clsWe) {
			if t.start >= last {
				words++
			}
			last = t.end
		}
		if t.is(clsSlogan) {
			for k := t.start; k < t.end; k++ {
				masked[k] = true
			}
		}
	}
	for i, ch := range r.text.runes {
		if isMark(ch) || isParticle(ch) || ch == '+' || ch == '=' || ch == ':' {
			continue
		}
		total++
		if masked[i] {
			covered++
		}
	}
	return words >= 4 && len(r.deadlines) == 0 && covered*10 >= total*8
}
