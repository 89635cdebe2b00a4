package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// same compares a table, printed one row a line, with its hand-typed copy.
func same(t *testing.T, table string, got []string, want string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.TrimSpace(want); g != w {
		t.Errorf("%s is\n%s\nwant\n%s", table, g, w)
	}
}

func TestHiddenTaxIsThePublishedTable(t *testing.T) {
	t.Parallel()
	var got []string
	people, all := 0.0, 0.0
	for _, line := range HiddenTaxTable() {
		got = append(got, fmt.Sprintf("%s %.0f", line.ID, line.USD))
		all += line.USD
	}
	for _, line := range HiddenTax {
		people += line.USD
	}
	same(t, "hidden tax", got, `
cloud_bill 5000
platform_engineer 12000
networking_tools 800
monitoring 1200
security_scanning 400
ci_cd_upkeep 600
incident_response 1000
training 500`)
	if all != 21500 || HiddenTaxTotal != 21500 || people != 16500 {
		t.Errorf("lines add up to %v, people to %v, total is %v", all, people, HiddenTaxTotal)
	}
	HiddenTaxTable()[1].USD = 1
	if HiddenTax[0].USD != 12000 {
		t.Error("HiddenTaxTable hands out the shared table")
	}
}

func TestServerlessTaxIsThePublishedList(t *testing.T) {
	t.Parallel()
	var labels []string
	for _, tax := range ServerlessTax {
		labels = append(labels, tax.Label)
	}
	same(t, "serverless tax", labels, `
API gateway
Logs
NAT gateway
Concurrency limits
Local development
Lock-in: leaving means to rewrite 80 % of the code`)
	if LockInRewrite != 0.8 {
		t.Errorf("rewrite of %v, want 0.8", LockInRewrite)
	}
}

func TestManifestsAreThePublishedList(t *testing.T) {
	t.Parallel()
	var got []string
	for _, m := range Manifests {
		got = append(got, fmt.Sprintf("%s %v", m.Name, m.StatefulOnly))
	}
	same(t, "manifests", got, `
Deployment false
Service false
Ingress or Gateway false
HorizontalPodAutoscaler or ScaledObject false
PodDisruptionBudget false
NetworkPolicy false
ServiceAccount and RBAC false
ConfigMap and Secret false
PersistentVolumeClaim true`)
	if ManifestsPerService != 9 || ManifestsPerService*ManifestsExampleServices != ManifestsExamplePublished || ManifestsExamplePublished != 180 {
		t.Errorf("%d files a service, %d for %d", ManifestsPerService, ManifestsExamplePublished, ManifestsExampleServices)
	}
	for _, tc := range [][3]int{{1, 0, 8}, {1, 1, 9}, {20, 20, 180}, {20, 0, 160}, {20, 3, 163}, {0, 5, 0}, {-4, -4, 0}, {2, 9, 18}} {
		if got := ManifestCount(tc[0], tc[1]); got != tc[2] {
			t.Errorf("%d services, %d stateful: %d files, want %d", tc[0], tc[1], got, tc[2])
		}
	}
}

func TestHybridPatternIsThePublishedTable(t *testing.T) {
	t.Parallel()
	sides := map[Option][]string{}
	ids := map[string]bool{}
	for _, c := range HybridPattern {
		sides[c.Side] = append(sides[c.Side], c.Name)
		if ids[c.ID] || strings.Trim(c.ID, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%q is there twice or is no component name", c.ID)
		}
		ids[c.ID] = true
	}
	same(t, "core", sides[Kubernetes], `
API gateway
User service
Order service
Payment service
Database
Cache (Redis)
Search (Elasticsearch)
WebSocket server`)
	same(t, "edge", sides[Serverless], `
Image processing
PDF generation
Email sending
Webhook handlers
Cron jobs
Auth callbacks
File-upload processing
Data ETL pipelines
Log aggregation`)
	if len(sides) != 2 || !slices.Equal(HybridGlue, []string{"EventBridge", "Kafka"}) {
		t.Errorf("%d sides, glue %v", len(sides), HybridGlue)
	}
}

