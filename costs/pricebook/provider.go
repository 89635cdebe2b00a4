package pricebook

// ProviderOf returns whose instance type it is, "" for a type that nobody has.
func (b *Book) ProviderOf(instance string) string {
	if x := b.list.size(instance); x != nil {
		return x.Provider
	}
	return ""
}

// The providers whose regions have prices of their own.
const (
	AWS   = "aws"
	GCP   = "gcp"
	Azure = "azure"
)
