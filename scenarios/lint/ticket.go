package lint

import (
	"fmt"
	"slices"
	"strings"

	"shouxiang/problem"
	"shouxiang/scoring"
)

// knowable are the ticket fields that the customer or the back office must tell; the others the agent decides.
var knowable = []string{"who", "what", "when", "where", "why", "want"}

// ticket looks at the facts the work order must hold: C01 nobody told them, C02 no model reply does them.
func (c *checker) ticket() {
	table := c.sc.Tree.Root.Get("ticket")
	if table == nil || table.Kind != problem.Table {
		return
	}
	told, done := c.hearEach(c.told()), c.hearEach(c.offered())
	for _, n := range table.Nodes {
		switch {
		case slices.Contains(knowable, n.Key):
			eachText(n, func(item *problem.Node, text string) {
				if p, err := c.scorer.Pattern(text); err == nil && !mentions(told, p) {
					c.report("C01", item.Span, text)
				}
			})
		case n.Key == "how":
			eachText(n, func(item *problem.Node, text string) {
				if p, err := c.scorer.Pattern(text); err == nil && !mentions(done, p) {
					c.report("C02", item.Span, text)
				}
			})
		}
	}
}

// hearEach hears texts one by one: what one says does not change what another says.
func (c *checker) hearEach(texts []string) []*scoring.Facts {
	var out []*scoring.Facts
	for _, text := range texts {
		out = append(out, c.scorer.Hear(nil, []string{text}))
	}
	return out
}

func mentions(all []*scoring.Facts, p scoring.Pattern) bool {
	return slices.ContainsFunc(all, func(f *scoring.Facts) bool {
		m := f.Mentions(p)
		return m.Affirmed || m.Negated
	})
}

// offered are all good replies.
func (c *checker) offered() []string {
	var out []string
	for i := range c.sc.Turns {
		for j := range c.sc.Turns[i].Good {
			out = append(out, strings.Join(c.sc.Turns[i].Good[j].Bubbles(), "\n"))
		}
	}
	return out
}

// told is all that a trainee can read.
func (c *checker) told() []string {
	sc := c.sc
	out := []string{sc.Background, sc.Customer.Name, sc.Customer.About, sc.Customer.Address}
	for i := range sc.Turns {
		t := &sc.Turns[i]
		for _, l := range slices.Concat(t.Say, t.Late) {
			out = append(out, l.Text)
		}
		out = append(out, t.Nudge...)
		for j := range t.Rows {
			out = append(out, t.Rows[j].Say...)
		}
	}
	return out
}

// gifts are concessions that only some desks may make, as good replies offer them.
var gifts = []struct{ name, offer, can string }{
	{"退款", "给您退款|帮您退款|为您退款|给您全额退|我来退款|我退给您", "退款|退钱|退费|退票|退订|退课|退货"},
	{"补发", "给您补发|帮您补发|为您补发|我补发|我来补发", "补发|重发|补寄"},
	{"换新", "给您换新|帮您换新|给您换一*|我换新", "换新|换货|换"},
	{"补偿", "补偿您|给您补偿|赔您|赔给您|赔付您", "补偿|赔"},
	{"免单", "给您免单|免掉", "免单|减免|免"},
}

// offers reports good replies that give what can and money do not allow (C03).
func (c *checker) offers() {
	if !c.sc.CanKnown {
		return
	}
	may := strings.Join(c.sc.Can, " ")
	for i := range c.sc.Turns {
		t := &c.sc.Turns[i]
		for j := range t.Good {
			r := c.hear(i, &t.Good[j])
			for _, g := range gifts {
				if p, err := c.scorer.Pattern(g.offer); err == nil && r.facts.Mentions(p).Affirmed && !containsAny(may, g.can) {
					c.report("C03", r.at("text"), g.name, "can 里没有；请加进 can，或改回复")
				}
			}
			if sum := yuan(r.Text); sum > c.sc.Money && (c.sc.Money > 0 || containsAny(r.Text, "补偿|赔|券")) {
				c.report("C03", r.at("text"), fmt.Sprintf("%d 元", sum), fmt.Sprintf("money 只许 %d 元；请改数目", c.sc.Money))
			}
		}
	}
}

func containsAny(text, words string) bool {
	for w := range strings.SplitSeq(words, "|") {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// yuan is the largest sum that the text promises to give: a number before 元 or 块 near a word of giving.
func yuan(text string) int {
	most := 0
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		n, from := 0, i
		for ; i < len(runes) && runes[i] >= '0' && runes[i] <= '9' && n < 1e8; i++ {
			n = n*10 + int(runes[i]-'0')
		}
		if i > from && i < len(runes) && (runes[i] == '元' || runes[i] == '块') &&
			containsAny(string(runes[max(0, from-5):from])+string(runes[i:min(len(runes), i+5)]), "补偿|赔|券|补您") {
			most = max(most, n)
		}
	}
	return most
}
