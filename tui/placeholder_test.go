package tui

import (
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
	labscreen "runwhere/tui/lab"
	systemscreen "runwhere/tui/system"
	"runwhere/tui/window"
)

// TestOneDefaultOnEveryScreen: whoever said "30M or more" is taken to have 50M,
// and every screen that names the default names that one: the table, its
// details, the form, the numbers of the checklist and the slider.
func TestOneDefaultOnEveryScreen(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{}.WithAnswer(checklist.KeyRequests, checklist.Choose(checklist.Over30M))
	for screen, keys := range map[kit.Screen][]string{
		kit.Checklist: times("right", int(checklistscreen.NumbersStep)), kit.System: {"enter"}, kit.Lab: {"="},
	} {
		a := newApp(t, Config{Scenario: s, Start: screen}, 120, 40)
		if screen == kit.System {
			shows(t, a, "50M d")
		}
		press(a, keys...)
		frame := plain(a)
		if !strings.Contains(frame, "50M by default") && !strings.Contains(frame, "default 50M") && !strings.Contains(frame, "50M (its part") || strings.Contains(frame, "1M by default") {
			t.Errorf("%s does not say that 50M is the default:\n%s", kit.ScreenNames[screen], frame)
		}
	}
}

// TestFormsNameWhatTheTableShows: for every component and every field that it
// leaves out, the form's placeholder begins with what the table and its
// details show.
func TestFormsNameWhatTheTableShows(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hybrid", "saas-api", "scenario-b"} {
		a := newApp(t, Config{Scenario: preset(t, name), Start: kit.System}, 120, 40)
		pane := a.panes[kit.System].(*systemscreen.Pane)
		for i := range pane.Rows {
			pane.At = i
			for _, f := range systemscreen.ComponentFields() {
				at := scenario.At{Component: i}
				if _, given := f.Text(&pane.Explicit, at); given || f.Key() == "name" {
					continue
				}
				shown, placeholder := pane.PlaceholderFor(f.Path), kit.ByDefault(f, &pane.Explicit, at)
				if shown != "left out" && !strings.HasPrefix(placeholder, shown) {
					t.Errorf("%s of %s: the table shows %q, the form %q", f.Path, pane.Rows[i].Name, shown, placeholder)
				}
			}
		}
	}
}

// TestPlatformsOpenOnWhatIsChosen: the window opens on the platform that
// stands for an option: that of the slider in hand, else the first one's.
func TestPlatformsOpenOnWhatIsChosen(t *testing.T) {
	t.Parallel()
	s := preset(t, "scenario-b")
	for path, kind := range map[string]string{"platforms.kubernetes.kind": "gke", "platforms.serverless.kind": "cloud-run"} {
		f, _ := scenario.FieldOf(paths.Path{}.Dot(path))
		if err := f.SetText(&s, scenario.At{}, kind); err != nil {
			t.Fatal(err)
		}
	}
	a := newApp(t, Config{Scenario: s, Start: kit.Lab}, 120, 40)
	pane := a.panes[kit.Lab].(*labscreen.Pane)
	for label, want := range map[string]string{"requests": "gke", "kubernetes": "gke", "serverless": "lambda", "containers": "cloud-run"} {
		for i := range pane.Sliders {
			if pane.Sliders[i].Label == label {
				pane.At = i
			}
		}
		press(a, "v")
		w := a.window.(*window.Platforms)
		if got := w.All[w.At].ID; got != want {
			t.Errorf("with %s in hand the platforms open on %s, want %s", label, got, want)
		}
		press(a, "esc")
	}
}

// TestNoDefaultShowsAPath: what a form says of a default names no key of a file.
func TestNoDefaultShowsAPath(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: kit.System}, 120, 40)
	explicit := a.ctx.Session.Result.Explicit()
	for _, f := range append(systemscreen.ComponentFields(), systemscreen.CallFields()...) {
		if text := kit.ByDefault(f, &explicit, scenario.At{}); innerPath.MatchString(text) {
			t.Errorf("%s: %s", f.Path, text)
		}
	}
}
