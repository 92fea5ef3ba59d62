package scoring

// findings puts what was heard, with its points, on the card.
func (g *grader) findings() {
	g.card.Evidence = append(g.card.Evidence, g.f.Evidence...)
}
