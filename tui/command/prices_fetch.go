package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"runwhere/costs/offers"
)

// fetcher reads price lists from the addresses that somebody gives.
type fetcher struct {
	client http.Client
	limit  int64         // bytes of one answer, unpacked
	pages  int           // of one list
	time   time.Duration // for all of one list
	idle   time.Duration // without a byte

	// after calls a function when a time is up, unless it is stopped before.
	after func(time.Duration, func()) (stop func() bool)
}

// errIdle is why an answer that stops coming is given up.
var errIdle = errors.New("nothing came")

// newFetcher bounds what an address can cost: a large file takes its minutes,
// but a host that does not answer is given up soon.
func newFetcher() *fetcher {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = time.Minute
	return &fetcher{
		client: http.Client{Transport: transport, CheckRedirect: sameHostOnly},
		limit:  mostOffer, pages: 1000, time: 15 * time.Minute, idle: time.Minute,
		after: func(d time.Duration, do func()) func() bool { return time.AfterFunc(d, do).Stop },
	}
}

// isAddress reports whether a source is fetched. A file may be called anything
// else.
func isAddress(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// sameHostOnly keeps to the host that was named: its prices are the ones that
// were asked for, and the overlay says that they are from there.
func sameHostOnly(next *http.Request, before []*http.Request) error {
	switch {
	case !sameHost(next.URL, before[0].URL):
		return fmt.Errorf("redirects to another host, %s; give its address if that is meant", next.URL.Host)
	case len(before) >= 5:
		return errors.New("redirects more than 5 times")
	}
	return nil
}

// sameHost compares scheme, name and port; Azure writes its port out.
func sameHost(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && strings.EqualFold(a.Hostname(), b.Hostname()) && portOf(a) == portOf(b)
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return map[string]string{"http": "80", "https": "443"}[u.Scheme]
}

// read reads a price list, page by page where it has pages.
func (f *fetcher) read(ctx context.Context, u *offers.Update, address string) error {
	ctx, cancel := context.WithTimeout(ctx, f.time)
	defer cancel()
	shown := redactedAddress(address)
	first, err := url.Parse(address)
	if err != nil || first.Host == "" {
		return fmt.Errorf("%s: not an address; expected one such as https://host/prices.json", shown)
	}
	at := first
	read := map[string]bool{}
	for page := 1; ; page++ {
		if page > f.pages {
			return fmt.Errorf("%s: more than %d pages; narrow its filter", shown, f.pages)
		}
		read[at.String()] = true
		next, err := f.readPage(ctx, u, offers.Source{Name: shown, Label: labelOf(first), Page: page}, at)
		if err != nil || next == "" {
			return err
		}
		link, err := at.Parse(next)
		switch {
		case err != nil:
			return fmt.Errorf("%s: NextPageLink: not an address", shown)
		case !sameHost(link, first):
			return fmt.Errorf("%s: NextPageLink: is on another host, %s; allowed is %s", shown, link.Host, first.Host)
		case read[link.String()]:
			return fmt.Errorf("%s: NextPageLink: leads back to a page that was read before, so that the list has no end", shown)
		}
		at = link
	}
}

// labelOf is an address as a file may keep it: without a password, and of what
// was asked only the filter, for other parameters may be keys.
func labelOf(u *url.URL) string {
	label := (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
	if filter := u.Query().Get("$filter"); filter != "" {
		label += " where " + filter
	}
	return label
}

// readPage reads one answer. It must be whole: the length that the host
// announced, and JSON to its end.
func (f *fetcher) readPage(ctx context.Context, u *offers.Update, s offers.Source, at *url.URL) (next string, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), http.NoBody)
	if err != nil {
		return "", fmt.Errorf("%s: not an address", s.Name)
	}
	request.Header.Set("Accept", "application/json")
	answer, err := f.client.Do(request)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) {
			err = failed.Err // Its text has the address again.
		}
		return "", f.late(ctx, s, fmt.Errorf("%s: %w", s.Name, err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: the host answers %s; expected 200 OK with a price list", s.Name, answer.Status)
	}
	steady := &steadyReader{r: answer.Body, watch: func() func() bool {
		return f.after(f.idle, func() { cancel(errIdle) })
	}}
	body, err := unpacked(steady, f.limit)
	if err != nil {
		return "", f.late(ctx, s, fmt.Errorf("%s: %w", s.Name, err))
	}
	next, err = u.Read(s, body)
	return next, f.late(ctx, s, err)
}

// steadyReader watches each read on its own: a large list may take its minutes,
// but not one in which nothing comes.
type steadyReader struct {
	r     io.Reader
	watch func() (stop func() bool)
}

func (s *steadyReader) Read(b []byte) (int, error) {
	stop := s.watch()
	defer stop()
	return s.r.Read(b)
}

// late says in plain words that the time is up.
func (f *fetcher) late(ctx context.Context, s offers.Source, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(context.Cause(ctx), errIdle):
		return fmt.Errorf("%s: nothing came for %s; the answer is not whole", s.Name, f.idle)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: no whole answer within %s", s.Name, f.time)
	}
	return err
}
