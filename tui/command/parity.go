package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
)

func (p *program) parityCommand() *cobra.Command {
	var format string
	var sets []string
	var out output
	cmd := &cobra.Command{
		Use:   "parity FILE",
		Short: "what each side is charged for each kind of thing",
		Long: "Shows in one table what every platform is charged for front door, network, egress, logs, event sources, commitments, fees and computing, " +
			"and for people beside it: the rows add up to its bill.",
		Example: strings.Join([]string{
			"runwhere parity b.yaml",
			"runwhere parity b.yaml --set network=private --format md",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("parity takes one scenario file; - reads standard input")
			}
			return p.parity(args[0], format, sets, out)
		}),
	}
	addFormatFlag(cmd, &format, report.Formats...)
	addOutputFlags(cmd, &out)
	addSetFlag(cmd, &sets)
	p.addBookFlag(cmd.Flags())
	return cmd
}

func (p *program) parity(name, format string, sets []string, out output) error {
	if err := p.check("-o", out, name); err != nil {
		return err
	}
	f, book, err := p.formatAndBook(format, report.Formats...)
	if err != nil {
		return err
	}
	s, _, err := p.load(name, sets)
	if err != nil {
		return err
	}
	e, err := evaluate(name, s, book)
	if err != nil {
		return err
	}
	var data []byte
	switch f {
	case report.JSONFormat:
		data, err = reportjson.Parity(e)
	case report.CSVFormat:
		data = report.ParityCSV(e)
	default:
		data = report.Render(report.ParityPage(e), f)
	}
	if err != nil {
		return err
	}
	return p.writeAs(f, out, data)
}