// titles prints points and checks that each has something to say.
func titles(t *testing.T, points []Point) []string {
	t.Helper()
	var got []string
	ids := map[string]bool{}
	for _, p := range points {
		if p.ID == "" || p.Explanation == "" || ids[p.ID] {
			t.Errorf("%+v is empty or there twice", p)
		}
		ids[p.ID] = true
		got = append(got, p.Title)
	}
	return got
}

func TestTrapsMistakesAndRemedies(t *testing.T) {
	t.Parallel()
	same(t, "traps", titles(t, HybridTraps), `
Two deployment systems
Two monitoring systems
Networking between the sides
Two mental models`)
	same(t, "mistakes", titles(t, Mistakes), `
Kubernetes because there are microservices
Serverless is always cheaper
Kubernetes now, to save a migration later
Cold starts rule serverless out`)
	var remedies []Point
	for _, r := range ColdStartRemedies {
		remedies = append(remedies, r.Point)
	}
	same(t, "remedies", titles(t, remedies), `
Provisioned concurrency
Wasm
SnapStart
Response streaming
Cache and connection pooling`)
	if HybridTrapNATUSD != 100 || !strings.Contains(HybridTraps[2].Explanation, "$100") {
		t.Errorf("the NAT gateway costs %v: %s", HybridTrapNATUSD, HybridTraps[2].Explanation)
	}
}

func TestMistakesAreFoundByTheirIDs(t *testing.T) {
	t.Parallel()
	ids := []string{MistakeMicroservices, MistakeAlwaysCheaper, MistakeKubernetesFirst, MistakeColdStarts}
	for i, id := range ids {
		if Mistakes[i].ID != id {
			t.Errorf("mistake %d is %s, want %s", i+1, Mistakes[i].ID, id)
		}
	}
}

func TestGrowingBill(t *testing.T) {
	t.Parallel()
	if !slices.Equal(GrowingBill, []MonthlyBill{{1, 50}, {3, 200}, {6, 800}, {12, 3500}}) {
		t.Errorf("%v", GrowingBill)
	}
}

func TestTimelineIsThePublishedOne(t *testing.T) {
	t.Parallel()
	var got []string
	for _, s := range Timeline {
		got = append(got, fmt.Sprintf("%s, %s [%d %d]: %s", s.Path, s.Days, s.From, s.To, s.Text))
	}
	same(t, "timeline", got, `
Kubernetes first, day 1–90 [1 90]: setting up the cluster
Kubernetes first, day 180–365 [180 365]: first features
Serverless first, day 1–365 [1 365]: building the product on serverless
Serverless first, day 366–730 [366 730]: evaluating with known traffic
Serverless first, after day 730 [731 0]: moving the hot paths to Kubernetes`)
	if TimelineMonthsBehind != 6 {
		t.Errorf("%d months behind, want 6", TimelineMonthsBehind)
	}
}

func TestChooseListsAreThePublishedOnes(t *testing.T) {
	t.Parallel()
	var got []string
	for _, list := range ChooseLists {
		for _, reason := range list.Reasons {
			got = append(got, string(list.Option)+": "+reason)
		}
	}
	same(t, "choose", got, `
kubernetes: There is a team to support it
kubernetes: Full control over network, runtime and scaling is needed
kubernetes: Workloads are steady, stateful or long-running
kubernetes: There are 30M requests a month or more
kubernetes: Portability matters
serverless: A small team has to ship fast
serverless: Workloads are event-driven and spiky
serverless: Cost at low scale matters
serverless: Lock-in is acceptable
serverless: There are no persistent connections
wasm: Cold starts have to be near zero
wasm: Portability is wanted without Kubernetes
wasm: The code runs at the edge
wasm: It is a new project in Rust or Go
hybrid: There are steady and spiky workloads
hybrid: Each kind of workload shall cost what suits it
hybrid: The team is large enough for both`)
}
