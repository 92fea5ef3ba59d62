package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is the colours by what they mean. Text itself has the terminal's own colour.
type palette struct {
	dim, faint, accent, onAccent, good, warn, bad color.Color
}

func newPalette(dark bool) palette {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	return palette{
		dim:      c("#5F6773", "#9AA4B2"),
		faint:    c("#C3C9D2", "#47505C"),
		accent:   c("#0B6E99", "#6CC5E8"),
		onAccent: c("#FFFFFF", "#0E1720"),
		good:     c("#2B7A3D", "#8BD49C"),
		warn:     c("#9A5B00", "#F0B35E"),
		bad:      c("#B3261E", "#FF8A80"),
	}
}

// theme is every style of the screens. Colour only repeats what words and shapes already say.
type theme struct {
	plain, bold, dim, faint     lipgloss.Style
	accent, accentBold          lipgloss.Style
	good, warn, bad, urgent     lipgloss.Style
	chosen, picked, key, banner lipgloss.Style
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
		banner:     s().Foreground(p.warn).Bold(true),
	}
}
