package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/report"
	"shouxiang/scenarios"
	"shouxiang/tui/replybox"
)

// picker lists the scripts. Typed text looks through the titles; Tab goes through the filters, the arrows change them.
type picker struct {
	pickKeys
	ui    *ui
	lib   *scenarios.Library // nil while loading
	all   []*scenarios.Scenario
	pasts map[string]report.Past // nil until the logs were read
	box   *replybox.Box

	filters []filter
	focus   int // 0 = the title, then the filters from 1
	shown   []*scenarios.Scenario
	at      int
	w, h    int
}

// filter is one condition: the value of a script that it looks at, and the chosen one of all there are.
type filter struct {
	label  string
	of     func(*scenarios.Scenario) string
	values []string // the first is 全部
	at     int
}

const titleLimit = 30

func newPicker(u *ui, lib *scenarios.Library) *picker {
	p := &picker{pickKeys: newPickKeys(), ui: u, box: replybox.New(20, 1)}
	p.box.SetLimit(titleLimit)
	p.fill(lib)
	return p
}

// fill takes the scripts of a library.
func (p *picker) fill(lib *scenarios.Library) {
	p.lib, p.all = lib, nil
	if lib != nil {
		for _, sc := range lib.Scenarios {
			if !sc.Card {
				p.all = append(p.all, sc)
			}
		}
	}
	p.sieve()
}

// know takes what earlier sessions made of the scripts.
func (p *picker) know(pasts map[string]report.Past) {
	p.pasts = pasts
	p.sieve()
}

// sieve offers the values there are, keeps the chosen ones, and looks through the scripts.
func (p *picker) sieve() {
	old := p.filters
	p.filters = []filter{
		{label: "标签", of: func(sc *scenarios.Scenario) string { return sc.Tag }},
		{label: "级别", of: func(sc *scenarios.Scenario) string { return sc.Level }},
		{label: "情绪", of: func(sc *scenarios.Scenario) string { return sc.Emotion }},
		{label: "强度", of: func(sc *scenarios.Scenario) string { return strconv.Itoa(sc.Intensity) }},
		{label: "场景包", of: packName},
		{label: "练过没", of: p.times},
		{label: "最好", of: p.best},
	}
	for i := range p.filters {
		f := &p.filters[i]
		for _, sc := range p.all {
			if v := f.of(sc); v != "" && !slices.Contains(f.values, v) {
				f.values = append(f.values, v)
			}
		}
		slices.Sort(f.values)
		f.values = append([]string{textAll}, f.values...)
		if i < len(old) {
			f.at = max(0, slices.Index(f.values, old[i].values[old[i].at]))
		}
	}
	p.look()
}

// look puts together what fits title and filters.
func (p *picker) look() {
	var chosen *scenarios.Scenario
	if p.at < len(p.shown) {
		chosen = p.shown[p.at]
	}
	p.shown = nil
	for _, sc := range p.all {
		if p.fits(sc) {
			p.shown = append(p.shown, sc)
		}
	}
	p.at = max(0, slices.Index(p.shown, chosen))
	p.choose.SetEnabled(len(p.shown) > 0)
}

func (p *picker) fits(sc *scenarios.Scenario) bool {
	for i := range p.filters {
		if f := &p.filters[i]; f.at > 0 && f.of(sc) != f.values[f.at] {
			return false
		}
	}
	title := strings.ToLower(sc.Title)
	for _, word := range strings.Fields(strings.ToLower(p.box.Value())) {
		if !strings.Contains(title, word) {
			return false
		}
	}
	return true
}

func packName(sc *scenarios.Scenario) string {
	if sc.Pack == nil {
		return ""
	}
	return sc.Pack.Name
}

func (p *picker) times(sc *scenarios.Scenario) string {
	switch {
	case p.pasts == nil:
		return ""
	case p.pasts[sc.ID].Times == 0:
		return textFirstTime
	}
	return textDone
}

func (p *picker) best(sc *scenarios.Scenario) string {
	switch past := p.pasts[sc.ID]; {
	case past.Times == 0:
		return ""
	case past.Stars == 0:
		return textNoStars
	default:
		return fmt.Sprintf(textStars, past.Stars)
	}
}

func (p *picker) Init() tea.Cmd { return nil }

func (p *picker) Resize(w, h int) {
	p.w, p.h = w, h
	p.box.SetMethod(p.ui.method)
	p.box.SetSize(max(2, min(2*titleLimit+1, w-6)), 1)
}

func (p *picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.box.Paste(Printable(msg.Content))
		p.look()
	case tea.KeyPressMsg:
		return p.press(msg)
	}
	return nil
}

