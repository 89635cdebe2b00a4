package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"runwhere/model/quantity"
)

// deepest is how deep lists and mappings may be nested; a scenario needs six.
const deepest = 32

// emptyFile is what is allowed where there is no scenario at all.
const emptyFile = "a scenario holds at least `runwhere: 1`"

// notScenario is the problem of a file that is no mapping.
const notScenario = "not a scenario"

// parseFile parses the only document of a file into a mapping node.
func parseFile(data []byte) (*yaml.Node, *quantity.InputError) {
	if len(data) > MaxFileSize {
		return nil, &quantity.InputError{Problem: "too large for a scenario", Allowed: fmt.Sprintf("allowed is %s", quantity.FormatSize(MaxFileSize/1024))}
	}
	if err := checkText(data); err != nil {
		return nil, err
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(deepest))))
	if err != nil {
		return nil, &quantity.InputError{Problem: err.Error()}
	}
	var doc, next yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) {
		return nil, &quantity.InputError{Problem: "empty", Allowed: emptyFile}
	} else if err != nil {
		return nil, syntaxError(err)
	}
	if err := loader.Load(&next); err == nil {
		return nil, &quantity.InputError{Line: next.Line, Column: next.Column, Problem: "a second document", Allowed: "one file holds one scenario"}
	} else if !errors.Is(err, io.EOF) {
		return nil, syntaxError(err)
	}
	root := &doc
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		root = root.Content[0]
	}
	switch {
	case isNull(root):
		return nil, &quantity.InputError{Problem: "empty", Allowed: emptyFile}
	case root.Kind != yaml.MappingNode:
		return nil, &quantity.InputError{Line: root.Line, Column: root.Column, Value: root.Value, Problem: notScenario, Allowed: emptyFile}
	}
	return root, nil
}

// checkText refuses bytes that are no text, with the line they are in.
func checkText(data []byte) *quantity.InputError {
	line := 1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == '\n':
			line++
		case r == utf8.RuneError && size == 1, r < ' ' && r != '\t' && r != '\r', 0x7f <= r && r <= 0x9f && r != 0x85:
			return &quantity.InputError{Line: line, Problem: fmt.Sprintf("not text: byte 0x%02x", data[i]), Allowed: "a scenario is YAML in UTF-8"}
		}
		i += size
	}
	return nil
}

// syntaxError turns an error of the YAML parser into one of ours.
func syntaxError(err error) *quantity.InputError {
	e := &quantity.InputError{Problem: "not valid YAML: " + err.Error()}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		e.Line, e.Column = load.Mark.Line, load.Mark.Column
		e.Problem = "not valid YAML: " + load.Message
		if load.ContextMsg != "" {
			e.Problem += " " + load.ContextMsg
		}
	}
	return e
}
