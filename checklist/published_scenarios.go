package checklist

// Published is a cost figure as the guide prints it.
type Published struct {
	USD  float64 // a month
	Step float64 // USD, what it is rounded to: 370 to 10, 417 to 1
}

// PublishedLine is one line of a published bill.
type PublishedLine struct {
	ID    string
	Label string
	Published
	Note string // what the guide leaves open, or how the figure came about
}

// PublishedBill is one side of a worked scenario.
type PublishedBill struct {
	Platform string // lambda or eks
	Lines    []PublishedLine
	Total    Published // the sum of the lines as published
}

// PublishedScenario is a worked cost scenario of the guide.
type PublishedScenario struct {
	ID       string  // A or B
	Requests float64 // a month
	Duration float64 // s
	Memory   float64 // MiB
	Lambda   PublishedBill
	EKS      PublishedBill
	Claim    string  // how the guide puts the difference
	Ratio    float64 // the claim as a number: the dearer total over the cheaper
}

// PublishedScenarios are the guide's two worked scenarios. Every total is the
// sum of the published lines and not of the unrounded ones: it may differ from
// the latter by the lines' rounding.
var PublishedScenarios = []PublishedScenario{
	{
		ID: "A", Requests: 100e3, Duration: 0.2, Memory: 256,
		Lambda: PublishedBill{
			Platform: "lambda",
			Lines: []PublishedLine{
				{
					"compute", "Compute",
					Published{0.33, 0.01},
					"at list prices it is $0.083; the published figure is that of 1 GB",
				},
				{"requests", "Requests", Published{0.02, 0.01}, ""},
			},
			Total: Published{0.35, 0.01},
		},
		EKS: PublishedBill{
			Platform: "eks",
			Lines: []PublishedLine{
				{"control_plane", "Control plane", Published{73, 1}, ""},
				{"nodes", "2 × t3.medium", Published{60, 10}, ""},
				{"load_balancer", "Load balancer", Published{16, 1}, ""},
			},
			Total: Published{149, 1},
		},
		Claim: "425×", Ratio: 425,
	},
	{
		ID: "B", Requests: 50e6, Duration: 0.5, Memory: 1024,
		Lambda: PublishedBill{
			Platform: "lambda",
			Lines: []PublishedLine{
				{"compute", "Compute", Published{417, 1}, ""},
				{"requests", "Requests", Published{10, 1}, ""},
				{"api_gateway", "API Gateway", Published{175, 1}, ""},
				{"logs", "CloudWatch logs (50 GB)", Published{25, 1}, ""},
				{"nat", "NAT gateway", Published{45, 1}, "plus data, of which no amount is published"},
			},
			Total: Published{672, 1},
		},
		EKS: PublishedBill{
			Platform: "eks",
			Lines: []PublishedLine{
				{"nodes", "3 × c5.xlarge", Published{370, 10}, ""},
				{"control_plane", "Control plane", Published{73, 1}, ""},
				{"load_balancer", "Load balancer", Published{16, 1}, ""},
			},
			Total: Published{459, 1},
		},
		Claim: "46 % more", Ratio: 1.46,
	},
}

// PublishedScenarioByID returns scenario A or B and whether there is one.
func PublishedScenarioByID(id string) (PublishedScenario, bool) {
	for _, s := range PublishedScenarios {
		if s.ID == id {
			return s, true
		}
	}
	return PublishedScenario{}, false
}
