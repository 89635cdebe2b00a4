package model

// sure is the value of a search that nothing cancels.
func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
