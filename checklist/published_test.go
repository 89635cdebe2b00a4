package checklist

import (
	"fmt"
	"math"
	"testing"
)

func bill(b PublishedBill) []string {
	var got []string
	for _, line := range b.Lines {
		got = append(got, fmt.Sprintf("%s: %v to %v", line.Label, line.USD, line.Step))
	}
	return append(got, fmt.Sprintf("total: %v to %v", b.Total.USD, b.Total.Step))
}

func TestPublishedScenarios(t *testing.T) {
	t.Parallel()
	a, _ := PublishedScenarioByID("A")
	same(t, "Scenario A, Lambda", bill(a.Lambda), "Compute: 0.33 to 0.01\nRequests: 0.02 to 0.01\ntotal: 0.35 to 0.01")
	same(t, "Scenario A, EKS", bill(a.EKS), "Control plane: 73 to 1\n2 × t3.medium: 60 to 10\nLoad balancer: 16 to 1\ntotal: 149 to 1")
	if a.Requests != 100e3 || a.Duration != 0.2 || a.Memory != 256 || a.Claim != "425×" {
		t.Errorf("Scenario A is %+v", a)
	}
	b, _ := PublishedScenarioByID("B")
	same(t, "Scenario B, Lambda", bill(b.Lambda), `
Compute: 417 to 1
Requests: 10 to 1
API Gateway: 175 to 1
CloudWatch logs (50 GB): 25 to 1
NAT gateway: 45 to 1
total: 672 to 1`)
	same(t, "Scenario B, EKS", bill(b.EKS), "3 × c5.xlarge: 370 to 10\nControl plane: 73 to 1\nLoad balancer: 16 to 1\ntotal: 459 to 1")
	if b.Requests != 50e6 || b.Duration != 0.5 || b.Memory != 1024 || b.Claim != "46 % more" {
		t.Errorf("Scenario B is %+v", b)
	}
	if _, ok := PublishedScenarioByID("C"); ok {
		t.Error("a scenario that does not exist was found")
	}
}

func TestPublishedTotalsAreTheSumsOfTheirLines(t *testing.T) {
	t.Parallel()
	for _, s := range PublishedScenarios {
		for _, b := range []PublishedBill{s.Lambda, s.EKS} {
			sum := 0.0
			for _, line := range b.Lines {
				sum += line.USD
				if steps := line.USD / line.Step; math.Abs(steps-math.Round(steps)) > 1e-9 {
					t.Errorf("%s, %s, %s: %v is not rounded to %v", s.ID, b.Platform, line.ID, line.USD, line.Step)
				}
			}
			if math.Abs(sum-b.Total.USD) > 1e-9 {
				t.Errorf("%s, %s: lines add up to %v, published is %v", s.ID, b.Platform, sum, b.Total.USD)
			}
		}
	}
}

// 149 / 0.35 = 425.7, which the guide cuts to 425; 672 / 459 = 1.464.
func TestPublishedRatiosFollowFromTheTotals(t *testing.T) {
	t.Parallel()
	a, b := PublishedScenarios[0], PublishedScenarios[1]
	if got := math.Floor(a.EKS.Total.USD / a.Lambda.Total.USD); got != 425 || a.Ratio != 425 {
		t.Errorf("Scenario A: %v, published %v", got, a.Ratio)
	}
	if got := math.Round(100 * b.Lambda.Total.USD / b.EKS.Total.USD); got != 146 || b.Ratio != 1.46 {
		t.Errorf("Scenario B: %v %%, published %v", got, b.Ratio)
	}
}

