package command

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"runwhere/costs/offers"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// updateFlags are the flags of prices update.
type updateFlags struct {
	region string
	output output
}

func (p *program) pricesUpdateCommand() *cobra.Command {
	f := &updateFlags{}
	cmd := &cobra.Command{
		Use:   "update SOURCE...",
		Short: "make a price file of the providers' own price lists",
		Long: "Reads price lists as the providers publish them and writes the prices that it knows as a price file. " +
			"A source is a file, - for standard input, or the address of one (http, https); gzip is unpacked. " +
			"Known are the offer files of the AWS price list (JSON, one service each) and the Azure retail prices (JSON; from an address, all pages). " +
			"--prices reads what is written; machines that the book does not have are added where the list states their size. " +
			"Nothing is fetched that is not named here.",
		Example: strings.Join([]string{
			"runwhere prices update AWSLambda.json AmazonEC2.json --region eu-west-1 -o prices.yaml",
			"runwhere prices update https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AWSLambda/current/us-east-1/index.json",
			"gunzip -c AmazonEC2.json.gz | runwhere prices update - --region us-east-1",
		}, "\n"),
		Args: cobra.ArbitraryArgs,
		RunE: p.do(func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("prices") {
				return errors.New("prices update takes no --prices: it makes such a file, of the providers' price lists alone")
			}
			today := time.Now().UTC().Format(time.DateOnly)
			return p.updatePrices(cmd.Context(), newFetcher(), f, args, today)
		}),
	}
	// In place of the flag that the commands about prices share, to be refused
	// and not listed.
	cmd.Flags().StringArray("prices", nil, "")
	_ = cmd.Flags().MarkHidden("prices")
	cmd.Flags().StringVar(&f.region, "region", "", "only the prices of this region, as the provider spells it")
	addOutputFlags(cmd, &f.output)
	return cmd
}

// updatePrices reads all sources and writes what they have, or nothing at all.
func (p *program) updatePrices(ctx context.Context, fetch *fetcher, f *updateFlags, sources []string, today string) error {
	if len(sources) == 0 {
		return errors.New("prices update needs a price list: a file, - for standard input, or an address (http, https)")
	}
	if err := p.check("-o", f.output, sources...); err != nil {
		return err
	}
	list, err := pricebook.Embedded()
	if err != nil {
		return err
	}
	u := offers.New(list, f.region, today)
	stdin := false
	for _, name := range sources {
		var err error
		switch {
		case isAddress(name):
			err = fetch.read(ctx, u, name)
		case name != standardStream:
			err = readOfferFile(u, name)
		case stdin:
			err = errors.New("standard input can be read once only")
		default:
			stdin = true
			err = readOffer(u, offers.Source{Name: "standard input", Label: "standard input"}, p.stdin)
		}
		if err != nil {
			return err
		}
	}
	data, err := u.YAML()
	if err != nil {
		return err
	}
	if err := readable(list, data); err != nil {
		return err
	}
	if err := p.write(f.output, data); err != nil {
		return err
	}
	for _, sentence := range u.LeftOut() {
		p.note(sentence)
	}
	return nil
}

// readable makes sure that what is written is what --prices reads.
func readable(list *pricebook.Book, data []byte) error {
	if int64(len(data)) > priceFile.most {
		return fmt.Errorf("too many prices for one file: %s, allowed is %s; --region takes those of one region",
			quantity.FormatSize(float64(len(data)>>10)), quantity.FormatSize(float64(priceFile.most>>10)))
	}
	if _, err := list.Overlay("the price file", data); err != nil {
		return fmt.Errorf("what was read cannot be used: %w", err)
	}
	return nil
}

// readOfferFile reads a file of the disk. It is read as it comes, since that
// of a large service has hundreds of MB.
func readOfferFile(u *offers.Update, name string) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", name, withoutPath(err))
	case info.IsDir():
		return fmt.Errorf("%s: is a directory, not a price list", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	defer f.Close()
	return readOffer(u, offers.Source{Name: name, Label: filepath.Base(name)}, f)
}

// readOffer reads a single file.
func readOffer(u *offers.Update, s offers.Source, r io.Reader) error {
	plain, err := unpacked(r, mostOffer)
	if err != nil {
		return fmt.Errorf("%s: %w", s.Name, withoutPath(err))
	}
	_, err = u.Read(s, plain)
	return err
}

// mostOffer is more than the price list of any one region has: that of EC2, the
// largest, has some hundred MB.
const mostOffer = 4 << 30

// unpacked unpacks what is gzip, by its first two bytes, and reads no more of
// the result than the limit.
func unpacked(r io.Reader, limit int64) (io.Reader, error) {
	buffered := bufio.NewReaderSize(r, 1<<16)
	magic, err := buffered.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if string(magic) != "\x1f\x8b" {
		return &limited{r: buffered, left: limit, limit: limit}, nil
	}
	packed, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("not whole gzip: %w", err)
	}
	return &limited{r: packed, left: limit, limit: limit}, nil
}

// limited reads up to a limit; what is larger is an error and not cut short.
type limited struct {
	r           io.Reader
	left, limit int64
}

func (l *limited) Read(b []byte) (int, error) {
	if l.left < 0 {
		return 0, fmt.Errorf("too large for a price list; allowed is %d bytes", l.limit)
	}
	if int64(len(b)) > l.left+1 {
		b = b[:l.left+1]
	}
	n, err := l.r.Read(b)
	l.left -= int64(n)
	if l.left < 0 {
		return 0, fmt.Errorf("too large for a price list; allowed is %d bytes", l.limit)
	}
	return n, err
}
