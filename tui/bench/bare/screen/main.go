// Command screen is the floor of every first frame: a Bubble Tea program that
// fills its window with a word and ends at the first key.
package main

import (
	"os"
	"strings"

	"charm.land/bubbletea/v2"
)

type model struct{ w, h int }

func (m model) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		return m, tea.Quit
	}
	return m, nil
}

func (m model) View() tea.View {
	view := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion}
	if m.w > 0 {
		line := strings.Repeat("x", m.w)
		view.SetContent("bare" + line[4:] + strings.Repeat("\n"+line, m.h-2) + "\nready")
	}
	return view
}

func main() {
	if _, err := tea.NewProgram(model{}).Run(); err != nil {
		os.Exit(1)
	}
}
