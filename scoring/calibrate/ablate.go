package calibrate

import (
	"cmp"
	"errors"
	"math/bits"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"shouxiang/scoring"
)

// Counts are labels of 共情, of 行动 and of red lines.
type Counts struct {
	Empathy  int `json:"empathy"`
	Action   int `json:"action"`
	RedLines int `json:"red_lines"`
}

// All is the labels of all three.
func (c Counts) All() int { return c.Empathy + c.Action + c.RedLines }

func (c *Counts) add(o Counts) {
	c.Empathy, c.Action, c.RedLines = c.Empathy+o.Empathy, c.Action+o.Action, c.RedLines+o.RedLines
}

// Worth is what a rule does on one file: labels that are right because of it, and wrong because of it.
type Worth struct {
	Earns Counts `json:"earns"`
	Costs Counts `json:"costs"`
}

// Net is what it earns beyond what it costs.
func (w Worth) Net() int { return w.Earns.All() - w.Costs.All() }

func (w *Worth) add(o Worth) {
	w.Earns.add(o.Earns)
	w.Costs.add(o.Costs)
}

// Ablated is one rule that was switched off.
type Ablated struct {
	Rule     string  `json:"rule"`
	Kind     string  `json:"kind"` // words, frame, form, code
	Literals int     `json:"literals,omitempty"`
	Files    []Worth `json:"files"`
	Total    Worth   `json:"total"`
}

// Idle is the number of files on which the rule earns nothing.
func (a *Ablated) Idle() int {
	n := 0
	for _, w := range a.Files {
		n += given(w.Earns.All() == 0, 1)
	}
	return n
}

// Ablation is every rule off in turn, what earns most first.
type Ablation struct {
	Labelled []int     `json:"labelled"` // replies with labels, a number for each file
	Wrong    []Counts  `json:"wrong"`    // labels that are wrong with every rule on
	Rules    []Ablated `json:"rules"`
	Entries  int       `json:"entries"` // rules, forms of a frame not counted by themselves
	Literals int       `json:"literals"`
}

var kindNames = map[scoring.RuleKind]string{scoring.WordsRule: "words", scoring.FrameRule: "frame", scoring.FormRule: "form", scoring.CodeRule: "code"}

// Ablate switches every rule off in turn and counts what changes on each file. It uses every processor.
func Ablate(s *scoring.Scorer, files [][]Row) (*Ablation, error) {
	b := newBench(s, files)
	out := &Ablation{Labelled: make([]int, len(files)), Wrong: make([]Counts, len(files))}
	for i := range b.rows {
		row := &b.rows[i]
		out.Labelled[row.file]++
		out.Wrong[row.file].add(row.people.wrongly(row.base).counts())
	}
	rules := s.Rules()
	out.Rules = make([]Ablated, len(rules))
	errs := make([]error, len(rules))
	each(len(rules), func(i int) { out.Rules[i], errs[i] = b.without(rules[i], len(files)) })
	for _, r := range rules {
		out.Literals += r.Literals
		out.Entries += given(r.Kind != scoring.FormRule, 1)
	}
	slices.SortStableFunc(out.Rules, func(a, b Ablated) int {
		return cmp.Or(cmp.Compare(b.Total.Net(), a.Total.Net()), cmp.Compare(b.Total.Earns.All(), a.Total.Earns.All()))
	})
	return out, errors.Join(errs...)
}

// each calls do for every number below n, on every processor.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// labels are what people, or a scorer, hear in a reply.
type labels struct {
	empathy, action int
	lines           uint32
}

// mistakes are the labels of a reply that are wrong.
type mistakes struct {
	empathy, action bool
	lines           uint32
}

func (l labels) wrongly(heard labels) mistakes {
	return mistakes{heard.empathy != l.empathy, heard.action != l.action, heard.lines ^ l.lines}
}

func (m mistakes) counts() Counts {
	return Counts{given(m.empathy, 1), given(m.action, 1), bits.OnesCount32(m.lines)}
}

// beyond is what is wrong here and right there.
func (m mistakes) beyond(o mistakes) mistakes {
	return mistakes{m.empathy && !o.empathy, m.action && !o.action, m.lines &^ o.lines}
}

// bench is what every trial needs: the labelled rows, what the whole scorer hears in them, and which rules touch which.
type bench struct {
	s       *scoring.Scorer
	names   []string
	rows    []trial
	touched map[string][]int // forms, by entry and by form → rows in which they fit
}

type trial struct {
	*Row
	file         int
	bubbles      []string
	people, base labels
}

func newBench(s *scoring.Scorer, files [][]Row) *bench {
	b := &bench{s: s, names: FlagNames(), touched: map[string][]int{}}
	j := judge{names: b.names}
	for file, rows := range files {
		for i := range rows {
			if row := &rows[i]; row.Labelled {
				b.rows = append(b.rows, trial{Row: row, file: file, bubbles: bubbles(row.Reply), people: labels{row.Empathy, row.Action, j.bits(row.Flags)}})
			}
		}
	}
	ears := newEars(s)
	for i := range b.rows {
		row := &b.rows[i]
		row.base = ears.hear(row)
		for _, n := range s.Trace(ears.matter(row.Row), row.bubbles) {
			entry, _, _ := strings.Cut(n.Rule, "#")
			for _, id := range []string{entry, n.Rule} {
				if list := b.touched[id]; len(list) == 0 || list[len(list)-1] != i {
					b.touched[id] = append(list, i)
				}
			}
		}
	}
	return b
}

// without switches one rule off. A form touches the rows in which it fits; words and rules of code may touch any.
func (b *bench) without(r scoring.Rule, files int) (Ablated, error) {
	out := Ablated{Rule: r.ID, Kind: kindNames[r.Kind], Literals: r.Literals, Files: make([]Worth, files)}
	formed := r.Kind == scoring.FrameRule || r.Kind == scoring.FormRule
	if formed && len(b.touched[r.ID]) == 0 {
		return out, nil
	}
	less, err := b.s.Without(r.ID)
	if err != nil {
		return out, err
	}
	ears := newEars(less)
	try := func(i int) {
		row := &b.rows[i]
		with, off := row.people.wrongly(row.base), row.people.wrongly(ears.hear(row))
		out.Files[row.file].add(Worth{off.beyond(with).counts(), with.beyond(off).counts()})
	}
	if formed {
		for _, i := range b.touched[r.ID] {
			try(i)
		}
	} else {
		for i := range b.rows {
			try(i)
		}
	}
	for _, w := range out.Files {
		out.Total.add(w)
	}
	return out, nil
}

// ears hear by one scorer; matters are compiled with it, once for a customer or a turn.
type ears struct {
	judge
	turns map[*scoring.Matter]*scoring.Matter
}

func newEars(s *scoring.Scorer) *ears {
	return &ears{judge{s: s, names: FlagNames(), matters: map[string]*scoring.Matter{}}, map[*scoring.Matter]*scoring.Matter{}}
}

func (e *ears) matter(row *Row) *scoring.Matter {
	if row.Matter == nil {
		return e.judge.matter(row.Customer)
	}
	m := e.turns[row.Matter]
	if m == nil {
		m, _ = e.s.Compile(row.Matter.Brief()) // what is wrong with its patterns was told when the scenario was loaded
		e.turns[row.Matter] = m
	}
	return m
}

func (e *ears) hear(row *trial) labels {
	f := e.s.Hear(e.matter(row.Row), row.bubbles)
	return labels{f.Empathy, f.Action, e.lines(f.RedLines)}
}
