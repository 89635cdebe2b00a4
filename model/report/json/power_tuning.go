package json

import (
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/report"
)

// powerTuningJSON lists the settings that auto had for each function that it set:
// what a run takes on each, and why it is not the one.
func powerTuningJSON(e *model.Evaluation) any {
	list := report.Tunings(e)
	return each(list, func(t *report.Tuning) object {
		settings := each(t.Settings, func(s *costs.FunctionSetting) object {
			return object{{"memory_mib", number(s.MiB)}, {"vcpu", number(s.VCPU)}, {"run_s", number(s.Seconds)}, {"chosen", s.Chosen}, {"why_not", orNull(s.Why)}}
		})
		return object{{"platform", t.Platform.ID}, {"component", t.Component.Name}, {"settings", settings}}
	})
}
