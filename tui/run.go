package tui

import (
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// FrameRate is how often a frame may leave at most (docs/performance.md).
const FrameRate = 60

// Run opens the screens and returns when they are left, however that comes: by the trainee, by a signal, by a closed
// terminal, by a panic. Then the terminal is as it was and the log has its last line.
func Run(env *Env, start Start, opts ...tea.ProgramOption) (Left, error) {
	app := newApp(env, start)
	p := tea.NewProgram(app, append([]tea.ProgramOption{tea.WithFPS(FrameRate)}, opts...)...)
	if env.Signals {
		hup, done := make(chan os.Signal, 1), make(chan struct{})
		signal.Notify(hup, syscall.SIGHUP)
		go func() {
			select {
			case <-hup:
				p.Send(hangupMsg{})
			case <-done:
			}
		}()
		defer func() { signal.Stop(hup); close(done) }()
	}
	_, err := p.Run()
	if errors.Is(err, tea.ErrInterrupted) {
		err = nil // Ctrl+C from outside is an end like any other
	}
	if !app.finished {
		app.closeSet("signal")
		app.left.Cut = true
	}
	return app.left, err
}
