package pricebook

import (
	"strings"
)

// azureStandard begins the names of Azure's sizes as its API and the book have
// them. The portal, the price pages and the documentation leave it out.
const azureStandard = "Standard_"

// vmPrefix begins the ids of Azure's machine prices.
const vmPrefix = "vm."

// azureType returns the name of an Azure size with Standard_:
// Standard_NC4as_T4_v3 for NC4as_T4_v3.
func azureType(name string) string {
	if len(name) >= len(azureStandard) && strings.EqualFold(name[:len(azureStandard)], azureStandard) {
		return azureStandard + name[len(azureStandard):]
	}
	if strings.HasPrefix(name, "Basic_") {
		return name
	}
	return azureStandard + name
}

// priceID returns the id of a price as the book has it: that of an Azure
// machine may leave Standard_ out, vm.D4s_v5 as well as vm.spot.D4s_v5.
func priceID(id string) string {
	name, found := strings.CutPrefix(id, vmPrefix)
	way, size, bought := strings.Cut(name, ".")
	switch {
	case !found || name == "":
	case !bought:
		return vmPrefix + azureType(name)
	case (way == "spot" || strings.HasPrefix(way, "savings-")) && !strings.Contains(size, "."):
		return vmPrefix + way + "." + azureType(size)
	}
	return id
}

// TypeName returns an instance type as the book has it, the name itself where
// no type is called so. An Azure size may leave Standard_ out, and be in
// capitals or not.
func (b *Book) TypeName(name string) string {
	if b.ProviderOf(name) != "" {
		return name
	}
	azure := azureType(name)
	for _, known := range b.InstanceTypes() {
		if strings.EqualFold(known, azure) && b.ProviderOf(known) == Azure {
			return known
		}
	}
	return name
}
