package command

import (
	"errors"
	"fmt"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// load reads a scenario and applies the assignments of --set.
func (p *program) load(name string, sets []string) (scenario.Scenario, []byte, error) {
	data, err := p.read(name)
	if err != nil {
		return scenario.Scenario{}, nil, err
	}
	s, err := scenariofile.Decode(label(name), data)
	if err != nil {
		return s, nil, err
	}
	if s, err = assigned(s, sets); err != nil {
		return s, nil, err
	}
	return s, data, nil
}

// loadWeighed is load with the weights of --weights laid over the scenario's
// own; --set comes last.
func (p *program) loadWeighed(name string, f *evalFlags) (scenario.Scenario, error) {
	s, _, err := p.load(name, nil)
	if err != nil || f.weights == "" && len(f.sets) == 0 {
		return s, err
	}
	if f.weights != "" {
		data, err := p.read(f.weights)
		if err != nil {
			return s, err
		}
		if err := scenariofile.DecodeWeights(label(f.weights), data, &s); err != nil {
			return s, err
		}
	}
	return assigned(s, f.sets)
}

// assigned applies the assignments of --set.
func assigned(s scenario.Scenario, sets []string) (scenario.Scenario, error) {
	var err error
	for _, assignment := range sets {
		if s, err = scenario.Set(s, assignment); err != nil {
			return s, fmt.Errorf("--set: %w", err)
		}
	}
	return s, nil
}

// evaluate works a scenario out; its errors name the file.
func evaluate(name string, s scenario.Scenario, book *pricebook.Book) (*model.Evaluation, error) {
	e, err := model.Evaluate(s, book)
	return e, inFile(name, err)
}

// inFile names the file in an error that does not yet.
func inFile(name string, err error) error {
	var input *quantity.InputError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &input) && input.File != "":
		return err
	}
	return fmt.Errorf("%s: %w", label(name), err)
}

// label is how errors call a file.
func label(name string) string {
	if name == standardStream {
		return "standard input"
	}
	return name
}
