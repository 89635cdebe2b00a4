package command

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/uncertainty"
)

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
