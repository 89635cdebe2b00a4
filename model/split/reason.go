package split

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
)

// WhyHere says in one line why a component is where it is.
func (c *Placement) WhyHere() string {
	if c.Option == "" {
		for _, option := range checklist.Placeable {
			if r, refused := c.Refusals[option]; refused {
				return fmt.Sprintf("no platform takes it: it %s; way round: %s", r.Limit, r.Workaround)
			}
		}
		return "no platform takes it"
	}
	if c.Pinned {
		return "pinned to " + string(c.Option) + "; " + c.comparison()
	}
	others := 0
	var refusal string
	for _, option := range checklist.Placeable {
		if option == c.Option {
			continue
		}
		if r, refused := c.Refusals[option]; refused {
			if refusal == "" {
				refusal = refuses(option) + " it: it " + r.Limit
				if r.Unbilled {
					refusal = "on " + string(option) + " it " + r.Limit
				}
			}
		} else {
			others++
		}
	}
	if others == 0 {
		takes := "takes it"
		for _, r := range c.Refusals {
			if r.Unbilled {
				takes = "has a price for it"
			}
		}
		return fmt.Sprintf("only %s %s; %s", c.Option, takes, refusal)
	}
	text := c.comparison()
	if refusal != "" {
		text += "; " + refusal
	}
	return text
}

// refuses is an option with its verb: containers are many.
func refuses(o checklist.Option) string {
	if o == checklist.Containers {
		return "containers refuse"
	}
	return string(o) + " refuses"
}

// NoPrice is why a placement has no price where every component has a place.
const NoPrice = "no price: the fixed fleet of the cluster is saturated"

// comparison prints what the component adds here and what the nearest other
// platform would add.
func (c *Placement) comparison() string {
	here := c.Adds[c.Option]
	if math.IsNaN(here) || math.IsInf(here, 0) {
		return NoPrice
	}
	var next checklist.Option
	least := math.Inf(1)
	for _, option := range checklist.Placeable {
		if option != c.Option && c.Adds[option] < least {
			next, least = option, c.Adds[option]
		}
	}
	if next == "" {
		return "adds " + quantity.Money(here) + " a month"
	}
	return fmt.Sprintf("adds %s a month; on %s it would add %s", quantity.Money(here), next, quantity.Money(least))
}

// pinError says that a component is pinned to a platform that refuses it.
func pinError(i int, name string, option checklist.Option, refusal costs.Refusal) error {
	return &quantity.InputError{
		Key: fmt.Sprintf("components[%d].pin", i), Value: string(option),
		Problem: fmt.Sprintf("%s %s", name, refusal.Limit),
		Allowed: "leave the pin out, pin it elsewhere, or: " + refusal.Workaround,
	}
}
