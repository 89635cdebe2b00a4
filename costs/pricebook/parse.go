package pricebook

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// ParseError is a place in a price file that cannot be read.
type ParseError struct {
	File  string
	Line  int    // from 1; 0 when it is the file as a whole
	Key   string // prices[3].unit
	Value string
	Text  string // what is wrong, and what is allowed
}

func (e *ParseError) Error() string {
	at := e.File
	if e.Line > 0 {
		at += ":" + strconv.Itoa(e.Line)
	}
	if e.Key != "" {
		at += ": " + e.Key
	}
	if e.Value != "" {
		return fmt.Sprintf("%s: %q %s", at, e.Value, e.Text)
	}
	return at + ": " + e.Text
}

// Parse reads one file of a price book; name is what errors call it. The
// format is described at the top of prices/aws.yaml and
// prices/aws-instances.yaml. Parse checks that the file can be read, Verify
// that its values make sense. The error is a *ParseError.
func Parse(name string, data []byte) (*Book, error) {
	f := &bookFile{name: name, sources: map[string]string{}, own: &parsed{}}
	if err := f.load(data); err != nil {
		return nil, err
	}
	return newBook(joined(f.own), f.own.collected), nil
}

// load reads the text of the file. The error is a *ParseError.
func (f *bookFile) load(data []byte) error {
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil {
		return &ParseError{File: f.name, Text: oneLineOf(err)}
	}
	if len(document.Content) != 1 {
		return &ParseError{File: f.name, Text: "the file is empty; a price file begins with provider"}
	}
	return f.read(document.Content[0])
}

// oneLineOf is an error of the YAML package without its line breaks.
func oneLineOf(err error) string {
	return strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " ")
}

// bookFile is a price file while it is read.
type bookFile struct {
	name     string
	provider string
	regions  []string
	sources  map[string]string
	own      *parsed

	// Of an overlay only.
	list      *Book                  // that the file is laid over; nil for a file of the list itself
	private   map[[2]string][]*Price // its prices by id and region
	discounts []discount
}

func (f *bookFile) read(n *yaml.Node) error {
	keys := []string{"provider", "collected", "regions", "sources", "prices", "instances"}
	if f.list != nil {
		keys = append(keys, "discounts")
	}
	fields, err := f.fields(n, "", keys...)
	if err != nil {
		return err
	}
	if f.provider, err = f.text(n, fields, "", "provider"); err != nil {
		return err
	}
	if f.own.collected, err = f.text(n, fields, "", "collected"); err != nil {
		return err
	}
	if !fullDate(f.own.collected) || f.own.collected < firstYear {
		return f.fail(fields["collected"], "collected", "is not a date; a date is YYYY-MM-DD, from "+firstYear+" on")
	}
	if err := f.readSources(fields["sources"]); err != nil {
		return err
	}
	if fields["regions"] != nil {
		words, err := f.text(n, fields, "", "regions")
		if err != nil {
			return err
		}
		f.regions = strings.Fields(words)
	}
	if err := f.readPrices(fields["prices"]); err != nil {
		return err
	}
	if err := f.readDiscounts(fields["discounts"]); err != nil {
		return err
	}
	return f.readInstances(fields["instances"])
}

// readSources reads the table that spares every price the full text of its
// source.
func (f *bookFile) readSources(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	fields, err := f.fields(n, "sources")
	if err != nil {
		return err
	}
	for key := range fields {
		if f.sources[key], err = f.text(n, fields, "sources", key); err != nil {
			return err
		}
	}
	return nil
}

// source resolves the source of a price. An empty one is Verify's to report.
func (f *bookFile) source(n *yaml.Node, key, name string) (string, error) {
	text, ok := f.sources[name]
	if !ok && name != "" {
		return "", f.fail(n, key, "is not one of the file's sources"+didYouMean(nearest(name, slices.Sorted(maps.Keys(f.sources)))))
	}
	return text, nil
}
