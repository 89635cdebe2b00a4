package kit

import (
	"runwhere/checklist"
)

// ShortOption is the name of an option in a narrow column.
func ShortOption(o checklist.Option) string {
	if o == checklist.Wasm {
		return "Wasm"
	}
	return o.Title()
}
