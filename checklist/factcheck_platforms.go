package checklist

var wasmFacts = []FactCheck{
	{
		ID: "lambda-wasm", Claim: "AWS Lambda runs Wasm in preview",
		Fact:   "Lambda's list of runtimes has no Wasm entry, and no announcement by AWS was found",
		Source: "AWS Lambda documentation, runtimes (2026)",
	},
	{
		ID: "fermyon", Claim: "Fermyon is in production, Fermyon Cloud is generally available",
		Fact: "Fermyon joined Akamai on 2025-12-01; the product is Akamai Functions, of limited availability and without a published price: " +
			"a quote is needed. Fermyon Cloud allows 100K or 1M requests a month and 30 s a request",
		Source: "Fermyon blog; Akamai Functions documentation; Fermyon developer documentation (2026-05-11)",
	},
	{
		ID: "spin-version", Claim: "Spin 3.5 is current",
		Fact:   "Spin 3.5.0 is of 2025-10-28; 4.0.0 came on 2026-04-20, 4.0.2 on 2026-06-23",
		Source: "Spin release tags",
	},
	{
		ID: "wasm-cold-start", Claim: "a Wasm cold start takes less than 1 ms, on Cloudflare too",
		Fact: "it holds for instantiation by the engine, by the vendors' own figures and without network or fetch (Wasmtime 5 µs, Fastly 35 µs, Akamai under 0.5 ms); " +
			"Cloudflare runs V8, whose global scope may take up to 1 s, and claims 99.99 % warm requests for enterprise traffic instead",
		Source: "Cloudflare blog (2025-09-26) and changelog (2025-10-10); vendors' pages",
	},
	{
		ID: "wasm-max-duration", Claim: "Wasm runs for 1 to 30 minutes at most",
		Fact: "Akamai and Fermyon 30 s; Fastly 2 min of wall time and 50 ms of CPU; Workers 5 min of CPU (30 s by default) with no limit of wall time while the client stays, " +
			"15 min for cron and queues",
		Source: "the vendors' pages on limits",
	},
	{
		ID: "wasm-one-binary", Claim: "one Wasm binary runs on every Wasm platform without lock-in",
		Fact: "Akamai Functions lacks Spin's SQLite and its Redis trigger, Workers has an API and bindings of its own, and state is proprietary everywhere: " +
			"what is portable is the source, at best",
		Source: "Akamai Functions quotas and limits; Cloudflare documentation; the part on Workers is a reading of it",
	},
	{
		ID: "wasm-languages", Claim: "Wasm takes any language",
		Fact:   "Akamai takes Rust, Go, JavaScript and Python; Fastly Rust, JavaScript and Go, others by the community",
		Source: "the vendors' documentation",
	},
	{
		ID: "wasmcloud", Claim: "wasmCloud is in production as a CNCF project",
		Fact: "it is a CNCF incubating project whose version 2.0 (2026-03-22) removed the control plane of version 1; " +
			"Cosmonic Control runs on a cluster of one's own and has no published hosted price: a quote is needed",
		Source: "hivebook.wiki; Cosmonic documentation",
	},
}

