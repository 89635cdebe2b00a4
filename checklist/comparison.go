package checklist

// ComparisonRow is one row of the three-way comparison as published.
type ComparisonRow struct {
	ID         string
	Label      string
	Kubernetes string
	Serverless string
	Wasm       string
	Checks     []FactCheck // better facts about cells of the row
}

// Comparison is the published comparison of three options, in its order. The
// cells are claims of the guide; where one has been overtaken, the row carries
// the better fact.
var Comparison = []ComparisonRow{
	{
		ID: "cold_start", Label: "Cold start",
		Kubernetes: "n/a", Serverless: "100 ms–3 s", Wasm: "< 1 ms",
		Checks: checks("serverless-cold-start", "wasm-cold-start"),
	},
	{
		ID: "lock_in", Label: "Lock-in",
		Kubernetes: "low", Serverless: "high", Wasm: "low",
		Checks: checks("wasm-one-binary"),
	},
	{
		ID: "local_development", Label: "Local development",
		Kubernetes: "easy", Serverless: "hard", Wasm: "easy",
	},
	{
		ID: "scale_to_zero", Label: "Scale to zero",
		Kubernetes: "with KEDA", Serverless: "native", Wasm: "native",
		Checks: checks("keda-scale-to-zero"),
	},
	{
		ID: "max_duration", Label: "Max duration",
		Kubernetes: "unlimited", Serverless: "15 min", Wasm: "1–30 min",
		Checks: checks("serverless-max-duration", "wasm-max-duration"),
	},
	{
		ID: "state", Label: "State",
		Kubernetes: "full", Serverless: "none", Wasm: "limited",
		Checks: checks("serverless-state"),
	},
	{
		ID: "cost_at_low_scale", Label: "Cost at low scale",
		Kubernetes: "high", Serverless: "very low", Wasm: "very low",
		Checks: checks("scenario-a-ratio"),
	},
	{
		ID: "cost_at_high_scale", Label: "Cost at high scale",
		Kubernetes: "moderate", Serverless: "high", Wasm: "low",
		Checks: checks("wasm-cost-at-scale"),
	},
	{
		ID: "binary_portability", Label: "Binary portability",
		Kubernetes: "Docker image", Serverless: "none", Wasm: "Wasm component",
		Checks: checks("wasm-one-binary"),
	},
	{
		ID: "gpu", Label: "GPU",
		Kubernetes: "yes", Serverless: "limited", Wasm: "no",
		Checks: checks("gpu"),
	},
}
