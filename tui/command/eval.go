package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
	"runwhere/tui/window"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	format, sweep, weights string
	date                   string // of a decision record
	output                 output
	sets                   []string
	draws                  int  // 0 for the usual number
	drawn                  bool // whether somebody asked for a number
	seed                   uint64
	samples                string // file for the draws, "" for none
}

func (p *program) evalCommand() *cobra.Command {
	f := &evalFlags{}
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "evaluate scenarios without a terminal",
		Long: "Evaluates scenarios: bills, crossovers, placement and verdict. `-` reads standard input. " +
			"With several files JSON is an array, the other formats follow one another.",
		Example: strings.Join([]string{
			"runwhere eval orders.yaml",
			"runwhere eval orders.yaml --format md -o decision.md",
			"runwhere eval decision.md --format json",
			"runwhere eval orders.yaml --set " + paths.ComponentDuration.Named("orders-api") + "=800ms --set " + paths.ServerlessFrontDoor.String() + "=none",
			"runwhere eval orders.yaml --sweep requests_per_month=10K..1B/1000 --format csv",
			"runwhere eval orders.yaml --set requests_per_month=10M..80M --draws 100000 --seed 7",
			"runwhere eval ranges.yaml --draws 100000 --samples draws.csv",
			"runwhere eval orders.yaml --prices contract.yaml",
			"runwhere eval orders.yaml --weights ours.yaml",
			"runwhere new --preset scenario-b | runwhere eval - --format json",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(cmd *cobra.Command, args []string) error {
			f.drawn = cmd.Flags().Changed("draws")
			if f.sweep != "" && !cmd.Flags().Changed("format") {
				f.format = string(report.CSVFormat)
			}
			return p.eval(f, args)
		}),
	}
	addFormatFlag(cmd, &f.format, report.Formats...)
	cmd.Flags().StringVar(&f.date, "date", "", "date of the decision record (md), YYYY-MM-DD; left out: today")
	addOutputFlags(cmd, &f.output)
	addSetFlag(cmd, &f.sets)
	cmd.Flags().StringVar(&f.weights, "weights", "", "file of weights for the evidence, a line each such as priority: 3")
	p.addBookFlag(cmd.Flags())
	cmd.Flags().StringVar(&f.sweep, "sweep", "", "one row a value of KEY=FROM..TO/COUNT, as csv or json")
	cmd.Flags().IntVar(&f.draws, "draws", 0, "how often the ranges of a scenario are drawn (10000, less often with more than 4 components)")
	cmd.Flags().Uint64Var(&f.seed, "seed", uncertainty.DefaultSeed, "what the draws begin with; the same seed gives the same draws")
	cmd.Flags().StringVar(&f.samples, "samples", "", "file for the draws as csv: a row a draw, with the value of each range, each platform's USD and the cheapest")
	return cmd
}

