// Package report turns an evaluation into bytes that leave the program: text
// for a terminal, CSV for spreadsheets, Markdown for the record of the decision.
// JSON, the contract with other programs, is in package json below it. It works
// nothing out; every figure is read off the evaluation and the meters behind it,
// so no two reports can disagree.
//
// The package is pure: it takes values and returns bytes. Whoever calls it
// writes them.
package report

import (
	"fmt"
	"strings"

	"runwhere/model/quantity"
)

// Format is a form of report.
type Format string

// The formats that there are.
const (
	TextFormat     Format = "text"
	JSONFormat     Format = "json"
	MarkdownFormat Format = "md"
	CSVFormat      Format = "csv"
)

// Formats lists the formats in the order in which they are always shown.
var Formats = []Format{TextFormat, JSONFormat, MarkdownFormat, CSVFormat}

// ParseFormat reads the name of a format that is among the allowed ones. The
// error names them.
func ParseFormat(name string, allowed ...Format) (Format, error) {
	words := make([]string, len(allowed))
	for i, f := range allowed {
		if string(f) == name {
			return f, nil
		}
		words[i] = string(f)
	}
	problem := "is unknown"
	switch name {
	case "svg", "html":
		problem = "is not supported yet"
	case "text", "json", "md", "csv":
		problem = "is not supported here"
	}
	if near := quantity.Nearest(name, words); near != "" {
		problem += "; did you mean " + near + "?"
	} else {
		problem += ";"
	}
	return "", fmt.Errorf("format %q %s supported are %s", name, problem, strings.Join(words, ", "))
}
