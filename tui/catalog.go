package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"shouxiang/scenarios"
)

// catalog lists what can be played, and what cannot with the reason. It is only read.
type catalog struct {
	readKeys
	ui   *ui
	lib  *scenarios.Library // nil while loading
	rows []string
	top  int
	w, h int
}

func newCatalog(u *ui, lib *scenarios.Library) *catalog {
	return &catalog{ui: u, lib: lib, readKeys: newReadKeys("", textKeyHome)}
}

func (c *catalog) Init() tea.Cmd { return nil }

func (c *catalog) Resize(w, h int) {
	c.w, c.h = w, h
	c.rows = c.lines()
	c.scroll(0)
}

func (c *catalog) scroll(by int) { c.top = max(0, min(c.top+by, len(c.rows)-c.h)) }

func (c *catalog) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case key.Matches(press, c.back):
		return send(homeMsg{})
	case key.Matches(press, c.up):
		c.scroll(-1)
	case key.Matches(press, c.down):
		c.scroll(1)
	case key.Matches(press, c.pageUp):
		c.scroll(1 - c.h)
	case key.Matches(press, c.pageDown):
		c.scroll(c.h - 1)
	}
	return nil
}

func (c *catalog) View() frame {
	f := frame{title: textCatalog, body: c.ui.window(c.rows, c.top, c.h)}
	if c.lib != nil {
		f.status = fmt.Sprintf(textCatalogN, len(c.lib.Filter("", "")), len(c.lib.Broken))
	}
	return f
}

func (c *catalog) lines() []string {
	if c.lib == nil {
		return []string{"", " " + textLoading}
	}
	var out []string
	pack := ""
	for i, sc := range c.lib.Filter("", "") {
		name := ""
		if sc.Pack != nil {
			name = sc.Pack.Name
		}
		if i == 0 || name != pack {
			if pack = name; i > 0 {
				out = append(out, "")
			}
			out = append(out, " "+c.ui.th.accentBold.Render(c.ui.cut(Printable(name), c.w-2)))
		}
		kind := textCard
		if !sc.Card {
			kind = fmt.Sprintf(textScript, len(sc.Turns))
		}
		line := strings.Join([]string{
			" ", c.ui.pad(Printable(sc.Tag), 16), c.ui.pad(Printable(sc.Title), max(16, c.w-44)),
			c.ui.pad(Printable(sc.Level), 4), kind,
		}, " ")
		out = append(out, c.ui.cut(line, c.w))
	}
	if len(c.lib.Broken) > 0 {
		out = append(out, "", " "+c.ui.th.warn.Render(textBroken))
	}
	for _, b := range c.lib.Broken {
		out = append(out, c.ui.label("×", Printable(b.Reason.Error()), 3, c.w, c.ui.th.dim)...)
	}
	return out
}