var serverlessFacts = []FactCheck{
	{
		ID: "serverless-max-duration", Claim: "serverless stops after 15 minutes",
		Fact: "that is the limit of a single Lambda invocation; Cloud Run allows 60 min and 7 days for jobs, " +
			"Azure Flex and Premium have no limit, Lambda's durable functions a year",
		Source: "documentation of Google Cloud, Microsoft Azure and AWS",
	},
	{
		ID: "serverless-state", Claim: "serverless has no state",
		Fact:   "Lambda durable functions, Azure Durable Functions and Cloudflare's Durable Objects, D1 and KV keep it",
		Source: "documentation of AWS, Microsoft Azure and Cloudflare",
	},
	{
		ID: "persistent-connections", Claim: "persistent connections mean Kubernetes",
		Fact:   "Cloud Run holds WebSockets for up to 60 min, Container Apps takes them too, and Durable Objects let them hibernate (20 messages billed as one request)",
		Source: "Google Cloud documentation; Cloudflare pricing",
	},
	{
		ID: "gpu", Claim: "a GPU means Kubernetes",
		Fact:   "Cloud Run has the L4 at $0.0001867 a second, Container Apps has serverless GPUs",
		Source: "Cloud Run pricing (2025-08-19); Microsoft billing documentation",
	},
	{
		ID: "serverless-cold-start", Claim: "a serverless cold start takes 100 ms to 3 s",
		Fact: "medians measured on Lambda (512 MB, an empty function, July and August 2026, about 500 samples each): Rust 16 ms, Go 50, Python 84–110, Node.js 135, " +
			"Java 190–240, .NET 253; it takes a heavy framework to reach 3 s",
		Source: "maxday/lambda-perf",
	},
	{
		ID: "snapstart", Claim: "SnapStart brings a start to about 200 ms",
		Fact:   "last measured at a median of 618–729 ms for an empty function (October 2025), slower than plain Java at 204–276 ms: it helps heavy applications only",
		Source: "maxday/lambda-perf",
	},
}

var kubernetesFacts = []FactCheck{
	{
		ID: "keda-scale-to-zero", Claim: "scaling to zero with KEDA takes away serverless's advantage",
		Fact: "KEDA polls every 30 s and cools down for 300 s, and nodes and the control plane still bill; waking up on HTTP takes a separate add-on (0.14), " +
			"and a trigger on the application's own counter finds none at zero replicas",
		Source: "KEDA documentation 2.20 and 2.21; the part on the counter is a reading of it",
	},
	{
		ID: "keda-version", Claim: "KEDA 2.19 is the newest",
		Fact:   "2.20 is in the matrix of 2026 (Kubernetes 1.33–1.35)",
		Source: "KEDA documentation (2026-08-20)",
	},
	{
		ID: "aks-automatic", Claim: "AKS Automatic is Azure's equivalent of Autopilot",
		Fact:   "it bills a control plane of $116.80 a month, virtual machines and a fee for each vCPU; Autopilot bills pods only",
		Source: "Azure retail prices, AKS",
	},
	{
		ID: "gke-wasm", Claim: "GKE runs Wasm natively in the second half of 2026",
		Fact:   "no evidence was found; AKS documents only how to install SpinKube and wasmCloud (November 2024)",
		Source: "AKS documentation; nothing found for GKE",
	},
}

var costFacts = []FactCheck{
	{
		ID: "scenario-a-ratio", Claim: "100K requests a month are 425 times as expensive on Kubernetes",
		Fact: "that compares with two t3.medium, the EKS control plane and a load balancer; one small pod on GKE Autopilot with a load balancer is about $28, " +
			"and 100K requests of 200 ms are within the free tiers of Cloud Run, Azure and Fastly",
		Source: "price lists of the providers",
	},
	{
		ID: "crossover", Claim: "Kubernetes is cheaper from 30–40M requests a month",
		Fact:   "that is so for one assumed fleet; on Cloud Run the 200 ms workload costs $79 at 50M and $164 at 100M, so the line moves by several times",
		Source: "derived from the providers' price lists",
	},
	{
		ID: "wasm-cost-at-scale", Claim: "Wasm is cheap at high scale",
		Fact:   "it depends on the CPU time and on the fee of the network: 100M requests of 4 ms cost $39 on Workers, $159 on Fastly, about $27 on Lambda without a gateway",
		Source: "a public quote at second hand (2026-04) and the price lists",
	},
	{
		ID: "wasm-saves", Claim: "Wasm saves 60 % of the cost",
		Fact:   "the engineer who is quoted compares an Arm machine with an x86 machine: it is not the effect of Wasm alone",
		Source: "techelevate.us (2025-02-14)",
	},
}
