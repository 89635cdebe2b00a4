package checklist

// The ids of the six traffic patterns.
const (
	Steady        = "steady"
	Spiky         = "spiky"
	EventDriven   = "event-driven"
	Batch         = "batch"
	RealTime      = "real-time"
	Unpredictable = "unpredictable"
)

// TrafficPattern is one of the patterns of the framework's second factor.
type TrafficPattern struct {
	ID       string
	Label    string
	Examples string
	Leans    []Option // empty where the framework says "either"
}

// TrafficPatterns is the framework's second factor, in its order. The third
// question names three of the six; it offers all of them, and the three have
// the same lean in both places.
var TrafficPatterns = []TrafficPattern{
	{Steady, "Steady, around the clock", "e-commerce, SaaS", []Option{Kubernetes}},
	{Spiky, "Spiky", "campaigns", []Option{Serverless}},
	{EventDriven, "Event-driven", "IoT, webhooks", []Option{Serverless}},
	{Batch, "Batch", "ETL, ML", nil},
	{RealTime, "Real-time", "WebSocket, gaming", []Option{Kubernetes}},
	{Unpredictable, "Unpredictable", "startup, MVP", []Option{Serverless}},
}

// trafficChoices are the patterns as the answers to the third question.
func trafficChoices() []Choice {
	choices := make([]Choice, len(TrafficPatterns))
	for i, p := range TrafficPatterns {
		choices[i] = Choice{ID: p.ID, Label: p.Label, Leans: p.Leans, Note: p.Examples}
	}
	return choices
}

// TrafficFinding is the second factor applied to the answers.
type TrafficFinding struct {
	Finding
	Examples string // of the pattern, "" when unanswered
}

// Traffic applies the framework's second factor.
func Traffic(a Answers) TrafficFinding {
	answer := a.Get(KeyTraffic)
	for _, p := range TrafficPatterns {
		if p.ID == answer.Choice() {
			f := Finding{Answer: p.Label, Leans: p.Leans, Text: leanText(p.Leans)}
			return TrafficFinding{Finding: f, Examples: p.Examples}
		}
	}
	return TrafficFinding{}
}
