package costs

// ColdStart is a measured start of an empty function on AWS Lambda with
// 512 MB: the time of initialisation, without the request itself and the
// network. Real dependencies add to it.
type ColdStart struct {
	Runtime       string // as AWS calls it: nodejs24.x
	Language      string // nodejs, python, …; "" for one that no component can name
	Package       string // zip, image, snapstart
	Architecture  string // x86, arm64
	Samples       int
	P50, P90, P99 float64 // ms; a P99 of 0 was not published
}

// The packages of a measured function.
const (
	Zip       = "zip"
	Image     = "container image"
	SnapStart = "SnapStart"
)

// Where the cold starts were measured and when. SnapStart was last measured
// around 2025-10-12.
const (
	ColdStartSource    = "maxday/lambda-perf, data of 2026-07-01 to 2026-08-22, ten forced cold starts a day"
	ColdStartAsOf      = "2026-08-22"
	SnapStartMeasured  = "maxday/lambda-perf, 45 files around 2025-10-12"
	SnapStartAsOf      = "2025-10-12"
	ColdStartMemoryMiB = 512
)

// Runtimes are the languages that a component may name.
var Runtimes = []string{"nodejs", "python", "java", "dotnet", "go", "rust", "ruby", "php", "other"}

// ColdStarts returns the measured starts, the fastest runtimes first.
func ColdStarts() []ColdStart { return coldStarts }

// currentRuntimes are the newest measured runtime of each language: what stands
// for the language where a component names only that.
var currentRuntimes = map[string]string{
	"nodejs": "nodejs24.x", "python": "python3.14", "java": "java25", "dotnet": "dotnet10", "go": "go (prov.al2023)", "rust": "rust (prov.al2023)", "ruby": "ruby3.4",
}

// typicalLanguage stands for a component that names no language, or one that
// was not measured: the most used one of Lambda.
const typicalLanguage = "nodejs"

// InitOf returns the measured median initialisation of a language's newest
// runtime as a zip package on x86, in seconds.
func InitOf(language string) float64 {
	runtime, ok := currentRuntimes[language]
	if !ok {
		runtime = currentRuntimes[typicalLanguage]
	}
	for _, c := range coldStarts {
		if c.Runtime == runtime && c.Package == Zip && c.Architecture == "x86" {
			return c.P50 / 1000
		}
	}
	return 0
}

var coldStarts = []ColdStart{
	{"rust (prov.al2023)", "rust", Zip, "x86", 507, 15.8, 22.2, 49.2},
	{"rust (prov.al2023)", "rust", Zip, "arm64", 502, 13.9, 18.2, 44.7},
	{"go (prov.al2023)", "go", Zip, "x86", 501, 49.9, 53.4, 65.4},
	{"go (prov.al2023)", "go", Zip, "arm64", 514, 43.1, 44.6, 53.8},
	{"c++ 11 (prov.al2023)", "", Zip, "x86", 493, 65.3, 92.0, 135.8},
	{"c++ 11 (prov.al2023)", "", Zip, "arm64", 501, 49.4, 61.5, 104.2},
	{"llrt (prov.al2023)", "nodejs", Zip, "x86", 514, 66.8, 73.3, 83.2},
	{"llrt (prov.al2023)", "nodejs", Zip, "arm64", 514, 62.9, 69.0, 72.8},
	{"dotnet10 aot (prov.al2023)", "dotnet", Zip, "x86", 500, 72.0, 83.3, 119.7},
	{"dotnet10 aot (prov.al2023)", "dotnet", Zip, "arm64", 499, 62.8, 70.2, 91.2},
	{"python3.12", "python", Zip, "x86", 502, 84.0, 100.5, 135.1},
	{"python3.12", "python", Zip, "arm64", 501, 80.9, 89.5, 166.0},
	{"python3.13", "python", Zip, "x86", 508, 84.8, 104.6, 198.4},
	{"python3.13", "python", Zip, "arm64", 520, 80.0, 92.8, 121.0},
	{"python3.14", "python", Zip, "x86", 508, 110.1, 146.2, 274.7},
	{"python3.14", "python", Zip, "arm64", 514, 101.5, 115.9, 238.2},
	{"nodejs22.x", "nodejs", Zip, "x86", 496, 141.0, 163.6, 196.2},
	{"nodejs22.x", "nodejs", Zip, "arm64", 508, 129.7, 138.9, 166.9},
	{"nodejs24.x", "nodejs", Zip, "x86", 508, 135.0, 156.6, 188.2},
	{"nodejs24.x", "nodejs", Zip, "arm64", 514, 124.5, 135.2, 154.3},
	{"graalvm java23 (prov.al2023)", "java", Zip, "x86", 498, 155.1, 171.8, 197.6},
	{"graalvm java23 (prov.al2023)", "java", Zip, "arm64", 508, 136.9, 146.2, 173.9},
	{"java25", "java", Zip, "x86", 520, 190.6, 283.4, 503.1},
	{"java25", "java", Zip, "arm64", 508, 197.3, 227.1, 436.2},
	{"java17", "java", Zip, "x86", 514, 204.3, 234.4, 531.4},
	{"java17", "java", Zip, "arm64", 520, 216.4, 232.2, 536.8},
	{"java21", "java", Zip, "x86", 502, 239.4, 287.1, 651.7},
	{"java21", "java", Zip, "arm64", 502, 249.2, 270.6, 589.2},
	{"ruby3.4", "ruby", Zip, "x86", 520, 226.6, 394.6, 492.6},
	{"ruby3.4", "ruby", Zip, "arm64", 507, 245.2, 403.2, 444.5},
	{"dotnet8", "dotnet", Zip, "x86", 508, 252.0, 351.6, 657.5},
	{"dotnet8", "dotnet", Zip, "arm64", 502, 298.4, 577.0, 711.6},
	{"dotnet10", "dotnet", Zip, "x86", 507, 253.4, 577.6, 703.5},
	{"dotnet10", "dotnet", Zip, "arm64", 500, 255.0, 605.7, 713.2},
	{"bun (prov.al2)", "nodejs", Zip, "x86", 518, 347.4, 373.2, 437.9},
	{"bun (prov.al2)", "nodejs", Zip, "arm64", 508, 305.8, 322.3, 352.4},
	{"go (prov.al2023)", "go", Image, "x86", 507, 46.7, 85, 125.1},
	{"java21", "java", Image, "x86", 496, 346.6, 592.1, 774.2},
	{"nodejs24.x", "nodejs", Image, "x86", 518, 270.4, 555.1, 733.6},
	{"python3.13", "python", Image, "x86", 520, 153.1, 288.4, 390.9},
	{"rust (prov.al2023)", "rust", Image, "x86", 505, 33.9, 63.1, 98.1},
	{"java11", "java", SnapStart, "x86", 250, 618.4, 733.0, 0},
	{"java17", "java", SnapStart, "x86", 250, 634.8, 748.7, 0},
	{"java21", "java", SnapStart, "x86", 249, 728.9, 828.6, 0},
}
