package tui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// The smallest window that shows everything.
const (
	leastWidth  = 60
	leastHeight = 16
)

// quiet is how long no key may come before a screen or question that opened by itself takes any.
const quiet = 400 * time.Millisecond

// App is the root: it owns the size, the open screen, the banner and the question in front of it.
type App struct {
	ui     *ui
	start  *DrillOptions // asked for on the command line; nil = home
	play   *PlayOptions  // the same for a conversation; then how the next one is played
	scr    screen
	dialog *dialog
	set    *set
	w, h   int

	lib    *scenarios.Library // nil while loading
	scorer *scoring.Scorer
	hist   History

	guarded  bool      // the screen opened by itself
	lastKey  time.Time // or its opening
	note     string    // sticky: the profile could not be saved
	warning  string    // what the disk does not take, "" for nothing
	banner   []string  // the same in rows
	tried    time.Time // when what waits was last tried again
	pressed  bool      // Ctrl+C in a window too small to ask
	finished bool      // the trainee left; else the program was ended from outside
	left     Left
}

type loadedMsg struct {
	lib    *scenarios.Library
	scorer *scoring.Scorer
}

type historyMsg struct{ hist History }

func newApp(env *Env, start Start) *App {
	u := &ui{env: env, th: newTheme(env.Profile.Theme != "light"), method: ansi.WcWidth}
	a := &App{ui: u, start: start.Drill, play: start.Play, scr: newHome(u, History{})}
	if start.New != nil {
		a.scr = newWizard(u, start.New)
	}
	return a
}

// Init draws home first and loads behind it.
func (a *App) Init() tea.Cmd {
	env := a.ui.env
	cmds := []tea.Cmd{
		func() tea.Msg { lib, scorer := env.Load(); return loadedMsg{lib, scorer} },
		func() tea.Msg { return historyMsg{env.History()} },
		func() tea.Msg { return phrasesMsg{env.Phrases()} },
	}
	if env.Profile.Theme != "light" && env.Profile.Theme != "dark" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update routes: the world's messages here, keys to the question or the screen, the rest by what it is.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.resize()
	case tea.BackgroundColorMsg:
		a.ui.th = newTheme(msg.IsDark())
		a.resize()
	case tea.ModeReportMsg:
		a.measure(msg)
	case loadedMsg:
		a.lib, a.scorer = msg.lib, msg.scorer
		cmd = a.loaded()
	case historyMsg:
		a.hist = msg.hist
		if h, ok := a.scr.(*home); ok {
			h.hist = msg.hist
		}
	case savedMsg:
		a.note = ""
		if a.left.Unsaved = msg.err != nil; a.left.Unsaved {
			a.note = fmt.Sprintf(textNotSaved, msg.err)
		}
	case phrasesMsg:
		a.ui.phrases = msg.list
	case hangupMsg:
		return a, tea.Quit
	case tea.KeyPressMsg:
		cmd = a.press(msg)
	case tea.PasteMsg:
		if a.dialog == nil && !a.tooSmall() && !a.stillBusy() {
			cmd = a.scr.Update(msg)
		}
	default:
		cmd = a.flow(msg)
	}
	cmd = tea.Batch(cmd, a.catchUp())
	a.warn()
	return a, cmd
}

// retry is how often what the disk refused is tried again, at most; the open session's log does so by itself.
const retry = time.Second

// catchUp tries to write what earlier sessions and the profile still wait to have written.
func (a *App) catchUp() tea.Cmd {
	now := a.ui.env.Now()
	if a.warning == "" || now.Sub(a.tried) < retry {
		return nil
	}
	a.tried = now
	for _, k := range a.left.Sessions {
		_ = k.Log.Close() // it remembers its trouble
	}
	if a.note != "" {
		return a.save()
	}
	return nil
}

// measure follows the renderer: once the terminal confirms mode 2027, cells are counted by graphemes.
func (a *App) measure(msg tea.ModeReportMsg) {
	if msg.Mode != ansi.ModeUnicodeCore {
		return
	}
	switch msg.Value {
	case ansi.ModeReset, ansi.ModeSet, ansi.ModePermanentlySet:
		a.ui.method = ansi.GraphemeWidth
		a.resize()
	}
}

// press gives a key to whom it belongs.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	name := msg.String()
	if msg.Text != "" && a.types() {
		name = "" // a word, whatever it spells
	}
	switch {
	case a.tooSmall():
		return a.pressSmall(name)
	case name != "ctrl+c" && a.stillBusy():
		return nil
	case name == "ctrl+z":
		return tea.Suspend
	case a.dialog != nil:
		answer, done := a.dialog.press(msg)
		if !done {
			return nil
		}
		a.ask(nil)
		if answer == nil {
			return nil
		}
		return send(answer)
	case (name == "?" || name == "？") && !a.types():
		a.ask(a.helpDialog())
		return nil
	}
	return a.scr.Update(msg)
}

