// When the whole programme stops although no flag is open (domain 5.12).
#include "coach/walk.h"

#include <assert.h>

void ps__stop(ps__walk *of, ps_stop_kind kind, ps_day day)
{
    ps_programme_stop *stop = &of->coach->stop;
    if (stop->kind != PS_STOP_NOT && stop->day > day) return;
    *stop = (ps_programme_stop){kind, day};
}

void ps__report_take(ps__walk *of, ps_day day, ps__said said, int32_t score)
{
    const ps_stop_plan *limits = &of->catalogue->constants.stop;
    if (score < limits->pain) return;
    for (int32_t i = 0; i < of->report_count; i++) {
        if (of->reports[i].day == day && of->reports[i].said == said) return;
    }
    if (of->report_count < PS__REPORTS_KEPT) of->report_count++;
    for (int32_t i = of->report_count - 1; i > 0; i--) of->reports[i] = of->reports[i - 1];
    of->reports[0] = (ps__report){day, said};

    assert(limits->times <= PS__REPORTS_KEPT);
    if (of->report_count >= limits->times &&
        ps__days(of->reports[limits->times - 1].day, day) < limits->window_days) {
        ps__stop(of, PS_STOP_PAIN_HIGH, day);
    }
}