func (p *picker) press(msg tea.KeyPressMsg) tea.Cmd {
	n := len(p.shown)
	switch {
	case msg.Text != "":
		p.focus = 0
		p.box.Insert(Printable(msg.Text))
		p.look()
	case key.Matches(msg, p.back):
		return send(homeMsg{})
	case key.Matches(msg, p.line):
	case key.Matches(msg, p.choose):
		return send(pickMsg{p.shown[p.at]})
	case key.Matches(msg, p.up):
		p.at = (p.at + max(1, n) - 1) % max(1, n)
	case key.Matches(msg, p.down):
		p.at = (p.at + 1) % max(1, n)
	case key.Matches(msg, p.filter):
		p.focus = (p.focus + 1) % (len(p.filters) + 1)
	case key.Matches(msg, p.value) && p.focus > 0:
		f := &p.filters[p.focus-1]
		f.at = stepped(f.at, msg.String() == "left", len(f.values))
		p.look()
	case p.box.Key(msg.String()):
		p.focus = 0
		p.look()
	}
	return nil
}

// ShortHelp is what the keys do just now.
func (p *picker) ShortHelp() []key.Binding {
	list := []key.Binding{p.up, p.choose, p.filter}
	if p.focus > 0 {
		list = append(list, p.value)
	}
	return append(list, p.back)
}

// FullHelp is the same.
func (p *picker) FullHelp() [][]key.Binding { return [][]key.Binding{p.ShortHelp()} }

func (p *picker) View() frame {
	th := p.ui.th
	f := frame{title: textPlay}
	if p.lib == nil {
		f.body = []string{"", " " + textLoading}
		return f
	}
	f.status = fmt.Sprintf(textPickN, len(p.all), len(p.shown))
	edge, find := th.faint, p.box.Lines()[0]
	if p.focus == 0 {
		edge = th.accent
		x, y := p.box.Cursor()
		f.cursor = &tea.Position{X: 3 + x, Y: y}
	}
	if p.box.Empty() {
		find = th.dim.Render(textPickFind)
	}
	f.body = append([]string{" " + edge.Render("┃") + " " + find}, p.filterRows()...)
	f.body = append(f.body, "")
	f.body = append(f.body, p.list(p.h-len(f.body))...)
	return f
}

// filterRows are the filters in as many rows as they need; > is the one the arrows change.
func (p *picker) filterRows() []string {
	th := p.ui.th
	var rows []string
	row := ""
	for i := range p.filters {
		f := &p.filters[i]
		value := Printable(f.values[f.at])
		item := "  " + f.label + " " + value
		switch {
		case p.focus == i+1:
			item = th.chosen.Render(" >" + f.label + " ‹" + value + "›")
		case f.at > 0:
			item = "  " + th.dim.Render(f.label) + " " + th.accentBold.Render(value)
		default:
			item = th.dim.Render(item)
		}
		if row != "" && p.ui.cells(row)+p.ui.cells(item) > p.w-1 {
			rows, row = append(rows, row), ""
		}
		row += p.ui.cut(item, p.w-1)
	}
	return append(rows, row)
}

// Widths of the list's columns beside the title.
const (
	tagColumn   = 14
	levelColumn = 5
	moodColumn  = 7
	pastColumn  = 12
)

func (p *picker) list(h int) []string {
	th := p.ui.th
	switch {
	case len(p.all) == 0:
		return p.ui.indented(textPickNothing, p.w, th.warn)
	case len(p.shown) == 0:
		return p.ui.indented(textPickNone, p.w, th.dim)
	}
	title := p.w - 4 - tagColumn - levelColumn - moodColumn
	if slices.ContainsFunc(p.all, func(sc *scenarios.Scenario) bool { return p.pasts[sc.ID].Times > 0 }) {
		title -= pastColumn
	}
	var out []string
	top := max(0, min(p.at-h/2, len(p.shown)-h))
	for i := top; i < len(p.shown) && len(out) < h; i++ {
		sc := p.shown[i]
		mark, style := "   ", th.plain
		if i == p.at {
			mark, style = th.accentBold.Render(" ▸ "), th.accentBold
		}
		rest := p.ui.pad(Printable(sc.Tag), tagColumn) + p.ui.pad(sc.Level, levelColumn) +
			p.ui.pad(fmt.Sprintf("%s %d", sc.Emotion, sc.Intensity), moodColumn) + p.past(sc)
		out = append(out, p.ui.cut(mark+style.Render(p.ui.pad(Printable(sc.Title), title))+" "+th.dim.Render(rest), p.w))
	}
	return out
}

// past is how the script went so far.
func (p *picker) past(sc *scenarios.Scenario) string {
	past := p.pasts[sc.ID]
	if past.Times == 0 {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%d 次 %s", past.Times, p.best(sc)))
}
