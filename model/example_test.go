package model_test

import (
	"fmt"
	"log"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario/file"
)

// Three c5.xlarge and a control plane are 3 × $0.17 × 730 + $73 = $445.30 a
// month. A request of 100 ms at 1 GiB costs Lambda $0.0000002 + 0.1 ×
// $0.0000166667, so 10 million of them cost $18.67.
func ExampleEvaluate() {
	s, err := file.Decode("thumbnails.yaml", []byte(`
runwhere: 1
name: Thumbnails
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
	for _, p := range e.Platforms[:3] {
		fmt.Printf("%s: $%.2f a month\n", p.Name, p.Cost(e.Volume()))
	}
	fmt.Println("recommended:", e.Verdict.Recommendation)
	// Output:
	// EKS: $457.41 a month
	// ECS Fargate: $48.30 a month
	// Lambda: $30.93 a month
	// recommended: serverless
}
