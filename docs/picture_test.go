package docs

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/ultraviolet"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario/file"
	"runwhere/tui"
	"runwhere/tui/kit"
)

// The size of a terminal's cell in the picture, in pixels.
const (
	cellWidth  = 8.0
	cellHeight = 17.0
)

// TestPictureIsFresh draws the lab as the README shows it: a real frame in
// colour, whose letters any browser can align.
func TestPictureIsFresh(t *testing.T) {
	t.Parallel()
	const w, h = 120, 36
	requireGenerated(t, "lab.svg", picture(labFrame(t, w, h), w, h))
}

// labFrame is the lab of the guide's scenario B as the program draws it.
func labFrame(t *testing.T, w, h int) string {
	t.Helper()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s, err := file.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	app, err := tui.New(tui.Config{Book: book, Scenario: s, Start: kit.Lab, Theme: kit.ThemeDark})
	if err != nil {
		t.Fatal(err)
	}
	app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return app.Frame()
}

// picture draws a styled frame of w × h cells as SVG.
func picture(frame string, w, h int) string {
	screen := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(frame).Draw(screen, uv.Rect(0, 0, w, h))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="13">`+"\n",
		float64(w)*cellWidth+16, float64(h)*cellHeight+16)
	b.WriteString("<title>The lab of runwhere: monthly cost by volume, and the sliders that move it</title>\n")
	b.WriteString(`<rect width="100%" height="100%" rx="6" fill="#16181d"/>` + "\n" + `<g transform="translate(8 8)">` + "\n")
	for y := range h {
		drawRow(&b, &screen, y, w)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// drawRow writes the cells of a row: letters of one style as one text that is
// stretched to its cells, and what has to meet its neighbours as shapes.
func drawRow(b *strings.Builder, screen *uv.ScreenBuffer, y, w int) {
	for x := 0; x < w; {
		cell := screen.CellAt(x, y)
		if cell == nil || cell.Content == "" || cell.Content == " " && cell.Style.Bg == nil {
			x++
			continue
		}
		if drawShape(b, cell, x, y) {
			x++
			continue
		}
		end := x + 1
		for end < w && joins(cell, screen.CellAt(end, y)) {
			end++
		}
		drawText(b, screen, x, end, y)
		x = end
	}
}

// joins reports whether a cell goes on with the text of the one before it.
func joins(first, next *uv.Cell) bool {
	if next == nil || next.Content == "" || !first.Style.Equal(&next.Style) {
		return false
	}
	r := []rune(next.Content)[0]
	return !isBraille(r) && boxArms[r] == "" && (r != ' ' || next.Style.Bg != nil)
}

func drawText(b *strings.Builder, screen *uv.ScreenBuffer, x, end, y int) {
	var text strings.Builder
	for i := x; i < end; i++ {
		text.WriteString(screen.CellAt(i, y).Content)
	}
	style := screen.CellAt(x, y).Style
	ink, width := style.Fg, float64(end-x)*cellWidth
	ground := style.Bg
	if style.Attrs&uv.AttrReverse != 0 {
		ink, ground = orColour(ground, "#16181d"), orColour(ink, "#e4e4e4")
	}
	if ground != nil {
		fmt.Fprintf(b, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s"/>`+"\n", float64(x)*cellWidth, float64(y)*cellHeight, width, cellHeight, hex(ground))
	}
	if strings.TrimSpace(text.String()) == "" {
		return
	}
	weight := ""
	if style.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<text x="%g" y="%g" textLength="%g" lengthAdjust="spacingAndGlyphs" fill="%s"%s xml:space="preserve">`,
		float64(x)*cellWidth, float64(y)*cellHeight+13, width, hex(orColour(ink, "#e4e4e4")), weight)
	_ = xml.EscapeText(b, []byte(text.String()))
	b.WriteString("</text>\n")
}

// boxArms are the arms of the characters that draw boxes and axes: left,
// right, up, down.
var boxArms = map[rune]string{
	'─': "lr", '━': "lr", '│': "ud", '┌': "rd", '┐': "ld", '└': "ru", '┘': "lu",
	'┬': "lrd", '┴': "lru", '├': "urd", '┤': "lud", '┼': "lrud", '┆': "ud", '╭': "rd", '╮': "ld", '╰': "ru", '╯': "lu",
}

// drawShape draws dots and lines, which fonts do not align.
func drawShape(b *strings.Builder, cell *uv.Cell, x, y int) bool {
	r := []rune(cell.Content)[0]
	ink := hex(orColour(cell.Style.Fg, "#e4e4e4"))
	left, top := float64(x)*cellWidth, float64(y)*cellHeight
	if isBraille(r) {
		for bit, at := range brailleDots {
			if (r-0x2800)&(1<<bit) != 0 {
				fmt.Fprintf(b, `<circle cx="%g" cy="%g" r="1.2" fill="%s"/>`+"\n", left+2+4*float64(at[0]), top+2.1+4.25*float64(at[1]), ink)
			}
		}
		return true
	}
	arms := boxArms[r]
	if arms == "" {
		return false
	}
	midX, midY := left+cellWidth/2, top+cellHeight/2
	width := "1"
	if r == '━' {
		width = "2.5"
	}
	var path strings.Builder
	for _, arm := range arms {
		switch arm {
		case 'l':
			fmt.Fprintf(&path, "M%g %gH%g", midX, midY, left)
		case 'r':
			fmt.Fprintf(&path, "M%g %gH%g", midX, midY, left+cellWidth)
		case 'u':
			fmt.Fprintf(&path, "M%g %gV%g", midX, midY, top)
		case 'd':
			fmt.Fprintf(&path, "M%g %gV%g", midX, midY, top+cellHeight)
		}
	}
	dash := ""
	if r == '┆' {
		dash = ` stroke-dasharray="2 3"`
	}
	fmt.Fprintf(b, `<path d="%s" stroke="%s" stroke-width="%s"%s/>`+"\n", path.String(), ink, width, dash)
	return true
}

// brailleDots are the column and row of each bit of a braille character.
var brailleDots = [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}

func isBraille(r rune) bool { return r >= 0x2800 && r <= 0x28ff }

func orColour(c color.Color, otherwise string) color.Color {
	if c != nil {
		return c
	}
	var r, g, b uint8
	_, _ = fmt.Sscanf(otherwise, "#%02x%02x%02x", &r, &g, &b)
	return color.RGBA{r, g, b, 255}
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
