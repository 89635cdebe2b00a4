package report

import (
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

// TestTheRowOf100MIsNATHours: at 100M no tier is reached (a REST API's second
// begins at 333M, Lambda's at 6B GB-s); what is not doubled are the $32.85 of a
// NAT gateway's hours.
func TestTheRowOf100MIsNATHours(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	audit, err := Article(book)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(Render(audit.Document(), TextFormat))), " ")
	if !strings.Contains(text, "NAT gateway hours −$32.85: hours do not grow with the volume 100M: EKS") {
		t.Errorf("%s", text)
	}
}
