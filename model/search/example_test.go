package search_test

import (
	"context"
	"fmt"
	"log"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario/file"
	"runwhere/model/search"
)

// The cluster costs $445.30 a month whatever is asked of it, a request on
// Lambda $0.0000018666…, so EKS is the cheaper one beyond 445.30 ÷
// 0.00000186667 = 238.55 million requests. Values that are found have three digits.
func ExampleSeek() {
	s, err := file.Decode("thumbnails.yaml", []byte(`
runwhere: 1
components:
  - {name: resize, trigger: queue, requests_per_month: 10M, duration: 100ms, cpu_time: 10ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, logs: 0}
platforms:
  kubernetes: {node: c5.xlarge, nodes: 3, load_balancer: none, nat_gateways: 0, public_ipv4: false, node_volume: 0, logs: none}
  serverless: {free_tier: false, front_door: none, nat_gateways: 0, logs: none}
`))
	if err != nil {
		log.Fatal(err)
	}
	book, err := pricebook.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	e, err := model.Evaluate(s, book)
	if err != nil {
		log.Fatal(err)
	}
	goal, err := search.ParseGoal(e, "eks<lambda")
	if err != nil {
		log.Fatal(err)
	}
	found, err := search.Seek(e, context.Background(), "requests_per_month", goal)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("holds today:", found.Holds)
	fmt.Println("from", found.Text(found.Above.Value), "on")
	// Output:
	// holds today: false
	// from 239M on
}
