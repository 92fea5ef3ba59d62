package tui

import (
	"flag"
	"fmt"
	"html"
	"image/color"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// The README's picture is drawn from two frames of the drill, so it cannot show a screen that no longer exists.
// go test ./tui -run TestPicture -update draws it anew.
const picture = "../docs/drill.svg"

const (
	cellW, cellH   = 9, 20 // one terminal cell in the picture
	pictureW       = 80
	pictureH       = 16
	paper, inkSVG  = "#16181d", "#d8dee9"
	boldAttr       = 1 << 0 // as ultraviolet numbers its attributes
	betweenPicture = 1      // rows between the two frames
)

func TestPicture(t *testing.T) {
	var b strings.Builder
	w, h := pictureW*cellW+2*cellW, (2*pictureH+betweenPicture)*cellH+cellH
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="'Sarasa Mono SC','Noto Sans Mono CJK SC',Menlo,Consolas,monospace" font-size="15">`+"\n", w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", paper)
	for i, name := range []string{"calm", "feedback"} {
		s := newStage(t)
		s.app.Update(tea.WindowSizeMsg{Width: pictureW, Height: pictureH})
		frames[name](s)
		drawSVG(&b, s.app.View().Content, cellW, cellH/2+i*(pictureH+betweenPicture)*cellH)
	}
	b.WriteString("</svg>\n")
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(picture, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(picture)
	if err != nil || string(have) != b.String() {
		t.Errorf("%s shows another screen (%v); draw it anew with -update and look at it", picture, err)
	}
}

// drawSVG writes the runs of equal style of each row, every run at its own cells whatever the font's widths are.
func drawSVG(b *strings.Builder, content string, x0, y0 int) {
	buf := uv.NewScreenBuffer(pictureW, pictureH)
	uv.NewStyledString(content).Draw(buf, buf.Bounds())
	for y := range pictureH {
		for x := 0; x < pictureW; {
			first := buf.CellAt(x, y)
			end, text := x, ""
			for end < pictureW {
				c := buf.CellAt(end, y)
				if c == nil || !c.Style.Equal(&first.Style) {
					break
				}
				text += c.Content
				end += max(1, c.Width)
			}
			if end == x {
				x++
				continue
			}
			if strings.TrimSpace(text) != "" {
				fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"%s>%s</text>`+"\n",
					x0+x*cellW, y0+y*cellH+15, (end-x)*cellW, hex(first.Style.Fg), weight(first.Style), html.EscapeString(text))
			}
			x = end
		}
	}
}

func hex(c color.Color) string {
	if c == nil {
		return inkSVG
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func weight(s uv.Style) string {
	if s.Attrs&boldAttr != 0 {
		return ` font-weight="bold"`
	}
	return ""
}
