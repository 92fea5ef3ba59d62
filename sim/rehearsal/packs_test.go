package rehearsal

import (
	"testing"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scenarios/lint"
	"shouxiang/scoring"
)

// The embedded packs are clean the way a trainer's own must be: every good and bad reply of every turn is judged as its
// author says, and the games find nothing wrong.
func TestEmbeddedPacksAreCleanWithTheirGames(t *testing.T) {
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: scenarios.Embedded()})
	list := lint.Check(lib, scoring.Default())
	list = append(list, Check(lib, list, scoring.Default())...)
	for _, p := range list {
		if p.Severity != problem.Hint {
			t.Error(p.Render())
		}
	}
}
