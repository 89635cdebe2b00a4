package file_test

import (
	"fmt"
	"log"

	"runwhere/model/scenario"
	"runwhere/model/scenario/file"
)

const orders = `runwhere: 1
name: Orders # for the review of May
components:
  - name: api
    requests_per_month: 20M # from the access log
    duration: 120ms
`

// A scenario that is saved keeps the comments and the order of its file.
func ExampleUpdate() {
	s, err := file.Decode("orders.yaml", []byte(orders))
	if err != nil {
		log.Fatal(err)
	}
	s, err = scenario.Set(s, "components.api.duration=300ms")
	if err != nil {
		log.Fatal(err)
	}
	data, err := file.Update([]byte(orders), s)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(data))
	// Output:
	// runwhere: 1
	// name: Orders # for the review of May
	// components:
	//   - name: api
	//     requests_per_month: 20M # from the access log
	//     duration: 300ms
}

// An error says where the value is and what is allowed.
func ExampleDecode() {
	_, err := file.Decode("orders.yaml", []byte("runwhere: 1\ncloud: amazon\n"))
	fmt.Println(err)
	// Output:
	// orders.yaml:2: cloud: amazon: unknown; allowed is aws, gcp, azure
}
