package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/pricebook"
	"runwhere/model/backtest"
)

func (p *program) backtestCommand() *cobra.Command {
	var out output
	cmd := &cobra.Command{
		Use:   "backtest FILE",
		Short: "hold the verdict against published decisions",
		Long: "Evaluates a file of decisions that teams published, each with what was known when they decided, and prints how often our verdict and each " +
			"instrument of the framework agree with what was chosen, where they differ, and whether the verdict's confidence is deserved. " +
			"testdata/cases/public.yaml is such a file.",
		Example: strings.Join([]string{
			"runwhere backtest testdata/cases/public.yaml",
			"runwhere backtest cases.yaml -o backtest.txt",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("backtest takes one file of cases, such as testdata/cases/public.yaml")
			}
			if err := p.check("-o", out, args[0]); err != nil {
				return err
			}
			data, err := p.read(args[0])
			if err != nil {
				return err
			}
			cases, err := backtest.Parse(label(args[0]), data)
			if err != nil {
				return err
			}
			book, err := pricebook.Embedded()
			if err != nil {
				return err
			}
			result, err := backtest.Run(cases, book)
			if err != nil {
				return err
			}
			return p.write(out, result.Text())
		}),
	}
	addOutputFlags(cmd, &out)
	return cmd
}
