package costs_test

import (
	"fmt"
	"log"

	"runwhere/costs"
	"runwhere/costs/pricebook"
)

// resize is a component that is called so often a month.
func resize(requests, seconds, mib float64) costs.Workload {
	shape, err := costs.Pattern("steady")
	if err != nil {
		log.Fatal(err)
	}
	return costs.Workload{Components: []costs.Component{{
		Name: "resize", Requests: requests, Duration: seconds, Memory: mib, FunctionMemory: mib, Ephemeral: 512, Shape: shape,
	}}}
}

// build bills the workload with the prices that the program brings.
func build(kind string, w costs.Workload, free bool) *costs.Platform {
	book, err := pricebook.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	p, err := costs.Build(kind, book, &costs.Settings{
		Cloud: pricebook.AWS, Region: "us-east-1",
		Serverless: costs.ServerlessSettings{ServiceSettings: costs.ServiceSettings{Architecture: "x86", FreeTier: free, Logs: "none"}, FrontDoor: "none", Workflow: "none"},
	}, w)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// The first example of the AWS Lambda price page: 3 million requests of 120 ms
// at 1,536 MB, less what is free, are 2 million × $0.20 a million and 140,000
// GB-seconds × $0.0000166667.
func ExampleBuild() {
	bill := build("lambda", resize(3e6, 0.120, 1536), true).Bill(3e6)
	for _, line := range bill.Lines {
		fmt.Printf("%s: $%.2f\n", line.Label, line.USD)
	}
	fmt.Printf("$%.2f a month\n", bill.USD)
	// Output:
	// Lambda requests: $0.40
	// Lambda compute: $2.33
	// $2.73 a month
}

// 100 ms at 128 MB are 0.0125 GB-seconds, so a request costs Lambda $0.0000002 +
// 0.0125 × $0.0000166667 = $0.00000040833375. Workers cost $5 with 10 million
// requests and $0.0000003 each from there on, with 30 million ms of CPU included:
// they cost the same at $2 ÷ $0.00000010833375 = 18,461,467.3 requests.
func ExampleFindCrossover() {
	w := resize(1e6, 0.100, 128)
	lambda, workers := build("lambda", w, false), build("cloudflare-workers", w, false)
	c := costs.FindCrossover(costs.Curve{Platform: lambda}, costs.Curve{Platform: workers}, 10e3, 10e9)
	for _, crossing := range c.Crossings {
		fmt.Printf("%s from %.0f requests a month on\n", crossing.Cheaper.Name, crossing.Volume)
	}
	// Output:
	// Workers from 18461468 requests a month on
}
