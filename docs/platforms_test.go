package docs

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"runwhere/costs"
)

// TestPlatformsAreNamed: the page of platforms has every kind, by name.
func TestPlatformsAreNamed(t *testing.T) {
	t.Parallel()
	text := page(t, "platforms-and-prices.md")
	for _, k := range costs.Kinds() {
		if !strings.Contains(text, k.Name) {
			t.Errorf("platforms-and-prices.md does not name %s", k.Name)
		}
	}
	if count := strconv.Itoa(len(costs.Kinds())) + " platforms"; !strings.Contains(text, count) {
		t.Errorf("platforms-and-prices.md does not speak of %s", count)
	}
}

// TestPatternsAreStated: the page of the mathematics has the peaks that the
// traffic patterns are drawn with.
func TestPatternsAreStated(t *testing.T) {
	t.Parallel()
	text := page(t, "model.md")
	for _, name := range costs.Patterns {
		shape, err := costs.Pattern(name)
		if err != nil {
			t.Fatal(err)
		}
		if row := fmt.Sprintf("| %s | %.3g | %.3g |", name, shape.PeakToMean(), shape.Burst); !strings.Contains(text, row) {
			t.Errorf("model.md has no row %s", row)
		}
	}
}
