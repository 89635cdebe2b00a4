package costs

// UsedPrices returns the ids of the prices that platforms charge, in
// alphabetical order: those of the list that are not for quotes only. The ids of
// machines and of commitments by family are in it as the book has them.
func UsedPrices() []string {
	book, err := Embedded()
	if err != nil {
		return nil
	}
	var ids []string
	for _, id := range book.IDs() {
		if book.of(id)[0].Use != ForQuotes {
			ids = append(ids, id)
		}
	}
	return ids
}
