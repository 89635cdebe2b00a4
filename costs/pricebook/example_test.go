package pricebook_test

import (
	"errors"
	"fmt"
	"log"

	"runwhere/costs/pricebook"
)

// The first 333 million requests of a REST API cost $3.50 a million, the next 667
// million $2.80: 400 million are 333 × 3.5 + 67 × 2.8 dollars.
func ExamplePrice_Charges() {
	book, err := pricebook.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	rest, err := book.Price("apigateway.rest", "us-east-1")
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range rest.Charges(400e6, false) {
		fmt.Printf("%.0f × $%g = $%.2f\n", c.Quantity, c.UnitPrice, c.USD)
	}
	fmt.Printf("$%.2f\n", rest.USD(400e6, false))
	// Output:
	// 333000000 × $3.5e-06 = $1165.50
	// 67000000 × $2.8e-06 = $187.60
	// $1353.10
}

// An overlay is a price file: it replaces prices of the same id and region, and
// its discounts scale the rest.
func ExampleBook_Overlay() {
	book, err := pricebook.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	agreed, err := book.Overlay("contract.yaml", []byte(`
provider: aws
collected: 2026-10-02
sources: {contract: "private pricing agreement"}
prices: []
discounts:
  - {match: lambda.*, percent: 10, source: contract, as_of: 2026-10-01}
`))
	if err != nil {
		log.Fatal(err)
	}
	for _, b := range []*pricebook.Book{book, agreed} {
		p, err := b.Price("lambda.requests", "us-east-1")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("$%.2f a million\n", p.USD(1e6, false))
	}
	// Output:
	// $0.20 a million
	// $0.18 a million
}

// A price that nobody knows is an error that names it, never zero.
func ExampleBook_Price() {
	book, err := pricebook.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	_, err = book.Price("lambda.requests", "mars-north-1")
	var unknown *pricebook.UnknownPriceError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.ID, "has no price in", unknown.Region)
	}
	// Output:
	// lambda.requests has no price in mars-north-1
}
