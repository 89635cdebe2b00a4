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
	"runwhere/model/report/doc"
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

// Formats lists the formats in the order in which they are always shown, and
// DocumentFormats those that every report has: what is a table of figures alone
// has CSV too.
var (
	Formats         = []Format{TextFormat, JSONFormat, MarkdownFormat, CSVFormat}
	DocumentFormats = []Format{TextFormat, JSONFormat, MarkdownFormat}
)

// renderers write a document in a format. JSON and CSV are made of figures, not
// of words.
var renderers = map[Format]func(*doc.Doc) []byte{TextFormat: doc.Text, MarkdownFormat: doc.Markdown}

// Render writes a document in a format of words.
func Render(d *doc.Doc, f Format) []byte { return renderers[f](d) }

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
