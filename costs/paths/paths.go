package paths

import (
	"strings"

	"runwhere/checklist"
)

// Path is the path of a field in a scenario file, with * for the element of a
// list: components.*.duration. It is no string, so that no text becomes one by
// itself. The zero Path is that of the whole file.
type Path struct{ text string }

// String returns the path as it is written.
func (p Path) String() string { return p.text }

// The sections of a file that several fields are in.
var (
	Components   = Path{"components"}
	Platforms    = Path{"platforms"}
	People       = Path{"people"}
	Architecture = Path{"architecture"}
	Checklist    = Path{"checklist"}
	FollowUps    = Path{"followup"}
	Weights      = Path{"weights"}

	Component = Components.Dot("*")
	Call      = Component.Dot("calls.*")
	Pod       = Component.Dot("pod")
	Places    = Component.Dot("places")
	Regions   = Platforms.Dot("regions")
)

// IsZero reports whether there is no path.
func (p Path) IsZero() bool { return p == Path{} }

// Dot returns the path of what is below this one.
func (p Path) Dot(key string) Path {
	if p.IsZero() {
		return Path{key}
	}
	return Path{p.text + "." + key}
}

// Question returns the path of a question's answer.
func Question(id string) Path {
	if checklist.IsFollowUp(id) {
		return FollowUps.Dot(id)
	}
	return Checklist.Dot(id)
}

// Own returns the path of what is set for a component on an option alone.
func Own(o checklist.Option, key string) Path { return Places.Dot(string(o)).Dot(key) }

// Kind returns the path of what stands for an option.
func Kind(o checklist.Option) Path { return Platforms.Dot(string(o)).Dot("kind") }

// PeopleLine returns the path of a line of the people that an option takes.
func PeopleLine(o checklist.Option, line string) Path { return People.Dot(string(o)).Dot(line) }

// Key returns the last part, which is the key in the file.
func (p Path) Key() string { return p.text[strings.LastIndexByte(p.text, '.')+1:] }

// Section returns the first part, which is the key at the top of the file.
func (p Path) Section() Path {
	section, _, _ := strings.Cut(p.text, ".")
	return Path{section}
}

// Below returns the rest of a path that is below another, and whether it is.
func (p Path) Below(section Path) (string, bool) {
	return strings.CutPrefix(p.text, section.text+".")
}

// In reports whether the path is below another.
func (p Path) In(section Path) bool {
	_, in := p.Below(section)
	return in
}

// Option returns the option that a field of the platforms or of people is of,
// "" for any other.
func (p Path) Option() checklist.Option {
	for _, o := range checklist.Placeable {
		if p.In(Platforms.Dot(string(o))) || p.In(People.Dot(string(o))) {
			return o
		}
	}
	return ""
}

// Repeats reports whether the field is there once for each element of a list.
func (p Path) Repeats() bool { return strings.Contains(p.text, "*") }

// Named returns the path as it is typed for a component: its name in place of
// the first star.
func (p Path) Named(component string) string { return strings.Replace(p.text, "*", component, 1) }

// Assign returns what gives the field a value on the command line: KEY=VALUE.
func (p Path) Assign(value string) string { return p.text + "=" + value }
