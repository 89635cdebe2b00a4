package checklist

// ComparisonRow is one row of the three-way comparison as published.
type ComparisonRow struct {
	ID         string
	Label      string
	Kubernetes string
	Serverless string
	Wasm       string
	Checks     Checks // better facts about cells of the row
}

// Comparison is the published comparison of three options, in its order. The
// cells are claims of the guide; where one has been overtaken, the row carries
// the better fact.
var Comparison = []ComparisonRow{
	{
		ID: "cold_start", Label: "Cold start",
		Kubernetes: "n/a", Serverless: "100 ms–3 s", Wasm: "< 1 ms",
		Checks: Checks{"serverless-cold-start", "wasm-cold-start"},
	},
	{
		ID: "lock_in", Label: "Lock-in",
		Kubernetes: "low", Serverless: "high", Wasm: "low",
		Checks: Checks{"wasm-one-binary"},
	},
	{
		ID: "local_development", Label: "Local development",
		Kubernetes: "easy", Serverless: "hard", Wasm: "easy",
	},
	{
		ID: "scale_to_zero", Label: "Scale to zero",
		Kubernetes: "with KEDA", Serverless: "native", Wasm: "native",
		Checks: Checks{"keda-scale-to-zero"},
	},
	{
		ID: "max_duration", Label: "Max duration",
		Kubernetes: "unlimited", Serverless: "15 min", Wasm: "1–30 min",
		Checks: Checks{"serverless-max-duration", "wasm-max-duration"},
	},
	{
		ID: "state", Label: "State",
		Kubernetes: "full", Serverless: "none", Wasm: "limited",
		Checks: Checks{"serverless-state"},
	},
	{
		ID: "cost_at_low_scale", Label: "Cost at low scale",
		Kubernetes: "high", Serverless: "very low", Wasm: "very low",
		Checks: Checks{"scenario-a-ratio"},
	},
	{
		ID: "cost_at_high_scale", Label: "Cost at high scale",
		Kubernetes: "moderate", Serverless: "high", Wasm: "low",
		Checks: Checks{"wasm-cost-at-scale"},
	},
	{
		ID: "binary_portability", Label: "Binary portability",
		Kubernetes: "Docker image", Serverless: "none", Wasm: "Wasm component",
		Checks: Checks{"wasm-one-binary"},
	},
	{
		ID: "gpu", Label: "GPU",
		Kubernetes: "yes", Serverless: "limited", Wasm: "no",
		Checks: Checks{"gpu"},
	},
}
