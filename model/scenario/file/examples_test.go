package file

import (
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// oneOfEach is a scenario in which every field has a place.
func oneOfEach() scenario.Scenario {
	return scenario.Scenario{Components: []scenario.Component{{Name: "app", Calls: []scenario.Call{{To: "db"}}}, {Name: "db"}}}
}

// twoComponents is a system of two, one of which calls the other.
func twoComponents() scenario.Scenario {
	return scenario.Scenario{Components: []scenario.Component{
		{Name: "orders-api", Requests: scenario.Some(quantity.Exactly(30e6)), Calls: []scenario.Call{{To: "v2.pdf"}}},
		{Name: "v2.pdf", Requests: scenario.Some(quantity.Exactly(10e6))},
	}}
}
