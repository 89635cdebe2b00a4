package slider

import (
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// coarse is the number of steps that shift makes of one.
const coarse = 10

// Slider is one assumption in reach of the arrow keys. What it changes goes
// through the same field table as files and --set do.
type Slider struct {
	Label string
	Value string          // as shown
	Plain string          // as typed
	About func() string   // what may be typed; worked out when somebody is about to type
	Given bool            // whether somebody gave the value
	At    float64         // place on the rail, 0..1; negative for none
	wide  quantity.Amount // the range that the value is the middle of; not one where it is exact

	Field *scenario.Field
	Step  func(by int) (scenario.Scenario, error)
	Set   func(text string) (scenario.Scenario, error)
	Clear func() (scenario.Scenario, error)
}
