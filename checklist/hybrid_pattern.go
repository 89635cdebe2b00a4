package checklist

// PatternComponent is one component of the framework's hybrid pattern.
type PatternComponent struct {
	ID   string
	Name string
	Side Option // Kubernetes for the core, Serverless for the edge
}

// HybridPattern is the published table of the hybrid pattern in its order:
// eight components in the Kubernetes core (steady, stateful, long-running), nine
// on the serverless edge (spiky, stateless, short-lived). The glue between them
// is in HybridGlue.
var HybridPattern = []PatternComponent{
	{"api-gateway", "API gateway", Kubernetes},
	{"user-service", "User service", Kubernetes},
	{"order-service", "Order service", Kubernetes},
	{"payment-service", "Payment service", Kubernetes},
	{"database", "Database", Kubernetes},
	{"cache", "Cache (Redis)", Kubernetes},
	{"search", "Search (Elasticsearch)", Kubernetes},
	{"websocket-server", "WebSocket server", Kubernetes},
	{"image-processing", "Image processing", Serverless},
	{"pdf-generation", "PDF generation", Serverless},
	{"email-sending", "Email sending", Serverless},
	{"webhook-handlers", "Webhook handlers", Serverless},
	{"cron-jobs", "Cron jobs", Serverless},
	{"auth-callbacks", "Auth callbacks", Serverless},
	{"file-upload-processing", "File-upload processing", Serverless},
	{"data-etl-pipelines", "Data ETL pipelines", Serverless},
	{"log-aggregation", "Log aggregation", Serverless},
}

// What puts a component of the pattern on its side.
const (
	HybridCoreRule = "steady, stateful, long-running"
	HybridEdgeRule = "spiky, stateless, short-lived"
)

// HybridGlue names the event buses that the guide puts between the two sides.
var HybridGlue = []string{"EventBridge", "Kafka"}

// Point is one item of a published list, in this project's words.
type Point struct {
	ID          string
	Title       string
	Explanation string
}

// HybridTraps are the four published costs of running both sides.
var HybridTraps = []Point{
	{"two-deployments", "Two deployment systems", "Every change may have to go out in two ways: CI/CD becomes twice as complex."},
	{"two-monitorings", "Two monitoring systems", "A request that crosses the sides leaves its trace in two places that do not know each other."},
	{"networking", "Networking between the sides", "The sides have to reach each other privately: the NAT gateway alone costs more than $100 a month."},
	{"two-mental-models", "Two mental models", "Everybody has to know how both sides scale, fail and are debugged."},
}

// HybridTrapNATUSD is the published least cost a month of the NAT gateway
// between the two sides.
const HybridTrapNATUSD = 100
