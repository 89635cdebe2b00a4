package command

import "testing"

// Nothing of an address that may be a secret is shown, whatever it is called.
func TestRedacted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"no address":                               "no address",
		"https://host/a.json: cut short":           "https://host/a.json: cut short",
		"https://host/a?api_key=s3cret: no":        "https://host/a?api_key=xxxxx: no",
		"(see HTTPS://me:pw@host/a?x=1&y=2).":      "(see HTTPS://xxxxx@host/a?x=xxxxx&y=xxxxx).",
		"http://token@host, http://host":           "http://xxxxx@host, http://host",
		"http://me:a/b@host/c":                     "http://xxxxx@host/c",
		"https://h/p?$filter=a%20eq%20'b'&$skip=1": "https://h/p?$filter=a%20eq%20'b'&$skip=1",
		"https://h/p?%24filter=a":                  "https://h/p?%24filter=a",
		"https://h/p?abcdef&c=1;d=2":               "https://h/p?xxxxx&c=xxxxx&d=xxxxx",
		"https://h/p#access_token=1":               "https://h/p#xxxxx",
		`"https://h/p?k=1" and 'https://h/p?k=1'`:  `"https://h/p?k=xxxxx" and 'https://h/p?k=xxxxx'`,
	} {
		if got := redacted(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
	// A blank does not end an address that is known to be one.
	if got, want := redactedAddress("https://h/p?$filter=a eq b&sig=s3cret"), "https://h/p?$filter=a%20eq%20b&sig=xxxxx"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
