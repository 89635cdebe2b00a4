package command

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/tui/chart"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// chartFlags are the flags of chart.
type chartFlags struct {
	width, height int
	alphabet      string
	sets          []string
}

// The size of a chart where there is no terminal to fill, and its bounds.
const (
	chartWidth, chartHeight       = 100, 30
	leastWidth, leastHeight       = 20, 6
	greatestWidth, greatestHeight = 1000, 300
)

func (p *program) chartCommand() *cobra.Command {
	f := &chartFlags{}
	cmd := &cobra.Command{
		Use:   "chart FILE",
		Short: "print the crossover chart",
		Long: "Prints monthly cost by volume, both axes logarithmic, with who is the cheapest below and the same in words. " +
			"Curves carry their platform's letter; colours are for a terminal only.",
		Example: strings.Join([]string{
			"runwhere chart orders.yaml",
			"runwhere chart orders.yaml --chart ascii --width 72 --height 20",
			"runwhere chart orders.yaml --set " + paths.ServerlessFrontDoor.String() + "=http-api",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(cmd *cobra.Command, args []string) error { return p.chart(cmd, f, args) }),
	}
	cmd.Flags().IntVar(&f.width, "width", 0, "columns; left out: those of the terminal, else 100")
	cmd.Flags().IntVar(&f.height, "height", 0, "rows of the chart; left out: what the terminal has, else 30")
	addAlphabetFlag(cmd, &f.alphabet)
	addSetFlag(cmd, &f.sets)
	p.addBookFlag(cmd.Flags())
	return cmd
}

// addAlphabetFlag adds --chart, which chart and the wizard share.
func addAlphabetFlag(cmd *cobra.Command, alphabet *string) {
	cmd.Flags().StringVar(alphabet, "chart", "braille", "what curves are drawn with: braille, block or ascii")
	completeWords(cmd, "chart", "braille", "block", "ascii")
}

func (p *program) chart(cmd *cobra.Command, f *chartFlags, files []string) error {
	if len(files) != 1 {
		return fmt.Errorf("chart takes one scenario file, not %d; - reads standard input", len(files))
	}
	alphabet, err := plot.ParseAlphabet(f.alphabet)
	if err != nil {
		return err
	}
	for _, size := range []struct {
		flag                   string
		value, least, greatest int
	}{{"width", f.width, leastWidth, greatestWidth}, {"height", f.height, leastHeight, greatestHeight}} {
		if cmd.Flags().Changed(size.flag) && (size.value < size.least || size.value > size.greatest) {
			return fmt.Errorf("--%s: %d: allowed is %d to %d", size.flag, size.value, size.least, size.greatest)
		}
	}
	book, err := p.book()
	if err != nil {
		return err
	}
	s, _, err := p.load(files[0], f.sets)
	if err != nil {
		return err
	}
	e, err := evaluate(files[0], s, book)
	if err != nil {
		return err
	}
	return p.writeStyled(p.drawChart(e, alphabet, f.width, f.height))
}

// drawChart returns the chart, the ribbon of the cheapest, the legend and the
// sentences. A size of 0 is that of the terminal.
func (p *program) drawChart(e *model.Evaluation, alphabet plot.Alphabet, width, height int) []byte {
	columns, rows := p.terminalSize()
	if width == 0 {
		width = columns
	}
	words := legend(e, width)
	if height == 0 {
		height = min(max(rows-len(words)-2, leastHeight), greatestHeight) // The ribbon and the prompt.
	}
	var b strings.Builder
	b.WriteString(chart.Text(e, chart.OfVolumes(e, alphabet, width, height, chart.Marks(e)), p.paint))
	for _, line := range words {
		if alphabet == plot.ASCII {
			line = kit.SevenBit(line)
		}
		b.WriteString(line + "\n")
	}
	return []byte(b.String())
}

// terminalSize returns the size of the terminal, or what stands in for it.
func (p *program) terminalSize() (width, height int) {
	if f, ok := p.stdout.(term.File); ok && isTerminal(f) {
		if w, h, err := term.GetSize(f.Fd()); err == nil && w > 0 && h > 0 {
			return min(max(w, leastWidth), greatestWidth), h
		}
	}
	return chartWidth, chartHeight + 8
}

// paint colours what belongs to a platform where the output takes colours.
func (p *program) paint(platform *costs.Platform, text string) string {
	if !p.colored() {
		return text
	}
	return kit.Printed(platform.Option, text)
}

// legend names each letter with its bill today, then says the chart in words.
func legend(e *model.Evaluation, width int) []string {
	var parts []string
	for _, c := range e.Curves {
		today := "no bill"
		if usd := c.Cost(e.Volume()); !math.IsInf(usd, 1) {
			today = quantity.Money(usd)
		}
		parts = append(parts, fmt.Sprintf("%c %s %s", c.Platform.Letter, c.Platform.Name, today))
	}
	text := fmt.Sprintf("USD a month at %s requests a month: %s", quantity.ShortCount(e.Volume()), strings.Join(parts, ", "))
	var lines []string
	for _, sentence := range append([]string{text}, e.Sentences()...) {
		lines = append(lines, kit.Wrap(sentence, width)...)
	}
	return lines
}