func TestCrossoverTableIsThePublishedOne(t *testing.T) {
	t.Parallel()
	var got []string
	for _, row := range CrossoverTable {
		got = append(got, fmt.Sprintf("%.0f: %v/%v %s", row.Requests, row.Lambda.USD, row.EKS.USD, row.Workload))
	}
	same(t, "crossover table", got, `
100000: 0.35/149 A
1000000: 3.5/149 A
10000000: 35/149 A
50000000: 672/459 B
100000000: 1340/459 B
500000000: 6700/920 B`)
	if CrossoverClaimLow != 30e6 || CrossoverClaimHigh != 40e6 || CrossoverClaimDuration != 0.2 || CrossoverClaimMemory != 256 {
		t.Error("the published crossover is 30–40M at 200 ms and 256 MB")
	}
}

// Every Lambda figure of the table is its scenario's total scaled by the
// volume, within the rounding: 10 × 672 = 6,720 is printed as 6,700.
func TestCrossoverTableScalesItsScenario(t *testing.T) {
	t.Parallel()
	for _, row := range CrossoverTable {
		s, ok := PublishedScenarioByID(row.Workload)
		scaled := s.Lambda.Total.USD * row.Requests / s.Requests
		if !ok || math.Abs(scaled-row.Lambda.USD) > row.Lambda.Step/2+1e-9 {
			t.Errorf("%.0f requests: %v scaled, published %v rounded to %v", row.Requests, scaled, row.Lambda.USD, row.Lambda.Step)
		}
	}
}

// The audit's figures from the list prices of AWS in us-east-1 (November 2026):
// $0.0000166667 a GB-s, $0.20 and $3.50 a million requests and REST calls.
func TestAuditFollowsFromListPrices(t *testing.T) {
	t.Parallel()
	const gbs, request, call = 0.0000166667, 0.20e-6, 3.50e-6
	compute := CrossoverClaimDuration * CrossoverClaimMemory / 1024.0 * gbs
	for _, tc := range []struct {
		what            string
		got, want, unit float64
	}{
		{"compute of A", 100e3 * compute, 0.083, 0.001},
		{"compute of A at 1 GB", 100e3 * CrossoverClaimDuration * gbs, 0.33, 0.01},
		{"crossover with a gateway", 149 / (compute + request + call), AuditCrossoverWithGateway, 1e6},
		{"crossover without", 149 / (compute + request), AuditCrossoverWithoutGateway, 1e6},
		{"mean busy cores at 500M", 500e6 * 0.5 * 0.3 / 2_628_000, 30, 5},
		{"published gap at 500M", 6700.0 / 920, 7.3, 0.1},
	} {
		if math.Abs(tc.got-tc.want) > tc.unit/2 {
			t.Errorf("%s: %v, the audit says %v", tc.what, tc.got, tc.want)
		}
	}
	for _, id := range []string{AuditCompute, AuditMixture, AuditGateway, AuditCapacity} {
		if f, ok := AuditFindingByID(id); !ok || f.Text == "" || f.Applies == "" {
			t.Errorf("finding %s is %+v", id, f)
		}
	}
	if _, ok := AuditFindingByID("no such finding"); ok || len(CostAudit) != 4 {
		t.Errorf("%d findings, want 4", len(CostAudit))
	}
}

// Every printed ratio follows from the row's own totals, cut or rounded to its
// step: 149 ÷ 3.50 = 42.57, 149 ÷ 35 = 4.26, 672 ÷ 459 = 1.464, 1,340 ÷ 459 = 2.919
// and 6,700 ÷ 920 = 7.283.
func TestCrossoverRatiosFollowFromTheRows(t *testing.T) {
	t.Parallel()
	for _, row := range CrossoverTable {
		high, low := math.Max(row.Lambda.USD, row.EKS.USD), math.Min(row.Lambda.USD, row.EKS.USD)
		if off := high/low - row.Ratio.Times; off < -row.Ratio.Step/2 || off >= row.Ratio.Step {
			t.Errorf("%.0f requests: %v, printed %v", row.Requests, high/low, row.Ratio.Times)
		}
	}
}

func TestCrossoverShifts(t *testing.T) {
	t.Parallel()
	same(t, "shifts", CrossoverShifts, "Duration\nMemory\nAPI gateway\nReserved or provisioned concurrency\nNode utilisation")
}
