package checklist

// TaxLine is one published line of what Kubernetes costs a month.
type TaxLine struct {
	ID    string
	Label string
	USD   float64 // a month
}

// CloudBill is the first line of the published table: the only one that a cloud
// bill shows. It is the guide's example, not a price.
var CloudBill = TaxLine{"cloud_bill", "Cloud bill", 5000}

// PlatformEngineer is the line that the platform engineers of a cluster cost.
const PlatformEngineer = "platform_engineer"

// HiddenTax is the rest of the published table in its order: people and tools
// that no cloud bill shows.
var HiddenTax = []TaxLine{
	{PlatformEngineer, "Platform engineer (1 FTE)", 12000},
	{"networking_tools", "Networking tools", 800},
	{"monitoring", "Monitoring", 1200},
	{"security_scanning", "Security scanning", 400},
	{"ci_cd_upkeep", "CI/CD upkeep", 600},
	{"incident_response", "Incident response", 1000},
	{"training", "Training", 500},
}

// HiddenTaxTotal is the published total in USD a month, cloud bill included.
const HiddenTaxTotal = 21500

// HiddenTaxTable returns the whole published table in its order, the cloud bill
// first.
func HiddenTaxTable() []TaxLine { return append([]TaxLine{CloudBill}, HiddenTax...) }

// NamedTax is a cost that the guide names and gives no figure for.
type NamedTax struct {
	ID    string
	Label string
}

// ServerlessTax is what the guide names as the hidden side of serverless. It
// gives no monthly figures, so there are none here.
var ServerlessTax = []NamedTax{
	{"gateway", "API gateway"},
	{"logs", "Logs"},
	{"nat", "NAT gateway"},
	{"concurrency", "Concurrency limits"},
	{"local_development", "Local development"},
	{"lock_in", "Lock-in: leaving means to rewrite 80 % of the code"},
}

// LockInRewrite is the share of the code that the guide says has to be
// rewritten to leave a serverless provider.
const LockInRewrite = 0.80
