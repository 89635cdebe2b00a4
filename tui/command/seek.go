package command

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"runwhere/costs/paths"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/search"
)

// seekFlags are the flags of seek.
type seekFlags struct {
	format, until string
	sets          []string
}

const seekHelp = `Searches, below and above today's value of one input, for the nearest value at which a goal begins or ceases to hold, while everything else stays as it is. Exit code 1 says that no value within the input's limits changes it.

A goal is "changes" (another recommendation than today's), an option that is recommended (kubernetes, serverless, wasm, hybrid), or two monthly costs with < or > between them: of an option, of a platform by its id, or an amount of USD. Costs include people where the scenario does. Values have three significant digits, or are whole where the input is; a change that is undone within an eighth of a decade may be passed over.

JSON keys: input, today, given, goal, holds, least, most; below and above, null for none {value, recommendation}. Values are in base units (s, MiB, KiB, USD, shares of 1).`

func (p *program) seekCommand() *cobra.Command {
	f := &seekFlags{}
	cmd := &cobra.Command{
		Use:   "seek FILE INPUT",
		Short: "the nearest value of an input at which a goal is met",
		Long:  seekHelp,
		Example: strings.Join([]string{
			"runwhere seek b.yaml requests_per_month --until 'lambda<eks'",
			"runwhere seek b.yaml components[0].memory",
			"runwhere seek b.yaml " + paths.KubernetesTargetUtilization.String() + " --until 'kubernetes<$400'",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("seek takes a scenario file and an input, such as requests_per_month; - reads standard input")
			}
			return p.seek(f, args[0], args[1])
		}),
	}
	addFormatFlag(cmd, &f.format, report.TextFormat, report.JSONFormat)
	cmd.Flags().StringVar(&f.until, "until", search.GoalChanges, "the goal: changes, an option, or two costs such as lambda<eks")
	addSetFlag(cmd, &f.sets)
	p.addBookFlag(cmd.Flags())
	completeWords(cmd, "until", search.GoalChanges, "kubernetes", "containers", "serverless", "wasm", "hybrid", "kubernetes<serverless")
	return cmd
}

func (p *program) seek(f *seekFlags, file, input string) error {
	format, book, err := p.formatAndBook(f.format, report.TextFormat, report.JSONFormat)
	if err != nil {
		return err
	}
	s, _, err := p.load(file, f.sets)
	if err != nil {
		return err
	}
	e, err := evaluate(file, s, book)
	if err != nil {
		return err
	}
	goal, err := search.ParseGoal(e, f.until)
	if err != nil {
		return err
	}
	sought, err := search.Seek(e, context.Background(), input, goal)
	if err != nil {
		return inFile(file, err)
	}
	p.no = sought.Below == nil && sought.Above == nil
	if format == report.JSONFormat {
		data, err := reportjson.Sought(&sought)
		if err != nil {
			return err
		}
		return p.writeAs(format, standardOutput, data)
	}
	return p.write(standardOutput, report.SeekText(&sought))
}
