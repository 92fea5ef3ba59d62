package tui

import (
	"time"

	"shouxiang/problem"
	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/scoring"
	"shouxiang/sim"
	"shouxiang/sim/journal"
)

// Env is all that the screens meet of the world. Load, History and SaveProfile may be slow: they run beside the screen.
type Env struct {
	Now     func() time.Time
	Load    func() (*scenarios.Library, *scoring.Scorer)
	History func() History

	Profile     Profile
	FirstRun    bool // there is no profile yet
	SaveProfile func(Profile) error

	// NewLog prepares the log of a session. It gives the header its app, version and place.
	NewLog     func(h journal.Header, started time.Time) *journal.Writer
	NewSession func(now time.Time) string // an id
	NewSeed    func() uint64

	Pasts      func() map[string]report.Past                   // by scenario id; may be slow
	Phrases    func() []string                                 // the trainee's own 快捷语; may be slow
	KeepPhrase func(text string) error                         // adds one; may be slow
	Reload     func() (*scenarios.Scenario, []problem.Problem) // reads the file that is played anew; nil = none is

	Signals bool // install handlers for the end of the terminal; false in tests
}

// Profile is what is remembered of the trainee.
type Profile struct {
	Name  string
	Rung  sim.Rung
	Speed int    // characters a minute; 0 = not measured
	Theme string // auto, dark, light
}

// History is what earlier sessions left.
type History struct {
	Attempts []sim.Attempt // the last first attempts, oldest first
	Last     report.Set    // of the last session; Cards is 0 when there is none
}

// Start says where the program opens: home, or a drill or a conversation at once.
type Start struct {
	Drill *DrillOptions
	Play  *PlayOptions
	New   *NewOptions // write a scenario, and nothing else
}

// PlayOptions are the wishes of the command line for a conversation.
type PlayOptions struct {
	Scenario *scenarios.Scenario // nil = one is picked
	File     string              // where it was read, "" = from a pack; a file's own waits hold
	NoTag    bool
}

// DrillOptions are the wishes of the command line for a set.
type DrillOptions struct {
	Cards    int
	Limit    sim.Limit
	LimitSet bool // false: the profile's rung, or the card's own wait when Card is given
	Tag      string
	Pack     string
	Seed     uint64
	NoTag    bool
	Card     *scenarios.Scenario // drill this one only
}

// Left is what the screens leave behind when they close.
type Left struct {
	Sessions []Kept
	Unsaved  bool // Env.Profile is not known to be on disk
	Cut      bool // ended from outside: nobody is there to be asked
}

// Kept is one session that was played. Its log is closed when Log.Trouble() is nil; else events still wait in it: Close
// tries again, and Move takes them to another folder.
type Kept struct {
	Log     *journal.Writer
	Summary string // one line
}

// RungLimit is the limit of first responses on a rung.
func RungLimit(r sim.Rung) sim.Limit {
	if r == 0 {
		return sim.Limit{Untimed: true}
	}
	return sim.Limit{Ms: int64(r) * 1000}
}
