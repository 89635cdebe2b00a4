package kit

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// TestPalettesAreReadable holds both palettes against the usual backgrounds:
// text needs a contrast of 4.5 to 1, lines 3 to 1 (WCAG 2.1 AA).
func TestPalettesAreReadable(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		palette palette
		grounds []string
	}{
		"dark":  {darkPalette, []string{"#000000", "#1E1E1E", "#282828"}},
		"light": {lightPalette, []string{"#FFFFFF", "#FAFAFA", "#F5F5F5"}},
	} {
		v := reflect.ValueOf(c.palette)
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			ink := v.Field(i).Interface().(color.Color)
			least := 4.5
			switch field {
			case "Border", "Faint":
				least = 3
			case "OnAccent":
				if got := contrast(ink, c.palette.Accent); got < 4.5 {
					t.Errorf("%s: text on the accent has a contrast of %.1f", name, got)
				}
				continue
			}
			for _, ground := range c.grounds {
				if got := contrast(ink, lipgloss.Color(ground)); got < least {
					t.Errorf("%s: %s on %s has a contrast of %.1f, needs %.1f", name, field, ground, got, least)
				}
			}
		}
	}
}
