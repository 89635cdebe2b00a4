package checklist

// NamedPlatform is a platform or service that the guide names.
type NamedPlatform struct {
	Name   string
	Option Option
	Claim  string // what the guide says about its state, "" where nothing
	Checks Checks
}

// NamedPlatforms are the platforms and services that the guide names, in its
// order.
var NamedPlatforms = []NamedPlatform{
	{Name: "EKS", Option: Kubernetes},
	{Name: "EKS Auto Mode", Option: Kubernetes},
	{Name: "GKE Autopilot", Option: Kubernetes},
	{Name: "AKS Automatic", Option: Kubernetes, Checks: Checks{"aks-automatic"}},
	{Name: "KEDA", Option: Kubernetes, Checks: Checks{"keda-scale-to-zero", "keda-version"}},
	{Name: "Karpenter-style node scaling", Option: Kubernetes},
	{Name: "AWS Lambda", Option: Serverless},
	{Name: "Google Cloud Functions", Option: Serverless},
	{Name: "Step Functions", Option: Serverless},
	{Name: "API Gateway", Option: Serverless},
	{Name: "CloudWatch", Option: Serverless},
	{Name: "NAT gateway", Option: Serverless},
	{Name: "EventBridge", Option: Serverless},
	{Name: "Kafka", Option: Serverless},
	{Name: "Cloudflare Workers", Option: Wasm, Checks: Checks{"wasm-cold-start"}},
	{Name: "Fermyon Spin", Option: Wasm, Claim: "production, Fermyon Cloud GA", Checks: Checks{"fermyon", "spin-version"}},
	{Name: "Fastly Compute", Option: Wasm},
	{Name: "wasmCloud (Cosmonic)", Option: Wasm, Claim: "production, CNCF project", Checks: Checks{"wasmcloud"}},
	{Name: "AWS Lambda Wasm", Option: Wasm, Claim: "preview", Checks: Checks{"lambda-wasm"}},
}
