// Package file reads scenarios from YAML and writes them back with the comments
// and the order of whoever wrote them; it has the presets and reads the scenario
// out of a decision record. What a value may be is said in package scenario.
package file
