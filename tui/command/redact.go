package command

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// hidden is where an address has a secret.
const hidden = "xxxxx"

// openParameters are parameters of price lists that say what is asked for. Every
// other one may be a key, whatever it is called.
var openParameters = []string{"$filter", "$skip", "$top", "api-version", "currencyCode", "meterRegion"}

var addresses = regexp.MustCompile(`(?i)\bhttps?://[^\s"'<>]+`)

// redacted hides what may be secret in every address of a text: who logs in, the
// values of parameters, what is behind a #.
func redacted(text string) string {
	return addresses.ReplaceAllStringFunc(text, func(address string) string {
		kept := strings.TrimRight(address, ":.,;)")
		return redactedAddress(kept) + address[len(kept):]
	})
}

// redactedAddress does so for an address, which need not be a sound one. Blanks in
// it are escaped, so that it stays one word.
func redactedAddress(address string) string {
	address = strings.ReplaceAll(strings.ReplaceAll(address, " ", "%20"), "\t", "%09")
	rest, fragment, _ := strings.Cut(address, "#")
	origin, query, asks := strings.Cut(rest, "?")
	if scheme, host, ok := strings.Cut(origin, "//"); ok {
		name, path, _ := strings.Cut(host, "/")
		if at := strings.LastIndexByte(name, '@'); at >= 0 {
			origin = scheme + "//" + hidden + host[at:]
		} else if at := strings.LastIndexByte(path, '@'); at >= 0 && strings.Contains(name, ":") {
			origin = scheme + "//" + hidden + path[at:] // A password with a slash in it.
		}
	}
	if asks {
		origin += "?" + redactedQuery(query)
	}
	if fragment != "" {
		origin += "#" + hidden
	}
	return origin
}

func redactedQuery(query string) string {
	pairs := strings.FieldsFunc(query, func(r rune) bool { return r == '&' || r == ';' })
	for i, pair := range pairs {
		key, value, ok := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(key)
		switch {
		case ok && err == nil && slices.Contains(openParameters, name) && !strings.Contains(value, "://"):
		case ok && len(key) <= 32:
			pairs[i] = key + "=" + hidden
		default:
			pairs[i] = hidden
		}
	}
	return strings.Join(pairs, "&")
}
