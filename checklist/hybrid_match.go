package checklist

import (
	"slices"
	"strings"
	"unicode"
)

// patternWords are the words in a component's name by which a kind of the
// hybrid pattern is recognised. They are this program's choice.
var patternWords = map[string][]string{
	"api-gateway":            {"gateway", "bff", "ingress"},
	"user-service":           {"user", "account", "profile"},
	"order-service":          {"order", "checkout", "cart"},
	"payment-service":        {"payment", "billing"},
	"database":               {"database", "db", "postgres", "postgresql", "mysql", "mariadb", "mongo", "mongodb"},
	"cache":                  {"cache", "redis", "valkey", "memcached"},
	"search":                 {"search", "elasticsearch", "opensearch", "solr"},
	"websocket-server":       {"websocket", "socket", "ws", "chat", "presence"},
	"event-bus":              {"bus", "broker", "kafka", "rabbitmq", "nats"},
	"image-processing":       {"image", "thumbnail", "photo", "resizer"},
	"pdf-generation":         {"pdf"},
	"email-sending":          {"email", "mail", "mailer", "notification"},
	"webhook-handlers":       {"webhook"},
	"cron-jobs":              {"cron", "job", "scheduler"},
	"auth-callbacks":         {"auth", "oauth", "callback", "login", "sso"},
	"file-upload-processing": {"upload", "file"},
	"data-etl-pipelines":     {"etl", "pipeline", "export", "import"},
	"log-aggregation":        {"log", "logging", "audit"},
}

// eventBus is the ninth kind of the core: the pattern draws it as the glue
// between the sides.
var eventBus = PatternComponent{"event-bus", "Event bus (" + strings.Join(HybridGlue, ", ") + ")", Kubernetes}

// PatternKinds are the nine kinds of the core, the event bus among them, and
// the nine of the edge.
func PatternKinds() []PatternComponent {
	kinds := slices.Clone(HybridPattern)
	edge := slices.IndexFunc(kinds, func(k PatternComponent) bool { return k.Side == Serverless })
	return slices.Insert(kinds, edge, eventBus)
}

// PatternTraits is what the hybrid pattern looks at in a component.
type PatternTraits struct {
	Name                                string
	Stateful, PersistentConns, LongTask bool
	Traffic                             string // a traffic pattern
}

// PatternSide places a component as the hybrid pattern does and says by which
// rule. What it keeps or holds open decides first, as the pattern's own words
// do; then a name that is one of its kinds; then the shape of its traffic.
func PatternSide(c PatternTraits) (Option, string) {
	switch {
	case c.Stateful:
		return Kubernetes, "stateful"
	case c.PersistentConns:
		return Kubernetes, "it holds connections open"
	case c.LongTask:
		return Kubernetes, "long-running"
	}
	if kind, known := PatternKind(c.Name); known {
		return kind.Side, kind.Name + " is one of its kinds"
	}
	switch c.Traffic {
	case "steady", "real-time":
		return Kubernetes, c.Traffic + " traffic"
	}
	return Serverless, c.Traffic + " traffic, stateless and short-lived"
}

// PatternKind recognises one of the pattern's kinds by a component's name. The
// last word that says anything decides: order-webhooks are webhooks.
func PatternKind(name string) (PatternComponent, bool) {
	words := nameWords(name)
	kinds := PatternKinds()
	for _, word := range slices.Backward(words) {
		for _, kind := range kinds {
			if slices.Contains(patternWords[kind.ID], word) || slices.Contains(patternWords[kind.ID], strings.TrimSuffix(word, "s")) {
				return kind, true
			}
		}
	}
	return PatternComponent{}, false
}

// nameWords splits a name at everything that is no letter or digit, and where
// a capital follows a small letter.
func nameWords(name string) []string {
	var words []string
	start, before := -1, ' '
	runes := []rune(name)
	for i, r := range runes {
		part := unicode.IsLetter(r) || unicode.IsDigit(r)
		if start >= 0 && (!part || unicode.IsUpper(r) && unicode.IsLower(before)) {
			words = append(words, strings.ToLower(string(runes[start:i])))
			start = -1
		}
		if part && start < 0 {
			start = i
		}
		before = r
	}
	if start >= 0 {
		words = append(words, strings.ToLower(string(runes[start:])))
	}
	return words
}
