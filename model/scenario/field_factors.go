package scenario

import (
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// architectureFields makes a field of each factor that a file may give.
func architectureFields() []*Field {
	var table []*Field
	for _, factor := range checklist.ArchitectureFactors {
		if !factor.InFile {
			continue
		}
		f := &Field{
			Path: paths.Architecture.Dot(factor.ID), Kind: quantity.Flag, Doc: factor.Label, Aliases: factor.Aliases,
			Follows: "derived (" + factor.Derived + ")", Example: "false", Slot: factorSlot(factor.ID),
		}
		if strings.HasPrefix(factor.Derived, "nothing") {
			f.Follows = "unknown"
		}
		if factor.Unit != "" {
			f.Kind, f.Max, f.Whole, f.Exact = quantity.Number, mostThings, true, true
			f.Choices, f.Example = []string{"true", "false"}, "12"
		}
		table = append(table, f)
	}
	return table
}

// factorSlot keeps what is said outright about a factor of the score.
type factorSlot string

func (id factorSlot) Get(s *Scenario, _ At) (Value, bool) {
	v := s.Factors.Get(string(id))
	if v.Origin() != checklist.OriginGiven {
		return Value{}, false
	}
	if n, ok := v.Number(); ok {
		return Value{Amount: quantity.Exactly(n)}, true
	}
	return Value{Word: FlagWord(v.State() == checklist.Yes)}, v.Known()
}

func (id factorSlot) Set(s *Scenario, _ At, v Value) {
	value := checklist.Given(v.Word == "true")
	if v.Word == "" {
		factor, _ := checklist.FactorByID(string(id))
		var err error
		if value, err = factor.FromNumber(v.Amount.Low); err != nil {
			return // The field has checked the amount; nothing else can be wrong.
		}
	}
	s.Factors = s.Factors.With(string(id), value)
}

func (id factorSlot) Clear(s *Scenario, _ At) {
	s.Factors = s.Factors.With(string(id), checklist.FactorValue{})
}

// publishedTax returns the published figure of a line of the hidden-tax table.
func publishedTax(id string) string {
	for _, line := range checklist.HiddenTax {
		if line.ID == id && !math.IsNaN(line.USD) {
			return quantity.FormatQuantity(quantity.USD, line.USD)
		}
	}
	return "0"
}