// addSetFlag adds --set, which eval and chart share.
func addSetFlag(cmd *cobra.Command, sets *[]string) {
	cmd.Flags().StringArrayVar(sets, "set", nil, "override one value, KEY=VALUE; may be repeated")
	_ = cmd.RegisterFlagCompletionFunc("set", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var keys []string
		for _, f := range scenario.Fields() {
			if !f.Path.Repeats() {
				keys = append(keys, f.Path.String()+"=\t"+f.Doc)
			}
		}
		return keys, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// addFormatFlag adds --format with the formats that a command has, the first of
// which is the usual one.
func addFormatFlag(cmd *cobra.Command, format *string, formats ...report.Format) {
	var names []string
	for _, f := range formats {
		names = append(names, string(f))
	}
	last := len(names) - 1
	cmd.Flags().StringVarP(format, "format", "f", names[0], strings.Join(names[:last], ", ")+" or "+names[last])
	completeWords(cmd, "format", names...)
}

// completeWords makes a shell complete a flag's value from a list.
func completeWords(cmd *cobra.Command, flag string, words ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

func (p *program) eval(f *evalFlags, files []string) error {
	if len(files) == 0 {
		return errors.New("eval needs a scenario file; - reads standard input")
	}
	if i := slices.Index(files, standardStream); i >= 0 && slices.Contains(files[i+1:], standardStream) {
		return errors.New("standard input can be read once only")
	}
	formats := report.Formats
	if f.sweep != "" {
		formats = []report.Format{report.CSVFormat, report.JSONFormat}
	}
	if f.drawn && (f.draws < uncertainty.LeastDraws || f.draws > uncertainty.MostDraws) {
		return fmt.Errorf("--draws: %d: allowed is %d to %d", f.draws, uncertainty.LeastDraws, uncertainty.MostDraws)
	}
	if f.date == "" {
		f.date = today()
	} else if err := checkDate(f.date, time.Now()); err != nil {
		return err
	}
	if err := p.check("-o", f.output, slices.Concat(files, p.overlays, []string{f.weights})...); err != nil {
		return err
	}
	if err := p.checkSamples(f, files); err != nil {
		return err
	}
	format, book, err := p.formatAndBook(f.format, formats...)
	if err != nil {
		return err
	}
	var data, samples []byte
	if f.sweep != "" {
		data, err = p.sweep(f, format, files, book)
	} else {
		data, samples, err = p.reports(f, format, files, book)
	}
	if err != nil {
		return err
	}
	if f.samples != "" {
		if err := p.write(f.samplesTo(), samples); err != nil {
			return err
		}
	}
	return p.writeAs(format, f.output, data)
}

// checkDate refuses what is no date of a decision: one is made by somebody who
// has this program, or planned within a year.
func checkDate(date string, now time.Time) error {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return fmt.Errorf("--date: %s: not a date; write it as 2026-11-25", date)
	}
	const earliest = "2000-01-01"
	latest := now.AddDate(1, 0, 0).Format(time.DateOnly)
	if day := day.Format(time.DateOnly); day < earliest || day > latest {
		return fmt.Errorf("--date: %s: allowed is %s to %s, a year from today", date, earliest, latest)
	}
	return nil
}

// reports evaluates all files before anything is written, and draws the samples
// that are asked for.
func (p *program) reports(f *evalFlags, format report.Format, files []string, book *pricebook.Book) (data, samples []byte, err error) {
	var all []*model.Evaluation
	var documents [][]byte
	for _, name := range files {
		s, err := p.loadWeighed(name, f)
		if err != nil {
			return nil, nil, err
		}
		e, err := evaluate(name, s, book)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, e)
		if f.samples != "" {
			if samples, err = f.samplesOf(e); err != nil {
				return nil, nil, inFile(name, err)
			}
		}
		if format == report.CSVFormat {
			continue
		}
		if most := uncertainty.MostDrawsOf(e); f.draws > most {
			return nil, nil, inFile(name, tooManyDraws(f.draws, most))
		}
		document, err := document(format, study.New(e, f.draws, f.seed), f.date)
		if err != nil {
			return nil, nil, inFile(name, err)
		}
		documents = append(documents, document)
	}
	for i, name := range files {
		p.noteOldDefaults(name, &all[i].Scenario)
	}
	switch {
	case format == report.CSVFormat:
		return report.CSVAll(all), samples, nil
	case format == report.JSONFormat && len(files) > 1:
		return reportjson.Array(documents), samples, nil
	}
	return slices.Concat(separated(documents)...), samples, nil
}

// document prints one evaluation in a format that shows what searches find.
func document(format report.Format, s *study.Study, date string) ([]byte, error) {
	found, err := s.Findings(context.Background())
	if err != nil {
		return nil, err
	}
	switch format {
	case report.JSONFormat:
		return reportjson.Evaluation(s.Evaluation, found)
	case report.MarkdownFormat:
		data := window.Record(s.Evaluation, found, date)
		return data, scenariofile.CheckReadBack(data, s.Scenario)
	}
	return report.Text(s.Evaluation, found), nil
}

// separated puts an empty line between documents.
func separated(documents [][]byte) [][]byte {
	var parts [][]byte
	for i, d := range documents {
		if i > 0 {
			parts = append(parts, []byte("\n"))
		}
		parts = append(parts, d)
	}
	return parts
}

// sweep bills one scenario over a series of values.
func (p *program) sweep(f *evalFlags, format report.Format, files []string, book *pricebook.Book) ([]byte, error) {
	if len(files) > 1 {
		return nil, errors.New("--sweep takes one scenario file")
	}
	sweep, err := scenario.ParseSweep(f.sweep)
	if err != nil {
		return nil, err
	}
	s, err := p.loadWeighed(files[0], f)
	if err != nil {
		return nil, err
	}
	series, err := report.Sweep(s, sweep, book)
	if err != nil {
		return nil, inFile(files[0], err)
	}
	if format == report.JSONFormat {
		return reportjson.Series(&series)
	}
	return series.CSV(), nil
}

// checkSamples finds out, before anything is worked out, what would keep the
// draws from being written.
func (p *program) checkSamples(f *evalFlags, files []string) error {
	switch {
	case f.samples == "":
		return nil
	case len(files) > 1:
		return errors.New("--samples takes one scenario file")
	case f.sweep != "":
		return errors.New("--samples and --sweep exclude each other: a sweep draws nothing")
	case f.samplesTo().standard() && f.output.standard():
		return fmt.Errorf("--samples: %s: the report goes to standard output; give it a file with -o", f.samples)
	case !f.samplesTo().standard() && p.sameFile(f.output.name, f.samples):
		return fmt.Errorf("--samples: %s: the report goes there", f.samples)
	}
	return p.check("--samples", f.samplesTo(), slices.Concat(files, p.overlays, []string{f.weights})...)
}

// samplesTo is where the draws go; --force is for both files.
func (f *evalFlags) samplesTo() output { return output{f.samples, f.output.force} }

// samplesOf returns the draws of an evaluation's ranges as CSV.
func (f *evalFlags) samplesOf(e *model.Evaluation) ([]byte, error) {
	if most := uncertainty.MostDrawsOf(e); f.draws > most {
		return nil, tooManyDraws(f.draws, most)
	}
	drawn, err := uncertainty.DrawSamples(context.Background(), e, f.draws, f.seed)
	if err != nil {
		return nil, err
	}
	if drawn == nil {
		return nil, errors.New("--samples: no range enters a bill, so there is nothing to draw")
	}
	return report.SamplesCSV(drawn), nil
}

func tooManyDraws(draws, most int) error {
	return fmt.Errorf("--draws: %d: allowed for so many ranges and components is %d to %d", draws, uncertainty.LeastDraws, most)
}
