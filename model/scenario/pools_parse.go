package scenario

import (
	"strconv"
	"strings"

	"runwhere/model/quantity"
)

// parsePools reads pools as --set and forms have them, in the form of a file on one
// line: {batch: {node: auto, spot_share: 100%}}. A name may be in double quotes.
func parsePools(text string) (Value, *quantity.InputError) {
	v := Value{}
	fail := func(problem string) (Value, *quantity.InputError) {
		return Value{}, &quantity.InputError{Value: text, Problem: problem, Allowed: poolsHelp}
	}
	pools, ok := inBraces(text)
	if !ok {
		return fail("not a mapping in braces")
	}
	for _, pool := range pools {
		name, settings, ok := cutPair(pool)
		if !ok {
			return fail("a pool without its settings in braces")
		}
		list, braces := inBraces(settings)
		if !braces {
			return fail("a pool without its settings in braces")
		}
		if err := v.AddPool(name); err != nil {
			return Value{}, err
		}
		for _, setting := range list {
			key, value, ok := cutPair(setting)
			if !ok {
				return fail("a setting without a value")
			}
			if err := v.SetPool(name, key, unquoted(value)); err != nil {
				return Value{}, err
			}
		}
	}
	return v, nil
}

// inBraces returns what is between the commas of a text in braces, without those
// inside of further braces or quotes; false where it is in none.
func inBraces(text string) (parts []string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < 2 || text[0] != '{' || text[len(text)-1] != '}' {
		return nil, false
	}
	text = text[1 : len(text)-1]
	depth, from, quoted := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == ',' && depth == 0:
			parts, from = append(parts, text[from:i]), i+1
		}
		if depth < 0 {
			return nil, false
		}
	}
	if depth != 0 || quoted {
		return nil, false
	}
	if rest := text[from:]; strings.TrimSpace(rest) != "" || len(parts) > 0 {
		parts = append(parts, rest)
	}
	return parts, true
}

// cutPair cuts a pair at the colon behind its key, which may be in double quotes.
func cutPair(text string) (key, value string, ok bool) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, `"`) {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return "", "", false
		}
		value, ok = strings.CutPrefix(strings.TrimSpace(text[len(quoted):]), ":")
		return unquoted(quoted), strings.TrimSpace(value), ok
	}
	key, value, ok = strings.Cut(text, ":")
	return strings.TrimSpace(key), strings.TrimSpace(value), ok && strings.TrimSpace(key) != ""
}

// unquoted is a text without the double quotes that it may have.
func unquoted(text string) string {
	if plain, err := strconv.Unquote(text); err == nil && strings.HasPrefix(text, `"`) {
		return plain
	}
	return text
}
