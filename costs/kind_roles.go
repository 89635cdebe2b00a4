package costs

import (
	"math"
	"slices"

	"runwhere/checklist"
)

// defaultKinds are those that stand for their option where a scenario names
// only its cloud.
var defaultKinds = []string{"eks", "lambda", "gke", "cloud-run", "aks", "azure-flex", "cloudflare-workers"}

// DefaultKind is the kind that stands for an option on a cloud where nobody
// named one. That of a provider without regions is there on every cloud.
func DefaultKind(o checklist.Option, cloud string) string {
	anywhere := ""
	for i := range kinds() {
		k := &kinds()[i]
		if k.Option != o || !slices.Contains(defaultKinds, k.ID) {
			continue
		}
		switch {
		case k.Provider == cloud:
			return k.ID
		case DefaultRegion(k.Provider) == "":
			anywhere = k.ID
		}
	}
	return anywhere
}

// deviceRuntime is the only kind that runs on devices.
const deviceRuntime = "wasmcloud"

// OwnRuntime is the kind of an option that runs on a site of one's own where
// nobody named one, "" where that is the standard one.
func OwnRuntime(o checklist.Option, s Site) string {
	if k, _ := KindOf(deviceRuntime); s.Own() && k.Option == o {
		return k.ID
	}
	return ""
}

// StartRule is how a kind bills cold starts.
type StartRule struct {
	Text, Source, AsOf string
	steps, least       float64 // into which a second is divided, a part of one being billed whole; MiB billed at least; 0 for none
}

// startRules are those of the kinds that bill cold starts.
var startRules = map[string]StartRule{
	"lambda":    {"the initialisation is billed as duration since 2025-08-01", "https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/", "2025-04-29", 1000, LambdaMinMemory},
	"cloud-run": {"a starting instance is billed like a busy one", "https://cloud.google.com/run/pricing", "2026", 0, 0},
}

// StartRule returns how the platform bills cold starts, and whether it does.
func (p *Platform) StartRule() (StartRule, bool) {
	rule, ok := startRules[p.ID]
	return rule, ok
}

// StartMemory is the MiB that a start of a component holds: what its function is
// set to, or what its instance needs.
func (p *Platform) StartMemory(s *Settings, c *Component) float64 {
	if p.ID == "lambda" {
		return s.Serverless.lambdaMiB(c)
	}
	return c.Memory
}

// RunSeconds is how long a run of a component takes on the platform: on what its
// function is set to, or with a whole core.
func (p *Platform) RunSeconds(s *Settings, c *Component) float64 {
	if p.ID == "lambda" {
		return s.Serverless.lambdaSeconds(c)
	}
	return c.Duration
}

// Billed is a start as it is billed: its s and the MiB that it holds.
func (r StartRule) Billed(seconds, mib float64) (float64, float64) {
	if r.steps > 0 {
		seconds = math.Ceil(seconds*r.steps-1e-9) / r.steps
	}
	return seconds, math.Max(r.least, mib)
}

// StartsMeasured reports whether ColdStarts has measurements of the platform.
func (p *Platform) StartsMeasured() bool { return p.ID == "lambda" }