// stillBusy: something opened by itself while the trainee was typing, and the keys still come.
func (a *App) stillBusy() bool {
	if !a.guarded {
		return false
	}
	now := a.ui.env.Now()
	busy := now.Sub(a.lastKey) < quiet
	a.lastKey, a.guarded = now, busy
	return busy
}

// guard makes the screen or question that just opened wait for quiet.
func (a *App) guard() { a.guarded, a.lastKey = true, a.ui.env.Now() }

// types: keys are text on this screen.
func (a *App) types() bool {
	switch s := a.scr.(type) {
	case *drill, *welcome, *picker, *ticket, *wizard:
		return true
	case *play:
		return !s.done
	}
	return false
}

// pressSmall: where nothing can be shown, only Ctrl+C counts, twice if a card would be lost.
func (a *App) pressSmall(name string) tea.Cmd {
	if name != "ctrl+c" {
		a.pressed = false
		return nil
	}
	if a.atStake() != "" && !a.pressed {
		a.pressed = true
		return nil
	}
	return a.leave()
}

// atStake says what leaving now would lose, "" for nothing.
func (a *App) atStake() string {
	switch s := a.scr.(type) {
	case *drill:
		return textTooSmall2
	case *play:
		if !s.done {
			return textTooSmall3
		}
	case *wizard:
		if s.typed {
			return textTooSmall4
		}
	}
	return ""
}

func (a *App) tooSmall() bool { return a.w < leastWidth || a.h < leastHeight }

// ask puts a question in front of the screen, or takes it away.
func (a *App) ask(d *dialog) {
	a.dialog = d
	if d != nil && d.opened {
		a.guard()
	}
	a.resize()
}

// show makes s the open screen.
func (a *App) show(s screen) tea.Cmd {
	a.scr, a.dialog, a.guarded = s, nil, false
	a.resize()
	return s.Init()
}

// resize hands the screen the rows between header and footer.
func (a *App) resize() {
	if !a.tooSmall() {
		a.pressed = false
		a.scr.Resize(a.w, a.h-a.chrome())
	}
}

// chrome is the rows around the body: header, rule, banner, question, footer.
func (a *App) chrome() int {
	n := 3 + len(a.banner)
	if a.dialog != nil {
		n += len(a.dialog.lines(a.ui, a.w))
	}
	return n
}

// warn keeps the banner in step with what goes wrong.
func (a *App) warn() {
	a.warning = a.note
	for _, k := range a.left.Sessions {
		if t := k.Log.Trouble(); t != nil {
			a.warning = t.Error()
		}
	}
	if a.set != nil {
		if text := a.set.log.Notice(); text != "" {
			a.warning = text
		}
	}
	var banner []string
	if a.warning != "" && !a.tooSmall() {
		banner = a.ui.indented("! "+Printable(a.warning), a.w, a.ui.th.banner)
	}
	if changed := len(banner) != len(a.banner); changed {
		a.banner = banner
		a.resize()
	}
	a.banner = banner
}

// View puts the frame together. It changes nothing.
func (a *App) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: textName}
	if a.w == 0 {
		return v
	}
	if a.tooSmall() {
		text := fmt.Sprintf(textTooSmall, a.w, a.h)
		switch s := a.scr.(type) {
		case *drill:
			text += s.glance()
		case *play:
			text += s.glance()
		}
		if a.pressed {
			text = a.atStake()
		}
		v.Content = a.ui.cut(text, a.w)
		if a.warning != "" && a.h > 1 {
			v.Content += "\n" + a.ui.cut("! "+Printable(a.warning), a.w)
		}
		return v
	}
	f := a.scr.View()
	th := a.ui.th
	rows := []string{a.ui.spread(" "+th.bold.Render(f.title), th.dim.Render(f.status), a.w-1), a.ui.rule(a.w)}
	rows = append(rows, a.banner...)
	if f.cursor != nil && a.dialog == nil {
		v.Cursor = tea.NewCursor(f.cursor.X, f.cursor.Y+len(rows))
	}
	body := f.body[:min(len(f.body), a.h-a.chrome())]
	rows = append(rows, body...)
	rows = append(rows, make([]string, a.h-a.chrome()-len(body))...)
	var keys []key.Binding
	if a.dialog != nil {
		rows = append(rows, a.dialog.lines(a.ui, a.w)...)
		keys = a.dialog.ShortHelp()
	} else {
		keys = a.scr.ShortHelp()
	}
	rows = append(rows, a.ui.footer(keys, a.w))
	v.Content = strings.Join(rows, "\n")
	return v
}

// helpDialog lists every key of the screen.
func (a *App) helpDialog() *dialog {
	var lines []string
	for _, group := range a.scr.FullHelp() {
		for _, k := range group {
			if k.Enabled() && k.Help().Desc != "" {
				lines = append(lines, k.Help().Key+"  "+k.Help().Desc)
			}
		}
	}
	return newDialog(strings.Join(lines, "\n"), choice{textOK, nil})
}
