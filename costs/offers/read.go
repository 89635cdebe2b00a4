package offers

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
)

// reading is one file while it is read, whichever format it has.
type reading struct {
	u    *Update
	s    *stream
	file *file
	aws  awsFile
	next string // the next page of an Azure list
}

func newReading(u *Update, source Source, r io.Reader) *reading {
	name := source.Name
	if source.Page > 1 {
		name += " (page " + strconv.Itoa(source.Page) + ")"
	}
	f := &file{label: source.Label}
	if n := len(u.files); source.Page > 1 && n > 0 {
		f = u.files[n-1] // Its pages count as one file.
	} else {
		u.files = append(u.files, f)
	}
	f.open = false
	s := &stream{file: name, in: r}
	s.dec = json.NewDecoder(s)
	return &reading{u: u, s: s, file: f}
}

// notAPriceFile is what is said of anything else.
const notAPriceFile = "not a price file; expected an AWS offer file (offerCode, products, terms) or a list of Azure retail prices (BillingCurrency, Items)"

// read reads the file to its end: what is behind it is not part of it.
func (r *reading) read() (next string, err error) {
	err = r.s.object("", r.key)
	if err == nil && r.file.provider == "" {
		return "", fail(r.s.file, "", notAPriceFile)
	}
	if err == nil {
		err = r.s.ends()
	}
	if err == nil && r.file.provider == aws {
		err = r.aws.finish(r)
	}
	var failed *Error
	if r.file.provider == "" && errors.As(err, &failed) && failed.Err == nil {
		err = fail(r.s.file, "", notAPriceFile) // What is wrong with another format is of no use.
	}
	if r.file.provider != azure {
		r.next = "" // The other format has no pages.
	}
	r.file.open = r.next != ""
	return r.next, err
}

const (
	aws   = "aws"
	azure = "azure"
)

// key reads the value of one key at the top of the file; those keys tell the
// formats apart.
func (r *reading) key(key string) error {
	switch key {
	case "offerCode":
		if err := r.is(aws); err != nil {
			return err
		}
		return r.aws.readCode(r)
	case "version":
		return r.s.value(key, &r.aws.version)
	case "publicationDate":
		return r.s.value(key, &r.aws.published)
	case "products":
		if err := r.is(aws); err != nil {
			return err
		}
		return r.aws.readProducts(r)
	case "terms":
		if err := r.is(aws); err != nil {
			return err
		}
		return r.s.object(key, func(kind string) error {
			if kind != "OnDemand" { // Reserved prices are not those of the book.
				return r.s.skip(key + "." + kind)
			}
			return r.aws.readTerms(r)
		})
	case "BillingCurrency":
		return r.currency(key)
	case "NextPageLink":
		return r.s.value(key, &r.next)
	case "Items":
		if err := r.is(azure); err != nil {
			return err
		}
		return r.s.array(key, r.readItem)
	}
	return r.s.skip(key)
}

// is settles the format of the file.
func (r *reading) is(provider string) error {
	if r.file.provider != "" && r.file.provider != provider {
		return fail(r.s.file, "", notAPriceFile)
	}
	r.file.provider = provider
	for _, f := range r.u.files {
		if f.provider != "" && f.provider != provider {
			return fail(r.s.file, "", "prices of %s, and %s has those of %s; a price file is of one provider, so write two",
				provider, f.label, f.provider)
		}
	}
	if provider == azure {
		r.file.title = "Azure retail prices"
	}
	return nil
}

// currency reads the currency of a list: our files are in USD.
func (r *reading) currency(key string) error {
	var code string
	if err := r.is(azure); err != nil {
		return err
	}
	if err := r.s.value(key, &code); err != nil {
		return err
	}
	if code != "USD" {
		return fail(r.s.file, key, "%q; allowed is USD", clip(code))
	}
	return nil
}
