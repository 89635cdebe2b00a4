package main

import (
	"errors"
	"fmt"

	"runwhere/costs"
	"runwhere/model"
)

// load reads a scenario and applies the assignments of --set.
func (p *program) load(name string, sets []string) (model.Scenario, []byte, error) {
	data, err := p.read(name)
	if err != nil {
		return model.Scenario{}, nil, err
	}
	s, err := model.Decode(label(name), data)
	if err != nil {
		return s, nil, err
	}
	for _, assignment := range sets {
		if s, err = model.Set(s, assignment); err != nil {
			return s, nil, fmt.Errorf("--set: %w", err)
		}
	}
	return s, data, nil
}

// evaluate works a scenario out; its errors name the file.
func evaluate(name string, s model.Scenario, book *costs.Book) (*model.Evaluation, error) {
	e, err := model.Evaluate(s, book)
	return e, inFile(name, err)
}

// inFile names the file in an error that does not yet.
func inFile(name string, err error) error {
	var input *model.InputError
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
