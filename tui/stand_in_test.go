package tui

import (
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/scenario"
)

// TestOneDefaultOnEveryScreen: whoever said "30M or more" is taken to have 50M,
// and every screen that names the default names that one: the table, its
// details, the form, the numbers of the checklist and the slider.
func TestOneDefaultOnEveryScreen(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{}.WithAnswer(checklist.KeyRequests, checklist.Choose(checklist.Over30M))
	for screen, keys := range map[Screen][]string{
		Checklist: times("right", int(numbersStep)), System: {"enter"}, Lab: {"="},
	} {
		a := newApp(t, Config{Scenario: s, Start: screen}, 120, 40)
		if screen == System {
			shows(t, a, "50M d")
		}
		press(a, keys...)
		frame := plain(a)
		if !strings.Contains(frame, "50M by default") && !strings.Contains(frame, "default 50M") && !strings.Contains(frame, "50M (its part") || strings.Contains(frame, "1M by default") {
			t.Errorf("%s does not say that 50M is the default:\n%s", screenNames[screen], frame)
		}
	}
}

// TestFormsNameWhatTheTableShows: for every component and every field that it
// leaves out, the form's placeholder begins with what the table and its
// details show.
func TestFormsNameWhatTheTableShows(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hybrid", "saas-api", "scenario-b"} {
		a := newApp(t, Config{Scenario: preset(t, name), Start: System}, 120, 40)
		pane := a.panes[System].(*systemPane)
		for i := range pane.rows {
			pane.at = i
			for _, f := range componentFields() {
				at := scenario.At{Component: i}
				if _, given := f.Text(&pane.explicit, at); given || f.Key() == "name" {
					continue
				}
				shown, placeholder := pane.standInFor(strings.TrimPrefix(f.Path, "components.*.")), byDefault(f, &pane.explicit, at)
				if shown != "left out" && !strings.HasPrefix(placeholder, shown) {
					t.Errorf("%s of %s: the table shows %q, the form %q", f.Path, pane.rows[i].name, shown, placeholder)
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
		f, _ := scenario.FieldOf(path)
		if err := f.SetText(&s, scenario.At{}, kind); err != nil {
			t.Fatal(err)
		}
	}
	a := newApp(t, Config{Scenario: s, Start: Lab}, 120, 40)
	pane := a.panes[Lab].(*labPane)
	for label, want := range map[string]string{"requests": "gke", "kubernetes": "gke", "serverless": "cloud-run"} {
		for i := range pane.sliders {
			if pane.sliders[i].label == label {
				pane.at = i
			}
		}
		press(a, "v")
		w := a.window.(*platformsWindow)
		if got := w.all[w.at].ID; got != want {
			t.Errorf("with %s in hand the platforms open on %s, want %s", label, got, want)
		}
		press(a, "esc")
	}
}

// TestNoDefaultShowsAPath: what a form says of a default names no key of a file.
func TestNoDefaultShowsAPath(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: System}, 120, 40)
	explicit := a.ctx.session.Result.Explicit()
	for _, f := range append(componentFields(), callFields()...) {
		if text := byDefault(f, &explicit, scenario.At{}); innerPath.MatchString(text) {
			t.Errorf("%s: %s", f.Path, text)
		}
	}
}
