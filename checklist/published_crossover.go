package checklist

// CrossoverRow is one row of the guide's table of both totals by volume.
type CrossoverRow struct {
	Requests float64 // a month
	Lambda   Published
	EKS      Published
	Workload string // the scenario whose workload and lines the figures follow from
	Ratio    Ratio  // of the dearer side over the cheaper one, as it is printed beside the row
}

// Ratio is how many times as much one side costs, and what that is rounded to.
type Ratio struct{ Times, Step float64 }

// CrossoverTable is the published table, in its order. Its caption names one
// workload; its rows are those of two.
var CrossoverTable = []CrossoverRow{
	{100e3, Published{0.35, 0.01}, Published{149, 1}, "A", Ratio{425, 1}},
	{1e6, Published{3.50, 0.01}, Published{149, 1}, "A", Ratio{42, 1}},
	{10e6, Published{35, 1}, Published{149, 1}, "A", Ratio{4, 1}},
	{50e6, Published{672, 1}, Published{459, 1}, "B", Ratio{1.5, 0.1}},
	{100e6, Published{1340, 10}, Published{459, 1}, "B", Ratio{2.9, 0.1}},
	{500e6, Published{6700, 100}, Published{920, 10}, "B", Ratio{7.3, 0.1}},
}

// The published crossover in requests a month, and the workload that it is
// said to be for.
const (
	CrossoverClaimLow      = 30e6
	CrossoverClaimHigh     = 40e6
	CrossoverClaimDuration = 0.2 // s
	CrossoverClaimMemory   = 256 // MiB
)

// GatewayClaim is by how much the guide says that a gateway can raise what Lambda
// costs: it "can double" it.
const GatewayClaim = 2.0

// CrossoverChecks are the better facts about the published crossover.
var CrossoverChecks = Checks{"crossover"}

// CrossoverShifts is what the guide names as moving the crossover.
var CrossoverShifts = []string{
	"Duration",
	"Memory",
	"API gateway",
	"Reserved or provisioned concurrency",
	"Node utilisation",
}

// AuditFinding is a reason why a published cost figure is not what the list
// prices give. The figures in it are worked from list prices and the published
// settings; nothing published is changed to match.
type AuditFinding struct {
	ID      string
	Applies string // the published figures it is about
	Text    string
}

// The ids of the audit's findings.
const (
	AuditCompute  = "scenario-a-compute"
	AuditMixture  = "table-mixes-workloads"
	AuditGateway  = "caption-needs-gateway"
	AuditCapacity = "fleet-stays-flat"
)

// CostAudit is what is known about the published cost figures.
var CostAudit = []AuditFinding{
	{
		AuditCompute, "Scenario A, Lambda compute",
		"100,000 requests of 0.2 s at 256 MB are 5,000 GB-s, which cost $0.083 at list prices. $0.33 is the price of 20,000 GB-s: the same requests at 1 GB.",
	},
	{
		AuditMixture, "Crossover table",
		"The first three rows have no gateway, logs or NAT, the last three have all of them; and the last three are Scenario B's workload and not the one in the caption.",
	},
	{
		AuditGateway, "Published crossover",
		"The caption's workload crosses $149 at about 33M requests a month with a REST API gateway, and at about 144M without one.",
	},
	{
		AuditCapacity, "Crossover table, EKS at 50M and above",
		"50M requests of 500 ms at 30 % CPU and with ordinary peaks take about 4 c5.xlarge at 60 % utilisation, so $459 is close at 50M. " +
			"That it stays flat at 100M and is $920 at 500M (about 7 nodes for some 30 busy cores on average) holds only if the service hardly uses its CPU: " +
			"sized by its load, the gap at 500M is nearer 1.5× than 7.3×.",
	},
}

// The audited crossovers of the caption's workload: about how many requests a month
// cost as much as the published cluster, with a REST API gateway and without.
const (
	AuditCrossoverWithGateway    = 33e6
	AuditCrossoverWithoutGateway = 144e6
)

// AuditFindingByID returns one finding and whether there is one.
func AuditFindingByID(id string) (AuditFinding, bool) {
	for _, f := range CostAudit {
		if f.ID == id {
			return f, true
		}
	}
	return AuditFinding{}, false
}
