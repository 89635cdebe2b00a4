package quantity_test

import (
	"fmt"
	"log"

	"runwhere/model/quantity"
)

// A range counts elsewhere as one point, √(low × high): √(10M × 40M) is 20M.
func ExampleParseAmount() {
	for _, text := range []string{"2.5M", "10M..40M"} {
		a, err := quantity.ParseAmount(quantity.Count, text)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(quantity.FormatAmount(quantity.Count, a), a.IsRange(), quantity.ShortCount(a.Value()))
	}
	_, err := quantity.ParseAmount(quantity.Duration, "3 parsecs")
	fmt.Println(err)
	// Output:
	// 2.5M false 2.5M
	// 10M..40M true 20M
	// 3 parsecs: unknown unit "parsecs"; such as 500ms, 30s, 15m, 2h
}

// Durations are held in seconds, memory in MiB, and printed as they are said.
func ExampleFormatQuantity() {
	for _, q := range []struct {
		kind quantity.Kind
		text string
	}{{quantity.Duration, "0.5s"}, {quantity.Memory, "0.5GiB"}, {quantity.Ratio, "35%"}} {
		v, err := quantity.ParseQuantity(q.kind, q.text)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(v, quantity.FormatQuantity(q.kind, v))
	}
	// Output:
	// 0.5 500ms
	// 512 512MiB
	// 0.35 35%
}
