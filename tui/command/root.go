package command

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/tui/plot"
)

// rootFlags are the flags of the wizard.
type rootFlags struct {
	alphabet, theme string
	plain           bool
}

func (p *program) rootCommand() *cobra.Command {
	f := &rootFlags{}
	cmd := &cobra.Command{
		Use:   "runwhere [FILE]",
		Short: "where should this run: Kubernetes, serverless, Wasm or a mix",
		Long: "Answers one question in a design review: where should this run? Opens the wizard, or a scenario in the lab; " +
			"`runwhere eval` does without a terminal. Works offline; every figure opens to its formula, price, source and date.",
		Example: strings.Join([]string{
			"runwhere",
			"runwhere orders.yaml",
			"runwhere orders.yaml --chart ascii --theme light",
			"runwhere eval orders.yaml --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(cmd *cobra.Command, args []string) error { return p.wizard(cmd, f, args) }),
	}
	addAlphabetFlag(cmd, &f.alphabet)
	p.addBookFlag(cmd.Flags())
	cmd.Flags().StringVar(&f.theme, "theme", "auto", "colours for a background: auto, light or dark")
	cmd.Flags().BoolVar(&f.plain, "plain", false, "numbered prompts, line by line, instead of screens")
	completeWords(cmd, "theme", "auto", "light", "dark")
	return cmd
}

// wizard checks all that can be checked before the terminal is taken over.
func (p *program) wizard(cmd *cobra.Command, f *rootFlags, files []string) error {
	w := wizardSettings{theme: f.theme, plain: f.plain, noColor: os.Getenv("NO_COLOR") != ""}
	var err error
	if w.alphabet, err = plot.ParseAlphabet(f.alphabet); err != nil {
		return err
	}
	switch f.theme {
	case "auto", "light", "dark":
	default:
		return fmt.Errorf("theme %q is unknown: choose auto, light or dark", f.theme)
	}
	if len(files) > 0 && files[0] != standardStream {
		if err := mistyped(cmd, files[0]); err != nil {
			return err
		}
	}
	if len(files) > 1 {
		return errors.New("the wizard opens one scenario file; eval takes several")
	}
	if w.book, err = p.book(); err != nil {
		return err
	}
	if len(files) == 1 {
		err = p.openScenario(files[0], &w)
	} else if len(p.overlays) > 0 { // after which not even the defaults need have a price
		_, err = model.Unplaced(w.scenario, w.book)
	}
	if err != nil {
		return err
	}
	if !f.plain && (!isTerminal(p.stdin) || !isTerminal(p.stdout)) {
		return errors.New("the wizard needs a terminal; `runwhere eval FILE` works without one, and --plain asks line by line")
	}
	return p.openWizard(w)
}

// openScenario reads the file that the lab is to show, and makes sure that it
// can be billed. What else there is to work out is so when the screens are begun.
func (p *program) openScenario(name string, w *wizardSettings) error {
	if name == standardStream {
		return errors.New("the wizard reads keys from standard input; give it a file")
	}
	s, original, err := p.load(name, nil)
	if err == nil {
		_, err = model.Unplaced(s, w.book)
		err = inFile(name, err)
	}
	w.scenario, w.file, w.original = s, name, original
	return err
}

// wizardSettings are what the screens start from.
type wizardSettings struct {
	book     *pricebook.Book
	scenario scenario.Scenario
	file     string // "" where no file was given; else the lab is shown first
	original []byte // the file's bytes
	alphabet plot.Alphabet
	theme    string // auto, light or dark
	noColor  bool
	plain    bool // numbered prompts on standard input and output
}
