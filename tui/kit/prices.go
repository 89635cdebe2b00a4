package kit

// PriceSpan tells the age of the prices: the month of the oldest that any bill
// uses, and the month in which the book was collected.
func (c *Context) PriceSpan() string {
	month := func(day string) string { return day[:min(len(day), len("2026-11"))] }
	collected := month(c.Session.Book.Version())
	price := c.Session.Result.OldestPrice()
	if price == nil || month(price.AsOf) == collected {
		return collected
	}
	return month(price.AsOf) + " to " + collected
}
