package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is the colours by what they mean. Text itself has the terminal's own colour. All are among the 256 that
// nearly every terminal knows, so that they look the same where there are no more.
type palette struct {
	dim, faint, accent, good, warn, bad color.Color
}

func newPalette(dark bool) palette {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	return palette{
		dim:    c("#626262", "#A8A8A8"),
		faint:  c("#C6C6C6", "#4E4E4E"),
		accent: c("#005F87", "#5FAFD7"),
		good:   c("#005F00", "#87D787"),
		warn:   c("#875F00", "#FFAF5F"),
		bad:    c("#AF0000", "#FF8787"),
	}
}

// theme is every style of the screens. Colour only repeats what words and shapes already say.
type theme struct {
	plain, bold, dim, faint     lipgloss.Style
	accent, accentBold          lipgloss.Style
	good, warn, bad, urgent     lipgloss.Style
	chosen, picked, key, banner lipgloss.Style
	selected                    lipgloss.Style
}

// newTheme builds all styles for a dark or a light background.
func newTheme(dark bool) theme {
	p := newPalette(dark)
	s := lipgloss.NewStyle
	return theme{
		plain:      s(),
		bold:       s().Bold(true),
		dim:        s().Foreground(p.dim),
		faint:      s().Foreground(p.faint),
		accent:     s().Foreground(p.accent),
		accentBold: s().Foreground(p.accent).Bold(true),
		good:       s().Foreground(p.good).Bold(true),
		warn:       s().Foreground(p.warn).Bold(true),
		bad:        s().Foreground(p.bad).Bold(true),
		urgent:     s().Foreground(p.bad).Bold(true).Reverse(true),
		chosen:     s().Foreground(p.accent).Bold(true),
		picked:     s().Bold(true).Underline(true),
		key:        s().Foreground(p.accent),
		selected:   s().Foreground(p.accent).Bold(true).Reverse(true),
		banner:     s().Foreground(p.warn).Bold(true),
	}
}
