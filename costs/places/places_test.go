package places

import (
	"math"
	"testing"
)

// TestKm holds distances against published great-circle distances between the
// cities (in km, rounded to 10).
func TestKm(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b [2]string
		km   float64
	}{
		{[2]string{"aws", "eu-west-2"}, [2]string{"gcp", "europe-west9"}, 344},                  // London–Paris
		{[2]string{"aws", "eu-central-1"}, [2]string{"azure", "westeurope"}, 365},               // Frankfurt–Amsterdam
		{[2]string{"aws", "ap-southeast-2"}, [2]string{"gcp", "australia-southeast2"}, 714},     // Sydney–Melbourne
		{[2]string{"gcp", "asia-northeast1"}, [2]string{"azure", "koreacentral"}, 1152},         // Tokyo–Seoul
		{[2]string{"aws", "sa-east-1"}, [2]string{"gcp", "southamerica-west1"}, 2580},           // São Paulo–Santiago
		{[2]string{"aws", "ap-south-1"}, [2]string{"azure", "centralindia"}, 120},               // Mumbai–Pune
		{[2]string{"aws", "ap-southeast-1"}, [2]string{"azure", "newzealandnorth"}, 8410},       // Singapore–Auckland
		{[2]string{"azure", "newzealandnorth"}, [2]string{"azure", "chilecentral"}, 9670},       // across the date line
		{[2]string{"gcp", "europe-southwest1"}, [2]string{"azure", "spaincentral"}, 0},          // the same city
		{[2]string{"aws", "af-south-1"}, [2]string{"azure", "southafricanorth"}, 1262},          // Cape Town–Johannesburg
		{[2]string{"gcp", "northamerica-northeast1"}, [2]string{"azure", "canadacentral"}, 504}, // Montréal–Toronto
	} {
		a, ok := Of(c.a[0], c.a[1])
		b, known := Of(c.b[0], c.b[1])
		if !ok || !known {
			t.Fatal(c)
		}
		if km := a.Km(b); math.Abs(km-c.km) > 0.01*c.km+2 || math.Abs(km-b.Km(a)) > 1e-6 {
			t.Errorf("%v: %.0f km", c, km)
		}
	}
}

// TestAround: the nearest comes first, and what is not known has no neighbours.
func TestAround(t *testing.T) {
	t.Parallel()
	for from, want := range map[[2]string]map[string]string{
		{"aws", "eu-central-1"}: {"gcp": "europe-west3", "azure": "germanywestcentral"},
		{"aws", "us-east-1"}:    {"gcp": "us-east4", "azure": "eastus"},
		{"gcp", "asia-south2"}:  {"aws": "ap-south-1", "azure": "centralindia"},
		{"azure", "canadaeast"}: {"aws": "ca-central-1", "gcp": "northamerica-northeast1"},
		// Frankfurt and Zurich are as far from Vienna: the first of the list.
		{"azure", "austriaeast"}:  {"aws": "eu-central-1", "gcp": "europe-west10"},
		{"aws", "me-south-1"}:     {"gcp": "me-central2", "azure": "qatarcentral"},
		{"gcp", "africa-south1"}:  {"aws": "af-south-1", "azure": "southafricanorth"},
		{"aws", "ap-southeast-2"}: {"gcp": "australia-southeast1", "azure": "australiaeast"},
	} {
		r, _ := Of(from[0], from[1])
		for provider, id := range want {
			if near := Around(provider, r); near[0].ID != id {
				t.Errorf("nearest of %s to %v is %s, want %s", provider, from, near[0].ID, id)
			}
		}
	}
	if Around("aws", Region{}) != nil || len(Around("cloudflare", regions[0])) != 0 {
		t.Error("a region that is not known has neighbours")
	}
}
