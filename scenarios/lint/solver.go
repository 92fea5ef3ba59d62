package lint

import "shouxiang/scenarios"

// literal is a question with the answer wanted: +n for yes, −n for no, n counting from 1.
type literal int

// clause holds when one of its literals does.
type clause []literal

// logic is what is known about the questions that the conditions of one turn ask.
type logic struct {
	number map[scenarios.Atom]literal
	atoms  []scenarios.Atom
	facts  []clause
	left   *int // effort left for the whole file
}

func newLogic(left *int) *logic { return &logic{number: map[scenarios.Atom]literal{}, left: left} }

// of is the number of a question, new or known.
func (l *logic) of(a scenarios.Atom) literal {
	n, ok := l.number[a]
	if !ok {
		l.atoms = append(l.atoms, a)
		n = literal(len(l.atoms))
		l.number[a] = n
	}
	return n
}

func (l *logic) know(c ...literal) { l.facts = append(l.facts, c) }

// Effort, in clauses looked at: of one search, and of all searches of a file. Beyond it everything counts as possible,
// so that nothing is ever wrongly reported and no file takes long.
const (
	searchEffort = 1_000_000
	fileEffort   = 12_000_000
)

// possible reports whether some answers to all questions satisfy what is known and the clauses given.
func (l *logic) possible(more ...clause) bool {
	_, ok := l.model(more...)
	return ok
}

// model gives such answers: +1 yes, −1 no, 0 no matter; nil when the search was given up.
func (l *logic) model(more ...clause) ([]int8, bool) {
	if *l.left <= 0 {
		return nil, true
	}
	clauses := make([]clause, 0, len(l.facts)+len(more))
	clauses = append(append(clauses, l.facts...), more...)
	s := search{clauses: clauses, left: min(searchEffort, *l.left)}
	from := s.left
	s.left -= len(clauses) + len(l.atoms)
	answers := make([]int8, len(l.atoms)+1)
	ok := s.solve(answers)
	*l.left -= from - s.left
	if s.left <= 0 {
		return nil, true
	}
	return answers, ok
}

type search struct {
	clauses []clause
	left    int
}

// solve extends the answers in place.
func (s *search) solve(answers []int8) bool {
	pick, ok := s.propagate(answers)
	if !ok || pick == 0 {
		return ok
	}
	for _, try := range [2]literal{pick, -pick} {
		next := append([]int8(nil), answers...)
		set(next, try)
		if s.solve(next) {
			copy(answers, next)
			return true
		}
	}
	return false
}

// propagate answers what has only one answer left and picks a literal of a clause that is still open; 0 = none is.
func (s *search) propagate(answers []int8) (pick literal, ok bool) {
	for {
		if s.left -= len(s.clauses) + 1; s.left <= 0 {
			return 0, false
		}
		changed := false
		pick = 0
		for _, c := range s.clauses {
			open, last, done := 0, literal(0), false
			for _, lit := range c {
				switch valueOf(answers, lit) {
				case 1:
					done = true
				case 0:
					open, last = open+1, lit
				}
			}
			switch {
			case done:
			case open == 0:
				return 0, false
			case open == 1:
				set(answers, last)
				changed = true
			default:
				pick = last
			}
		}
		if !changed {
			return pick, true
		}
	}
}

func valueOf(answers []int8, lit literal) int8 {
	if lit < 0 {
		return -answers[-lit]
	}
	return answers[lit]
}

func set(answers []int8, lit literal) {
	if lit < 0 {
		answers[-lit] = -1
	} else {
		answers[lit] = 1
	}
}
