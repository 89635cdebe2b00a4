package offers

import (
	"math/big"
	"strings"
)

// size is how many of our units one of a publisher's units is: theirs by name,
// ours over it. Names are compared in lower case.
type size struct {
	theirs string
	ours   int64 // of our units in one of theirs
	over   int64 // or one of ours in so many of theirs
}

// unit is a unit of our price files, with the names that publishers have for
// it. A name that is not here is an error and not a guess: a price a thousand
// requests that is read as one a request is wrong without being noticed.
type unit struct {
	ours  string
	known []size
}

var (
	// Requests and their like are counted one by one by AWS, and by Azure in
	// packs ("10", "1M") whose name is only the number.
	requests    = unit{"request", []size{{"request", 1, 1}, {"requests", 1, 1}, {"api calls", 1, 1}, {"", 1, 1}}}
	executions  = unit{"execution", requests.known}
	messages    = unit{"message", []size{{"message", 1, 1}, {"messages", 1, 1}}}
	minutes     = unit{"connection-minute", []size{{"minute", 1, 1}, {"minutes", 1, 1}}}
	events      = unit{"event", []size{{"64k-chunks", 1, 1}, {"event", 1, 1}, {"events", 1, 1}}}
	transitions = unit{"transition", []size{{"statetransitions", 1, 1}, {"statetransition", 1, 1}, {"state transitions", 1, 1}}}

	// A GB-second of Lambda has a unit of its own name in the newer files.
	gbSeconds = unit{"GB-s", []size{
		{"lambda-gb-second", 1, 1},
		{"gb-second", 1, 1},
		{"gb-seconds", 1, 1},
		{"gb second", 1, 1},
		{"gb seconds", 1, 1},
		{"second", 1, 1},
		{"seconds", 1, 1},
	}}
	// Step Functions are published a GB-second, and our book has GB-hours.
	gbHoursOfSeconds = unit{"GB-h", []size{
		{"gb-second", 1, 3600}, {"gb-seconds", 1, 3600}, {"gb-hour", 1, 1}, {"gb-hours", 1, 1},
	}}
	gbHours   = unit{"GB-h", []size{{"gb-hours", 1, 1}, {"gb-hour", 1, 1}, {"hours", 1, 1}, {"hour", 1, 1}, {"hrs", 1, 1}}}
	gigabytes = unit{"GB", []size{{"gb", 1, 1}, {"processed-gigabytes", 1, 1}}}
	gbMonths  = unit{"GB-month", []size{{"gb-mo", 1, 1}, {"gb-month", 1, 1}}}

	hours     = unit{"hour", []size{{"hrs", 1, 1}, {"hours", 1, 1}, {"hour", 1, 1}}}
	vcpuHours = unit{"vCPU-h", []size{{"vcpu-hours", 1, 1}, {"hours", 1, 1}, {"hour", 1, 1}, {"hrs", 1, 1}}}
	lcuHours  = unit{"LCU-h", []size{{"lcu-hrs", 1, 1}, {"lcu-hours", 1, 1}}}
	nlcuHours = unit{"NLCU-h", []size{{"nlcu-hrs", 1, 1}, {"lcu-hrs", 1, 1}, {"lcu-hours", 1, 1}}}

	// Container Apps are published a second, of a vCPU or a GiB.
	vcpuSeconds = unit{"vCPU-s", []size{{"second", 1, 1}, {"seconds", 1, 1}, {"vcpu second", 1, 1}, {"hour", 3600, 1}}}
	gibSeconds  = unit{"GiB-s", []size{{"gib second", 1, 1}, {"gib seconds", 1, 1}, {"gib hour", 3600, 1}}}
)

// sizeOf reads a publisher's unit such as "Hrs", "1 GB Second", "100 Hours",
// "10" or "1M".
func (u unit) sizeOf(text string) (*big.Rat, bool) {
	name := strings.ToLower(strings.TrimSpace(text))
	pack := int64(1)
	head, rest, _ := strings.Cut(name, " ")
	if n, ok := packOf(head); ok {
		pack, name = n, strings.TrimSpace(rest)
	} else if name == "" {
		return nil, false
	}
	for _, s := range u.known {
		if s.theirs == name {
			return big.NewRat(pack*s.ours, s.over), true
		}
	}
	return nil, false
}

// packOf reads the number before a unit: 1, 10, 100, 1K, 10K, 1M and so on.
func packOf(word string) (int64, bool) {
	factor := int64(1)
	digits := strings.TrimRight(word, "kmb")
	switch word[len(digits):] {
	case "":
	case "k":
		factor = 1e3
	case "m":
		factor = 1e6
	case "b":
		factor = 1e9
	default:
		return 0, false
	}
	if !isDigits(digits) || len(digits) > 6 {
		return 0, false
	}
	n := int64(0)
	for _, d := range digits {
		n = 10*n + int64(d-'0')
	}
	return n * factor, n > 0
}

// names lists the names that a unit is known by.
func (u unit) names() string {
	var names []string
	for _, s := range u.known {
		if s.theirs != "" {
			names = append(names, s.theirs)
		} else {
			names = append(names, "a number such as 10 or 1M")
		}
	}
	return strings.Join(names, ", ")
}
