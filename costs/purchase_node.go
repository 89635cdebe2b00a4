package costs

// nodeFor returns the instance type for a provider's clusters: the one that
// was chosen where it is one of that provider's, else the platform's default.
func (k *KubernetesSettings) nodeFor(b *Book, provider, fallback string) string {
	switch {
	case k.Node == "":
	case b.providerOf(b.TypeName(k.Node)) == provider || b.providerOf(b.TypeName(k.Node)) == "":
		return k.Node
	}
	if k.GPU {
		return gpuNodes[provider]
	}
	return fallback
}

// gpuNodes are the default instance types where a component needs a GPU.
var gpuNodes = map[string]string{AWS: "g4dn.xlarge", GCP: "g2-standard-4", Azure: "Standard_NC4as_T4_v3"}

// providerOf returns whose instance type it is, "" for a type that nobody has.
func (b *Book) providerOf(instance string) string {
	for _, x := range b.instances {
		if x.Type == instance {
			return x.Hour.Provider
		}
	}
	return ""
}

// cloudNames are what providers of instance types are called.
var cloudNames = map[string]string{AWS: "AWS", GCP: "Google Cloud", Azure: "Azure"}

// otherNodeNote says that the instance type that was asked for is another
// provider's, and which one stands in for it.
func (m *metering) otherNodeNote(asked, taken string) {
	why := "its default"
	if m.settings.Kubernetes.GPU {
		why = "its default with a GPU"
	}
	m.note("platforms.kubernetes.node is %s, a type of %s: %s runs on %s, so %s is taken, %s", asked,
		cloudNames[m.book.providerOf(asked)], m.kind.Name, cloudNames[m.kind.Provider], taken, why)
}
